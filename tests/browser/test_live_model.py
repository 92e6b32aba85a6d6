"""The model in the browser, without a server: the same runs as Python's, the same refusals, the same halvings."""

import json
import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page

from sim import Scenario, simulate
from sim.dashboard.parts.live.messages import quantities_of
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, PARAMETERS
from sim.model.problem import Batch
from sim.model.solver import MAX_HALVINGS
from sim.runs.many import plausible_ranges
from sim.runs.run import MESH, Run, solve

SAMPLES = 13
WITHIN = 1e-9
NEGLIGIBLE = 1e-6
"""What is smaller [mg, mg/day] is compared as if it were this large: there the solver's own error is larger."""
DIFFERENCES = {"bone_change": 100, "day_bone": "bone_formation", "day_arteries": "arterial_deposition"}
"""What is the difference of two nearly equal numbers, and how large these are: their own digits cancel."""
RUN = """async ([scenarios, samples]) => {
  const {quantitiesOf, simulate} = await import('/run.js');
  const plain = table => Object.fromEntries(Object.entries(table).map(([name, values]) => [name, [...values]]));
  return JSON.stringify(scenarios.map(scenario => {
    try {
      const run = simulate(scenario, samples);
      return {amounts: plain(run.amounts), quantities: plain(quantitiesOf(run)), halvings: run.halvings};
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }));
}"""
WITHOUT_END = """async () => {
  const {COMPARTMENTS, SIZES} = await import('/model.js');
  const {integrate} = await import('/solver.js');
  const nothing = new Float64Array(SIZES.statics).fill(NaN);
  try {
    integrate(nothing, COMPARTMENTS.map(() => 1), Float64Array.of(0, 365));
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}"""
INK = """async ([scenario, samples]) => {
  const {exactInk} = await import('/run.js');
  const ink = exactInk(scenario, samples);
  return ink && Object.fromEntries(Object.entries(ink).map(([name, values]) => [name, [...values]]));
}"""


def corners() -> Iterator[Scenario]:
    """Yield every corner of the sliders, in every account and form of vitamin K."""
    ends = ((row.low, row.high) for row in CONTROLS)
    for calcium, vitamin_d, vitamin_k2, years in product(*ends):
        for lens, form in product(LENSES, K_FORMS):
            yield Scenario(calcium, vitamin_d, vitamin_k2, years, lens=lens, k_form=form)


def random_scenarios(count: int) -> Iterator[Scenario]:
    """Yield random settings: with no assumption changed, all plausibly, nine anywhere, nine to an end."""
    random = np.random.default_rng(7)
    for lens in np.resize(list(LENSES), count):
        calcium, vitamin_d, vitamin_k2 = (random.uniform(row.low, row.high) for row in CONTROLS[:3])
        form, years = str(random.choice(list(K_FORMS))), float(random.integers(1, 31))
        plain = Scenario(calcium, vitamin_d, vitamin_k2, years, lens=str(lens), k_form=form)
        some = [PARAMETERS[at] for at in random.choice(len(PARAMETERS), 9, replace=False)]
        for parameters in (
            {},
            {name: random.uniform(*ends) for name, ends in plausible_ranges(plain).items()},
            {row.name: random.uniform(row.low, row.high) for row in some},
            {row.name: random.choice((row.low, row.high)) for row in some},
        ):
            yield Scenario(**{**plain.to_dict(), "parameters": parameters})


def in_browser(page: Page, scenarios: list[Scenario], samples: int) -> list[dict[str, Any] | None]:
    """Return what the browser's model says of each scenario; None where it refuses."""
    return json.loads(page.evaluate(RUN, [[scenario.to_dict() for scenario in scenarios], samples]))


def differences(found: dict[str, Any], result: Run) -> Iterator[tuple[str, float]]:
    """Yield the name of each amount and quantity and how far it is from the result, relative to its size."""
    quantities = quantities_of(result)
    assert found["quantities"].keys() == quantities.keys()
    assert found["amounts"].keys() == result.amounts.keys()
    for name, wanted in {**result.amounts, **quantities}.items():
        values = np.array({**found["amounts"], **found["quantities"]}[name])
        size = DIFFERENCES.get(name, wanted)
        size = result.fluxes[size][-1] if isinstance(size, str) else size
        assert values.shape == wanted.shape
        yield name, float(np.max(np.abs(values - wanted) / np.maximum(np.abs(size), NEGLIGIBLE)))


def agree(page: Page, scenarios: list[Scenario], samples: int, monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """Check that each scenario's run is Python's; return how often its steps were halved, None where there is none."""
    tries, select = [], Batch.select
    monkeypatch.setattr(Batch, "select", lambda self, chosen: tries.append(1) or select(self, chosen))
    halvings = []
    for scenario, found in zip(scenarios, in_browser(page, scenarios, samples), strict=True):
        tries.clear()
        try:
            result = solve(scenario, samples)  # afresh: a remembered run would try no mesh
        except (ValueError, RuntimeError):
            assert found is None, scenario
            halvings.append(None)
        else:
            assert found is not None, scenario
            assert {name: far for name, far in differences(found, result) if not far < WITHIN} == {}, scenario
            assert found["halvings"] == len(tries) - 1, scenario
            halvings.append(found["halvings"])
    return halvings


def test_at_every_corner_of_the_sliders_in_every_account_and_form_the_run_is_the_same(
    blank: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert None not in agree(blank, list(corners()), 121, monkeypatch)


def test_with_random_assumptions_runs_refusals_and_halvings_are_the_same(
    blank: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    halvings = agree(blank, list(random_scenarios(120)), SAMPLES, monkeypatch)
    assert len(halvings) == 480
    assert halvings.count(None) > 20
    assert sum(bool(count) for count in halvings) > 10


def test_ink_is_the_run_in_single_precision_and_nothing_where_there_is_no_run(blank: Page) -> None:
    wanted = quantities_of(simulate(Scenario()))
    found = blank.evaluate(INK, [Scenario().to_dict(), 121])
    assert found.keys() == wanted.keys()
    for name, values in wanted.items():
        assert found[name] == pytest.approx(values, rel=1e-6), name
        assert np.array_equal(found[name], np.float32(found[name])), name
    nothing_left = Scenario(parameters={"k_endogenous": 0.12, "absorption_capacity": 200})
    with pytest.raises(ValueError, match="balanced adult"):
        simulate(nothing_left)
    assert blank.evaluate(INK, [nothing_left.to_dict(), 121]) is None


def test_a_run_that_reaches_the_tolerance_on_no_mesh_is_refused(blank: Page) -> None:
    pattern = r"RangeError: No accurate solution after day 0: even the shortest step, (.*), is too long\."
    told = re.fullmatch(pattern, blank.evaluate(WITHOUT_END))
    assert told
    assert float(told[1]) == MESH.first / 2 ** (MAX_HALVINGS - 1)  # the first of these tries is the mesh itself
