"""Share dialog and class results in a browser: by keyboard, on a projector and on a phone, light and dark."""

import csv
from io import BytesIO, StringIO
from urllib.parse import parse_qsl, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Locator
from support.accessible import BOTH_THEMES, violations
from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario
from sim.dashboard.parts import panels
from sim.lessons.answer_sheet import Sheet
from sim.lessons.codes import encode
from sim.lessons.results import COLUMNS
from sim.text.sentences import NOTICE

PROJECTOR, PHONE = (1280, 720), (390, 844)
SIZES = pytest.mark.parametrize("size", [PROJECTOR, PHONE], ids=["projector", "phone"])
CODES = [encode(Sheet("paradox", answers, Scenario(), mark="AAAA")) for answers in ("abcabc", "bbbbbb", "ccc")]


def inside_the_window(visit: Visit, part: Locator) -> None:
    """Check that a part is in the window from left to right."""
    box, size = part.bounding_box(), visit.page.viewport_size
    assert box and size
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]


@SIZES
def test_the_dialog_holds_the_link_of_the_page_and_once_closed_it_stays_so(lab: Open, size: tuple[int, int]) -> None:
    visit = lab("?calcium=2000&vitamin_k2=10").resize(*size)
    dialog = visit.open_panel("share")
    link = dialog.locator("code").first.inner_text()
    assert urlsplit(link).hostname == "192.168.1.20"
    assert dict(parse_qsl(urlsplit(link).query)) == visit.address()
    picture = dialog.locator("img")
    expect(picture).to_have_attribute("alt", f"QR code of {link}")
    inside_the_window(visit, picture)
    visit.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    visit.settle()
    visit.choose_preset("ordinary diet + tablets")  # another run does not bring it back
    visit.shows(PRESETS["ordinary diet + tablets"])
    expect(dialog).to_have_count(0)
    visit.open_panel("share")  # but whoever asks again gets it again
    expect(visit.page.get_by_role("dialog").locator("code").first).to_contain_text("vitamin_k2=29")


def test_the_code_fills_most_of_a_projectors_height_is_black_on_white_in_the_dark_and_is_saved(lab: Open) -> None:
    visit = lab(dark=True).resize(*PROJECTOR)
    dialog = visit.open_panel("share")
    picture = dialog.locator("img")
    box = picture.bounding_box()
    assert box and box["height"] >= 0.6 * PROJECTOR[1]
    assert box["y"] + box["height"] <= PROJECTOR[1]
    visit.page.evaluate("() => Promise.allSettled(document.getAnimations().map(each => each.finished))")
    pixels = Image.open(BytesIO(picture.screenshot())).convert("L")
    width, height = pixels.size
    assert pixels.getpixel((width // 2, 12)) == 255  # the quiet zone
    assert pixels.getextrema() == (0, 255)
    assert height == pytest.approx(width, abs=2)  # a rounded pixel on either side
    for name, first in (("Save as PNG", b"\x89PNG"), ("Save as SVG", b"<?xml")):
        assert visit.saved(name).path().read_bytes().startswith(first)
    expect(dialog).to_be_visible()


def results(visit: Visit, text: str) -> Visit:
    """Go to the class results and paste codes."""
    visit.open("class").page.get_by_label("Class codes").fill(text)
    visit.page.get_by_role("button", name="Show results").click()
    visit.page.get_by_role("heading", name="Every entry").wait_for()
    return visit.settle()


def test_pasted_codes_become_pictures_and_a_table_that_fit_the_window_and_are_kept_and_saved(lab: Open) -> None:
    pasted = "\n".join(["name;code", *(f"Someone;{code}" for code in CODES), CODES[0][:-1]])
    visit = results(lab(), pasted)
    expect(visit.notices).to_contain_text("Line 5:")
    page = visit.page
    expect(page.get_by_role("heading", name="Lesson 4: The calcium paradox (3 codes)")).to_be_visible()
    pictures, main = page.get_by_test_id("stImage").locator("img"), page.get_by_test_id("stMain")
    expect(pictures).to_have_count(5)
    for size in (PROJECTOR, PHONE):
        visit.resize(*size).settle()
        for i in range(5):
            inside_the_window(visit, pictures.nth(i))
            assert len(pictures.nth(i).get_attribute("alt") or "") > 40
        expect(page.locator(".wide-table tbody tr")).to_have_count(4)
        assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0
    assert "Someone" not in page.locator(".wide-table").inner_text()
    visit.resize(*PROJECTOR).page.get_by_test_id("stTopNav").get_by_role("link", name="Foods").click()
    page.locator(".lab[data-mode=bar][data-ready=yes]").wait_for()
    visit.settle().page.go_back()
    expect(page.get_by_label("Class codes")).to_have_value(pasted)
    expect(page.get_by_role("heading", name="(3 codes)")).to_be_visible()
    header, *cases = csv.reader(StringIO(visit.saved("Save all lessons as CSV").path().read_text()))
    assert tuple(header) == COLUMNS
    assert len(cases) == 18
    image = Image.open(visit.saved("Save the picture as PNG").path())
    assert NOTICE in image.info["Description"]


@BOTH_THEMES
def test_axe_finds_nothing_in_dialog_and_results(lab: Open, dark: bool) -> None:
    visit = lab(dark=dark)
    visit.open_panel("share")
    assert violations(visit) == []
    visit.page.keyboard.press("Escape")
    expect(visit.page.get_by_role("dialog", name=panels.PANELS[panels.SHARE].title)).to_have_count(0)
    results(visit, "\n".join([*CODES, "CPL1-4"]))
    for size in ((1280, 5000), (390, 9000)):  # as high as the page, because axe leaves out what is scrolled away
        assert violations(visit.resize(*size)) == []
