"""Grades of evidence as badges, the same on every page."""

from collections.abc import Iterable

from sim.content.evidence import Claim

BADGES = {
    "established": ("green", "check_circle"),
    "supported": ("blue", "thumb_up"),
    "contested": ("orange", "balance"),
    "animal only": ("violet", "pets"),
    "overstated": ("red", "campaign"),
    "not tested": ("gray", "help"),
}


def badge(grade: str) -> str:
    """Return a grade as a coloured badge with its name and a sign of its own."""
    colour, icon = BADGES[grade]
    return f":{colour}-badge[:material/{icon}: {grade}]"


def graded(claims: Iterable[Claim]) -> str:
    """Return claims as a Markdown list, each with its grade."""
    return "\n".join(f"- {badge(claim.grade)} {claim.statement}" for claim in claims)
