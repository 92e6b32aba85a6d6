"""What lessons say, as texts."""

from collections.abc import Iterator
from dataclasses import replace

from sim.lessons import LESSONS, Lesson, Step, Task
from sim.lessons.lesson import Notes, mapped

TABLETS = LESSONS["tablets"]


def texts(thing: Lesson | Step | Task | Notes) -> list[str]:
    """Return every text in a thing, also names."""
    told: list[str] = []
    mapped(thing, lambda text: told.append(text) or text)
    return told


def told_to_pupils(lesson: Lesson) -> Iterator[str]:
    """Yield what pupils read of a lesson as it is played."""
    yield from (lesson.title, lesson.about, lesson.later_title, lesson.extension)
    for step in lesson.steps:
        yield from (step.title, step.text, step.small)
        for task in step.tasks:
            yield from (text for text in texts(replace(task, expected="")) if " " in text and "changed=" not in text)
