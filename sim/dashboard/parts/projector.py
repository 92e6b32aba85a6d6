"""
The projector's view: the sentence, two curves and the sliders, large and with high contrast. P toggles it.
"""

import streamlit as st

from sim.browser import FOLDER
from sim.dashboard import state
from sim.dashboard.parts.live import stage
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.session.link import VIEWS
from sim.text.sentences import headline

KEY = "P"


def switch() -> None:
    """Draw the button that toggles the view; its key works wherever nothing is being typed."""
    label = "Projector view" if state.link().view == "page" else "Leave the projector view"
    st.button(label, key="projector", icon=":material/present_to_all:", shortcut=KEY, on_click=toggle,
              help=label)  # fmt: skip


def toggle() -> None:
    """Go from the usual page to the projector's view, or back."""
    state.keep(view=VIEWS[1 - VIEWS.index(state.link().view)])


def page(scenario: Scenario) -> None:
    """Draw the view; the bar with the sliders is drawn already."""
    st.html(FOLDER / "projector.css")
    with st.container(key="sentence"):
        st.header(headline(simulate(scenario), balanced_run(scenario)), anchor=False)
    stage(scenario, "projector", bands=False)
    switch()
