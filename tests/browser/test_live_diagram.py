"""The body diagram tells the run's numbers at every moment, and every part of it explains itself."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from support.live_steps import CURVES, WIDE, axes_of, now_texts
from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario
from sim.browser.scene_words import words
from sim.runs.run import simulate

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

PARADOX = PRESETS["calcium paradox"]
QUERY = "?calcium=2000&vitamin_d=4000&vitamin_k2=10"
PROJECTOR, PHONE = (1280, 720), (390, 800)
HALF_A_PIXEL = 0.5  # what nobody sees
NAMED = {
    f"{kind}:{name}": part
    for kind, table in (("organ", "organs"), ("gate", "gates"), ("flux", "fluxes"))
    for name, part in words()[table].items()
}
PARTS = """stage => Object.fromEntries([...stage.querySelectorAll('.diagram [data-key]')].map(part =>
  [part.dataset.key, [part.getAttribute('aria-label'), [...part.querySelectorAll('text')].map(t => t.textContent)]]))"""
FOCUSED = "stage => stage.getRootNode().activeElement?.dataset.key"
CARD = """stage => [...stage.querySelectorAll('.diagram-card > h3, .diagram-card > p')]
  .map(line => line.checkVisibility() ? line.textContent : '')"""
NOTE_YEARS = """stage => {
  const label = stage.querySelector('.transport-label');
  window.yearsSeen = [];
  window.noting?.disconnect();
  window.noting = new MutationObserver(() => window.yearsSeen.push(parseFloat(label.textContent.slice(5))));
  window.noting.observe(label, {childList: true});
}"""


@pytest.fixture(scope="module")
def opened(browser: "Browser", server: str) -> Iterator[Visit]:
    """Return the page that shows the paradox, on a device with mouse and touch screen."""
    context = browser.new_context(has_touch=True)
    visit = Visit(context.new_page(), server).open(QUERY)
    yield visit
    context.close()
    assert visit.errors == []


@pytest.fixture
def body(opened: Visit) -> Iterator[Visit]:
    """Return that page for a test that moves its time and size; afterwards it is as it was."""
    yield opened
    opened.page.emulate_media(reduced_motion="no-preference")
    opened.resize(*PROJECTOR)
    time_of(opened).press("End")


def time_of(visit: Visit) -> "Locator":
    return visit.stage.get_by_role("slider", name="Time shown")


def button(visit: Visit, name: str) -> "Locator":
    return visit.stage.get_by_role("button", name=name, exact=True)


def to_year(visit: Visit, year: int) -> None:
    """Set the time with the keyboard: a page is a tenth of the ten years."""
    for key in ("Home", *["PageUp"] * year):
        time_of(visit).press(key)


def tells(visit: Visit, scenario: Scenario, year: float) -> None:
    """Check that diagram, transport and the cursors of the pictures are at this year of the run."""
    expect(visit.stage.locator(".diagram-year")).to_have_text(f"year {year:g}")
    expect(time_of(visit)).to_have_attribute("aria-valuetext", f"year {year:g} of {scenario.years:g}")
    wanted = now_texts(simulate(scenario), year)
    found = visit.stage.evaluate(PARTS)
    for key, (_, lines) in found.items():
        numbers = re.findall(r"[\d.,]*\d", " ".join(lines[1:]))
        assert set(numbers) <= set(re.findall(r"[\d.,]*\d", wanted[key])), f"{key} shows {lines}"
        assert not key.startswith("flux:") or lines[1] == wanted[key]
    assert {key: name for key, (name, _) in found.items()} == {
        k: f"{p['label']}: {wanted[k]}" for k, p in NAMED.items()
    }
    for name in CURVES:
        line, place = visit.picture(name).locator(".cursor"), visit.picture(name).bounding_box()
        expect(line).to_have_css("display", "inline" if year < scenario.years else "none")
        if year < scenario.years:
            cursor = line.evaluate("line => line.getScreenCTM().e + line.getScreenCTM().a * line.getAttribute('x1')")
            assert place
            axes = axes_of(name, scenario, WIDE[name])
            ((x, _),) = axes.places(np.array([[year, 0]]), place["width"])
            assert cursor == pytest.approx(place["x"] + x, abs=HALF_A_PIXEL), name


def card_tells(visit: Visit, key: str) -> None:
    """Check that the card of this part is open and says what it is, its number now and its evidence."""
    part, now = NAMED[key], now_texts(simulate(PARADOX), PARADOX.years)[key]
    expect(visit.stage.get_by_role("dialog", name=part["label"])).to_be_visible()
    evidence = f"{part['grade']}: {part['statement']}" if part["statement"] else ""
    assert visit.stage.evaluate(CARD) == [part["label"], f"Now: {now}", part["about"], evidence]


def test_every_part_is_reached_by_keyboard_and_its_card_gives_the_focus_back(body: Visit) -> None:
    tells(body, PARADOX, 10)
    keyboard, reached = body.page.keyboard, []
    body.stage.locator(".diagram [data-key]").first.focus()
    while (key := body.stage.evaluate(FOCUSED)) and key not in reached:
        reached.append(key)
        keyboard.press("Enter")
        card_tells(body, key)
        keyboard.press("Escape")
        expect(body.stage.get_by_role("dialog")).to_have_count(0)
        assert body.stage.evaluate(FOCUSED) == key
        keyboard.press("Tab")
    assert sorted(reached) == sorted(NAMED)


@pytest.mark.parametrize("touch", [False, True], ids=["click", "tap"])
def test_every_part_opens_under_mouse_and_fingertip(body: Visit, touch: bool) -> None:
    body.resize(*(PHONE if touch else PROJECTOR))
    for key in NAMED:
        words_of_part = body.stage.locator(f'.diagram [data-key="{key}"] text').first
        (words_of_part.tap if touch else words_of_part.click)()
        card_tells(body, key)
        button(body, "Close the explanation").click()
        expect(body.stage.get_by_role("dialog")).to_have_count(0)


def test_the_time_moves_diagram_and_cursors_and_steps_by_a_year(body: Visit) -> None:
    to_year(body, 5)
    tells(body, PARADOX, 5)
    time_of(body).press("ArrowRight")
    tells(body, PARADOX, 5.1)  # between two samples
    button(body, "One year forward").click()
    tells(body, PARADOX, 6.1)
    for _ in range(2):
        button(body, "One year back").click()
    tells(body, PARADOX, 4.1)
    time_of(body).press("End")
    tells(body, PARADOX, 10)


def test_calcium_sits_in_a_stiffer_wall_and_never_narrows_the_artery(body: Visit) -> None:
    def look() -> dict:
        return body.stage.evaluate("""stage => {
          const [wall, opening] = ['wall', 'opening'].map(part => stage.querySelector(`.diagram-${part}`));
          const [outer, inner] = [wall, opening].map(circle => circle.getBBox().width / 2);
          const spots = [...stage.querySelectorAll('.diagram-fleck[visibility="visible"]')].map(spot => {
            const to = spot.getCTM(), middle = wall.getCTM();
            const [x, y] = [wall.cx.baseVal.value, wall.cy.baseVal.value];
            const away = [to.e - middle.e - x * middle.a, to.f - middle.f - y * middle.d];
            return Math.hypot(...away) / middle.a;
          });
          const rims = [wall, opening].map(circle => parseFloat(getComputedStyle(circle).strokeWidth));
          return {outer, inner, spots, rims};
        }""")

    to_year(body, 0)
    first = look()
    to_year(body, 10)
    last = look()
    assert (last["outer"], last["inner"]) == (first["outer"], first["inner"])
    assert all(last["inner"] < spot < last["outer"] for spot in last["spots"])
    assert len(last["spots"]) > 3 * len(first["spots"])
    assert all(late > early for early, late in zip(first["rims"], last["rims"], strict=True))


def test_play_glides_to_the_end_and_stops_or_goes_in_whole_years_without_dots(body: Visit) -> None:
    dots, particles = button(body, "Moving calcium"), body.stage.locator(".diagram-particles")
    expect(dots).to_have_attribute("aria-pressed", "true")
    expect(particles).to_have_attribute("visibility", "visible")
    for still in (False, True):
        body.page.emulate_media(reduced_motion="reduce" if still else "no-preference")
        to_year(body, 8)
        body.stage.evaluate(NOTE_YEARS)
        button(body, "Play").click()
        expect(button(body, "Pause")).to_be_visible()
        expect(button(body, "Play")).to_be_visible()
        tells(body, PARADOX, 10)
        years = body.page.evaluate("window.yearsSeen")
        assert years == sorted(years)
        assert set(years) == {8, 9, 10} if still else len(set(years)) > 4
    expect(particles).to_have_attribute("visibility", "hidden")
    expect(body.stage.locator(".transport-dots")).to_have_attribute("aria-disabled", "true")


def test_a_slider_keeps_the_moment_and_a_new_number_of_years_shows_the_end(lab: Open) -> None:
    visit = lab(f"{QUERY}&lens=trials")  # there MGP shields less than it is active
    to_year(visit, 5)
    visit.slider("Vitamin K2").press("PageUp")
    value = int(visit.slider("Vitamin K2").get_attribute("value") or 0)
    assert value > PARADOX.vitamin_k2
    moved = Scenario(2000, 4000, value, lens="trials")
    visit.shows(moved)
    tells(visit, moved, 5)
    visit.more()
    visit.slider("Years").press("End")
    moved = replace(moved, years=30)
    visit.shows(moved)
    visit.close_more()
    tells(visit, moved, 30)
