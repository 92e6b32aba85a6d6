"""
The presets, each one press.
"""

import streamlit as st

from sim.dashboard import callbacks
from sim.runs.scenario import PRESETS


def buttons() -> None:
    """Draw a button for each preset."""
    chosen = callbacks.matching_preset()
    # Buttons, because they hold no state: on a slow line the old state of a choice would come
    # back with the next move of a slider and undo it.
    with st.container(horizontal=True, wrap=False, gap="xsmall", key="presets"):
        for name in PRESETS:
            st.button(
                name,
                key=f"preset_{name}",
                type="primary" if name == chosen else "secondary",
                on_click=callbacks.choose_preset,
                args=(name,),
            )
