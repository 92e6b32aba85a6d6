"""Runs side by side in a panel: tables, sentences and descriptions of Python, curves through the points of the runs."""

import random
import re
from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, expect
from support.for_each import for_each
from support.lab_page import LabPage, lab_page

from sim import PRESETS, Scenario
from sim.figures.overlay import LOOKS, describe_overlay
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, PARAMETERS
from sim.runs.quantities import CURVES
from sim.session.link import pin_texts
from sim.session.pins import LONGEST_NAME, MOST_PINS, Pin, Pins, suggested_name
from sim.text.comparison import differences_table, side_by_side

PARADOX = PRESETS["calcium paradox"]
PINS: Pins = (Pin("with K2", PRESETS["paradox resolved with K2"]), Pin("<b>x</b> **y**", Scenario(600)))
CELLS = "table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent))"
PATHS = "all => all.map(line => ['d', 'class', 'stroke-dasharray'].map(name => line.getAttribute(name)))"
OPEN = """async () => {
  const [{openPanel}, {fillCompare}] = await Promise.all([import('/panels/index.js'), import('/panels/compare.js')]);
  const root = document.querySelector('#place').shadowRoot.querySelector('.lab');
  openPanel('compare', root, lab.store, {compare: fillCompare});
}"""


@pytest.fixture(scope="module")
def lab(browser: Browser) -> Iterator[LabPage]:
    with lab_page(browser, reduced_motion="reduce") as opened:
        yield opened


def opened(lab: LabPage, scenario: Scenario = PARADOX, pins: Pins = PINS) -> Locator:
    lab.start(scenario, pins=pin_texts(pins)).page.evaluate(OPEN)
    return lab.page.locator("dialog.panel-compare")


def random_pins(chance: random.Random) -> tuple[Scenario, Pins]:
    """Return settings and up to four pins, with accounts, forms and assumptions of their own."""

    def some() -> Scenario:
        row = chance.choice(PARAMETERS)
        values = [round(chance.uniform(each.low, each.high), chance.choice((0, 3))) for each in CONTROLS[:3]]
        lens, form = chance.choice([*LENSES]), chance.choice([*K_FORMS])
        changed = {row.name: row.low + (row.high - row.low) * chance.random() / 3} if chance.random() < 0.3 else {}
        calcium, vitamin_d, vitamin_k2 = values
        years = chance.randint(1, 30)
        return Scenario(calcium, vitamin_d, vitamin_k2, years, lens=lens, k_form=form, parameters=changed)

    return some(), tuple(Pin(f"run {i}", some()) for i in range(chance.randint(0, MOST_PINS)))


@for_each("seed", range(12))
def test_tables_sentences_and_descriptions_of_any_runs_are_those_of_python(lab: LabPage, seed: int) -> None:
    scenario, pins = random_pins(random.Random(seed))
    panel, runs = opened(lab, scenario, pins), side_by_side(scenario, pins)
    table = differences_table(runs)
    assert panel.locator("table").evaluate(CELLS) == [list(row) for row in (table.columns, *table.rows)]
    sentences = panel.locator(".compared li:visible > p")
    assert sentences.all_text_contents() == [run.sentence().replace("**", "") for run in runs]
    for name in ("bone", "arteries"):
        picture = panel.locator(f"[data-overlay={CURVES[name].name}]")
        assert picture.get_attribute("aria-label") == describe_overlay(name, runs)


