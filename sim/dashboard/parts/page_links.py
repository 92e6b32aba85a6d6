"""Pages of the lab as Streamlit knows them, to go to or to link to."""

from importlib import import_module

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sim.session.pages import HOME, PAGES


def page_of(path: str) -> StreamlitPage:
    """Return a page of the lab by its path; what draws it is imported only now, for pages link to each other."""
    row = next(row for row in PAGES if row.path == path)
    draw = import_module(f"sim.dashboard.pages.{path}_page").page
    return st.Page(draw, title=row.title, icon=f":material/{row.icon}:", url_path=path, default=row is HOME)
