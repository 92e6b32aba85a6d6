"""
Widgets whose value is set by more than the reader's hand, where session and browser disagree.

Streamlit's `persist_state` keeps what only the reader sets. What a slider, a preset or an undo sets as well is given
to its widget anew. After a restart of the server, or a long sleep of a phone, a browser comes back to a session that
knows nothing of what its page holds. Streamlit takes a widget's value from the browser once it draws the widget, unless
the session state holds one for it: that wins, and the browser's is lost. So what a session gives a widget is no more
than its default the first time.
"""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

T = TypeVar("T")
_GIVEN, _LATE = "widgets_given", "widgets_late"


def give(key: str, default: T) -> T | None:
    """
    Give a widget its value; call just before it is drawn, in every run in which the value is to be this one.

    Returns
    -------
    T or None
        The default to draw it with, or None if the session has drawn it before and its value is set.
    """
    given: set[str] = st.session_state.setdefault(_GIVEN, set())
    if key not in given and key not in st.session_state:
        given.add(key)
        return default
    st.session_state[key] = default
    return None


def draw_again() -> None:
    """Let the page be drawn once more at its end: it was drawn already when a widget told what the browser held."""
    st.session_state[_LATE] = True


def take(key: str, default: object, keep: Callable[..., None], *args: object) -> None:
    """Keep what the browser still held; call after the widget is drawn, with what `give` said."""
    if default is not None and st.session_state.get(key) != default:
        keep(*args)
        draw_again()


def late() -> bool:
    """Tell, once, whether the page is to be drawn again."""
    return st.session_state.pop(_LATE, False)
