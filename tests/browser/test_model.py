"""
The model in the browser, without a server: the same runs as Python's, the same refusals, the same halvings.

What readers see of a run is read by one row of the table of quantities each, here and there.
"""

import json
import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page

from sim import Scenario
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, PARAMETERS
from sim.model.problem import Batch
from sim.model.solver import MAX_HALVINGS
from sim.runs.many import dose_response, plausible_ranges
from sim.runs.quantities import QUANTITIES
from sim.runs.run import MESH, Run, solve

SAMPLES = 13
WITHIN = 1e-9
NEGLIGIBLE = 1e-6
"""What is smaller [mg, mg/day] is compared as if it were this large: there the solver's own error is larger."""
DIFFERENCES = {"bone_change": 100, "day_bone": "bone_formation", "day_arteries": "arterial_deposition"}
"""What is the difference of two nearly equal numbers, and how large these are: their own digits cancel."""
RUN = """async ([scenarios, samples, names]) => {
  const [{doseResponse, simulate}, {end, read}] = await Promise.all([import('/run.js'), import('/quantities.js')]);
  const plain = table => Object.fromEntries(Object.entries(table).map(([name, values]) => [name, [...values]]));
  return JSON.stringify(scenarios.map(scenario => {
    try {
      const run = simulate(scenario, samples);
      const quantities = Object.fromEntries(names.map(name => {
        const values = read(name, run);
        return [name, typeof values === 'number' ? values : [...values]];
      }));
      const ends = Object.fromEntries(names.map(name => [name, end(name, run)]));
      return {amounts: plain(run.amounts), fluxes: plain(run.fluxes), response: plain(doseResponse(scenario)),
              quantities, ends, halvings: run.halvings};
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }));
}"""
AT = """async ([values, years, asked]) => {
  const {at} = await import('/quantities.js');
  return asked.map(year => at(values, year, years));
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


def corners() -> Iterator[Scenario]:
    """Yield every corner of the sliders, in every account and form of vitamin K; of the years also their usual ten."""
    ends = ((row.low, row.high) if row.name != "years" else (row.low, row.default, row.high) for row in CONTROLS)
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
    return json.loads(page.evaluate(RUN, [[scenario.to_dict() for scenario in scenarios], samples, list(QUANTITIES)]))


def wanted_of(result: Run) -> dict[str, dict[str, Any]]:
    """Return what the browser must say of a run, kind by kind and name by name."""
    return {
        "amounts": dict(result.amounts),
        "fluxes": dict(result.fluxes),
        "response": dose_response(result.scenario)[1],
        "quantities": {name: row.of(result) for name, row in QUANTITIES.items()},
        "ends": {name: row.end(result) for name, row in QUANTITIES.items()},
    }


def differences(found: dict[str, Any], result: Run) -> Iterator[tuple[str, float]]:
    """Yield the name of each thing in a run and how far it is from the result, relative to its size."""
    for kind, table in wanted_of(result).items():
        assert found[kind].keys() == table.keys()
        for name, wanted in table.items():
            values = np.array(found[kind][name])
            size = DIFFERENCES.get(name, wanted)
            size = result.fluxes[size][-1] if isinstance(size, str) else size
            assert values.shape == np.shape(wanted), (kind, name)
            yield f"{kind} {name}", float(np.max(np.abs(values - wanted) / np.maximum(np.abs(size), NEGLIGIBLE)))


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


def test_between_two_samples_a_quantity_is_in_proportion_and_beyond_the_run_it_stays_at_its_ends(blank: Page) -> None:
    values, years = [1.0, 4.0, 2.0, 8.0], 6.0
    asked = [-1.0, 0.0, 0.5, 2.0, 3.3, 5.999, 6.0, 7.0]
    wanted = np.interp(asked, np.linspace(0, years, len(values)), values)
    assert blank.evaluate(AT, [values, years, asked]) == pytest.approx(list(wanted), rel=1e-12)
    assert blank.evaluate(AT, [2.5, years, asked]) == [2.5] * len(asked)


def test_a_run_that_reaches_the_tolerance_on_no_mesh_is_refused(blank: Page) -> None:
    pattern = r"RangeError: No accurate solution after day 0: even the shortest step, (.*), is too long\."
    told = re.fullmatch(pattern, blank.evaluate(WITHOUT_END))
    assert told
    assert float(told[1]) == MESH.first / 2 ** (MAX_HALVINGS - 1)  # the first of these tries is the mesh itself
