"""The Lab as one file, opened from a folder with the network off: as a pupil opens it who has nothing else."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from support.lab import Lab
from support.lab_page import lab_page
from support.visit import Visit

from sim import PRESETS, Scenario
from sim.browser import offline
from sim.text.messages import say

PARADOX, RESOLVED = PRESETS["calcium paradox"], PRESETS["paradox resolved with K2"]
LINK = "calcium=2000&vitamin_d=4000&vitamin_k2=200&years=10&lens=story&k_form=mk7&link=4"
WIDE = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]"


def address(page: Page) -> str:
    """Return what stands after the "#" of the address."""
    return page.evaluate("location.hash.slice(1)")


def test_a_first_visit_plays_the_paradox_and_then_gives_one_hint(opened: Callable[..., Lab]) -> None:
    lab = opened(still=False)
    expect(lab.root.locator(".hint")).to_have_text("← drag me and watch")
    lab.tells(PARADOX)
    expect(lab.page.locator(".waiting")).to_have_count(0)
    assert address(lab.page) == ""
    lab.choose_preset("balanced")  # what the file would show by itself next time is something else
    lab.tells(Scenario())
    assert address(lab.page) == LINK.replace("2000", "1000").replace("4000", "800").replace("=200&", "=100&")


def test_a_drag_moves_picture_and_sentence_and_a_reload_brings_it_back(opened: Callable[..., Lab]) -> None:
    lab = opened()
    before = lab.line("bone_change")
    lab.drag("vitamin_k2", 0.3, 0.632)
    lab.tells(RESOLVED)
    assert lab.line("bone_change") != before
    assert address(lab.page) == LINK
    lab.page.reload()
    lab.ready()
    lab.tells(RESOLVED)
    expect(lab.root.locator(".hint")).to_have_count(0)


def test_a_link_pasted_into_the_address_is_shown_at_once(opened: Callable[..., Lab]) -> None:
    lab = opened(f"#{LINK}")
    lab.tells(RESOLVED)
    lab.page.evaluate("link => { location.hash = link; }", LINK.replace("vitamin_k2=200", "vitamin_k2=10"))
    lab.tells(PARADOX)


def test_a_file_that_was_made_at_settings_opens_there_unless_its_address_says_others(
    opened: Callable[..., Lab], tmp_path: Path
) -> None:
    (made := tmp_path / "made.html").write_text(offline.html(LINK), "utf-8")
    opened(path=made).tells(RESOLVED)
    opened("?" + LINK.replace("=200&", "=10&"), path=made).tells(PARADOX)


def test_the_file_saves_itself_again_at_the_present_settings(opened: Callable[..., Lab], tmp_path: Path) -> None:
    lab = opened()
    lab.choose_preset("paradox resolved with K2")
    with lab.page.expect_download() as download:
        lab.do("home")
    assert download.value.suggested_filename == offline.NAME
    download.value.save_as(tmp_path / "saved.html")
    assert (tmp_path / "saved.html").read_bytes() == offline.html(LINK).encode()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844), (320, 640)])
def test_nothing_lies_beside_the_window_and_the_system_s_colours_are_kept(
    opened: Callable[..., Lab], width: int, height: int, dark: bool
) -> None:
    lab = opened("#" + LINK, width, height, color_scheme="dark" if dark else "light")
    assert lab.page.evaluate(WIDE) == [width, height]
    papers = {False: "rgb(255, 255, 255)", True: "rgb(16, 21, 27)"}
    paper = "() => ['body', '.lab'].map(name => getComputedStyle(document.querySelector(name)).backgroundColor)"
    assert lab.page.evaluate(paper) == [papers[dark]] * 2
    lab.page.emulate_media(color_scheme="light" if dark else "dark")  # at sunset
    assert lab.page.evaluate(paper) == [papers[not dark]] * 2


def test_the_picture_has_the_letters_of_the_file(opened: Callable[..., Lab]) -> None:
    lab = opened()
    lab.page.evaluate("() => document.fonts.ready")
    loaded = "() => [...document.fonts].map(font => `${font.family} ${font.weight} ${font.status}`)"
    assert lab.page.evaluate(loaded) == ["Calcium Sans 400 loaded", "Calcium Sans 700 loaded"]
    family = "element => getComputedStyle(element).fontFamily.split(',')[0]"
    for element in (lab.root, lab.scene.locator("text").first, lab.page.locator("h1")):
        assert element.evaluate(family) == '"Calcium Sans"'


def test_the_menu_offers_what_needs_no_server_and_its_panels_open(opened: Callable[..., Lab]) -> None:
    lab = opened()
    sheet = lab.open_menu()
    expect(sheet.locator("a")).to_have_count(0)
    panels = [name for name in sheet.locator("[data-do]").evaluate_all("all => all.map(e => e.dataset.do)")
              if name in PANELS]  # fmt: skip
    assert panels == [name for name in PANELS if name in panels] and {"body", "numbers", "assumptions"} <= {*panels}
    for name in panels:
        lab.do(name)
        expect(lab.root.locator(f"dialog[data-panel={name}] h2")).to_be_visible()
        lab.page.keyboard.press("Escape")
        expect(lab.root.locator("dialog")).to_have_count(0)


PANELS = ["body", "numbers", "assumptions", "certainty", "save", "share", "compare", "map", "words"]


@pytest.mark.parametrize("sandbox", ["allow-scripts", "allow-scripts allow-same-origin"])
def test_it_works_in_a_frame_of_a_course_page_that_allows_it_little(
    browser: Browser, lab_file: Path, sandbox: str
) -> None:
    context = browser.new_context(viewport={"width": 1000, "height": 700}, reduced_motion="reduce")
    page = context.new_page()
    lab = Lab(page)
    course = "http://course.test/unit/7/"
    page.route(f"{course}**", lambda route: route.fulfill(
        body=lab_file.read_text("utf-8") if offline.NAME in route.request.url
        else f'<!doctype html><title>Course</title><link rel="icon" href="data:,">'
        f'<iframe src="{offline.NAME}#{LINK}" sandbox="{sandbox}" width="900" height="600"></iframe>',
        content_type="text/html"))  # fmt: skip
    page.goto(course)
    frame = page.frame_locator("iframe")
    expect(frame.locator("p.sentence")).to_contain_text("Paradox solved")
    frame.locator("button[data-preset=balanced]").first.click()
    expect(frame.locator("input.number[data-key=calcium]")).to_have_value("1,000")
    assert lab.errors == []
    assert len(lab.requests) == 2
    context.close()


def test_in_a_frame_without_an_address_it_works_as_long_as_the_frame_lasts(browser: Browser, lab_file: Path) -> None:
    with lab_page(browser, reduced_motion="reduce") as lab:
        lab.page.evaluate(
            """text => document.body.replaceChildren(
              Object.assign(document.createElement('iframe'), {srcdoc: text, width: 900, height: 600}))""",
            lab_file.read_text("utf-8"),
        )
        inside = lab.page.frame_locator("iframe")
        inside.locator('button[data-preset="paradox resolved with K2"]').first.click()
        expect(inside.locator("input.number[data-key=vitamin_k2]")).to_have_value("200")


def test_without_javascript_it_says_so_after_a_second_with_its_version_and_that_it_is_no_advice(
    browser: Browser, lab_file: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(lab_file.as_uri())
    expect(page.locator(".waiting")).to_be_visible()
    expect(page.locator(".waiting")).to_contain_text("JavaScript is turned off or this browser is too old")
    expect(page.locator(".waiting")).to_contain_text("not medical advice")
    context.close()


def test_the_page_gives_the_file_away_at_its_settings(lab: Callable[..., Visit], tmp_path: Path) -> None:
    visit = lab(f"?{LINK}")
    with visit.page.expect_download() as download:
        visit.do("home")
    assert download.value.suggested_filename == offline.NAME
    download.value.save_as(tmp_path / "taken.html")
    assert (tmp_path / "taken.html").read_bytes() == offline.html(LINK).encode()


def test_where_the_page_cannot_have_the_file_it_says_so_and_saves_nothing_else(lab: Callable[..., Visit]) -> None:
    visit = lab()
    file = f"**/{offline.NAME}"
    visit.page.route(file, lambda route: route.fulfill(status=404, body="Not this."))
    tried: list[str] = []
    visit.page.on("download", lambda download: tried.append(download.suggested_filename))
    visit.do("home")
    note = visit.page.locator(".host-note")
    expect(note).to_have_text(re.compile(re.escape(say("home-failed"))))
    assert tried == []
    visit.page.unroute(file)
    with visit.page.expect_download():
        visit.do("home")
    expect(note).to_have_count(0)
    visit.errors.clear()  # the 404 is one
