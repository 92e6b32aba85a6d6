"""The Lab as one file, opened as a reader opens it: from a folder, with the network off."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Browser, Locator, Page, expect

from sim import Scenario
from sim.session.link import Link, read, to_query, written
from support.lab import Lab

ROOT = Path(__file__).parents[2]


def make(folder: Path) -> Path:
    """Make the file in an empty folder as its users do."""
    file = folder / "calcium-lab.html"
    subprocess.run([sys.executable, "-m", "sim", "offline", str(file)], cwd=ROOT, check=True, capture_output=True)
    return file


def query_in(address: str) -> dict[str, list[str]]:
    """Return what stands after the # of an address, as Python's reader of links takes it."""
    return parse_qs(urlsplit(address).fragment, keep_blank_values=True)


class OfflineLab(Lab):
    """The file, opened in Chromium."""

    def __init__(self, page: Page, file: Path) -> None:
        super().__init__(page)
        self.address = file.as_uri()
        self.notes = self.page.locator(".host-note p")

    def open(self, query: str = "") -> Self:
        """Open the file anew, with what stands after the #."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}#{query}" if query else self.address)
        self.ready()
        return self

    def put(self, query: str) -> Self:
        """Put another link into the address of the window, as a reader pastes it."""
        self.page.evaluate("query => { location.hash = query }", query)
        return self

    def show(self, scenario: Scenario) -> None:
        """Put the link of a scenario and wait until it is told."""
        self.put(urlencode(to_query(scenario))).tells(scenario)

    def link(self) -> tuple[Link, list[str]]:
        """Return what Python reads in the address of the window, and what it says of it."""
        return read(query_in(self.page.url))

    def shows(self, link: Link) -> None:
        """Wait until sentence, sliders and address are at this link."""
        self.tells(link.scenario)
        self.page.wait_for_url(lambda url: query_in(url) == {key: [text] for key, text in written(link).items()})

    def panel(self, name: str) -> Locator:
        """Open a panel by the menu and return it."""
        self.do(name)
        panel = self.root.locator("dialog[open]")
        expect(panel).to_be_visible()
        return panel

    def close(self) -> None:
        """Close the panel that is open."""
        self.page.keyboard.press("Escape")
        expect(self.root.locator("dialog[open]")).to_have_count(0)


@contextmanager
def opened(browser: Browser, file: Path, query: str = "", **context: Any) -> Iterator[OfflineLab]:
    """Open the file with the network off; it must not complain until the end of the block."""
    profile = browser.new_context(**{"viewport": {"width": 1280, "height": 720}, "offline": True, **context})
    lab = OfflineLab(profile.new_page(), file)
    yield lab.open(query)
    profile.close()
    assert lab.errors == []
