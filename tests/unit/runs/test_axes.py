"""The axes of pictures: the same for all settings and both accounts of the same years and assumptions."""

from dataclasses import fields, replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim import PRESETS, Scenario, simulate, sweep
from sim.model.lenses import LENSES
from sim.model.parameters import control
from sim.runs.axes import Extent, axis_extent, axis_is_wide, extent_of
from sim.runs.scenario import NUTRIENTS

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


def in_both_accounts(scenarios: list[Scenario]) -> list[Scenario]:
    return [replace(scenario, lens=lens) for scenario in scenarios for lens in LENSES]


@pytest.mark.parametrize("years", [1, 10, 30])
def test_the_axes_of_a_preset_cover_presets_and_everyday_settings_and_no_more(years: int) -> None:
    presets = [replace(preset, years=years) for preset in PRESETS.values()]
    everyday = [Scenario(ca, d, k2, years) for ca in (1000, 2500) for d in (0, 10_000) for k2 in (0, 500)]
    covered = in_both_accounts([*presets, *everyday])
    shown = axis_extent(simulate(presets[1]))
    assert not any(axis_is_wide(simulate(scenario)) for scenario in covered)
    for name, (low, high) in over(covered).items():
        # Axes are found from 31 times of a run and the run has 121: a turn between two may be missed.
        tolerance = 0.01 * (high - low)
        assert getattr(shown, name) == pytest.approx((low, high), abs=tolerance), name


def test_after_ten_years_bone_has_about_minus_5_to_2_6_percent_and_arteries_1_to_2_75_times() -> None:
    shown = axis_extent(simulate(PRESETS["calcium paradox"]))
    assert shown.bone_change == pytest.approx((-5, 2.6), abs=0.3)
    assert np.array(shown.arteries) / 300 == pytest.approx((1, 2.75), abs=0.1)


@pytest.mark.parametrize("years", [1, 10, 30])
def test_all_presets_have_the_same_axes_in_both_accounts(years: int) -> None:
    presets = in_both_accounts([replace(preset, years=years) for preset in PRESETS.values()])
    assert len({axis_extent(simulate(preset)) for preset in presets}) == 1


@pytest.mark.parametrize(
    "world", [{}, {"years": 2}, {"k_form": "k1"}, {"parameters": {"mgp_block": 1, "osteocalcin_block": 1}}], ids=str
)
def test_another_account_of_the_same_settings_moves_the_lines_and_not_the_axes(world: dict) -> None:
    settings = [*product((200, 500, 900, 2500), (0, 200, 10_000), (0, 100, 500))]
    for calcium, vitamin_d, vitamin_k2 in settings:
        runs = [simulate(s) for s in in_both_accounts([Scenario(calcium, vitamin_d, vitamin_k2, **world)])]
        assert len({axis_is_wide(run) for run in runs}) == 1
        assert len({axis_extent(run) for run in runs}) == 1


def test_one_account_that_leaves_the_usual_axes_widens_those_of_both() -> None:
    """Less calcium than usual, much vitamin D and no K2: bone falls beyond the axes in the story, and only there."""
    story, trials = (simulate(s) for s in in_both_accounts([Scenario(500, 10_000, 0)]))
    usual = axis_extent(simulate(Scenario())).widened(0.02)
    assert [usual.holds(extent_of(run)) for run in (story, trials)] == [False, True]
    assert axis_is_wide(story)
    assert axis_is_wide(trials)


@pytest.mark.parametrize("years", [1, 10, 30])
def test_the_paradox_and_little_k2_fill_the_height_of_the_picture_in_the_story(years: int) -> None:
    def share(quantity: str, *presets: str) -> float:
        low, high = over([replace(PRESETS[name], years=years) for name in presets])[quantity]
        bottom, top = getattr(axis_extent(simulate(Scenario(years=years))).widened(0.06), quantity)
        return (high - low) / (top - bottom)

    assert share("arteries", "calcium paradox") > 0.7
    assert share("arteries", "ordinary diet + tablets") > 0.6
    assert share("arteries", "K2 deficiency") > 0.38
    assert share("bone_change", "calcium paradox") > 0.28
    assert share("bone_change", *PRESETS) > 0.43


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


@pytest.mark.parametrize(("lens", "years"), [*product(LENSES, [1, 10, 30])])
def test_no_curve_is_cut_anywhere_between_the_corners_of_the_controls(lens: str, years: int) -> None:
    grid = np.meshgrid([200, 350, 600, 1000, 1700, 2500], [0, 200, 600, 1500, 4000, 10_000], [0, 20, 60, 150, 500])
    runs = sweep(Scenario(years=years, lens=lens), samples=31, **dict(zip(NUTRIENTS, grid, strict=True)))
    day = runs.last_day()
    for at in np.ndindex(grid[0].shape):
        own = Extent(
            bone_change=(runs.bone_change[..., *at].min(), runs.bone_change[..., *at].max()),
            arteries=(runs.amounts["arteries"][..., *at].min(), runs.amounts["arteries"][..., *at].max()),
            bone_balance=(day["bone"][at],) * 2,
            arteries_balance=(day["arteries"][at],) * 2,
            blood_calcium=(runs.blood_calcium[..., *at].min(), runs.blood_calcium[..., *at].max()),
        )
        calcium, vitamin_d, vitamin_k2 = (float(values[at]) for values in grid)
        scenario = Scenario(calcium, vitamin_d, vitamin_k2, years, lens=lens)
        assert axis_extent(simulate(scenario, samples=31)).widened(0.06).holds(own), scenario


def test_the_axes_depend_on_the_years() -> None:
    ranges = [axis_extent(simulate(Scenario(years=years))).arteries[1] for years in (1, 10, 30)]
    assert ranges == sorted(set(ranges))


def test_the_axes_depend_on_the_form_of_vitamin_k() -> None:
    assert len({axis_extent(simulate(Scenario(k_form=form))) for form in ("mk7", "mk4")}) == 2


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
