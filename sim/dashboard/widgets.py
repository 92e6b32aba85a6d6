"""
What widgets hold: a callback asks here, because the widget may have gone since the browser sent its message.
"""

from typing import Any

import streamlit as st


def held(key: str) -> Any:
    """Return what a widget holds; None if it is empty or has gone, as after a press followed at once by a page link."""
    return st.session_state.get(key)


def keep(widget: str, name: str) -> None:
    """Remember under a name of our own what a widget holds, so that it outlives the widget."""
    if widget in st.session_state:
        st.session_state[name] = held(widget)
