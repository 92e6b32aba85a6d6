"""Undo remembers the last 200 moments and no more."""

from types import SimpleNamespace

import pytest

from sim import Scenario
from sim.dashboard import history


def test_the_last_200_moments_can_be_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "st", SimpleNamespace(session_state={}))
    moments = [history.Moment(Scenario(calcium=300 + i), ()) for i in range(202)]
    for moment in moments:
        history.record(moment)
    now, undone = moments[-1], 0
    while history.can_go_back():
        now, undone = history.back(now), undone + 1
    assert (undone, now) == (200, moments[1])
