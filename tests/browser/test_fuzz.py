"""Whatever a restless class does to the whole page, in whatever order: it never breaks and tells one story."""

from random import Random
from time import monotonic
from urllib.parse import urlsplit

import pytest
from support.lab import Lab
from support.restless import ON_THE_LAB, Action, Class, NotHereError, any_query, one_of, press
from support.visit import READY, Open, Visit

from sim.session.link import read

ACTIONS = 80
LOADING = 60_000  # ms for a whole page on a busy machine
QUIET = 1.0  # s without another address
BROKEN = """() => [...document.querySelectorAll('[data-testid=stException], [role=dialog]')]
  .map(each => (each.dataset.testid ?? 'dialog') + ': ' + each.innerText)
  .filter(text => /^stException|Connection error/.test(text))"""


def load_link(lab: Lab, chance: Random) -> None:
    base = f"{urlsplit(lab.page.url).scheme}://{urlsplit(lab.page.url).netloc}"
    lab.page.goto(f"{base}/?{any_query(chance)}", timeout=LOADING)
    lab.page.locator(".lab[data-ready=yes]").wait_for(timeout=LOADING)


def go_back(lab: Lab, _: Random) -> None:
    if not lab.page.evaluate("navigation.canGoBack"):
        raise NotHereError
    lab.page.go_back(timeout=LOADING)
    lab.page.locator(READY).wait_for(timeout=LOADING)


def on_the_page(selector: str) -> Action:
    return press(lambda lab: lab.page.locator(selector))


ON_THE_PAGE: dict[str, tuple[int, Action]] = {
    **ON_THE_LAB,
    "load a link": (1, load_link),
    "a page": (6, on_the_page("[data-testid=stTopNav] a")),
    "a page by the menu": (4, press(lambda lab: lab.menu.locator("a[data-page]"))),
    "back": (5, go_back),
    "a button of Streamlit": (6, on_the_page("[data-testid=stButton] button:enabled")),
    "something folded": (4, on_the_page("[data-testid=stExpander] summary")),
    "close a dialog": (6, on_the_page("[role=dialog] button[aria-label=Close]")),
}


def complaints(visit: Visit) -> list[str]:
    """Return what the page or its console complains of."""
    return [*visit.errors, *visit.page.evaluate(BROKEN)]


def rest_on_the_lab(visit: Visit) -> None:
    """Go to the Lab's usual page, if it is not shown, and wait until its address stays."""
    for _ in range(3):
        visit.page.keyboard.press("Escape")
    wait_for_a_quiet_address(visit)
    if urlsplit(visit.page.url).path != "/":
        one_of(visit.page.get_by_test_id("stTopNav").get_by_role("link"), Random(0)).wait_for()
        visit.page.get_by_role("link", name="Lab", exact=True).click()
    visit.ready()
    if visit.root.get_attribute("data-view") == "projector":
        visit.page.get_by_role("button", name="Leave projector view").click()
    wait_for_a_quiet_address(visit)


def wait_for_a_quiet_address(visit: Visit) -> None:
    """Wait until the address stays: what was pressed last has then come to its end."""
    address, since = "", monotonic()
    while monotonic() < since + QUIET:
        visit.page.wait_for_timeout(100)
        if visit.settle().page.url != address:
            address, since = visit.page.url, monotonic()


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_that_a_restless_class_does_breaks_the_page(lab: Open, seed: int) -> None:
    visit, doing = lab(), Class(seed, ON_THE_PAGE)
    visit.page.emulate_media(reduced_motion="no-preference" if seed == 1 else "reduce")  # stillness saves seconds
    try:
        for _ in range(ACTIONS):
            doing.act(visit)
            assert complaints(visit) == []
        rest_on_the_lab(visit)
        link, notices = read(visit.address())
        assert notices == []
        visit.shows(link.scenario, link)
        assert complaints(visit) == []
    except Exception as error:
        error.add_note(
            f"Seed {seed}, at {visit.page.url}; the last of {len(doing.done)}: {'; '.join(doing.done[-15:])}"
        )
        raise
