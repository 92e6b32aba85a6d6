"""The words of the browser are Python's: 10,000 random runs, each told on both sides, are told the same."""

import json
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
from playwright.sync_api import Page
from support.settings import drawn

from sim import Run, Scenario
from sim.figures import FIGURES
from sim.model.equations import FLUXES
from sim.model.lenses import LENSES
from sim.runs.quantities import QUANTITIES
from sim.runs.run import frozen
from sim.text.live_sentence import live_sentence
from sim.text.sentences import changed_line, contrast, headline, ledger_sentence, settings_line
from sim.text.tables import ledger_table
from sim.text.values import digits, signed, told

RUNS, BATCH, SAMPLES = 10_000, 2500, 5
LONGEST = 118
"""Letters of the live sentence: more would need another line."""
DESCRIBED = ("bone", "arteries", "daily_calcium", "blood", "activation")
ASKED = (
    *(flux.name for flux in FLUXES), "bone_change", "arteries", "arteries_times", "blood_calcium", "vitamin_d_gate",
    "formation", "osteocalcin_activation", "mgp_activation",
)  # fmt: skip
"""What explanations tell."""
TELL = """async ([asked, samples]) => {
  const {simulate} = await import('/run.js');
  const words = await import('/words/sentences.js');
  const {describe} = await import('/words/descriptions.js');
  const {ledger} = await import('/words/ledger.js');
  const {PARTS} = await import('/tables.js');
  const solve = scenario => {
    try {
      return simulate(scenario, samples);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };
  const lists = table => Object.fromEntries(Object.entries(table).map(([name, values]) => [name, [...values]]));
  const tell = ([run, balanced, other], year) => ({
    headline: words.headline(run, balanced), contrast: other && words.contrast(run, other),
    live: Object.values(words.liveSentence(run, balanced, year)),
    settings: words.settingsLine(run.scenario), changed: words.changedLine(run.scenario), ledger: ledger(run),
    ...Object.fromEntries(Object.entries(describe).map(([name, of]) => [name, of(run, balanced)])),
    now: Object.fromEntries(Object.keys(PARTS).map(part => [part, words.explanation(part, {run, year}).now])),
  });
  return JSON.stringify(asked.map(([scenarios, year]) => {
    const runs = scenarios.map(solve);
    return {runs: runs.map(run => run && lists(run.amounts)), told: runs[0] && runs[1] && tell(runs, year)};
  }));
}"""


def asked_of(scenario: Scenario) -> list[Scenario]:
    """Return settings, the balanced adult's beside them, and the same in the other account."""
    other = next(lens for lens in LENSES if lens != scenario.lens)
    return [scenario, scenario.balanced(), replace(scenario, lens=other)]


def as_run(amounts: dict[str, list[float]], scenario: Scenario) -> Run:
    """Return the run whose amounts the browser found."""
    stores = {name: frozen(np.array(values)) for name, values in amounts.items()}
    years = frozen(np.linspace(0, scenario.years, SAMPLES))
    return Run(years, MappingProxyType(stores), MappingProxyType(scenario.values()), scenario)


def flow(value: float) -> str:
    """Return a flow with as many digits as its size needs."""
    if value < 0.0005:
        return "<0.001" if value else "0"
    return f"{value:,.{sum(value < limit for limit in (1, 9.995, 99.95))}f}"


def guards(percent: float) -> str:
    steps = {3: "all asleep", 38: "most asleep", 62: "half awake", 95: "most awake"}
    return next((word for limit, word in steps.items() if percent < limit), "all awake")


def wall(times: float) -> str:
    steps = {1.45: "wall springy: stretches with each beat", 1.7: "wall stiffening"}
    return next((word for limit, word in steps.items() if times < limit), "wall stiff: hardly stretches")


def now_of(run: Run, year: float) -> dict[str, str]:
    """Return the number of each part in a year, with its words."""
    values = {name: QUANTITIES[name].of(run) for name in ASKED}
    at = {name: float(np.interp(year, run.years, each)) if np.ndim(each) else each for name, each in values.items()}
    net = at["bone_formation"] - at["bone_resorption"]
    text = {name: told(QUANTITIES[name], value) for name, value in at.items()}
    proteins = ("osteocalcin_activation", "mgp_activation")
    return {
        **{name: f"{flow(at[name])} mg/day" for name in run.fluxes},
        **{name: f"{text[name]} active: {guards(at[name])}" for name in proteins},
        "diet": f"{flow(at['intake'])} mg/day eaten",
        "gut": f"{flow(at['absorption'])} of {flow(at['intake'])} mg/day absorbed",
        "blood": text["blood_calcium"],
        "bone": f"{text['bone_change']} since the start, now {signed(net)} mg/day",
        "arteries": f"{text['arteries']}, {text['arteries_times']} the start",
        "urine": f"{flow(at['urinary_excretion'])} mg/day lost",
        "faeces": f"{flow(at['unabsorbed_loss'] + at['endogenous_faecal_loss'])} mg/day lost",
        "vitamin_d": f"{100 * at['vitamin_d_gate']:,.0f} % open",
        "osteocalcin": f"bone formation {100 * at['formation']:,.0f} % of the balanced adult's",
        "mgp": f"{100 * run.constant('mgp_effect'):,.0f} % of what settles in the balanced adult's wall",
        "bone_change": f"{text['bone_change']} since the start",
        "arteries_times": f"{text['arteries_times']} the start",
        "day_bone": f"{digits(QUANTITIES['day_bone'], net)} mg/day",
        "stiffness": wall(at["arteries_times"]),
    }  # fmt: skip


def told_here(run: Run, balanced: Run, other: Run | None, year: float) -> dict[str, Any]:
    """Return what Python says of a run, as the browser is asked."""
    table = ledger_table(run)
    ledger = {"caption": table.caption, "sentence": ledger_sentence(run), "columns": [*table.columns]}
    return {
        "headline": headline(run, balanced),
        "contrast": other and contrast(run, other),
        "live": [*live_sentence(run, balanced, year)],
        "settings": settings_line(run.scenario),
        "changed": changed_line(run.scenario),
        "ledger": {**ledger, "rows": [[*row] for row in table.rows]},
        **{name: FIGURES[name].describe(run, balanced) for name in DESCRIBED},
        "now": now_of(run, year),
    }


def test_ten_thousand_runs_are_told_the_same_in_python_and_in_the_browser(blank: Page) -> None:
    settings = [*drawn(RUNS)]
    seen, refused = set(), 0
    for first in range(0, RUNS, BATCH):
        batch = settings[first : first + BATCH]
        asked = [[[each.to_dict() for each in asked_of(scenario)], year] for scenario, year in batch]
        answers = json.loads(blank.evaluate(TELL, [asked, SAMPLES]))
        for (scenario, year), answer in zip(batch, answers, strict=True):
            if answer["told"] is None:
                refused += 1
                continue
            pairs = zip(answer["runs"], asked_of(scenario), strict=True)
            run, balanced, other = (amounts and as_run(amounts, each) for amounts, each in pairs)
            here = told_here(run, balanced, other, year)
            differs = {name: (text, here[name]) for name, text in answer["told"].items() if text != here[name]}
            assert differs == {}, (scenario, year)
            live = " ".join(here["live"])
            assert len(live) <= LONGEST, live
            seen.add(live)
    assert len(seen) > 30
    assert refused < RUNS / 10
