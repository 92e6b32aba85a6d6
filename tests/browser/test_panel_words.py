"""Words and evidence in a panel: every word and claim of the pages, and what a typed word finds there."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect
from support.for_each import for_each
from support.lab_page import LabPage, lab_page

from sim.browser import FOLDER
from sim.content.evidence import CLAIMS, KINDS
from sim.content.words import CHANGES, GLOSSARY, SAFETY, search
from sim.model.equations import MODEL_VERSION
from sim.text.messages import say

MOST = 45_000
"""What words and evidence may weigh in the file taken home. [bytes]"""
ORDERED = [claim for kind in KINDS for claim in CLAIMS if claim.kind == kind]
NOTHING = "Nothing found for '%s'. Try a shorter word or a part of it."
OPEN = """async () => {
  const [{openPanel}, {fillWords}] = await Promise.all([import('/panels/index.js'), import('/panels/words.js')]);
  openPanel('words', document.querySelector('#place').shadowRoot.querySelector('.lab'), lab.store, {words: fillWords});
}"""


@pytest.fixture(scope="module")
def lab(browser: Browser) -> Iterator[LabPage]:
    with lab_page(browser, reduced_motion="reduce") as opened:
        yield opened


@pytest.fixture
def panel(lab: LabPage) -> Locator:
    lab.start().page.evaluate(OPEN)
    return lab.page.locator("dialog.panel-words")


def folded(panel: Locator, title: str) -> Locator:
    return panel.locator("details").filter(has=panel.page.locator("h3", has_text=title))


def test_every_word_is_there_with_its_meaning_grade_and_what_to_read_next(panel: Locator) -> None:
    lines = folded(panel, "Glossary").locator("li").all_text_contents()
    assert len(lines) == len(GLOSSARY)
    for line, entry in zip(lines, GLOSSARY, strict=True):
        names = f" ({', '.join(entry.aliases)})" if entry.aliases else ""
        parts = [
            entry.claim.grade if entry.claim else "",
            say("words-see", see=", ".join(entry.see)) if entry.see else "",
        ]
        assert line.split() == " ".join([f"{entry.term}{names}: {entry.meaning}", *parts]).split()


def test_every_claim_is_there_with_its_grade_its_studies_and_what_the_model_makes_of_it(panel: Locator) -> None:
    items = panel.locator("details:has(li > p) li")
    texts = [" ".join(text.split()) for text in items.all_text_contents()]
    assert len(texts) == len(CLAIMS)
    for claim in CLAIMS:
        text = next(text for text in texts if text.startswith(f"{claim.grade} {claim.statement}"))
        assert f"What the model assumes: {claim.model_assumes}" in text
        assert all(study.name in text for study in claim.studies)


def test_notices_versions_and_licences_are_there(panel: Locator) -> None:
    expect(panel.locator("p").first).to_have_text(say("notice-long").replace("**", ""))
    assert folded(panel, "Safety").locator("li").all_text_contents() == [*SAFETY, say("rats-only")]
    versions = folded(panel, f"Model {MODEL_VERSION}").locator("li").all_text_contents()
    assert [line.partition(",")[0] for line in versions] == [change.version for change in CHANGES]
    expect(folded(panel, "Licences").locator("p")).to_contain_text("Apache License 2.0")


@for_each("typed", ["mgp", "  Keutel   SYNDROME", "25(OH)D", "k2", "artery wall", "burt", "zebra", ""])
def test_a_typed_word_finds_the_words_that_python_finds_and_the_claims_that_hold_it(panel: Locator, typed: str) -> None:
    panel.get_by_role("searchbox", name="Find a word").fill(typed)
    words = panel.locator("details:not([hidden])").filter(has_text="Glossary").locator("li:not([hidden]) > b")
    claims = panel.locator("details:not([hidden]) li:not([hidden]):has(> p) > b")
    wanted = " ".join(typed.split()).casefold()
    texts = {c.statement: [c.statement, c.model_assumes, ", ".join(s.name for s in c.studies)] for c in ORDERED}
    held = [statement for statement, parts in texts.items() if wanted in " ".join(parts).casefold()]
    assert words.all_text_contents() == [entry.term for entry in search(typed)]
    assert claims.all_text_contents() == held
    found, count = panel.locator("[role=status]"), len(search(typed)) + len(held)
    expect(found).to_have_text("" if not wanted else say("words-found", count=str(count)) if count else NOTHING % typed)


def test_what_is_found_is_seen_at_once_and_all_is_folded_again_afterwards(panel: Locator) -> None:
    box = panel.get_by_role("searchbox")
    box.fill("Burt 2019")
    expect(panel.get_by_text("Studies: ").filter(has_text="Burt 2019").first).to_be_visible()
    expect(panel.locator("h3", has_text="Glossary")).to_be_hidden()  # nothing is in it
    box.fill("")
    expect(panel.get_by_text("Studies: ").first).to_be_hidden()
    expect(panel.locator("li:visible", has_text="Keutel syndrome").first).to_be_visible()


def test_what_was_typed_is_text(panel: Locator) -> None:
    panel.get_by_role("searchbox").fill("<i>x</i>")
    expect(panel.locator("[role=status]")).to_contain_text("<i>x</i>")
    assert panel.locator("i").count() == 0


def test_words_and_evidence_are_light() -> None:
    files = ("glossary_tables.js", "panels/words.js", "panels/words.css")
    assert sum((FOLDER / name).stat().st_size for name in files) < MOST
