"""
The lab: sentence, presets, pictures, ledger, export; the sliders stay in the bar below.
"""

import re
import string

import streamlit as st

from sim import intakes
from sim.batch import balanced_run
from sim.dashboard import controls, pictures, saving, state
from sim.narrative import APP_NAME, NOTICE_LONG, headline, ledger_sentence
from sim.scenarios import PRESETS
from sim.tables import ledger_table, markdown


def page() -> None:
    """Draw the page."""
    state.begin()
    controls.bar()
    scenario = state.read_widgets()
    result, balanced = pictures.run(scenario), balanced_run(scenario)
    st.title(APP_NAME, anchor=False)
    for notice in state.link_notices():
        st.warning(letter_by_letter(notice), icon=":material/link:")
    presets()
    with st.container(key="sentence"):
        st.subheader(headline(result, balanced), anchor=False)
        for remark in intakes.above_upper_limit(scenario):
            st.caption(remark)
    for row in (("bone", "arteries"), ("daily_calcium", "activation")):
        for column, name in zip(st.columns(2), row, strict=True):
            with column:
                pictures.show(name, scenario)
    left, right = st.columns(2)
    with left:
        pictures.show("blood", scenario)
    with right:
        st.subheader("Calcium ledger", anchor=False)
        st.markdown(ledger_sentence(result))
        st.markdown(markdown(ledger_table(result)))
    saving.panel(scenario)
    st.divider()
    st.markdown(NOTICE_LONG)


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
        st.button("Reset", on_click=state.reset, icon=":material/restart_alt:")
