"""
The screens of a lesson one after the other, how long each takes in class, and the answers given so far.

Answers are a text of letters, one for each question in order: ``a`` for the first choice, ``-`` for a
question passed over.
"""

from dataclasses import dataclass

from sim.lessons.old_lesson import Lesson
from sim.model.invalid import invalid

LETTERS = "abcdefgh"
SKIPPED = "-"
MINUTES = {"intro": 4, "predict": 2, "result": 4, "explain": 3, "quiz": 2, "end": 4}
"""How long a class needs for a screen; assumed, from reading aloud and one exchange with a neighbour. [min]"""
WORDS = {
    "intro": "read",
    "predict": "predict",
    "result": "compare",
    "explain": "explain",
    "quiz": "quiz",
    "end": "look back",
}
"""What a class does on a screen."""


@dataclass(frozen=True)
class Screen:
    """One screen: what is done on it (a key of WORDS), and the index of its question, if it has one."""

    kind: str
    index: int | None = None


def screens(lesson: Lesson) -> tuple[Screen, ...]:
    """
    Return the screens of a lesson in order.

    Examples
    --------
    >>> from sim.lessons.old import LESSONS
    >>> [screen.kind for screen in screens(LESSONS["absorption"])][:5]
    ['intro', 'predict', 'result', 'explain', 'predict']
    """
    count = len(lesson.activities)
    activities = [Screen(kind, index) for index in range(count) for kind in ("predict", "result", "explain")]
    quiz = [Screen("quiz", index) for index in range(count, len(lesson.questions))]
    return (Screen("intro"), *activities, *quiz, Screen("end"))


def pace(lesson: Lesson) -> list[tuple[str, int]]:
    """Return the parts of a lesson with how long each takes, the rest for talk last. [min]"""
    shown = screens(lesson)

    def minutes(*kinds: str) -> int:
        return sum(MINUTES[screen.kind] for screen in shown if screen.kind in kinds)

    one = MINUTES["predict"] + MINUTES["result"] + MINUTES["explain"]
    parts = [("Read", minutes("intro"))]
    parts += [(f"Predict, run, compare, explain: {number}", one) for number in range(1, len(lesson.activities) + 1)]
    parts += [("Quiz", minutes("quiz")), ("Look back", minutes("end"))]
    return [*parts, ("Left for talk", lesson.minutes - sum(length for _, length in parts))]


def check_answers(lesson: Lesson, answers: str) -> str:
    """
    Return answers if each letter is a choice of its question.

    Raises
    ------
    ValueError
        Naming the letter and what it may be.

    Examples
    --------
    >>> from sim.lessons.old import LESSONS
    >>> check_answers(LESSONS["absorption"], "a-x")
    Traceback (most recent call last):
    ValueError: Invalid answer 'x' to question 3. Must be one of: a, b, c, -.
    """
    if len(answers) > len(lesson.questions):
        raise invalid("answers", answers, f"Must be at most {len(lesson.questions)} letters.")
    for place, (letter, question) in enumerate(zip(answers, lesson.questions, strict=False), 1):
        allowed = (*LETTERS[: len(question.choices)], SKIPPED)
        if letter not in allowed:
            raise invalid("answer", letter, [*allowed], where=f"to question {place}")
    return answers


def check_step(lesson: Lesson, step: int) -> int:
    """
    Return a step if the lesson has it; the first is 0.

    Raises
    ------
    ValueError
        Naming the step and what it may be.
    """
    last = len(screens(lesson)) - 1
    if not isinstance(step, int) or isinstance(step, bool) or not 0 <= step <= last:
        raise invalid("step", step, f"Must be between 0 and {last}.")
    return step


def chosen(answers: str, index: int) -> int | None:
    """
    Return which choice was given to the question of that index, or None.

    Examples
    --------
    >>> chosen("-c", 0), chosen("-c", 1), chosen("-c", 2)
    (None, 2, None)
    """
    letter = answers[index : index + 1]
    return LETTERS.index(letter) if letter and letter != SKIPPED else None


def with_answer(answers: str, index: int, choice: int) -> str:
    """
    Return the answers with one more, or with one changed.

    Examples
    --------
    >>> with_answer("a", 2, 1), with_answer("a-b", 0, 2)
    ('a-b', 'c-b')
    """
    padded = answers.ljust(index, SKIPPED)
    return padded[:index] + LETTERS[choice] + padded[index + 1 :]


def score(lesson: Lesson, answers: str) -> str:
    """Return in words how many answers to a quiz are as the model has it."""
    numbered = enumerate(lesson.quiz, len(lesson.activities))
    right = sum(chosen(answers, index) == question.answer() for index, question in numbered)
    return f"{right} of {len(lesson.quiz)} as the model has it"
