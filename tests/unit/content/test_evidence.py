"""The evidence: every row is well formed, everything it names exists, nothing lies about unused."""

import re
from collections import Counter
from string import Formatter

from support.for_each import for_each

from sim.content.evidence import (
    CLAIMS,
    FOLDER,
    GRADES,
    KINDS,
    ORGANISMS,
    POINTS,
    STUDIES,
    Claim,
    Point,
    Study,
    citation,
    claim_of,
    flux_claims,
)
from sim.content.evidence.fit import CURVES
from sim.content.reader import csv_rows
from sim.figures import FIGURES
from sim.model.equations import FLUXES
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, DEFAULTS, PARAMETERS, Parameter, number

CITED = re.compile(r"((?:van )?[A-Z][\w'’-]+(?: & [A-Z][\w'’-]+)?) ((?:19|20)\d\d)")
DOI_IN_TEXT = re.compile(r"doi:([^\s:;,)]+)")
UNITS = {
    "osteocalcin": ("µg/day", "%"),
    "osteocalcin_ratio": ("µg/day", "%"),
    "mgp": ("µg/day", "%"),
    "absorption": ("mg/day", "%"),
    "serum_25ohd": ("IU/day", "nmol/L"),
}
NEVER = (
    r"\bcur(e|es|ed|ing)\b", r"\bheals?\b", r"\bcleans?(e|es|ed|ing)?\b", r"\bunclog", r"\breverses?\b", r"\bmiracle",
    r"\bproven\b", r"\byou should\b", r"\byou (need|must)\b", r"\b(we|experts) recommend\b", r"\btake (vitamin )?k2\b",
    r"\bdissolves? (calcium|plaque)",
)  # fmt: skip

TABLE = (*CONTROLS, *PARAMETERS)
TEXT_ROWS = {name: csv_rows(FOLDER / f"{name}.csv") for name in ("studies", "claims", "data")}
each_study = for_each("study", STUDIES.values())
each_claim = for_each("claim", CLAIMS)
each_point = for_each("point", POINTS)


def claims_about(name: str) -> list[Claim]:
    """Return the claims about a flux, a point of the article, a control or a parameter."""
    return [claim for claim in CLAIMS if claim.about == name or name in claim.parameters]


def sources() -> list[str]:
    """Return every text that says where a number comes from."""
    choices = [c for lens in LENSES.values() for c in lens.choices] + [form.potency for form in K_FORMS.values()]
    return [row.source for row in (*TABLE, *choices)]


@for_each("name", TEXT_ROWS)
def test_rows_have_all_their_fields_and_no_stray_spaces(name: str) -> None:
    for row in TEXT_ROWS[name]:
        assert None not in row, row
        assert None not in row.values(), row
        for text in row.values():
            assert text == " ".join(text.split()), text


@for_each(
    "keys",
    [
        [row["key"] for row in TEXT_ROWS["studies"]],
        [row["key"] for row in TEXT_ROWS["claims"]],
        [(row["curve"], row["study"], row["group"]) for row in TEXT_ROWS["data"]],
        [row["doi"].lower() for row in TEXT_ROWS["studies"] if row["doi"]],
        [row["pmid"] for row in TEXT_ROWS["studies"] if row["pmid"]],
        [row["about"] for row in TEXT_ROWS["claims"] if row["kind"] == "article"],
        [row["statement"] for row in TEXT_ROWS["claims"]],
    ],
)
def test_nothing_occurs_twice(keys: list) -> None:
    assert [key for key, count in Counter(keys).items() if count > 1] == []


@each_study
def test_a_study_can_be_found_and_says_what_was_seen(study: Study) -> None:
    assert re.fullmatch(r"[a-z]+(19|20)\d\d(_[a-z]+)?", study.key)
    assert study.year in study.key
    assert study.organism in ORGANISMS
    assert study.seen in {"V", "V2"}, "what was not seen is left out"
    assert not study.doi or re.fullmatch(r"10\.\d{4,9}/[^\s;,]+", study.doi)
    assert not study.pmid or re.fullmatch(r"\d{5,8}", study.pmid)
    assert study.doi or study.pmid or re.search(r"\d+:\w+|PMC\d+", study.journal), "no way to find the paper"
    assert study.authors and study.design and study.result


