"""
The script that Streamlit runs for every change: page set-up and navigation, nothing else.

It stands among the pages, because a folder ``pages`` *beside* it would be taken for Streamlit's older kind of pages:
the first address of a fresh server that names a page would then not be found.
"""

import streamlit as st

from sim.dashboard import page_style, state
from sim.dashboard.parts import notices
from sim.dashboard.parts.page_links import page_of
from sim.session.pages import PAGES
from sim.text.sentences import APP_NAME

st.set_page_config(page_title=APP_NAME, page_icon="🦴", layout="wide")


page = st.navigation([page_of(row.path) for row in PAGES], position="top")
page_style.apply()
with state.page(page.url_path):
    notices.show()
    page.run()
