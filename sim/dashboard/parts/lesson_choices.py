"""
The choices of a question, and what the buttons do with the one that a student makes.
"""

import streamlit as st

from sim.dashboard.parts import lesson_state
from sim.lessons import Question
from sim.lessons.screens import LETTERS

CHOOSE_FIRST = "Choose one answer first. A guess is fine: you learn most from a prediction that fails."
_HINT = "lesson_hint"


def draw(question: Question, index: int, label: str) -> None:
    """Draw a question and its choices."""
    st.markdown(question.filled(question.prompt))
    st.radio(
        label,
        range(len(question.choices)),
        index=None,
        format_func=lambda i: f"{LETTERS[i]}) {question.filled(question.choices[i].text)}",
        key=choice_key(index),
    )
    if st.session_state.pop(_HINT, False):
        st.warning(CHOOSE_FIRST, icon=":material/touch_app:")


def choice_key(index: int) -> str:
    """Return the widget key of the choices of a question."""
    opened = lesson_state.lesson()
    return f"choice_{opened.key if opened else ''}_{index}"


def check(index: int) -> None:
    """Take the answer to a question, or ask for one."""
    choice = st.session_state.get(choice_key(index))
    if choice is None:
        st.session_state[_HINT] = True
    else:
        lesson_state.answer(index, choice)
        lesson_state.turn()


def lock_in(index: int, step: int) -> None:
    """Take a prediction and show the result."""
    check(index)
    if _HINT not in st.session_state:
        lesson_state.go(step + 1)