def test_no_study_is_unused() -> None:
    used = {study.key for claim in CLAIMS for study in claim.studies} | {point.study.key for point in POINTS}
    named = " ".join(sources())
    assert [key for key, study in STUDIES.items() if key not in used and citation(study) not in named] == []


@each_claim
def test_a_claim_uses_the_vocabulary_and_names_one_to_four_studies(claim: Claim) -> None:
    assert claim.grade in GRADES
    assert claim.kind in KINDS
    assert 1 <= len(claim.studies) <= 4
    assert len(set(claim.studies)) == len(claim.studies)
    assert claim.statement and claim.model_assumes and claim.honest_note
    assert len(claim.statement.split()) < 30
    if claim.kind == "flux":
        assert claim.about in {flux.name for flux in FLUXES}
    if claim.grade == "animal only":
        assert {study.organism for study in claim.studies} & {"mouse", "rat", "cells"}
    if claim.grade == "established":
        assert {study.organism for study in claim.studies} & {"human", "model"}


@each_claim
def test_the_parameters_of_a_claim_exist(claim: Claim) -> None:
    assert set(claim.parameters) <= set(DEFAULTS)
    assert len(set(claim.parameters)) == len(claim.parameters)


def test_every_flux_has_a_claim_and_every_grade_is_used() -> None:
    assert {flux.name for flux in FLUXES} == {claim.about for claim in CLAIMS if claim.kind == "flux"}
    assert set(GRADES) == {claim.grade for claim in CLAIMS}
    assert all(meaning.endswith(".") and "\n" not in meaning for meaning in GRADES.values())


@for_each("row", [row for row in TABLE if not row.assumed])
def test_a_parameter_with_a_source_is_in_a_claim_that_cites_it(row: Parameter) -> None:
    cited = CITED.search(row.source)
    assert cited, f"no author and year in '{row.source}'"
    found = [study for claim in claims_about(row.name) for study in claim.studies]
    doi = DOI_IN_TEXT.search(row.source)
    if doi:
        assert doi[1].lower() in {study.doi.lower() for study in found}
    assert cited.groups() in {(study.authors, study.year) for study in found}


def test_every_paper_that_any_number_names_has_a_row() -> None:
    known = {(study.authors, study.year): study for study in STUDIES.values()}
    dois = {study.doi.lower() for study in STUDIES.values()}
    for text in sources():
        assert {doi.lower() for doi in DOI_IN_TEXT.findall(text)} <= dois, text
        assert set(CITED.findall(text)) <= set(known), text


@for_each("row", [row for row in PARAMETERS if row.name != "diet_store"])
def test_every_parameter_but_bookkeeping_is_in_a_claim(row: Parameter) -> None:
    assert claims_about(row.name)


def test_numbers_of_the_model_are_never_typed_into_a_claim() -> None:
    for row in TEXT_ROWS["claims"]:
        names = [name for _, name, _, _ in Formatter().parse(row["model_assumes"]) if name is not None]
        assert set(names) <= set(row["parameters"].split(";")), row["key"]
        (claim,) = (claim for claim in CLAIMS if claim.key == row["key"])
        assert all(number(DEFAULTS[name]) in claim.model_assumes for name in names)
        for name in row["parameters"].split(";") if row["parameters"] else []:
            told = number(DEFAULTS[name])
            if len(told) > 1:
                assert not re.search(rf"(?<![\w.,]){re.escape(told)}(?![\w,]|\.\d)", row["model_assumes"]), row["key"]


@each_point
def test_a_point_has_the_units_of_its_curve_and_a_possible_value(point: Point) -> None:
    assert (point.x_unit, point.y_unit) == UNITS[point.curve]
    assert point.x >= 0
    assert (point.y_low is None) == (point.y_high is None)
    if point.y_low is not None and point.y_high is not None:
        assert point.y_low < point.y < point.y_high
    assert -100 <= point.y <= 100 or point.y_unit != "%"
    assert point.meaning and point.group


@for_each("point", [p for p in POINTS if p.start is not None])
def test_the_levels_of_a_point_stand_in_the_result_of_its_study(point: Point) -> None:
    assert {f"{point.start:g}", f"{point.y:g}"} <= set(re.findall(r"\d+(?:\.\d+)?", point.study.result))


