"""
The lab: sentence, presets, pictures, ledger, export; the sliders stay in the bar below.
"""

import re
import string

import streamlit as st

from sim import intakes
from sim.batch import balanced_run
from sim.dashboard import assumptions, certainty, controls, pictures, projector, saving, state
from sim.lenses import LENSES
from sim.narrative import APP_NAME, NOTICE_LONG, changed_line, contrast, headline, ledger_sentence
from sim.scenarios import PRESETS, Scenario
from sim.tables import ledger_table, markdown


def page() -> None:
    """Draw the page."""
    state.begin()
    controls.bar()
    scenario = state.read_widgets()
    if state.view() == "projector":
        projector.page(scenario)
        return
    result = pictures.run(scenario)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="head"):
        st.title(APP_NAME, anchor=False, width="content")
        assumptions.lenses()
    for notice in state.link_notices():
        st.warning(letter_by_letter(notice), icon=":material/link:")
    presets()
    sentence(scenario)
    bands = certainty.wanted()
    pair(projector.SHOWN, scenario, bands)
    assumptions.panel(scenario)
    pair(("daily_calcium", "activation"), scenario, bands)
    left, right = st.columns(2)
    with left:
        pictures.show("blood", scenario, bands)
    with right:
        st.subheader("Calcium ledger", anchor=False)
        st.markdown(ledger_sentence(result))
        st.markdown(markdown(ledger_table(result)))
    certainty.panel(scenario)
    saving.panel(scenario, bands)
    st.divider()
    st.markdown(NOTICE_LONG)


def pair(names: tuple[str, str], scenario: Scenario, bands: bool) -> None:
    """Show two pictures side by side, on a phone one below the other."""
    for column, name in zip(st.columns(2), names, strict=True):
        with column:
            pictures.show(name, scenario, bands)


def sentence(scenario: Scenario) -> None:
    """Say what the run shows, what the other lens says of it, and what was changed to get it."""
    result = pictures.run(scenario)
    other = next(state.through(scenario, name) for name in LENSES if name != scenario.lens)
    with st.container(key="sentence"):
        st.subheader(headline(result, balanced_run(scenario)), anchor=False)
        for remark in filter(None, (changed_line(scenario), *intakes.above_upper_limit(scenario))):
            st.caption(remark)
        st.markdown(contrast(result, pictures.run(other)))
        assumptions.running(scenario)


def letter_by_letter(text: str) -> str:
    """Return text whose signs mean nothing to Markdown: it may come from a stranger's link."""
    return re.sub(rf"([{re.escape(string.punctuation)}])", r"\\\1", text)


def presets() -> None:
    """Draw the presets and Reset, each one press."""
    chosen = state.matching_preset()
    # Buttons, because they hold no state: on a slow line the old state of a choice would come
    # back with the next move of a slider and undo it.
    with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
        with st.container(horizontal=True, wrap=False, gap="xsmall", key="presets"):
            for name in PRESETS:
                st.button(
                    name,
                    key=f"preset_{name}",
                    type="primary" if name == chosen else "secondary",
                    on_click=state.choose_preset,
                    args=(name,),
                )
        projector.switch()
        st.button("Reset", on_click=state.reset, icon=":material/restart_alt:")
