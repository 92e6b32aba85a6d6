"""
What a reader has moved, told apart from what the browser has not heard of yet.

Each message of a browser brings the values of all sliders it shows. On a slow line, or where a part of the page
speaks by itself, a message may have been sent before the browser heard of the last change (a preset, say): its
sliders then stand at old places although nobody has moved them. The address it reports tells how much it had heard.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sim.model.parameters import CONTROLS, check, control
from sim.runs.scenario import Scenario

Query = frozenset[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Message:
    """What a browser says of itself: its address, and where the sliders stand that it shows, by name of the control."""

    query: Query
    values: Mapping[str, float]

    def told(self) -> dict[str, float]:
        """Return where its address says that the sliders stand."""
        given = {key: values[-1] for key, values in self.query}
        return {row.name: float(given[row.name]) for row in CONTROLS if re.fullmatch("[0-9]+", given.get(row.name, ""))}


@dataclass
class Line:
    """What a session knows of its browser."""

    last: Message | None = None
    arrived: bool = False
    """Whether the message of this run has been taken already."""
    drawing: bool = False
    """Whether the page is being drawn: then sliders hold what was put on them, not what the browser said."""
    unheard: Query | None = None
    """The address that the browser showed when settings were put elsewhere, until it shows another."""


def after(message: Message, last: Message | None, kept: Scenario) -> Scenario:
    """
    Return the settings after a message: those the session has kept, but for the sliders that were moved.

    A slider was moved if it does not stand where the last message had it or, when the browser has heard
    of something new since then, where its address says.

    Examples
    --------
    >>> heard = frozenset({("calcium", ("1000",)), ("vitamin_k2", ("100",))})
    >>> first = Message(heard, {"calcium": 1000, "vitamin_k2": 100})
    >>> preset = Scenario(calcium=2000, vitamin_k2=10)  # the browser has not heard of it yet

    A message in which nothing was moved leaves the preset alone, a slider that was moved is taken:

    >>> after(first, first, preset) == preset
    True
    >>> after(Message(heard, {"calcium": 1000, "vitamin_k2": 105}), first, preset) == replace(preset, vitamin_k2=105)
    True
    """
    reference = last.values if last and last.query == message.query else message.told()
    moved = {
        name: check(control(name), value)
        for name, value in message.values.items()
        if value != reference.get(name, getattr(kept, name))
    }
    return replace(kept, **moved)
