"""
Model: MODEL.md as it stands in the code, so that page and code cannot differ, and how the model has changed.
"""

import streamlit as st

from sim.content import document, words
from sim.dashboard import lab
from sim.dashboard.parts import background
from sim.runs.scenario import Scenario


def page() -> None:
    """Draw the page."""
    background.head("model")
    before, after = document.readable(document.PATH.read_text(encoding="utf-8"))
    st.markdown(before)
    lab.still(Scenario(), Scenario())
    st.markdown(after)
    st.header("History", anchor=False)
    for change in words.CHANGES:
        st.markdown(f"**Version {change.version}**, {words.day(change.date)}: {change.changed} {change.old_files}")
