"""What a restless class does to the Lab: one action after the other, whatever is on the screen."""

from collections.abc import Callable
from random import Random
from urllib.parse import urlencode

from playwright.sync_api import Locator, TimeoutError

from sim.runs.scenario import NUTRIENTS
from support.lab import Hand, Lab

PATIENCE = 700  # ms for something that was seen a moment ago; it may lie below a panel
SLIDER_KEYS = ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End")
TYPED = ("0", "1", "333", "1,033", "2500", "99999", "-1", "1e3", "", "x", "1.5")
Action = Callable[[Lab, Random], None]
CLOSE = "dialog[open] button:text-is('Close')"


AMOUNTS = ("0", "10", "777", "1000.4", "2000", "-1", "1e9", "nan", "", "**x**")
VALUES = {
    **dict.fromkeys(NUTRIENTS, AMOUNTS),
    "years": ("1", "17", "30", "0", "99"),
    "lens": ("story", "trials", "gossip"),
    "k_form": ("k1", "k9"),
    "mgp_strength": ("0.5", "seven"),
    "view": ("page", "projector", "cinema"),
    "link": ("1", "2", "99"),
    "utm_source": ("school",),
}
"""What a link may hold that somebody has typed or cut, by its keys."""


class NotHereError(Exception):
    """What the action needs is not on the page now."""


def one_of(locator: Locator, chance: Random) -> Locator:
    """Return one of several things that can be seen now."""
    part, seen = chance.random(), [each for each in locator.all() if each.is_visible()]
    if not seen:
        raise NotHereError
    return seen[int(part * len(seen))]


def press(find: Callable[[Lab], Locator], *keys: str) -> Action:
    """Return the action that clicks one of some things, or presses one of these keys on it."""

    def act(lab: Lab, chance: Random) -> None:
        found = one_of(find(lab), chance)
        found.press(chance.choice(keys), timeout=PATIENCE) if keys else found.click(timeout=PATIENCE)

    return act


def key(name: str) -> Action:
    """Return the action that presses a key wherever the focus is."""
    return lambda lab, _: lab.page.keyboard.press(name)


def press_slider(lab: Lab, chance: Random) -> None:
    slider = lab.slider(chance.choice(NUTRIENTS))
    for name in chance.choices(SLIDER_KEYS, k=chance.randint(1, 4)):
        slider.press(name, timeout=PATIENCE)


def drag_slider(lab: Lab, chance: Random) -> None:
    hand = Hand(lab, chance.choice(NUTRIENTS))
    hand.down()
    hand.to(chance.random())
    hand.up()


def type_number(lab: Lab, chance: Random) -> None:
    box = lab.number(chance.choice(NUTRIENTS))
    box.fill(chance.choice(TYPED), timeout=PATIENCE)
    box.press(chance.choice(("Enter", "Tab", "Escape")), timeout=PATIENCE)


def any_query(chance: Random) -> str:
    """Return what may stand after the "?" of a link: right, wrong or twice."""
    pairs = [(key, chance.choice(VALUES[key])) for key in chance.sample(list(VALUES), chance.randint(0, 5))]
    return urlencode(pairs + pairs[:1])


# How often each comes, and what it does.
ON_THE_LAB: dict[str, tuple[int, Action]] = {
    "press a slider": (14, press_slider),
    "drag a slider": (8, drag_slider),
    "type a number": (6, type_number),
    "minus or plus": (6, press(lambda lab: lab.root.locator("button.minus, button.plus"))),
    "a preset": (8, press(lambda lab: lab.root.locator("[data-preset]"))),
    "an account": (4, press(lambda lab: lab.root.locator("[data-lens]"))),
    "play or pause": (5, press(lambda lab: lab.root.locator("button.play"))),
    "the year": (4, press(lambda lab: lab.year, *SLIDER_KEYS)),
    "a part of the picture": (8, press(lambda lab: lab.parts, "Enter", " ")),
    "the menu": (8, press(lambda lab: lab.menu.locator("summary"))),
    "something in the menu": (12, press(lambda lab: lab.menu.locator("[data-do]:not([data-do=full-screen])"))),
    "something in a panel": (8, press(lambda lab: lab.root.locator("dialog[open]").locator("button, input, summary"))),
    "close": (8, press(lambda lab: lab.root.locator(CLOSE))),
    "Escape": (8, key("Escape")),
    "undo": (4, key("Control+z")),
    "redo": (3, key("Control+y")),
    "p": (3, key("p")),
    "?": (1, key("?")),
    "Tab": (3, key("Tab")),
}


class Class:
    """Actions drawn by chance; each draw for itself, whatever was possible before."""

    def __init__(self, seed: int, actions: dict[str, tuple[int, Action]] = ON_THE_LAB) -> None:
        self.seed, self.actions, self.draws = seed, actions, 0
        self.done: list[str] = []

    def act(self, lab: Lab) -> None:
        """Do what can be done of the next few draws."""
        while True:
            self.draws += 1
            chance = Random(f"{self.seed}.{self.draws}")
            (name,) = chance.choices(list(self.actions), [often for often, _ in self.actions.values()])
            try:
                self.actions[name][1](lab, chance)
            except (NotHereError, TimeoutError, AssertionError):
                continue
            self.done.append(f"{self.draws}: {name}")
            return
