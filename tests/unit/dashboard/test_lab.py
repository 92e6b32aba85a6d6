"""The component of the Lab: made once for the server, however many sessions begin together."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.components.v2.component_manager import BidiComponentManager

from sim.dashboard import lab


def test_sessions_that_begin_together_register_the_component_once(monkeypatch: pytest.MonkeyPatch) -> None:
    registered: list[str] = []
    monkeypatch.setattr(lab.v2, "component", lambda name, **_: registered.append(name) or print)
    manager = BidiComponentManager()
    with ThreadPoolExecutor(6) as sessions:
        begun = [sessions.submit(lab.component, manager, "lab", "streamlit") for _ in range(6)]
    assert [each.result() for each in begun] == [print] * 6
    assert registered == ["calcium-lab.lab"]
