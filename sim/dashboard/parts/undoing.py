"""
Undo and redo: two buttons for every page whose settings can be changed.
"""

import streamlit as st

from sim.dashboard import history, state


def buttons() -> None:
    """Draw both buttons; a reset can be undone as well."""
    st.button(
        "Undo", key="undo", icon=":material/undo:", on_click=state.undo, disabled=not history.can_go_back(),
        help="Take the last change of settings or pinned runs back",
    )  # fmt: skip
    st.button(
        "Redo", key="redo", icon=":material/redo:", on_click=state.redo, disabled=not history.can_go_forward(),
        help="Make the change again that was taken back",
    )  # fmt: skip
