"""
How sure the model is: bands of plausible models, how often the paradox survives, and which number matters most.
"""

import streamlit as st

from sim.dashboard import cached_runs, widgets
from sim.dashboard.parts import numbers_panel, pictures
from sim.runs.many import MEMBERS
from sim.runs.scenario import Scenario
from sim.text.sentences import certainty

KEY = "bands"


def wanted() -> bool:
    """Tell whether the reader asked for the bands; remembered while the switch is not on the page."""
    return st.session_state.get(KEY, False)


def panel(scenario: Scenario) -> None:
    """Draw the switch and, when it is on, the sentence and the tornado."""
    drawn = wanted()
    on = st.toggle("Show what other plausible models say", key=KEY, persist_state="session")
    if on != drawn:  # the browser still held it for a new session, which has drawn the pictures already
        widgets.draw_again()
    if on:
        st.markdown(certainty(MEMBERS, cached_runs.models(scenario).paradox_share()))
        left, right = st.columns(2)
        with left:
            pictures.show("tornado", scenario)
            numbers_panel.table("tornado", scenario)
        right.caption(
            "Each bar changes one number from the lowest to the highest plausible value and leaves the others alone. "
            "The bands in the pictures above change them all at once. Numbers you set yourself stay as you set them. "
            'Ranges and sources stand on the page "The model".'
        )
