"""Truths 1 to 4 of the popular story: which way absorption, activation, bone and arteries move."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import laws
from support.story import CALCIUM, HORIZONS, VITAMIN_D, VITAMIN_K2, Runs, run_pairs

from sim import Scenario, simulate
from sim.model.equations import COMPARTMENT_NAMES

YEARS = st.sampled_from([1, 3, 10, 30])
ANY_CALCIUM = st.floats(200, 2500)
ANY_D = st.floats(0, 10_000)
LOW_K2 = 50  # ug/day: half of what the balanced adult eats

# A tenth of a second is usual for one example on a busy laptop; time is not what is tested.
quick = settings(max_examples=40)


def apart(low: float, high: float, gap: float) -> st.SearchStrategy[tuple[float, float]]:
    """Return two values with a gap between them wide enough to be seen above rounding."""
    return st.tuples(st.floats(low, high), st.floats(low, high)).map(sorted).filter(lambda p: p[1] - p[0] > gap)  # type: ignore[return-value]


# 1. K2 leaves absorption unchanged.


def test_1_the_rate_law_of_absorption_sees_the_gut_and_vitamin_d_and_nothing_downstream_of_the_gut() -> None:
    names = ("gut", "vitamin_d", "blood", "bone", "arteries", "urine", "faeces", "vitamin_k2")
    assert [name for name in names if laws.depends("absorption", name)] == ["gut", "vitamin_d"]


def test_1_derivatives_of_the_gut_by_every_other_compartment_are_exactly_zero(grid: Runs) -> None:
    jacobian = laws.jacobian(grid.states, grid.values)
    gut = COMPARTMENT_NAMES.index("gut")
    assert np.all(jacobian[gut, gut] < 0)
    assert not np.any(np.delete(jacobian[gut], gut, axis=0))


def test_1_runs_that_differ_only_in_k2_agree_in_absorption(grid: Runs) -> None:
    absorption = grid.named["absorption"]
    assert np.abs(absorption / absorption[..., :1] - 1).max() < 1e-9  # the number; measured: 0


# 2. Absorption rises with vitamin D and with intake, both with diminishing returns.


@pytest.mark.parametrize(("axis", "steps"), [(0, CALCIUM), (1, VITAMIN_D)], ids=["intake", "vitamin D"])
def test_2_absorption_rises_with_diminishing_returns(grid: Runs, axis: int, steps: np.ndarray) -> None:
    absorption = np.moveaxis(grid.named["absorption"][grid.at(1)], axis, -1)
    gain_per_unit = np.diff(absorption) / np.diff(steps)
    assert np.all(gain_per_unit > 0)
    assert np.all(np.diff(gain_per_unit) < 0)


def fraction_absorbed(calcium: float, vitamin_d: float) -> float:
    result = simulate(Scenario(calcium=calcium, vitamin_d=vitamin_d, years=1))
    return float(result.fluxes["absorption"][-1] / calcium)


SUPPLIES = np.arange(0, 10_001, 100.0)


def serum(vitamin_d: float) -> float:
    return simulate(Scenario(vitamin_d=vitamin_d, years=1), samples=2).serum_25ohd


def test_2_fraction_absorbed_at_1000_mg_is_12_to_16_percent_in_frank_deficiency() -> None:
    assert serum(0) == pytest.approx(10, abs=1)  # "about 10 nmol/L at none"
    assert 0.12 <= fraction_absorbed(1000, 0) <= 0.16


def test_2_fraction_absorbed_at_1000_mg_is_20_to_26_percent_at_50_nmol_per_litre_and_23_to_32_at_110() -> None:
    at_50, at_110 = np.interp([50, 110], [serum(d) for d in SUPPLIES], SUPPLIES)
    assert 0.20 <= fraction_absorbed(1000, float(at_50)) <= 0.26
    assert 0.23 <= fraction_absorbed(1000, float(at_110)) <= 0.32


def test_2_about_45_percent_is_absorbed_at_200_mg_and_15_percent_above_2000() -> None:
    assert fraction_absorbed(200, 800) == pytest.approx(0.45, abs=0.02)  # "about": the data have two digits
    assert fraction_absorbed(2000, 800) == pytest.approx(0.15, abs=0.02)
    assert fraction_absorbed(2500, 800) == pytest.approx(0.15, abs=0.02)


def test_2_vitamin_d_status_is_that_of_trials_at_the_default_at_4000_and_at_10000_iu() -> None:
    assert 40 <= serum(800) <= 55
    assert 105 <= serum(4000) <= 125
    assert 130 <= serum(10_000) <= 160


# 3. Both activated fractions rise with K2 and saturate, osteocalcin at lower doses than MGP.


def activation(protein: str) -> np.ndarray:
    doses = np.linspace(0, 500, 51)
    return np.array([simulate(Scenario(vitamin_k2=k, years=1), samples=2).activation[protein] for k in doses])


@pytest.mark.parametrize("protein", ["osteocalcin", "mgp"])
def test_3_activated_fractions_rise_with_k2_and_saturate(protein: str) -> None:
    fraction = activation(protein)
    rise = np.diff(fraction)
    assert fraction[0] >= 0
    assert fraction[-1] <= 1
    assert np.all(rise > 0)
    assert np.all(np.diff(rise) < 0)
    # The second half of the range gives less than half of what the first gives; a straight line: as much.
    assert fraction[50] - fraction[25] < 0.5 * (fraction[25] - fraction[0])


def test_3_osteocalcin_saturates_at_lower_doses_than_mgp() -> None:
    osteocalcin, mgp = ((f - f[0]) / (f[-1] - f[0]) for f in map(activation, ("osteocalcin", "mgp")))
    assert np.all(osteocalcin[1:-1] > mgp[1:-1])


# 4. Bone rises with K2; arteries fall with K2; at low K2 arteries rise with calcium and with vitamin D.


@pytest.mark.parametrize("years", HORIZONS)
def test_4_at_the_horizon_bone_rises_and_arteries_fall_with_k2(grid: Runs, years: int) -> None:
    at = grid.at(years)
    assert np.all(np.diff(grid["bone"][at], axis=-1) > 0)
    assert np.all(np.diff(grid["arteries"][at], axis=-1) < 0)


@pytest.mark.parametrize("years", HORIZONS)
def test_4_at_low_k2_arteries_rise_with_calcium_and_with_vitamin_d(grid: Runs, years: int) -> None:
    arteries = grid["arteries"][grid.at(years)][:, :, VITAMIN_K2 <= LOW_K2]
    assert np.all(np.diff(arteries, axis=0) > 0)
    assert np.all(np.diff(arteries, axis=1) > 0)


@quick
@given(ANY_CALCIUM, ANY_D, apart(0, 500, 1), YEARS)
def test_4_of_any_two_runs_the_one_with_more_k2_has_more_bone_and_softer_arteries(
    calcium: float, vitamin_d: float, k2: tuple[float, float], years: int
) -> None:
    runs = run_pairs([(calcium, vitamin_d, k) for k in k2], years)
    assert runs["bone"][-1, 1] > runs["bone"][-1, 0]
    assert runs["arteries"][-1, 1] < runs["arteries"][-1, 0]


@quick
@given(apart(200, 2500, 10), apart(0, 10_000, 20), st.floats(0, LOW_K2), YEARS)
def test_4_of_any_runs_at_low_k2_more_calcium_or_more_vitamin_d_hardens_arteries(
    calcium: tuple[float, float], vitamin_d: tuple[float, float], k2: float, years: int
) -> None:
    (less, more), (little, much) = calcium, vitamin_d
    base, eaten, sun = run_pairs([(less, little, k2), (more, little, k2), (less, much, k2)], years)["arteries"][-1]
    assert eaten > base
    assert sun > base
