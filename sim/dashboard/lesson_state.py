"""
Where a student is in a lesson: which lesson, which screen, which answers; plain values, checked whenever they are read.
"""

import streamlit as st

from sim.lessons import LESSONS, Lesson
from sim.lessons.screens import SKIPPED, check_answers, check_step, with_answer

LESSON, STEP, ANSWERS = "lesson", "lesson_step", "lesson_answers"
_WORDS, _TURNED = "lesson_words", "lesson_turned"


def open_lesson(key: str) -> None:
    """Open a lesson at its first screen, nothing answered; call in a callback."""
    if key not in LESSONS:
        raise ValueError(f"Invalid lesson '{key}'. Must be one of: {', '.join(LESSONS)}.")
    st.session_state[LESSON] = key
    st.session_state[ANSWERS] = ""
    go(0)


def close_lesson() -> None:
    """Go back to the list of lessons; call in a callback."""
    for name in (LESSON, STEP, ANSWERS):
        st.session_state.pop(name, None)
    turn()


def lesson() -> Lesson | None:
    """Return the lesson that is open, or None."""
    key = st.session_state.get(LESSON)
    return LESSONS.get(key) if isinstance(key, str) else None


def step() -> int:
    """Return which screen is shown, the first if what is kept is not one."""
    opened, kept = lesson(), st.session_state.get(STEP, 0)
    try:
        return check_step(opened, kept) if opened else 0
    except ValueError:
        return 0


def go(to: int) -> None:
    """Show a screen of the open lesson; call in a callback."""
    opened = lesson()
    if opened:
        st.session_state[STEP] = check_step(opened, to)
        turn()


def turn() -> None:
    """Note that what the screen shows is new; call in a callback."""
    st.session_state[_TURNED] = True


def turned() -> bool:
    """Tell, once, whether another screen has come: then the reader is taken to its beginning."""
    return st.session_state.pop(_TURNED, False)


def answers() -> str:
    """Return the answers to the open lesson's questions so far; what is no answer counts as passed over."""
    opened, kept = lesson(), st.session_state.get(ANSWERS, "")
    if not opened or not isinstance(kept, str):
        return ""
    return "".join(letter if _good(opened, i, letter) else SKIPPED for i, letter in enumerate(_cut(opened, kept)))


def answer(question_index: int, choice_index: int) -> None:
    """Keep the answer to a question of the open lesson; call in a callback."""
    opened = lesson()
    if opened:
        st.session_state[ANSWERS] = check_answers(opened, with_answer(answers(), question_index, choice_index))


def notices() -> list[str]:
    """Return a sentence for each thing that was not taken as it stood."""
    key, opened = st.session_state.get(LESSON), lesson()
    if opened is None:
        known = f"Must be one of: {', '.join(LESSONS)}."
        return [f"Invalid lesson '{key}'. {known} The list of lessons is shown."] if key is not None else []
    told = []
    try:
        check_step(opened, st.session_state.get(STEP, 0))
    except ValueError as error:
        told.append(f"{error} The first screen is shown.")
    try:
        check_answers(opened, st.session_state.get(ANSWERS, ""))
    except ValueError as error:
        told.append(f"{error} It counts as passed over.")
    return told


def words(key: str) -> str:
    """Return what the student has written for a question in this tab."""
    return st.session_state.get(_WORDS, {}).get(key, "")


def keep_words(key: str, widget: str) -> None:
    """Keep what the student has written; in this tab's memory only."""
    st.session_state[_WORDS] = {**st.session_state.get(_WORDS, {}), key: st.session_state[widget]}


def _cut(opened: Lesson, kept: str) -> str:
    return kept[: len(opened.questions)]


def _good(opened: Lesson, index: int, letter: str) -> bool:
    """Tell whether a letter is an answer to the question of that index."""
    try:
        return bool(check_answers(opened, SKIPPED * index + letter))
    except ValueError:
        return False
