"""
Numbers in the texts of lessons: a name in braces becomes what the model gives, so that no text can drift from it.

``{she.bone_change}`` is a quantity at the end of a case's run, ``{she.calcium}`` a setting as a multiple of the base's,
``{she.faeces}`` an amount of ten years' account, ``{she-neighbour.eaten}`` how much more of it the first case has.
``{grade.mgp_inhibits}`` is the grade of a claim, ``{goal.arteries_times}`` the bound of the lesson's goal,
``{first.stop_it}`` and ``{last.stop_it}`` the multiples between which the one slider that can reach the goal does.
``{run...}`` and ``{drawn}`` are left for the browser, which has the pupil's own run.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from sim.content.evidence import claim_of
from sim.lessons.answers import found_ends
from sim.lessons.lesson import Lesson
from sim.lessons.tasks import Find
from sim.model.invalid import invalid
from sim.runs.quantities import QUANTITIES
from sim.runs.run import Run, simulate
from sim.runs.scenario import NUTRIENTS
from sim.text.values import told

PLACEHOLDER = re.compile(r"\{([\w-]+)(?:\.(\w+))?\}")
LIVE = (*QUANTITIES, *NUTRIENTS, "changed")
"""What the browser fills in of the pupil's own run."""
PROTEINS = 20
"""How many MGP the neighbour has in the picture."""


def grams(run: Run, entry: str) -> float:
    """Return an entry of a run's account. [g]"""
    return float(run.ledger()[entry]) / 1000


def rounded(value: float) -> str:
    """Return grams as far as they are worth telling: to tens, if there are hundreds. [g]"""
    return f"{value:,.0f} g" if abs(value) < 100 else f"{round(value, -1):,.0f} g"


AMOUNTS: dict[str, tuple[Callable[[Run], float], Callable[[float], str]]] = {
    "eaten": (partial(grams, entry="eaten"), rounded),
    "eaten_kg": (lambda run: grams(run, "eaten") / 1000, "{:.1f} kg".format),
    "faeces": (partial(grams, entry="faeces"), rounded),
    "urine": (partial(grams, entry="urine"), rounded),
    "bone_loss": (lambda run: -grams(run, "bone"), rounded),
    "artery_gain": (partial(grams, entry="arteries"), "{:.1f} g".format),
    "mgp_built": (lambda run: PROTEINS * run.constant("k2_need"), "{:.0f}".format),
    "mgp_on": (lambda run: round(PROTEINS * run.constant("k2_need")) * run.activation["mgp"], "{:.0f}".format),
}
"""What texts say of a run beside its quantities: how it is computed, and how it is written."""


def multiple(value: float) -> str:
    """
    Return a multiple of the base's intake.

    Examples
    --------
    >>> multiple(2), multiple(0.29), multiple(1.54)
    ('×2', '×0.3', '×1.5')
    """
    return f"×{value:.1f}".removesuffix(".0")


def names(text: str) -> Iterator[tuple[str, str]]:
    """
    Yield the two parts of each placeholder.

    Raises
    ------
    ValueError
        If a brace belongs to none.
    """
    for match in PLACEHOLDER.finditer(text):
        yield match[1], match[2] or ""
    rest = PLACEHOLDER.sub("", text)
    if "{" in rest or "}" in rest:
        raise invalid("braces in", text, "Must be like {she.bone_change}.")


def check_placeholders(text: str, lesson: Lesson) -> None:
    """
    Check that each placeholder of a text can be filled.

    Raises
    ------
    ValueError
        Naming the placeholder and what it may be.
    """
    finds = [key for key, task in lesson.tasks.items() if isinstance(task, Find)]
    goals = [goal.quantity for task in lesson.tasks.values() if isinstance(task, Find) for goal in task.goal]
    for head, name in names(text):
        refused = partial(invalid, "placeholder", f"{{{head}.{name}}}" if name else f"{{{head}}}")
        if head == "grade":
            claim_of(name)
            continue
        of_case = (*AMOUNTS, *NUTRIENTS, *QUANTITIES)
        more, _, less = head.partition("-")
        allowed = {"drawn": [""], "run": LIVE, "goal": goals, "first": finds, "last": finds}
        allowed |= dict.fromkeys(lesson.cases, of_case)
        if less:
            allowed[head] = list(AMOUNTS)
        if more not in allowed or (less and less not in lesson.cases):
            raise refused(f"Must begin with one of: {', '.join(allowed)}.")
        if name not in allowed[head]:
            raise refused(f"After {head} must come one of: {', '.join(allowed[head])}.")


def fill(text: str, lesson: Lesson) -> str:
    """Return a text with the model's numbers in it; what the pupil's own run gives stays as it is."""

    def value(match: re.Match) -> str:
        head, name = match[1], match[2] or ""
        if head in ("run", "drawn"):
            return match[0]
        if head == "grade":
            return claim_of(name).grade
        if head == "goal":
            return _bound(lesson, name)
        if head in ("first", "last"):
            task = lesson.tasks[name]
            assert isinstance(task, Find)
            return multiple(found_ends(lesson, task)[head == "last"])
        return _of_case(lesson, head, name)

    return PLACEHOLDER.sub(value, text)


def _of_case(lesson: Lesson, head: str, name: str) -> str:
    more, _, less = head.partition("-")
    if name in NUTRIENTS:
        settings = (getattr(lesson.scenario(case), name) for case in (more, lesson.base))
        return multiple(next(settings) / next(settings))
    run = simulate(lesson.scenario(more))
    if name in AMOUNTS:
        read, write = AMOUNTS[name]
        return write(read(run) - (read(simulate(lesson.scenario(less))) if less else 0))
    return told(QUANTITIES[name], float(QUANTITIES[name].end(run)))


def _bound(lesson: Lesson, quantity: str) -> str:
    """Return the bound of the first goal of that quantity."""
    tasks = (task for task in lesson.tasks.values() if isinstance(task, Find))
    goal = next(goal for task in tasks for goal in task.goal if goal.quantity == quantity)
    bound = goal.at_most if goal.at_most is not None else goal.at_least
    return told(QUANTITIES[quantity], bound or 0.0)
