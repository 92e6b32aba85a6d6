"""axe-core finds nothing to complain of: light and dark, wide and on a phone, whatever is open."""

from collections.abc import Callable
from hashlib import sha256
from urllib.parse import urlencode

import pytest
from support.accessible import AXE, BOTH_THEMES, PHONE, WIDE, found_by_axe, nothing_in, violations
from support.lab import Lab, expect
from support.visit import Open

from sim import PRESETS, Scenario
from sim.session.link import Link, written
from sim.session.pins import Pin

PARADOX = "calcium=2000&vitamin_d=4000&vitamin_k2=10"
PHONE_SIZE = (390, 844)
EXPERIMENT = Scenario(2000, 4000, 10, parameters={"mgp_block": 1})


@BOTH_THEMES
@pytest.mark.parametrize("size", [(1280, 720), PHONE_SIZE], ids=["laptop", "phone"])
def test_the_lab_is_accessible_whatever_is_open_on_it(
    alone: Callable[..., Lab], dark: bool, size: tuple[int, int]
) -> None:
    lab = alone(EXPERIMENT, dark=dark)
    lab.resize(*size)
    found = {"as it opens": found_by_axe(lab.page)}
    lab.open_menu()
    found["menu"] = found_by_axe(lab.page)
    lab.page.keyboard.press("Escape")
    for panel in ("body", "numbers", "assumptions", "certainty", "keys"):
        lab.do(panel)
        expect(lab.root.locator("dialog[open]")).to_be_visible()
        found[panel] = found_by_axe(lab.page)
        lab.page.keyboard.press("Escape")
        expect(lab.root.locator("dialog[open]")).to_have_count(0)
    for part in ("bone", "mgp"):
        lab.part(part).press("Enter")
        expect(lab.root.get_by_role("dialog")).to_be_visible()
        found[f"card of {part}"] = found_by_axe(lab.page)
        lab.page.keyboard.press("Escape")
    lab.number("calcium").fill("99999")
    lab.number("calcium").press("Enter")
    found["refused"] = found_by_axe(lab.page)
    nothing_in(found)


@BOTH_THEMES
def test_the_whole_page_is_accessible_with_notices_with_panels_of_the_server_and_projected(
    lab: Open, dark: bool
) -> None:
    visit = lab(f"?{PARADOX}&calcium=9999&unknown=1", dark=dark).resize(1280, 720)
    found = {"notices": violations(visit)}
    for panel in ("save", "share"):
        visit.open_panel(panel)
        found[panel] = violations(visit)
        visit.page.keyboard.press("Escape")
        expect(visit.page.get_by_role("dialog")).to_have_count(0)
        visit.settle()
    visit.page.keyboard.press("p")
    expect(visit.root).to_have_attribute("data-layout", "board")
    found["projector"] = violations(visit)
    nothing_in(found)


@BOTH_THEMES
@pytest.mark.parametrize("page", ["compare", "map", "plate", "background"])
def test_the_other_pages_are_accessible_wide_and_on_a_phone(lab: Open, dark: bool, page: str) -> None:
    pins = tuple(Pin(name, PRESETS[name]) for name in ("balanced", "K2 deficiency"))
    link = urlencode(written(Link(PRESETS["calcium paradox"], pins=pins)))
    visit = lab(f"{page}?{link}", dark=dark)
    visit.page.get_by_role("heading", level=1).first.wait_for()
    nothing_in({f"{page} at {size}": violations(visit.resize(*size)) for size in (WIDE, PHONE)})


def test_axe_is_the_file_that_its_readme_names() -> None:
    assert sha256((AXE / "axe.min.js").read_bytes()).hexdigest() in (AXE / "README.md").read_text(encoding="utf-8")
