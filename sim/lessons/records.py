"""
What a pupil's device may tell a live room: choices and numbers that its lesson has, never what somebody has written.
"""

from collections.abc import Mapping
from typing import Any

from sim.lessons.lesson import Lesson
from sim.lessons.tasks import Choose, Drag, Draw, Find, LetRun, Sort, Task, Tick, Vote
from sim.model.invalid import invalid, shortened
from sim.runs.scenario import NUTRIENTS

Record = Mapping[str, Any]
YEARS = 10
"""What a drawn line tells, and so how long the runs of a lesson are."""
POINTS = 2 * YEARS + 1
"""Of a drawn line: one each half year."""
MOST_RUNS = 999
MOST_TIMES = 10
"""Of an intake, as a multiple of the lesson's base."""


def checked(lesson: Lesson, record: object) -> Record:
    """
    Return a record ``{"at": step, "answers": {task: value}}`` if the lesson can have it.

    Raises
    ------
    ValueError
        In one sentence, naming the first thing that cannot be.
    """
    if not isinstance(record, dict) or record.keys() != {"at", "answers"}:
        raise invalid("record", shortened(str(record)), "Must hold: at, answers.")
    _whole("step", record["at"], 0, len(lesson.steps) - 1)
    if not isinstance(record["answers"], dict):
        raise invalid("answers", shortened(str(record["answers"])), "Must be by task.")
    tasks = lesson.tasks
    for key, value in record["answers"].items():
        if key not in tasks or type(tasks[key]) not in CHECKS:
            raise invalid("task", shortened(key), "Must be one that is told to a room.")
        try:
            CHECKS[type(tasks[key])](tasks[key], value)
        except ValueError as error:
            raise invalid(f"answer to {key}", shortened(str(value)), str(error)) from None
    return record


def _whole(name: str, value: object, low: int, high: int) -> None:
    if type(value) is not int or not low <= value <= high:
        raise invalid(name, shortened(str(value)), f"Must be a whole number between {low} and {high}.")


def _wholes(value: object, counts: range, high: int) -> None:
    """Refuse what is not a list of so many whole numbers between 0 and `high`."""
    if not isinstance(value, list) or len(value) not in counts:
        raise ValueError(f"Must be a list of {' or '.join(map(str, counts))}.")
    if not all(type(each) is int and 0 <= each <= high for each in value):
        raise ValueError(f"Must hold whole numbers between 0 and {high}.")


def _fields(value: object, names: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict) or value.keys() != names:
        raise ValueError(f"Must hold: {', '.join(sorted(names))}.")
    return value


def _choose(task: Choose, value: object) -> None:
    _wholes([value], range(1, 2), len(task.choices) - 1)


def _draw(task: Draw, value: object) -> None:
    fields = _fields(value, {"line", "because"})
    _wholes(fields["line"], range(POINTS, POINTS + 1), 100)
    _wholes([fields["because"]], range(1, 2), len(task.because) - 1)


def _run(_: LetRun, value: object) -> None:
    if value is not True:
        raise ValueError("Must be true.")


def _tick(task: Tick, value: object) -> None:
    if not isinstance(value, list) or [type(each) for each in value] != [bool] * len(task.items):
        raise ValueError(f"Must be a list of {len(task.items)}, each true or false.")


def _find(_: Find, value: object) -> None:
    fields = _fields(value, {"runs", "settings", "found"})
    _wholes([fields["runs"]], range(1, 2), MOST_RUNS)
    if type(fields["found"]) is not bool:
        raise ValueError("Must say whether it was found.")
    for times in _fields(fields["settings"], {*NUTRIENTS}).values():
        if type(times) not in (int, float) or not 0 <= times <= MOST_TIMES:
            raise ValueError(f"Must hold settings between 0 and {MOST_TIMES} times the base.")


def _vote(task: Vote, value: object) -> None:
    _wholes(value, range(1, 3), len(task.choices) - 1)


def _drag(task: Drag, value: object) -> None:
    _wholes(value, range(len(task.dots), len(task.dots) + 1), 100)


def _sort(task: Sort, value: object) -> None:
    _wholes(value, range(len(task.cards), len(task.cards) + 1), len(task.boxes) - 1)


CHECKS: Mapping[type[Task], Any] = {
    Choose: _choose, Draw: _draw, LetRun: _run, Tick: _tick, Find: _find, Vote: _vote, Drag: _drag, Sort: _sort,
}  # fmt: skip
"""What is told, by the kind of its task; what is written is not among it."""
