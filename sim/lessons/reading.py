"""
From a lesson's TOML file to a `Lesson`; a mistake gives one sentence that names the file and what is allowed.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from sim.content.reader import check_keys, toml_tables
from sim.content.reader import read as read_row
from sim.lessons.checking import check
from sim.lessons.filling import filled
from sim.lessons.lesson import Case, Lesson
from sim.lessons.spoilers import check_spoilers
from sim.lessons.task_parts import Slider
from sim.lessons.tasks import KINDS, Task
from sim.model.invalid import invalid
from sim.model.lenses import check_name
from sim.runs.scenario import NUTRIENTS, PRESETS, Scenario

FOLDER = Path(__file__).parent


def read_all(folder: Path = FOLDER) -> list[Lesson]:
    """
    Return the lessons of a folder in the order of their numbers.

    Raises
    ------
    ValueError
        If a file holds a mistake, or two lessons share a key or a number.
    """
    lessons = sorted((read(path) for path in folder.glob("[a-z]*.toml")), key=lambda lesson: lesson.number)
    for name in ("key", "number"):
        values = [getattr(lesson, name) for lesson in lessons]
        for value in values:
            if values.count(value) > 1:
                raise invalid(name, value, "Must belong to one lesson only.")
    return lessons


def read(path: Path) -> Lesson:
    """
    Return the lesson of a file.

    Raises
    ------
    ValueError
        Naming the file, the value and what is allowed.
    """
    return _named(path, _read)


def read_and_play(path: Path) -> Lesson:
    """
    Return the lesson of a file after every check, also those that need runs: what is right, and what is told early.

    Raises
    ------
    ValueError
        Naming the file, the value and what is allowed.
    """

    def play(path: Path) -> Lesson:
        lesson = _read(path)
        filled(lesson)
        check_spoilers(lesson)
        return lesson

    return _named(path, play)


def _named(path: Path, make: Callable[[Path], Lesson]) -> Lesson:
    try:
        return make(path)
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}.") from error
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def _read(path: Path) -> Lesson:
    lesson = read_row(Lesson, toml_tables(path), MAKERS)
    check(lesson)
    return lesson


def _task(table: Mapping[str, Any]) -> Task:
    row = dict(table)
    kind = KINDS[check_name("kind", row.pop("kind", ""), KINDS)]
    return read_row(kind, row, MAKERS)


def _case(table: Mapping[str, Any]) -> Case:
    """Return a case: a preset, ``balanced`` if none is named, with changes."""
    changes = {"preset": "balanced", **table}
    label = changes.pop("label", "")
    if not isinstance(label, str) or not label:
        raise invalid("label", label, "Must be a text: what the case is called.")
    preset = PRESETS[check_name("preset", changes.pop("preset"), PRESETS)]
    check_keys(changes, {field.name for field in fields(Scenario)}, "setting")
    return Case(label, replace(preset, **changes))


def _cases(tables: Mapping[str, Any]) -> Mapping[str, Case]:
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise invalid(f"case {name}", table, "Must be a table.")
    return {name: _case(table) for name, table in tables.items()}


def _sliders(tables: Mapping[str, Any]) -> Mapping[str, Slider]:
    check_keys(tables, NUTRIENTS, "slider")
    return {name: read_row(Slider, table, MAKERS) for name, table in tables.items()}


def _texts(table: Mapping[str, Any]) -> Mapping[str, str]:
    return {name: str(value) for name, value in table.items()}


MAKERS = {
    Task: (dict, _task),
    Mapping[str, Case]: (dict, _cases),
    Mapping[str, Slider]: (dict, _sliders),
    Mapping[str, str]: (dict, _texts),
}
"""What makes the fields whose types are no rows of their own."""
