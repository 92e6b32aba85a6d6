"""
Runs side by side: pin up to four by name, see them in every picture, keep them in a file.
"""

from functools import partial

import streamlit as st

from sim.dashboard import state
from sim.dashboard.escape import letter_by_letter, table_letter_by_letter
from sim.dashboard.parts import notices, panels, paper_panel, pinning
from sim.dashboard.parts.downloads import download
from sim.dashboard.parts.pictures import image, svg_of, theme_name
from sim.dashboard.turns import made_once
from sim.export import file_name
from sim.export.compared_runs import FORMATS, comparison_bytes
from sim.export.session_file import FILE_NAME, read_session, session_text
from sim.figures import THEMES
from sim.figures.overlay import LOOKS, PLAIN, TITLES, describe_overlay, overlay_figure
from sim.runs.scenario import Scenario
from sim.session import pages
from sim.session.link import Link
from sim.session.pins import MOST_PINS, Pins
from sim.text import data_files
from sim.text.comparison import Named, differences_table, side_by_side
from sim.text.messages import say
from sim.text.sentences import NOTICE_LONG, years_text

OPENED, PASTED = "opened_file", "pasted_file"


def page() -> None:
    """Draw the page."""
    scenario = state.current()
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="head"):
        st.title(pages.TITLES["compare"], anchor=False, width="content")
        pinning.form(scenario)
        saving(state.link())
        panels.share_button()
    pinning.row()
    if not state.link().pins:
        st.markdown(say("compare-intro", most=str(MOST_PINS), years=years_text(scenario.years)))
    shown = side_by_side(scenario, state.link().pins)
    pictures(scenario, state.link().pins)
    sentences(shown)
    opened = st.expander(say("compared"), icon=":material/table:", key="differences", on_change="rerun")
    if opened.open:
        opened.markdown(table_letter_by_letter(differences_table(shown)))
        opened.caption(say("compared-note"))
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
    """Draw every picture with all runs in it, two side by side where there is room: on a phone in their order."""
    names = list(TITLES)
    for pair in zip(names[::2], names[1::2], strict=True):
        for column, name in zip(st.columns(2, gap="small"), pair, strict=True):
            with column:
                image(*picture(name, scenario, pins, theme_name()), caption="")


@made_once(maxsize=200)
def picture(name: str, scenario: Scenario, pins: Pins, theme: str) -> tuple[str, str]:
    """Return a picture with all runs as SVG text, and the words that stand for it."""
    shown = side_by_side(scenario, pins)
    figure = overlay_figure(name, shown, THEMES[theme], PLAIN)
    return svg_of(figure, scenario, TITLES[name]), describe_overlay(name, shown)


def saving(link: Link) -> None:
    """Draw what can be saved, and where a saved file is opened."""
    opened = st.popover("Save and open", icon=":material/save:", key="save_runs", on_change="rerun")
    if not opened.open:
        return
    with opened:
        what = st.selectbox("Picture", list(TITLES), format_func=TITLES.__getitem__, key="compare_picture")
        file_format = st.selectbox("Format", list(FORMATS), format_func=FORMATS.__getitem__, key="compare_format")
        make = partial(comparison_bytes, link.scenario, link.pins, what, file_format)
        # Other runs, or the same under other names, have another name.
        what = "compared" if file_format in data_files.FORMATS else f"compared_{what}"
        name = file_name(link.scenario, what, file_format, pins=link.pins)
        download("Save file", make, name, "save_comparison", width="stretch")
        saved = session_text(link)
        download("Save settings and pinned runs", saved, FILE_NAME, "save_session", icon="save", width="stretch")
        paper_panel.panel()
        st.file_uploader("Open saved settings and pinned runs", type="json", key=OPENED, on_change=open_file)
        # Inside a frame of another site, such as a learning platform's, the browser keeps files from being sent.
        st.text_area("Or paste the text of a saved file", key=PASTED, height=68, placeholder='{ "notice": ...')
        st.button(
            "Open pasted text", icon=":material/file_open:", width="stretch", key="open_pasted", on_click=open_pasted
        )


def open_file() -> None:
    """Take over what a chosen file holds."""
    file = st.session_state.get(OPENED)
    if file is not None:
        open_session(file.getvalue())


def open_pasted() -> None:
    """Take over what a pasted text holds; one that is refused stays to be mended."""
    text = st.session_state.get(PASTED)
    if text is not None and open_session(text):
        st.session_state[PASTED] = ""


def open_session(text: str | bytes) -> bool:
    """Take over what a saved text holds and tell whether it could be; what is there now comes back with undo."""
    try:
        state.restore(*read_session(text))
    except ValueError as error:
        notices.say(str(error))
        return False
    return True
