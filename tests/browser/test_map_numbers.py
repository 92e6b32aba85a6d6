"""The paradox map that the browser solves: its numbers and words are Python's, its lines lie where the values are."""

import json
from dataclasses import replace

import numpy as np
import pytest
from playwright.sync_api import Page
from support.for_each import for_each
from support.maps import MAPS

from sim import Scenario
from sim.figures.map_figure import lines_text
from sim.model.parameters import control
from sim.runs.paradox_map import paradox_map
from sim.text.descriptions import describe_map
from sim.text.messages import say
from sim.text.sentences import label, with_unit
from sim.text.tables import map_table

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


CONTOURS = """async ([rows, columns, values, level]) => {
  const {contours, rings} = await import('/map/contours.js');
  return [contours, rings].map(lines => lines({columns, rows, values}, level));
}"""


def area(ring: list[list[float]]) -> float:
    """Return the area of a ring, which is positive where it goes around counter-clockwise."""
    x, y = np.array(ring).T
    return float(x[:-1] @ y[1:] - x[1:] @ y[:-1]) / 2


def test_lines_lie_where_the_value_is_and_rings_hold_all_that_is_larger(blank: Page) -> None:
    x, y = np.linspace(0, 10, 21), np.linspace(0, 5, 26) ** 1.5
    values = x * (y[:, None] + 1)
    lines, rings = blank.evaluate(CONTOURS, [y.tolist(), x.tolist(), values.ravel().tolist(), 20])
    (line,), (ring,) = lines, rings
    assert line[0] != line[-1]
    for at, height in line:
        assert np.interp(height, y, [np.interp(at, x, row) for row in values]) == pytest.approx(20)
    assert ring[0] == ring[-1]
    assert area(ring) == pytest.approx(10 * y[-1] - np.trapezoid(np.minimum(10, 20 / (y + 1)), y), rel=0.01)


def test_a_hole_is_a_ring_of_its_own_and_the_middle_of_a_cell_says_which_corners_meet(blank: Page) -> None:
    hole = [3, 3, 3, 3, 0, 3, 3, 3, 3]
    lines, rings = blank.evaluate(CONTOURS, [[0, 1, 2], [0, 1, 2], hole, 1.5])
    assert [line[0] == line[-1] for line in lines] == [True]
    assert sorted(map(area, rings)) == pytest.approx([-0.5, 4])
    for middle, pieces in ((1, 1), (-1, 2)):
        saddle = [2 + middle, 0, 0, 2 + middle]
        _, rings = blank.evaluate(CONTOURS, [[0, 1], [0, 1], saddle, 1])
        assert len(rings) == pieces
