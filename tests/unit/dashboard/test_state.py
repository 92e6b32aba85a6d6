"""What a session and its browser tell each other: nothing is lost, and nothing is done twice."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest

from sim import PRESETS, Scenario
from sim.dashboard import lab, state
from sim.dashboard.said import Said
from sim.session.link import Link, pin_texts, pins_of, written
from sim.session.pins import Pin

PARADOX = PRESETS["calcium paradox"]
PINS = (Pin("little K2", Scenario(vitamin_k2=10)), Pin("no D", Scenario(vitamin_d=0, parameters={"mgp_strength": 0.5})))


class Query(dict[str, list[str]]):
    """An address's parameters, as Streamlit gives them."""

    def get_all(self, key: str) -> list[str]:
        return self[key]


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Callable[..., state.Session]:
    """Return what begins a run in one session: with this address, after the component has said this."""
    streamlit = SimpleNamespace(session_state={}, query_params=Query())
    went_back = SimpleNamespace(is_history_navigation=False)
    monkeypatch.setattr(state, "st", streamlit)
    monkeypatch.setattr(state, "get_script_run_ctx", lambda: went_back)

    def run(query: str = "", said: Any = None, *, page: str = "lab", back: bool = False, new: bool = False):
        if new:
            streamlit.session_state.clear()
        streamlit.query_params = Query(parse_qs(query))
        streamlit.session_state["lab"] = {"said": said} if said is not None else {}
        went_back.is_history_navigation = back
        session = state.session()
        streamlit.session_state["wanted"] = state.begin(page)
        return session

    return run


def said(n: int, life: str = "a", asked: list | None = None, **changed: Any) -> dict[str, Any]:
    return {"life": life, "n": n, "changed": changed, "asked": asked or []}


def test_what_was_changed_is_taken_and_its_number_answered(browser: Callable) -> None:
    session = browser("calcium=1500&link=4", said(3, vitamin_k2=10, view="projector", pins=pin_texts(PINS)))
    assert session.link == Link(Scenario(calcium=1500, vitamin_k2=10), "projector", PINS)
    told = lab.message("lab")
    assert (told["life"], told["heard"], told["round"]) == ("a", 3, "")
    assert told["session"]["scenario"] == session.link.scenario.to_dict()


def test_what_was_heard_is_not_taken_again_when_settings_were_put_since(browser: Callable) -> None:
    browser(said=said(1, vitamin_k2=10))
    state.put(Scenario(calcium=2000))
    assert browser(said=said(1, vitamin_k2=10)).link.scenario == Scenario(calcium=2000)
    assert browser(said=said(2, years=5)).link.scenario == Scenario(calcium=2000, years=5)


def test_a_button_pressed_in_the_message_of_a_change_comes_after_it(browser: Callable) -> None:
    browser()
    state.st.session_state["lab"] = {"said": said(1, calcium=300)}
    state.put(PARADOX)  # as a callback does, before the page is drawn
    assert browser(said=said(1, calcium=300)).link.scenario == PARADOX


def test_only_what_the_server_puts_makes_a_round(browser: Callable) -> None:
    first = browser(said=said(1, calcium=300)).round
    state.put(PARADOX)
    second = state.session().round
    state.put_pins(PINS)
    rounds = [first, second, state.session().round]
    assert rounds[0] == "" and len(set(rounds)) == 3


def test_a_window_loaded_anew_begins_to_count_anew(browser: Callable) -> None:
    browser(said=said(40, calcium=300))
    session = browser(said=said(1, life="b", calcium=500))
    assert (session.link.scenario.calcium, session.life, session.heard) == (500, "b", 1)


def test_an_address_is_read_where_a_session_begins_and_not_again(browser: Callable) -> None:
    assert browser("calcium=2000").link.scenario.calcium == 2000
    assert browser("calcium=700").link.scenario.calcium == 2000
    assert browser("calcium=700", new=True).link.scenario.calcium == 700


def test_back_restores_the_settings_in_the_address_and_the_lesson(browser: Callable) -> None:
    link = Link(PARADOX, lesson="mgp")
    browser(urlencode(written(link)), page="lessons")
    state.put(Scenario())
    browser(said=said(1, lesson="all"), page="lessons")
    assert state.link().lesson == "all"
    before = state.session().round
    session = browser(urlencode(written(link)), back=True, page="lessons")
    assert session.link == link
    assert session.round != before


