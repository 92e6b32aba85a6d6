"""
Pictures that stand still on the page: drawn once for all sessions, with words that stand for them.
"""

from collections.abc import Callable, Hashable
from typing import Any

import streamlit as st
from matplotlib.figure import Figure

from sim.dashboard.turns import made_once
from sim.export.images import image_bytes
from sim.figures import THEMES
from sim.figures.style import Theme
from sim.runs.scenario import Scenario


def svg_of(figure: Figure, scenario: Scenario, title: str) -> str:
    """Return a figure as SVG text for the page."""
    text = image_bytes(figure, "svg", scenario, title=title).decode()
    return text[text.index("<svg") :]


@made_once(maxsize=100)
def drawn(draw: Callable[[Any, Theme], Figure], what: Hashable, theme: str, scenario: Scenario, title: str) -> str:
    """Return what a function draws of something as SVG text."""
    return svg_of(draw(what, THEMES[theme]), scenario, title)


def image(svg: str, words: str, *, caption: str) -> None:
    """Show a picture, the words that stand for it and, below it, a caption; nothing if that is empty."""
    st.image(svg, width="stretch", alt=words)
    if caption:
        st.caption(caption)


def theme_name() -> str:
    """Return which theme the reader's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"
