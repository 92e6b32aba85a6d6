"""Grades of evidence as badges, the same on every page."""

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
