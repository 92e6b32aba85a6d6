"""
From a lesson's TOML file to a `Lesson`; a mistake gives one sentence that names the file and what is allowed.
"""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from sim.content.evidence import CLAIMS
from sim.lessons.lesson import Choice, Lesson, Question
from sim.lessons.measures import JOIN, OUTCOMES, measures_of
from sim.lessons.placeholders import check_placeholders
from sim.model.invalid import invalid
from sim.runs.scenario import PRESETS, Scenario

FOLDER = Path(__file__).parent
LESSON_MINUTES = 45
"""A class lasts this long."""
TYPES = {str: "a text", int: "a whole number", list: "a list", dict: "a table"}


def read_all(folder: Path = FOLDER) -> list[Lesson]:
    """
    Return the lessons of a folder in the order of their numbers.

    Raises
    ------
    ValueError
        If a file holds a mistake, or two lessons share a key or a number.
    """
    lessons = sorted((read(path) for path in folder.glob("*.toml")), key=lambda lesson: lesson.number)
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
        return _lesson(tomllib.loads(path.read_text("utf-8")))
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def _lesson(table: dict[str, Any]) -> Lesson:
    """Return the lesson of a file's tables."""
    _check_keys(table, {field.name for field in fields(Lesson)}, "lesson")
    texts = ("key", "title", "aim", "level", "intro", "takeaway", "teacher_notes")
    taken: dict[str, Any] = {name: _take(table, name, str) for name in texts}
    taken |= {name: tuple(_take(table, name, list)) for name in ("standards", "claims")}
    for claim in taken["claims"]:
        if claim not in (known := [row.key for row in CLAIMS]):
            raise invalid("claim", claim, known)
    minutes = _take(table, "minutes", int)
    if not 0 < minutes <= LESSON_MINUTES:
        raise invalid("minutes", minutes, f"Must be between 1 and {LESSON_MINUTES}.")
    lesson = Lesson(
        **taken,
        minutes=minutes,
        number=_take(table, "number", int),
        start=_scenario(_take(table, "start", dict)),
        activities=tuple(_question(row, taken["claims"]) for row in _take(table, "activities", list)),
        quiz=tuple(_question(row, taken["claims"]) for row in _take(table, "quiz", list)),
        task=_take({"task": "", **table}, "task", str),
    )
    for text in (lesson.aim, lesson.intro, lesson.takeaway, lesson.teacher_notes, lesson.task):
        check_placeholders(text, ("start",), lesson.claims)
    for question in lesson.activities:
        if sorted(choice.outcome for choice in question.choices) != sorted(OUTCOMES):
            raise invalid("choices of", question.key, f"A prediction must offer {', '.join(OUTCOMES)}.")
    return lesson


def _question(table: dict[str, Any], claims: Collection[str]) -> Question:
    """Return a question of a lesson; what it explains may be left out, as in a quiz."""
    _check_keys(table, {field.name for field in fields(Question)}, "question")
    measure = _take(table, "measure", str)
    asked = len(measures_of(measure))
    question = Question(
        key=_take(table, "key", str),
        prompt=_take(table, "prompt", str),
        before=_scenario(_take(table, "before", dict)),
        after=_scenario(_take(table, "after", dict)),
        measure=measure,
        choices=tuple(_choice(row, asked) for row in _take(table, "choices", list)),
        notice=_take(table, "notice", str),
        explain=_take({"explain": "", **table}, "explain", str),
    )
    told = [text for choice in question.choices for text in (choice.text, choice.feedback)]
    for text in (question.prompt, question.notice, question.explain, *told):
        check_placeholders(text, ("before", "after"), claims)
    return question


def _choice(table: dict[str, Any], asked: int) -> Choice:
    """Return a choice of a question that asks for so many measures."""
    _check_keys(table, {field.name for field in fields(Choice)}, "choice")
    outcome = _take(table, "outcome", str)
    parts = outcome.split(JOIN)
    if len(parts) != asked or not set(parts) <= set(OUTCOMES):
        form = JOIN.join(["one"] * asked)
        raise invalid("outcome", outcome, f"Must be {form} of: {', '.join(OUTCOMES)}.")
    return Choice(_take(table, "text", str), outcome, _take(table, "feedback", str))


def _scenario(table: Mapping[str, Any]) -> Scenario:
    """Return a preset, ``balanced`` if none is named, with changes."""
    changes = dict(table)
    preset = changes.pop("preset", "balanced")
    if preset not in PRESETS:
        raise invalid("preset", preset, PRESETS)
    _check_keys(changes, {field.name for field in fields(Scenario)}, "setting")
    return replace(PRESETS[preset], **changes)


def _check_keys(table: Mapping[str, Any], allowed: Collection[str], what: str) -> None:
    for key in table:
        if key not in allowed:
            raise invalid(f"{what} key", key, sorted(allowed))


def _take(table: Mapping[str, Any], name: str, kind: type) -> Any:
    """Return a value of a table if it is of that type; of a text without blanks around it."""
    value = table.get(name)
    if type(value) is not kind:
        raise invalid(name, value, f"Must be {TYPES[kind]}.")
    return value.strip() if isinstance(value, str) else value
