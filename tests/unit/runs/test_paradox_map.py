"""The paradox map: its numbers are those of single runs, and its region is the paradox as the sentences define it."""

import csv
from dataclasses import replace
from io import StringIO
from itertools import product

import numpy as np
import pytest

from sim import PRESETS, Scenario, simulate
from sim.export.map_data import COLUMNS, map_bytes
from sim.model.parameters import control
from sim.runs.many import balanced_run, sweep
from sim.runs.paradox_map import ACROSS, UPWARDS, ParadoxMap, nodes, paradox_map
from sim.runs.verdict import shows_paradox
from sim.text.descriptions import describe_map
from sim.text.sentences import NOTICE, RATS_ONLY, provenance
from sim.text.tables import map_table
from sim.text.values import signed

PARADOX, BALANCED = PRESETS["calcium paradox"], PRESETS["balanced"]
# Arteries that never gain: there the balanced adult's gain is no limit to go by.
NO_DEPOSITION = Scenario(parameters={"deposition_baseline": 0, "k_clearance": 0})
CLEARED = Scenario(parameters={"k_clearance": 0.001})
WORLDS = [
    *(replace(PARADOX, years=years) for years in (1, 10, 30)),
    replace(PARADOX, lens="trials"),
    Scenario(400, 100, years=7, k_form="k1"),
    Scenario(parameters={"mgp_block": 1}),
    NO_DEPOSITION,
    CLEARED,
]
COLUMN = {"calcium": "calcium_mg_per_day", "vitamin_d": "vitamin_d_IU_per_day", "vitamin_k2": "vitamin_k_ug_per_day"}
MAPS = [*product(WORLDS, UPWARDS)]


def at(found: ParadoxMap, scenario: Scenario) -> tuple[int, int]:
    """Return row and column of a setting that is a node."""
    (row,) = np.flatnonzero(found.upwards == getattr(scenario, found.up))
    (column,) = np.flatnonzero(found.vitamin_k2 == scenario.vitamin_k2)
    return int(row), int(column)


def settings(found: ParadoxMap, every: int) -> list[tuple[int, int, Scenario]]:
    """Return row, column and scenario of some nodes, the corners included."""
    rows, columns = ([*range(0, n, every), n - 1] for n in found.paradox.shape)
    return [
        (i, j, replace(found.world, **{found.up: found.upwards[i], ACROSS: found.vitamin_k2[j]}))
        for i, j in product(rows, columns)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("scenario", "up"), MAPS)
def test_every_node_has_the_numbers_and_the_verdict_of_its_own_run(scenario: Scenario, up: str) -> None:
    found = paradox_map(scenario, up)
    for i, j, setting in settings(found, 13):
        run = simulate(setting)
        # The solver's relative tolerance is 1e-5 of an amount; bone is told in percent, arteries as a multiple.
        assert found.bone_change[i, j] == pytest.approx(run.bone_change[-1], abs=100 * 1e-5)
        assert found.arteries_times[i, j] == pytest.approx(run.arteries_times[-1], rel=1e-4)
        assert found.paradox[i, j] == shows_paradox(run, balanced_run(setting)), setting


@pytest.mark.parametrize(("scenario", "up"), MAPS)
def test_the_margin_is_at_least_zero_where_the_paradox_shows_and_nowhere_else(scenario: Scenario, up: str) -> None:
    found = paradox_map(scenario, up)
    assert np.isfinite(found.margin).all()
    runs = sweep(found.world, samples=2, **{up: found.upwards[:, None], ACROSS: found.vitamin_k2})
    assert np.array_equal(found.paradox, shows_paradox(runs, balanced_run(found.world, 2)))


