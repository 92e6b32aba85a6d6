"""How sure the model is, in the browser: Python's models, shares, bands and tornado, and the panel that shows them."""

import json
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from support.for_each import for_each
from support.lab_page import LabPage, lab_page

from sim import PRESETS, Scenario
from sim.runs.many import BANDS, MEMBERS, balanced_run, ensemble, lattice, plausible_ranges, tornado
from sim.runs.quantities import QUANTITIES
from sim.runs.run import simulate
from sim.text.descriptions import describe_arteries, describe_bone, describe_tornado
from sim.text.sentences import certainty
from sim.text.tables import tornado_table
from sim.text.values import told

PARADOX = PRESETS["calcium paradox"]
SCENARIOS = [
    PARADOX,
    replace(PARADOX, lens="trials", k_form="k1"),
    Scenario(2000, 4000, 30, 25, {"mgp_strength": 0.8}, k_form="mk4"),
    Scenario(400, 0, 0, 1, lens="trials"),
    Scenario(parameters={"mgp_block": 1}, years=3),
]
FOUND = """async scenario => {
  const {Ensemble, lattice, plausibleRanges, swingOf, widestFirst} = await import('/ensemble.js');
  const {ENSEMBLE} = await import('/tables.js');
  const ranges = plausibleRanges(scenario), models = new Ensemble(scenario);
  for (let i = 0; i < ENSEMBLE.members; i++) models.add(i);
  const bands = name => ENSEMBLE.bands.map(share => models.band(name, share));
  return JSON.stringify({
    drawn: [...lattice(ranges)].map(([name, values]) => [name, [...values]]), share: models.paradoxShare,
    bone_change: bands('bone_change'), arteries_times: bands('arteries_times'),
    swings: widestFirst(ranges.map(range => swingOf(scenario, range))),
  });
}"""
CURVES = ("bone_change", "arteries_times")


@for_each("scenario", SCENARIOS)
def test_models_share_bands_and_tornado_are_those_of_python(blank: Page, scenario: Scenario) -> None:
    found, models = json.loads(blank.evaluate(FOUND, scenario.to_dict())), ensemble(scenario)
    drawn = lattice(plausible_ranges(scenario))
    assert found["drawn"] == [[name, values.tolist()] for name, values in drawn.items()]
    assert found["share"] == models.paradox_share()
    for name in CURVES:
        for share, band in zip(BANDS, found[name], strict=True):
            np.testing.assert_allclose(band, models.band(QUANTITIES[name], share), rtol=1e-8, atol=1e-8)
    swings = tornado(scenario)
    assert [swing["parameter"] for swing in found["swings"]] == [swing.parameter for swing in swings]
    for swing, wanted in zip(found["swings"], swings, strict=True):
        assert tuple(swing["values"]) == wanted.values
        assert [*swing["bone_change"], *swing["arteries_times"]] == pytest.approx([*wanted.bone, *wanted.arteries])


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[LabPage]:
    with lab_page(browser, reduced_motion="reduce") as lab:
        yield lab


def opened(lab: LabPage, scenario: Scenario) -> Locator:
    """Open the panel and wait until it knows."""
    lab.start(scenario).do("certainty")
    panel = lab.page.locator("dialog.panel-certainty")
    expect(panel.locator("[data-working=no]")).to_have_count(1)
    return panel


def said_of_bands(scenario: Scenario, name: str) -> str:
    """Return what is said of where the plausible models end."""
    row, models = QUANTITIES[name], ensemble(scenario)
    wide, narrow = (" and ".join(told(row, float(end[-1])) for end in models.band(row, share)) for share in BANDS)
    return f"In 90 % of the plausible models this run ends between {wide}, in 50 % between {narrow}: the two bands."


@for_each("scenario", SCENARIOS)
def test_the_panel_says_and_lists_what_python_says(page: LabPage, scenario: Scenario) -> None:
    panel, run, balanced = opened(page, scenario), simulate(scenario), balanced_run(scenario)
    share = ensemble(scenario).paradox_share()
    expect(panel.locator(".certainty")).to_have_text(certainty(MEMBERS, share))
    for name, describe in zip(CURVES, (describe_bone, describe_arteries), strict=True):
        words = f"{describe(run, balanced)} {said_of_bands(scenario, name)}"
        expect(panel.locator(f"[data-picture={name}] p")).to_have_text(words)
    expect(panel.locator("[data-table=tornado] > p:not(.note)")).to_have_text(describe_tornado(run, balanced))
    cells = panel.locator("table").evaluate("t => [...t.rows].map(row => [...row.cells].map(cell => cell.textContent))")
    table = tornado_table(run, balanced)
    assert cells == [list(line) for line in (table.columns, *table.rows)]


