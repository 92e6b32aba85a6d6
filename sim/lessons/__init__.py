"""
Guided lessons: predict, run, compare, explain. Each is a TOML file beside this one.

The files hold settings, words and choices; what is right is computed from the model, never typed in.
"""

from collections.abc import Mapping
from types import MappingProxyType

from sim.lessons.lesson import Choice, Lesson, Question
from sim.lessons.reading import read_all

__all__ = ["LESSONS", "Choice", "Lesson", "Question"]

LESSONS: Mapping[str, Lesson] = MappingProxyType({lesson.key: lesson for lesson in read_all()})
