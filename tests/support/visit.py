"""A visit to the page, in a reader's words: what is on it and what can be done."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.sync_api import ConsoleMessage, Download, Locator, Page, TimeoutError, WebSocketRoute, expect

from sim import Scenario
from sim.figures import FIGURES
from sim.model.lenses import LENSES
from sim.model.parameters import CONTROLS
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.session.link import Link, written
from sim.text.descriptions import describe_bone
from sim.text.sentences import NOTICE, contrast, headline, label, unit

expect.set_options(timeout=10_000)  # two busy cores
NUTRIENTS = CONTROLS[:3]
ALWAYS_SHOWN = [name for name in FIGURES if name != "tornado"]  # that one comes with the bands
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
# Notes that a run has begun and come to its end, from now on.
WATCH = """() => {
  const app = document.querySelector('[data-testid=stApp]'), state = () => app.dataset.testScriptState;
  let begun = false;
  window.followed = false;
  new MutationObserver(() => {
    begun ||= state() === 'running';
    window.followed ||= begun && state() === 'notRunning';
  }).observe(app, {attributes: true});
}"""
NOTHING_ELSE = Link()
Open = Callable[..., "Visit"]


def sentence(scenario: Scenario) -> str:
    """Return the sentence that the page must show."""
    return headline(simulate(scenario), balanced_run(scenario)).replace("**", "")


def other_lens(scenario: Scenario) -> str:
    """Return what the page must say of the other lens, which brings its own strength of K2."""
    (lens,) = (name for name in LENSES if name != scenario.lens)
    kept = {name: value for name, value in scenario.parameters.items() if name != "mgp_strength"}
    return contrast(simulate(scenario), simulate(replace(scenario, lens=lens, parameters=kept)))


class Line:
    """The line between a page and the server, where what the server says can be held up as on slow Wi-Fi."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.waiting: list[str | bytes] | None = None
        self.to_page: WebSocketRoute | None = None
        page.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, to_page: WebSocketRoute) -> None:
        self.to_page = to_page
        to_page.connect_to_server().on_message(self._pass_on)

    def _pass_on(self, message: str | bytes) -> None:
        if self.waiting is not None:
            self.waiting.append(message)
        elif self.to_page:
            self.to_page.send(message)

    def hold(self) -> None:
        """Let nothing of what the server says reach the page."""
        self.waiting = []

    def release(self) -> None:
        """Let the page have all that was held, in its order and one after the other as on a real line."""
        while self.waiting and self.to_page:
            self.to_page.send(self.waiting.pop(0))
            self.page.wait_for_timeout(5)
        self.waiting = None


