"""Sentences and text alternatives: every number is this run's, and no word says more than the run shows."""

import re
from collections.abc import Callable
from dataclasses import replace
from math import exp
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.for_each import for_each

from sim import MODEL_VERSION, PRESETS, Run, Scenario, simulate
from sim.figures import FIGURES, PANEL
from sim.runs.many import balanced_run, plausible_ranges
from sim.runs.verdict import verdict
from sim.text.sentences import (
    HARMS_OF_VITAMIN_D,
    LOWER_DENSITY,
    NOTICE,
    RATS_ONLY,
    contrast,
    headline,
    ledger_sentence,
    printed,
    provenance,
    settings_line,
)
from sim.text.tables import TABLES
from sim.text.values import signed

DESCRIBE = {name: picture.describe for name, picture in {**FIGURES, "panel": PANEL}.items()}
ADVICE = re.compile(r"\b(should|recommend\w*|take|you need|must|ought)\b", re.IGNORECASE)
SCENARIOS = st.builds(
    Scenario, st.integers(200, 2500), st.integers(0, 10_000), st.integers(0, 500), st.sampled_from([1, 3, 10, 30])
)
YEARS = [1, 10, 30]
random_runs = settings(max_examples=30)


FALLS_AND_HARDEN = "bone falls and arteries harden "


def value(text: str) -> float:
    return float(text.replace("−", "-").replace(",", ""))


def told(sentence: str) -> tuple[float, float, float]:
    """Return the numbers of a headline: change of bone in percent, arteries in times start, years."""
    found = re.match(r"In the popular story: bone (\S+) %, arteries ×(\S+) after (\S+) years?: ", sentence)
    assert found, sentence
    bone, times, years = map(value, found.groups())
    return bone, times, years


def made_up(bone: float, gain: float, gut: float = 1, **settings: Any) -> Run:
    """Return a run that ends with this change of bone [%], gain of arteries [mg] and times the calcium in the gut."""
    run = simulate(Scenario(**{"vitamin_k2": 20, **settings}), samples=2)
    ends = {"bone": np.array([1e6, 1e4 * (100 + bone)]), "arteries": np.array([300.0, 300.0 + gain]),
            "gut": run.amounts["gut"] * gut}  # fmt: skip
    return replace(run, amounts=MappingProxyType({**run.amounts, **ends}))


def made_up_balanced(gain: float) -> Run:
    return replace(made_up(0, gain), scenario=Scenario())


def check_headline(scenario: Scenario) -> None:
    run, balanced = simulate(scenario), balanced_run(scenario)
    sentence = headline(run, balanced)
    bone, times, years = told(sentence)
    arteries = run.amounts["arteries"]
    # One decimal is shown: half of it is what rounding may take away, and a little for the half itself.
    assert abs(bone - run.bone_change[-1]) <= 0.05 + 1e-9
    assert abs(times - arteries[-1] / arteries[0]) <= 0.05 + 1e-9
    assert years == scenario.years
    falls = run.bone_change[-1] <= -(1 - exp(-years * 365.25 / 2000))
    # Where the word must stand is asked in test_one_word.py, of 500 settings.
    assert ("no paradox" in sentence) == ("calcium paradox" not in sentence and run.scenario != balanced.scenario)
    assert ("falls" in sentence.split(" years")[-1].split(";")[0]) == falls
    assert (HARMS_OF_VITAMIN_D in sentence) == (scenario.vitamin_d > 4000)
    assert ("outside the usual range" in sentence) != (8.8 <= run.blood_calcium[-1] <= 10.3)
    assert len(sentence) < 500
    shrinks = arteries[-1] < arteries[0]
    for text in (sentence, DESCRIBE["arteries"](run, balanced), DESCRIBE["panel"](run, balanced)):
        assert text.count(RATS_ONLY) == shrinks
    for words in (sentence, *(describe(run, balanced) for describe in DESCRIBE.values())):
        assert not ADVICE.search(words), words


