"""
Made-up class codes, to try the results page without a class.
"""

import random
from collections.abc import Iterable

from sim.lessons.answer_sheet import MARK_LENGTH, SIGNS, Sheet
from sim.lessons.codes import encode
from sim.lessons.old import LESSONS, Lesson
from sim.lessons.screens import LETTERS, SKIPPED
from sim.runs.scenario import PRESETS

STUDENTS = 20
AS_THE_MODEL, PASSED_OVER = 0.5, 0.06
"""Shares of made-up answers; any that give a lively picture will do."""


def sample_codes(lessons: Iterable[Lesson] = tuple(LESSONS.values()), students: int = STUDENTS, seed: int = 1) -> str:
    """
    Return codes that no student has made, one a line; the same for the same seed.

    Examples
    --------
    >>> len(sample_codes(students=3).splitlines()) == 3 * len(LESSONS)
    True
    """
    chance = random.Random(seed)
    return "\n".join(encode(_sheet(lesson, chance)) for lesson in lessons for _ in range(students))


def _sheet(lesson: Lesson, chance: random.Random) -> Sheet:
    """Return the sheet of a student who does not exist."""
    answers = ""
    for question in lesson.questions:
        drawn = chance.random()
        guess = chance.randrange(len(question.choices))
        choice = question.answer() if drawn < AS_THE_MODEL else guess
        answers += SKIPPED if drawn > 1 - PASSED_OVER else LETTERS[choice]
    scenario = chance.choice(list(PRESETS.values()))
    mark = "".join(chance.choices(SIGNS, k=MARK_LENGTH))
    return Sheet(lesson.key, answers, scenario, chance.random() < PASSED_OVER, mark)
