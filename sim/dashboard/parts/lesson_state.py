"""
Where a student is in a lesson: which lesson, which screen, which answers. It is part of the link, so it is checked
whenever it is read.
"""

from dataclasses import replace

import streamlit as st

from sim.dashboard import state
from sim.dashboard.parts import class_code
from sim.lessons import LESSONS, Lesson
from sim.lessons.screens import SKIPPED, check_answers, check_step, with_answer
from sim.model.invalid import invalid
from sim.session.link import Progress

_TURNS = "lesson_turns"


def open_lesson(key: str) -> None:
    """Open a lesson at its first screen, nothing answered; call in a callback."""
    if key not in LESSONS:
        raise invalid("lesson", key, LESSONS)
    state.keep(progress=Progress(key))
    class_code.next_student()
    turn()


def close_lesson() -> None:
    """Go back to the list of lessons; call in a callback."""
    state.keep(progress=Progress())
    turn()


def lesson() -> Lesson | None:
    """Return the lesson that is open, or None."""
    return LESSONS.get(state.link().progress.lesson)


def step() -> int:
    """Return which screen is shown, the first if what is kept is not one."""
    opened = lesson()
    try:
        return check_step(opened, state.link().progress.step) if opened else 0
    except ValueError:
        return 0


def go(to: int) -> None:
    """Show a screen of the open lesson; call in a callback."""
    opened = lesson()
    if opened:
        state.keep(progress=replace(state.link().progress, step=check_step(opened, to)))
        turn()


def turn() -> None:
    """Note that what the screen shows is new; call in a callback."""
    st.session_state[_TURNS] = turns() + 1


def turns() -> int:
    """Return how often another screen has come, so that the reader can be taken to its beginning."""
    return st.session_state.get(_TURNS, 0)


def answers() -> str:
    """Return the answers to the open lesson's questions so far; what is no answer counts as passed over."""
    opened = lesson()
    if not opened:
        return ""
    kept = state.link().progress.answers[: len(opened.questions)]
    return "".join(letter if _good(opened, i, letter) else SKIPPED for i, letter in enumerate(kept))


def answer(question_index: int, choice_index: int) -> None:
    """Keep the answer to a question of the open lesson; call in a callback."""
    opened = lesson()
    if opened:
        checked = check_answers(opened, with_answer(answers(), question_index, choice_index))
        state.keep(progress=replace(state.link().progress, answers=checked))


def notices() -> list[str]:
    """Return a sentence for each thing that was not taken as it stood."""
    kept, opened = state.link().progress, lesson()
    if opened is None:
        refused = invalid("lesson", kept.lesson, LESSONS)
        return [f"{refused} The list of lessons is shown."] if kept.lesson else []
    told = []
    try:
        check_step(opened, kept.step)
    except ValueError as error:
        told.append(f"{error} The first screen is shown.")
    try:
        check_answers(opened, kept.answers)
    except ValueError as error:
        told.append(f"{error} It counts as passed over.")
    return told


def _good(opened: Lesson, index: int, letter: str) -> bool:
    """Tell whether a letter is an answer to the question of that index."""
    try:
        return bool(check_answers(opened, SKIPPED * index + letter))
    except ValueError:
        return False
