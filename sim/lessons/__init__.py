"""
Lessons that a class does: predict, let the years pass, find out. Each is a TOML file beside this one.

The files hold cases, words and choices; what is right is computed from the model, never typed in.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from sim.lessons.filling import filled
from sim.lessons.lesson import Lesson, Step
from sim.lessons.reading import read_all
from sim.lessons.tasks import Task

__all__ = ["LESSONS", "Lesson", "Step", "Task", "filled", "played"]

LESSONS: Mapping[str, Lesson] = MappingProxyType({lesson.key: lesson for lesson in read_all()})


@cache
def played(key: str) -> Lesson:
    """Return the lesson of that key as it is played: the model's numbers in every text."""
    return filled(LESSONS[key])
