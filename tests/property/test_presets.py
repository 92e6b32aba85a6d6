"""Each preset does what its name says."""

from dataclasses import replace

import numpy as np
import pytest

from sim import PRESETS, Run, Scenario, simulate
from sim.model.parameters import CONTROLS
from sim.runs.many import balanced_run
from sim.runs.verdict import verdict

DEFICIENT_25OHD = 30  # nmol/L; below it the Institute of Medicine speaks of deficiency (IOM 2011)


@pytest.fixture(scope="module")
def runs() -> dict[str, Run]:
    return {name: simulate(scenario) for name, scenario in PRESETS.items()}


def changed(name: str) -> set[str]:
    """Return the controls that a preset sets otherwise than `balanced`."""
    balanced = PRESETS["balanced"].settings()
    return {control for control, value in PRESETS[name].settings().items() if value != balanced[control]}


def test_the_presets_other_people_rely_on_are_there_and_no_two_are_the_same() -> None:
    names = {"balanced", "calcium paradox", "vitamin D deficiency", "K2 deficiency", "ordinary diet + tablets"}
    assert names | {"paradox resolved with K2"} <= set(PRESETS)
    assert len(set(PRESETS.values())) == len(PRESETS)


def test_balanced_is_the_default_and_eats_what_the_balanced_adult_eats() -> None:
    assert PRESETS["balanced"] == Scenario()
    values = Scenario().values()
    assert all(values[c.name] == values[f"reference_{c.name}"] for c in CONTROLS if c.name != "years")


def test_calcium_paradox_shows_falling_bone_and_hardening_arteries_at_the_same_time(runs: dict[str, Run]) -> None:
    run = runs["calcium paradox"]
    assert run.scenario.calcium > PRESETS["balanced"].calcium
    assert run.scenario.vitamin_d > PRESETS["balanced"].vitamin_d
    assert run.scenario.vitamin_k2 < PRESETS["balanced"].vitamin_k2
    assert np.all(np.diff(run.amounts["bone"][1:]) < 0)
    assert np.all(np.diff(run.amounts["arteries"]) > 0)
    assert run.arteries_gain[-1] == max(r.arteries_gain[-1] for r in runs.values())


def test_paradox_resolved_differs_from_the_paradox_in_k2_only_and_shows_neither(runs: dict[str, Run]) -> None:
    paradox, resolved = runs["calcium paradox"], runs["paradox resolved with K2"]
    assert resolved.scenario.calcium == paradox.scenario.calcium
    assert resolved.scenario.vitamin_d == paradox.scenario.vitamin_d
    assert resolved.scenario.years == paradox.scenario.years
    assert resolved.bone_change[-1] > 0
    assert resolved.arteries_gain[-1] < 1.5 * runs["balanced"].arteries_gain[-1]


def test_vitamin_d_deficiency_is_one_and_absorbs_less_and_loses_bone(runs: dict[str, Run]) -> None:
    run, balanced = runs["vitamin D deficiency"], runs["balanced"]
    assert changed("vitamin D deficiency") == {"vitamin_d"}
    assert run.serum_25ohd < DEFICIENT_25OHD < balanced.serum_25ohd
    assert run.fluxes["absorption"][-1] < balanced.fluxes["absorption"][-1]
    assert run.bone_change[-1] < -0.5
    assert run.arteries_gain[-1] < balanced.arteries_gain[-1]


def test_k2_deficiency_costs_bone_and_hardens_arteries_without_touching_absorption(runs: dict[str, Run]) -> None:
    run, balanced = runs["K2 deficiency"], runs["balanced"]
    assert changed("K2 deficiency") == {"vitamin_k2"}
    assert all(run.activation[protein] < balanced.activation[protein] for protein in run.activation)
    assert run.bone_change[-1] < -1
    assert run.arteries_gain[-1] > 2 * balanced.arteries_gain[-1]
    np.testing.assert_allclose(run.fluxes["absorption"], balanced.fluxes["absorption"], rtol=1e-9)  # truth 1


@pytest.mark.parametrize(
    ("name", "bone"),
    [
        ("ordinary diet + tablets", "falls"),
        ("calcium paradox", "falls"),
        ("paradox resolved with K2", "grows"),
        ("vitamin D deficiency", "falls"),
        ("K2 deficiency", "falls"),
    ],
)
def test_a_preset_keeps_its_word_for_bone_after_1_5_10_and_30_years(name: str, bone: str) -> None:
    for years in (1, 5, 10, 30):
        scenario = replace(PRESETS[name], years=years)
        assert verdict(simulate(scenario), balanced_run(scenario))[0] == bone
