"""Numbers in the texts of lessons, and what the browser gets of pupils' and of teachers' words."""

from collections.abc import Iterator
from typing import Any

import pytest

from sim import Scenario, simulate
from sim.browser.lesson_tables import lesson_notes, lesson_tables
from sim.lessons import LESSONS, played
from sim.lessons.conditions import check_condition
from sim.lessons.placeholders import fill
from sim.lessons.tasks import KINDS

# Placeholders and conditions.


def test_placeholders_are_filled_by_the_model_and_those_of_the_pupils_run_are_left() -> None:
    tablets = LESSONS["tablets"]
    her = simulate(Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=10))
    lost = -her.ledger()["bone"] / 1000
    assert fill("{she.bone_loss}", tablets) == f"{lost:.0f} g"
    assert fill("{she.calcium}, {she.vitamin_d}, {she.vitamin_k2}", tablets) == "×2, ×5, ×0.1"
    assert fill("{she-neighbour.eaten}, {she-neighbour.eaten_kg}", tablets) == "3,650 g, 3.7 kg"
    assert fill("{run.bone_change}, {drawn}, {run.changed}", tablets) == "{run.bone_change}, {drawn}, {run.changed}"
    assert fill("{goal.arteries_times}, {goal.bone_change}", tablets) == "×1.5, 0.0 %"
    assert fill("{grade.mgp_inhibits}", tablets) in ("animal only", "supported", "established", "contested")
    built, on = (int(fill(text, tablets)) for text in ("{more_d.mgp_built}", "{more_d.mgp_on}"))
    share = simulate(Scenario(vitamin_d=4000)).activation["mgp"]
    assert on / built == pytest.approx(share, abs=0.5 / built)


def test_conditions_of_the_grammar_are_read_and_others_refused() -> None:
    for good in ("", "goal", "changed=many", "changed=vitamin_k2 vitamin_k2<her bone_change<0", "mgp_activation>=40.5"):
        check_condition(good)
    for bad in ("never", "bone_change=0", "bone_change<", "changed=", "her<calcium", "calcium<-", "goal<1"):
        with pytest.raises(ValueError, match="Invalid condition"):
            check_condition(bad)


# What the browser gets.


def plain(value: Any) -> Iterator[Any]:
    """Yield every value in plain data."""
    if isinstance(value, dict):
        for each in value.values():
            yield from plain(each)
    elif isinstance(value, list):
        for each in value:
            yield from plain(each)
    else:
        yield value


def test_the_browser_gets_every_lesson_and_what_is_zero_or_false_as_well() -> None:
    tables = lesson_tables()["LESSONS"]
    assert list(tables) == list(LESSONS)
    tablets = tables["tablets"]
    assert tablets["laterFrom"] == 3
    assert tablets["laterTitle"] == "Why do her arteries harden?"
    assert [step["short"] for step in tablets["steps"]][5:7] == [0, 0]
    stop = tablets["steps"][4]["tasks"][0]
    assert stop["goal"][0] == {"quantity": "bone_change", "at_least": 0}
    assert stop["sliders"]["vitamin_k2"] == {"low": 0, "high": 5, "step": 0.1}
    assert stop["live"] is False
    sort = tablets["steps"][7]["tasks"][1]
    assert [card["box"] for card in sort["cards"]] == [0, 0, 1, 2, 2]
    assert {task["kind"] for step in tablets["steps"] for task in step["tasks"]} == set(KINDS)
    same = tablets["steps"][6]["tasks"][1]["goal"][0]
    assert same["at_most"] - same["at_least"] == pytest.approx(4)
    assert {type(value) for value in plain(tables)} <= {str, int, float, bool}


def test_a_run_of_the_browser_has_its_case_in_the_data() -> None:
    for lesson in lesson_tables()["LESSONS"].values():
        cases = lesson["cases"]
        for step in lesson["steps"]:
            for task in step["tasks"]:
                named = [task[name] for name in ("case", "beside") if name in task]
                named += [dot["case"] for name in ("dots", "dotted") for dot in task.get(name, [])]
                assert set(named) <= set(cases)
        assert lesson["base"] in cases


def test_the_table_of_evidence_says_what_the_account_of_the_run_says() -> None:
    vote = lesson_tables()["LESSONS"]["tablets"]["steps"][5]["tasks"][0]
    assert vote["evidence"]["columns"] == ["", "she", "the neighbour"]
    her = simulate(Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=10)).ledger()
    rows = {row[0]: row[1] for row in vote["evidence"]["rows"]}
    assert rows["out, in urine"] == f"{her['urine'] / 1000:,.0f} g"
    assert rows["bones"] == f"−{-her['bone'] / 1000:.1f} g"


def test_what_teachers_read_is_not_in_what_pupils_get() -> None:
    given = set(plain(lesson_tables()["LESSONS"]))
    for key, notes in lesson_notes()["LESSON_NOTES"].items():
        read_by_teachers = {text for text in plain(notes) if len(text) > 25}
        assert len(read_by_teachers) > 5
        assert not read_by_teachers & given, key
        assert "notes" not in lesson_tables()["LESSONS"][key]
    assert played("tablets").tasks["vote"].expected not in given
