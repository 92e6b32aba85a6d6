"""
Numbers in the texts of lessons: a name in braces becomes what the model gives, so that no text can drift from it.

``{before.bone}`` is a measure or a setting of the run before, ``{after.bone}`` of the run after, ``{start.bone}`` of
the lesson's start, ``{after.lens}`` whose account it is, ``{grade.mgp_inhibits}`` the grade of a claim.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial

from sim.content.evidence import claim_of
from sim.lessons.measures import MEASURES
from sim.model.invalid import invalid
from sim.model.parameters import CONTROLS
from sim.runs.run import Run
from sim.text.sentences import with_unit

PLACEHOLDER = re.compile(r"\{(\w+)\.(\w+)\}")
SETTINGS = {row.name: row for row in CONTROLS}
OF_A_RUN = (*MEASURES, *SETTINGS, "lens")


def names(text: str) -> Iterator[tuple[str, str]]:
    """
    Yield the two parts of each placeholder.

    Raises
    ------
    ValueError
        If a brace belongs to none.
    """
    for match in PLACEHOLDER.finditer(text):
        yield match[1], match[2]
    rest = PLACEHOLDER.sub("", text)
    if "{" in rest or "}" in rest:
        raise invalid("braces in", text, "Must be like {before.bone}.")


def check_placeholders(text: str, runs: Collection[str], claims: Collection[str]) -> None:
    """
    Check that each placeholder is of one of these runs, or the grade of one of these claims.

    Raises
    ------
    ValueError
        Naming the placeholder and what it may be.
    """
    allowed = {**dict.fromkeys(runs, OF_A_RUN), "grade": tuple(claims)}
    for head, name in names(text):
        refused = partial(invalid, "placeholder", f"{{{head}.{name}}}")
        if head not in allowed:
            raise refused(f"Must begin with one of: {', '.join(allowed)}.")
        if name not in allowed[head]:
            others = ", ".join(allowed[head]) or "the claims of the lesson, which has none"
            raise refused(f"After {head} must come one of: {others}.")


def fill(text: str, runs: Mapping[str, Run], grade: Callable[[str], str]) -> str:
    """
    Return a text with the numbers of `runs` in it, and each grade as `grade` shows it.

    Examples
    --------
    >>> from sim import Scenario, simulate
    >>> fill("{start.calcium}, {grade.d_opens_gut}", {"start": simulate(Scenario())}, str)
    '1,000 mg/day, established'
    """

    def value(match: re.Match) -> str:
        head, name = match[1], match[2]
        if head == "grade":
            return grade(claim_of(name).grade)
        scenario = runs[head].scenario
        if name == "lens":
            return scenario.account().phrase
        if name in SETTINGS:
            return with_unit(SETTINGS[name], scenario.settings()[name])
        return MEASURES[name].shown(MEASURES[name].read(runs[head]))

    return PLACEHOLDER.sub(value, text)
