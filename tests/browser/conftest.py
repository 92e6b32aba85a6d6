"""One server and one Chromium for all browser tests; where there is none they skip, in CI they fail."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from support.chromium import chromium_path, running_chromium
from support.lab import Lab
from support.lab_page import LabPage, lab_page
from support.lesson_page import OpenAt, open_lesson
from support.line import Line, SlowLine
from support.modules import open_modules
from support.offline import make
from support.optional import give_up
from support.served import STREAMLIT, started
from support.visit import Visit

from sim import PRESETS, Scenario

ROOT = Path(__file__).parents[2]
# Or Share would ask for it where the tests run in a container.
os.environ["CALCIUM_LAB_ADDRESS"] = "http://192.168.1.20:8501"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the system's Chromium."""
    return chromium_path() or give_up("Browser tests need Chromium on the PATH; on Debian: apt-get install chromium")


@pytest.fixture(scope="session")
def server(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the page as the README does and return its address."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with started([*STREAMLIT, "app.py"], ROOT, log) as server:
        yield server.address
        assert "Traceback" not in log.read_text(), log.read_text()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start Chromium."""
    with running_chromium(chromium) as running:
        yield running


@pytest.fixture(scope="session")
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """Return one browser profile for all pages, so that Streamlit's own files are fetched and compiled once."""
    made = browser.new_context()
    made.new_page().goto(f"{server}/_stcore/health")  # a page that stays, and with it what the browser has compiled
    yield made
    made.close()


@pytest.fixture(scope="session")
def lab_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Lab as one file, alone in a folder."""
    return make(tmp_path_factory.mktemp("home"))


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """Return an empty page that finds the browser's files at its own address."""
    # A profile of its own: a clock that is stopped stands still on all pages of a profile.
    context = browser.new_context()
    page = context.new_page()
    open_modules(page)
    yield page
    context.close()


@pytest.fixture
def still(browser: Browser) -> Iterator[LabPage]:
    """Return a page on which the Lab is not started yet; dots stand still, so that nothing is drawn unasked."""
    with lab_page(browser, reduced_motion="reduce") as page:
        yield page


@pytest.fixture
def alone(browser: Browser) -> Iterator[Callable[..., LabPage]]:
    """Return a function that opens the Lab without a server, at the paradox if no other settings are named."""
    with lab_page(browser) as opened:

        def open_lab(
            scenario: Scenario = PRESETS["calcium paradox"], *, dark: bool = False, still: bool = False, **options: Any
        ) -> LabPage:
            scheme, motion = "dark" if dark else "light", "reduce" if still else "no-preference"
            opened.page.emulate_media(color_scheme=scheme, reduced_motion=motion)
            return opened.start(scenario, **options)

        yield open_lab


@pytest.fixture
def at_task(browser: Browser) -> Iterator[OpenAt]:
    """Return what opens the lesson of the tablets at a task, with less motion; nothing may fail on the way."""
    pages: list[Page] = []
    failed: list[str] = []

    def open_at(task: str, **how: Any) -> Page:
        pages.append(open_lesson(browser, task, **{"reduced_motion": "reduce", **how}))
        pages[-1].on("pageerror", lambda error: failed.append(str(error)))
        return pages[-1]

    yield open_at
    for page in pages:
        page.context.close()
    assert failed == []


@pytest.fixture
def opened(browser: Browser, lab_file: Path) -> Iterator[Callable[..., Lab]]:
    """Return what opens that file with the network off; it must neither complain nor ask for anything but itself."""
    labs: list[Lab] = []

    def open_file(
        link: str = "", width: int = 1280, height: int = 720, *, still: bool = True, path: Path = lab_file, **how: Any
    ) -> Lab:
        motion = "reduce" if still else "no-preference"
        context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, reduced_motion=motion, **how
        )
        labs.append(Lab(context.new_page()))
        labs[-1].page.goto(path.as_uri() + link)
        labs[-1].ready()
        return labs[-1]

    yield open_file
    asked = [{address.split("#")[0] for address in lab.requests if not address.startswith("blob:")} for lab in labs]
    own = [{lab.page.url.split("#")[0]} for lab in labs]
    errors = [error for lab in labs for error in lab.errors]
    for lab in labs:
        lab.page.context.close()
    assert (asked, errors) == (own, [])


@pytest.fixture
def lab(context: BrowserContext, server: str) -> Iterator[Callable[..., Visit]]:
    """Return a function that opens the page; each call is a session of its own, none may complain."""
    visits: list[Visit] = []

    def visit(path: str = "", *, dark: bool = False, slow: bool = False) -> Visit:
        page = context.new_page()
        visits.append(Visit(page, server, SlowLine if slow else Line))
        page.emulate_media(color_scheme="dark" if dark else "light")
        return visits[-1].open(path)

    yield visit
    errors = [error for each in visits for error in each.errors]
    for each in visits:
        each.page.close()
    assert errors == []
