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
from sim.model.lenses import check_name

__all__ = ["LESSONS", "OLD_KEYS", "Lesson", "Step", "Task", "lesson_of", "played"]

LESSONS: Mapping[str, Lesson] = MappingProxyType({lesson.key: lesson for lesson in read_all()})

OLD_KEYS = {"paradox": "tablets"}
"""What lessons were called that others have taken the place of: old links and commands still find them."""


def lesson_of(key: str) -> Lesson:
    """
    Return the lesson of a key from outside.

    Raises
    ------
    ValueError
        If there is none.

    Examples
    --------
    >>> lesson_of("paradox").key
    'tablets'
    """
    return LESSONS[check_name("lesson", OLD_KEYS.get(key, key), LESSONS)]


@cache
def played(key: str) -> Lesson:
    """Return the lesson of that key as it is played: the model's numbers in every text."""
    return filled(LESSONS[key])
