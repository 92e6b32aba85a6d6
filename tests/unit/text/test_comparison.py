"""Runs side by side: the same years for all, each beside the balanced run of its own world."""

from dataclasses import replace

import pytest

from sim import PRESETS, Scenario, simulate
from sim.session.pins import Pin, Pins
from sim.text.comparison import QUANTITIES, THIS_RUN, differences_table, side_by_side
from sim.text.sentences import headline

PARADOX = PRESETS["calcium paradox"]
TRIALS = replace(PARADOX, lens="trials")
PINS: Pins = (Pin("trials", TRIALS), Pin("balanced adult", Scenario()))


def test_all_runs_last_as_long_as_this_one_and_keep_their_own_settings() -> None:
    runs = side_by_side(replace(PARADOX, years=25), PINS)
    assert [run.name for run in runs] == [THIS_RUN, "trials", "balanced adult"]
    assert [run.run.scenario for run in runs] == [replace(each, years=25) for each in (PARADOX, TRIALS, Scenario())]


def test_each_run_is_compared_with_the_balanced_run_under_its_own_lens() -> None:
    for run in side_by_side(PARADOX, PINS):
        assert run.balanced.scenario == Scenario(lens=run.run.scenario.lens)
        assert run.sentence() == headline(run.run, run.balanced)


def test_differences_are_absolute_and_in_percent_of_the_balanced_run() -> None:
    own, usual = simulate(PARADOX), simulate(Scenario())
    rows = {row[:2]: row[2:] for row in differences_table(side_by_side(PARADOX, PINS)).rows}
    assert len(rows) == len(QUANTITIES) * 3
    bone, of_balanced = own.amounts["bone"][-1] / 1000, usual.amounts["bone"][-1] / 1000
    assert rows["bone calcium", THIS_RUN] == (
        f"{bone:,.1f} g",
        f"{of_balanced:,.1f} g",
        f"−{of_balanced - bone:,.1f} g",
        f"−{100 * (1 - bone / of_balanced):.1f}",
    )
    activated = rows["MGP activated", THIS_RUN]
    assert activated[0] == f"{100 * own.activation['mgp']:.1f} %"
    assert activated[2].endswith(" percentage points")  # the next column has a difference in percent
    assert {rows[quantity.label, "balanced adult"][2] for quantity in QUANTITIES} == {
        f"{0:.{quantity.decimals}f} {quantity.unit.replace('%', 'percentage points')}" for quantity in QUANTITIES
    }


@pytest.mark.parametrize("quantity", QUANTITIES, ids=lambda quantity: quantity.label)
def test_a_quantity_is_never_zero_in_the_balanced_run_so_that_percent_mean_something(quantity: object) -> None:
    for lens in ("story", "trials"):
        for years in (1, 30):
            assert quantity.of(simulate(Scenario(lens=lens, years=years))) > 0  # type: ignore[attr-defined]
