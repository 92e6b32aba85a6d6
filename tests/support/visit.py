"""A visit to the page of a server, in a reader's words."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.sync_api import Download, Locator, Page, TimeoutError, expect

from sim import Scenario
from sim.session.link import Link, written
from sim.session.pages import NOT_IN_MENU, PAGES
from support.lab import Lab
from support.line import Line

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


class Visit(Lab):
    """One open page of a server."""

    def __init__(self, page: Page, server: str, line: type[Line] = Line) -> None:
        super().__init__(page)
        self.server, self.line_to_server = server, line(page)
        self.notices = page.get_by_test_id("stAlert")

    def open(self, path: str = "") -> "Visit":
        """Open a path or query of the page and wait until it has been drawn to its end."""
        self.page.goto(f"{self.server}/{path}")
        if path and not path.startswith("?"):
            self.page.get_by_role("heading", level=1).first.wait_for()
        else:
            self.ready()
        return self.settle()

    def settle(self) -> "Visit":
        """Wait until no run is under way."""
        self.page.locator(READY).wait_for()
        return self

    def address(self) -> dict[str, str]:
        """Return the parameters of the address."""
        return dict(parse_qsl(urlsplit(self.page.url).query, keep_blank_values=True))

    def unfold(self, title: str) -> Locator:
        """Open what is folded under a title and return it."""
        self.settle().page.locator("summary", has_text=title).click()
        self.settle()
        return self.page.locator("details", has=self.page.locator("summary", has_text=title)).last  # the inner one

    def saved(self, button: str) -> Download:
        """Press a button that saves and return what was saved."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name=button).click()
        return download.value

    def open_panel(self, name: str) -> Locator:
        """Ask the menu of the Lab for what the server makes, and return the dialog."""
        self.do(name)
        dialog = self.page.get_by_role("dialog")
        dialog.wait_for()
        self.settle()
        return dialog

    def go(self, link: str, heading: str) -> None:
        """Go to another page: from the Lab by its menu, from others by the links at the top."""
        top = self.page.get_by_test_id("stTopNav").get_by_role("link", name=link)
        if self.page.locator(".lab[data-mode=lab]").count():
            self.open_menu()
            path = next(page.path for page in (*PAGES, *NOT_IN_MENU) if page.title == link)
            top = self.menu.locator(f"a[data-page={path}]")
        top.click()
        expect(self.page.get_by_role("heading", name=heading).first).to_be_visible()
        self.settle()

    def fits(self, width: int) -> None:
        """Check that nothing on the page is wider than a window of this width."""
        parts = "[document.documentElement, document.querySelector('[data-testid=stMain]')].map(e => e.scrollWidth)"
        assert self.page.evaluate(parts) == [width, width]

    def choose(self, box: str, option: str) -> None:
        """Choose an option of a box and wait until the page has followed."""
        field = self.settle().page.get_by_role("combobox", name=box)
        if field.input_value().startswith(option):
            return
        chosen = self.page.get_by_role("option", name=option)
        for patience in (3_000, 3_000, 10_000):  # ms: a page that still moves closes the list; then open it again
            self.page.evaluate(WATCH)
            field.focus()
            self.frame()
            field.press("ArrowDown")
            try:
                chosen.click(timeout=patience)
                break
            except TimeoutError:
                if chosen.count():  # else Escape would close the dialog that the box stands in
                    field.press("Escape")
        expect(field).to_have_value(re.compile(re.escape(option)))
        with suppress(TimeoutError):  # a run so short that the page never said it was under way
            self.page.wait_for_function("window.followed", timeout=5_000)
        self.settle()

    def heard(self, scenario: Scenario) -> None:
        """Wait until the server has heard all that the Lab has said, and holds these settings."""
        for _ in range(100):
            told = self.line_to_server.told.get("session", {}).get("scenario")
            if self.line_to_server.heard() and told == scenario.to_dict():
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"Said {self.line_to_server.said}, told {self.line_to_server.told}.")

    def shows(self, scenario: Scenario, also: Link = NOTHING_ELSE) -> None:
        """Wait until sentence, sliders, address and server are at this scenario; the address tells all else, too."""
        self.tells(scenario)
        expect(self.page).to_have_url(f"{self.server}/?{urlencode(written(replace(also, scenario=scenario)))}")
        self.heard(scenario)
        expect(self.page.get_by_test_id("stException")).to_have_count(0)
