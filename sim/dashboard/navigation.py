"""The script that Streamlit runs for every change: page set-up and navigation, nothing else."""

from importlib import import_module

import streamlit as st

from sim.dashboard import page_style, state
from sim.dashboard.parts import notices
from sim.session.pages import HOME, PAGES
from sim.text.sentences import APP_NAME

st.set_page_config(page_title=APP_NAME, page_icon="🦴", layout="wide")


page = st.navigation(
    [
        st.Page(
            import_module(f"sim.dashboard.pages.{page.path}_page").page,
            title=page.title,
            icon=f":material/{page.icon}:",
            url_path=page.path,
            default=page is HOME,
        )
        for page in PAGES
    ],
    position="top",
)
page_style.apply()
with state.page(page.url_path):
    notices.show()
    page.run()
