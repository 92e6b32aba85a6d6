"""
Pinned runs: the button that pins, and a row for each pinned run to name, use, move or remove it.
"""

from collections.abc import Callable

import streamlit as st

from sim.dashboard import state
from sim.dashboard.escape import letter_by_letter
from sim.dashboard.parts import notices
from sim.figures.overlay import LOOKS
from sim.runs.scenario import Scenario
from sim.session.pins import LONGEST_NAME, MOST_PINS, Pins, add, move_up, remove, rename, suggested_name
from sim.text.messages import say

NEW_NAME = "new_pin_name"


def change(changed: Callable[[Pins], Pins]) -> None:
    """Change the pinned runs, or say why they cannot be changed so."""
    try:
        state.put_pins(changed(state.link().pins))
    except ValueError as error:
        notices.say(str(error))


def place_of(name: str) -> int | None:
    """Return where the pinned run of a name is; None if it has gone since its row was drawn."""
    return next((index for index, pinned in enumerate(state.link().pins) if pinned.name == name), None)


def change_one(name: str, changed: Callable[[Pins, int], Pins]) -> None:
    """Change the pinned run of a name, if it is still there."""
    index = place_of(name)
    if index is not None:
        change(lambda pins: changed(pins, index))


def button() -> None:
    """Draw the button that pins this run under the name that suggests itself."""
    st.button("Pin", key="pin", icon=":material/keep:", on_click=pin, help="Keep this run, to see it beside others")


def pin(name: str = "") -> None:
    """Pin this run and, where it was pinned without a word, say under which name."""
    before = state.link().pins
    change(lambda pins: add(pins, state.current(), name))
    if not name and state.link().pins != before:
        notices.say(f"Pinned as '{state.link().pins[-1].name}': the page Compare shows pinned runs side by side.")


def form(scenario: Scenario) -> None:
    """Draw the box for a name and the button that pins this run."""
    if len(state.link().pins) == MOST_PINS:
        st.caption(say("compare-full", most=str(MOST_PINS)), width="content")
        return
    st.text_input(
        say("compare-name"), key=NEW_NAME, placeholder=suggested_name(state.link().pins, scenario),
        max_chars=LONGEST_NAME, width=230, label_visibility="collapsed",
    )  # fmt: skip
    st.button(say("compare-pin"), key="pin_run", icon=":material/keep:", type="primary", on_click=pin_named)


def pin_named() -> None:
    """Pin this run under the typed name, or the one that suggests itself."""
    typed = (st.session_state.get(NEW_NAME) or "").strip(" ")
    pin(typed or suggested_name(state.link().pins, state.current()))
    st.session_state[NEW_NAME] = ""


def row() -> None:
    """Draw the pinned runs in a row: each opens what can be done with it."""
    with st.container(horizontal=True, gap="xsmall", key="pins"):
        for index, pinned in enumerate(state.link().pins):
            shown = letter_by_letter(pinned.name)
            # A new key for a new name: a box of the same key would keep what was typed and refused.
            key = f"pin_name_{index}_{pinned.name}"
            with st.popover(f"{LOOKS[index + 1].sign} {shown}", help=f"Use, rename, move or remove {shown}"):
                st.text_input(
                    say("compare-pin-name", number=str(index + 1)), pinned.name, key=key, max_chars=LONGEST_NAME,
                    on_change=rename_pin, args=(pinned.name, key),
                )  # fmt: skip
                buttons(index, pinned.name)


def buttons(index: int, name: str) -> None:
    """Draw what can be done with a pinned run."""
    with st.container(horizontal=True, gap="xsmall"):
        st.button("Use", key=f"pin_use_{index}", on_click=use, args=(name,), help="Put its settings back")
        st.button(
            "Move up", key=f"pin_up_{index}", on_click=change_one, args=(name, move_up),
            disabled=len(state.link().pins) == 1,
        )  # fmt: skip
        st.button(
            say("compare-remove"), key=f"pin_remove_{index}", on_click=change_one, args=(name, remove),
            help="Undo brings it back",
        )  # fmt: skip


def rename_pin(name: str, key: str) -> None:
    """Give a pinned run the name that was typed."""
    typed = st.session_state.get(key)
    if typed is not None:
        change_one(name, lambda pins, index: rename(pins, index, typed))


def use(name: str) -> None:
    """Put the settings of a pinned run on the sliders; the years stay."""
    index = place_of(name)
    if index is not None:
        state.put(state.link().pins[index].over(state.current().years))
