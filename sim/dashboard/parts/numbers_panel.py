"""
The numbers: the ledger, and the table behind each picture.
"""

import streamlit as st

from sim.dashboard.parts.live.messages import SHAPES
from sim.figures import FIGURES
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.text.sentences import ledger_sentence
from sim.text.tables import TABLES, ledger_table


def panel(scenario: Scenario) -> None:
    """Draw the ledger and an expander for each picture's table."""
    run = simulate(scenario)
    left, right = st.columns(2)
    with left:
        st.markdown("**Calcium ledger**")
        st.markdown(f"{ledger_sentence(run)}\n\n{ledger_table(run).to_markdown()}")
    with right:
        st.markdown("**Numbers of each picture**")
        for name in SHAPES["wide"]:
            table(name, scenario)


def table(name: str, scenario: Scenario) -> None:
    """Draw the numbers of one picture, when opened."""
    opened = st.expander(f"{FIGURES[name].title}: numbers", key=f"numbers_{name}", on_change="rerun")
    if opened.open:
        opened.markdown(TABLES[name](simulate(scenario), balanced_run(scenario)).to_markdown())
