"""One file a page."""

import gc
from importlib import import_module

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sim.session.lab_address import PAGES


def page_of(path: str) -> StreamlitPage:
    """Return a page of the lab by its path, to go to or to link to."""
    title, icon = PAGES[path]
    draw = import_module(f"{__name__}.{path}_page").page
    return st.Page(draw, title=title, icon=f":material/{icon}:", url_path=path, default=path == next(iter(PAGES)))


for each in PAGES:
    import_module(f"{__name__}.{each}_page")
# What the imports have made stays; no later garbage collection needs to look at it.
gc.collect()
gc.freeze()
