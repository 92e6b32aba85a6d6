"""
A lesson on paper: the pupil's sheet without any answer, and the teacher's key with all of them.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sim.export.key_tasks import RIGHT, in_key
from sim.export.markup import paragraphs
from sim.export.paper import pdf_bytes
from sim.export.printed_link import link_data
from sim.export.sheet_tasks import Block, on_sheet
from sim.lessons import played
from sim.lessons.lesson import Lesson, Step
from sim.text.messages import say
from sim.text.sentences import made_with

WORDS = ("name", "address", "because", "one-change", "before", "after", "card", "body")
NARROW = {"axes", "choices", "squares", "drag", "sort"}
"""Kinds of tasks for which half the width of a page is enough."""


def sheet_name(lesson: Lesson, who: str, paper: str) -> str:
    """
    Return the file name of a sheet for a ``student`` or a ``teacher``.

    Examples
    --------
    >>> from sim.lessons import LESSONS
    >>> sheet_name(LESSONS["tablets"], "student", "A4")
    'lesson_1_tablets_student_A4.pdf'
    """
    return f"lesson_{lesson.number}_{lesson.key}_{who}_{paper}.pdf"


def student_sheet_pdf(lesson: Lesson, address: str = "", paper: str = "A4") -> bytes:
    """
    Return a pupil's sheet: no answer stands on it.

    A new page begins where the lesson changes its title: it is handed out once the run has been seen. The address,
    which may be empty, is one that opens the lesson; it is printed with its QR code.

    Raises
    ------
    ValueError
        If the size of paper is none.
    """
    told = played(lesson.key)
    data = {
        "words": {name: say(f"paper-{name}") for name in WORDS},
        "address": link_data(address),
        "pages": list(_pages(told)),
    }
    return _pdf("sheet", told, paper, told.title, data)


def teacher_key_pdf(lesson: Lesson, paper: str = "A4") -> bytes:
    """
    Return the teacher's key: answers, reasons, what to say and to listen for, model answers.

    Raises
    ------
    ValueError
        If the size of paper is none.
    """
    told = played(lesson.key)
    notes = told.notes
    data = {
        "sign": say("paper-key-sign", sign=RIGHT),
        "parts": [
            (say("paper-key-idea"), paragraphs(notes.idea)),
            (say("paper-key-careful"), paragraphs(notes.careful)),
        ],
        "standards": (say("paper-key-standards"), notes.standards),
        "steps": [_key_step(number, step, told) for number, step in enumerate(told.steps, 1)],
        "extension": (say("paper-key-extension"), paragraphs(f"{told.extension}\n\n{notes.extension}")),
    }
    return _pdf("key", told, paper, f"{say('paper-key')}: {told.title}", data)


def _pdf(template: str, lesson: Lesson, paper: str, title: str, data: dict[str, Any]) -> bytes:
    about = made_with(lesson.scenario(lesson.base))
    return pdf_bytes(template, paper, title, about, about, data)


def _pages(lesson: Lesson) -> Iterator[Block]:
    """Return pages with title and rows of steps: what is handed out later says more, and repeats less of the screen."""
    keys = [step.key for step in lesson.steps]
    last = keys.index(lesson.later_from) + 1 if lesson.later_from else len(keys)
    yield _page(lesson.title, [_step(step, lesson) for step in lesson.steps[:last]])
    if lesson.later_from:
        later = [_step(step, lesson) for step in lesson.steps[last:]]
        yield _page(lesson.later_title, [step | _brief(step) for step in later])


def _brief(step: Block) -> Block:
    """Return what is read of a step on a later page: no more than the goal of a search."""
    return {"text": step["text"] if "runs" in kinds(step) else [], "small": ""}


def _page(title: str, steps: list[Block]) -> Block:
    """Return a page: steps with little to write stand beside each other; none repeats the page's title."""
    titled = [step | {"title": ""} if step["title"] == title else step for step in steps]
    rows = []
    for narrow, some in groupby(titled, lambda step: kinds(step) <= NARROW):
        beside, row = 2 if narrow else 1, list(some)
        rows += [row[at : at + beside] for at in range(0, len(row), beside)]
    return {"title": title, "rows": rows}


def kinds(step: Block) -> set[str]:
    """Return of which kinds the tasks of a step are."""
    return {task["kind"] for task in step["tasks"]}


def _step(step: Step, lesson: Lesson) -> Block:
    """Return a step's heading, what is read and the tasks."""
    tasks = [on_sheet(task, lesson) for task in step.tasks]
    return {"title": step.title, "text": paragraphs(step.text), "small": step.small, "tasks": tasks}


def _key_step(number: int, step: Step, lesson: Lesson) -> Block:
    """Return a step with everything that a teacher wants to know of it."""
    how = "key-minutes" if step.short == step.minutes else "key-short" if step.short else "key-out"
    return {
        "title": f"{number}. {step.title}",
        "minutes": say(f"paper-{how}", minutes=str(step.minutes), short=str(step.short)),
        "notes": paragraphs(step.notes),
        "tasks": [in_key(task, lesson) for task in step.tasks],
    }
