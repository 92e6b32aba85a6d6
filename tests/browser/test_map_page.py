"""The paradox map on its page: typing, clicking, tapping and the keyboard move the setting there."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from math import sqrt
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser
from streamlit.testing.v1 import AppTest
from support.alone import alone
from support.for_each import for_each
from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario, simulate
from sim.dashboard.pages import map_page
from sim.model.lenses import LENSES
from sim.model.parameters import CONTROLS
from sim.runs.many import balanced_run
from sim.runs.paradox_map import paradox_map
from sim.session.link import to_query
from sim.text.descriptions import describe_map
from sim.text.sentences import headline, label
from sim.text.values import signed

PARADOX = PRESETS["calcium paradox"]
LINK = "?calcium=2000&vitamin_d=4000&vitamin_k2=10"
PHONE = (390, 844)
# Notes how many pieces the picture has, whenever some come or go.
WATCH = """svg => {
  window.drawn = [];
  const count = () => drawn.push(svg.querySelectorAll('.band').length);
  new MutationObserver(count).observe(svg, {childList: true, subtree: true});
}"""
PLACE = """(svg, [x, y]) => {
  const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
  return [at.x, at.y];
}"""


# The page's logic, without a browser.


def page(scenario: Scenario = PARADOX) -> AppTest:
    return alone("map_page", **to_query(scenario))


def tells(at: AppTest, scenario: Scenario) -> None:
    """Check that the words tell of this scenario."""
    assert not at.exception
    assert at.header[0].value.replace("**", "") == headline(simulate(scenario), balanced_run(scenario)).replace(
        "**", ""
    )


@for_each("lens", LENSES)
def test_words_follow_settings_years_account_and_assumptions(lens: str) -> None:
    scenario = Scenario(1500, 2000, 50, 20, {"mgp_strength": 0.5}, lens, "k1")
    at = page(scenario)
    tells(at, scenario)
    told = [each.value for each in at.markdown]
    assert map_page.HONEST[lens] in told
    assert not any(words in told for name, words in map_page.HONEST.items() if name != lens)


def test_the_table_opens_with_its_rows() -> None:
    at = page()
    assert not any("| calcium paradox |" in text.value for text in at.markdown)
    at.session_state["map_table"] = True
    at.run()
    assert any("| calcium paradox |" in text.value for text in at.markdown)


def test_every_file_is_made_from_plain_values() -> None:
    begins = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "csv": b"calcium_mg_per_day,", "xlsx": b"PK"}
    for file_format, start in begins.items():
        assert map_page.content(PARADOX, "vitamin_d", file_format).startswith(start), file_format


def test_a_saved_picture_tells_in_words_what_it_shows() -> None:
    saved = map_page.content(PARADOX, "calcium", "svg").decode()
    assert escape(describe_map(paradox_map(PARADOX, "calcium"), PARADOX)) in saved


# In a browser.


def on_map(scenario: Scenario) -> list[float]:
    """Return where a setting is on the map with vitamin D up, in the units of the picture."""
    across, up = sqrt(scenario.vitamin_k2 / 500), sqrt(scenario.vitamin_d / 10_000)
    return [72 + 242 * across, 210 - 179 * up]


class Map:
    """The map on the page of a visit."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.page = visit, visit.page
        self.map = self.page.locator(".st-key-map .map")
        self.told = self.page.locator(".st-key-map .map-told")
        self.words = self.page.locator(".st-key-sentence h2")

    def tells(self, scenario: Scenario, up: str = "vitamin_d") -> None:
        """Wait until words, sliders and address tell of this scenario."""
        expect(self.words).to_have_text(headline(simulate(scenario), balanced_run(scenario)).replace("**", ""))
        expect(self.map).to_have_attribute("aria-description", describe_map(paradox_map(scenario, up), scenario))
        expect(self.page).to_have_url(f"{self.visit.server}/map?{urlencode(to_query(scenario))}")
        self.sliders_tell(scenario)

    def sliders_tell(self, scenario: Scenario) -> None:
        """Wait until the sliders stand at this scenario."""
        for name, value in scenario.nutrients().items():
            number = self.page.locator(f".lab input.number[data-key={name}]")
            expect(number).to_have_value(re.compile(f"^({value:g}|{value:,g})$"))

    def place(self, scenario: Scenario) -> tuple[float, float]:
        """Return where a setting is in the window."""
        return tuple(self.map.locator("svg").evaluate(PLACE, on_map(scenario)))

    def ringed(self, scenario: Scenario) -> None:
        """Wait until the ring is around this setting."""
        for name, place in zip(("cx", "cy"), on_map(scenario), strict=True):
            expect(self.map.locator("circle.now")).to_have_attribute(name, re.compile(rf"^{int(place)}(\.|$)"))

    def says(self, scenario: Scenario) -> None:
        """Check the line that tells the numbers under the crosshair."""
        run = simulate(scenario)
        for words in (
            f"{label(CONTROLS[2], scenario)} {scenario.vitamin_k2:,.0f} µg/day",
            f"Vitamin D {scenario.vitamin_d:,.0f} IU/day",
            f"bone {signed(run.bone_change[-1])} %, arteries ×{run.arteries_times[-1]:.1f}",
        ):
            expect(self.told).to_contain_text(words)


