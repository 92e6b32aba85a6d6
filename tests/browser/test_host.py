"""Streamlit as the Lab's host: pages and panels, Back and forward, a server that goes and comes back."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from support.served import HERE_ONLY, STREAMLIT, Server, started
from support.visit import Open, Visit

from sim import PRESETS, Scenario
from sim.session.link import to_query
from sim.session.pages import OTHERS, PAGES
from sim.session.pages import Page as PageOfLab

ROOT = Path(__file__).parents[2]
PARADOX = PRESETS["calcium paradox"]


def at(visit: Visit, path: str, scenario: Scenario) -> None:
    """Wait until the window is at a page whose address holds these settings."""
    expected = to_query(scenario).items()
    page = f"{visit.server}/{path}"
    visit.page.wait_for_url(lambda url: url.split("?")[0] == page and expected <= visit.address().items())


def test_back_and_forward_go_from_page_to_page_and_restore_the_settings_in_the_address(lab: Open) -> None:
    visit = lab("?calcium=700")
    visit.go("Compare", "Compare")
    visit.choose_preset("calcium paradox")
    at(visit, "compare", PARADOX)
    visit.go("Map", "Map")
    at(visit, "map", PARADOX)
    visit.page.go_back()
    at(visit, "compare", PARADOX)
    visit.page.go_back()
    visit.shows(Scenario(calcium=700))
    visit.page.go_forward()
    at(visit, "compare", PARADOX)
    expect(visit.page.locator(".lab[data-mode=bar]")).to_have_count(1)
    expect(visit.page.locator(".lab")).to_have_count(1)  # the page before has gone
    expect(visit.number("calcium")).to_have_value("2,000")


def test_settings_leave_no_step_for_the_way_back(lab: Open) -> None:
    visit = lab("?calcium=700")
    before = visit.page.evaluate("history.length")
    for preset in ("calcium paradox", "balanced", "paradox resolved with K2"):
        visit.choose_preset(preset)
        visit.shows(PRESETS[preset])
    assert visit.page.evaluate("history.length") == before


def test_back_undoes_each_step_of_a_lesson_and_never_sticks(lab: Open) -> None:
    visit = lab("lessons?calcium=700")
    heading = visit.page.get_by_role("heading", level=1)
    visit.page.get_by_role("button", name="Start lesson 1").click()
    expect(heading).to_have_text("Ten years of tablets")
    visit.page.wait_for_url("**lesson=tablets**")  # only an address that is written can be gone back to
    visit.page.get_by_label("Bones").check()
    visit.page.get_by_role("button", name="Lock my place").click()
    visit.page.get_by_role("button", name="Draw her bones").click()
    expect(heading).to_have_text("Draw the next ten years of her bones")
    for seen in ("Ten years of tablets", "Lessons"):
        visit.settle().page.go_back()
        expect(heading).to_have_text(seen)
    visit.settle().page.go_forward()
    expect(heading).to_have_text("Ten years of tablets")
    assert visit.address()["calcium"] == "700"


def test_a_lesson_on_the_page_of_lessons_leaves_the_lab_as_it_was(lab: Open) -> None:
    visit = lab("lessons?calcium=700&lesson=tablets")
    heading = visit.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Ten years of tablets")
    visit.page.get_by_label("Bones").check()
    visit.page.reload()
    expect(heading).to_have_text("Ten years of tablets")
    expect(visit.page.get_by_label("Bones")).to_be_checked()
    assert visit.address().keys() & {"step", "answers"} == set()
    visit.go("Compare", "Compare")
    visit.page.wait_for_url(lambda url: "/compare?" in url and "calcium=700" in url and "lesson" not in url)
    visit.go("Lessons", "Lessons")
    expect(visit.page.get_by_role("button", name="Go on at step 1 of 9")).to_be_visible()


def test_the_page_of_lessons_opens_old_links_and_says_what_is_none(lab: Open) -> None:
    visit = lab("lessons?lesson=paradox&step=3&answers=ab-&link=3")
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("Ten years of tablets")
    expect(visit.notices.first).to_contain_text("step and answers in the link: left out.")
    visit = lab("lessons?lesson=cooking")
    expect(visit.root.get_by_role("status").first).to_contain_text("Invalid lesson 'cooking'. Must be one of tablets,")


def test_undo_reaches_across_pages(lab: Open) -> None:
    visit = lab("?calcium=700")
    visit.choose_preset("calcium paradox")
    visit.go("Compare", "Compare")
    visit.page.get_by_role("button", name="Pin this run").click()
    visit.page.wait_for_url(lambda _: "pin1" in visit.address())
    for pins, scenario in ((False, PARADOX), (False, Scenario(calcium=700))):
        visit.root.locator("[data-do=undo]").first.click()
        visit.page.wait_for_url(lambda _, pins=pins: ("pin1" in visit.address()) == pins)
        at(visit, "compare", scenario)


def test_the_menu_has_six_pages_and_nothing_of_streamlits_own(lab: Open) -> None:
    visit = lab("compare")
    links = visit.page.get_by_test_id("stHeader").get_by_role("link")
    assert [link.inner_text().split("\n")[-1] for link in links.all()] == [page.title for page in PAGES]
    expect(visit.page.get_by_test_id("stMainMenu")).to_have_count(0)


@pytest.mark.parametrize("there", OTHERS, ids=lambda page: page.path)
def test_each_page_and_each_old_address_is_called_the_same_in_its_heading_and_its_window(
    lab: Open, there: PageOfLab
) -> None:
    visit = lab(there.path)
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(there.title)
    expect(visit.page).to_have_title(re.compile(f"^{there.title}\\b"))


@pytest.mark.parametrize(
    ("name", "words"),
    [("save", "This picture as I see it"), ("share", "Whoever opens this link")],
)
def test_what_the_server_makes_opens_over_the_lab_and_closes(lab: Open, name: str, words: str) -> None:
    visit = lab("?calcium=700")
    panel = visit.open_panel(name)
    expect(panel.get_by_text(words).first).to_be_visible()
    visit.page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    visit.settle()
    visit.choose_preset("calcium paradox")
    visit.shows(PARADOX)
    expect(panel).to_have_count(0)


@pytest.mark.parametrize("file_format", ["png", "svg"])
def test_the_picture_is_saved_as_it_is_seen(lab: Open, file_format: str) -> None:
    visit = lab("?calcium=2000&vitamin_d=4000&vitamin_k2=10")
    panel = visit.open_panel("save")
    with visit.page.expect_download() as download:
        panel.locator(f"[data-format={file_format}]").click()
    assert download.value.suggested_filename == f"lab_ca2000_d4000_k10_10y.{file_format}"
    content = Path(download.value.path()).read_bytes()
    if file_format == "png":
        assert content.startswith(b"\x89PNG")
    else:
        assert b"not medical advice" in content
        assert overlaps(visit.page, content.decode()) == []  # it has brought its letters: others are wider


def overlaps(page: Page, svg: str) -> list[str]:
    """Return which texts of a picture lie over others where it is looked at by itself."""
    alone = page.context.new_page()
    alone.set_content(svg)
    found = alone.evaluate("""async () => {
      await document.fonts.ready;
      const texts = [...document.querySelectorAll('text')];
      const boxes = texts.map(text => text.getBoundingClientRect());
      const over = (a, b) => a.left < b.right && b.left < a.right && a.top + 4 < b.bottom && b.top + 4 < a.bottom;
      const below = boxes.map((box, i) => boxes.some((other, k) => k !== i && over(box, other)));
      return texts.filter((_, i) => below[i]).map(text => text.textContent);
    }""")
    alone.close()
    return found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page in a profile of its own: what it complains about while its server is away is no fault."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def serving(log: Path, address: str = "") -> AbstractContextManager[Server]:
    """Start a server of its own, where another one was if an address is given."""
    return started([*STREAMLIT, "app.py"], ROOT, log, HERE_ONLY, port=urlsplit(address).port or 0)


def test_a_server_that_has_gone_is_told_in_our_words_and_hears_everything_when_it_is_back(
    page: Page, tmp_path: Path
) -> None:
    with serving(tmp_path / "log1.txt") as server:
        visit = Visit(page, server.address).open("?calcium=700")
        visit.button("plus", "calcium").click()
        visit.shows(Scenario(calcium=750))
    note = page.locator(".host-note")
    visit.choose_preset("calcium paradox")
    expect(note).to_contain_text("The server of this page does not answer.", timeout=20_000)
    visit.choose_preset("balanced")
    visit.tells(Scenario())
    expect(page.get_by_role("dialog")).to_have_count(0)
    with serving(tmp_path / "log2.txt", server.address):
        expect(note).to_have_count(0, timeout=20_000)
        visit.shows(Scenario())


def test_the_first_press_after_a_restart_counts(page: Page, tmp_path: Path) -> None:
    with serving(tmp_path / "log1.txt") as server:
        visit = Visit(page, server.address).open("?calcium=700&pin1=mine~1000~800~10~story~mk7")
        visit.button("plus", "calcium").click()
        visit.heard(Scenario(calcium=750))
    with serving(tmp_path / "log2.txt", server.address):
        visit.go("Compare", "Compare")
        assert visit.address().items() >= {"calcium": "750", "pin1": "mine~1000~800~10~story~mk7"}.items()
    with serving(tmp_path / "log3.txt", server.address):
        page.get_by_role("button", name="Pin this run").click()
        page.wait_for_url(lambda _: "pin2" in visit.address())
