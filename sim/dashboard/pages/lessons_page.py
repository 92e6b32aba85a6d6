"""
The lessons: the browser part plays them, and keeps on the reader's device how far somebody is.
"""

import streamlit as st

from sim.dashboard import lab


def page() -> None:
    """Draw the page."""
    with st.container(key="lessons"):
        lab.show("lesson")
