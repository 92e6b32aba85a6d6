"""
A lesson: cases of the model, steps, and in each step tasks. What is right is computed from the model, never typed in.

A lesson is read with its placeholders; `sim.lessons.played` gives it as it is played, the model's numbers in its texts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any

from sim.lessons.tasks import Task
from sim.runs.scenario import Scenario


@dataclass(frozen=True)
class Case:
    """Settings with what they are called: a woman, a diet, an animal."""

    label: str
    scenario: Scenario


@dataclass(frozen=True, kw_only=True)
class Step:
    """
    A step: what is read, the picture that stands while nothing is locked, and tasks, one after the other.

    `short` are its minutes in a class of 20 minutes, 0 leaves it out. `notes` are for the teacher only.
    """

    key: str
    title: str
    minutes: int
    short: int
    text: str
    picture: str
    next: str
    tasks: tuple[Task, ...]
    small: str = ""
    notes: str = ""


@dataclass(frozen=True, kw_only=True)
class Notes:
    """What the teacher reads of a whole lesson."""

    idea: str
    careful: str
    standards: tuple[str, ...]
    extension: str = ""


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """
    A lesson for one class of so many minutes.

    Its title gives nothing away; from the step `later_from` on, once its run was seen, it is called `later_title`.
    Intakes are said as multiples of those of the case `base`. `extension` is a task for those who go on.
    """

    key: str
    number: int
    title: str
    about: str
    minutes: int
    level: str
    base: str
    cases: Mapping[str, Case] = field(repr=False)
    steps: tuple[Step, ...] = field(repr=False)
    notes: Notes = field(repr=False)
    later_title: str = ""
    later_from: str = ""
    extension: str = field(default="", repr=False)

    @property
    def tasks(self) -> dict[str, Task]:
        """All tasks by their keys, in the order in which they come."""
        return {task.key: task for step in self.steps for task in step.tasks}

    def scenario(self, case: str) -> Scenario:
        """Return the settings of a case."""
        return self.cases[case].scenario


def mapped(thing: Any, change: Callable[[str], str]) -> Any:
    """Return the same with every text in it changed; settings stay."""
    if isinstance(thing, str):
        return change(thing)
    if isinstance(thing, tuple):
        return tuple(mapped(each, change) for each in thing)
    if isinstance(thing, Mapping):
        return {name: mapped(each, change) for name, each in thing.items()}
    if is_dataclass(thing) and not isinstance(thing, type | Scenario):
        return replace(thing, **{each.name: mapped(getattr(thing, each.name), change) for each in fields(thing)})
    return thing
