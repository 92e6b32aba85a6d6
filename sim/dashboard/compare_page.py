"""
Runs side by side: pin up to four by name, see them in every picture, keep them in a file.
"""

from functools import lru_cache, partial

import streamlit as st

from sim import data_files
from sim.comparison import Named, differences_table, side_by_side
from sim.dashboard import (
    assumptions,
    controls,
    notices,
    paper_panel,
    pinning,
    presets,
    runs,
    share,
    state,
    undoing,
)
from sim.dashboard.foreign import letter_by_letter
from sim.dashboard.pictures import svg_of, theme_name
from sim.export.comparison import FORMATS, comparison_bytes
from sim.export.session import FILE_NAME, MIME, read_session, session_text
from sim.links import Link
from sim.narrative import NOTICE_LONG, years_text
from sim.pins import MOST_PINS, Pins
from sim.plots import THEMES
from sim.plots.overlay import LOOKS, TITLES, describe_overlay, overlay_figure
from sim.scenarios import Scenario
from sim.tables import markdown

OPENED = "opened_file"


def page() -> None:
    """Draw the page."""
    controls.bar()
    scenario = state.read_widgets()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title("Compare runs", anchor=False, width="content")
        assumptions.lenses()
        undoing.buttons()
        saving(state.link())
        share.button()
    st.markdown(
        f"Choose a preset or set the sliders, pin the run, choose again. Up to {MOST_PINS} pinned runs are drawn "
        f"beside this run, all over the same {years_text(scenario.years)}. They are part of this page's address."
    )
    presets.buttons()
    pinning.form(scenario)
    pinning.rows()
    shown = side_by_side(scenario, state.pins(), runs.run)
    sentences(shown)
    pictures(scenario, state.pins())
    opened = st.expander(
        "Difference from the balanced run", icon=":material/table:", key="differences", on_change="rerun"
    )
    if opened.open:
        opened.markdown(markdown(differences_table(shown)))
        opened.caption(
            "Each run is compared with the balanced run under its own lens and assumptions, at the end of the years."
        )
    st.markdown(NOTICE_LONG)


def sentences(shown: tuple[Named, ...]) -> None:
    """Say what each run shows."""
    lines = [
        f"{look.sign} **{letter_by_letter(run.name)}**: {run.sentence()}"
        for look, run in zip(LOOKS, shown, strict=False)
    ]
    with st.container(key="compared"):
        st.markdown("\n\n".join(lines))


def pictures(scenario: Scenario, pins: Pins) -> None:
    """Draw every picture with all runs in it, two side by side where there is room."""
    grid = st.columns(2, gap="small")
    for index, name in enumerate(TITLES):
        svg, words = picture(name, scenario, pins, theme_name())
        with grid[index % 2]:
            st.image(svg, width="stretch", alt=words)
            st.caption(letter_by_letter(words))


@lru_cache(maxsize=200)
def picture(name: str, scenario: Scenario, pins: Pins, theme: str) -> tuple[str, str]:
    """Return a picture with all runs as SVG text, and the words that stand for it."""
    shown = side_by_side(scenario, pins, runs.run)
    return svg_of(overlay_figure(name, shown, THEMES[theme]), scenario, TITLES[name]), describe_overlay(name, shown)


def saving(link: Link) -> None:
    """Draw what can be saved, and where a saved file is opened."""
    opened = st.popover("Save and open", icon=":material/save:", key="save_runs", on_change="rerun")
    if not opened.open:
        return
    with opened:
        what = st.selectbox("Picture", list(TITLES), format_func=TITLES.__getitem__, key="compare_picture")
        file_format = st.selectbox("Format", list(FORMATS), format_func=FORMATS.__getitem__, key="compare_format")
        st.download_button(
            "Save file", data=partial(comparison_bytes, link.scenario, link.pins, what, file_format),
            file_name=f"compared_runs{'' if file_format in data_files.FORMATS else f'_{what}'}.{file_format}",
            icon=":material/download:", on_click="ignore", width="stretch", key="save_comparison",
        )  # fmt: skip
        st.download_button(
            "Save settings and pinned runs", data=session_text(link), file_name=FILE_NAME, mime=MIME,
            icon=":material/save:", on_click="ignore", width="stretch", key="save_session",
        )  # fmt: skip
        paper_panel.report_panel(link.scenario, link.pins, share.for_others(share.page_address()).address)
        st.file_uploader("Open saved settings and pinned runs", type="json", key=OPENED, on_change=open_file)


def open_file() -> None:
    """Take over what a file holds; what is there now can be brought back with undo."""
    file = st.session_state[OPENED]
    if file is None:
        return
    try:
        state.restore(*read_session(file.getvalue()))
    except ValueError as error:
        notices.say(str(error))
