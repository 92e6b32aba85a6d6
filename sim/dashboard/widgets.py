"""
What widgets hold, also where session and browser disagree.

A callback asks here, because its widget may have gone since the browser sent its message. And after a restart of
the server, or a long sleep of a phone, a browser comes back, with its page full of what was written, to a session
that knows nothing of it. Streamlit takes a widget's value from the browser once it draws the widget, unless the
session state holds one for it: that wins, and the browser's is lost. So what a session gives a widget is no more
than its default the first time.
"""

from collections.abc import Callable
from typing import Any, TypeVar

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


def take(key: str, default: object, keep: Callable[..., None], *args: object) -> None:
    """Keep what the browser still held; call after the widget is drawn, with what `give` said."""
    if default is not None and value(key) != default:
        keep(*args)
        st.session_state[_LATE] = True


def late() -> bool:
    """Tell, once, whether something was kept while the page was drawn already; at its end it is drawn once more."""
    return st.session_state.pop(_LATE, False)


def value(key: str) -> Any:
    """Return what a widget holds; None if it is empty or has gone, as after a press followed at once by a page link."""
    return st.session_state.get(key)


def keep(widget: str, name: str) -> None:
    """Remember under a name of our own what a widget holds, so that it outlives the widget."""
    if widget in st.session_state:
        st.session_state[name] = value(widget)
