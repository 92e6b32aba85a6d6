"""
Pictures that stand still on the page: drawn once for all sessions, with words that stand for them.
"""

import streamlit as st
from matplotlib.figure import Figure

from sim.dashboard.turns import made_once
from sim.export.images import image_bytes
from sim.figures import FIGURES, THEMES
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import Scenario


@made_once(maxsize=100)
def svg(name: str, scenario: Scenario, theme: str) -> str:
    """Return a picture as SVG text."""
    picture = FIGURES[name]
    return svg_of(picture.draw(simulate(scenario), balanced_run(scenario), THEMES[theme]), scenario, picture.title)


def svg_of(figure: Figure, scenario: Scenario, title: str) -> str:
    """Return a figure as SVG text for the page."""
    text = image_bytes(figure, "svg", scenario, title=title).decode()
    return text[text.index("<svg") :]


def image(svg: str, words: str, *, caption: str | None = None) -> None:
    """Show a picture, the words that stand for it and, below it, these words or a caption; nothing if that is empty."""
    st.image(svg, width="stretch", alt=words)
    if below := words if caption is None else caption:
        st.caption(below)


def theme_name() -> str:
    """Return which theme the reader's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def show(name: str, scenario: Scenario) -> None:
    """Show a picture and, below it, the words that stand for it."""
    words = FIGURES[name].describe(simulate(scenario), balanced_run(scenario))
    image(svg(name, scenario, theme_name()), words)
