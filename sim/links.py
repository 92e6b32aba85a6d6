"""
Settings to address and back: one link restores a run, and says what it could not read.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sim.parameters import CONTROLS, Control, number
from sim.scenarios import Scenario

LINK_VERSION = 1
VERSION_KEY = "link"


def to_query(scenario: Scenario) -> dict[str, str]:
    """
    Return the address parameters of a scenario: always every key and the link version.

    Examples
    --------
    >>> to_query(Scenario(calcium=2000))
    {'calcium': '2000', 'vitamin_d': '800', 'vitamin_k2': '100', 'years': '10', 'link': '1'}
    """
    settings = {name: number(value).replace(",", "") for name, value in scenario.settings().items()}
    return {**settings, VERSION_KEY: str(LINK_VERSION)}


def from_query(query: Mapping[str, str | Sequence[str]]) -> tuple[Scenario, list[str]]:
    """
    Return the scenario of an address and a notice for each thing that was not taken as it stood.

    A value out of range goes to the nearest bound, an unreadable one to the default, a fraction
    to the nearest whole number; an unknown key is ignored; of a key that stands twice the last counts.

    Examples
    --------
    >>> scenario, notices = from_query({"vitamin_k2": "900"})
    >>> scenario.vitamin_k2, notices
    (500.0, ["vitamin_k2 '900' in the link is outside 0 to 500 µg/day: set to 500."])
    """
    notices: list[str] = []
    last = {key: value if isinstance(value, str) else value[-1] for key, value in query.items()}
    notices += [
        f"{_shown(key)} stands {len(value)} times in the link: the last one, '{_shown(value[-1])}', counts."
        for key, value in query.items()
        if not isinstance(value, str) and len(value) > 1
    ]
    settings = {row.name: _read(row, last[row.name], notices) for row in CONTROLS if row.name in last}
    known = {row.name for row in CONTROLS} | {VERSION_KEY}
    notices += [
        f"'{_shown(key)}' in the link is not a setting of this page: ignored." for key in query if key not in known
    ]
    version = last.get(VERSION_KEY, str(LINK_VERSION))
    if version != str(LINK_VERSION):
        notices.append(f"link '{_shown(version)}' is not a version this page knows: read as version {LINK_VERSION}.")
    return replace(Scenario(), **settings), notices


def _read(row: Control, text: str, notices: list[str]) -> float:
    """Return the value of one key, adding a notice if it could not be taken as it stood."""
    shown = _shown(text)
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if math.isnan(value):
        notices.append(f"{row.name} '{shown}' in the link is not a number: set to its default, {number(row.default)}.")
        return row.default
    kept = min(max(value, row.low), row.high) + 0.0  # a minus zero loses its sign
    unit = row.unit.replace("ug", "µg")
    if kept != value:
        notices.append(
            f"{row.name} '{shown}' in the link is outside {number(row.low)} to {number(row.high)} {unit}: "
            f"set to {number(kept)}."
        )
    elif kept != round(kept):
        kept = float(round(kept))
        notices.append(f"{row.name} '{shown}' in the link is not a whole number: set to {number(kept)}.")
    return kept


def _shown(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}..."
