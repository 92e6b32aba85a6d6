"""The evidence page: claims by grade, each with its studies, on a phone as well."""

from collections.abc import Iterator

import pytest
from support.for_each import for_each
from support.visit import Open, Visit, expect

from sim.content.evidence import CLAIMS, GRADES, KINDS, STUDIES, Claim
from sim.text.sentences import NOTICE

TITLE = "What is known, and how well"


@pytest.fixture
def evidence(lab: Open) -> Iterator[Visit]:
    """Return the evidence page, reached from the lab."""
    visit = lab()
    visit.go("Evidence", TITLE)
    yield visit.settle()
    expect(visit.page.get_by_test_id("stException")).to_have_count(0)


def press(visit: Visit, grade: str) -> None:
    """Press the button of a grade."""
    visit.page.get_by_test_id("stButtonGroup").get_by_text(grade, exact=True).click()


def lists(visit: Visit, claims: list[Claim]) -> None:
    """Check that these claims and no others are listed, and counted in the headings."""
    for kind, heading in KINDS.items():
        count = sum(claim.kind == kind for claim in claims)
        expect(visit.page.get_by_role("heading", name=f"{heading} ({count})", exact=True)).to_be_visible()
    expect(visit.page.locator("[class*=st-key-claim_] summary")).to_have_count(len(claims))
    for claim in claims:
        expect(visit.page.locator(f".st-key-claim_{claim.key} summary")).to_contain_text(claim.grade)


def test_a_grade_shows_its_claims_only_and_two_grades_show_both(evidence: Visit) -> None:
    lists(evidence, list(CLAIMS))
    for grade in GRADES:
        press(evidence, grade)
        lists(evidence, [claim for claim in CLAIMS if claim.grade == grade])
        press(evidence, grade)
    for grade in ("overstated", "contested"):
        press(evidence, grade)
    lists(evidence, [claim for claim in CLAIMS if claim.grade in ("overstated", "contested")])


@for_each("grade", GRADES)
def test_a_claim_opens_with_its_studies_and_their_addresses(evidence: Visit, grade: str) -> None:
    claim = max((c for c in CLAIMS if c.grade == grade), key=lambda c: len(c.studies))
    opened = evidence.page.locator(f".st-key-claim_{claim.key}")
    opened.locator("summary").click()
    expect(opened.get_by_text("What the model assumes")).to_be_visible()
    expect(opened.get_by_text("What is open")).to_be_visible()
    assert any(study.doi for study in claim.studies)
    for study in claim.studies:
        expect(opened.get_by_text(study.name).first).to_be_visible()
        if study.address:
            assert study.address == f"https://doi.org/{study.doi}" or not study.doi
            link = opened.get_by_role("link", name=study.identifier, exact=True)
            expect(link).to_have_attribute("href", study.address)


def test_every_study_is_in_the_list_of_sources(evidence: Visit) -> None:
    evidence.page.get_by_text(f"All {len(STUDIES)} sources").click()
    sources = evidence.page.locator("details", has_text=f"All {len(STUDIES)} sources").locator("li")
    expect(sources).to_have_count(len(STUDIES))
    text = " ".join(sources.all_inner_texts())
    assert [study.name for study in STUDIES.values() if study.name not in text] == []


def test_on_a_small_phone_nothing_overflows_sideways_and_the_notice_stays_in_sight(evidence: Visit) -> None:
    evidence.page.evaluate("document.querySelectorAll('summary').forEach(summary => summary.click())")
    evidence.resize(320, 640)
    expect(evidence.page.locator("[class*=st-key-claim_] li").last).to_be_visible()
    evidence.fits(320)
    for top in (0, 100_000):
        evidence.scroll(top)
        expect(evidence.bar.get_by_text(NOTICE)).to_be_in_viewport(ratio=1)
