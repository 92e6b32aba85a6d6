"""
Lessons as the browser plays them, numbers filled in; and, apart, what only teachers read.

Written into `lesson_tables.js` and `lesson_notes.js`: a pupil's page never loads the second.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from sim.lessons import LESSONS, OLD_KEYS, Lesson, Step, Task, played
from sim.lessons.checking import parts
from sim.lessons.filling import evidence_table
from sim.lessons.task_parts import Dot, Goal, RunReply
from sim.lessons.tasks import Choose, Draw, LetRun, Vote, Write
from sim.runs.scenario import Scenario

FOR_TEACHERS = {"notes", "expected", "on_paper"}
ONLY_TO_SOLVE = {"measure", "compare", "outcome"}
"""Fields that say what is right by the model: the browser gets the answer."""
LESSON_TYPES = {"LESSONS": 'Record<string, import("./lesson/kit.d.ts").Lesson>', "OLD_KEYS": "Record<string, string>"}
"""The shape that the player wants: the check of the JavaScript holds the data against it."""


def lesson_tables() -> dict[str, Any]:
    """Return every lesson by its key, in order, and under which keys older links look for one."""
    return {"LESSONS": {key: _lesson(played(key)) for key in LESSONS}, "OLD_KEYS": OLD_KEYS}


def lesson_notes() -> dict[str, Any]:
    """Return what teachers read of every lesson: of the whole, of each step and what to expect at each task."""
    return {"LESSON_NOTES": {key: _notes(played(key)) for key in LESSONS}}


def _notes(lesson: Lesson) -> dict[str, Any]:
    return {
        **_plain(lesson.notes),
        "steps": {step.key: step.notes for step in lesson.steps if step.notes},
        "tasks": {key: task.expected for key, task in lesson.tasks.items() if task.expected},
    }


def _lesson(lesson: Lesson) -> dict[str, Any]:
    row = {**_plain(lesson), "unit": "multiples"}
    row["cases"] = {name: row["cases"][name] for name in _shown_cases(lesson)}
    row["steps"] = [_step(lesson, step) for step in lesson.steps]
    if lesson.later_from:
        del row["later_title"]
        row["laterTitle"] = lesson.later_title
        row["laterFrom"] = [step.key for step in lesson.steps].index(row.pop("later_from"))
    return row


def _shown_cases(lesson: Lesson) -> list[str]:
    """Return the cases that a browser runs; others are in texts only, which hold their numbers."""
    named = {lesson.base}
    for task in lesson.tasks.values():
        named |= {getattr(task, name) for name in ("case", "beside") if hasattr(task, name)}
        named |= {dot.case for dot in parts(task, Dot)} | {goal.near for goal in parts(task, Goal)}
        named |= set(task.compare) if isinstance(task, Choose) else set()
    return [name for name in lesson.cases if name in named]


def _step(lesson: Lesson, step: Step) -> dict[str, Any]:
    return {**_plain(step), "tasks": [_task(lesson, task) for task in step.tasks]}


def _task(lesson: Lesson, task: Task) -> dict[str, Any]:
    row = {"kind": task.kind, **_plain(task)}
    if isinstance(task, Draw):
        row["because"] = {"choices": list(task.because)}
    if isinstance(task, LetRun):
        row["replies"] = [_run_reply(reply) for reply in task.replies]
    if isinstance(task, Write) and task.starters:
        row["several"] = {"starters": row.pop("starters"), "model": row.pop("model")}
    if isinstance(task, Vote):
        columns, rows = evidence_table(lesson, task.evidence)
        row["evidence"] = {"columns": columns, "rows": rows}
    return row


def _run_reply(reply: RunReply) -> dict[str, Any]:
    row = _plain(reply)
    when = {name: row.pop(name) for name in ("above", "choice") if name in row}
    return {**row, "when": when}


def _plain(thing: Any) -> Any:
    """Return a thing as plain data, without what is empty and what is for teachers."""
    if isinstance(thing, Scenario):
        return _plain(thing.to_dict())
    if isinstance(thing, tuple):
        return [_plain(each) for each in thing]
    if isinstance(thing, Mapping):
        return {name: _plain(each) for name, each in thing.items()}
    if isinstance(thing, float):
        return int(thing) if thing == int(thing) else round(thing, 6)
    if not is_dataclass(thing):
        return thing
    hidden = FOR_TEACHERS | ONLY_TO_SOLVE
    pairs = ((each.name, getattr(thing, each.name)) for each in fields(thing) if each.name not in hidden)
    told = {name: value for name, value in pairs if not (value is None or value in ("", ()))}
    return {name: _plain(value) for name, value in told.items() if name != "good" or value}