@for_each("years", YEARS)
@for_each("name", PRESETS)
def test_the_headline_of_a_preset_says_what_its_run_shows(name: str, years: int) -> None:
    check_headline(replace(PRESETS[name], years=years))


@random_runs
@given(SCENARIOS)
def test_the_headline_of_any_run_says_what_it_shows(scenario: Scenario) -> None:
    check_headline(scenario)


@for_each(
    ("bone", "gain", "gut", "words"),
    [
        (-1.0, 150, 2, FALLS_AND_HARDEN + "although more calcium is absorbed: **calcium paradox**."),
        (-8.0, 900, 2, FALLS_AND_HARDEN + "although more calcium is absorbed: **calcium paradox**."),
        (-1.0, 150, 1, FALLS_AND_HARDEN + "without more calcium absorbed: **too little K2**; no paradox."),
        (
            -1.0,
            150,
            0.5,
            FALLS_AND_HARDEN
            + "without more calcium absorbed: **too little K2**, and little calcium absorbed; no paradox.",
        ),
        (-0.8, 150, 2, "bone hardly changes but arteries harden faster than in the balanced run; no paradox."),
        (-1.2, 149, 1, "bone falls but arteries gain about as much as in the balanced run; no paradox."),
        (-1.2, 60, 1, "bone falls but arteries gain less than in the balanced run; no paradox."),
        (-1.2, -5, 1, "bone falls but arteries lose calcium; no paradox. " + RATS_ONLY),
        (2.0, 60, 1, "bone grows and arteries gain less than in the balanced run; no paradox."),
        (2.0, 300, 1, "bone grows but arteries harden faster than in the balanced run; no paradox."),
        (0.3, 100, 1, "bone hardly changes and arteries gain about as much as in the balanced run; no paradox."),
    ],
)
def test_each_combination_of_bone_and_arteries_has_its_words(bone: float, gain: float, gut: float, words: str) -> None:
    sentence = headline(made_up(bone, gain, gut), made_up_balanced(100))
    assert sentence.endswith(f": {words}")
    assert told(sentence)[0] == bone


def test_arteries_that_grow_where_the_balanced_run_shrinks_can_be_a_paradox_but_shrinking_ones_cannot() -> None:
    assert "calcium paradox" in headline(made_up(-2, 1, 2), made_up_balanced(-50))
    shrinking = headline(made_up(-2, -10, 2), made_up_balanced(-50))
    assert "calcium paradox" not in shrinking
    assert RATS_ONLY in shrinking


@for_each("block", ["mgp_block", "osteocalcin_block"])
def test_where_an_experiment_blocks_a_protein_the_sentence_does_not_blame_the_diet(block: str) -> None:
    sentence = headline(made_up(-2, 300, vitamin_k2=100, parameters={block: 0.95}), made_up_balanced(100))
    assert "without more calcium absorbed: **a protein that K2 switches on is blocked**; no paradox." in sentence
    assert "too little K2" not in sentence
    nothing_blocked = headline(made_up(-2, 300, parameters={block: 0}), made_up_balanced(100))
    assert "**too little K2**" in nothing_blocked


def test_a_change_just_short_of_notable_is_not_said_to_be_none() -> None:
    run = made_up(-0.83, 100)
    sentence = headline(run, made_up_balanced(100))
    assert "bone −0.8 %" in sentence
    assert "bone hardly changes" in sentence


@for_each(("calcium", "bone"), [(200, "bone falls"), (2000, "bone grows")])
def test_the_trial_of_much_vitamin_d_is_told_in_words_that_hold_whichever_way_bone_goes(
    calcium: float, bone: str
) -> None:
    scenario = Scenario(calcium, 10_000, 100, lens="trials")
    sentence = headline(simulate(scenario), balanced_run(scenario))
    assert bone in sentence and LOWER_DENSITY in sentence
    assert "other way" not in sentence


@for_each("years", YEARS)
@for_each("name", PRESETS)
def test_going_by_human_trials_no_preset_shows_the_paradox_and_a_trial_that_says_otherwise_is_named(
    name: str, years: int
) -> None:
    scenario = replace(PRESETS[name], years=years, lens="trials")
    sentence = headline(simulate(scenario), balanced_run(scenario))
    assert "calcium paradox" not in sentence
    assert (LOWER_DENSITY in sentence) == (scenario.vitamin_d >= 4000)


