"""
Nothing is shown that is still to be predicted: what can be read before an answer is locked must not hold the result.

A text holds it by a placeholder of the hidden case, by the number itself, or by a word for what becomes of it. Choices
may say what they like: all outcomes stand there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import partial

from sim.lessons.lesson import Lesson, Step, mapped
from sim.lessons.measures import measure_of, outcome
from sim.lessons.placeholders import AMOUNTS, names
from sim.lessons.tasks import Choose, Drag, Draw, Find, LetRun, Task, Vote
from sim.model.invalid import invalid, shortened
from sim.runs.quantities import QUANTITIES
from sim.runs.run import simulate
from sim.text.values import digits

OF_AMOUNTS = {"bone_change": ("bone_loss",), "arteries_times": ("artery_gain",), "mgp_activation": ("mgp_on",)}
"""What else tells a quantity."""
WORDS = {
    ("bone_change", "falls"): ("lose", "loses", "lost", "losing", "loss", "thinner", "thin", "falls", "shrink"),
    ("bone_change", "rises"): ("gain", "gains", "denser", "rises", "grow"),
    ("arteries_times", "rises"): ("harden", "hardens", "hardened", "harder", "hardening", "stiffer"),
    ("arteries_times", "falls"): ("softer", "soft"),
}
"""Words for what becomes of a quantity, beside ``falls`` and ``rises`` themselves; *stays* says too little."""
SAFE = ("body", "axes", "organs", "none")
"""Pictures that show no result while a step's prediction is open: the organs stand as at the start."""


@dataclass(frozen=True)
class Hidden:
    """What must not be told before the task `until` is locked: names of placeholders, numbers and words."""

    until: str
    placeholders: frozenset[tuple[str, str]]
    numbers: frozenset[str]
    words: tuple[str, ...]


def check_spoilers(lesson: Lesson) -> None:
    """
    Check that nothing is told before it is predicted.

    Raises
    ------
    ValueError
        Naming the text and what it tells too early.
    """
    for hidden in _all_hidden(lesson):
        for text, free in seen_before(lesson, hidden.until):
            told = _told(text, hidden, words=not free)
            if told:
                rule = f"Must not tell '{told}' before task {hidden.until} is locked."
                raise invalid("text", shortened(text), rule)
    for step in lesson.steps:
        open_to = [task for task in step.tasks if isinstance(task, (Choose, Draw, Drag, Vote))]
        shows_base = step.picture == "proteins" and not isinstance(step.tasks[0], Vote)
        if open_to and step.picture not in SAFE and not shows_base:
            raise invalid("picture", step.picture, f"Must be one of: {', '.join(SAFE)}.", where=f"of step {step.key}")


def _told(text: str, hidden: Hidden, words: bool) -> str:
    """Return what a text tells of the hidden, empty if nothing."""
    for head, name in names(text):
        if (head.partition("-")[0], name) in hidden.placeholders:
            return f"{{{head}.{name}}}"
    typed = re.sub(r"\{[^}]*\}", "", text)
    for number in re.findall(r"\d+(?:[.,]\d+)*", typed):
        if number in hidden.numbers:
            return number
    found = [word for word in hidden.words if words and re.search(rf"\b{word}\b", typed, re.IGNORECASE)]
    return found[0] if found else ""


def _all_hidden(lesson: Lesson) -> Iterator[Hidden]:
    for task in lesson.tasks.values():
        if isinstance(task, Draw):
            yield _result(lesson, _until(lesson, task), task.quantity, task.beside, task.case)
        elif isinstance(task, Choose) and task.measure:
            yield _result(lesson, _until(lesson, task), task.measure, *task.compare)
        elif isinstance(task, Choose) and task.reveal != "now":
            run = lesson.tasks[_until(lesson, task)]
            assert isinstance(run, LetRun)
            amounts = frozenset((run.case, name) for name in AMOUNTS if not name.startswith("eaten"))
            yield Hidden(run.key, amounts, frozenset(), ())
        elif isinstance(task, Drag):
            yield _ends(lesson, task)
        elif isinstance(task, Find):
            yield Hidden(task.key, frozenset({("first", task.key), ("last", task.key)}), frozenset(), ())


def _until(lesson: Lesson, task: Choose | Draw) -> str:
    """Return the task that tells the result: the run of another step, or the task itself."""
    for step in lesson.steps:
        if step.key == task.reveal:
            return next(each.key for each in step.tasks if isinstance(each, LetRun))
    return task.key


def _result(lesson: Lesson, until: str, quantity: str, known: str, hidden: str) -> Hidden:
    row = QUANTITIES[quantity]
    before, after = (simulate(lesson.scenario(case)) for case in (known, hidden))
    went = outcome(measure_of(quantity), before, after)
    ends = [digits(row, float(row.end(run))).strip("+−") for run in (before, after)]
    placeholders = {(hidden, name) for name in (quantity, *OF_AMOUNTS.get(quantity, ()))}
    words = {went, *WORDS.get((quantity, went), ())} - {"stays"}
    return Hidden(until, frozenset(placeholders), frozenset(ends[1:]) - {ends[0]}, tuple(sorted(words)))


def _ends(lesson: Lesson, task: Drag) -> Hidden:
    """Return where another account puts the ends of lines: the cases with these settings tell it."""
    ends = [replace(lesson.scenario(dot.case), lens=task.reveal["lens"]) for dot in task.dots]
    names_of = [name for name, case in lesson.cases.items() if case.scenario in ends]
    row = QUANTITIES[task.quantity]
    numbers = {digits(row, float(row.end(simulate(end)))) for end in ends}
    return Hidden(task.key, frozenset((name, task.quantity) for name in names_of), frozenset(numbers), ())


def seen_before(lesson: Lesson, until: str) -> Iterator[tuple[str, bool]]:
    """Yield what can be read before a task is locked, and whether it is free to name outcomes: a choice."""
    yield from ((text, False) for text in (lesson.title, lesson.about))
    later = [step.key for step in lesson.steps].index(lesson.later_from) if lesson.later_from else len(lesson.steps)
    for index, step in enumerate(lesson.steps):
        if index > later:
            yield lesson.later_title, False
        yield from ((text, False) for text in (step.title, step.text, step.small))
        for task in step.tasks:
            yield from ((text, False) for text in (task.ask, task.button))
            yield from ((text, True) for text in _offered(task))
            if task.key == until:
                return
            yield from _afterwards(lesson, step, task)
        yield step.next, False


def _offered(task: Task) -> list[str]:
    """Return what a task offers to choose from."""
    choices = task.choices if isinstance(task, (Choose, Vote)) else ()
    because = task.because if isinstance(task, Draw) else ()
    return [*(choice.text for choice in choices), *because]


def _afterwards(lesson: Lesson, step: Step, task: Task) -> Iterator[tuple[str, bool]]:
    """Yield what else a task says once it is locked; reasons of a choice that is told later come later."""
    told: list[str] = []
    for each in fields(task):
        if each.name not in ("key", "expected", "ask", "button", "because", "choices"):
            mapped(getattr(task, each.name), partial(_keep, told))
    if isinstance(task, (Choose, Vote)) and getattr(task, "reveal", "now") == "now":
        mapped(tuple(choice.reason for choice in task.choices), partial(_keep, told))
    yield from ((text, False) for text in told)


def _keep(told: list[str], text: str) -> str:
    told.append(text)
    return text
