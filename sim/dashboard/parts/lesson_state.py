"""
Where a student is in a lesson: which lesson, which screen, which answers. It is part of the link, so it is checked
whenever it is read.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from sim.dashboard import state
from sim.dashboard.parts import class_code
from sim.lessons.old import LESSONS, Lesson
from sim.lessons.screens import SKIPPED, check_answers, check_step, with_answer
from sim.model.invalid import invalid
from sim.session.link import Progress

T = TypeVar("T")
HINT, _TURNS = "lesson_hint", "lesson_turns"


def open_lesson(key: str) -> None:
    """Open a lesson at its first screen, nothing answered; call in a callback."""
    if key not in LESSONS:
        raise invalid("lesson", key, LESSONS)
    state.keep(Progress(key))
    class_code.next_student()
    turn()


def close_lesson() -> None:
    """Go back to the list of lessons; call in a callback."""
    state.keep(Progress())
    turn()


def lesson() -> Lesson | None:
    """Return the lesson that is open, or None."""
    return LESSONS.get(state.link().progress.lesson)


def step() -> int:
    """Return which screen is shown, the first if what is kept is not one."""
    opened, kept = lesson(), state.link().progress.step
    return 0 if not opened or _refusal(check_step, opened, kept) else kept


def go(to: int) -> None:
    """Show a screen of the open lesson; call in a callback."""
    opened = lesson()
    if opened:
        state.keep(replace(state.link().progress, step=check_step(opened, to)))
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
    refused = [_refusal(check_answers, opened, SKIPPED * i + letter) for i, letter in enumerate(kept)]
    return "".join(SKIPPED if each else letter for each, letter in zip(refused, kept, strict=True))


def answer(question_index: int, choice_index: int) -> None:
    """Keep the answer to a question of the open lesson; call in a callback."""
    opened = lesson()
    if opened:
        checked = check_answers(opened, with_answer(answers(), question_index, choice_index))
        state.keep(replace(state.link().progress, answers=checked))


def choice_key(index: int) -> str:
    """Return the widget key of the choices of a question."""
    return f"choice_{state.link().progress.lesson}_{index}"


def check(index: int) -> None:
    """Take the answer to a question, or ask for one; call in a callback."""
    choice = st.session_state.get(choice_key(index))
    if choice is None:
        st.session_state[HINT] = True
    else:
        answer(index, choice)
        turn()


def lock_in(index: int, step: int) -> None:
    """Take a prediction and show the result; call in a callback."""
    check(index)
    if HINT not in st.session_state:
        go(step + 1)


def notices() -> list[str]:
    """Return a sentence for each thing that was not taken as it stood."""
    kept, opened = state.link().progress, lesson()
    if opened is None:
        refused = invalid("lesson", kept.lesson, LESSONS)
        return [f"{refused} The list of lessons is shown."] if kept.lesson else []
    step, answer = _refusal(check_step, opened, kept.step), _refusal(check_answers, opened, kept.answers)
    told = (step and f"{step} The first screen is shown.", answer and f"{answer} It counts as passed over.")
    return list(filter(None, told))


def _refusal(check: Callable[[Lesson, T], object], opened: Lesson, kept: T) -> str:
    """Return why a step or answers are not taken, or nothing."""
    try:
        check(opened, kept)
    except ValueError as error:
        return str(error)
    return ""