def test_the_balanced_run_is_called_so() -> None:
    scenario = Scenario(years=30)
    assert "this is the balanced run" in headline(simulate(scenario), balanced_run(scenario))
    assert "this is the balanced run" not in headline(simulate(Scenario(calcium=1050)), balanced_run(Scenario()))


@for_each(
    ("number", "decimals", "text"),
    [
        (-2.87, 1, "−2.9"),
        (3.04, 1, "+3.0"),
        (0.0, 1, "0.0"),
        (-0.0, 2, "0.00"),
        (-0.04, 1, "0.0"),
        (0.04, 1, "0.0"),
        (12345.6, 0, "+12,346"),
        (-1234.5678, 2, "−1,234.57"),
        (0.0004, 3, "0.000"),
        (-0.0005001, 3, "−0.001"),
    ],
)
def test_a_change_is_shown_with_a_true_sign_and_zero_without_one(number: float, decimals: int, text: str) -> None:
    assert signed(number, decimals) == text


@random_runs
@given(SCENARIOS)
def test_the_ledger_sentence_adds_up(scenario: Scenario) -> None:
    sentence = ledger_sentence(simulate(scenario))
    eaten, *went = (value(text) for text in re.findall(r"([+−]?[\d,]+\.\d\d) g", sentence))
    assert len(went) == 5
    assert round(sum(went), 9) == eaten
    for text, amount in zip(went, list(simulate(scenario).ledger().values())[1:], strict=True):
        assert abs(text - amount / 1000) < 0.01
    assert eaten == pytest.approx(scenario.calcium * scenario.years * 365.25 / 1000, abs=0.006)  # rounded to 0.01


def test_the_other_account_says_something_else_where_arteries_alone_differ() -> None:
    run, other = simulate(Scenario()), simulate(Scenario(parameters={"k_clearance": 0.001}))
    assert abs(run.bone_change[-1] - other.bone_change[-1]) < 0.1
    assert "something else" in contrast(run, other)
    assert "much the same" in contrast(run, run)


def test_arteries_in_which_nothing_is_laid_down_do_not_harden_in_words_and_the_other_account_agrees() -> None:
    run = simulate(Scenario(vitamin_k2=10, parameters={"deposition_baseline": 0, "k_clearance": 0}))
    assert run.arteries_gain[-1] == 0
    assert verdict(run, balanced_run(run.scenario)) == ("falls", "gain as usual")
    assert "harden" not in headline(run, balanced_run(run.scenario))
    assert "much the same" in contrast(run, run)


def test_a_run_that_sets_all_that_is_uncertain_has_words_a_picture_and_a_table_without_bars() -> None:
    scenario = Scenario(parameters={name: sum(ends) / 2 for name, ends in plausible_ranges(Scenario()).items()})
    run, balanced = simulate(scenario), balanced_run(scenario)
    assert DESCRIBE["tornado"](run, balanced) == "No bars: this run sets every number that is uncertain itself."
    assert FIGURES["tornado"].draw(run, balanced).axes
    assert TABLES["tornado"](run, balanced).rows == []


def test_printed_parts_stay_next_to_their_values_and_the_ones_that_lose_most_are_raised() -> None:
    assert printed({"a": 1.006, "b": -1.006, "c": 0.0, "d": 0.003}, 0.003) == {"a": 1.01, "b": -1.01, "c": 0, "d": 0}


