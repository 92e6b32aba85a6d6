"""Background and its parts: a pupil's questions first, claims by grade with their studies, words, the model."""

import re
from functools import partial
from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest
from support.accessible import BOTH_THEMES, PHONE, WIDE, nothing_in, violations
from support.alone import alone
from support.for_each import for_each
from support.visit import Open, Visit, expect

from sim.content.evidence import CLAIMS, GRADES, KINDS, STUDIES, claim_of
from sim.content.words import BIG_CLAIMS, CHANGES, GLOSSARY, QUESTIONS, READING_LEVEL, ROLES, search
from sim.dashboard.escape import JOINER
from sim.dashboard.pages.words_page import SEARCH
from sim.dashboard.parts.background import PARTS
from sim.model.equations import MODEL_VERSION
from sim.session.pages import TITLES
from sim.text.sentences import NOTICE, NOTICE_LONG

words_page = partial(alone, "words_page")
"""Returns the page as it opens, without a browser."""


def told(at: AppTest) -> str:
    """Return all Markdown on the page."""
    return "\n".join(each.value for each in at.markdown)


def graded(at: AppTest, key: str) -> bool:
    """Tell whether a claim stands on the page with its grade."""
    claim = claim_of(key)
    texts = (told(at), *(each.label for each in at.expander))
    return any(re.search(rf"-badge\[[^\]]*{claim.grade}\] {re.escape(claim.statement)}", text) for text in texts)


# Without a browser.


def test_background_opens_with_what_a_pupil_would_ask_and_with_the_big_claims_and_their_grades() -> None:
    at = alone("background_page")
    assert not at.exception
    assert at.title[0].value == TITLES["background"]
    labels = [each.label for each in at.expander]
    assert labels[: len(QUESTIONS)] == [each.question for each in QUESTIONS]
    assert labels[:2] == ["Is all this true in people?", "Does K2 make bones stronger?"]
    assert [each.proto.expanded for each in at.expander[:2]] == [True, False]
    for each in QUESTIONS:
        assert each.answer in told(at)
        assert all(graded(at, claim.key) for claim in each.claims)
    assert all(graded(at, key) for key in BIG_CLAIMS)
    assert len({claim_of(key).grade for key in BIG_CLAIMS}) >= 4
    assert NOTICE_LONG in told(at)
    assert NOTICE in [each.value for each in at.caption]


def test_the_model_tells_its_version_and_its_history() -> None:
    at = alone("model_page")
    assert at.title[0].value == TITLES["model"]
    assert f"Model version {MODEL_VERSION}: " in told(at)
    assert all(f"**Version {change.version}**" in told(at) for change in CHANGES)


def test_words_shows_all_words_and_a_search_those_it_finds() -> None:
    at = words_page()
    assert READING_LEVEL in told(at)
    assert all(f"**{entry.term}**" in told(at) for entry in GLOSSARY)
    at.text_input(key="glossary_search").set_value("Keutel").run()
    assert f"{len(search('Keutel'))} of {len(GLOSSARY)} words" in [each.value for each in at.caption]
    assert "**Keutel syndrome**" in told(at)
    assert "**Natto**" not in told(at)


def test_a_search_that_finds_nothing_says_so_in_the_letters_that_were_typed() -> None:
    typed = "<b>x</b> ![x](http://a) :red[x] $x^2$ \\"
    at = words_page()
    at.text_input(key="glossary_search").set_value(typed).run()
    (sentence,) = (each.value for each in at.markdown if each.value.startswith("Nothing found for '"))
    assert re.sub(r"\\(.)", r"\1", sentence).replace(JOINER, "").startswith(f"Nothing found for '{typed}'.")
    assert not at.exception


def listed(at: AppTest) -> set[str]:
    """Return the claims that are listed on the page, by their statement."""
    return {claim.key for claim in CLAIMS if any(claim.statement in each.label for each in at.expander)}


def test_a_grade_shows_its_claims_only_and_two_grades_show_both() -> None:
    at = alone("evidence_page")
    assert listed(at) == {claim.key for claim in CLAIMS}
    for grades in (*([grade] for grade in GRADES), ["overstated", "contested"]):
        at.button_group(key="grades").set_value(grades).run()
        wanted = [claim for claim in CLAIMS if claim.grade in grades]
        assert listed(at) == {claim.key for claim in wanted}
        headings = [each.value for each in at.header]
        for kind, heading in KINDS.items():
            assert f"{heading} ({sum(claim.kind == kind for claim in wanted)})" in headings


