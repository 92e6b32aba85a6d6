"""The lessons as they were, until nobody shows them any more."""

from collections.abc import Mapping
from types import MappingProxyType

from sim.lessons.old_lesson import Choice, Lesson, Question
from sim.lessons.old_reading import read_all

__all__ = ["LESSONS", "Choice", "Lesson", "Question"]

LESSONS: Mapping[str, Lesson] = MappingProxyType({lesson.key: lesson for lesson in read_all()})
