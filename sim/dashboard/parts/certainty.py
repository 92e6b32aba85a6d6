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
_KEPT = "bands_kept"


def wanted() -> bool:
    """Tell whether the reader asked for the bands; remembered while the switch is not on the page."""
    return st.session_state.get(_KEPT, False)


def keep() -> None:
    """Remember what the switch says."""
    widgets.keep(KEY, _KEPT)


def panel(scenario: Scenario) -> None:
    """Draw the switch and, when it is on, the sentence and the tornado."""
    default = widgets.give(KEY, wanted())
    st.toggle("Show what other plausible models say", bool(default), key=KEY, on_change=keep)
    widgets.take(KEY, default, keep)
    if wanted():
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
