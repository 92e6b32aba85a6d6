"""A run saved in the browser and by Python: the same bytes under the same name."""

import json
from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
from playwright.sync_api import Page

from sim import PRESETS, Scenario, simulate
from sim.export import file_name
from sim.export.data import json_text, runs_bytes
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, PARAMETERS
from sim.runs.experiments import EXPERIMENTS
from sim.runs.many import plausible_ranges
from sim.runs.run import Run

NAMES = ("this run", 'K2, "much"; Grüße', "ビタミン", "=1+1", "-")
"""Also what no pin may be called: it must be no formula in either file."""
MADE = """async scenarios => {
  const [{simulate}, {csv, json}, {fileName}] =
    await Promise.all(['/run.js', '/run_files.js', '/file_name.js'].map(path => import(path)));
  return scenarios.map(([name, scenario], i) => {
    const run = simulate(scenario, 121);
    return {csv: i % 5 ? '' : csv([[name, run]]), json: json(run), name: fileName(scenario, 'run', 'csv')};
  });
}"""
SEVERAL = """async named => {
  const [{simulate}, {csv}] = await Promise.all([import('/run.js'), import('/run_files.js')]);
  return csv(named.map(([name, scenario]) => [name, simulate(scenario, 121)]));
}"""


def scenarios() -> Iterator[Scenario]:
    """Yield presets, experiments, evenly eaten calcium and random settings, in every account and form."""
    for (preset, lens), form, years in product(product(PRESETS.values(), LENSES), K_FORMS, (7, 10)):
        yield Scenario(**{**preset.to_dict(), "lens": lens, "k_form": form, "years": years})
    yield from (Scenario(parameters=each.parameters, lens=lens) for each in EXPERIMENTS.values() for lens in LENSES)
    # What is eaten evenly falls on exact halves; where deposition is even as well, so do the arteries.
    yield from (
        Scenario(calcium, 400, 30, years, lens="trials") for calcium in range(200, 2501, 230) for years in (3, 7)
    )
    yield Scenario(1234.5678901234, 1e-7, 0.1 + 0.2, 2.5, {"k_clearance": 1.23456789e-5, "mgp_strength": 1 / 3})
    random = np.random.default_rng(14)
    for lens, form in list(product(LENSES, K_FORMS)) * 20:
        calcium, vitamin_d, vitamin_k2, years = (random.uniform(row.low, row.high) for row in CONTROLS)
        plain = Scenario(calcium, vitamin_d, vitamin_k2, years, lens=lens, k_form=form)
        some = [PARAMETERS[at] for at in random.choice(len(PARAMETERS), 6, replace=False)]
        for parameters in (
            {name: random.uniform(*ends) for name, ends in plausible_ranges(plain).items()},
            {row.name: random.uniform(row.low, row.high) for row in some},
        ):
            yield Scenario(**{**plain.to_dict(), "parameters": parameters})


def runs() -> Iterator[Run]:
    """Yield the runs of those scenarios that have one."""
    for scenario in scenarios():
        try:
            yield simulate(scenario)
        except (ValueError, RuntimeError):
            continue


def test_over_hundreds_of_scenarios_csv_and_json_have_the_same_bytes_and_names_as_from_python(blank: Page) -> None:
    # A number that lies within 1e-6 of its last digit of a half may differ: a file in some thousand. None here does.
    named = [(NAMES[i // 5 % len(NAMES)], run) for i, run in enumerate(runs())]
    assert len(named) > 300
    made: list[dict[str, Any]] = []
    for first in range(0, len(named), 50):
        made += blank.evaluate(MADE, [(name, run.scenario.to_dict()) for name, run in named[first : first + 50]])
    wrong = []
    for i, ((name, run), files) in enumerate(zip(named, made, strict=True)):
        wanted = {"name": file_name(run.scenario, "run", "csv"), "json": json_text(run)}
        wanted |= {} if i % 5 else {"csv": runs_bytes({name: run}, "csv").decode()}  # it holds the same numbers
        wrong += [(kind, run.scenario) for kind, text in wanted.items() if files[kind] != text]
        assert Scenario(**json.loads(files["json"])["scenario"]) == run.scenario
    assert wrong == []


def test_several_runs_stand_in_one_table_in_their_order(blank: Page) -> None:
    named = [("this run", PRESETS["calcium paradox"]), ("12", PRESETS["balanced"]), ("2", Scenario(lens="trials"))]
    made = blank.evaluate(SEVERAL, [(name, scenario.to_dict()) for name, scenario in named])
    assert made.encode() == runs_bytes({name: simulate(scenario) for name, scenario in named}, "csv")
