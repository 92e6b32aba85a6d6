"""Share dialog in a browser: by keyboard, on a projector and on a phone, light and dark."""

from io import BytesIO
from urllib.parse import parse_qsl, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Locator
from support.accessible import BOTH_THEMES, violations
from support.visit import Open, Visit, expect

from sim import PRESETS

PROJECTOR, PHONE = (1280, 720), (390, 844)
SIZES = pytest.mark.parametrize("size", [PROJECTOR, PHONE], ids=["projector", "phone"])


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


@BOTH_THEMES
def test_axe_finds_nothing_in_the_dialog(lab: Open, dark: bool) -> None:
    visit = lab(dark=dark)
    visit.open_panel("share")
    assert violations(visit) == []
