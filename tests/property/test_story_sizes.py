"""Truths 9 to 11: how far things may move at all, over the whole range of the controls."""

import numpy as np
import pytest
from support.story import CALCIUM, HORIZONS, VITAMIN_D, Runs, run_pairs

from sim import PRESETS, Scenario, simulate
from sim.model.equations import FLUXES
from sim.model.parameters import DEFAULTS, NORMAL_BLOOD_CALCIUM
from sim.runs.many import balanced_run
from sim.text.sentences import headline


def usual(values: np.ndarray) -> np.ndarray:
    """Return those of the grid's runs, shape (n_times, calcium, D, K2), with at least 500 mg and 400 IU."""
    return values[:, CALCIUM >= 500][:, :, VITAMIN_D >= 400]


def blood_change(runs: Runs) -> np.ndarray:
    """Blood calcium relative to its baseline. [%]"""
    return 100 * (runs["blood"] / DEFAULTS["blood_baseline"] - 1)


def bone_slopes(runs: Runs) -> np.ndarray:
    """Change of bone over each sample interval, then on average since the start. [% of start per year]"""
    bone = 100 * runs["bone"] / runs["bone"][0]
    between = np.diff(bone, axis=0) / np.diff(runs.years, axis=0)
    since_start = (bone[1:] - 100) / runs.years[1:]
    return np.concatenate([between, since_start])


# Gut and blood settle within a week, and bone takes up or gives what they hold; slopes are told by the month.
MONTHS = slice(7, None)


# 9. Blood calcium.


def test_9_blood_calcium_stays_within_2_percent_of_its_baseline_from_500_mg_and_400_iu_up(grid: Runs) -> None:
    assert np.abs(usual(blood_change(grid))).max() <= 2


def test_9_blood_calcium_rises_by_at_most_2_percent_anywhere(grid: Runs) -> None:
    assert blood_change(grid).max() <= 2


@pytest.mark.parametrize("settings", [(200, 0, 100), (500, 400, 100), (2500, 10_000, 10)])
def test_9_where_blood_calcium_leaves_its_normal_band_the_page_says_so(settings: tuple[float, float, float]) -> None:
    run = simulate(Scenario(*settings))
    low, high = NORMAL_BLOOD_CALCIUM
    outside = not low <= run.blood_calcium[-1] <= high
    assert ("outside the usual range" in headline(run, balanced_run(run.scenario))) == outside
    assert outside == (settings == (200, 0, 100))


@pytest.mark.parametrize("years", HORIZONS)
def test_9_what_is_absorbed_in_excess_leaves_in_urine(grid: Runs, years: int) -> None:
    at = grid.at(years)
    start = int(np.argmax(CALCIUM == 1000)), int(np.argmax(VITAMIN_D == 800))
    extra = {
        name: (flux[at] - flux[at][start])[CALCIUM >= 1000][:, VITAMIN_D >= 800].reshape(-1, flux.shape[-1])[1:]
        for name, flux in grid.named.items()
        if name in ("absorption", "urinary_excretion")
    }
    assert np.all(extra["absorption"] > 0)
    # Four fifths at least: the rest feeds growing bone and digestive juices.
    assert np.all(extra["urinary_excretion"] > 0.8 * extra["absorption"])


# 10. Believable size.


def test_10_balanced_keeps_bone_within_a_tenth_of_a_percent_a_year() -> None:
    result = simulate(PRESETS["balanced"])
    assert np.abs(np.diff(result.bone_change) / np.diff(result.years)).max() <= 0.1


def test_10_the_arterial_store_of_balanced_grows_by_about_30_percent_in_10_years() -> None:
    result = simulate(PRESETS["balanced"])
    assert result.years[-1] == 10
    assert result.arteries_times[-1] == pytest.approx(1.3, abs=0.05)


def test_9_bone_gains_at_most_0_6_and_loses_at_most_2_1_percent_a_year_anywhere(grid: Runs) -> None:
    assert bone_slopes(grid)[MONTHS].max() <= 0.6
    assert bone_slopes(grid)[MONTHS].min() >= -2.1


@pytest.mark.parametrize("settings", [(2000, 4000, 10), (2000, 4000, 200), (1000, 100, 100)])
def test_bone_goes_to_a_new_level_and_not_on_for_ever(settings: tuple[float, float, float]) -> None:
    bone = run_pairs([settings], 30)["bone"][:, 0]  # every two and a half years
    steps = np.abs(np.diff(bone))
    assert np.all(np.diff(steps) < 0)
    assert steps[-1] < 0.05 * steps[0]


def test_10_arterial_gain_stays_under_half_a_milligram_a_day_anywhere(grid: Runs) -> None:
    arteries, days = grid["arteries"], grid.days.reshape(-1, 1, 1, 1)
    assert (np.diff(arteries, axis=0) / np.diff(days, axis=0)).max() < 0.5
    assert ((arteries[1:] - arteries[0]) / days[1:]).max() < 0.5


# 11. Nothing is lost, nothing is negative.


def test_11_total_calcium_including_bookkeeping_is_constant(grid: Runs) -> None:
    total = grid.states.sum(axis=0)
    assert np.abs(total / total[0] - 1).max() < 1e-12  # the number; rounding alone gives about 1e-14


def test_11_no_compartment_becomes_negative(grid: Runs) -> None:
    assert grid.states.min() >= 0
    assert grid.states[:, 1:].min() > 0


def test_11_fluxes_are_never_negative(grid: Runs) -> None:
    assert all(np.min(grid.named[flux.name]) >= 0 for flux in FLUXES)