def test_every_curve_has_points_of_its_own() -> None:
    assert {point.curve for point in POINTS} == set(CURVES) == set(UNITS)


@for_each("pattern", NEVER)
def test_words_that_must_never_stand(pattern: str) -> None:
    texts = [text for name in TEXT_ROWS for row in TEXT_ROWS[name] for text in row.values()]
    assert [text for text in (*texts, *GRADES.values()) if re.search(pattern, text, re.IGNORECASE)] == []


@for_each(
    ("grade", "keys"),
    [
        ("overstated", ("mgp_removes", "k2_non_negotiable", "calcium_moves")),
        ("animal only", ("clearance_rats",)),
        ("contested", ("k2_slows_arteries", "osteocalcin_binds", "d_raises_k2_need")),
        ("established", ("k2_activates_mgp", "k2_activates_osteocalcin")),
        ("not tested", ("k2_not_in_gut",)),
    ],
)
def test_the_grades_that_the_lesson_rests_on(grade: str, keys: tuple[str, ...]) -> None:
    assert {claim_of(key).grade for key in keys} == {grade}


@for_each(
    "about",
    [
        "review_of_2012", "two_step_programme", "k2_prevents_plaque", "k2_outside_liver", "mk7_longer_half_life",
        "k2_from_liver_and_aged_cheese", "k2_from_grass_fed_dairy", "combined_d3_k2_supplements", "k2_for_brain",
        "d_for_overall_health", "all_three_most_comprehensive",
    ],
)  # fmt: skip
def test_each_thing_the_article_says_is_judged(about: str) -> None:
    assert [claim.kind for claim in claims_about(about)] == ["article"]


def test_the_need_for_k2_is_told_with_the_trial_that_did_not_see_it() -> None:
    (claim,) = (each for each in claims_about("need_slope") if each.kind == "flux")
    assert {study.key for study in claim.studies} >= {"masterjohn2007", "vanballegooijen2017", "vanballegooijen2019"}
    assert "P=0.56" in STUDIES["vanballegooijen2019"].result
    assert "no difference" in claim.honest_note


def test_a_withdrawn_paper_says_so_in_design_and_result_and_wherever_it_is_used() -> None:
    withdrawn = [study for study in STUDIES.values() if "the paper was withdrawn" in study.design]
    assert {study.key for study in withdrawn} == {"iwamoto2003", "iwamoto2005"}
    assert all("withdrawn" in study.result for study in withdrawn)
    for claim in CLAIMS:
        assert "withdrawn" in claim.honest_note or not set(claim.studies) & set(withdrawn)


def test_a_model_without_arteries_is_no_source_on_arteries() -> None:
    arterial = [claim for claim in CLAIMS if claim.about.startswith("arterial_") or claim.key == "calcium_moves"]
    assert [claim.key for claim in arterial if STUDIES["peterson2010"] in claim.studies] == []


def test_the_table_of_fluxes_has_a_row_for_each_claim_with_grade_and_studies() -> None:
    head, rule, *lines = flux_claims().splitlines()
    claims = [claim for claim in CLAIMS if claim.kind == "flux"]
    assert head.count("|") == rule.count("|") == 4
    assert len(lines) == len(claims)
    for line, claim in zip(lines, claims, strict=True):
        assert line.count("|") == 4, "a bar inside a cell would break the table"
        assert line.startswith(f"| {claim.statement} | {claim.grade} | ")
        assert all(study.name in line for study in claim.studies)


def test_a_citation_leads_to_the_paper() -> None:
    assert citation(STUDIES["dalmeijer2012"]) == "Dalmeijer 2012, doi:10.1016/j.atherosclerosis.2012.09.019"
    assert STUDIES["dalmeijer2012"].address == "https://doi.org/10.1016/j.atherosclerosis.2012.09.019"
    assert STUDIES["shea2009"].address == "https://pubmed.ncbi.nlm.nih.gov/19386744/"
    assert STUDIES["raposo2002"].address == ""


def test_every_picture_of_the_run_rests_on_a_claim_that_exists() -> None:
    resting = [picture.claim for picture in FIGURES.values() if picture.claim]
    assert {claim_of(key).grade for key in resting} >= {"established", "contested"}
    assert [name for name, picture in FIGURES.items() if not picture.claim] == ["tornado"]
