"""
The bar that stays in sight: three sliders, and one press away years, exact values and references.
"""

from typing import Any

import streamlit as st

from sim.browser import FOLDER
from sim.content import intakes
from sim.dashboard import callbacks, state, widgets
from sim.model.parameters import Control, control
from sim.runs.scenario import NUTRIENTS, Scenario
from sim.text.sentences import BLOOD_THINNER, NOTICE, label, unit


def bar() -> None:
    """Draw the bar at the bottom of the window."""
    st.html(FOLDER / "bar.css")
    now = state.current()
    with st.bottom, st.container(key="bar"):
        *columns, last = st.columns([4, 4, 4, 2], wrap=False, vertical_alignment="bottom")
        for column, name in zip(columns, NUTRIENTS, strict=True):
            with column:
                slider(control(name), now)
        popover = last.popover("More", icon=":material/tune:", width="stretch", key="more", on_change="rerun")
        # Drawn only while open: a closed popover would send its old values with every later change.
        if popover.open:
            with popover:
                more(now)
        st.caption(f"{NOTICE} {BLOOD_THINNER}")


def slider(row: Control, now: Scenario) -> None:
    """Draw the slider of a control; its key is the control's name."""
    default = state.show(row.name)
    st.slider(
        label(row, now),
        int(row.low),
        int(row.high),
        default,
        step=int(row.step),
        format=f"%d {unit(row.unit)}",
        key=row.name,
    )
    state.shown(row.name, default)


def more(now: Scenario) -> None:
    """Draw what is one press away: years, typed values, help, recommended intakes."""
    slider(control("years"), now)
    st.markdown("**Exact values**")
    columns = st.columns(3)
    for column, row in zip(columns, map(control, NUTRIENTS), strict=True):
        key, args = callbacks.exact_key(row.name), (row.name,)
        with column:
            default = number_box(row, now, key, on_change=callbacks.take_exact, args=args)
        widgets.take(key, default, callbacks.take_exact, *args)
    for row in map(control, NUTRIENTS):
        st.markdown(f"**{row.label}** ({unit(row.unit)}): {row.meaning}")
    st.markdown("**Recommended intakes and upper limits**, for comparison, not as advice")
    st.markdown(intakes.table().to_markdown())
    st.caption(f"{intakes.K_TOTAL} Calcium and vitamin D: {intakes.IOM_2011}.")


def number_box(row: Control, now: Scenario, key: str, **on_change: Any) -> int | None:
    """Draw a box in which a control's value is typed, and return the default as `widgets.give` does."""
    default = widgets.give(key, int(getattr(now, row.name)))
    words, start = f"{label(row, now)} [{unit(row.unit)}]", "min" if default is None else default
    st.number_input(words, int(row.low), int(row.high), start, step=1, key=key, **on_change)
    return default
