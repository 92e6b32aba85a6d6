"""
What stands behind the Lab: how well each claim is founded, what the words mean, and the model itself.
"""

import streamlit as st

from sim.dashboard.parts.page_links import page_of
from sim.session.pages import NOT_IN_MENU


def page() -> None:
    """Draw the page."""
    st.title("Background", anchor=False)
    for row in NOT_IN_MENU[1:]:
        st.page_link(page_of(row.path))
