"""
What each kind of screen of a lesson shows.
"""

from collections.abc import Callable, Mapping

import streamlit as st

from sim.content.evidence import claim_of
from sim.dashboard import lab, state
from sim.dashboard.parts import class_code, lesson_state
from sim.dashboard.parts.badges import badge, graded
from sim.dashboard.parts.page_links import go_to
from sim.dashboard.parts.pictures import show_prediction
from sim.figures.style import CARD
from sim.lessons.measures import measures_of
from sim.lessons.old import Lesson, Question
from sim.lessons.prediction_words import describe_prediction
from sim.lessons.screens import LETTERS, chosen, score
from sim.runs.scenario import Scenario

STAYS_HERE = (
    "What you write stays in this browser tab: it is not stored and nobody else sees it. Copy it out to keep it."
)
CHOOSE_FIRST = "Choose one answer first. A guess is fine: you learn most from a prediction that fails."
BODY = "The body after the change"


def intro(lesson: Lesson, index: int) -> None:
    """Draw what is read first."""
    st.header(lesson.title, anchor=False)
    st.markdown(f"**Aim.** {lesson.filled(lesson.aim)}")
    st.markdown(lesson.filled(lesson.intro, badge))
    to_the_lab(lesson.start)


def predict(lesson: Lesson, index: int) -> None:
    """Draw the question of an activity; the result stays hidden, and a prediction that is locked in stays as it is."""
    question = lesson.questions[index]
    mine = asked(question, index, "Your prediction")
    if mine is not None:
        st.info(f"You locked in: **{question.filled(question.choices[mine].text)}**", icon=":material/lock:")


def result(lesson: Lesson, index: int) -> None:
    """Draw the prediction over the result, what is said to it, and the body as it is after the change."""
    question = lesson.questions[index]
    mine = chosen(lesson_state.answers(), index)
    st.markdown(question.filled(question.prompt))
    left, right = st.columns(2, gap="medium")
    with left:
        show_prediction(question, predicted(question, mine), CARD)
        st.caption(" ".join(f'What counts as "stays": {each.reason}' for each in measures_of(question.measure)))
    with right:
        feedback(question, mine)
        st.markdown(f"**What to notice.** {question.filled(question.notice, badge)}")
        to_the_lab(question.after)
    st.header(BODY, anchor=False)
    lab.still(question.after, question.before)


def explain(lesson: Lesson, index: int) -> None:
    """Ask for an explanation in the student's own words."""
    question = lesson.questions[index]
    st.markdown(question.filled(question.explain))
    key = f"explain_{question.key}"
    st.text_area("Your explanation", key=key, height=180, max_chars=2000, persist_state="session")
    st.caption(STAYS_HERE)
    st.caption(describe_prediction(question, predicted(question, chosen(lesson_state.answers(), index))))
    picture = st.expander(BODY, icon=":material/accessibility_new:", key="lesson_body", on_change="rerun")
    # Drawn only while open: between the words and the way on it would be thirty stops of the Tab key.
    if picture.open:
        with picture:
            lab.still(question.after, question.before)


def quiz(lesson: Lesson, index: int) -> None:
    """Draw a question of the quiz; once answered, what is to be said to each option."""
    question = lesson.questions[index]
    mine = asked(question, index, "Your answer")
    if mine is None:
        return
    right = question.answer()
    for i, choice in enumerate(question.choices):
        marks = [mark for mark, applies in (("as the model has it", i == right), ("your answer", i == mine)) if applies]
        head = f"**{LETTERS[i]}) {choice.text}**" + (f" ({', '.join(marks)})" if marks else "")
        draw = st.success if i == right else st.info
        draw(
            question.filled(f"{head}\n\n{choice.feedback}", badge),
            icon=":material/check_circle:" if i == right else ":material/radio_button_unchecked:",
        )
    st.markdown(question.filled(question.notice, badge))


def end(lesson: Lesson, index: int) -> None:
    """Draw what to keep in mind, the score in words, and the grades of the lesson's claims."""
    st.header("What to keep in mind", anchor=False)
    st.markdown(lesson.filled(lesson.takeaway, badge))
    st.markdown(f"**Your quiz:** {score(lesson, lesson_state.answers())}.")
    class_code.code_box(lesson, lesson_state.answers(), state.current())
    if lesson.task:
        st.header("Your own investigation", anchor=False)
        st.markdown(lesson.filled(lesson.task))
    st.header("How well is it founded?", anchor=False)
    st.markdown(graded(map(claim_of, lesson.claims)))
    st.caption("The studies behind each line stand on the page Evidence.")
    to_the_lab(lesson.start)


DRAW: Mapping[str, Callable[[Lesson, int], None]] = {
    "intro": intro,
    "predict": predict,
    "result": result,
    "explain": explain,
    "quiz": quiz,
    "end": end,
}
"""By kind of screen; each takes the lesson and the index of its question, 0 where it has none."""


def asked(question: Question, index: int, label: str) -> int | None:
    """Draw a question, its choices too while it is open, and return what the student has chosen."""
    st.markdown(question.filled(question.prompt))
    mine = chosen(lesson_state.answers(), index)
    if mine is None:
        st.radio(
            label,
            range(len(question.choices)),
            index=None,
            format_func=lambda i: f"{LETTERS[i]}) {question.filled(question.choices[i].text)}",
            key=lesson_state.choice_key(index),
        )
        if st.session_state.pop(lesson_state.HINT, False):
            st.warning(CHOOSE_FIRST, icon=":material/touch_app:")
    return mine


def predicted(question: Question, mine: int | None) -> dict[str, int]:
    """Return one student's prediction as counts, empty if there is none."""
    return {} if mine is None else {question.choices[mine].outcome: 1}


def feedback(question: Question, mine: int | None) -> None:
    """Say what is to be said to the chosen option, and which one the model gives."""
    right = question.choices[question.answer()]
    if mine is None:
        st.info(f"You made no prediction. The model says: {question.filled(right.text)}")
    elif mine == question.answer():
        st.success(question.filled(f"**{right.text}**\n\n{right.feedback}", badge), icon=":material/check_circle:")
    else:
        choice = question.choices[mine]
        told = f"You said: **{choice.text}**\n\n{choice.feedback}\n\nThe model says: **{right.text}**"
        st.info(question.filled(told, badge), icon=":material/compare_arrows:")


def to_the_lab(scenario: Scenario) -> None:
    """Draw the button that takes settings to the Lab; the student's own are replaced by this press only."""
    if st.button(
        "Open these settings in the Lab",
        key="lesson_lab",
        icon=":material/science:",
        on_click=state.put,
        args=(scenario,),
    ):
        go_to("lab")
    st.caption("This replaces the settings that the Lab has now.")
