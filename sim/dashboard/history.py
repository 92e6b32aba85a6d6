"""
Undo and redo: the moments of a session, each with its settings and pinned runs.
"""

from dataclasses import dataclass, field

import streamlit as st

from sim.runs.scenario import Scenario
from sim.session.pins import Pins

LONGEST = 200
"""How many moments are remembered."""
_KEY = "history"


@dataclass(frozen=True)
class Moment:
    """What undo brings back."""

    scenario: Scenario
    pins: Pins


@dataclass
class History:
    """Moments before the present one and, after an undo, those that come after it."""

    past: list[Moment] = field(default_factory=list)
    present: Moment | None = None
    future: list[Moment] = field(default_factory=list)


def _history() -> History:
    return st.session_state.setdefault(_KEY, History())


def record(moment: Moment) -> None:
    """Remember a moment if something has changed; what had been undone is then gone."""
    history = _history()
    if history.present in (None, moment):
        history.present = moment
        return
    history.past = [*history.past, history.present][-LONGEST:]
    history.present, history.future = moment, []


def back(now: Moment) -> Moment:
    """Return the moment before this one, which may hold a change that is not yet recorded."""
    record(now)
    history = _history()
    if history.past:
        history.future.append(now)
        history.present = history.past.pop()
    return history.present or now


def forward() -> Moment:
    """Return the moment that was last undone; the present one if there is none."""
    history = _history()
    if history.future and history.present:
        history.past.append(history.present)
        history.present = history.future.pop()
    assert history.present, "a page is drawn before its buttons can be pressed"
    return history.present


def can_go_back() -> bool:
    """Tell whether there is something to undo."""
    return bool(_history().past)


def can_go_forward() -> bool:
    """Tell whether there is something to redo."""
    return bool(_history().future)
