"""
The lab: sentence, pictures and what opens below them; the sliders stay in the bar.
"""

import streamlit as st

from sim.content import intakes
from sim.dashboard import callbacks, state
from sim.dashboard.parts import (
    assumptions,
    certainty,
    controls,
    numbers_panel,
    pinning,
    projector,
    save_panel,
    share,
    undoing,
)
from sim.dashboard.parts.live import stage
from sim.model.lenses import LENSES
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.text.sentences import APP_NAME, NOTICE_LONG, changed_line, contrast, headline

PANELS = (
    ("Assumptions and experiments", ":material/experiment:", "assumptions", assumptions.panel),
    ("Ledger and numbers", ":material/table:", "ledger", numbers_panel.panel),
    ("How sure is this?", ":material/help:", "certainty", certainty.panel),
)


def page() -> None:
    """Draw the page."""
    controls.bar()
    scenario = state.current()
    state.write_address()
    if state.link().view == "projector":
        projector.page(scenario)
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="head"):
        st.title(APP_NAME, anchor=False, width="content")
        assumptions.lenses()
        undoing.buttons()
        st.button("Reset", key="reset", on_click=state.put, args=(Scenario(),), icon=":material/restart_alt:",
                  help="Put everything back to the balanced run; undo takes it back")  # fmt: skip
        pinning.button()
        save_panel.popover(scenario)
        share.button()
        projector.switch()
    assumptions.presets()
    sentence(scenario)
    stage(scenario, "page", certainty.wanted())
    for title, icon, key, draw in PANELS:
        opened = st.expander(title, icon=icon, key=key, on_change="rerun")
        # Drawn only while open, as the popover of the bar: see controls.py.
        if opened.open:
            with opened:
                draw(scenario)
    st.markdown(NOTICE_LONG)


def sentence(scenario: Scenario) -> None:
    """Say what the run shows, what the other lens says of it, and what was changed to get it."""
    run = simulate(scenario)
    other = next(callbacks.through(scenario, name) for name in LENSES if name != scenario.lens)
    with st.container(key="sentence"):
        st.header(headline(run, balanced_run(scenario)), anchor=False)
        for remark in filter(None, (changed_line(scenario), *intakes.above_upper_limit(scenario))):
            st.caption(remark)
        st.markdown(contrast(run, simulate(other)))
        assumptions.running(scenario)