@pytest.mark.parametrize("years", [1, 10, 30])
@pytest.mark.parametrize("up", UPWARDS)
def test_the_region_holds_the_preset_of_its_name_and_not_the_balanced_adult(up: str, years: int) -> None:
    for preset, inside in ((PARADOX, True), (BALANCED, False), (PRESETS["paradox resolved with K2"], False)):
        found = paradox_map(replace(preset, years=years), up)
        assert found.paradox[at(found, preset)] == inside
    assert 0 < paradox_map(PARADOX, up).share() < 0.5


@pytest.mark.parametrize("calcium", [1000, 1500, 2000, 2500])
@pytest.mark.parametrize("years", [1, 10, 30])
def test_the_region_leans_more_vitamin_d_needs_more_k2(calcium: float, years: int) -> None:
    found = paradox_map(Scenario(calcium, years=years))
    k2 = np.arange(0, 500.5, 0.5)
    inside = found.margin_at(k2, np.array([1500, 2500, 4000, 7000, 10_000])) >= 0
    assert inside[:, 0].all()
    assert (np.diff(inside.astype(int), axis=1) <= 0).all()  # from no K2 up to one edge, without holes
    assert (np.diff(inside.sum(axis=1)) > 0).all()  # and this edge goes to more K2 with every step of vitamin D


def test_without_a_need_that_rises_with_vitamin_d_the_region_does_not_lean() -> None:
    found = paradox_map(replace(PARADOX, parameters={"need_slope": 0}))
    k2 = np.arange(0, 500.5, 0.5)
    edge = (found.margin_at(k2, np.array([1500, 4000, 10_000])) >= 0).sum(axis=1)
    assert (np.diff(edge) <= 0).all()


@pytest.mark.parametrize(("years", "up"), [*product([1, 10, 30], UPWARDS)])
def test_going_by_human_trials_there_is_no_region(years: int, up: str) -> None:
    trials = replace(PARADOX, years=years, lens="trials")
    found = paradox_map(trials, up)
    assert not found.paradox.any()
    assert found.share() == 0
    assert found.span(getattr(trials, up)) is None
    assert "no setting on this map shows the calcium paradox" in describe_map(found, trials)


def test_where_no_calcium_is_laid_down_arteries_never_harden() -> None:
    assert not paradox_map(NO_DEPOSITION).paradox.any()
    assert paradox_map(NO_DEPOSITION).bone_change.min() < -1  # bone alone would do


@pytest.mark.parametrize("name", [ACROSS, *UPWARDS])
def test_nodes_are_steps_of_the_slider_closer_at_the_low_end_and_hold_every_preset_on_a_step(name: str) -> None:
    row, found = control(name), nodes(name)
    assert (found[0], found[-1]) == (row.low, row.high)
    gaps = np.diff(found)
    assert (gaps >= row.step).all()
    assert (np.diff(gaps) >= 0).all()
    assert ((found - row.low) % row.step == 0).all()
    # The ordinary diet's K2 is what people eat, 29 ug/day, and no step.
    asked = {getattr(preset, name) for preset in PRESETS.values()}
    assert {value for value in asked if (value - row.low) % row.step == 0} <= set(found)
    assert len(found) in (41, 47)


def test_a_map_is_solved_once_for_all_settings_on_it() -> None:
    found = paradox_map(PARADOX)
    assert paradox_map(replace(PARADOX, vitamin_d=0, vitamin_k2=333)) is found
    for other in (replace(PARADOX, calcium=1950), replace(PARADOX, years=9), replace(PARADOX, lens="trials"),
                  replace(PARADOX, k_form="mk4"), replace(PARADOX, parameters={"mgp_strength": 0.5})):  # fmt: skip
        assert paradox_map(other) is not found
    across = paradox_map(PARADOX, "calcium")
    assert across is not found
    assert paradox_map(replace(PARADOX, calcium=200)) is not found
    assert paradox_map(replace(PARADOX, calcium=200), "calcium") is across


