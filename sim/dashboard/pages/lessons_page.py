"""
The lessons: the browser part plays them, and keeps on the reader's device how far somebody is.
"""

import streamlit as st

from sim.dashboard import lab, state
from sim.dashboard.pages import class_page


def page() -> None:
    """Draw the page."""
    if state.is_teacher():
        lab.show("page")
        class_page.teacher()
        return
    with st.container(key="lessons"):
        lab.show("lesson")
