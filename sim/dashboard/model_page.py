"""
The model page: MODEL.md as it stands in the code, so that the page and the code cannot differ.
"""

from pathlib import Path

import streamlit as st

import sim


def page() -> None:
    """Show the document."""
    st.markdown((Path(sim.__file__).parent / "MODEL.md").read_text(encoding="utf-8"))
