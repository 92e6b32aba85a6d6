"""
How every page looks and speaks beyond what Streamlit can say: files of `sim.browser`.
"""

from functools import lru_cache

import streamlit as st

from sim.browser import FOLDER

SCRIPTS = ("translation.js", "spoken.js", "copying.js")


def apply() -> None:
    """Give the page its look; call before it is drawn."""
    st.html(FOLDER / "page.css")
    # Streamlit drops a script in which a letter, "!" or "/" follows "<": it could be an element.
    st.html(f"<script>{''.join(map(text, SCRIPTS))}</script>", unsafe_allow_javascript=True)


@lru_cache
def text(name: str) -> str:
    """Return what a file for the browser holds."""
    return (FOLDER / name).read_text("utf-8")
