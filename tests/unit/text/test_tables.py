"""The numbers behind the pictures: rows that add up, units in the heads, first and last rows of the run."""

import re
from dataclasses import replace

import pytest
from support.for_each import for_each

from sim import PRESETS, Run, Scenario, simulate
from sim.content.intakes import INTAKES, above_upper_limit
from sim.content.intakes import table as intakes_table
from sim.figures import FIGURES
from sim.runs.many import balanced_run
from sim.text.sentences import ledger_sentence
from sim.text.tables import TABLES, Table, ledger_table

SCENARIOS = [replace(preset, years=years) for preset in PRESETS.values() for years in (1, 10, 30)]
SCENARIOS += [Scenario(2500, 10_000, 500, 30), Scenario(200, 0, 0, 7), Scenario(calcium=1150, years=2)]
HAS_UNIT = re.compile(
    r"\[(mg|g|%|% since the start|times start|times the start|mg/dL|mg/day|µg/day|% of eaten|its unit)\]$"
)


def value(text: str) -> float:
    return float(text.replace("−", "-").replace(",", ""))


def made(name: str, run: Run) -> Table:
    return TABLES[name](run, balanced_run(run.scenario))


@for_each("scenario", SCENARIOS)
def test_the_rows_of_the_ledger_add_up_to_the_eaten_row(scenario: Scenario) -> None:
    run = simulate(scenario)
    rows = {name: (value(grams), value(percent)) for name, grams, percent in ledger_table(run).rows}
    assert list(rows) == ["faeces", "urine", "bone", "arteries", "blood and gut", "sum", "eaten"]
    # In years, as the sentence beside it: 3,652 whole days would not multiply to what was eaten.
    assert ledger_table(run).caption.removeprefix("Calcium ledger of ") in ledger_sentence(run)
    for column in (0, 1):
        parts = [row[column] for name, row in rows.items() if name not in ("sum", "eaten")]
        assert round(sum(parts), 9) == rows["eaten"][column]
    assert rows["sum"] == rows["eaten"]
    assert rows["eaten"] == (pytest.approx(scenario.calcium * scenario.years * 0.36525, abs=0.005), 100)  # 0.01 shown
    change = run.amounts["bone"][-1] - run.amounts["bone"][0]
    # 0.01 g is shown, and a row may be the one next to the nearest, so that all add up.
    assert rows["bone"][0] == pytest.approx(change / 1000, abs=0.01)


@for_each(("years", "eaten"), [(2, "840.08"), (6, "2,520.22"), (14, "5,880.52")])
def test_what_was_eaten_is_rounded_from_the_intake_and_not_from_the_last_digits_of_the_solver(
    years: int, eaten: str
) -> None:
    run = simulate(Scenario(calcium=1150, years=years))  # a half to round each time
    *_, (_, whole, _), (_, printed, _) = ledger_table(run).rows
    assert whole == printed == eaten
    assert f"Of {eaten} g" in ledger_sentence(run)


@for_each("scenario", SCENARIOS)
def test_the_first_and_last_rows_are_the_start_and_the_end_of_the_run(scenario: Scenario) -> None:
    run, balanced = simulate(scenario), balanced_run(scenario)
    curves = {
        "bone": [run.amounts["bone"] / 1000, run.bone_change, balanced.bone_change],
        "arteries": [run.arteries_times, run.amounts["arteries"], balanced.arteries_times],
        "blood": [run.blood_calcium, balanced.blood_calcium],
    }
    for name, columns in curves.items():
        rows = [[value(cell) for cell in row] for row in made(name, run).rows]
        assert rows[0][0] == 0
        assert rows[-1][0] == scenario.years
        assert len(rows) == 11
        for shown, at in ((rows[0], 0), (rows[-1], -1)):
            # One decimal is the coarsest that is shown.
            assert shown[1:] == pytest.approx([column[at] for column in columns], abs=0.05 + 1e-9), name
        assert [row[0] for row in rows] == sorted({row[0] for row in rows})


@for_each("scenario", SCENARIOS)
def test_the_table_of_a_day_has_the_last_days_fluxes_and_they_add_up(scenario: Scenario) -> None:
    run = simulate(scenario)
    now = {name: value(this) for name, this, _ in made("daily_calcium", run).rows}
    reference = {name: value(that) for name, _, that in made("daily_calcium", run).rows}
    assert now["eaten"] == scenario.calcium
    assert now["absorbed"] == pytest.approx(run.fluxes["absorption"][-1], abs=0.0005 + 1e-9)  # 0.001 shown
    assert reference == pytest.approx(balanced_run(scenario).last_day(), abs=0.0005 + 1e-9)
    went = sum(now[name] for name in ("faeces", "urine", "bone", "arteries"))
    # What is eaten and does not leave or settle is in blood and gut, which drift by far less than 0.1 mg a day.
    assert went == pytest.approx(now["eaten"], abs=0.1)


@for_each("k2", [0, 10, 333, 500])
def test_the_table_of_activation_begins_with_the_current_dose(k2: int) -> None:
    run = simulate(Scenario(vitamin_k2=k2))
    (dose, *now), *rows = made("activation", run).rows
    assert dose == f"now: {k2}"
    expected = [100 * run.activation[protein] for protein in ("osteocalcin", "mgp")]
    assert [value(cell) for cell in now] == pytest.approx(expected, abs=0.05)  # one decimal shown
    assert [row[0] for row in rows] == [str(dose) for dose in range(0, 501, 50)]


@for_each("name", [*TABLES, "ledger"])
def test_each_table_has_units_in_its_heads_and_a_cell_under_every_head(name: str) -> None:
    run = simulate(PRESETS["calcium paradox"])
    table = ledger_table(run) if name == "ledger" else made(name, run)
    first, *others = table.columns
    assert first in ("years", "on the last day", "where it went", "assumption") or HAS_UNIT.search(first)
    assert all(HAS_UNIT.search(head) for head in others), table.columns
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert table.caption


def test_each_picture_has_its_table() -> None:
    assert set(TABLES) == set(FIGURES)


def test_markdown_has_heads_a_rule_and_one_line_a_row() -> None:
    table = Table("Caption", ("years", "this run [mg]"), [("0", "300.0"), ("1", "−1.5")])
    assert table.to_markdown().splitlines() == [
        "| years | this run [mg] |", "| :--- | ---: |", "| 0 | 300.0 |", "| 1 | −1.5 |",
    ]  # fmt: skip


def test_the_table_of_intakes_says_none_set_where_none_is_and_has_teenagers_and_adults() -> None:
    heads, rows = (table := intakes_table()).columns, table.rows
    assert len(rows) == len(INTAKES)
    assert {len(row) for row in rows} == {len(heads)}
    assert ("Vitamin K2", "any age", "none set", "none set") in rows
    assert ("Calcium", "teenager, 14 to 18 years", "1,300 mg/day", "3,000 mg/day") in rows
    assert ("Vitamin D", "adult, 19 to 70 years", "600 IU/day", "4,000 IU/day") in rows


def test_a_setting_is_remarked_only_above_an_adults_upper_limit() -> None:
    assert above_upper_limit(Scenario(2500, 4000, 500)) == []
    (remark,) = above_upper_limit(Scenario(2500, 4001, 500))
    assert remark == "Vitamin D 4,001 IU/day is above an adult's upper limit of 4,000 IU/day."
    assert [i.upper_limit for i in INTAKES if i.nutrient == "vitamin_k2"] == [None]
