"""One file a page."""

import gc
from importlib import import_module

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sim.session.pages import HOME, PAGES


def page_of(path: str) -> StreamlitPage:
    """Return a page of the lab by its path, to go to or to link to."""
    row = next(row for row in PAGES if row.path == path)
    draw = import_module(f"{__name__}.{path}_page").page
    return st.Page(draw, title=row.title, icon=f":material/{row.icon}:", url_path=path, default=row is HOME)


for each in PAGES:
    import_module(f"{__name__}.{each.path}_page")
# What the imports have made stays; no later garbage collection needs to look at it.
gc.collect()
gc.freeze()
