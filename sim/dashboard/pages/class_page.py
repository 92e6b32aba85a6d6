"""
The class results: codes pasted by the teacher, what the class answered beside the model, files to take home.
"""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from sim.dashboard.escape import letter_by_letter
from sim.dashboard.parts import notices
from sim.dashboard.parts.downloads import download
from sim.dashboard.parts.pictures import drawn, image, show_prediction, theme_name
from sim.dashboard.turns import one_at_a_time
from sim.export.images import image_bytes
from sim.figures.class_figure import class_results_figure
from sim.figures.style import Sheet
from sim.lessons.old import Lesson
from sim.lessons.results import (
    Entry,
    Tally,
    describe_tallies,
    lessons_of,
    of_lesson,
    read_codes,
    results_bytes,
    results_table,
    tallies,
)
from sim.lessons.sample_codes import sample_codes
from sim.session.pages import TITLES
from sim.text.sentences import NOTICE

ABOUT = (
    "Each student has a **class code** on the last screen of a lesson. Paste all of them here: one a line, a copied "
    "chat, or a column or whole rows of a spreadsheet. Only the codes are taken, whatever stands beside them."
)
PRIVACY = "No names are kept, and nothing is stored or sent: close this tab and all of it is gone."
MADE_UP = "These codes are made up by chance, to try this page. No student has answered."
OVER_RESULT = Sheet(5.6, 3.5, foot=False)
"""Of the pictures that stand three in a row."""
_TEXT, _MADE_UP, _READ, _LESSON = "class_text", "class_made_up", "class_read", "class_lesson"


def page() -> None:
    """Draw the page."""
    st.title(TITLES["class"], anchor=False)
    st.markdown(ABOUT)
    st.markdown(PRIVACY)
    text = box()
    entries, said = read_once(text)
    if text and text == st.session_state.get(_MADE_UP):
        st.info(MADE_UP, icon=":material/casino:")
    if said:
        st.warning(listed(said), icon=":material/rule:")
    if entries:
        results(entries)
    with st.bottom:
        st.caption(NOTICE)


def read_once(text: str) -> tuple[list[Entry], list[str]]:
    """Return the codes in a text and what there is to say of them, read anew only where the text is new."""
    # In the session and not in a cache of the server: what a class has answered goes when its tab is closed.
    text_before, read = st.session_state.get(_READ, (None, ([], [])))
    if text != text_before:
        read = read_codes(text)
        st.session_state[_READ] = (text, read)
    return read


def box() -> str:
    """Draw the box for the codes and its buttons, and return what is in it."""
    text = st.text_area("Class codes", key=_TEXT, height=150, placeholder="CPL1-...", persist_state="session")
    with st.container(horizontal=True, gap="small", key="class_buttons"):
        st.button("Show results", key="class_show")
        st.button("Try it with made-up codes", key="class_try", on_click=make_up)
        st.button("Clear", key="class_clear", on_click=put, args=("",))
    return text


def put(text: str) -> None:
    """Put a text into the box."""
    st.session_state[_TEXT] = text


def make_up() -> None:
    """Put made-up codes into the box; only now, because the model has to answer every lesson for them."""
    st.session_state[_MADE_UP] = text = sample_codes()
    put(text)


def listed(said: Sequence[str]) -> str:
    """Return notices as a Markdown list, the first of them if there are many."""
    return "\n".join(f"- {letter_by_letter(notice)}" for notice in notices.first_of(said))


def results(entries: Sequence[Entry]) -> None:
    """Draw the results of one lesson, and the choice of lesson if there are several."""
    lesson = choose(lessons_of(entries))
    counted = tallies(lesson, entries)
    first = len(lesson.activities)
    students = len(of_lesson(lesson, entries))
    st.header(
        f"Lesson {lesson.number}: {lesson.title} ({students} {'code' if students == 1 else 'codes'})", anchor=False
    )
    for column, heading, part in zip(
        st.columns(2, gap="medium"), ("Predictions", "Quiz"), (counted[:first], counted[first:]), strict=True
    ):
        with column:
            st.subheader(heading, anchor=False)
            svg = drawn(class_results_figure, part, theme_name(), lesson.start, picture_title(lesson))
            image(svg, describe_tallies(part), caption="")
    files(lesson, entries)
    with st.expander("The questions in full"):
        st.markdown("\n\n".join(map(asked, counted)))
    st.subheader("Predictions over the model's result", anchor=False)
    for column, tally in zip(st.columns(first, gap="small"), counted[:first], strict=True):
        with column:
            show_prediction(tally.question, tally.predictions, OVER_RESULT, f"Question {tally.number}. ")
    table = results_table(lesson, entries)
    st.subheader("Every entry", anchor=False)
    st.caption(table.caption)
    # It may be wider than a phone: it scrolls by itself, by keyboard too, and has a name for those who hear it.
    name = escape(table.caption)
    st.html(f'<div class="wide-table" role="region" tabindex="0" aria-label="{name}">{table.to_html()}</div>')


def choose(lessons: Sequence[Lesson]) -> Lesson:
    """Return the lesson to show, the reader's choice if the codes are of several."""
    if len(lessons) == 1:
        return lessons[0]
    by_key = {lesson.key: lesson for lesson in lessons}
    chosen = st.selectbox(
        "Lesson",
        list(by_key),
        format_func=lambda key: f"{by_key[key].number}: {by_key[key].title}",
        key=_LESSON,
        persist_state="session",
    )
    return by_key[chosen]


def asked(tally: Tally) -> str:
    """Return a question with its choices and how many gave each, as Markdown."""
    question, right = tally.question, tally.question.answer()
    choices = [
        f"- **{'ABCDEFGH'[index]}** {question.filled(choice.text)} ({tally.counts[index]})"
        + (" **◀ the model**" if index == right else "")
        for index, choice in enumerate(question.choices)
    ]
    return "\n".join([f"**{tally.number}.** {question.filled(question.prompt)}\n", *choices])


@one_at_a_time
def picture(counted: tuple[Tally, ...], lesson: Lesson) -> bytes:
    """Return the picture of a class's answers as a PNG file."""
    return image_bytes(class_results_figure(counted), "png", lesson.start, title=picture_title(lesson))


def picture_title(lesson: Lesson) -> str:
    """Return what the picture of a class's answers is called in its files."""
    return f"Class results, lesson {lesson.number}: {lesson.title}"


def files(lesson: Lesson, entries: Sequence[Entry]) -> None:
    """Draw what can be saved."""
    with st.container(horizontal=True, gap="small", key="class_files"):
        labels = {"csv": "Save all lessons as CSV (CODAP)", "xlsx": "Save all lessons as spreadsheet (.xlsx)"}
        for file_format, label in labels.items():
            make = partial(results_bytes, tuple(entries), file_format)
            download(label, make, f"class_results.{file_format}", f"class_{file_format}")
        make = partial(picture, tallies(lesson, entries), lesson)
        download("Save the picture as PNG", make, f"class_results_lesson_{lesson.number}.png", "class_png")