def opened(visit: Visit) -> Map:
    """Return the map that shows the paradox."""
    visit.errors.clear()  # Streamlit asks below the page's path first, and is told 404
    shown = Map(visit)
    shown.tells(PARADOX)
    return shown


@pytest.fixture
def at_map(lab: Open) -> Iterator[Map]:
    """Return the map's page with the paradox set."""
    shown = opened(lab(f"map{LINK}"))
    yield shown
    expect(shown.page.get_by_test_id("stException")).to_have_count(0)


def test_a_click_moves_the_setting_there_and_the_pointer_tells_it_before(at_map: Map) -> None:
    there = replace(PARADOX, vitamin_k2=200, vitamin_d=1000)
    at_map.page.mouse.move(*at_map.place(there))
    at_map.says(there)
    at_map.tells(PARADOX)
    at_map.page.mouse.click(*at_map.place(there))
    at_map.tells(there)
    at_map.page.mouse.click(*at_map.place(replace(PARADOX, vitamin_k2=5, vitamin_d=10_000)))
    at_map.tells(replace(PARADOX, vitamin_k2=5, vitamin_d=10_000))


def test_while_the_ring_is_dragged_the_sliders_follow_and_the_server_hears_of_the_last_node(at_map: Map) -> None:
    at_map.page.mouse.move(*at_map.place(PARADOX))
    at_map.page.mouse.down()
    for k2, d in ((20, 4000), (100, 2000), (200, 1000)):
        there = replace(PARADOX, vitamin_k2=k2, vitamin_d=d)
        at_map.page.mouse.move(*at_map.place(there))
        at_map.sliders_tell(there)
        at_map.ringed(there)
    expect(at_map.words).to_have_text(re.compile("calcium paradox"))  # the server hears of it on release
    at_map.page.mouse.up()
    at_map.tells(there)
    at_map.page.mouse.move(*at_map.place(PARADOX))  # and nothing is dragged any more
    at_map.tells(there)
    at_map.visit.root.locator("[data-do=undo]").first.click()  # all of it was one gesture
    at_map.tells(PARADOX)


def test_what_goes_up_can_be_chosen_and_the_old_map_stays_until_the_new_one_is_there(at_map: Map) -> None:
    at_map.map.locator("svg").evaluate(WATCH)
    at_map.page.get_by_text("Calcium intake", exact=True).click()
    at_map.tells(PARADOX, "calcium")
    expect(at_map.map.locator("svg")).to_contain_text("Calcium intake [mg/day]")
    drawn = at_map.page.evaluate("drawn")
    assert drawn and min(drawn) == 18


