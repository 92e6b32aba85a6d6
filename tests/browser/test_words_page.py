"""The words page: questions open, the glossary is searched, whatever is typed, and all of it fits a phone."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest
from support.accessible import BOTH_THEMES, PHONE, WIDE, nothing_in, violations
from support.alone import alone
from support.visit import Open, Visit, expect

from sim.content.evidence import GRADES
from sim.content.words import GLOSSARY, QUESTIONS, READING_LEVEL, ROLES, search
from sim.dashboard.escape import JOINER
from sim.dashboard.pages.words_page import SEARCH, TITLE
from sim.model.equations import MODEL_VERSION
from sim.text.sentences import NOTICE, NOTICE_LONG

TABS = ("Questions", "Glossary", "Roles", "Foods", "Safety", "History")


words_page = partial(alone, "words_page")
"""Returns the page as it opens, without a browser."""


def told(at: AppTest) -> str:
    """Return all Markdown on the page."""
    return "\n".join(each.value for each in at.markdown)


@pytest.fixture
def visited(lab: Open) -> Iterator[Visit]:
    """Return the words page in the browser, reached from the lab."""
    visit = lab()
    visit.go("Words", TITLE)
    yield visit.settle()
    expect(visit.page.get_by_test_id("stException")).to_have_count(0)


def turn_to(visit: Visit, tab: str) -> None:
    """Turn to a tab."""
    visit.page.get_by_role("tab", name=tab, exact=True).click()


# Without a browser.


def test_the_page_opens_with_every_question_and_its_claims() -> None:
    at = words_page()
    assert not at.exception
    assert at.title[0].value == TITLE
    assert READING_LEVEL in told(at)
    assert {each.question for each in QUESTIONS} <= {each.label for each in at.expander}
    for each in QUESTIONS:
        assert each.answer in told(at)
        for claim in each.claims:
            assert re.search(rf"-badge\[[^\]]*{claim.grade}\] {re.escape(claim.statement)}", told(at))


def test_the_page_tells_safety_version_and_notice() -> None:
    at = words_page()
    assert NOTICE_LONG in told(at)
    assert f"Model version **{MODEL_VERSION}**" in told(at)
    assert NOTICE in [each.value for each in at.caption]


def test_a_search_shows_the_words_it_finds_and_counts_them() -> None:
    at = words_page()
    at.text_input(key="glossary_search").set_value("Keutel").run()
    assert f"{len(search('Keutel'))} of {len(GLOSSARY)} words" in [each.value for each in at.caption]
    assert "**Keutel syndrome**" in told(at)
    assert "**Natto**" not in told(at)


def test_an_empty_search_shows_all_words() -> None:
    at = words_page()
    assert all(f"**{entry.term}**" in told(at) for entry in GLOSSARY)


def test_a_search_that_finds_nothing_says_so_in_the_letters_that_were_typed() -> None:
    typed = "<b>x</b> ![x](http://a) :red[x] $x^2$ \\"
    at = words_page()
    at.text_input(key="glossary_search").set_value(typed).run()
    (sentence,) = (each.value for each in at.markdown if each.value.startswith("Nothing found for '"))
    assert re.sub(r"\\(.)", r"\1", sentence).replace(JOINER, "").startswith(f"Nothing found for '{typed}'.")
    assert not at.exception


# In the browser.


def test_a_search_in_the_browser_keeps_the_tab_and_shows_what_was_typed(visited: Visit) -> None:
    turn_to(visited, "Glossary")
    box = visited.page.get_by_label(SEARCH)
    box.fill("<b>zebra*")
    box.press("Enter")
    expect(visited.page.get_by_text("Nothing found for '<b>zebra*'.")).to_be_visible()


def test_headings_start_at_one_title_and_skip_no_level(visited: Visit) -> None:
    turn_to(visited, "Roles")
    expect(visited.page.get_by_role("heading", name=ROLES[-1].about)).to_be_visible()
    every_tabs = "[...document.querySelectorAll('h1, h2, h3, h4')].map(heading => Number(heading.tagName[1]))"
    levels = visited.page.evaluate(every_tabs)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_links_lead_to_the_model_and_to_the_evidence_within_the_lab(visited: Visit) -> None:
    turn_to(visited, "History")
    visited.page.get_by_role("link", name="The equations, numbers and sources").click()
    expect(visited.page.get_by_role("heading", name="The model behind the lab")).to_be_visible()
    visited.go("Words", TITLE)
    grades = visited.settle().page.locator(".st-key-grades_explained")
    grades.locator("summary").click()
    for meaning in GRADES.values():
        expect(grades.get_by_text(meaning)).to_be_visible()
    visited.page.get_by_role("link", name="Each claim with its studies").click()
    expect(visited.page.get_by_role("heading", name="What is known, and how well")).to_be_visible()


def test_on_a_small_phone_no_tab_overflows_sideways_and_the_notice_stays_in_sight(visited: Visit) -> None:
    visited.resize(320, 640)
    for tab in TABS:
        turn_to(visited, tab)
        expect(visited.page.get_by_role("tab", name=tab, exact=True)).to_have_attribute("aria-selected", "true")
        visited.fits(320)
        expect(visited.bar.get_by_text(NOTICE)).to_be_in_viewport(ratio=1)


@BOTH_THEMES
def test_every_tab_is_accessible_wide_and_on_a_phone(lab: Open, dark: bool) -> None:
    visit = lab(dark=dark)
    visit.go("Words", TITLE)
    visit.settle().page.locator(f".st-key-question_{QUESTIONS[0].key} summary").click()
    found = {}
    for width, height in (WIDE, PHONE):
        visit.resize(width, height)
        for tab in TABS:
            turn_to(visit, tab)
            found[f"{tab} at {width}"] = violations(visit)
    nothing_in(found)
