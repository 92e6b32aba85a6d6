"""
What each kind of screen of a lesson shows.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

import streamlit as st

from sim.dashboard import class_code, lab, lesson_state, state
from sim.dashboard.evidence_page import badge
from sim.dashboard.live import stage
from sim.dashboard.pictures import theme_name
from sim.evidence import claim_of
from sim.export.images import image_bytes
from sim.lessons import Lesson, Question
from sim.lessons.measures import MEASURES, measures_of
from sim.lessons.screens import LETTERS, chosen, is_right, pace, score
from sim.lessons.words import describe_prediction
from sim.plots import THEMES
from sim.plots.prediction import prediction_figure
from sim.plots.style import CARD
from sim.scenarios import Scenario
from sim.tables import Table, markdown

CHOOSE_FIRST = "Choose one answer first. A guess is fine: you learn most from a prediction that fails."
STAYS_HERE = (
    "What you write stays in this browser tab: it is not stored and nobody else sees it. Copy it out to keep it."
)
_HINT = "lesson_hint"


def intro(lesson: Lesson, index: int) -> None:
    """Draw what is read first."""
    st.header(lesson.title, anchor=False)
    st.markdown(f"**Aim.** {lesson.filled(lesson.aim)}")
    st.markdown(lesson.filled(lesson.intro, badge))
    to_the_lab(lesson.start)


def predict(lesson: Lesson, index: int) -> None:
    """Draw the question of an activity; the result stays hidden."""
    question = lesson.questions[index]
    choices(question, index, "Your prediction")


def result(lesson: Lesson, index: int) -> None:
    """Draw the prediction over the result, what is said to it, and the body as it is after the change."""
    question = lesson.questions[index]
    mine = chosen(lesson_state.answers(), index)
    st.markdown(question.filled(question.prompt))
    left, right = st.columns(2, gap="medium")
    with left:
        words = describe_prediction(question, predicted(question, mine))
        st.image(svg(question, mine, theme_name()), width="stretch", alt=words)
        st.caption(words)
        st.caption(threshold(question))
    with right:
        feedback(question, mine)
        st.markdown(f"**What to notice.** {question.filled(question.notice, badge)}")
        to_the_lab(question.after)
    body(question)


def explain(lesson: Lesson, index: int) -> None:
    """Ask for an explanation in the student's own words."""
    question = lesson.questions[index]
    st.markdown(question.filled(question.explain))
    widget = f"explain_{question.key}"
    # Streamlit forgets a widget that is not drawn; the words are to be there when the student comes back.
    st.session_state.setdefault(widget, lesson_state.words(question.key))
    st.text_area(
        "Your explanation",
        key=widget,
        height=180,
        max_chars=2000,
        on_change=lesson_state.keep_words,
        args=(question.key, widget),
    )
    st.caption(STAYS_HERE)
    st.caption(describe_prediction(question, predicted(question, chosen(lesson_state.answers(), index))))
    body(question)


def quiz(lesson: Lesson, index: int) -> None:
    """Draw a question of the quiz; once answered, what is to be said to each option."""
    question = lesson.questions[index]
    mine = chosen(lesson_state.answers(), index)
    if mine is None:
        choices(question, index, "Your answer")
        return
    st.markdown(question.filled(question.prompt))
    right = question.answer()
    for i, choice in enumerate(question.choices):
        marks = [mark for mark, applies in (("as the model has it", i == right), ("your answer", i == mine)) if applies]
        head = f"**{LETTERS[i]}) {choice.text}**" + (f" ({', '.join(marks)})" if marks else "")
        text = f"{question.filled(head)}\n\n{question.filled(choice.feedback, badge)}"
        draw = st.success if i == right else st.info
        draw(text, icon=":material/check_circle:" if i == right else ":material/radio_button_unchecked:")
    st.markdown(question.filled(question.notice, badge))


