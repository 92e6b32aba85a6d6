"""
What the server makes and shows over a page: files to save, the link to share, a report.
"""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

import streamlit as st

from sim.dashboard import state


class Panel(NamedTuple):
    """A panel's title, and the part of the page whose ``panel()`` draws it, imported when somebody first opens it."""

    title: str
    icon: str
    part: str


SHARE = "share"
PANELS = {
    "save": Panel("Save", "download", "save_panel"),
    SHARE: Panel("Share this page", "share", "share_panel"),
    "report": Panel("Report on one page", "print", "paper_panel"),
}


def show() -> None:
    """Draw the panel that is open."""
    opened = PANELS.get(state.session().panel)
    if opened:
        dialog = st.dialog(
            opened.title, width="large", icon=f":material/{opened.icon}:", on_dismiss=lambda: state.open_panel("")
        )
        dialog(_drawing(opened.part))()


def _drawing(part: str) -> Callable[[], None]:
    def draw() -> None:
        import_module(f"sim.dashboard.parts.{part}").panel()

    return draw


def share_button() -> None:
    """Draw the button that opens the link of this page."""
    st.button("Share", icon=":material/share:", key="share", on_click=state.open_panel, args=(SHARE,))
