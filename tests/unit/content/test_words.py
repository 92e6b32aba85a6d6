"""The words: every name on the pages is explained, every claim exists, and nothing is said too strongly."""

import re
from pathlib import Path

import pytest
from support.for_each import for_each
from support.texts import TEXTS

from sim.content import words
from sim.content.evidence import CLAIMS, GRADES, STUDIES
from sim.content.reader import toml_tables
from sim.content.words import CHANGES, FOODS, GLOSSARY, QUESTIONS, ROLE_COLUMNS, SAFETY
from sim.figures import FIGURES, PANEL
from sim.figures.curves import BANDS
from sim.model.equations import COMPARTMENTS, FLUXES, MODEL_VERSION
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS
from sim.runs.experiments import EXPERIMENTS
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import PRESETS, Scenario
from sim.runs.verdict import shows_both, shows_paradox, verdict
from sim.text.sentences import HARMS_OF_VITAMIN_D, HIGH_VITAMIN_D

EXPLAINED = {name.casefold() for entry in GLOSSARY for name in entry.names}
SHOWN = {
    "control": [row.label for row in CONTROLS],
    "compartment": [compartment.name for compartment in COMPARTMENTS],
    "flux": [flux.name.replace("_", " ") for flux in FLUXES],
    "figure": [picture.title.partition(" (")[0] for picture in (*FIGURES.values(), PANEL)],
    "grade": list(GRADES),
    "lens": [lens.label for lens in LENSES.values()],
    "form": [form.label for form in K_FORMS.values()],
    "preset": list(PRESETS),
    "experiment": list(EXPERIMENTS),
    "term": [
        "activation", "carboxylation", "osteocalcin", "MGP", "calcification", "absorption", "steady state",
        "balanced run", "ledger", "flux", "compartment", "Hill curve", "ED50", "25(OH)D", "PTH", "IU", "µg", "mg/dL",
        "band", "ensemble", "tornado chart", "lens", "scenario", "knock-out", "warfarin", "Keutel syndrome",
        "randomised trial", "observational study", "placebo", "dp-ucMGP", "hydroxyapatite", "menaquinone",
        "upper limit", "recommended intake", "MK-7", "MK-4", "K1", "osteoblast", "plaque",
        "need for K2", "two-step programme", "half-life of MK-7", "new level of bone",
    ],
}  # fmt: skip
ARTERIES_CLEARED = re.compile(
    r"\b(remov|clean|clear|cur(e|es|ed|ing)\b|revers|dissolv|unclog|out of (the )?arter|went away)", re.IGNORECASE
)
DOSE = re.compile(r"\b(takes?|eats?|swallow|needs?|aim for)\b[^.]*\d[\d,.]*\s*(µg|ug|mg|IU)\b", re.IGNORECASE)
ADVICE = re.compile(r"\byou (should|need to|ought to)\b|\bwe recommend\b|\bmiracle|\bproven|\bheals?\b", re.IGNORECASE)
# Names that hold digits, and facts of units and of the lab's own scale that no change of the model can alter.
NAMES_WITH_DIGITS = re.compile(r"\b(K[12]|MK-[47]|E[DC]50|25\(OH\)D)(?!\w)|40 IU|1 µg|×2|At 0|at 1 ")


@for_each(("kind", "name"), [(kind, name) for kind, names in SHOWN.items() for name in names])
def test_what_the_pages_name_is_explained_in_the_glossary(kind: str, name: str) -> None:
    assert name.casefold() in EXPLAINED, f"explain the {kind} '{name}' in sim/content/words/glossary.toml"


def test_the_glossary_runs_from_a_to_z() -> None:
    terms = [entry.term.casefold() for entry in GLOSSARY]
    assert terms == sorted(terms)


def test_a_word_explained_twice_is_refused() -> None:
    rows = [{"term": "Gut", "meaning": "One."}, {"term": "Bowel", "aliases": ["gut"], "meaning": "Two."}]
    with pytest.raises(ValueError, match=r"^Invalid name 'gut' in glossary\.toml, 'Bowel'\. Must"):
        words._glossary(rows)


