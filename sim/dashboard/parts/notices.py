"""
What the page has to say before anything else: of a link that could not be taken as it stood, of a press that failed.
"""

from collections.abc import Sequence

import streamlit as st

from sim.dashboard import state
from sim.dashboard.escape import letter_by_letter

MOST = 12
"""More than these nobody reads, and each costs the browser an element."""
_SAID = "said"


def say(text: str) -> None:
    """Say something at the top of the page, once."""
    st.session_state.setdefault(_SAID, []).append(text)


def show() -> None:
    """Show what there is to say."""
    for notice in first_of(state.link_notices()):
        st.warning(letter_by_letter(notice), icon=":material/link:")
    for text in st.session_state.pop(_SAID, []):
        st.warning(letter_by_letter(text), icon=":material/info:")


def first_of(notices: Sequence[str]) -> list[str]:
    """
    Return the first notices and, if there are more than anybody reads, how many more.

    Examples
    --------
    >>> first_of([f"notice {number}" for number in range(500)])[-2:]
    ['notice 11', '... and 488 more like these.']
    """
    left = len(notices) - MOST
    return [*notices[:MOST], *([f"... and {left:,} more like these."] if left > 0 else [])]
