"""
The class code on a lesson's last screen: what a student hands in, without a name.
"""

import streamlit as st

from sim.dashboard.escape import letter_by_letter
from sim.lessons.answer_sheet import Sheet, new_mark
from sim.lessons.codes import encode
from sim.lessons.old import Lesson
from sim.lessons.results import UNANSWERED
from sim.lessons.screens import LETTERS, chosen
from sim.runs.scenario import Scenario

HEADING = "Your class code"
WHAT_FOR = (
    "Copy this line and give it to your teacher if you are asked for it, for instance in the class chat. "
    "It is all that is handed in; the page itself stores and sends nothing."
)
_MARK = "class_mark"


def code_box(lesson: Lesson, answers: str, scenario: Scenario) -> None:
    """Draw the code of these answers and the student's settings, with a copy button, and say what it holds."""
    sheet = Sheet(lesson.key, answers, scenario, mark=st.session_state.setdefault(_MARK, new_mark()))
    st.header(HEADING, anchor=False)
    st.code(encode(sheet), language=None, wrap_lines=True)
    st.caption(WHAT_FOR)
    st.caption(letter_by_letter(holds(sheet)))


def next_student() -> None:
    """Let the next code have a mark of its own; call in the callback that opens a lesson anew."""
    st.session_state.pop(_MARK, None)


def holds(sheet: Sheet) -> str:
    """
    Return in words what the code of a sheet holds.

    Examples
    --------
    >>> print(holds(Sheet("absorption", "ab-c", Scenario())))  # doctest: +ELLIPSIS
    It holds lesson 1, your answers (1 A, 2 B, 3 not answered, 4 C, ...), your settings (Calcium ...
    """
    given = [chosen(sheet.answers, index) for index in range(len(sheet.lesson.questions))]
    answers = ", ".join(
        f"{number} {UNANSWERED if choice is None else LETTERS[choice].upper()}"
        for number, choice in enumerate(given, 1)
    )
    return (
        f"It holds lesson {sheet.lesson.number}, your answers ({answers}), your settings ({sheet.settings_line}), "
        "four letters drawn by chance so that two students who answer alike stay two, and a checksum. No name."
    )
