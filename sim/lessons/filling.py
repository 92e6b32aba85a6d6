"""A lesson as it is played: the model's numbers in every text, and what is right as the model has it."""

from sim.lessons.answers import solved
from sim.lessons.lesson import Lesson, mapped
from sim.lessons.placeholders import fill, grams
from sim.lessons.task_parts import Evidence
from sim.runs.quantities import QUANTITIES
from sim.runs.run import Run, simulate
from sim.text.values import signed, told

EVIDENCE_ROWS = {
    "eaten": ("eaten", lambda run: _grams(run, "eaten")),
    "faeces": ("out, in faeces", lambda run: _grams(run, "faeces")),
    "urine": ("out, in urine", lambda run: _grams(run, "urine")),
    "bone": ("bones", lambda run: f"{signed(grams(run, 'bone'))} g"),
    "arteries": ("artery walls", lambda run: f"{signed(grams(run, 'arteries'))} g"),
    "blood": ("blood calcium", lambda run: told(QUANTITIES["blood_calcium"], run.blood_calcium[-1])),
}
"""What a table of evidence may tell: what stands before the row, and its text of a run."""


def _grams(run: Run, entry: str) -> str:
    return f"{grams(run, entry):,.0f} g"


def filled(lesson: Lesson) -> Lesson:
    """
    Return the lesson as it is played.

    Examples
    --------
    >>> from sim.lessons import LESSONS
    >>> filled(LESSONS["tablets"]).tasks["share_of_mgp"].right
    2
    """
    return mapped(solved(lesson), lambda text: fill(unwrapped(text), lesson))


def unwrapped(text: str) -> str:
    """Return a text with its paragraphs on a line each, as a file that wraps them means them."""
    return "\n\n".join(" ".join(each.split()) for each in text.split("\n\n"))


def evidence_table(lesson: Lesson, evidence: Evidence) -> tuple[list[str], list[list[str]]]:
    """Return the heads of the columns, the first empty, and the rows of the table of evidence."""
    runs = [simulate(lesson.scenario(case)) for case in evidence.cases]
    heads = ["", *(lesson.cases[case].label for case in evidence.cases)]
    chosen = (EVIDENCE_ROWS[row] for row in evidence.rows)
    return heads, [[label, *map(write, runs)] for label, write in chosen]
