"""
What can be printed: the report of the runs, and a lesson's sheet and key; made only when a button is pressed.
"""

from functools import partial
from urllib.parse import urljoin

import streamlit as st

from sim.dashboard import state
from sim.dashboard.parts import share_panel
from sim.dashboard.parts.downloads import download
from sim.dashboard.turns import made_once, one_at_a_time
from sim.export import file_name
from sim.export.lesson_sheet import sheet_name, student_sheet_pdf, teacher_key_pdf
from sim.export.paper import PAPERS
from sim.export.report import report_pdf
from sim.lessons.old import LESSONS, Lesson
from sim.runs.scenario import Scenario
from sim.session.pins import Pins
from sim.text.comparison import side_by_side

LETTER_COUNTRIES = ("US", "CA", "MX", "PH", "CL", "CO")
"""Where printers hold Letter; everywhere else A4."""
SHEETS = {"student": ("Student's sheet (PDF)", student_sheet_pdf), "teacher": ("Teacher's key (PDF)", teacher_key_pdf)}


def served_at() -> str:
    """Return where this lab is served, as the reader's browser has it, without the page."""
    return urljoin(st.context.url or "", ".")


def panel() -> None:
    """Draw the choice of paper and what makes the report of what is on the page."""
    scenario, pins = state.link().scenario, state.link().pins
    paper, address = paper_choice(), share_panel.on_paper(share_panel.page_address())
    make, name = partial(report, scenario, pins, address, paper), file_name(scenario, "report", "pdf", pins=pins)
    download("Report on one page (PDF)", make, name, "save_report", icon="print")


def lesson_panel(lesson: Lesson, scenario: Scenario, address: str) -> None:
    """Draw what makes a lesson's sheet, whose link opens these settings, and its key; the address may be empty."""
    paper = paper_choice()
    with st.container(horizontal=True, gap="small"):
        for who, (label, _) in SHEETS.items():
            make = partial(sheet, lesson.key, who, scenario, address, paper)
            download(label, make, sheet_name(lesson, who, paper), f"save_{who}", icon="print")


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
def sheet(lesson: str, who: str, scenario: Scenario, address: str, paper: str) -> bytes:
    """Return a lesson's sheet, made once for all sessions; runs outside the session."""
    return SHEETS[who][1](LESSONS[lesson], scenario, address, paper)
