"""
How every page looks beyond what Streamlit can say: style sheets of `sim.browser`.
"""

from dataclasses import dataclass

import streamlit as st

from sim.browser import FOLDER


@dataclass(frozen=True)
class Sheet:
    """A style sheet, read once and not in every run."""

    text: str

    def _repr_html_(self) -> str:
        return f"<style>{self.text}</style>"


WINDOW, PAGE = (Sheet((FOLDER / name).read_text("utf-8")) for name in ("hosts/window.css", "page.css"))


def apply(*, whole_window: bool) -> None:
    """Give the page its look; call before it is drawn."""
    st.html(WINDOW if whole_window else PAGE)
