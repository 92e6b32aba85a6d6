"""What a session holds stays small, however long it is used."""

import pytest
from streamlit.testing.v1 import AppTest

from sim.dashboard.turns import Share

MOST_GROWTH = 2_000  # bytes
SCRIPT = """
import pickle
from sim.dashboard import lab, state
import streamlit as st

def change(number):
    said = {"life": "a", "n": number, "changed": {"calcium": 200 + number, "vitamin_k2": number % 500}, "asked": []}
    st.session_state["lab"] = {"said": said}
    state.begin("lab")
    lab.message("lab")

def size():
    return sum(len(pickle.dumps(st.session_state[key])) for key in st.session_state)

change(1)
before = size()
for number in range(2, 2_002):
    change(number)
assert state.current().calcium == 2201
st.session_state["growth"] = size() - before
"""


def test_two_thousand_changes_leave_nothing_behind_in_their_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Share, "change", lambda *_: 0.0)  # nobody waits
    at = AppTest.from_string(SCRIPT, default_timeout=60).run()
    assert not at.exception
    assert at.session_state["growth"] < MOST_GROWTH
