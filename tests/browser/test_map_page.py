"""The paradox map on its page: typing, clicking, tapping and the keyboard move the setting there."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser
from streamlit.testing.v1 import AppTest
from support.alone import alone, query_of
from support.for_each import for_each
from support.visit import Open, Visit, expect, sentence

from sim import PRESETS, Scenario, simulate
from sim.dashboard.pages import map_page
from sim.dashboard.parts.map_chart import TITLE, content
from sim.model.lenses import LENSES
from sim.model.parameters import CONTROLS
from sim.runs.paradox_map import paradox_map
from sim.session.link import to_query
from sim.text.descriptions import describe_map
from sim.text.sentences import label, unit
from sim.text.values import signed

PARADOX = PRESETS["calcium paradox"]
LINK = "?calcium=2000&vitamin_d=4000&vitamin_k2=10"
PHONE = (390, 844)


# The page's logic, without a browser.


def page(scenario: Scenario = PARADOX) -> AppTest:
    return alone("map_page", **to_query(scenario))


def tells(at: AppTest, scenario: Scenario, up: str = "vitamin_d") -> None:
    """Check that sliders, address and words tell of this scenario."""
    assert not at.exception
    assert {slider.key: slider.value for slider in at.slider}.items() <= scenario.settings().items()
    assert query_of(at) == to_query(scenario)
    assert at.header[0].value.replace("**", "") == sentence(scenario)
    assert describe_map(paradox_map(scenario, up), scenario) in [caption.value for caption in at.caption]


def move(at: AppTest, **values: int) -> None:
    """Type values and press the button."""
    for name, value in values.items():
        at.number_input(key=map_page.typed_key(name)).set_value(value)
    next(button for button in at.button if button.label == "Move there").click().run()


def test_typed_values_move_the_setting_there_also_between_the_steps_of_the_sliders() -> None:
    at = page()
    tells(at, PARADOX)
    move(at, vitamin_k2=123, vitamin_d=777)
    tells(at, replace(PARADOX, vitamin_k2=123, vitamin_d=777))
    assert [box.value for box in at.number_input] == [123, 777]


def test_the_nutrient_that_goes_up_can_be_chosen_and_typed() -> None:
    at = page()
    at.radio(key=map_page.UP).set_value("calcium").run()
    tells(at, PARADOX, "calcium")
    move(at, vitamin_k2=200, calcium=500)
    tells(at, replace(PARADOX, vitamin_k2=200, calcium=500), "calcium")


@for_each("lens", LENSES)
def test_the_map_follows_sliders_years_lens_and_assumptions(lens: str) -> None:
    scenario = Scenario(1500, 2000, 50, 20, {"mgp_strength": 0.5}, lens, "k1")
    at = page(scenario)
    tells(at, scenario)
    at.slider(key="calcium").set_value(600).run()
    tells(at, replace(scenario, calcium=600))


def test_the_table_opens_with_its_rows() -> None:
    at = page()
    assert not any("| calcium paradox |" in text.value for text in at.markdown)
    at.session_state["map_table"] = True
    at.run()
    assert any("| calcium paradox |" in text.value for text in at.markdown)


def test_every_file_is_made_from_plain_values() -> None:
    begins = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "csv": b"calcium_mg_per_day,", "xlsx": b"PK"}
    for file_format, start in begins.items():
        assert map_page.content(paradox_map(PARADOX), PARADOX, file_format).startswith(start), file_format


def test_the_browser_gets_the_numbers_of_every_node_and_where_they_lie() -> None:
    found = paradox_map(PARADOX)
    sent = json.loads(gzip.decompress(content(found, PARADOX, "light")))
    assert len(sent["bone"]) == len(sent["arteries"]) == len(sent["paradox"]) == found.paradox.size
    for axis, values in enumerate((found.vitamin_k2, found.upwards)):
        assert sent["nodes"][axis] == values.tolist()
        assert len(sent["places"][axis]) == len(values)
    column, row = sent["nodes"][0].index(PARADOX.vitamin_k2), sent["nodes"][1].index(PARADOX.vitamin_d)
    assert sent["now"] == [sent["places"][0][column], sent["places"][1][row]]
    run = simulate(PARADOX)
    # Sent with four decimals; the solver's tolerance is finer.
    assert sent["bone"][row * len(sent["nodes"][0]) + column] == pytest.approx(run.bone_change[-1], abs=1e-3)


# In a browser.


@pytest.fixture
def at_map(lab: Open) -> Iterator["Map"]:
    """Return the map's page with the paradox set, reached from the lab."""
    visit = lab(LINK)
    visit.go("Map", TITLE)
    shown = Map(visit)
    shown.tells(PARADOX)
    yield shown
    expect(visit.page.get_by_test_id("stException")).to_have_count(0)


