"""The axes of pictures: the same for all settings of the same years and assumptions."""

from dataclasses import fields, replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim import PRESETS, Scenario, simulate
from sim.extents import Extent, axis_extent, axis_is_wide, extent_of
from sim.lenses import LENSES
from sim.parameters import control

BOUNDS = [(control(name).low, control(name).high) for name in ("calcium", "vitamin_d", "vitamin_k2")]
CORNERS = [Scenario(calcium, vitamin_d, vitamin_k2) for calcium, vitamin_d, vitamin_k2 in product(*BOUNDS)]
RANGES = [field.name for field in fields(Extent)]


def own_extent(scenario: Scenario) -> Extent:
    return extent_of(simulate(scenario))


def over(scenarios: list[Scenario]) -> dict[str, tuple[float, float]]:
    """Return the lowest and highest of what the runs themselves reach, one run at a time."""
    own = [own_extent(scenario) for scenario in scenarios]
    spans = {name: [getattr(extent, name) for extent in own] for name in RANGES}
    return {name: (min(a for a, _ in pairs), max(b for _, b in pairs)) for name, pairs in spans.items()}


@pytest.mark.parametrize("years", [1, 10, 30])
def test_the_axes_of_a_preset_cover_presets_and_everyday_settings_and_no_more(years: int) -> None:
    presets = [replace(preset, years=years) for preset in PRESETS.values()]
    everyday = [Scenario(ca, d, k2, years) for ca in (500, 2500) for d in (400, 10_000) for k2 in (0, 500)]
    shown = axis_extent(simulate(presets[1]))
    assert not any(axis_is_wide(simulate(scenario)) for scenario in (*presets, *everyday))
    for name, (low, high) in over([*presets, *everyday]).items():
        # Axes are found from 31 times of a run and the run has 121: a turn between two may be missed.
        tolerance = 0.01 * (high - low)
        assert getattr(shown, name) == pytest.approx((low, high), abs=tolerance), name


@pytest.mark.parametrize("years", [1, 10, 30])
def test_all_presets_have_the_same_axes(years: int) -> None:
    shown = {axis_extent(simulate(replace(preset, years=years))) for preset in PRESETS.values()}
    assert len(shown) == 1


@pytest.mark.parametrize("years", [1, 10, 30])
def test_the_axes_widen_for_the_corners_of_the_controls_to_all_that_they_reach(years: int) -> None:
    corners = [replace(corner, years=years) for corner in CORNERS]
    usual = axis_extent(simulate(Scenario(years=years)))
    (widest,) = {axis_extent(simulate(corner)) for corner in corners} - {usual}
    assert all((axis_extent(simulate(c)) == widest) == axis_is_wide(simulate(c)) for c in corners)
    assert widest.holds(usual)
    for name, (low, high) in over(corners).items():
        # Axes are found from 31 times of a run and the run has 121; pictures leave more room than this.
        tolerance = 0.01 * (high - low)
        assert getattr(widest, name)[0] <= low + tolerance, name
        assert getattr(widest, name)[1] >= high - tolerance, name


def test_the_axes_depend_on_the_years() -> None:
    ranges = [axis_extent(simulate(Scenario(years=years))).arteries[1] for years in (1, 10, 30)]
    assert ranges == sorted(set(ranges))


def test_the_axes_depend_on_the_lens_and_the_form_of_vitamin_k() -> None:
    shown = {axis_extent(simulate(Scenario(lens=lens, k_form=form))) for lens in LENSES for form in ("mk7", "mk4")}
    assert len(shown) == 4


def test_the_axes_depend_on_the_parameters() -> None:
    without_k2 = Scenario(parameters={"mgp_strength": 0})
    assert axis_extent(simulate(without_k2)) != axis_extent(simulate(Scenario()))
    other = replace(PRESETS["calcium paradox"], parameters=without_k2.parameters)
    assert axis_extent(simulate(without_k2)) == axis_extent(simulate(other))


@settings(max_examples=20, deadline=None)
@given(st.integers(200, 2500), st.integers(0, 10_000), st.integers(0, 500))
def test_a_run_has_one_of_two_axes_the_usual_ones_or_the_widest(calcium: int, vitamin_d: int, vitamin_k2: int) -> None:
    usual, widest = axis_extent(simulate(Scenario())), axis_extent(simulate(CORNERS[0]))
    assert axis_extent(simulate(Scenario(calcium, vitamin_d, vitamin_k2))) in (usual, widest)


def test_the_extent_of_a_run_is_its_lowest_and_highest_over_time_and_its_balances_on_the_last_day() -> None:
    run, extent = simulate(PRESETS["calcium paradox"]), own_extent(PRESETS["calcium paradox"])
    assert extent.bone_change == (run.bone_change.min(), 0)
    assert extent.arteries == (300, run.amounts["arteries"][-1])
    assert extent.blood_calcium == (run.blood_calcium.min(), run.blood_calcium.max())
    assert extent.bone_balance == (run.last_day()["bone"],) * 2
    assert extent.arteries_balance == (run.last_day()["arteries"],) * 2


def test_an_extent_holds_itself_and_what_lies_within_but_nothing_beyond() -> None:
    extent = Extent((-1.0, 1.0), (0.0, 10.0), (-1.0, 1.0), (-1.0, 1.0), (9.0, 10.0))
    assert extent.holds(extent)
    assert extent.holds(replace(extent, arteries=(2.0, 3.0)))
    for name in RANGES:
        low, high = getattr(extent, name)
        assert not extent.holds(replace(extent, **{name: (low - 0.01, high)})), name
        assert not extent.holds(replace(extent, **{name: (low, high + 0.01)})), name


def test_a_widened_extent_is_longer_at_both_ends_by_the_share_of_its_length() -> None:
    extent = Extent((-1.0, 3.0), (0.0, 10.0), (-1.0, 1.0), (0.0, 0.5), (9.0, 10.0)).widened(0.25)
    assert extent == Extent((-2.0, 4.0), (-2.5, 12.5), (-1.5, 1.5), (-0.125, 0.625), (8.75, 10.25))
