"""Pinned runs: at most four, each with a name of its own, in the order the reader gives them."""

from dataclasses import replace

import pytest
from support.for_each import for_each

from sim import PRESETS, Scenario
from sim.session.pins import Pin, Pins, add, move_up, remove, rename, suggested_name

ABC: Pins = tuple(Pin(name, Scenario(vitamin_k2=k2)) for name, k2 in (("a", 0), ("b", 50), ("c", 100)))


def names(pins: Pins) -> list[str]:
    return [pin.name for pin in pins]


def test_a_pin_knows_no_years_so_that_all_runs_are_compared_over_the_same() -> None:
    assert Pin("a", Scenario(years=30)) == Pin("a", Scenario(years=1))
    assert Pin("a", Scenario(years=30)).over(5) == Scenario(years=5)


def test_pins_are_added_at_the_end_renamed_moved_and_removed() -> None:
    assert names(add(ABC, Scenario(), " my  run ")) == ["a", "b", "c", "my run"]
    assert names(rename(ABC, 1, "other")) == ["a", "other", "c"]
    assert [names(move_up(ABC, index)) for index in range(3)] == [["b", "c", "a"], ["b", "a", "c"], ["a", "c", "b"]]
    assert names(remove(ABC, 1)) == ["a", "c"]
    assert rename(ABC, 1, "other")[1].scenario == ABC[1].scenario


def test_a_fifth_pin_is_refused() -> None:
    four = add(ABC, Scenario())
    with pytest.raises(ValueError, match=r"Invalid pin number '5'. Must be at most 4: remove one first."):
        add(four, Scenario())


@for_each("name", ["a", " a "])
def test_a_name_that_is_taken_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"Invalid name 'a'. Must differ"):
        add(ABC, Scenario(), name)
    with pytest.raises(ValueError, match=r"Invalid name 'a'. Must differ"):
        rename(ABC, 2, name)
    assert names(rename(ABC, 0, name)) == ["a", "b", "c"]  # its own name is not taken


@for_each("name", ["", "   ", "x" * 37, "a~b", "line\x00"])
def test_a_name_that_no_link_can_hold_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"Invalid name '.*'. Must have 1 to 36 letters"):
        rename(ABC, 0, name)


@for_each("name", ["\t=1", "a\tb", "a\rb", "a\nb", "\u202etrick", "a\u200bb", "\u3164", "\u0301a", "\ud800"])
def test_signs_that_nobody_sees_are_refused_and_made_visible_where_the_name_is_told(name: str) -> None:
    with pytest.raises(ValueError, match=r"Invalid name '.*'. Must have 1 to 36 letters, .* visible signs") as error:
        Pin(name, Scenario())
    assert str(error.value).isprintable()


@for_each("sign", ["=", "+", "-", "@", "−", "＝", "＋", "－", "＠", "﹣"])
def test_a_name_that_a_spreadsheet_takes_for_a_formula_is_refused(sign: str) -> None:
    for name in (f"{sign}1+1", f"  {sign}A1", f"a;{sign}1+1", f"a; {sign}1"):
        with pytest.raises(ValueError, match=r"Invalid name '.*'. Must not begin with =, \+, -, − or @"):
            Pin(name, Scenario())
    for name in (f"K2 {sign} 1", f"a{sign}", f"a;b{sign}"):
        assert Pin(name, Scenario()).name == name


@for_each("name", ["this run", "This  RUN", "thisrun", "this-run", "ｔhis run", "balanced run", "Balanced Run."])
def test_a_pin_cannot_take_the_name_of_a_run_that_is_not_pinned(name: str) -> None:
    with pytest.raises(ValueError, match=r"Invalid name '.*'. Must not be 'this run' or 'balanced run'"):
        add((), Scenario(), name)
    assert names(add((), Scenario(), "this run 2")) == ["this run 2"]


def test_a_run_is_called_as_its_preset_or_by_its_numbers_and_never_as_another() -> None:
    paradox = PRESETS["calcium paradox"]
    trials = replace(paradox, lens="trials")
    assert suggested_name((), paradox) == "calcium paradox"
    assert suggested_name((), trials) == "calcium paradox, trials"
    assert suggested_name((), Scenario(vitamin_k2=11)) == "1000/800/11"
    pins: Pins = ()
    for _ in range(4):
        pins = add(pins, replace(PRESETS["paradox resolved with K2"], lens="trials"))
    assert len(set(names(pins))) == 4
