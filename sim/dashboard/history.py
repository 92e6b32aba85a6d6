"""
Undo and redo: the moments of a session, each with its settings and pinned runs.
"""

from dataclasses import dataclass, field

import streamlit as st

from sim.runs.scenario import Scenario
from sim.session.pins import Pins

LONGEST = 200
"""How many moments can be undone."""
_KEY = "history"


@dataclass(frozen=True)
class Moment:
    """What undo brings back."""

    scenario: Scenario
    pins: Pins


@dataclass
class History:
    """Moments in their order and which of them is the present one; those after it were undone."""

    moments: list[Moment] = field(default_factory=list)
    at: int = -1

    def step(self, by: int) -> Moment:
        """Go to another moment, if there is one, and return it."""
        self.at = min(max(self.at + by, 0), len(self.moments) - 1)
        return self.moments[self.at]


def _history() -> History:
    return st.session_state.setdefault(_KEY, History())


def record(moment: Moment) -> None:
    """Remember a moment if something has changed; what had been undone is then gone."""
    history = _history()
    if not history.moments or history.moments[history.at] != moment:
        history.moments = [*history.moments[: history.at + 1], moment][-LONGEST - 1 :]
        history.at = len(history.moments) - 1


def back(now: Moment) -> Moment:
    """Return the moment before this one, which may hold a change that is not yet recorded."""
    record(now)
    return _history().step(-1)


def forward() -> Moment:
    """Return the moment that was last undone; the present one if there is none."""
    return _history().step(1)


def can_go_back() -> bool:
    """Tell whether there is something to undo."""
    return _history().at > 0


def can_go_forward() -> bool:
    """Tell whether there is something to redo."""
    return _history().at < len(_history().moments) - 1
