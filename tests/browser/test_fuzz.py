"""Whatever a restless class presses, in whatever order: the page never breaks and in the end tells one story."""

import re
from collections.abc import Callable
from random import Random
from time import monotonic
from urllib.parse import urlencode, urlsplit

import pytest
from support.visit import NUTRIENTS, READY, Locator, Open, TimeoutError, Visit

from sim.session.link import VIEWS, read
from sim.session.link_keys import VIEW_KEY

ACTIONS_PER_SEED = 100
DRAWS = 10 * ACTIONS_PER_SEED  # most actions are drawn in vain while the page about the model is shown
PATIENCE = 2_000  # ms for something that was seen a moment ago; it may have gone with a new drawing
LOADING = 60_000  # ms for a whole page, or a new world, on a busy machine
QUIET = 1.0  # s without another address: a slider tells the server after a fifth of that
# A page other than the first looks for its server below its own address first; so Streamlit does it everywhere.
STREAMLITS = re.compile(r"status of 404 .*/(evidence|model)/_stcore/(health|host-config)$")
BROKEN = """() => [...document.querySelectorAll('[data-testid=stException], [role=dialog]')]
  .map(each => (each.dataset.testid ?? 'dialog') + ': ' + each.innerText)
  .filter(text => /^stException|Connection error/.test(text))"""
SLIDER_KEYS = ("ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End")
READER_KEYS = ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Escape")
AMOUNTS = ("0", "10", "777", "1000.4", "2000", "-1", "1e9", "nan", "", "**x**")
VALUES = {
    **{row.name: AMOUNTS for row in NUTRIENTS},
    "years": ("1", "17", "30", "0", "99"),
    "lens": ("story", "trials", "gossip"),
    "k_form": ("k1", "k9"),
    "mgp_strength": ("0.5", "seven"),  # few worlds in all: the server needs seconds for each new one
    "view": ("page", "projector", "cinema"),
    "link": ("1", "2", "99"),
    "utm_source": ("school",),
}


class NotHereError(Exception):
    """What the action needs is not on the page now."""


def here(locator: Locator) -> Locator:
    """Return a locator of something that can be seen now."""
    if not locator.is_visible():
        raise NotHereError
    return locator


def one_of(locator: Locator, chance: Random) -> Locator:
    """Return one of several things that can be seen now."""
    part = chance.random()
    return here(locator.nth(int(part * locator.count())))


def press(locator: Locator, *keys: str) -> None:
    for key in keys:
        locator.press(key, timeout=PATIENCE)


def press_slider(visit: Visit, chance: Random) -> None:
    slider = f".st-key-{chance.choice(NUTRIENTS).name} input[type=range]"
    press(here(visit.page.locator(slider)), *chance.choices(SLIDER_KEYS, k=chance.randint(1, 4)))


def drag_slider(visit: Visit, chance: Random) -> None:
    slider = visit.page.locator(f".st-key-{chance.choice(NUTRIENTS).name}")
    target = chance.random()
    row, thumb = here(slider).bounding_box(), here(slider.get_by_role("slider")).bounding_box()
    if not row or not thumb:
        raise NotHereError
    height = thumb["y"] + thumb["height"] / 2
    visit.page.mouse.move(thumb["x"] + thumb["width"] / 2, height)
    visit.page.mouse.down()
    visit.page.mouse.move(row["x"] + target * row["width"], height, steps=5)
    visit.page.mouse.up()


def type_exact(visit: Visit, chance: Random) -> None:
    box = one_of(visit.popover.locator("input[type=number]"), chance)
    box.fill(chance.choice(("0", "1", "333", "2500", "99999", "")), timeout=PATIENCE)
    press(box, chance.choice(("Enter", "Tab", "Escape")))


def load_link(visit: Visit, chance: Random) -> None:
    keys = chance.sample(list(VALUES), chance.randint(0, 5))
    pairs = [(key, chance.choice(VALUES[key])) for key in keys]
    visit.page.goto(f"{visit.server}/?{urlencode(pairs + pairs[:1])}", timeout=LOADING)
    visit.page.locator(".st-key-live .stage[data-run=exact]").wait_for(timeout=LOADING)


def go_back(visit: Visit, chance: Random) -> None:
    if not visit.page.evaluate("navigation.canGoBack"):
        raise NotHereError
    visit.page.go_back(timeout=LOADING)
    visit.page.locator(READY).wait_for(timeout=LOADING)


def click(find: Callable[[Visit], Locator]) -> Callable[[Visit, Random], None]:
    return lambda visit, chance: one_of(find(visit), chance).click(timeout=PATIENCE)


