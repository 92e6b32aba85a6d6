"""axe-core finds nothing to complain of: every page, light and dark, wide and on a phone, whatever is open on it."""

from hashlib import sha256
from urllib.parse import urlencode

from support.accessible import AXE, BOTH_THEMES, PHONE, WIDE, nothing_in, violations
from support.visit import Open, Visit, expect

from sim import PRESETS
from sim.dashboard.parts.map_chart import TITLE as MAP
from sim.session.link import Link, written
from sim.session.pins import Pin

PARADOX = "calcium=2000&vitamin_d=4000&vitamin_k2=10"
NOTICED = "?calcium=9999&vitamin_k2=600&mgp_block=1"  # a notice of a bad link, a remark on a limit, an experiment
PHONE_SIZE = (390, 844)


def open_all(visit: Visit) -> None:
    """Open all that is folded below the pictures, with the bands on and one picture's numbers shown."""
    visit.assume()
    visit.show_bands()
    visit.unfold("Ledger and numbers")
    visit.unfold("Bone calcium: numbers").locator("table").wait_for()
    visit.settle()


@BOTH_THEMES
def test_the_lab_is_accessible_with_notices_and_an_experiment(lab: Open, dark: bool) -> None:
    visit = lab(NOTICED, dark=dark).resize(*WIDE)
    expect(visit.notices.first).to_be_visible()
    expect(visit.experiment).to_be_visible()
    nothing_in({"as it opens": violations(visit)})


@BOTH_THEMES
def test_what_opens_over_the_lab_is_accessible(lab: Open, dark: bool) -> None:
    visit = lab(f"?{PARADOX}", dark=dark)
    found = {}
    for part in ("organ:bone", "gate:mgp", "flux:absorption"):
        visit.stage.locator(f"[data-key='{part}']").press("Enter")
        visit.stage.get_by_role("dialog").wait_for()
        found[f"card of {part}"] = violations(visit)
        visit.page.keyboard.press("Escape")
    visit.more()
    found["More"] = violations(visit)
    visit.close_more()
    visit.saving()
    found["Save"] = violations(visit)
    nothing_in(found)


@BOTH_THEMES
def test_the_lab_is_accessible_as_it_opens_and_with_everything_below_the_pictures_open(lab: Open, dark: bool) -> None:
    visit = lab(f"?{PARADOX}", dark=dark)
    found = {"as it opens": violations(visit.resize(*WIDE))}
    open_all(visit)
    found["all open"] = violations(visit)
    nothing_in(found)


@BOTH_THEMES
def test_the_lab_is_accessible_on_a_phone(lab: Open, dark: bool) -> None:
    visit = lab(f"?{PARADOX}", dark=dark).resize(*PHONE_SIZE)
    expect(visit.stage).to_have_attribute("data-shape", "narrow")
    found = {"as it opens": violations(visit)}
    open_all(visit)
    found["all open"] = violations(visit.resize(*PHONE))
    nothing_in(found)


@BOTH_THEMES
def test_the_projector_view_is_accessible(lab: Open, dark: bool) -> None:
    visit = lab(f"?{PARADOX}&view=projector", dark=dark)
    expect(visit.pictures).to_have_count(2)
    nothing_in({"projector": violations(visit)})


@BOTH_THEMES
def test_the_pages_of_compared_runs_and_the_map_are_accessible_wide_and_on_a_phone(lab: Open, dark: bool) -> None:
    pins = tuple(Pin(name, PRESETS[name]) for name in ("balanced", "K2 deficiency"))
    visit = lab(f"?{urlencode(written(Link(PRESETS['calcium paradox'], pins=pins)))}", dark=dark)
    found = {}
    for link, heading, folded in (
        ("Compare", "Compare runs", "Difference from the balanced run"), ("Map", MAP, "The map as a table"),
    ):  # fmt: skip
        visit.resize(*WIDE).go(link, heading)  # on a phone the links stand in a menu
        visit.unfold(folded).locator("table").wait_for()
        for size in (WIDE, PHONE):
            found[f"{link} at {size}"] = violations(visit.resize(*size))
    nothing_in(found)


@BOTH_THEMES
def test_the_pages_about_evidence_and_the_model_are_accessible(lab: Open, dark: bool) -> None:
    visit = lab(dark=dark)
    visit.go("Evidence", "What is known, and how well")
    visit.page.get_by_text("The model beside published points").wait_for()
    visit.page.locator("summary").first.click()
    visit.page.get_by_text("What the model assumes").locator("visible=true").first.wait_for()
    found = {"Evidence": violations(visit.resize(*WIDE))}
    visit.go("The model", "The model behind the lab")
    found["The model"] = violations(visit)
    nothing_in(found)


def test_axe_is_the_file_that_its_readme_names() -> None:
    assert sha256((AXE / "axe.min.js").read_bytes()).hexdigest() in (AXE / "README.md").read_text(encoding="utf-8")
