"""
Background: what a pupil would ask first, answered in plain words; grades, studies and the model a press deeper.
"""

import streamlit as st

from sim.content import words
from sim.content.evidence import claim_of
from sim.dashboard.pages.evidence_page import show
from sim.dashboard.parts import background
from sim.dashboard.parts.badges import graded
from sim.text.sentences import NOTICE_LONG, RATS_ONLY


def page() -> None:
    """Draw the page."""
    background.head("background")
    left, right = st.columns(2, gap="large")
    with left:
        st.header("Questions", anchor=False)
        for each in words.QUESTIONS:
            # No grades in the title: beside a question they would read as its answer.
            with st.expander(each.question, key=f"question_{each.key}", expanded=each is words.QUESTIONS[0]):
                st.markdown(each.answer)
                if each.claims:
                    st.markdown(f"**What this rests on**\n\n{graded(each.claims)}")
    with right:
        st.header("The big claims, and how well each is founded", anchor=False)
        for key in words.BIG_CLAIMS:
            show(claim_of(key))
        background.grades()
        st.header("Safety", anchor=False)
        st.markdown(NOTICE_LONG)
        st.markdown("\n".join(f"- {line}" for line in (*words.SAFETY, RATS_ONLY)))