def keys(find: Callable[[Visit], Locator], *choice: str) -> Callable[[Visit, Random], None]:
    return lambda visit, chance: press(one_of(find(visit), chance), chance.choice(choice))


def key(name: str) -> Callable[[Visit, Random], None]:
    return lambda visit, _: visit.page.keyboard.press(name)


# How often each comes, and what it does.
ACTIONS: dict[str, tuple[int, Callable[[Visit, Random], None]]] = {
    "press a slider": (14, press_slider),
    "drag a slider": (6, drag_slider),
    "a preset": (6, click(lambda visit: visit.page.locator(".st-key-presets button"))),
    "a lens": (5, click(lambda visit: visit.page.locator(".st-key-lenses button"))),
    "Undo or redo": (4, click(lambda visit: visit.page.locator(":is(.st-key-undo, .st-key-redo) button:enabled"))),
    "pin": (3, click(lambda visit: visit.page.locator(":is(.st-key-pin, .st-key-pin_run) button"))),
    "a pinned run": (4, click(lambda visit: visit.page.locator(".st-key-pins button:enabled"))),
    "Reset": (3, click(lambda visit: visit.page.get_by_role("button", name="Reset"))),
    "p": (6, key("p")),
    "Escape": (4, key("Escape")),
    "More or Save": (6, click(lambda visit: visit.page.get_by_test_id("stPopoverButton"))),
    "type a value": (6, type_exact),
    "years": (2, keys(lambda visit: visit.popover.locator("input[type=range]"), *SLIDER_KEYS)),
    "an expander": (6, click(lambda visit: visit.page.locator("summary"))),
    "load a link": (1, load_link),
    "a page": (6, click(lambda visit: visit.page.get_by_test_id("stTopNav").get_by_role("link"))),
    "Back": (4, go_back),
    "transport": (8, keys(lambda visit: visit.stage.locator(".transport button"), "Enter", " ")),
    "time": (3, keys(lambda visit: visit.stage.locator(".transport input"), *SLIDER_KEYS)),
    "a part of the diagram": (6, keys(lambda visit: visit.stage.locator("[data-key]"), "Enter", " ")),
    "read a picture": (6, keys(lambda visit: visit.stage.locator(".reader"), *READER_KEYS)),
}
NAMES, WEIGHTS = list(ACTIONS), [often for often, _ in ACTIONS.values()]


def act(visit: Visit, chance: Random) -> str | None:
    """Do one action; return its name, or None if it could not be done now."""
    (name,) = chance.choices(NAMES, WEIGHTS)
    try:
        ACTIONS[name][1](visit, chance)
    except (NotHereError, TimeoutError):
        return None
    if chance.random() < 0.3:  # in between some let the page come to rest, most do not wait for it
        visit.page.locator(READY).wait_for(timeout=LOADING)
    return name


def complaints(visit: Visit) -> list[str]:
    """Return what the page or its console complains of."""
    visit.errors[:] = [error for error in visit.errors if not STREAMLITS.search(error)]
    return [*visit.errors, *visit.page.evaluate(BROKEN)]


def rest_on_the_lab(visit: Visit) -> None:
    """Go to the lab's usual page, if it is not shown, and wait until its address stays."""
    visit.page.keyboard.press("Escape")
    wait_for_a_quiet_address(visit)
    if urlsplit(visit.page.url).path != "/":
        visit.page.get_by_role("link", name="Lab").click()
        visit.stage.wait_for()
    if visit.settle().address().get(VIEW_KEY, VIEWS[0]) != VIEWS[0]:
        visit.page.get_by_role("button", name="Leave the projector view").click()
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
    visit = lab()
    visit.page.emulate_media(reduced_motion="no-preference" if seed == 1 else "reduce")  # stillness saves seconds
    done: list[str] = []
    try:
        for draw in range(DRAWS):
            name = act(visit, Random(f"{seed}.{draw}"))  # each draw for itself, whatever was possible before
            if name:
                done.append(f"{draw}: {name}")
                assert complaints(visit) == []
            if len(done) == ACTIONS_PER_SEED:
                break
        assert len(done) == ACTIONS_PER_SEED
        rest_on_the_lab(visit)
        link, notices = read(visit.address())
        assert notices == []
        visit.shows(link.scenario, link)
        assert complaints(visit) == []
    except Exception as error:
        error.add_note(f"Seed {seed}, at {visit.page.url}; the last of {len(done)} actions: {'; '.join(done[-15:])}")
        raise
