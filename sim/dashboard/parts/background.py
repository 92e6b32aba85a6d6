"""What the parts of Background share: the way from one to another, what grades mean, the notice."""

import streamlit as st

from sim.content.evidence import GRADES
from sim.dashboard.parts.badges import badge
from sim.dashboard.parts.page_links import page_of
from sim.session.pages import TITLES
from sim.text.sentences import NOTICE

PARTS = ("background", "evidence", "words", "model")
"""Paths of their pages."""


def head(path: str) -> None:
    """Draw the title of a part, the links to all parts and, at the foot, the notice."""
    st.title(TITLES[path], anchor=False)
    with st.container(horizontal=True, gap="small", key="parts"):
        for part in PARTS:
            st.page_link(page_of(part), width="content")
    with st.bottom:
        st.caption(NOTICE)


def grades() -> None:
    """Draw what the grades mean, closed until it is opened."""
    with st.expander("What do the grades mean?", icon=":material/help:", key="grades_explained"):
        st.markdown("\n".join(f"- {badge(grade)} {meaning}" for grade, meaning in GRADES.items()))