def numbers_of_the_run(run: Run, balanced: Run) -> dict[str, list[str]]:
    """Return the numbers each text alternative must have, computed here from the curves."""
    artery, usual, day = run.amounts["arteries"], balanced.amounts["arteries"], run.last_day()
    bone, blood = run.amounts["bone"], run.blood_calcium
    times = f"{usual[-1]:,.0f} mg, ×{usual[-1] / usual[0]:.1f}"
    whole = [f"{day[name]:,.0f} mg" for name in ("eaten", "absorbed", "faeces", "urine")]
    percent = {protein: f"{100 * share:.0f} %" for protein, share in run.activation.items()}
    return {
        "bone": [f"{signed(100 * (bone[-1] / bone[0] - 1))} %", f"{signed(balanced.bone_change[-1])} %"],
        "arteries": [f"{artery[0]:.0f} mg", f"{artery[-1]:,.0f} mg", f"×{artery[-1] / artery[0]:.1f}", times],
        "daily_calcium": [*whole, f"{signed(day['bone'])} mg", f"{signed(day['arteries'], 3)} mg"],
        "blood": [f"{blood.min():.2f} and {blood.max():.2f} mg/dL", f"ends at {blood[-1]:.2f}"],
        "activation": [
            f"At {run.scenario.vitamin_k2:.0f} µg/day",
            f"osteocalcin is {percent['osteocalcin']}",
            f"MGP {percent['mgp']} activated",
        ],
    }


@for_each("scenario", [*PRESETS.values(), Scenario(200, 0, 500, 30), Scenario(2500, 10_000, 0, 1)])
def test_each_text_alternative_has_the_numbers_of_this_run(scenario: Scenario) -> None:
    run, balanced = simulate(scenario), balanced_run(scenario)
    for name, numbers in numbers_of_the_run(run, balanced).items():
        for words in (DESCRIBE[name](run, balanced), DESCRIBE["panel"](run, balanced)):
            for number in numbers:
                assert number in words, (name, number)


def test_the_text_alternative_of_blood_says_whether_it_stayed_in_the_usual_range() -> None:
    describe: Callable[[Run, Run], str] = DESCRIBE["blood"]
    assert "always inside the usual range" in describe(simulate(Scenario()), balanced_run(Scenario()))
    low = simulate(Scenario(200, 0, 500, 30))
    assert low.blood_calcium.min() < 8.8
    told = describe(low, balanced_run(low.scenario))
    assert "partly outside the usual range" in told
    assert "Here the body cannot hold it." in told
    assert "steady" not in told


def test_the_text_alternative_of_activation_names_vitamin_d_and_what_k1_and_an_experiment_do() -> None:
    describe: Callable[[Run, Run], str] = DESCRIBE["activation"]
    run, balanced = simulate(Scenario(vitamin_d=4000, vitamin_k2=0)), balanced_run(Scenario())
    assert all(run.activation[protein] > 0 for protein in run.activation)
    assert "with vitamin D at 4,000 IU/day; both start above zero, because K1 from leaves" in describe(run, balanced)
    blocked = describe(simulate(Scenario(parameters={"mgp_block": 1})), balanced)
    assert "an experiment blocks a part of it" in blocked
    assert "rise" not in blocked


def test_the_provenance_names_settings_and_changed_parameters_with_units() -> None:
    scenario = Scenario(2000, 4000, 10, 1, {"mgp_strength": 0.5, "k_clearance": 4e-5})
    line = "Calcium intake 2,000 mg/day, Vitamin D 4,000 IU/day, Vitamin K2 10 µg/day, 1 year"
    assert settings_line(scenario) == f"{line}."
    made = f"Calcium Paradox Lab, model {MODEL_VERSION}, the popular story."
    assert provenance(scenario) == f"{made} {line}. Changed: k_clearance = 0.00004, mgp_strength = 0.5."
    assert "not medical advice" in NOTICE


def test_two_accounts_say_of_each_other_the_same_whichever_speaks_first() -> None:
    story = Scenario(calcium=2000, vitamin_d=100, vitamin_k2=10)  # arteries gain half as much again in the story
    for scenario in (story, *(replace(preset, years=years) for preset in PRESETS.values() for years in YEARS)):
        runs = simulate(scenario), simulate(replace(scenario, lens="trials"))
        assert ("something else" in contrast(*runs)) == ("something else" in contrast(*runs[::-1])), scenario
        if scenario == story:
            assert "something else" in contrast(*runs)