@for_each("grade", GRADES)
def test_a_claim_has_its_studies_and_their_addresses(grade: str) -> None:
    at = alone("evidence_page")
    claim = max((c for c in CLAIMS if c.grade == grade), key=lambda c: len(c.studies))
    (opened,) = (each for each in at.expander if claim.statement in each.label)
    text = "\n".join(each.value for each in opened.markdown)
    assert "What the model assumes" in text and "What is open" in text
    assert any(study.doi for study in claim.studies)
    for study in claim.studies:
        assert f"**{study.name}**" in text
        assert not study.doi or f"[doi:{study.doi}](https://doi.org/{study.doi})" in text


def test_every_study_is_in_the_list_of_sources() -> None:
    (sources,) = (each for each in alone("evidence_page").expander if each.label == f"All {len(STUDIES)} sources")
    (text,) = (each.value for each in sources.markdown)
    assert text.count("\n") == len(STUDIES) - 1
    assert [study.name for study in STUDIES.values() if f"**{study.name}**" not in text] == []


# In the browser.


@pytest.fixture
def opened(lab: Open) -> Open:
    """Return a function that opens a part at its own address."""

    def visit(path: str, *, dark: bool = False) -> Visit:
        at = lab(path, dark=dark).settle()
        at.errors.clear()  # Streamlit asks below the page's path first, and is told 404
        return at

    return visit


@pytest.mark.parametrize("path", PARTS)
def test_each_part_has_its_address_its_title_and_a_way_to_the_others(opened: Open, path: str) -> None:
    visit = opened(path)
    ways = visit.page.locator(".st-key-parts")
    for other in (*(each for each in PARTS if each != path), path):
        ways.get_by_role("link", name=TITLES[other], exact=True).click()
        expect(visit.page.get_by_role("heading", level=1)).to_have_text(TITLES[other])
        expect(visit.page).to_have_url(re.compile(rf"/{other}(\?|$)"))


def test_a_claim_opens_a_press_deeper_and_the_first_question_is_answered(opened: Open) -> None:
    page = opened("background").page
    expect(page.get_by_text(QUESTIONS[0].answer[:40])).to_be_visible()
    expect(page.get_by_text(QUESTIONS[1].answer[:40])).not_to_be_visible()
    claim = page.locator(f".st-key-claim_{BIG_CLAIMS[0]}")
    expect(claim.get_by_text("What is open")).not_to_be_visible()
    claim.locator("summary").click()
    expect(claim.get_by_text("What is open")).to_be_visible()


def turn_to(visit: Visit, tab: str) -> None:
    """Turn to a tab."""
    visit.page.get_by_role("tab", name=tab, exact=True).click()


def test_a_search_in_the_browser_shows_what_was_typed(opened: Open) -> None:
    box = opened("words").page.get_by_label(SEARCH)
    box.fill("<b>zebra*")
    box.press("Enter")
    expect(box.page.get_by_text("Nothing found for '<b>zebra*'.")).to_be_visible()


@pytest.mark.parametrize("path", PARTS)
def test_headings_start_at_one_title_and_skip_no_level(opened: Open, path: str) -> None:
    visit = opened(path)
    if path == "words":
        turn_to(visit, "Roles")
        expect(visit.page.get_by_role("heading", name=ROLES[-1].about)).to_be_visible()
    levels = visit.page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4')].map(h => Number(h.tagName[1]))")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", ["background", "evidence", "words"])
def test_on_a_small_phone_nothing_overflows_sideways_and_the_notice_stays_in_sight(opened: Open, path: str) -> None:
    visit = opened(path)
    visit.page.evaluate("document.querySelectorAll('[data-testid=stMain] summary').forEach(each => each.click())")
    visit.resize(320, 640)
    visit.settle()
    visit.fits(320)
    expect(visit.page.get_by_test_id("stBottom").get_by_text(NOTICE)).to_be_in_viewport(ratio=1)


@BOTH_THEMES
def test_every_part_is_accessible_wide_and_on_a_phone(opened: Open, dark: bool) -> None:
    found = {}
    for path in PARTS:
        visit = opened(path, dark=dark)
        # On a phone equations scroll by themselves; browsers let the keyboard reach them, which axe does not know.
        for size in (WIDE, PHONE)[: 1 if path == "model" else 2]:
            found[f"{path} at {size}"] = violations(visit.resize(*size))
    nothing_in(found)