def end(lesson: Lesson, index: int) -> None:
    """Draw what to keep in mind, the score in words, and the grades of the lesson's claims."""
    st.header("What to keep in mind", anchor=False)
    st.markdown(lesson.filled(lesson.takeaway, badge))
    st.markdown(f"**Your quiz:** {score(lesson, lesson_state.answers())}.")
    class_code.code_box(lesson, lesson_state.answers(), state.current())
    st.header("How well is it founded?", anchor=False)
    claims = [claim_of(key) for key in lesson.claims]
    st.markdown("\n".join(f"- {badge(claim.grade)} {claim.statement}" for claim in claims))
    st.caption('The studies behind each line stand on the page "Evidence".')
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


def choices(question: Question, index: int, label: str) -> None:
    """Draw a question and its choices."""
    st.markdown(question.filled(question.prompt))
    st.radio(
        label,
        range(len(question.choices)),
        index=chosen(lesson_state.answers(), index),
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


def body(question: Question) -> None:
    """Draw body and curves as they are after the change of a question."""
    st.header("The body after the change", anchor=False)
    stage(question.after, "page", bands=False)


def predicted(question: Question, mine: int | None) -> dict[str, int]:
    """Return one student's prediction as counts, empty if there is none."""
    return {} if mine is None else {question.choices[mine].outcome: 1}


def feedback(question: Question, mine: int | None) -> None:
    """Say what is to be said to the chosen option, and which one the model gives."""
    right = question.choices[question.answer()]
    if mine is None:
        st.info(f"You made no prediction. The model says: {question.filled(right.text)}")
    elif is_right(question, mine):
        st.success(f"**{right.text}**\n\n{question.filled(right.feedback, badge)}", icon=":material/check_circle:")
    else:
        choice = question.choices[mine]
        st.info(
            f"You said: **{choice.text}**\n\n{question.filled(choice.feedback, badge)}\n\n"
            f"The model says: **{right.text}**",
            icon=":material/compare_arrows:",
        )


def threshold(question: Question) -> str:
    """Return from which difference on the measures of a question count as changed, and why."""
    return " ".join(f'What counts as "stays": {measure.reason}' for measure in measures_of(question.measure))


@lru_cache(maxsize=200)
def svg(question: Question, mine: int | None, theme: str) -> str:
    """Return the picture of a prediction as SVG text."""
    figure = prediction_figure(question, predicted(question, mine), THEMES[theme], CARD)
    title = MEASURES[question.measure].label
    text = image_bytes(figure, "svg", question.after, title=title).decode()
    return text[text.index("<svg") :]


def to_the_lab(scenario: Scenario) -> None:
    """Draw the button that takes settings to the Lab; the student's own are replaced by this press only."""
    if st.button(
        "Open these settings in the Lab",
        key="lesson_lab",
        icon=":material/science:",
        on_click=state.put,
        args=(scenario,),
    ):
        st.switch_page(st.Page(lab.page, url_path="lab", default=True))
    st.caption("This replaces the settings that the Lab has now.")


def for_the_teacher(lesson: Lesson) -> None:
    """Draw what a teacher wants to know: time, expected answers, notes."""
    teacher = st.expander("For the teacher", icon=":material/school:", key="lesson_teacher", on_change="rerun")
    # Drawn only while open, as the panels of the lab: the answers stay out of a student's page.
    if not teacher.open:
        return
    with teacher:
        st.markdown(lesson.filled(lesson.teacher_notes, badge))
        st.markdown("**Standards.** " + "; ".join(lesson.standards) + ".")
        minutes = [(part, f"{length} min") for part, length in pace(lesson)]
        st.markdown(markdown(Table("", ("Part", f"of {lesson.minutes} min"), minutes)))
        st.markdown("**Expected answers**, computed from the model")
        # Sheets to print are offered here: st.download_button(...).
        st.markdown("\n".join(f"{i}. {expected(question)}" for i, question in enumerate(lesson.questions, 1)))


def expected(question: Question) -> str:
    """Return the answer to a question as the model gives it, with its letter."""
    right = question.answer()
    return f"({LETTERS[right]}) {question.filled(question.choices[right].text)}"