def test_a_hint_to_a_word_that_is_not_explained_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^Invalid see 'Liver' in glossary\.toml, 'Gut'\."):
        words._glossary([{"term": "Gut", "meaning": "One.", "see": ["Liver"]}])


def test_a_claim_that_nobody_made_is_refused_with_the_place_that_names_it() -> None:
    with pytest.raises(ValueError, match=r"^Invalid claim 'k3' in faq\.toml, 'safe'\."):
        words._question({"key": "safe", "question": "Is it safe?", "answer": "No.", "claims": ["k3"]})


def test_a_row_of_roles_that_lacks_a_nutrient_is_refused() -> None:
    cell = {"text": "Something.", "claims": []}
    with pytest.raises(ValueError, match=r"^Invalid cells '2' in roles\.toml, 'Jobs'\. Must"):
        words._role({"about": "Jobs", "cells": [cell, cell]})


def test_questions_have_keys_and_wordings_of_their_own() -> None:
    assert len({each.key for each in QUESTIONS}) == len({each.question for each in QUESTIONS}) == len(QUESTIONS)
    assert all(each.question.endswith("?") for each in QUESTIONS)


def test_every_point_that_the_article_makes_about_k2_is_answered_somewhere() -> None:
    answered = {claim.key for each in QUESTIONS for claim in each.claims}
    made = {claim.key for claim in CLAIMS if claim.kind == "article" and claim.key.startswith(("k2_", "mgp_", "d_k2"))}
    assert made <= answered


def test_the_newest_change_is_the_model_that_runs() -> None:
    assert CHANGES[0].version == MODEL_VERSION, "MODEL_VERSION changed: say in words/changes.toml what changed"
    assert [change.date for change in CHANGES] == sorted((change.date for change in CHANGES), reverse=True)


def test_calcium_leaving_arteries_is_told_of_rats_only() -> None:
    told = [(name, text) for name, text in TEXTS if re.search("K2|vitamin K", text) and clears_arteries(text)]
    assert "answer clearing" in dict(told)
    assert [name for name, text in told if "rats" not in text] == []


def clears_arteries(text: str) -> bool:
    """Tell whether a text says that arteries become free of something."""
    return "arter" in text and bool(ARTERIES_CLEARED.search(text))


def test_no_text_suggests_a_dose_or_gives_advice() -> None:
    assert [name for name, text in TEXTS if DOSE.search(text) or ADVICE.search(text)] == []


def test_the_guards_see_what_they_are_there_for() -> None:
    assert all(clears_arteries(f"K2 {what} arteries.") for what in ("removes calcium from", "cleans", "cures"))
    assert DOSE.search("Adults take 180 µg of K2.")
    assert ADVICE.search("You should eat natto.")


def test_no_number_is_typed_that_the_model_has() -> None:
    raw = {name: re.sub(r"\{\w+\}", "", raw_text(name, text)) for name, text in TEXTS}
    assert {name: text for name, text in raw.items() if re.search(r"\d", NAMES_WITH_DIGITS.sub("", text))} == {}


def raw_text(name: str, text: str) -> str:
    """Return the text as it stands in its file, before names in braces are filled in."""
    if name.startswith("change"):  # a version is a number of its own
        return re.sub(r"\d\.\d", "", text)
    rows = {f"answer {row['key']}": row["answer"] for row in toml_tables(words.FOLDER / "faq.toml")["question"]}
    return rows.get(name, text)


def test_who_takes_a_blood_thinner_is_sent_to_a_clinician_wherever_it_is_told() -> None:
    for name, text in TEXTS:
        if "blood thinner" in text and not name.startswith("meaning Warfarin"):
            assert re.search(r"\bask(ing)?\b", text, re.IGNORECASE), name
    assert any("blood thinner" in line for line in SAFETY)