@for_each("name", ["bone", "arteries"])
def test_each_curve_passes_through_its_run_in_the_look_that_the_picture_on_paper_has(lab: LabPage, name: str) -> None:
    picture = opened(lab).locator(f"[data-overlay={CURVES[name].name}]")
    lines = picture.locator("path.line").evaluate_all(PATHS)
    balanced, *drawn = [
        (np.array(re.findall(r"[-\d.]+", d), float).reshape(-1, 2), style, dash) for d, style, dash in lines
    ]
    runs = side_by_side(PARADOX, PINS)
    ends = []
    for run, look, (points, style, dash) in zip(runs, LOOKS, drawn[::-1], strict=False):
        values = CURVES[name].of(run.run)
        assert len(points) == len(values)
        # On one straight scale for all runs, up where the quantity grows.
        scale = (points[-1, 1] - points[0, 1]) / (values[-1] - values[0])
        assert points[:, 1] == pytest.approx(points[0, 1] + scale * (values - values[0]), abs=0.02)
        ends.append(scale)
        assert style == f"line own-{look.colour}"
        assert dash.count(" ") == max(0, len(look.dash) - 1)
    assert max(ends) == pytest.approx(min(ends), rel=0.01) and max(ends) < 0
    assert balanced[1] == "line own-faint"
    texts = picture.locator("text:not(.tick)").all_text_contents()
    assert {text[0] for text in texts} == {"b", *(look.sign for look in LOOKS[:3])}


def test_labels_at_the_ends_of_lines_stand_apart_where_runs_end_alike(lab: LabPage) -> None:
    panel = opened(lab, pins=tuple(Pin(f"{i}", PARADOX) for i in range(MOST_PINS)))
    for picture in panel.locator("svg.overlay").all():
        boxes = sorted(text.bounding_box()["y"] for text in picture.locator("text:not(.tick)").all())  # type: ignore[index]
        high = picture.evaluate("svg => 14 * svg.getScreenCTM().a")
        assert len(boxes) == 2 + MOST_PINS and min(np.diff(boxes)) >= high


def test_names_are_text_whatever_stands_in_them(lab: LabPage) -> None:
    panel = opened(lab)
    assert panel.locator("b", has_text="x").count() == 0
    expect(panel.locator("tbody td", has_text="<b>x</b> **y**").first).to_be_attached()
    expect(panel.locator(".compared input").nth(1)).to_have_value("<b>x</b> **y**")


def test_this_run_is_pinned_by_a_typed_name_or_the_one_that_suggests_itself_until_there_are_four(lab: LabPage) -> None:
    panel = opened(lab)
    box = panel.get_by_role("textbox", name="Name of this run")
    expect(box).to_have_attribute("placeholder", suggested_name(PINS, PARADOX))
    box.fill("mine")
    box.press("Enter")
    expect(box).to_have_value("")
    panel.get_by_role("button", name="Pin this run").click()
    assert lab.store("store.session.pins.map(pin => pin.split('~')[0])")[2:] == ["mine", "calcium paradox"]
    expect(box).to_be_hidden()
    expect(panel).to_contain_text("4 runs are pinned: remove one to pin another.")
    expect(panel.locator(".compared li:visible")).to_have_count(5)


def test_a_name_that_is_refused_stays_to_be_mended_and_changes_nothing(lab: LabPage) -> None:
    panel = opened(lab)
    box = panel.get_by_role("textbox", name="Name of pinned run 2")
    box.fill("with K2")
    box.press("Enter")
    expect(panel.locator("[role=status].told")).to_have_text(
        "Invalid name 'with K2'. Must differ from the names of the other pinned runs."
    )
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_value("with K2")
    assert lab.store("store.session.pins") == pin_texts(PINS)
    box.fill("x" * LONGEST_NAME)
    box.press("Enter")
    expect(box).to_have_attribute("aria-invalid", "false")
    expect(panel.locator("[role=status].told")).to_have_text("")
    expect(panel.locator("tbody td", has_text="x" * LONGEST_NAME).first).to_be_attached()


def test_a_pin_is_put_on_the_sliders_removed_and_brought_back(lab: LabPage) -> None:
    panel = opened(lab)
    panel.get_by_role("button", name="Put on the sliders").nth(1).click()
    assert lab.settings()["calcium"] == 600
    panel.get_by_role("button", name="Remove").nth(1).click()
    expect(panel.locator(".compared li:visible")).to_have_count(2)
    expect(panel.get_by_role("textbox", name="Name of this run")).to_be_focused()  # what was pressed has gone
    panel.get_by_role("button", name="Undo").click()
    expect(panel.locator(".compared li:visible")).to_have_count(3)
    assert lab.store("store.session.pins") == pin_texts(PINS)
