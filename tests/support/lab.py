"""The Lab on a page, in a reader's words: what is to be seen of it and what can be done; with a server or without."""

import re
from typing import Self

from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from sim import Scenario
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import NUTRIENTS
from sim.text.live_sentence import live_sentence

expect.set_options(timeout=10_000)  # two busy cores


# A page other than the first looks for its server below its own address first; so Streamlit does it everywhere.
STREAMLITS = re.compile(r"status of 404 .*/\w+/_stcore/(health|host-config)$")
# Each text of the picture that is seen, but the sleepers' "z", and how high its letters are. [CSS px]
LETTERS = """svg => [...svg.querySelectorAll('text')].filter(text => text.textContent.trim()
  && !text.closest('.asleep') && text.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .map(text => [text.textContent, parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a])"""


def sentence(scenario: Scenario) -> str:
    """Return the sentence that the Lab must show at the end of a run."""
    return " ".join(live_sentence(simulate(scenario), balanced_run(scenario), scenario.years))


class Lab:
    """The Lab on an open page, and everything the page asked for or complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.root = page.locator(".lab")
        self.sentence = self.root.locator("p.sentence")
        self.spoken = self.root.locator("[role=status].spoken")
        self.scene = self.root.locator("svg.scene")
        self.parts = self.scene.locator("g.part")
        self.year = self.root.locator("input.year")
        self.menu = self.root.locator("details.menu")

    def _console(self, message: ConsoleMessage) -> None:
        text = f"{message.text} {message.location.get('url', '')}"
        if message.type == "error" and not STREAMLITS.search(text):
            self.errors.append(text)

    def ready(self) -> None:
        """Wait until the Lab has been drawn."""
        self.page.locator(".lab[data-ready=yes]").wait_for()

    def frame(self) -> None:
        """Wait until what has changed is drawn."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def resize(self, width: int, height: int) -> Self:
        """Give the window this size and wait until all is drawn in it."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.wait_for_function("size => innerWidth === size[0] && innerHeight === size[1]", arg=[width, height])
        self.frame()
        return self

    def slider(self, nutrient: str) -> Locator:
        """Return the slider of a nutrient; a panel over the Lab may have another."""
        return self.root.locator(f"input[type=range][data-key={nutrient}]").first

    def number(self, nutrient: str) -> Locator:
        """Return the number beside a slider, which can be typed."""
        return self.root.locator(f"input.number[data-key={nutrient}]").first

    def button(self, kind: str, nutrient: str) -> Locator:
        """Return minus or plus of a slider."""
        return self.root.locator(f"button.{kind}[data-key={nutrient}]")

    def preset(self, name: str) -> Locator:
        """Return the preset of this name that is in sight."""
        return self.root.locator(f'button[data-preset="{name}"]:visible').first

    def part(self, key: str) -> Locator:
        """Return a part of the picture."""
        return self.scene.locator(f'g.part[data-part="{key}"]')

    def letters(self) -> list[tuple[str, float]]:
        """Return each text of the picture and how high its letters are. [CSS px]"""
        self.frame()
        return self.scene.evaluate(LETTERS)

    def line(self, quantity: str) -> str:
        """Return the curve of a quantity as it is drawn now."""
        return self.root.locator(f".curve[data-quantity={quantity}] path[class=line]").first.get_attribute("d") or ""

    def open_menu(self) -> Locator:
        """Open the menu and return its sheet."""
        if self.menu.get_attribute("open") is None:
            self.menu.locator("summary").click()
        return self.menu.locator(".sheet")

    def do(self, what: str) -> None:
        """Press something that stands in the menu."""
        self.open_menu().locator(f"[data-do={what}]").first.click()

    def choose_preset(self, name: str) -> None:
        """Press a preset, in the menu if it does not stand beside the picture."""
        if not self.root.locator(f'button[data-preset="{name}"]:visible').count():
            self.open_menu()
        self.preset(name).click()

    def choose_lens(self, name: str) -> None:
        """Choose an account, in the menu if it does not stand beside the picture."""
        buttons = self.root.locator(f"button[data-lens={name}]:visible")
        if not buttons.count():
            self.open_menu()
        buttons.first.click()

    def hold(self, nutrient: str, share: float) -> "Hand":
        """Take hold of a slider with the mouse and move it to a share of its track."""
        hand = Hand(self, nutrient)
        hand.down()
        hand.to(share)
        return hand

    def drag(self, nutrient: str, *shares: float) -> None:
        """Drag a slider from one share of its track to the next, and let go."""
        hand = Hand(self, nutrient)
        hand.down()
        for share in shares:
            hand.to(share, steps=1)
        hand.up()

    def tells(self, scenario: Scenario) -> None:
        """Wait until sentence and sliders tell of this scenario."""
        expect(self.sentence).to_have_text(sentence(scenario))
        for name in NUTRIENTS:
            expect(self.number(name)).to_have_value(f"{scenario.settings()[name]:,.0f}")


THUMB = 26  # px


class Hand:
    """A mouse on a slider."""

    def __init__(self, lab: Lab, nutrient: str) -> None:
        self.mouse, slider = lab.page.mouse, lab.slider(nutrient)
        box, self.start = slider.bounding_box(), float(slider.input_value())
        assert box
        # The middle of the thumb goes from half its width after the one end to half before the other.
        self.left, self.width, self.y = box["x"] + THUMB / 2, box["width"] - THUMB, box["y"] + box["height"] / 2

    def down(self) -> None:
        """Take hold of the thumb."""
        self.mouse.move(self.left + self.start * self.width, self.y)
        self.mouse.down()

    def to(self, share: float, steps: int = 5) -> None:
        """Move to a share of the track."""
        self.mouse.move(self.left + share * self.width, self.y, steps=steps)

    def up(self) -> None:
        """Let go."""
        self.mouse.up()