def test_the_calcium_paradox_is_defined_in_the_same_words_everywhere() -> None:
    definition = "bone falls and arteries harden although more calcium is absorbed than in the balanced run"
    (entry,) = (entry.meaning for entry in GLOSSARY if entry.term == "Calcium paradox")
    (answer,) = (each.answer for each in QUESTIONS if each.key == "paradox")
    readme = " ".join(Path(__file__).parents[3].joinpath("README.md").read_text(encoding="utf-8").split())
    for text in (entry, answer, readme):
        assert definition in text.replace("Bone falls", "bone falls")
        assert "ittle K2 does the harm." in text
    for text in (answer, readme):
        assert "Much vitamin D and calcium make the arteries' part worse and do not save the bones." in text


def test_in_the_popular_story_the_presets_do_what_the_glossary_says_of_them() -> None:
    ends = {name: (simulate(preset), balanced_run(preset)) for name, preset in PRESETS.items()}
    assert [name for name, end in ends.items() if shows_paradox(*end)] == ["ordinary diet + tablets", "calcium paradox"]
    assert shows_both(*ends["K2 deficiency"])
    assert verdict(*ends["paradox resolved with K2"]) == ("grows", "gain as usual")


def test_more_calcium_with_little_k2_does_what_the_answer_says() -> None:
    little, more = simulate(Scenario(vitamin_k2=10)), simulate(Scenario(calcium=2000, vitamin_k2=10))
    assert more.bone_change[-1] > little.bone_change[-1]
    assert more.arteries_gain[-1] > little.arteries_gain[-1]


def test_much_vitamin_d_raises_the_need_for_k2_in_the_popular_story_only() -> None:
    for lens, falls in (("story", True), ("trials", False)):
        usual, much = (simulate(Scenario(vitamin_d=dose, lens=lens)).activation for dose in (800, 4000))
        assert all((much[protein] < usual[protein]) == falls for protein in usual)


def test_the_harms_of_vitamin_d_are_told_where_the_words_speak_of_much_of_it() -> None:
    (answer,) = (each.answer for each in QUESTIONS if each.key == "much_d")
    (limit,) = (entry.meaning for entry in GLOSSARY if entry.term == "Upper limit")
    assert f"{HIGH_VITAMIN_D:,} IU" in answer and f"{HIGH_VITAMIN_D:,} IU" in HARMS_OF_VITAMIN_D
    for text in (answer, limit):
        assert "falls, broken bones and much calcium in urine" in text


def test_no_text_speaks_of_what_left_the_model() -> None:
    gone = re.compile(r"\bfloor\b|low everything|quality index|three things at once", re.IGNORECASE)
    assert [name for name, text in TEXTS if gone.search(text) and not name.startswith("change")] == []


def test_the_bands_hold_what_the_answer_says() -> None:
    (answer,) = (each.answer for each in QUESTIONS if each.key == "bands")
    assert "holds half" in answer
    assert "nine tenths" in answer
    assert sorted(BANDS) == [0.5, 0.9]


def test_each_vitamin_has_a_place_it_comes_from() -> None:
    assert set(ROLE_COLUMNS) <= {food.nutrient for food in FOODS}
    assert all(food.claims or food.source for food in FOODS)


def test_a_search_looks_at_names_and_meanings_and_not_at_case_or_spaces() -> None:
    assert "K2 as MK-7" in [entry.term for entry in words.search("  mk-7 ")]
    assert "Natto" in [entry.term for entry in words.search("SOYBEANS")]
    assert words.search("ug") == words.search("UG")
    assert words.search("") == GLOSSARY


@for_each(
    ("question", "told", "study", "found"),
    [
        ("d_with_k2", "four groups", "ushiroyama2002", "four groups"),
        ("bones", "as often with K2 as without", "inoue2009", "as common with K2 as without"),
        ("safe", "more side effects", "inoue2009", "Side effects were more common"),
        ("clearing", "in rats only", "schurgers2007_regression", "by about half"),
    ],
)
def test_an_answer_knows_the_study_that_the_evidence_cites(question: str, told: str, study: str, found: str) -> None:
    (answer,) = (each.answer for each in QUESTIONS if each.key == question)
    assert told in answer
    assert found in f"{STUDIES[study].design}. {STUDIES[study].result}"


def test_harm_of_vitamin_d_begins_at_the_same_place_in_every_text() -> None:
    assert not [name for name, text in TEXTS if "far above the upper limit" in text.lower()]
