"""
Pictures that stand still on the page: drawn once for all sessions, with words that stand for them.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import streamlit as st
from matplotlib.figure import Figure

from sim.dashboard.turns import made_once
from sim.export.images import image_bytes
from sim.figures import THEMES
from sim.figures.prediction_figure import prediction_figure
from sim.figures.style import Sheet, Theme
from sim.lessons.measures import MEASURES
from sim.lessons.old import Question
from sim.lessons.prediction_words import describe_prediction
from sim.runs.scenario import Scenario


def svg_of(figure: Figure, scenario: Scenario, title: str) -> str:
    """Return a figure as SVG text for the page."""
    text = image_bytes(figure, "svg", scenario, title=title).decode()
    return text[text.index("<svg") :]


@made_once(maxsize=100)
def drawn(draw: Callable[[Any, Theme], Figure], what: Hashable, theme: str, scenario: Scenario, title: str) -> str:
    """Return what a function draws of something as SVG text."""
    return svg_of(draw(what, THEMES[theme]), scenario, title)


def image(svg: str, words: str, *, caption: str | None = None) -> None:
    """Show a picture, the words that stand for it and, below it, these words or a caption; nothing if that is empty."""
    st.image(svg, width="stretch", alt=words)
    if below := words if caption is None else caption:
        st.caption(below)


def theme_name() -> str:
    """Return which theme the reader's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def show_prediction(question: Question, predictions: Mapping[str, int], sheet: Sheet, before: str = "") -> None:
    """Show predictions over their result and, below them, the words that stand for them, after a few others."""
    words = describe_prediction(question, predictions)
    image(prediction_svg(question, tuple(predictions.items()), sheet, theme_name()), words, caption=before + words)


@made_once(maxsize=200)
def prediction_svg(question: Question, predictions: tuple[tuple[str, int], ...], sheet: Sheet, theme: str) -> str:
    """Return the picture of predictions over their result as SVG text."""
    figure = prediction_figure(question, dict(predictions), THEMES[theme], sheet)
    return svg_of(figure, question.after, MEASURES[question.measure].label)
