"""
A student's sheet: which lesson, which answers, which settings, and a mark instead of a name.
"""

import re
import secrets
from dataclasses import dataclass, field, replace

from sim.lessons.old import LESSONS, Lesson
from sim.lessons.screens import SKIPPED, check_answers
from sim.model.invalid import invalid
from sim.model.lenses import check_name
from sim.model.parameters import CONTROLS
from sim.runs.scenario import Scenario
from sim.text.sentences import settings_line

# No O and 0, no I and 1: nobody can tell them apart in handwriting.
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
# Two students who answer alike are still two: in a class of thirty two of a million marks are
# the same once in about 2,400 classes, and then only if the rest is the same do they count as one.
MARK_LENGTH = 4
SHOWN_LENGTH = 60


def new_mark() -> str:
    """Return a mark drawn by chance: it tells two sheets apart and says nothing about a person."""
    return "".join(secrets.choice(SIGNS) for _ in range(MARK_LENGTH))


@dataclass(frozen=True)
class Sheet:
    """
    What one student hands in: a lesson, the answers, and the settings at the end, each a whole number.

    Answers missing at the end count as not answered. Changed parameters are left out, and `changed` says so. By the
    four signs of the mark two students who answer alike stay two.

    Raises
    ------
    ValueError
        If the lesson does not exist, or an answer, a setting or the mark cannot stand in a code.
    """

    lesson_key: str
    answers: str
    scenario: Scenario
    changed: bool = False
    mark: str = field(default_factory=new_mark)

    def __post_init__(self) -> None:
        check_name("lesson", self.lesson_key, LESSONS)
        for row in CONTROLS:
            value = getattr(self.scenario, row.name)
            if value != int(value):
                raise invalid(row.name, f"{value:g}", "Must be a whole number in a class code.", row.unit)
        if not re.fullmatch(f"[{SIGNS}]{{{MARK_LENGTH}}}", self.mark):
            raise invalid("mark", shown(self.mark), f"Must be {MARK_LENGTH} of {SIGNS}.")
        answers = check_answers(self.lesson, self.answers).ljust(len(self.lesson.questions), SKIPPED)
        object.__setattr__(self, "answers", answers)
        object.__setattr__(self, "changed", self.changed or bool(self.scenario.parameters))
        object.__setattr__(self, "scenario", replace(self.scenario, parameters={}))

    @property
    def lesson(self) -> Lesson:
        """The lesson that was answered."""
        return LESSONS[self.lesson_key]

    @property
    def settings_line(self) -> str:
        """The settings in words."""
        changed = " Assumptions changed." if self.changed else ""
        return f"{settings_line(self.scenario)} Lens: {self.scenario.account().phrase}.{changed}"


def shown(text: str) -> str:
    """Return a text from outside short enough for a message."""
    return text if len(text) <= SHOWN_LENGTH else f"{text[:SHOWN_LENGTH]}..."
