"""
A lesson, its questions and their choices; what is right is computed from the model, never typed in.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sim.lessons.measures import JOIN, measures_of, outcome
from sim.lessons.old_placeholders import fill
from sim.model.invalid import invalid
from sim.runs.run import simulate
from sim.runs.scenario import Scenario


@dataclass(frozen=True)
class Choice:
    """What a student may answer, the outcome that it says, and what the student is told then."""

    text: str
    outcome: str
    feedback: str


@dataclass(frozen=True)
class Question:
    """
    A change of settings, and what becomes of a measure, or of two joined by ``+``.

    One of `choices` is what the model gives. `notice` says what to look at in the result, `explain` what to explain
    in one's own words; a quiz leaves that out.
    """

    key: str
    prompt: str
    before: Scenario
    after: Scenario
    measure: str
    choices: tuple[Choice, ...]
    notice: str
    explain: str = ""

    @property
    def about(self) -> str:
        """What it asks for, as the page calls it."""
        first, *others = (measure.label for measure in measures_of(self.measure))
        return JOIN.join([first, *(label[0].lower() + label[1:] for label in others)])

    def outcome(self) -> str:
        """
        Return what the model says: ``falls``, ``stays`` or ``rises``, for two measures both joined by ``+``.

        Examples
        --------
        >>> from sim.lessons.old import LESSONS
        >>> LESSONS["paradox"].quiz[0].outcome()
        'falls + rises'
        """
        runs = simulate(self.before), simulate(self.after)
        return JOIN.join(outcome(measure, *runs) for measure in measures_of(self.measure))

    def answer(self) -> int:
        """
        Return the index of the choice that the model gives.

        Raises
        ------
        ValueError
            If no choice says what the model gives, or two do.
        """
        model_outcome = self.outcome()
        fitting = [index for index, choice in enumerate(self.choices) if choice.outcome == model_outcome]
        if len(fitting) != 1:
            said = ", ".join(f"'{choice.outcome}'" for choice in self.choices)
            raise invalid(f"choices {said} of question", self.key, f"Just one must be '{model_outcome}'.")
        return fitting[0]

    def filled(self, text: str, grade: Callable[[str], str] = str) -> str:
        """Return a text of this question with the model's numbers, and each grade as `grade` shows it."""
        return fill(text, {"before": simulate(self.before), "after": simulate(self.after)}, grade)


@dataclass(frozen=True)
class Lesson:
    """
    A lesson for one class of so many minutes.

    `claims` are keys of the claims it makes, whose grades are shown; `task` is an open task for those who go on.
    """

    key: str
    number: int
    title: str
    aim: str
    minutes: int
    level: str
    standards: tuple[str, ...]
    intro: str
    start: Scenario
    activities: tuple[Question, ...]
    quiz: tuple[Question, ...]
    takeaway: str
    teacher_notes: str
    claims: tuple[str, ...]
    task: str = ""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order in which they are asked."""
        return self.activities + self.quiz

    def filled(self, text: str, grade: Callable[[str], str] = str) -> str:
        """Return a text of this lesson with the model's numbers, and each grade as `grade` shows it."""
        return fill(text, {"start": simulate(self.start)}, grade)
