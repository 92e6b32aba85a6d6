"""
The bar that stays in sight: three sliders, and one press away years, exact values and references.
"""

import streamlit as st

from sim.content import intakes
from sim.dashboard import callbacks, state, widgets
from sim.model.parameters import CONTROLS, Control, control
from sim.runs.many import NUTRIENTS
from sim.runs.scenario import Scenario
from sim.text.sentences import BLOOD_THINNER, NOTICE, label, unit
from sim.text.tables import Table, markdown

# Streamlit has no option for these: rows that stay side by side on a phone, thin padding, buttons whose
# words are never cut off.
BAR_STYLE = """
<style>
.st-key-bar [data-testid="stColumn"] { min-width: 0; }
.st-key-bar [data-testid="stHorizontalBlock"] { gap: 1.25rem; }
.st-key-bar { gap: 0.25rem; }
.st-key-presets { overflow-x: auto; min-width: 0; padding: 0.25rem 0; }
.st-key-presets [data-testid="stElementContainer"] { flex-shrink: 0; }
.st-key-presets button { white-space: nowrap; }
.st-key-head { gap: 0.5rem; }
.st-key-lenses { flex-wrap: nowrap; }
.st-key-lenses [data-testid="stElementContainer"] { flex-shrink: 0; }
.st-key-lenses button { white-space: nowrap; }
.st-key-experiments p { white-space: normal; }
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] { gap: 0.4rem; }
.st-key-sentence { gap: 0.75rem; }
.st-key-sentence h2 { padding: 0.25rem 0 0; font-size: 1.1rem; }
.st-key-live, .st-key-live * { opacity: 1 !important; }
.st-key-bar [data-testid="stSliderTickBarMin"], .st-key-bar [data-testid="stSliderTickBarMax"] { display: none; }
@media (max-width: 1000px) {
  .st-key-head > [data-testid="stLayoutWrapper"]:has(.st-key-lenses) { flex-basis: 100%; }
}
@media (max-width: 900px) { .st-key-bar [data-testid="stPopoverButton"] { padding: 0.25rem; } }
@media (max-width: 640px) {
  .st-key-bar [data-testid="stHorizontalBlock"] { gap: 0.6rem; }
  .st-key-bar [data-testid="stColumn"]:last-child { flex: 0 0 2.75rem; }
  .st-key-bar [data-testid="stWidgetLabel"] p { font-size: 0.8rem; white-space: nowrap; }
  .st-key-bar [data-testid="stCaptionContainer"] p { font-size: 0.7rem; line-height: 1.25; }
  .st-key-projector { display: none; }
  .st-key-lenses button { padding-left: 0.5rem; padding-right: 0.5rem; }
  .st-key-lenses span:has(> [data-testid="stIconMaterial"]) { display: none; }
}
@media (max-width: 360px) {
  .st-key-bar [data-testid="stSliderThumbValue"], .st-key-bar [data-testid="stWidgetLabel"] p { font-size: 0.7rem; }
}
</style>
"""


def bar() -> None:
    """Draw the bar at the bottom of the window."""
    st.html(BAR_STYLE)
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
    for column, row in zip(columns, CONTROLS[:3], strict=True):
        key = callbacks.exact_key(row.name)
        default = widgets.give(key, int(getattr(now, row.name)))
        column.number_input(
            f"{label(row, now)} [{unit(row.unit)}]",
            int(row.low),
            int(row.high),
            "min" if default is None else default,
            step=1,
            key=key,
            on_change=callbacks.take_exact,
            args=(row.name,),
        )
        widgets.take(key, default, callbacks.take_exact, row.name)
    for row in CONTROLS[:3]:
        st.markdown(f"**{row.label}** ({unit(row.unit)}): {row.meaning}")
    header, rows = intakes.table()
    st.markdown("**Recommended intakes and upper limits**, for comparison, not as advice")
    st.markdown(markdown(Table("", header, rows)))
    st.caption(f"{intakes.K_TOTAL} Calcium and vitamin D: {intakes.IOM_2011}.")
