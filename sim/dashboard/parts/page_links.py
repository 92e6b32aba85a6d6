"""Pages of the lab as Streamlit knows them, to go to or to link to."""

import gc
from functools import cache, partial
from importlib import import_module
from types import ModuleType
from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sim.dashboard import state
from sim.session.link import written
from sim.session.pages import HOME, OTHERS, PAGES


def page_of(path: str) -> StreamlitPage:
    """Return a page of the lab by its path."""
    row = next(row for row in (HOME, *OTHERS) if row.path == path)
    return st.Page(
        partial(draw, path),
        title=row.title,
        icon=f":material/{row.icon}:",
        url_path=path,
        default=row is HOME,
        visibility="visible" if row in PAGES else "hidden",
    )


def go_to(path: str) -> NoReturn:
    """Go to a page, with all that the session holds in its address: else the way back would hold one step more."""
    st.switch_page(page_of(path), query_params=written(state.link()))


def draw(path: str) -> None:
    """Draw a page; what draws it is imported when somebody first opens it."""
    _module(path).page()


@cache
def _module(path: str) -> ModuleType:
    module = import_module(f"sim.dashboard.pages.{path}_page")
    # What the imports have made stays; no later garbage collection needs to look at it.
    gc.collect()
    gc.freeze()
    return module
