"""
From a lesson's TOML file to a `Lesson`; a mistake gives one sentence that names the file and what is allowed.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from sim.content.evidence import claim_of
from sim.content.reader import check_keys, toml_tables
from sim.content.reader import read as read_row
from sim.lessons.measures import JOIN, OUTCOMES, measures_of
from sim.lessons.old_lesson import Lesson, Question
from sim.lessons.old_placeholders import check_placeholders
from sim.model.invalid import invalid
from sim.model.lenses import check_name
from sim.runs.scenario import PRESETS, Scenario

FOLDER = Path(__file__).parent
LESSON_MINUTES = 45
"""A class lasts this long."""


def read_all(folder: Path = FOLDER) -> list[Lesson]:
    """
    Return the lessons of a folder in the order of their numbers.

    Raises
    ------
    ValueError
        If a file holds a mistake, or two lessons share a key or a number.
    """
    lessons = sorted((read(path) for path in folder.glob("[0-9]*.toml")), key=lambda lesson: lesson.number)
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
    try:
        lesson = read_row(Lesson, toml_tables(path), {Scenario: (dict, _scenario)})
        _check(lesson)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error
    return lesson


def _scenario(table: Mapping[str, Any]) -> Scenario:
    """Return a preset, ``balanced`` if none is named, with changes."""
    changes = {"preset": "balanced", **table}
    preset = PRESETS[check_name("preset", changes.pop("preset"), PRESETS)]
    check_keys(changes, {field.name for field in fields(Scenario)}, "setting")
    return replace(preset, **changes)


def _check(lesson: Lesson) -> None:
    """Raise ValueError for what no type tells: claims, minutes, placeholders, what questions ask and offer."""
    for key in lesson.claims:
        claim_of(key)
    if not 0 < lesson.minutes <= LESSON_MINUTES:
        raise invalid("minutes", lesson.minutes, f"Must be between 1 and {LESSON_MINUTES}.")
    for text in (lesson.aim, lesson.intro, lesson.takeaway, lesson.teacher_notes, lesson.task):
        check_placeholders(text, ("start",), lesson.claims)
    for question in lesson.questions:
        _check_choices(question)
        told = [text for choice in question.choices for text in (choice.text, choice.feedback)]
        for text in (question.prompt, question.notice, question.explain, *told):
            check_placeholders(text, ("before", "after"), lesson.claims)
    for question in lesson.activities:
        if sorted(choice.outcome for choice in question.choices) != sorted(OUTCOMES):
            raise invalid("choices of", question.key, f"A prediction must offer {', '.join(OUTCOMES)}.")


def _check_choices(question: Question) -> None:
    asked = len(measures_of(question.measure))
    for choice in question.choices:
        parts = choice.outcome.split(JOIN)
        if len(parts) != asked or not set(parts) <= set(OUTCOMES):
            form = JOIN.join(["one"] * asked)
            raise invalid("outcome", choice.outcome, f"Must be {form} of: {', '.join(OUTCOMES)}.")
