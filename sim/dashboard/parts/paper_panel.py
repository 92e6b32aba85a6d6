"""
What can be printed: the report of the runs, and a lesson's sheet and key; made only when a button is pressed.
"""

from functools import partial
from urllib.parse import urljoin

import streamlit as st

from sim.dashboard import state
from sim.dashboard.escape import letter_by_letter
from sim.dashboard.parts import share_panel
from sim.dashboard.parts.downloads import download
from sim.dashboard.turns import made_once, one_at_a_time
from sim.export import file_name
from sim.export.lesson_sheet import sheet_name, student_sheet_pdf, teacher_key_pdf
from sim.export.paper import PAPERS
from sim.export.printed_link import lesson_address
from sim.export.report import report_pdf
from sim.lessons import LESSONS, Lesson
from sim.runs.scenario import Scenario
from sim.session.lab_address import lab_address
from sim.session.pins import Pins
from sim.text.comparison import side_by_side
from sim.text.messages import say

LETTER_COUNTRIES = ("US", "CA", "MX", "PH", "CL", "CO")
"""Where printers hold Letter; everywhere else A4."""
SHEETS = {"student": "paper-save-student", "teacher": "paper-save-teacher"}


def served_at() -> str:
    """Return where this lab is served, as the reader's browser has it, without the page."""
    return urljoin(st.context.url or "", ".")


def panel() -> None:
    """Draw the choice of paper and what makes the report of what is on the page."""
    scenario, pins = state.link().scenario, state.link().pins
    paper, address = paper_choice(), share_panel.on_paper(share_panel.page_address())
    make, name = partial(report, scenario, pins, address, paper), file_name(scenario, "report", "pdf", pins=pins)
    download("Report on one page (PDF)", make, name, "save_report", icon="print")


def lessons_panel() -> None:
    """Draw the choice of a lesson and what makes its sheet and key."""
    st.subheader(say("paper-print"))
    key = st.selectbox(
        say("paper-lesson"), list(LESSONS), format_func=lambda key: LESSONS[key].title, key="paper_lesson",
        persist_state="session",
    )  # fmt: skip
    lesson_panel(LESSONS[key])


def lesson_panel(lesson: Lesson) -> None:
    """Draw what makes a lesson's sheet, with the link that the teacher chooses, and its key."""
    paper, address = paper_choice(), address_choice(lesson)
    if address is None:
        return
    with st.container(horizontal=True, gap="small"):
        for who, label in SHEETS.items():
            make = partial(sheet, lesson.key, who, address if who == "student" else "", paper)
            download(say(label), make, sheet_name(lesson, who, paper), f"save_{who}", icon="print")


def address_choice(lesson: Lesson) -> str | None:
    """
    Draw the choice of what link and QR code on a sheet open, and return that address: empty where there is none.

    Paper outlives an address of today: none is printed that was not chosen. It is None while what is typed is none.
    """
    offered = share_panel.for_others(served_at())
    page = lesson_address(offered.address, lesson.key)
    choices = {"none": say("paper-link-none"), "file": say("paper-link-file")}
    if offered.reachable:
        choices["page"] = say("paper-link-page", address=page)
    options = {"horizontal": False, "key": "paper_link", "format_func": choices.get, "persist_state": "session"}
    chosen = st.radio(say("paper-link"), list(choices), **options)
    if chosen == "page":
        return page
    if chosen == "none":
        return ""
    label, example = say("paper-link-typed"), "https://school.example/calcium-lab.html"
    typed = st.text_input(label, key="paper_link_file", placeholder=example, persist_state="session")
    try:
        return lesson_address(lab_address(typed), lesson.key) if typed else None
    except ValueError as error:
        st.warning(letter_by_letter(str(error)))
        return None


def paper_choice() -> str:
    """Draw the choice of paper and return it; remembered while it is not on the page."""
    sizes = list(PAPERS)
    usual = sizes.index(usual_paper(st.context.locale))
    return st.radio("Paper", sizes, usual, horizontal=True, key="paper", persist_state="session")


def usual_paper(locale: str | None) -> str:
    """
    Return the paper that is usual where a browser's language is spoken.

    Examples
    --------
    >>> usual_paper("en-US"), usual_paper("en-GB"), usual_paper(None)
    ('Letter', 'A4', 'A4')
    """
    return "Letter" if (locale or "").rpartition("-")[2] in LETTER_COUNTRIES else "A4"


@one_at_a_time
def report(scenario: Scenario, pins: Pins, address: str, paper: str) -> bytes:
    """Return the report; runs outside the session, so it is given all it needs."""
    return report_pdf(side_by_side(scenario, pins), address, paper)


@made_once(maxsize=32)
def sheet(lesson: str, who: str, address: str, paper: str) -> bytes:
    """Return a lesson's sheet or key, made once for all sessions; runs outside the session."""
    if who == "student":
        return student_sheet_pdf(LESSONS[lesson], address, paper)
    return teacher_key_pdf(LESSONS[lesson], paper)
