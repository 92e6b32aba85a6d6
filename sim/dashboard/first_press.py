"""
The press with which a session begins: after a restart of the server, or a long sleep of a phone, a reader's next press
comes to a session that has drawn nothing yet. Streamlit then draws the page and calls nothing for the press.
"""

from functools import partial

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from sim.dashboard import state


def note() -> None:
    """Note which buttons of a page that was just drawn are pressed already, and let it be drawn again; call last."""
    held, context = state.session(), get_script_run_ctx()
    if not held.fresh or context is None:
        return
    held.fresh = False
    # Not public: which buttons were pressed, and what each of them calls; tests/browser/test_held_widgets.py guards it.
    kept = context.session_state._state
    widgets = kept._new_widget_state
    held.pressed = [
        partial(row.callback, *(row.callback_args or ()), **(row.callback_kwargs or {}))
        for name, row in widgets.widget_metadata.items()
        if row.value_type == "trigger_value" and row.callback is not None and widgets.get(name)
    ]
    if held.pressed:
        kept._compact_state()  # so that what was typed outlives its box, as it does between two messages of a browser
        st.rerun()


def take() -> None:
    """Do what they are there for; call before anything is drawn, as Streamlit does."""
    held = state.session()
    pressed, held.pressed = held.pressed, []
    for call in pressed:
        call()
