"""
The model page: MODEL.md as it stands in the code, so that the page and the code cannot differ.
"""

import streamlit as st

from sim.content import document
from sim.text.sentences import NOTICE


def page() -> None:
    """Show the document."""
    st.markdown(document.readable(document.PATH.read_text(encoding="utf-8")))
    with st.bottom:
        st.caption(NOTICE)
