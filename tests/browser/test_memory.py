"""What a session holds stays small, however long it is used; and its first page holds nobody else up."""

import pickle

import pytest
from streamlit.testing.v1 import AppTest

from sim.dashboard.state import _REMEMBERED

CHANGES = 2_000
MOST_BYTES = 150_000
# The usual settings come back again and again, as they do with a reader who goes to and fro.
SCRIPT = f"""
from sim.dashboard import state
from sim.runs.scenario import Scenario

with state.page("lab"):
    for number in range({CHANGES}):
        state.put(Scenario(calcium=200 + number, vitamin_k2=number % 500))
        state.write_address()
        if number % 150 == 0:
            state.put(Scenario())
            state.write_address()
            usual = state._query()
        assert hash(usual) in state._known()
"""


def test_a_session_of_two_thousand_changes_holds_little_and_still_knows_what_it_wrote_last() -> None:
    at = AppTest.from_string(SCRIPT, default_timeout=60).run()
    assert not at.exception
    held = {key: len(pickle.dumps(at.session_state[key])) for key in at.session_state}
    assert sum(held.values()) < MOST_BYTES, held
    assert len(at.session_state["written_queries"]) == _REMEMBERED


DRAWN_ALONE = """
from sim.dashboard import state
from sim.dashboard.turns import FIRST_PAGE

with state.page("lab"):
    print("alone" if FIRST_PAGE.locked() else "beside others")
assert not FIRST_PAGE.locked()
"""


def test_the_first_page_of_a_session_is_drawn_alone_and_the_next_ones_wait_for_nobody(
    capsys: pytest.CaptureFixture[str],
) -> None:
    at = AppTest.from_string(DRAWN_ALONE, default_timeout=60).run()
    at.run()
    assert not at.exception
    assert capsys.readouterr().out.split("\n")[:-1] == ["alone", "beside others"]
