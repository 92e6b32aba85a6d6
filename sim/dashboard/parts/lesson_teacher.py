"""
What a teacher wants to know of a lesson; students see it only if they ask for it.
"""

import streamlit as st

from sim.dashboard import state
from sim.dashboard.parts import paper_panel, share_panel
from sim.dashboard.parts.badges import badge
from sim.dashboard.parts.page_links import page_of
from sim.lessons.old import Lesson, Question
from sim.lessons.screens import LETTERS, pace
from sim.text.tables import Table


def panel(lesson: Lesson) -> None:
    """Draw what a teacher wants to know: time, expected answers, notes."""
    teacher = st.expander("For the teacher", icon=":material/school:", key="lesson_teacher", on_change="rerun")
    # Drawn only while open, as the panels of the lab: the answers stay out of a student's page.
    if not teacher.open:
        return
    with teacher:
        st.markdown(lesson.filled(lesson.teacher_notes, badge))
        st.markdown("**Standards.** " + "; ".join(lesson.standards) + ".")
        minutes = [(part, f"{length} min") for part, length in pace(lesson)]
        st.markdown(Table("", ("Part", f"of {lesson.minutes} min"), minutes).to_markdown())
        st.markdown("**Expected answers**, computed from the model")
        st.markdown("\n".join(f"{i}. {expected(question)}" for i, question in enumerate(lesson.questions, 1)))
        st.page_link(page_of("class"), label="Class results: what your class answered, beside the model")
        st.markdown("**To print**")
        address = share_panel.on_paper(paper_panel.served_at())
        paper_panel.lesson_panel(lesson, state.current(), address)


def expected(question: Question) -> str:
    """Return the answer to a question as the model gives it, with its letter."""
    right = question.answer()
    return f"({LETTERS[right]}) {question.filled(question.choices[right].text)}"
