"""
"Calcium paradox" means one thing on every page: bone falls and arteries harden although more calcium is absorbed.

500 random settings, drawn once for all. The definition is typed here a second time, from plain numbers of the run.
"""

import random
from dataclasses import replace
from functools import cache
from math import exp

import numpy as np
import pytest
from support.for_each import for_each

from sim import Run, Scenario, simulate
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import number
from sim.runs.experiments import EXPERIMENTS
from sim.runs.many import balanced_run, ensemble, plausible_ranges
from sim.runs.paradox_map import UPWARDS, ParadoxMap, paradox_map
from sim.runs.verdict import shows_paradox
from sim.session.pins import Pin
from sim.text.comparison import side_by_side
from sim.text.descriptions import describe_map
from sim.text.sentences import headline
from sim.text.tables import map_table

WORD, NO_MORE_CALCIUM = "calcium paradox", "too little K2"
BLOCKED = "a protein that K2 switches on is blocked"


def drawn(seed: int, count: int) -> list[Scenario]:
    """Return random settings on the sliders' steps, of all accounts, forms and years; every third is an experiment."""
    dice = random.Random(seed)
    experiments = [experiment.parameters for experiment in EXPERIMENTS.values()]
    return [
        Scenario(
            dice.randrange(200, 2501, 50),
            dice.randrange(0, 10_001, 100),
            dice.randrange(0, dice.choice([61, 501]), 5),  # half of them where little K2 decides
            dice.randint(1, 30),
            dice.choice(experiments) if i % 3 == 0 else {},
            dice.choice(["story", "story", *LENSES]),
            dice.choice([*K_FORMS]),
        )
        for i in range(count)
    ]


SETTINGS = drawn(6, 500)


def run(scenario: Scenario) -> Run:
    return simulate(scenario, samples=2)


@cache
def finding(scenario: Scenario) -> str:
    """Return the words that belong to a run by the definition, or nothing."""
    this, usual = run(scenario), balanced_run(scenario)
    bone, started = this.amounts["bone"][-1], this.amounts["bone"][0]
    gain, usual_gain = (float(np.diff(r.amounts["arteries"][[0, -1]])[0]) for r in (this, usual))
    falls = 100 * (bone - started) / started <= -(1 - exp(-scenario.years * 365.25 / 2000))
    hardens = gain > 0 and gain >= 1.5 * usual_gain
    more = this.fluxes["absorption"][-1] >= 1.05 * usual.fluxes["absorption"][-1]
    if not (falls and hardens):
        return ""
    why = BLOCKED if any(value for name, value in scenario.parameters.items() if "block" in name) else NO_MORE_CALCIUM
    return WORD if more else why


def assert_says(text: str, scenario: Scenario) -> None:
    assert {word for word in (WORD, NO_MORE_CALCIUM, BLOCKED) if word in text} == set(
        filter(None, [finding(scenario)])
    ), text


@pytest.mark.slow
def test_the_500_settings_hold_all_three_cases_in_every_kind_of_world() -> None:
    assert len(set(SETTINGS)) > 450
    assert {(s.lens, s.k_form) for s in SETTINGS} == {(lens, form) for lens in LENSES for form in K_FORMS}
    assert {s.years for s in SETTINGS} == set(range(1, 31))
    cases = [finding(s) for s in SETTINGS]
    assert min(cases.count(word) for word in (WORD, NO_MORE_CALCIUM, BLOCKED, "")) >= 10
    assert all(finding(s) != WORD for s in SETTINGS if s.lens == "trials" and not s.parameters)


def test_the_definition_in_the_code_is_the_one_typed_here() -> None:
    for scenario in SETTINGS:
        assert bool(shows_paradox(run(scenario), balanced_run(scenario))) == (finding(scenario) == WORD), scenario


def test_the_headline_has_the_word_exactly_where_the_run_shows_it() -> None:
    for scenario in SETTINGS:
        assert_says(headline(run(scenario), balanced_run(scenario)), scenario)


@pytest.mark.slow
def test_so_does_the_sentence_of_each_compared_run() -> None:
    for scenario, pinned in zip(SETTINGS[::2], SETTINGS[1::2], strict=True):
        for shown in side_by_side(scenario, (Pin("pinned", pinned),)):
            assert_says(shown.sentence(), shown.run.scenario)


@pytest.mark.slow
def test_the_share_of_an_ensemble_counts_the_members_whose_own_headline_has_it() -> None:
    shares = []
    for scenario in SETTINGS[:60:4]:
        models = ensemble(scenario, samples=2)
        counted = shows_paradox(models.runs, models.balanced)
        members = [
            replace(scenario, parameters={**scenario.parameters, **values})
            for values in (
                {name: float(models.runs.values[name][i]) for name in plausible_ranges(scenario)} for i in range(5)
            )
        ]
        shares.append(models.paradox_share())
        assert shares[-1] == counted.mean()
        assert counted[:5].tolist() == [WORD in headline(run(each), balanced_run(each)) for each in members], scenario
    assert max(shares) > 0.5 > min(shares) == 0


WORLDS = [
    replace(scenario, calcium=calcium) for scenario, calcium in zip(SETTINGS[:6], [2000, 900, 1500] * 2, strict=True)
]


def nodes(found: ParadoxMap, seed: int, count: int) -> list[tuple[int, int, Scenario]]:
    """Return row, column and settings of random nodes of a map."""
    dice = random.Random(seed)
    picks = [tuple(dice.randrange(n) for n in found.paradox.shape) for _ in range(count)]
    return [
        (i, j, replace(found.world, **{found.up: found.upwards[i], "vitamin_k2": found.vitamin_k2[j]}))
        for i, j in picks
    ]


@for_each("up", UPWARDS)
@for_each("place", range(len(WORLDS)))
def test_every_way_to_read_the_map_has_it_in_the_same_cells(place: int, up: str) -> None:
    found = paradox_map(WORLDS[place], up)
    for i, j, scenario in nodes(found, place, 15):
        shown = finding(scenario) == WORD
        assert found.paradox[i, j] == shown, scenario
        assert (found.margin[i, j] >= 0) == shown, scenario
        text = describe_map(found, scenario)
        assert (", inside that region" in text) == shown
        assert ("no setting on this map shows the calcium paradox" in text) == (not found.paradox.any())
    rows_of, columns_of = ({number(float(v)): i for i, v in enumerate(a)} for a in (found.upwards, found.vitamin_k2))
    for height, dose, *_, cell in map_table(found).rows:
        assert (cell == "yes") == found.paradox[rows_of[height], columns_of[dose]]
