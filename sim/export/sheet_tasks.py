"""
A task of a lesson as a pupil's sheet has it: what is asked and room for the answer, never the answer.

What a template gets is named here one by one, so that nothing else of a task can reach the sheet.
"""

from collections.abc import Iterable, Sequence
from functools import singledispatch
from typing import Any

import numpy as np

from sim.export.markup import Parts, markup
from sim.lessons.filling import evidence_table
from sim.lessons.lesson import Lesson
from sim.lessons.placeholders import PROTEINS as DRAWN
from sim.lessons.placeholders import multiple
from sim.lessons.tasks import Choose, Drag, Draw, Find, LetRun, Sort, Task, Tick, Vote, Write
from sim.model.parameters import control, number
from sim.runs.quantities import QUANTITIES, Quantity
from sim.runs.run import simulate
from sim.text.messages import say
from sim.text.values import signed

SAMPLES_A_HALF_YEAR = 6
RUNS = 5
"""Empty rows for runs of one's own."""
LETTERS = "ABCDEFGH"
PROTEINS = {"mgp_activation": "MGP", "osteocalcin_activation": "osteocalcin"}
Block = dict[str, Any]


@singledispatch
def on_sheet(task: Task, lesson: Lesson) -> Block:
    """Return what a pupil's sheet shows of a task."""
    raise TypeError(f"Invalid kind of task '{task.kind}'. No sheet shows it.")


@on_sheet.register
def _(task: Choose, lesson: Lesson) -> Block:
    if all(choice.place for choice in task.choices):
        placed = [(choice.text, choice.place) for choice in task.choices]
        return {"kind": "places", "ask": asked(task), "choices": placed}
    return {"kind": "choices", "ask": asked(task), "choices": [choice.text for choice in task.choices]}


@on_sheet.register
def _(task: Draw, lesson: Lesson) -> Block:
    return {"kind": "axes", "because": task.because, "axes": axes(task, lesson)}


@on_sheet.register
def _(task: LetRun, lesson: Lesson) -> Block:
    drawn = dict.fromkeys(each.quantity for each in lesson.tasks.values() if isinstance(each, Draw))
    ends = [QUANTITIES[name].title for name in drawn]
    year = number(lesson.scenario(task.case).years)
    return {"kind": "run", "ends": ends, "about": say("paper-run"), "end": say("paper-end", year=year)}


@on_sheet.register
def _(task: Write, lesson: Lesson) -> Block:
    return {"kind": "write", "ask": asked(task), "starters": task.starters or (task.starter,)}


@on_sheet.register
def _(task: Find, lesson: Lesson) -> Block:
    protein = next((PROTEINS[goal.quantity] for goal in task.goal if goal.quantity in PROTEINS), None)
    if protein and not task.table:
        return {"kind": "squares", "ask": say("paper-squares", protein=protein), "strips": _strips(task, lesson)}
    return {"kind": "runs", "table": _runs(task, lesson), "one_change": task.one_change}


@on_sheet.register
def _(task: Vote, lesson: Lesson) -> Block:
    columns, rows = evidence_table(lesson, task.evidence)
    blank = empty([row[0] for row in rows], columns)
    table = {"caption": say("paper-copy"), "columns": columns, "rows": blank}
    return {"kind": "vote", "ask": asked(task), "choices": lettered(task.choices), "table": table}


@on_sheet.register
def _(task: Drag, lesson: Lesson) -> Block:
    on_them = any(isinstance(each, Draw) and each.quantity == task.quantity for each in lesson.tasks.values())
    if on_them:
        return {"kind": "drag", "ask": asked(task), "axes": None}
    crosses = say("paper-crosses", labels=", ".join(dot.label for dot in task.dots))
    return {"kind": "drag", "ask": markup(crosses), "axes": axes(task, lesson)}


@on_sheet.register
def _(task: Sort, lesson: Lesson) -> Block:
    boxes, cards = [box.short for box in task.boxes], [card.text for card in task.cards]
    return {"kind": "sort", "ask": asked(task), "boxes": boxes, "cards": cards}


