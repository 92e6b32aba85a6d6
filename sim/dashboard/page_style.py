"""
How every page looks beyond what Streamlit can say: style sheets of `sim.browser`.
"""

import streamlit as st

from sim.browser import FOLDER


def apply(*, whole_window: bool) -> None:
    """Give the page its look; call before it is drawn."""
    st.html(FOLDER / ("hosts/window.css" if whole_window else "page.css"))