def test_arrow_keys_move_the_crosshair_and_enter_the_setting(at_map: Map) -> None:
    at_map.map.focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowRight", "ArrowUp"):
        at_map.page.keyboard.press(key)
    there = replace(PARADOX, vitamin_k2=20, vitamin_d=4400)
    at_map.says(there)
    at_map.tells(PARADOX)
    at_map.page.keyboard.press("Enter")
    at_map.tells(there)
    expect(at_map.map).to_be_focused()
    for key in ("ArrowDown", "ArrowDown", "Space"):
        at_map.page.keyboard.press(key)
    at_map.tells(replace(there, vitamin_d=3800))


@pytest.mark.parametrize("dragged", [False, True])
def test_a_tap_or_the_ring_under_a_finger_moves_the_setting_on_a_phone(
    browser: Browser, server: str, dragged: bool
) -> None:
    context = browser.new_context(has_touch=True)
    phone = opened(Visit(context.new_page(), server).open(f"map{LINK}"))
    phone.visit.resize(*PHONE)
    phone.map.tap(trial=True)  # once it stands still
    there = replace(PARADOX, vitamin_k2=100, vitamin_d=800)
    if dragged:
        touch = context.new_cdp_session(phone.page)
        points = [[{"x": x, "y": y}] for x, y in (phone.place(PARADOX), phone.place(there))]
        for kind, at in (("Start", points[0]), ("Move", points[1]), ("End", [])):
            touch.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": at})
    else:
        phone.page.touchscreen.tap(*phone.place(there))
    phone.tells(there)
    phone.visit.fits(PHONE[0])
    assert phone.visit.errors == []
    context.close()


OVERPRINTED = """svg => {
  const text = svg.querySelector('.marks .name'), box = text.getBBox();
  const words = [...svg.querySelectorAll('[data-word]')];
  return [words.length, text.checkVisibility() ? words.filter(word => {
    const {x, y, width, height} = word.getBBox();
    return box.x < x + width && x < box.x + box.width && box.y < y + height && y < box.y + box.height;
  }).length : 0];
}"""


def test_the_name_of_the_ring_never_stands_over_words_of_the_map(at_map: Map) -> None:
    svg = at_map.map.locator("svg")
    places = [(10, 4000), (0, 10_000), (20, 5600), (45, 9200), (200, 8000), (500, 400), (400, 400), (0, 0)]
    for k2, d in places:
        there = replace(PARADOX, vitamin_k2=k2, vitamin_d=d)
        if there != PARADOX:
            at_map.page.mouse.click(*at_map.place(there))
        at_map.tells(there)
        count, overprinted = svg.evaluate(OVERPRINTED)
        assert count >= 3
        assert overprinted == 0, there


def test_in_the_account_of_trials_no_word_of_the_map_is_left_of_the_story(at_map: Map) -> None:
    at_map.page.mouse.move(*at_map.place(PARADOX))
    expect(at_map.told).to_contain_text("calcium paradox")
    at_map.page.goto(f"{at_map.visit.server}/map{LINK}&lens=trials")
    trials = replace(PARADOX, lens="trials")
    at_map.visit.errors.clear()
    at_map.tells(trials)
    expect(at_map.told).not_to_contain_text("paradox")
    at_map.page.mouse.move(*at_map.place(trials))
    at_map.says(trials)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (768, 1024)])
def test_the_map_is_whole_in_sight_and_fills_the_height(at_map: Map, size: tuple[int, int]) -> None:
    at_map.visit.resize(*size)
    at_map.visit.settle()
    box, bottom = at_map.map.bounding_box(), at_map.page.get_by_test_id("stBottom").bounding_box()
    assert box and bottom
    assert box["y"] + box["height"] <= bottom["y"]
    assert box["height"] >= 0.4 * size[1]


def test_what_was_picked_is_still_set_on_another_page_and_back_on_the_map(at_map: Map) -> None:
    there = replace(PARADOX, vitamin_k2=200, vitamin_d=1000)
    at_map.page.mouse.click(*at_map.place(there))
    at_map.tells(there)
    for page in ("Compare", "Background"):
        at_map.visit.go(page, page)
        expect(at_map.map).to_have_count(0)
        at_map.visit.go("Map", "Map")
        at_map.tells(there)