class Visit:
    """One open page and everything it asked for or complained about."""

    def __init__(self, page: Page, server: str, line: Line | None = None) -> None:
        self.page, self.server, self.line = page, server, line
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.told = page.locator(".st-key-sentence")
        self.sentence = self.told.locator("h2")
        self.stage = page.locator(".st-key-live .stage")
        self.pictures = self.stage.locator(".picture:not([hidden]) .place")
        self.notices = page.get_by_test_id("stAlert")
        self.bar = page.get_by_test_id("stBottom")
        self.notice_in_bar = self.bar.get_by_text(NOTICE)
        self.popover = page.get_by_test_id("stPopoverBody")
        self.strength = self.slider("Strength of K2 on arteries")
        self.experiment = page.locator(".st-key-experiment")
        self.bands = page.get_by_role("switch", name="Show what other plausible models say")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} {message.location.get('url', '')}")

    def open(self, path: str = "") -> "Visit":
        """Open a path or query of the page and wait until it has been drawn to its end."""
        self.page.goto(f"{self.server}/{path}")
        if path and not path.startswith("?"):
            self.page.get_by_role("heading", level=1).first.wait_for()
        else:
            self.page.locator(".st-key-live .stage[data-run=exact]").wait_for()
        return self.settle()

    def resize(self, width: int, height: int) -> "Visit":
        """Give the window this size."""
        self.page.set_viewport_size({"width": width, "height": height})
        return self

    def press_on_a_slow_line(self, label: str, keys: str) -> None:
        """Press keys on a slider, R and L, while nothing comes back from the server; then let it come."""
        assert self.line
        self.line.hold()
        for key in keys:
            self.slider(label).press("ArrowRight" if key == "R" else "ArrowLeft")
            self.page.wait_for_timeout(500)  # the server has answered, but the answer is on its way
        self.line.release()

    def settle(self) -> "Visit":
        """Wait until no run is under way."""
        self.page.locator(READY).wait_for()
        return self

    def address(self) -> dict[str, str]:
        """Return the parameters of the address."""
        return dict(parse_qsl(urlsplit(self.page.url).query, keep_blank_values=True))

    def slider(self, label: str) -> Locator:
        """Return the slider with this label."""
        return self.page.get_by_role("slider", name=label)

    def preset(self, name: str) -> Locator:
        """Return the preset with this name."""
        return self.page.locator(".st-key-presets").get_by_role("button", name=name, exact=True)

    def lens(self, label: str) -> Locator:
        """Return the button of the lens with this label."""
        return self.page.locator(".st-key-lenses").get_by_role("button", name=label)

    def assume(self) -> "Visit":
        """Open the assumptions and experiments and wait until all in them has been drawn."""
        self.page.get_by_text("Assumptions and experiments").click()
        self.page.get_by_role("button", name="osteocalcin knock-out mouse").wait_for()
        return self.settle()

    def close_assumptions(self) -> None:
        """Close the assumptions and experiments."""
        self.page.get_by_text("Assumptions and experiments").click()
        expect(self.strength).to_have_count(0)

    def show_bands(self) -> "Visit":
        """Ask what other plausible models say and wait for their picture."""
        self.unfold("How sure is this?")
        self.page.get_by_text("Show what other plausible models say").click()
        self.page.get_by_text("Which assumption matters most: numbers").wait_for()
        return self.settle()

    def unfold(self, title: str) -> Locator:
        """Open what is folded under a title and return it."""
        self.settle().page.locator("summary", has_text=title).click()
        self.settle()
        return self.page.locator("details", has=self.page.locator("summary", has_text=title)).last  # the inner one

    def saving(self) -> Locator:
        """Open what can be saved and return the button that saves."""
        button = self.page.get_by_role("button", name="Save file")
        if not button.count():
            self.page.locator(".st-key-save").get_by_test_id("stPopoverButton").click()
            button.wait_for()
            self.settle()
        return button

    def saved(self, button: str) -> Download:
        """Press a button that saves and return what was saved."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=button).click()
        return download.value

    def share(self) -> Locator:
        """Open the dialog Share by keyboard and return it."""
        button = self.page.get_by_role("button", name="Share", exact=True)
        self.settle()  # a window that has just got another size may still draw the button anew
        button.focus()
        expect(button).to_be_focused()
        self.page.keyboard.press("Enter")
        dialog = self.page.get_by_role("dialog")
        dialog.locator("img").wait_for()
        self.settle()
        return dialog

    def go(self, link: str, heading: str) -> None:
        """Go to another page by its link at the top."""
        self.page.get_by_role("link", name=link).click()
        expect(self.page.get_by_role("heading", name=heading)).to_be_visible()

    def fits(self, width: int) -> None:
        """Check that nothing on the page is wider than a window of this width."""
        parts = "[document.documentElement, document.querySelector('[data-testid=stMain]')].map(e => e.scrollWidth)"
        assert self.page.evaluate(parts) == [width, width]

    def pictures_tell(self, scenario: Scenario) -> None:
        """Wait until every picture's text alternative has the numbers of this scenario."""
        for name in ALWAYS_SHOWN:
            words = FIGURES[name].describe(simulate(scenario), balanced_run(scenario))
            expect(self.picture(name)).to_have_attribute("aria-description", words)

    def picture(self, name: str) -> Locator:
        """Return the picture of this name: it has role, name and description."""
        return self.stage.locator(f".picture-{name} .place")

    def drawn(self, name: str, part: str) -> Locator:
        """Return a part of a picture that its paper names, for instance the line of the run."""
        return self.picture(name).locator(f'[id="{part}"]')

    def reset(self) -> None:
        """Press Reset."""
        self.page.get_by_role("button", name="Reset").click()

    def more(self) -> None:
        """Open the popover and wait until all in it has been drawn."""
        self.bar.get_by_test_id("stPopoverButton").click()
        self.popover.locator("table").wait_for()

    def close_more(self) -> None:
        """Look at the popover for a moment and close it with the keyboard."""
        self.page.wait_for_timeout(300)
        self.page.keyboard.press("Escape")
        self.popover.wait_for(state="detached")

    def type_exact(self, label: str, value: int) -> None:
        """Type an exact value in the open popover."""
        box = self.popover.get_by_label(label).locator("visible=true").first
        box.fill(str(value))
        box.press("Enter")

    def choose(self, box: str, option: str) -> None:
        """Choose an option of a box and wait until the page has followed."""
        field = self.settle().page.get_by_role("combobox", name=box)
        if field.input_value().startswith(option):
            return
        chosen = self.page.get_by_role("option", name=option)
        for patience in (3_000, 3_000, 10_000):  # ms: a page that still moves closes the list; then open it again
            self.page.evaluate(WATCH)
            field.focus()
            self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            field.press("ArrowDown")
            try:
                chosen.click(timeout=patience)
                break
            except TimeoutError:
                if chosen.count():  # else Escape would close the popover that the box stands in
                    field.press("Escape")
        expect(field).to_have_value(re.compile(re.escape(option)))
        with suppress(TimeoutError):  # a run so short that the page never said it was under way
            self.page.wait_for_function("window.followed", timeout=5_000)
        self.settle()

    def scroll(self, top: int) -> None:
        """Scroll the page to this height (a very large one is its end)."""
        self.page.get_by_test_id("stMain").evaluate("(main, top) => { main.scrollTop = top }", top)

    def shows(self, scenario: Scenario, also: Link = NOTHING_ELSE) -> None:
        """Wait until sentence, picture, sliders and address tell of this scenario; the address of all else, too."""
        expect(self.sentence).to_have_text(sentence(scenario))
        expect(self.told).to_contain_text(other_lens(scenario))
        words = describe_bone(simulate(scenario), balanced_run(scenario))
        expect(self.picture("bone")).to_have_attribute("aria-description", words)
        expect(self.stage).to_have_attribute("data-run", "exact")
        for row in NUTRIENTS:
            value = f"{scenario.settings()[row.name]:.0f} {unit(row.unit)}"
            expect(self.slider(label(row, scenario))).to_have_attribute("aria-valuetext", value)
        query = urlencode(written(replace(also, scenario=scenario)))
        expect(self.page).to_have_url(f"{self.server}/?{query}")
        expect(self.page.get_by_test_id("stException")).to_have_count(0)
