"""
What a browser still holds: texts and choices on a page whose session is gone.

After a restart of the server, or a long sleep of a phone, a browser comes back, with its page full of what was
written, to a session that knows nothing of it. Streamlit takes a widget's value from the browser once it draws the
widget, unless the session state holds one for it: that wins, and the browser's is lost. So what a session gives a
widget is no more than its default the first time.
"""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

T = TypeVar("T")
_GIVEN, _LATE = "widgets_given", "widgets_late"


def give(key: str, value: T) -> T | None:
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
        return value
    st.session_state[key] = value
    return None


def take(key: str, default: object, keep: Callable[..., None], *args: object) -> None:
    """Keep what the browser still held; call after the widget is drawn, with what `give` said."""
    if default is not None and st.session_state[key] != default:
        keep(*args)
        st.session_state[_LATE] = True


def late() -> bool:
    """Tell, once, whether something was kept while the page was drawn already; at its end it is drawn once more."""
    return st.session_state.pop(_LATE, False)
