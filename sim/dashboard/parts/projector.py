"""
The projector's view: the sentence, two curves and the sliders, large and with high contrast. P toggles it.
"""

import streamlit as st

from sim.dashboard import cached_runs, state
from sim.dashboard.parts.live import stage
from sim.runs.many import balanced_run
from sim.runs.scenario import Scenario
from sim.text.sentences import headline

KEY = "P"
# Streamlit has no option for these: no menu, words to be read from the back row.
STYLE = """
<style>
[data-testid="stHeader"] { display: none; }
.st-key-projector.st-key-projector { display: flex; }
[data-testid="stApp"], [data-testid="stBottom"] > div { background: light-dark(#ffffff, #000000); }
.st-key-bar [data-testid="stWidgetLabel"] { padding-bottom: 0.35rem; }
[data-testid="stMainBlockContainer"] { padding: 0.75rem 1.5rem 0; max-width: none; }
.st-key-sentence h2 { font-size: clamp(1.4rem, 2.6vw, 3rem); line-height: 1.25; padding: 0 0 0.3rem; }
.st-key-bar [data-testid="stWidgetLabel"] p, .st-key-bar [data-testid="stSliderThumbValue"] {
  font-size: clamp(0.8rem, 1.6vw, 1.6rem); font-weight: 600;
}
</style>
"""


def switch() -> None:
    """Draw the button that toggles the view; its key works wherever nothing is being typed."""
    label = "Projector view" if state.view() == "page" else "Leave the projector view"
    st.button(label, key="projector", icon=":material/present_to_all:", shortcut=KEY, on_click=state.toggle_view,
              help=label)  # fmt: skip


def page(scenario: Scenario) -> None:
    """Draw the view; the bar with the sliders is drawn already."""
    st.html(STYLE)
    with st.container(key="sentence"):
        st.header(headline(cached_runs.run(scenario), balanced_run(scenario)), anchor=False)
    stage(scenario, "projector", bands=False)
    switch()
