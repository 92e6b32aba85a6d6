"""What axe-core finds on an open page, whatever is open on it."""

from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.visit import READY, Visit

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
# axe leaves out of some rules what is scrolled out of sight, so windows are tall enough for a whole page.
WIDE, PHONE = (1280, 5000), (390, 9000)
LOADING = 60_000  # ms: a new experiment costs the server seconds, on a busy machine many
BOTH_THEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])


@cache
def axe() -> str:
    """Return the source of axe-core."""
    return (AXE / "axe.min.js").read_text(encoding="utf-8")


def violations(visit: Visit) -> list[str]:
    """Return what axe says against the page of a server as it stands: rule, element and the rule in words."""
    visit.page.locator(READY).wait_for(timeout=LOADING)
    return found_by_axe(visit.page)


def found_by_axe(page: Page) -> list[str]:
    """Return what axe says against a page as it stands: rule, element and the rule in words."""
    page.evaluate(STILL)
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    found = page.evaluate(RUN, RULES)["violations"]
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