class Map:
    """The map on the page of a visit."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.page = visit, visit.page
        self.map = self.page.locator(".st-key-map .map")
        self.told = self.page.locator(".st-key-map .told")

    def tells(self, scenario: Scenario, up: str = "vitamin_d") -> None:
        """Wait until words, sliders and address tell of this scenario."""
        expect(self.visit.sentence).to_have_text(sentence(scenario))
        expect(self.map).to_have_attribute("aria-description", describe_map(paradox_map(scenario, up), scenario))
        for row in CONTROLS[:3]:
            value = f"{scenario.settings()[row.name]:.0f} {unit(row.unit)}"
            expect(self.visit.slider(label(row, scenario))).to_have_attribute("aria-valuetext", value)
        expect(self.page).to_have_url(f"{self.visit.server}/map?{urlencode(to_query(scenario))}")

    def place(self, scenario: Scenario) -> tuple[float, float]:
        """Return where a setting is in the window."""
        now = json.loads(gzip.decompress(content(paradox_map(scenario), scenario, "light")))["now"]
        return tuple(
            self.map.locator("svg").evaluate(
                "(svg, [x, y]) => { const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());"
                " return [at.x, at.y]; }",
                now,
            )
        )

    def says(self, scenario: Scenario) -> None:
        """Check the line that tells the numbers under the crosshair."""
        run = simulate(scenario)
        for words in (
            f"{label(CONTROLS[2], scenario)} {scenario.vitamin_k2:,.0f} µg/day",
            f"Vitamin D {scenario.vitamin_d:,.0f} IU/day",
            f"bone {signed(run.bone_change[-1])} %, arteries ×{run.arteries_times[-1]:.1f}",
        ):
            expect(self.told).to_contain_text(words)


def test_a_click_moves_the_setting_there_and_the_pointer_tells_it_before(at_map: Map) -> None:
    there = replace(PARADOX, vitamin_k2=200, vitamin_d=1000)
    at_map.page.mouse.move(*at_map.place(there))
    at_map.says(there)
    at_map.tells(PARADOX)
    at_map.page.mouse.click(*at_map.place(there))
    at_map.tells(there)
    at_map.page.mouse.click(*at_map.place(replace(PARADOX, vitamin_k2=5, vitamin_d=10_000)))
    at_map.tells(replace(PARADOX, vitamin_k2=5, vitamin_d=10_000))


def test_arrow_keys_move_the_crosshair_and_enter_the_setting_and_so_do_typed_values_and_sliders(at_map: Map) -> None:
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
    at_map.visit.slider("Vitamin K2").press("ArrowRight")
    at_map.tells(replace(there, vitamin_k2=25, vitamin_d=3800))
    at_map.map.focus()
    at_map.page.keyboard.press("ArrowRight")  # the crosshair starts where the slider has moved the setting
    at_map.says(replace(there, vitamin_k2=30, vitamin_d=3800))
    typed = at_map.page.get_by_role("spinbutton", name="Vitamin D")
    typed.fill("5001")
    typed.press("Enter")
    at_map.tells(replace(there, vitamin_k2=25, vitamin_d=5001))


def test_a_tap_on_a_phone_moves_the_setting_there(browser: Browser, server: str) -> None:
    context = browser.new_context(has_touch=True)
    visit = Visit(context.new_page(), server).open(LINK)
    visit.go("Map", TITLE)
    phone = Map(visit)
    phone.tells(PARADOX)
    visit.resize(*PHONE)
    phone.map.scroll_into_view_if_needed()
    there = replace(PARADOX, vitamin_k2=100, vitamin_d=800)
    phone.page.touchscreen.tap(*phone.place(there))
    phone.tells(there)
    phone.says(there)
    visit.fits(PHONE[0])
    assert visit.errors == []
    context.close()


OVERPRINTED = """svg => {
  const box = svg.querySelector('.marks text').getBBox();
  const words = [...svg.querySelectorAll('[id^=region], [id^=times]')];
  return [words.length, words.filter(word => {
    const {x, y, width, height} = word.getBBox();
    return box.x < x + width && x < box.x + box.width && box.y < y + height && y < box.y + box.height;
  }).length];
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


def test_what_was_picked_is_still_set_on_the_lab_and_back_on_the_map(at_map: Map) -> None:
    there = replace(PARADOX, vitamin_k2=200, vitamin_d=1000)
    at_map.page.mouse.click(*at_map.place(there))
    at_map.tells(there)
    for page in ("Lab", "Evidence"):
        at_map.page.get_by_role("link", name=page).click()
        expect(at_map.map).to_have_count(0)
        at_map.visit.go("Map", TITLE)
        at_map.tells(there)
    at_map.visit.slider("Calcium intake").press("ArrowLeft")
    at_map.tells(replace(there, calcium=1950))
    at_map.page.get_by_role("link", name="Lab").click()
    at_map.visit.shows(replace(there, calcium=1950))


def test_the_lens_redraws_the_map_and_the_lab_has_the_setting_of_the_map(at_map: Map) -> None:
    at_map.visit.lens(LENSES["trials"].label).click()
    trials = replace(PARADOX, lens="trials")
    at_map.tells(trials)
    at_map.page.mouse.click(*at_map.place(replace(trials, vitamin_k2=300)))
    at_map.tells(replace(trials, vitamin_k2=300))
    at_map.page.get_by_role("link", name="Lab").click()
    at_map.visit.shows(replace(trials, vitamin_k2=300))
