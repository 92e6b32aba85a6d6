"""What a browser still holds when its session is gone (the server was restarted, the phone slept) is kept."""

import pytest
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.testing.v1 import AppTest
from support.alone import alone

from sim import Scenario
from sim.dashboard.pages import map_page
from sim.dashboard.parts import save_panel


def in_a_new_session(at: AppTest, *folded_out: str) -> AppTest:
    """Send what the browser has now to a session that knows nothing of it; AppTest says nothing of what is open."""
    said = at._tree.get_widget_states()
    at._session_state = SafeSessionState(SessionState(), lambda: None)
    at.session_state = type(at.session_state)(at._session_state)
    for key in folded_out:
        at.session_state[key] = True
    at._run(said)
    assert not at.exception
    return at


def again(at: AppTest) -> AppTest:
    """Send the same once more, as the next press does."""
    at.run()
    assert not at.exception
    return at


def test_a_press_that_comes_to_a_new_session_is_not_lost() -> None:
    at = alone("compare_page", calcium="1500", link="4")
    in_a_new_session(at.button(key="pin_run").click() and at)
    (pin,) = at.session_state["session"].link.pins
    assert pin.scenario == Scenario(calcium=1500)
    assert again(at).session_state["session"].link.pins == (pin,)


def test_no_press_is_made_up_where_a_session_begins_with_none() -> None:
    at = alone("compare_page", calcium="1500", link="4")
    in_a_new_session(at)
    assert at.session_state["session"].link.pins == ()


def test_the_nutrient_up_the_map_outlives_the_session() -> None:
    at = alone("map_page")
    at.radio(key=map_page.UP).set_value("calcium")
    in_a_new_session(at)
    assert at.radio(key=map_page.UP).value == at.session_state[map_page.UP] == "calcium"


def test_bands_that_were_asked_for_stay() -> None:
    at = AppTest.from_string("from sim.dashboard.parts import save_panel\nsave_panel.panel()", default_timeout=60)
    at.run().toggle(key=save_panel.BANDS).set_value(True).run()
    in_a_new_session(at)
    assert again(at).toggle(key=save_panel.BANDS).value
    assert at.session_state[save_panel.BANDS]


@pytest.mark.parametrize(
    ("draw", "kind", "value"),
    [
        ("map_page.choose_up()", "radio", "calcium"),
        ("share_panel.ask()", "text_input", "http://10.0.0.2"),
    ],
)
def test_what_was_set_is_there_again_after_it_was_not_on_the_page(draw: str, kind: str, value: str | int) -> None:
    at = AppTest.from_string(
        "import streamlit as st\nfrom sim.dashboard.pages import map_page\n"
        f"from sim.dashboard.parts import share_panel\nif st.toggle('show', value=True):\n    {draw}",
        default_timeout=60,
    ).run()
    getattr(at, kind)[0].set_value(value).run()
    for there in (False, True):
        at.toggle[0].set_value(there).run()
    assert not at.exception
    assert getattr(at, kind)[0].value == value
