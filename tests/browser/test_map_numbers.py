"""The paradox map that the browser solves and draws: its numbers and words are Python's, its words never overprint."""

import json
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from playwright.sync_api import Page
from support.for_each import for_each

from sim import PRESETS, Scenario
from sim.figures.map_figure import lines_text
from sim.model.parameters import control
from sim.runs.paradox_map import UPWARDS, paradox_map
from sim.text.descriptions import describe_map
from sim.text.messages import say
from sim.text.sentences import label, with_unit
from sim.text.tables import map_table

PARADOX = PRESETS["calcium paradox"]
WORLDS = [
    PARADOX,
    replace(PARADOX, years=1),
    replace(PARADOX, years=30),
    replace(PARADOX, lens="trials"),
    Scenario(400, 100, 77, years=7, k_form="k1"),
    Scenario(vitamin_d=400),  # with calcium up, the region is smaller than its name
    Scenario(2500, 10_000, 500, 30),
    Scenario(200, 0, 0, 1),
    Scenario(2500, 0, 500, 30, lens="trials"),
    Scenario(parameters={"mgp_block": 1}),
    Scenario(parameters={"deposition_baseline": 0, "k_clearance": 0}),
    Scenario(parameters={"k_clearance": 0.001, "need_slope": 0}),
]
MAPS = [*product(WORLDS, UPWARDS)]
SOLVE = """async ([scenario, up]) => {
  const [{simulate}, {balancedOf}, {solveGrid}, words, {mapTable}] = await Promise.all(
    ['/run.js', '/lab/rules.js', '/map/grid.js', '/map/words.js', '/panels/map.js'].map(path => import(path)));
  const grid = await solveGrid(scenario, up, new AbortController().signal);
  const [run, balanced] = [scenario, balancedOf(scenario)].map(each => simulate(each, 2));
  const {bone, times, margin, share} = grid;
  return JSON.stringify({
    bone: [...bone], times: [...times], margin: [...margin], share, lines: words.linesText(grid),
    words: words.describeMap(grid, run, balanced), node: words.tellNode(grid, 10, 7), table: mapTable(grid),
  });
}"""


@for_each(("scenario", "up"), MAPS)
def test_the_map_of_the_browser_has_the_numbers_and_words_of_pythons(blank: Page, scenario: Scenario, up: str) -> None:
    told = json.loads(blank.evaluate(SOLVE, [scenario.to_dict(), up]))
    found = paradox_map(scenario, up)
    # The solver's relative tolerance is 1e-5 of an amount; bone is told in percent, arteries as a multiple.
    assert np.allclose(told["bone"], found.bone_change.ravel(), rtol=0, atol=1e-3)
    assert np.allclose(told["times"], found.arteries_times.ravel(), rtol=1e-4)
    assert np.array_equal(np.array(told["margin"]) >= 0, found.paradox.ravel())
    assert told["share"] == pytest.approx(found.share(), abs=1e-3)
    assert told["words"] == describe_map(found, scenario)
    assert told["lines"] == lines_text(found)
    table = map_table(found)
    assert told["table"] == {"columns": [*table.columns], "rows": [[*row] for row in table.rows]}
    there = replace(scenario, **{up: found.upwards[7], "vitamin_k2": found.vitamin_k2[10]})
    for name in ("vitamin_k2", up):
        row = control(name)
        assert f"{label(row, there)} {with_unit(row, getattr(there, name))}" in told["node"]
    assert (say("map-paradox") in told["node"]) == found.paradox[7, 10]
