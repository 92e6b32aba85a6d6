"""
The presets, each one press.
"""

import streamlit as st

from sim.dashboard import changes
from sim.scenarios import PRESETS


def buttons() -> None:
    """Draw a button for each preset."""
    chosen = changes.matching_preset()
    # Buttons, because they hold no state: on a slow line the old state of a choice would come
    # back with the next move of a slider and undo it.
    with st.container(horizontal=True, wrap=False, gap="xsmall", key="presets"):
        for name in PRESETS:
            st.button(
                name,
                key=f"preset_{name}",
                type="primary" if name == chosen else "secondary",
                on_click=changes.choose_preset,
                args=(name,),
            )
