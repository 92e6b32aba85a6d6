"""The card that answers a press on a part: what it says, where it lies, how it comes and goes."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Locator, expect
from support.for_each import for_each
from support.lab_page import LabPage, lab_page

from sim.browser.scene_words import parts
from sim.runs.scenario import PRESETS

PARADOX = PRESETS["calcium paradox"]
WINDOWS = {"laptop": (1280, 720), "low laptop": (1366, 638), "phone": (390, 844), "small phone": (320, 640)}
SCENE = "svg.scene:not(.body-picture)"


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Iterator[dict[str, LabPage]]:
    """Return the Lab with the paradox in each window; dots stand still."""
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(lab_page(browser, width=width, height=height, reduced_motion="reduce"))
            for name, (width, height) in WINDOWS.items()
        }


@pytest.fixture
def lab(windows: dict[str, LabPage]) -> LabPage:
    return windows["laptop"].start(PARADOX)


def card(lab: LabPage) -> Locator:
    return lab.page.locator("dialog.card")


def open_body(lab: LabPage) -> None:
    lab.do("body")
    expect(lab.page.locator(".body-picture")).to_be_visible()


def keys(lab: LabPage, where: str) -> list[str]:
    """Return the parts of a drawing."""
    return lab.page.locator(f"{where} [data-part]").evaluate_all("parts => parts.map(part => part.dataset.part)")


def part(lab: LabPage, key: str, where: str = SCENE) -> Locator:
    return lab.page.locator(f"{where} [data-part={key}]")


def overlap(one: Locator, other: Locator) -> float:
    """Return how much of each other two elements cover. [px2]"""
    a, b = (each.evaluate("node => { const {x, y, right, bottom} = node.getBoundingClientRect();"
                          " return [x, y, right, bottom]; }") for each in (one, other))  # fmt: skip
    across, down = (min(a[i + 2], b[i + 2]) - max(a[i], b[i]) for i in (0, 1))
    return max(across, 0) * max(down, 0)


def test_every_part_tells_what_it_is_its_number_and_how_well_it_is_known(lab: LabPage) -> None:
    known = parts()
    scene = keys(lab, SCENE)
    open_body(lab)
    body = keys(lab, ".body-picture")
    assert {"bone", "arteries", "blood", "gut", "vitamin_d", "osteocalcin", "mgp"} <= set(scene)
    assert len(body) == len(set(body)) == 19
    for key in body:
        part(lab, key, ".body-picture").press("Enter")
        label, about, grade, statement = (known[key][name] for name in ("label", "about", "grade", "statement"))
        lines = card(lab).locator("p:visible").all_inner_texts()
        assert card(lab).locator("h2, h3").inner_text() == label
        assert lines[0]
        assert lines[1:] == [about, *([f"{grade}: {statement}"] if statement else [])]
        lab.page.keyboard.press("Escape")
        expect(card(lab)).to_have_count(0)


@for_each("window", WINDOWS)
def test_the_card_lies_beside_what_was_pressed_and_all_of_it_in_the_window(
    windows: dict[str, LabPage], window: str
) -> None:
    lab, (width, height) = windows[window].start(PARADOX), WINDOWS[window]
    for where in (SCENE, ".body-picture"):
        if where == ".body-picture":
            open_body(lab)
        for key in keys(lab, where):
            pressed = part(lab, key, where).first
            pressed.dispatch_event("click")
            box = card(lab).bounding_box()
            assert box, key
            assert overlap(card(lab), pressed) == 0, key
            assert box["x"] >= 0 and box["x"] + box["width"] <= width, key
            assert box["y"] >= 0 and box["y"] + box["height"] <= height, key
            assert box["width"] < 300.1, key
            lab.page.keyboard.press("Escape")


def test_a_card_comes_and_goes_by_keyboard_button_or_a_press_elsewhere(lab: LabPage) -> None:
    bone = part(lab, "bone")
    bone.press("Enter")
    expect(card(lab).get_by_role("button")).to_be_focused()
    lab.page.keyboard.press("Escape")
    expect(card(lab)).to_have_count(0)
    expect(bone).to_be_focused()
    bone.press(" ")
    card(lab).get_by_role("button", name="Close").click()
    expect(card(lab)).to_have_count(0)
    expect(bone).to_be_focused()
    bone.press("Enter")
    lab.page.locator("h1").click()
    expect(card(lab)).to_have_count(0)


def test_another_part_takes_the_card_over(lab: LabPage) -> None:
    part(lab, "bone").press("Enter")
    part(lab, "gut").dispatch_event("click")
    expect(card(lab)).to_have_count(1)
    expect(card(lab)).to_have_attribute("data-card", "gut")


def test_the_number_follows_while_a_slider_is_dragged(lab: LabPage) -> None:
    part(lab, "gut").press("Enter")
    number = card(lab).locator(".card-now")
    before = number.inner_text()
    lab.drag("calcium", 0.2, 0.1)
    expect(card(lab)).to_be_visible()
    expect(number).not_to_have_text(before)
    assert f"{lab.settings()['calcium']:g}" in number.inner_text()


def test_the_number_is_that_of_the_year_shown(lab: LabPage) -> None:
    part(lab, "bone").press("Enter")
    expect(card(lab).locator(".card-now")).to_contain_text("−2.6 %")
    lab.store("store.setYear(0)")
    expect(card(lab).locator(".card-now")).to_contain_text("0.0")


def test_escape_closes_the_card_before_the_panel_around_it(lab: LabPage) -> None:
    open_body(lab)
    part(lab, "urine", ".body-picture").press("Enter")
    lab.page.keyboard.press("Escape")
    expect(card(lab)).to_have_count(0)
    expect(lab.page.locator("dialog.panel")).to_be_visible()
    lab.page.keyboard.press("Escape")
    expect(lab.page.locator("dialog.panel")).to_have_count(0)


def test_a_card_stays_beside_its_part_when_the_window_changes(windows: dict[str, LabPage]) -> None:
    lab = windows["laptop"].start(PARADOX)
    part(lab, "arteries").press("Enter")
    try:
        lab.page.set_viewport_size({"width": 1000, "height": 600})
        lab.page.wait_for_function("innerWidth === 1000")
        for _ in range(3):
            lab.frame()
        assert overlap(card(lab), part(lab, "arteries")) == 0
        box = card(lab).bounding_box()
        assert box and box["x"] + box["width"] <= 1000 and box["y"] + box["height"] <= 600
    finally:
        lab.page.set_viewport_size({"width": 1280, "height": 720})
