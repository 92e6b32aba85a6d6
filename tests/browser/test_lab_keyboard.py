"""Keyboard, screen reader, sharp eyes: everything is reached, said and seen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator
from support.accessible import BOTH_THEMES
from support.lab import Lab, expect, sentence
from support.visit import Open

from sim import PRESETS, Scenario

Alone = Callable[..., Lab]
PARADOX = "?calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10"
MOST_STOPS = 4
FOCUSED = """() => {
  let node = document.activeElement;
  while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node.ariaLabel || node.textContent.trim();
}"""
# How a button looks, apart from what it says.
LOOK = """node => {
  const {backgroundColor, color, borderColor, borderWidth, outlineStyle, forcedColorAdjust} = getComputedStyle(node);
  return [backgroundColor, color, borderColor, borderWidth, outlineStyle, forcedColorAdjust].join();
}"""


def test_the_first_tab_offers_the_sliders_and_few_stops_lead_there_with_the_picture_in_sight(lab: Open) -> None:
    visit = lab(PARADOX).resize(1280, 720)
    stops = [press(visit, "Tab")]
    assert stops == ["To the sliders"]
    stops.append(press(visit, "Enter"))
    while "Calcium" not in stops[-1] and len(stops) <= MOST_STOPS:
        stops.append(press(visit, "Tab"))
    assert len(stops) <= MOST_STOPS, stops
    expect(visit.slider("calcium")).to_be_focused()
    expect(visit.scene).to_be_in_viewport(ratio=0.9)
    visit.page.keyboard.press("ArrowRight")
    visit.shows(Scenario(2050, 4000, 10))


def press(lab: Lab, key: str) -> str:
    """Press a key; return the name of what has the focus then."""
    lab.page.keyboard.press(key)
    return lab.page.evaluate(FOCUSED)


def test_a_change_is_read_out_by_one_polite_line_with_its_numbers(lab: Open) -> None:
    visit = lab(PARADOX)
    lines = visit.page.locator("[aria-live=polite], [role=status]")
    assert [line.inner_text() for line in lines.all() if line.inner_text()] == []
    visit.slider("vitamin_k2").press("End")
    solved = Scenario(2000, 4000, 500)
    expect(visit.spoken).to_contain_text(sentence(solved))
    expect(visit.spoken).to_contain_text("after 10 years")
    assert len([line for line in lines.all() if line.inner_text()]) == 1


def test_the_chosen_preset_and_account_and_no_other_are_the_pressed_ones(alone: Alone) -> None:
    lab = alone()
    pressed = lab.root.locator(":is([data-preset], [data-lens])[aria-pressed=true]:visible")

    def names() -> list[str]:
        return [each.get_attribute("data-preset") or each.get_attribute("data-lens") or "" for each in pressed.all()]

    assert "calcium paradox" in names()
    lab.choose_preset("balanced")
    expect(lab.preset("balanced")).to_have_attribute("aria-pressed", "true")
    lab.slider("vitamin_k2").press("ArrowRight")
    expect(lab.preset("balanced")).to_have_attribute("aria-pressed", "false")
    lab.choose_lens("trials")
    lab.open_menu()
    assert names() == ["trials"] * len(names()) and names()


def test_single_keys_work_where_nobody_types_and_can_be_turned_off(alone: Alone) -> None:
    lab = alone()
    lab.page.keyboard.press("p")
    expect(lab.root).to_have_attribute("data-view", "projector")
    lab.page.keyboard.press("p")
    expect(lab.root).to_have_attribute("data-view", "page")
    lab.number("calcium").press("p")
    expect(lab.root).to_have_attribute("data-view", "page")
    lab.do("keys-off")
    lab.page.keyboard.press("Escape")
    lab.slider("calcium").focus()
    lab.page.keyboard.press("p")
    expect(lab.root).to_have_attribute("data-view", "page")


def test_undo_and_redo_answer_their_usual_keys(alone: Alone) -> None:
    lab = alone()
    lab.choose_preset("balanced")
    lab.slider("vitamin_k2").press("End")
    for key, scenario in (
        ("Control+z", Scenario()),
        ("Control+z", PRESETS["calcium paradox"]),
        ("Control+y", Scenario()),
    ):
        lab.page.keyboard.press(key)
        lab.tells(scenario)


@BOTH_THEMES
def test_chosen_buttons_and_sliders_are_seen_where_the_system_forces_its_colours(alone: Alone, dark: bool) -> None:
    lab = alone(dark=dark)
    lab.page.emulate_media(forced_colors="active")
    lab.page.mouse.move(0, 0)
    chosen, other = (lab.preset(name).evaluate(LOOK) for name in ("calcium paradox", "balanced"))
    assert chosen != other
    slider = lab.slider("vitamin_k2")
    low = at_rest(slider)
    slider.press("End")
    slider.blur()
    assert at_rest(slider) != low  # the thumb is seen
    assert slider.evaluate("node => getComputedStyle(node).opacity") != "0"


def at_rest(part: Locator) -> bytes:
    """Return how a part looks."""
    part.page.wait_for_timeout(400)
    return part.screenshot(animations="disabled")


@pytest.mark.parametrize("key", ["bone", "arteries", "mgp"])
def test_a_part_of_the_picture_explains_itself_by_keyboard_and_gives_the_focus_back(alone: Alone, key: str) -> None:
    lab = alone()
    lab.part(key).focus()
    lab.page.keyboard.press("Enter")
    card = lab.root.get_by_role("dialog")
    expect(card).to_be_visible()
    assert len(card.inner_text()) > 60
    lab.page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(lab.part(key)).to_be_focused()