def test_bands_are_drawn_around_the_ends_that_are_said(page: LabPage) -> None:
    panel = opened(page, PARADOX)
    models = ensemble(PARADOX)
    for name in CURVES:
        sketch, row = panel.locator(f"[data-picture={name}] .sketch"), QUANTITIES[name]
        run = points(sketch.locator(".line.now"))
        values = row.of(simulate(PARADOX))
        scale = (run[-1] - run[0]) / (values[-1] - values[0])
        for area, share in zip(sketch.locator(".band").all(), BANDS, strict=True):
            drawn = points(area)
            low, high = models.band(row, share)
            wanted = [run[0] + scale * (value - values[0]) for value in (*low, *high[::-1])]
            assert drawn == pytest.approx(wanted, abs=0.2)


def points(path: Locator) -> list[float]:
    """Return how far down the points of a line or area lie."""
    shape = (path.get_attribute("d") or "").removeprefix("M").removesuffix("Z")
    return [float(point.split(" ")[1]) for point in shape.split("L")]


def test_bars_of_the_tornado_have_their_length_and_their_dots_at_its_ends(page: LabPage) -> None:
    panel, swings = opened(page, PARADOX), tornado(PARADOX)[:6]
    tracks = panel.locator(".tornado-track").evaluate_all(
        "tracks => tracks.map(({children}) =>"
        " [...children].map(({style}) => [style.left, style.width].map(length => parseFloat(length))))"
    )
    assert len(tracks) == 2 * len(swings)
    for column, ends in enumerate(([swing.bone for swing in swings], [swing.arteries for swing in swings])):
        usual = QUANTITIES[CURVES[column]].end(simulate(PARADOX))
        reach = [usual, *np.ravel(ends)]
        room = 0.08 * (max(reach) - min(reach))
        scale = [min(reach) - room, max(reach) + room]
        for (low, high), [line, bar, first, second] in zip(ends, tracks[column::2], strict=True):
            wanted = np.interp([usual, low, high], scale, [0, 100])
            assert [line[0], first[0], second[0]] == pytest.approx(wanted, abs=0.01)
            assert bar == pytest.approx([min(wanted[1:]), abs(wanted[2] - wanted[1])], abs=0.01)


OPEN = """async () => {
  const {openPanel} = await import('/panels/index.js');
  const root = document.querySelector('#place').shadowRoot.querySelector('.lab');
  openPanel('certainty', root, lab.store);
  window.panel = root.querySelector('dialog.panel-certainty');
  const sentence = panel.querySelector('.certainty');
  window.told = [];
  new MutationObserver(() => told.push(sentence.textContent)).observe(sentence, {childList: true, characterData: true});
  return sentence.textContent;
}"""


def test_it_says_what_it_does_and_begins_anew_where_the_settings_change(page: LabPage) -> None:
    page.start(PARADOX)
    assert page.page.evaluate(OPEN) == "Running 1,000 plausible models with these settings …"
    page.store("store.chooseLens('trials')")
    trials = replace(PARADOX, lens="trials")
    panel = page.page.locator("dialog.panel-certainty")
    said = certainty(MEMBERS, ensemble(trials).paradox_share())
    expect(panel.locator(".certainty")).to_have_text(said)
    assert page.page.evaluate("told") == [said]  # and nothing of the settings before
    expect(panel.locator("[data-picture=bone_change] p")).to_contain_text(said_of_bands(trials, "bone_change"))
    page.page.keyboard.press("Escape")


def test_it_stops_where_it_is_closed(page: LabPage) -> None:
    page.start(PARADOX)
    page.page.evaluate(OPEN)
    page.page.evaluate("() => { panel.close(); window.left = panel.querySelector('progress'); }")
    page.page.evaluate(OPEN)
    expect(page.page.locator("dialog.panel-certainty [data-working=no]")).to_have_count(1)
    assert page.page.evaluate("left.value") < MEMBERS
    page.page.keyboard.press("Escape")


def test_where_a_model_has_no_solution_the_panel_says_so(page: LabPage) -> None:
    opened(page, PARADOX)
    hungry = replace(PARADOX, parameters={"absorption_capacity": 100})
    assert simulate(hungry)
    with pytest.raises(ValueError, match="would have to excrete"):
        ensemble(hungry)
    page.store("store.setParameter('absorption_capacity', 100)")
    panel = page.page.locator("dialog.panel-certainty")
    expect(panel.locator(".certainty")).to_have_text("Some plausible models have no solution with these settings.")
    words = describe_tornado(simulate(hungry), balanced_run(hungry))  # one number at a time has its runs
    expect(panel.locator("[data-table=tornado] > p:not(.note)")).to_have_text(words)
    expect(panel.locator(".band")).to_have_count(0)
    page.page.keyboard.press("Escape")
