"""
Pictures on the page: drawn once for all sessions with the same settings, with words and numbers.
"""

from functools import lru_cache
from threading import Lock

import streamlit as st

from sim.batch import Ensemble, balanced_run, ensemble
from sim.evidence import claim_of
from sim.export import images
from sim.plots import FIGURES, THEMES
from sim.scenarios import Result, Scenario, simulate
from sim.tables import TABLES, markdown

# Drawing is not faster in two threads at once; one at a time keeps waiting sessions small.
_DRAWING = Lock()
_SOLVING = Lock()


@lru_cache(maxsize=512)
def run(scenario: Scenario) -> Result:
    """Return the run of a scenario, from memory if any session has made it already."""
    return simulate(scenario)


def models(scenario: Scenario) -> Ensemble:
    """Return the plausible models of a scenario, solved once for all sessions."""
    with _SOLVING:
        return ensemble(scenario)


@lru_cache(maxsize=600)
def svg(name: str, scenario: Scenario, theme: str, bands: bool = False) -> str:
    """Return a picture as SVG text, with the bands of plausible models if it has any and they are wanted."""
    picture = FIGURES[name]
    with _DRAWING:
        shown = [models(scenario)] if bands and picture.bands else []
        figure = picture.draw(run(scenario), balanced_run(scenario), THEMES[theme], *shown)
        text = images.image_bytes(figure, "svg", scenario, title=picture.title).decode()
    return text[text.index("<svg") :]


def theme_name() -> str:
    """Return which theme the reader's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def image(name: str, scenario: Scenario, theme: str, bands: bool = False) -> str:
    """Show a picture alone and return the words that stand for it."""
    words = FIGURES[name].describe(run(scenario), balanced_run(scenario))
    st.image(svg(name, scenario, theme, bands), width="stretch", alt=words)
    return words


def show(name: str, scenario: Scenario, bands: bool = False) -> None:
    """Show a picture, its text alternative below, and its numbers when opened."""
    picture = FIGURES[name]
    st.caption(image(name, scenario, theme_name(), bands))
    if picture.claim:
        rests_on = claim_of(picture.claim)
        st.caption(f"**{rests_on.grade.capitalize()}**: {rests_on.statement}")
    numbers = st.expander(f"{picture.title}: numbers", key=f"numbers_{name}", on_change="rerun")
    if numbers.open:
        table = TABLES[name](run(scenario), balanced_run(scenario))
        numbers.markdown(markdown(table))
