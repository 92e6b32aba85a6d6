"""
A task of a lesson as the teacher's key has it: what is expected, what is right and why.
"""

from collections.abc import Sequence
from functools import singledispatch

from sim.export.markup import Parts, markup, paragraphs
from sim.export.sheet_tasks import LETTERS, Block
from sim.lessons.filling import evidence_table
from sim.lessons.lesson import Lesson
from sim.lessons.task_parts import Card, Choice
from sim.lessons.tasks import Choose, Drag, Find, LetRun, Sort, Task, Tick, Vote, Write
from sim.text.messages import say

RIGHT = "✓"
"""Marks what the model or the studies say."""


def in_key(task: Task, lesson: Lesson) -> Block:
    """Return what the key says of a task: labelled texts, and tables."""
    expected = [(say("paper-key-expected"), part) for part in paragraphs(task.expected)]
    after = [("", markup(f"**{reply.title}** {reply.text}")) for reply in task.after]
    more, tables = parts_of(task, lesson)
    asked = [] if isinstance(task, LetRun) else markup(task.ask)
    return {"ask": asked, "tables": tables, "said": [*expected, *more, *after]}


Told = list[tuple[str, Parts]]
"""Texts, each with its label."""
Tables = list[Block]


@singledispatch
def parts_of(task: Task, lesson: Lesson) -> tuple[Told, Tables]:
    """Return labelled texts and tables that only this kind of task has."""
    return [], []


@parts_of.register
def _(task: Choose, lesson: Lesson) -> tuple[Told, Tables]:
    return [], [_chosen(task)]


@parts_of.register
def _(task: Vote, lesson: Lesson) -> tuple[Told, Tables]:
    columns, rows = evidence_table(lesson, task.evidence)
    return [], [_chosen(task), {"caption": "", "columns": columns, "rows": rows, "words": False}]


def _chosen(task: Choose | Vote) -> Block:
    rows = zip(LETTERS, task.choices, strict=False)
    signs = [f"{letter} {RIGHT}" if i == task.right else letter for i, (letter, _) in enumerate(rows)]
    return _reasons("", signs, task.choices)


@parts_of.register
def _(task: Sort, lesson: Lesson) -> tuple[Told, Tables]:
    return [], [_reasons(say("paper-key-box"), [task.boxes[card.box].text for card in task.cards], task.cards)]


def _reasons(head: str, firsts: Sequence[str], rows: Sequence[Choice] | Sequence[Card]) -> Block:
    columns = (head, say("paper-card"), say("paper-key-why"))
    cells = [(first, row.text, row.reason) for first, row in zip(firsts, rows, strict=True)]
    return {"caption": "", "columns": columns, "rows": cells, "words": True}


@parts_of.register
def _(task: LetRun, lesson: Lesson) -> tuple[Told, Tables]:
    if not task.ledger:
        return [], []
    heading = ("", markup(f"**{task.ledger.title}**"))
    return [heading, *(("", part) for part in paragraphs(task.ledger.text))], []


@parts_of.register
def _(task: Find, lesson: Lesson) -> tuple[Told, Tables]:
    return [(say("paper-key-found"), markup(task.found.text))], []


@parts_of.register
def _(task: Drag, lesson: Lesson) -> tuple[Told, Tables]:
    return [("", markup(f"**{task.title}.** {task.text}"))], []


@parts_of.register
def _(task: Write, lesson: Lesson) -> tuple[Told, Tables]:
    model = [(say("paper-key-model-answer"), markup(task.model))] if task.model else []
    return [*(("", markup(starter)) for starter in task.starters), *model], []


@parts_of.register
def _(task: Tick, lesson: Lesson) -> tuple[Told, Tables]:
    return [("☐", markup(item)) for item in task.items], []
