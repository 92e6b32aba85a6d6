"""What a browser still holds when its session is gone (the server was restarted, the phone slept) is kept."""

import pytest
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.testing.v1 import AppTest
from support.alone import alone

from sim import PRESETS, Scenario
from sim.content.foods import FOODS
from sim.dashboard.pages import map_page, plate_page
from sim.dashboard.parts import certainty
from sim.lessons.sample_codes import sample_codes

WORDS = "Bone takes calcium up, because osteocalcin holds it there."


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


@pytest.mark.parametrize("press", ["class_show", "class_clear"])
def test_pasted_codes_outlive_the_session_and_are_shown_at_the_first_press(press: str) -> None:
    at, codes = alone("class_page"), sample_codes()
    at.text_area[0].set_value(codes)
    at.button(key=press).click()
    in_a_new_session(at)
    assert at.text_area[0].value == codes
    assert at.header[0].value.startswith("Lesson ")
    assert again(at).text_area[0].value == codes
    assert again(in_a_new_session(at)).text_area[0].value == codes  # and a second restart


def test_a_written_explanation_outlives_the_session() -> None:
    at = alone("lessons_page", lesson="paradox", step="3", answers="a", link="3")
    at.text_area[0].set_value(WORDS)
    at.button(key="lesson_next").click()
    in_a_new_session(at)
    assert at.text_area[0].value == WORDS
    at.button(key="lesson_next").click().run()
    at.button(key="lesson_back").click().run()
    assert at.text_area[0].value == WORDS


def test_a_slider_moved_in_the_first_message_is_taken_by_picture_sentence_and_address() -> None:
    at = alone("lab_page", calcium="1500", link="3")
    at.slider(key="vitamin_k2").set_value(10)
    in_a_new_session(at)
    for _ in range(2):
        assert at.session_state["link"].scenario == Scenario(calcium=1500, vitamin_k2=10)
        assert [at.slider(key=name).value for name in ("calcium", "vitamin_k2")] == [1500, 10]
        assert at.query_params["vitamin_k2"] in ("10", ["10"])
        again(at)


def test_settings_stay_when_a_button_was_the_first_press_and_the_next_press_counts() -> None:
    at = alone("lab_page", calcium="1500", link="3")
    in_a_new_session(at.button(key="preset_calcium paradox").click() and at)
    assert at.session_state["link"].scenario == Scenario(calcium=1500)
    at.button(key="preset_calcium paradox").click().run()
    assert at.session_state["link"].scenario == PRESETS["calcium paradox"]
    assert at.slider(key="calcium").value == PRESETS["calcium paradox"].calcium


def test_a_typed_value_goes_to_its_slider_and_stays_there() -> None:
    at = alone("lab_page")
    at.session_state["more"] = True
    again(at).number_input(key="vitamin_d_exact").set_value(1234)
    in_a_new_session(at, "more")
    for _ in range(2):
        assert at.session_state["link"].scenario == Scenario(vitamin_d=1234)
        assert at.slider(key="vitamin_d").value == at.number_input(key="vitamin_d_exact").value == 1234
        again(at)


def test_the_servings_that_are_shown_outlive_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plate_page, "svg", lambda *_: "<svg xmlns='http://www.w3.org/2000/svg'/>")
    at = alone("plate_page")
    at.session_state[plate_page.GROUP] = FOODS["natto"].group
    again(at).number_input(key="servings_natto").set_value(3).run()
    in_a_new_session(at)
    assert at.session_state["servings_natto"] == 3
    assert again(at).number_input(key="servings_natto").value == 3


def test_the_nutrient_up_the_map_outlives_the_session() -> None:
    at = alone("map_page")
    at.radio(key=map_page.UP).set_value("calcium")
    in_a_new_session(at)
    assert at.radio(key=map_page.UP).value == at.session_state[map_page.UP] == "calcium"


def test_a_place_on_the_map_that_was_typed_for_a_session_that_is_gone_is_gone_to() -> None:
    at = alone("map_page")
    at.number_input(key="map_vitamin_d").set_value(4000)
    at.number_input(key="map_vitamin_k2").set_value(7)
    next(button for button in at.button if button.label == "Move there").click()
    in_a_new_session(at)
    assert at.session_state["link"].scenario == Scenario(vitamin_d=4000, vitamin_k2=7)
    assert again(at).number_input(key="map_vitamin_k2").value == at.slider(key="vitamin_k2").value == 7


def test_bands_that_were_asked_for_stay() -> None:
    at = alone("lab_page")
    at.session_state["certainty"] = True
    again(at).toggle(key=certainty.KEY).set_value(True).run()
    in_a_new_session(at, "certainty")
    assert again(at).toggle(key=certainty.KEY).value
    assert at.session_state[certainty.KEY]


@pytest.mark.parametrize(
    ("draw", "kind", "value"),
    [
        ("class_page.box()", "text_area", "CPL1-"),
        ("map_page.choose_up()", "radio", "calcium"),
        ("plate_page.pick()", "number_input", 2),
        ("share.ask()", "text_input", "http://10.0.0.2"),
    ],
)
def test_what_was_set_is_there_again_after_it_was_not_on_the_page(draw: str, kind: str, value: str | int) -> None:
    at = AppTest.from_string(
        "import streamlit as st\nfrom sim.dashboard.pages import class_page, map_page, plate_page\n"
        f"from sim.dashboard.parts import share\nif st.toggle('show', value=True):\n    {draw}",
        default_timeout=60,
    ).run()
    getattr(at, kind)[0].set_value(value).run()
    for there in (False, True):
        at.toggle[0].set_value(there).run()
    assert not at.exception
    assert getattr(at, kind)[0].value == value
