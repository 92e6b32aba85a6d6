"""axe-core finds nothing to complain of: every page, light and dark, wide and on a phone, whatever is open on it."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from support.visit import READY, Open, Visit, expect

AXE = Path(__file__).parent / "axe"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
# What fades in looks pale to a check of contrast until it has come, what unfolds is small until it has its size.
STILL = """async () => {
  await Promise.allSettled(document.getAnimations().filter(
    each => each.effect.getComputedTiming().endTime < Infinity).map(each => each.finished));
  const places = () => [...document.querySelectorAll('summary, button')].map(
    each => Math.round(each.getBoundingClientRect().top)).join();
  for (let still = 0, last = places(); still < 12;) {
    await new Promise(requestAnimationFrame);
    const now = places();
    still = now === last ? still + 1 : 0;
    last = now;
  }
}"""
PARADOX = "calcium=2000&vitamin_d=4000&vitamin_k2=10"
NOTICED = "?calcium=9999&vitamin_k2=600&mgp_block=1"  # a notice of a bad link, a remark on a limit, an experiment
# axe leaves out of some rules what is scrolled out of sight, so windows are tall enough for a whole page.
WIDE, PHONE = (1280, 5000), (390, 9000)
PHONE_SIZE = (390, 844)
LOADING = 60_000  # ms: a new experiment costs the server seconds, on a busy machine many
BOTH_THEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


@cache
def axe() -> str:
    """Return the source of axe-core."""
    return (AXE / "axe.min.js").read_text(encoding="utf-8")


def violations(visit: Visit) -> list[str]:
    """Return what axe says against the page as it stands: rule, element and the rule in words."""
    visit.page.locator(READY).wait_for(timeout=LOADING)
    visit.page.evaluate(STILL)
    if not visit.page.evaluate("'axe' in window"):
        visit.page.evaluate(axe())
    found = visit.page.evaluate(RUN, RULES)["violations"]
    return [f"{rule['id']} at {selector(node)}: {rule['help']}" for rule in found for node in rule["nodes"]]


def selector(node: dict) -> str:
    """Return where a node is; where it is inside a shadow root axe gives the way there in pieces."""
    return " ".join(" >> ".join([part] if isinstance(part, str) else part) for part in node["target"])


def nothing_in(found: dict[str, list[str]]) -> None:
    """Check that nothing was found in any state; what was found is told once, with the states it was found in."""
    states: dict[str, list[str]] = {}
    for state, lines in found.items():
        for line in lines:
            states.setdefault(line, []).append(state)
    assert not states, "\n".join(f"{line} ({', '.join(where)})" for line, where in states.items())


def open_all(visit: Visit) -> None:
    """Open all that is folded below the pictures, with the bands on and one picture's numbers shown."""
    visit.assume()
    visit.show_bands()
    visit.unfold("Ledger and numbers")
    visit.unfold("Bone calcium: numbers").locator("table").wait_for()
    visit.settle()


@BOTH_THEMES
def test_the_lab_is_accessible(lab: Open, dark: bool) -> None:
    visit = lab(f"?{PARADOX}", dark=dark).resize(*WIDE)
    nothing_in({"as it opens": violations(visit)})


def test_the_lab_is_accessible_with_notices_and_an_experiment(lab: Open) -> None:
    visit = lab(NOTICED).resize(*WIDE)
    expect(visit.notices.first).to_be_visible()
    expect(visit.experiment).to_be_visible()
    nothing_in({"with notices": violations(visit)})


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
def test_the_lab_is_accessible_with_everything_below_the_pictures_open(lab: Open, dark: bool) -> None:
    visit = lab(f"?{PARADOX}", dark=dark)
    open_all(visit)
    nothing_in({"all open": violations(visit.resize(*WIDE))})


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
