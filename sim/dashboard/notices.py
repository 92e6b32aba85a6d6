"""
What the page has to say before anything else: of a link that could not be taken as it stood, of a press that failed.
"""

import streamlit as st

from sim.dashboard import state
from sim.dashboard.foreign import letter_by_letter

_SAID = "said"


def say(text: str) -> None:
    """Say something at the top of the page, once."""
    st.session_state.setdefault(_SAID, []).append(text)


def show() -> None:
    """Show what there is to say."""
    for notice in state.link_notices():
        st.warning(letter_by_letter(notice), icon=":material/link:")
    for text in st.session_state.pop(_SAID, []):
        st.warning(letter_by_letter(text), icon=":material/info:")
