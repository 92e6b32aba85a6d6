"""What a task may ask for is read from the end of a run, and counts as a change from where the page says so."""

import pytest
from support.for_each import for_each

from sim import PRESETS, Scenario, simulate
from sim.lessons.measures import MEASURES, Measure, outcome
from sim.runs.many import balanced_run


def test_a_measure_is_read_from_the_end_of_a_run() -> None:
    result = simulate(PRESETS["calcium paradox"])
    day = result.last_day()
    assert MEASURES["day_absorbed"].read(result) == day["absorbed"]
    assert MEASURES["absorbed_share"].read(result) == pytest.approx(100 * day["absorbed"] / 2000)  # rounding of intake
    assert MEASURES["bone_change"].read(result) == result.bone_change[-1]
    assert MEASURES["arteries_times"].read(result) == result.arteries_times[-1]
    assert MEASURES["mgp_activation"].read(result) == 100 * result.activation["mgp"]
    assert MEASURES["day_urine"].read(result) == day["urine"]


def test_bone_changes_where_its_new_level_is_one_percent_away() -> None:
    # After its time constant of 2,000 days bone has gone 63 % of the way.
    for years, percent in ((2000 / 365.25, 0.632), (30, 0.996)):
        assert MEASURES["bone_change"].notable(simulate(Scenario(years=years))) == pytest.approx(percent, abs=0.0005)


def test_arteries_change_from_half_of_the_balanced_gain_on() -> None:
    paradox = simulate(PRESETS["calcium paradox"])
    gain = balanced_run(paradox.scenario).arteries_times[-1] - 1
    assert MEASURES["arteries_times"].notable(paradox) == pytest.approx(gain / 2)  # rounding


def test_an_outcome_is_of_the_second_run_against_the_first() -> None:
    usual, paradox = simulate(PRESETS["balanced"]), simulate(PRESETS["calcium paradox"])
    assert [outcome(MEASURES["bone_change"], *runs) for runs in ((usual, paradox), (paradox, usual))] == [
        "falls",
        "rises",
    ]


@for_each("measure", MEASURES.values())
def test_a_measure_stays_between_a_run_and_itself(measure: Measure) -> None:
    balanced = simulate(PRESETS["balanced"])
    assert outcome(measure, balanced, balanced) == "stays"
