"""What no type tells of a lesson: names that must exist, indices in range, placeholders and conditions."""

from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sim.lessons.conditions import check_condition
from sim.lessons.filling import EVIDENCE_ROWS
from sim.lessons.lesson import Lesson, Step, mapped
from sim.lessons.measures import OUTCOMES, measure_of
from sim.lessons.placeholders import check_placeholders
from sim.lessons.records import YEARS
from sim.lessons.task_parts import Reply
from sim.lessons.tasks import Choose, Drag, Draw, Find, LetRun, Sort, Task, Vote, Write
from sim.model.invalid import invalid
from sim.model.lenses import LENSES, check_name
from sim.model.parameters import number
from sim.runs.quantities import QUANTITIES

LESSON_MINUTES = 45
"""A class lasts this long."""
PICTURES = ("body", "axes", "organs", "ledger", "proteins", "none")
PLACES = ("", "bone", "blood", "artery", "out")


def check(lesson: Lesson) -> None:
    """
    Check a lesson.

    Raises
    ------
    ValueError
        Naming the value and what it may be.
    """
    total = sum(step.minutes for step in lesson.steps)
    if not 0 < total == lesson.minutes <= LESSON_MINUTES:
        rule = f"Must be the sum of its steps, which is {total}, and at most {LESSON_MINUTES}."
        raise invalid("minutes", lesson.minutes, rule)
    check_name("base", lesson.base, lesson.cases)
    for name, case in lesson.cases.items():
        if case.scenario.years != YEARS:
            raise invalid(
                f"years of case {name}", number(case.scenario.years), f"Must be {YEARS}, as a drawn line has."
            )
    keys = [step.key for step in lesson.steps]
    _once("step", keys)
    _once("task", [task.key for step in lesson.steps for task in step.tasks])
    if lesson.later_from:
        check_name("later_from", lesson.later_from, dict.fromkeys(keys))
    mapped(lesson, lambda text: check_placeholders(text, lesson) or text)
    for step in lesson.steps:
        check_name("picture", step.picture, dict.fromkeys(PICTURES))
        for task in step.tasks:
            _check_task(lesson, step, task)


def _once(what: str, keys: list[str]) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise invalid(f"{what} key", key, "Must belong to one only.")


def _check_task(lesson: Lesson, step: Step, task: Task) -> None:
    for reply in parts(task, Reply):
        check_condition(reply.when)
    for name in ("case", "beside"):
        if hasattr(task, name):
            _case(lesson, getattr(task, name))
    if hasattr(task, "quantity"):
        check_name("quantity", task.quantity, QUANTITIES)  # type: ignore[attr-defined]
    if isinstance(task, (Choose, Draw)):
        _check_reveal(lesson, step, task)
    checks = {Choose: _choose, LetRun: _let_run, Find: _find, Vote: _vote, Sort: _sort, Drag: _drag, Write: _write}
    if type(task) in checks:
        checks[type(task)](lesson, task)


def parts(thing: Any, kind: type) -> Iterator[Any]:
    """Yield everything of a kind in a task."""
    if isinstance(thing, kind):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from parts(each, kind)
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from parts(getattr(thing, each.name), kind)


def _case(lesson: Lesson, name: str) -> None:
    check_name("case", name, lesson.cases)


def _index(what: str, value: int | None, of: Collection[Any]) -> None:
    if value is not None and not 0 <= value < len(of):
        raise invalid(what, value, f"Must be between 0 and {len(of) - 1}.")


def _check_reveal(lesson: Lesson, step: Step, task: Choose | Draw) -> None:
    if isinstance(task, Choose) and task.reveal == "now":
        return
    runs = [each.key for each in lesson.steps if any(isinstance(one, LetRun) for one in each.tasks)]
    check_name("reveal", task.reveal, dict.fromkeys(runs))
    order = [each.key for each in lesson.steps]
    if order.index(task.reveal) < order.index(step.key):
        raise invalid("reveal", task.reveal, f"Must not come before its task, in step {step.key}.")


def _choose(lesson: Lesson, task: Choose) -> None:
    _index("right", task.right, task.choices)
    for choice in task.choices:
        check_name("place", choice.place, dict.fromkeys(PLACES))
    if not task.measure:
        if task.right is not None:
            _reasons(task)
        return
    measure_of(task.measure)
    _reasons(task)
    if len(task.compare) != 2:
        raise invalid("compare", ", ".join(task.compare), "Must name two cases.")
    for case in task.compare:
        _case(lesson, case)
    for choice in task.choices:
        check_name("outcome", choice.outcome, dict.fromkeys(OUTCOMES))


def _reasons(task: Choose | Vote) -> None:
    for choice in task.choices:
        if not choice.reason:
            raise invalid("choice", choice.text, "Must have a reason.")


def _let_run(lesson: Lesson, task: LetRun) -> None:
    for reply in task.replies:
        answered = lesson.tasks[check_name("task", reply.task, lesson.tasks)]
        if isinstance(answered, Choose):
            _index("choice", reply.choice, answered.choices)
        elif not isinstance(answered, Draw) or reply.choice is not None:
            raise invalid("task", reply.task, "Must be one that draws, or one that chooses if a choice is named.")


def _find(lesson: Lesson, task: Find) -> None:
    if not task.sliders:
        raise invalid("sliders", "none", "Must be at least one.")
    for name, slider in task.sliders.items():
        if not 0 <= slider.low < slider.high or slider.step <= 0:
            raise invalid(f"slider {name}", f"{slider.low} to {slider.high}", "Must go up from 0 or more.")
    for goal in task.goal:
        check_name("quantity", goal.quantity, QUANTITIES)
        if goal.near:
            _case(lesson, goal.near)
        ends = (goal.at_least, goal.at_most)
        if (goal.near and (goal.within is None or ends != (None, None))) or (not goal.near and ends == (None, None)):
            rule = "Must have at_least, at_most or both, or near and within."
            raise invalid("goal of", goal.quantity, rule)


def _vote(lesson: Lesson, task: Vote) -> None:
    _index("right", task.right, task.choices)
    _reasons(task)
    for case in task.evidence.cases:
        _case(lesson, case)
    for row in task.evidence.rows:
        check_name("row", row, EVIDENCE_ROWS)


def _sort(lesson: Lesson, task: Sort) -> None:
    for card in task.cards:
        _index("box", card.box, task.boxes)


def _drag(lesson: Lesson, task: Drag) -> None:
    check_keys = set(task.reveal) - {"lens"}
    if check_keys:
        raise invalid("reveal", ", ".join(task.reveal), "Must be { lens = ... }.")
    check_name("lens", task.reveal.get("lens", ""), LENSES)
    for dot in (*task.dots, *task.dotted):
        _case(lesson, dot.case)
        if lesson.scenario(dot.case).lens == task.reveal["lens"]:
            raise invalid("case", dot.case, f"Must not show what {task.key} reveals: the dots begin there.")


def _write(lesson: Lesson, task: Write) -> None:
    if task.recall and not isinstance(lesson.tasks.get(task.recall), Write):
        raise invalid("recall", task.recall, "Must be a task of kind write.")
    if task.starters and not task.model:
        raise invalid("model", "", "Several sentences must have a model answer.", where=f"of {task.key}")