def test_the_lesson_that_is_open_stays_in_links_of_its_page_only(browser: Callable) -> None:
    browser("lesson=mgp", page="lessons")
    assert browser(page="lessons").link.lesson == "mgp"
    assert browser(page="map").link.lesson == ""


def test_a_lesson_that_is_no_name_of_one_is_not_taken(browser: Callable) -> None:
    browser("lesson=mgp", page="lessons")
    assert browser(said=said(1, lesson="../etc"), page="lessons").link.lesson == "mgp"
    assert browser(said=said(2, lesson="tablets"), page="lessons").link.lesson == "tablets"


def test_back_to_what_is_held_already_puts_nothing(browser: Callable) -> None:
    browser("calcium=2000&link=4")
    assert browser("calcium=2000&link=4", back=True).round == ""


def test_a_server_that_has_forgotten_everything_takes_the_windows_address_and_what_came_after_it(
    browser: Callable,
) -> None:
    browser("calcium=2000", new=True)
    told = {**said(9, vitamin_k2=20), "address": f"?{urlencode(written(Link(PARADOX, pins=PINS)))}"}
    session = browser("calcium=2000", told)
    assert session.link == Link(Scenario(**{**PARADOX.to_dict(), "vitamin_k2": 20}), pins=PINS)
    assert session.notices == []


def test_a_page_or_a_panel_is_opened_once_for_each_time_it_is_asked_for(browser: Callable) -> None:
    session = browser(said=said(2, asked=[[2, "open", "save"]]))
    assert session.panel == "save"
    state.open_panel("")
    assert browser(said=said(2, asked=[[2, "open", "save"]])).panel == ""
    browser(said=said(3, asked=[[2, "open", "save"], [3, "go", "compare"]]))
    assert state.st.session_state["wanted"] == "compare"
    browser(said=said(3, asked=[[3, "go", "compare"]]), page="compare")
    assert state.st.session_state["wanted"] == ""


def test_a_panel_closes_where_another_page_opens(browser: Callable) -> None:
    browser()
    assert browser(said=said(1, asked=[[1, "open", "share"]])).panel == "share"
    assert browser(page="compare").panel == ""


@pytest.mark.parametrize(
    "wrong",
    [{"vitamin_k2": 9000}, {"calcium": "many"}, {"parameters": 3}, {"lens": "none"}, {"pins": ["~"]}, {"pins": 5}],
    ids=str,
)
def test_settings_that_there_are_not_are_answered_by_those_that_are_held(browser: Callable, wrong: dict) -> None:
    session = browser("calcium=2000", said(1, **wrong))
    assert (session.link, session.heard) == (Link(Scenario(calcium=2000)), 1)
    assert session.round != ""


@pytest.mark.parametrize("wrong", [5, "x", [], {"life": "a"}, {"life": "a", "n": "x", "changed": {}, "asked": []}])
def test_what_no_browser_part_of_ours_says_changes_nothing(browser: Callable, wrong: object) -> None:
    with pytest.raises(ValueError, match="Invalid message of a browser"):
        Said.of(wrong)
    session = browser("calcium=2000", wrong)
    assert (session.link, session.heard) == (Link(Scenario(calcium=2000)), 0)


def test_notices_of_a_link_go_with_the_first_change_and_stay_away(browser: Callable) -> None:
    assert len(browser("vitamin_k2=900").notices) == 1
    assert len(lab.message("lab")["notices"]) == 1
    assert len(browser(said=said(1, view="projector")).notices) == 1
    assert browser(said=said(2, calcium=300)).notices == []
    assert browser(said=said(3, calcium=1000)).notices == []
    state.restore(Link(), ["Something."])
    state.put(PARADOX)
    assert state.link_notices() == []


def test_a_message_for_another_page_holds_its_address_and_for_the_lab_the_lesson_that_is_open(
    browser: Callable,
) -> None:
    browser("calcium=2000&lesson=mgp")
    assert lab.message("page")["address"] == urlencode(written(state.link()))
    assert lab.message("lab")["also"] == {"lesson": "mgp"}


def test_pins_come_back_as_they_were_told() -> None:
    assert pins_of(pin_texts(PINS)) == PINS
    with pytest.raises(ValueError, match="Must be at most 4"):
        pins_of(["little K2~1000~800~10~story~mk7"] * 5)