def test_share_and_span_of_a_map_made_by_hand() -> None:
    """Inside is what has less K2 than 100 ug/day, whatever the vitamin D."""
    k2, d = nodes(ACROSS), nodes("vitamin_d")
    margin = np.broadcast_to(1 - k2 / 100, (len(d), len(k2)))
    found = ParadoxMap(Scenario(), "vitamin_d", k2, d, margin, margin, margin)
    assert found.share() == pytest.approx(21 / 101)  # 0 to 100 in steps of 5, of all steps to 500
    assert found.span(4321) == (0, 100)
    assert found.margin_at(np.array([50, 110]), np.array([0, 777])) == pytest.approx(np.array([[0.5, -0.1]] * 2))


def test_a_nutrient_that_cannot_go_up_is_named() -> None:
    with pytest.raises(ValueError, match=r"Invalid nutrient 'years'\. Must be one of: vitamin_d, calcium\."):
        paradox_map(Scenario(), "years")


@pytest.mark.parametrize("scenario", [PARADOX, BALANCED, replace(PARADOX, vitamin_d=0, years=1), Scenario(200, 0, 0)])
def test_the_words_tell_the_numbers_of_this_map_and_of_this_run(scenario: Scenario) -> None:
    found, run = paradox_map(scenario), simulate(scenario)
    text = describe_map(found, scenario)
    for number in (found.bone_change.min(), found.bone_change.max(), run.bone_change[-1]):
        assert f"{signed(number)}" in text
    assert f"×{run.arteries_times[-1]:.1f}" in text
    inside = bool(shows_paradox(run, balanced_run(scenario)))
    region = bool(found.paradox.any())
    assert (", inside that region" in text, ", outside that region" in text) == (inside, region and not inside)
    span = found.span(scenario.vitamin_d)
    if not region:
        assert "no setting on this map shows the calcium paradox" in text
    elif span:
        assert f"it holds at vitamin K2 {span[0]:.0f} to {span[1]:.0f} µg/day" in text
    else:
        assert "there is none" in text
    assert (RATS_ONLY in text) == (found.arteries_times.min() < 1)


@pytest.mark.parametrize("up", UPWARDS)
def test_the_table_has_every_fifth_node_and_both_ends(up: str) -> None:
    found = paradox_map(PARADOX, up)
    table = map_table(found)
    cells = {(row[0], row[1]): row[2:] for row in table.rows}
    assert len(cells) == len(table.rows) >= 81
    assert all(len(row) == len(table.columns) for row in table.rows)
    for i, j in ((0, 0), (5, 5), (-1, -1)):
        key = (f"{found.upwards[i]:,.0f}", f"{found.vitamin_k2[j]:,.0f}")
        paradox = "yes" if found.paradox[i, j] else "no"
        assert cells[key] == (signed(found.bone_change[i, j], 2), f"{found.arteries_times[i, j]:.2f}", paradox)


@pytest.mark.parametrize("up", UPWARDS)
def test_the_csv_gives_back_the_whole_grid_with_notice_and_settings(up: str) -> None:
    found = paradox_map(PARADOX, up)
    rows = list(csv.DictReader(StringIO(map_bytes(found, PARADOX, "csv").decode())))
    assert tuple(rows[0]) == COLUMNS
    assert {(row["made_with"], row["notice"]) for row in rows} == {(provenance(PARADOX).replace("µ", "u"), NOTICE)}
    bone = np.array([float(row["value"]) for row in rows if row["quantity"] == "bone_change"])
    # Eight digits are written, and none finer than a billionth.
    assert bone.reshape(found.bone_change.shape) == pytest.approx(found.bone_change, rel=5e-8, abs=5e-10)
    grid = [
        (float(row[COLUMN[up]]), float(row[COLUMN[ACROSS]])) for row in rows if row["quantity"] == "calcium_paradox"
    ]
    assert grid == [*product(found.upwards, found.vitamin_k2)]
    (other,) = set(UPWARDS) - {up}
    assert {row[COLUMN[other]] for row in rows} == {f"{getattr(PARADOX, other):g}"}
