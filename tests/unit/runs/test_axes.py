"""The axes of pictures: the same for all settings and both accounts, wider only where a run leaves them."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim import PRESETS, Scenario, simulate
from sim.model.lenses import LENSES
from sim.runs.axes import axis_range, is_wide
from sim.runs.quantities import CURVES, QUANTITIES

BONE, ARTERIES = QUANTITIES["bone_change"], QUANTITIES["arteries_times"]
FAR = Scenario(500, 10_000, 0)
"""Little calcium, much vitamin D and no K2: bone leaves its axis in the story, and only there."""


def test_after_ten_years_bone_reaches_minus_5_to_2_6_percent_and_arteries_1_to_2_75_times_in_both_accounts() -> None:
    for preset, lens in product(PRESETS.values(), LENSES):
        run = simulate(replace(preset, lens=lens))
        assert axis_range(BONE, run) == (-5, 2.6)
        assert axis_range(ARTERIES, run) == (1, 2.75)
        assert not any(is_wide(each, run) for each in CURVES.values())


def test_one_account_that_leaves_the_axes_widens_those_of_both() -> None:
    story, trials = (simulate(replace(FAR, lens=lens)) for lens in ("story", "trials"))
    assert story.bone_change.min() < -5 < trials.bone_change.min()
    assert axis_range(BONE, story) == axis_range(BONE, trials) == (story.bone_change.min(), 2.6)
    assert is_wide(BONE, trials)
    assert not is_wide(ARTERIES, simulate(Scenario()))


def test_several_runs_share_an_axis_that_holds_them_all() -> None:
    balanced, far = simulate(Scenario()), simulate(FAR)
    assert axis_range(BONE, balanced, far) == axis_range(BONE, far, balanced) == axis_range(BONE, far)


@settings(max_examples=20, deadline=None)
@given(st.integers(200, 2500), st.integers(0, 10_000), st.integers(0, 500), st.sampled_from([1, 10, 30]))
def test_an_axis_holds_its_run_and_its_own_range_and_no_more(calcium: int, d: int, k2: int, years: int) -> None:
    scenario = Scenario(calcium, d, k2, years)
    for each in CURVES.values():
        values = [each.of(simulate(replace(scenario, lens=lens))) for lens in LENSES]
        reached = [*(v.min() for v in values), *(v.max() for v in values), *(each.range or ())]
        assert axis_range(each, simulate(scenario)) == pytest.approx((min(reached), max(reached)))