@on_sheet.register
def _(task: Tick, lesson: Lesson) -> Block:
    return {"kind": "tick", "ask": asked(task), "items": task.items}


def asked(task: Task) -> Parts:
    """Return what a sheet asks."""
    return markup(task.on_paper or task.ask)


def axes(task: Draw | Drag, lesson: Lesson) -> Block:
    """Return axes to draw on, with the line of the other case where the pupil is told it."""
    quantity = QUANTITIES[task.quantity]

    def share(values: Any) -> list[float]:
        return ((np.asarray(values) - task.low) / (task.high - task.low)).tolist()

    labels = [on_axis(quantity, tick) for tick in task.ticks]
    years = number(lesson.scenario(lesson.base).years)
    told = {"title": quantity.title, "low": labels[0], "high": labels[-1], "years": years}
    beside, alt = None, say("paper-axes", **told)
    if isinstance(task, Draw):
        line = share(quantity.of(simulate(lesson.scenario(task.beside)))[::SAMPLES_A_HALF_YEAR])
        beside = {"label": lesson.cases[task.beside].label, "line": line}
        alt = f"{alt} {say('paper-axes-beside', beside=beside['label'])}"
    along = [(say("paper-today"), 0.0), ("", 0.5), (say("paper-year", year=years), 1.0)]
    ticks = list(zip(labels, share(task.ticks), strict=True))
    return {"title": quantity.title, "alt": alt, "ticks": ticks, "years": along, "beside": beside}


def on_axis(quantity: Quantity, tick: float) -> str:
    """
    Return a number as it stands at an axis, with no more decimals than it needs.

    Examples
    --------
    >>> on_axis(QUANTITIES["bone_change"], -6), on_axis(QUANTITIES["arteries_times"], 1.5)
    ('−6 %', '×1.5')
    """
    text = signed(tick, 0) if quantity.signed and tick == round(tick) else number(tick)
    return f"{quantity.prefix}{text}" if quantity.prefix else f"{text} {quantity.reader_unit}"


def lettered(choices: Sequence[Any]) -> list[tuple[str, str]]:
    """Return the texts of choices, each with its letter."""
    return [(letter, choice.text) for letter, choice in zip(LETTERS, choices, strict=False)]


def empty(firsts: Iterable[str], columns: Sequence[str]) -> list[list[str]]:
    """Return rows with nothing but their first cell."""
    return [[first, *[""] * (len(columns) - 1)] for first in firsts]


def _runs(task: Find, lesson: Lesson) -> Block:
    """Return the table of a pupil's own runs; the first row says where they start."""
    case, base = (lesson.scenario(name) for name in (task.case, lesson.base))
    start = [multiple(getattr(case, name) / getattr(base, name)) for name in task.sliders]
    ends = [QUANTITIES[goal.quantity].title for goal in task.goal]
    guess = [say("paper-guess")] if task.guesses else []
    columns = ["", *(control(name).label for name in task.sliders), *guess, *ends]
    first = [lesson.cases[task.case].label, *start, *[""] * (len(guess) + len(ends))]
    rows = [first, *empty(map(str, range(1, RUNS + 1)), columns)]
    caption = say("paper-runs", base=lesson.cases[lesson.base].label)
    caption = f"{caption} {say('paper-guess-first')}" if guess else caption
    return {"caption": caption, "columns": columns, "rows": rows}


def _strips(task: Find, lesson: Lesson) -> list[tuple[str, int]]:
    """Return how many proteins are to be coloured at the start and at the setting that the pupil finds."""
    case, base = (lesson.scenario(name) for name in (task.case, lesson.base))
    count = round(DRAWN * simulate(case).constant("k2_need"))
    (name,) = task.sliders
    nutrient, start = control(name).label, multiple(getattr(case, name) / getattr(base, name))
    said = say("paper-setting-of", nutrient=nutrient, value=start), say("paper-setting-mine", nutrient=nutrient)
    return [(text, count) for text in said]
