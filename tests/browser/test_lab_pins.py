"""Pinned runs in the browser: added, named, removed and put back by the rules and in the words of Python."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from support.for_each import for_each
from support.lab_page import LabPage, lab_page

from sim import PRESETS, Scenario
from sim.session.link import pin_texts, pins_of
from sim.session.pins import LONGEST_NAME, Pin, Pins, add, checked_name, remove, rename

PARADOX = PRESETS["calcium paradox"]
TWO: Pins = (Pin("with K2", PRESETS["paradox resolved with K2"]), Pin("mouse", Scenario(parameters={"mgp_block": 1})))
FOUR: Pins = (*TWO, Pin("a", Scenario(600)), Pin("trials", replace(PARADOX, lens="trials", k_form="mk4")))
SIGNS = [
    *"aZé9 ~;=+-@−＝＠_.'<&",
    "  ",
    "\t",
    "\u00a0",
    "\u3000",
    "\u202e",
    "\u200b",
    "\u3164",
    "\u0301",
    "\ufeff",
    "\x00",
    "😀",
]
NAMES = [
    "",
    "   ",
    "this run",
    "Ｔhis-run",
    "balanced  RUN.",
    "this run 2",
    "x" * LONGEST_NAME,
    "x" * 37,
    "😀" * 36,
    "y" * 60,
]
CHECK = """async names => {
  const {checkedName} = await import('/lab/names.js');
  return names.map(name => { try { return checkedName(name); } catch (error) { return String(error); } });
}"""


@pytest.fixture(scope="module")
def lab(browser: Browser) -> Iterator[LabPage]:
    with lab_page(browser, reduced_motion="reduce") as opened:
        yield opened


def told(change: Callable[..., Any], *given: Any) -> Any:
    """Return what a change gives, or why it is refused as the browser tells it."""
    try:
        return change(*given)
    except ValueError as error:
        return f"RangeError: {error}"


def test_a_name_is_taken_or_refused_in_the_words_of_python(blank: Page) -> None:
    chance = random.Random(3)
    names = NAMES + ["".join(chance.choices(SIGNS, k=chance.randint(1, 6))) for _ in range(3000)]
    expected = [told(checked_name, name) for name in names]
    assert blank.evaluate(CHECK, names) == expected
    assert 200 < sum(each.startswith("RangeError: ") for each in expected) < 2900


@for_each("name", ["", "my  run ", "with K2", "=1", "a~b"])
@for_each("pins", [(), TWO, FOUR])
def test_a_run_is_pinned_as_python_pins_it_or_refused_in_its_words(lab: LabPage, pins: Pins, name: str) -> None:
    lab.start(PARADOX, pins=pin_texts(pins))
    took, held, refusal = lab.store(f"[store.pin({name!r}), store.session.pins, store.refusal]")
    expected = told(add, pins, PARADOX, name)
    assert took == (not isinstance(expected, str))
    assert held == pin_texts(expected if took else pins)
    assert refusal == ("" if took else expected.removeprefix("RangeError: "))


@for_each("name", ["other", "with K2", " with  K2", "mouse", " mouse ", "", "this run", "x;-1"])
def test_a_pin_is_renamed_as_python_renames_it_or_refused_in_its_words(lab: LabPage, name: str) -> None:
    lab.start(PARADOX, pins=pin_texts(FOUR))
    took, held, refusal = lab.store(f"[store.renamePin(1, {name!r}), store.session.pins, store.refusal]")
    expected = told(rename, FOUR, 1, name)
    assert held == pin_texts(expected if took else FOUR)
    assert refusal == ("" if took else expected.removeprefix("RangeError: "))


@for_each("index", range(4))
def test_a_pin_is_removed_or_put_on_the_sliders_over_the_years_that_are_shown(lab: LabPage, index: int) -> None:
    lab.start(Scenario(years=25), pins=pin_texts(FOUR))
    lab.store(f"store.showPin({index})")
    assert Scenario(**lab.settings()) == FOUR[index].over(25)
    lab.store(f"store.removePin({index})")
    assert pins_of(lab.store("store.session.pins")) == remove(FOUR, index)
    assert [list(said["changed"]) for said in lab.said()][-1] == ["pins"]


def test_undo_takes_back_each_change_of_pins_by_itself(lab: LabPage) -> None:
    lab.start(Scenario())
    before = []
    for step in ("change({calcium: 700}, 'hand')", "pin()", "renamePin(0, 'other')", "change({calcium: 800}, 'hand')",
                 "removePin(0)"):  # fmt: skip
        before.append(lab.store("[store.session.scenario.calcium, store.session.pins]"))
        lab.store(f"store.{step}")
        lab.store("store.release()")
    for state in reversed(before):
        lab.store("store.undo()")
        assert lab.store("[store.session.scenario.calcium, store.session.pins]") == state
