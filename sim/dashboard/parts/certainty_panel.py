"""
How sure the model is: bands of plausible models, how often the paradox survives, and which number matters most.
"""

import streamlit as st

from sim.dashboard import cached_runs, state
from sim.dashboard.parts import pictures
from sim.figures import FIGURES
from sim.runs.many import MEMBERS, balanced_run
from sim.runs.run import simulate
from sim.text.sentences import certainty
from sim.text.tables import TABLES

KEY = "bands"
BANDED = ("bone", "arteries")
TORNADO = "tornado"


def wanted() -> bool:
    """Tell whether the reader wants bands in saved pictures; remembered while the switch is not on the page."""
    return st.session_state.get(KEY, False)


def panel() -> None:
    """Draw the sentence, the pictures with their bands, the tornado and its numbers."""
    scenario = state.current()
    st.markdown(certainty(MEMBERS, cached_runs.models(scenario).paradox_share()))
    for column, name in zip(st.columns(len(BANDED)), BANDED, strict=True):
        with column:
            pictures.show(name, scenario, bands=True)
    st.toggle("Bands in saved pictures, too", key=KEY, persist_state="session")
    left, right = st.columns(2)
    with left:
        pictures.show(TORNADO, scenario)
    right.caption(
        "Each bar changes one number from the lowest to the highest plausible value and leaves the others alone. "
        "The bands in the pictures above change them all at once. Numbers you set yourself stay as you set them. "
        "Ranges and sources stand on the page Model."
    )
    opened = st.expander(f"{FIGURES[TORNADO].title}: numbers", key="numbers_tornado", on_change="rerun")
    if opened.open:
        opened.markdown(TABLES[TORNADO](simulate(scenario), balanced_run(scenario)).to_markdown())
