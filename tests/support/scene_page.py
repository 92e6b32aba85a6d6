"""The scene by itself in a page: the browser's modules and a font, no Streamlit, no server."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from sim import Scenario
from sim.runs.run import Run, simulate
from support.modules import open_modules

PAGE = Path(__file__).parent / "scene.html"
BALANCED = {"calcium": 1000, "vitamin_d": 800, "vitamin_k2": 100}
PARADOX = {"calcium": 2000, "vitamin_d": 4000, "vitamin_k2": 10}
RESOLVED = {**PARADOX, "vitamin_k2": 200}
SIZES = {
    "laptop": ("wide", 1280, 535),
    "low laptop": ("wide", 1366, 463),
    "lowest laptop": ("wide", 1280, 415),
    "large": ("wide", 1920, 848),
    "small": ("wide", 1024, 402),
    "zoomed": ("wide", 910, 273),
    "phone on its side": ("wide", 844, 238),
    "phone": ("tall", 390, 444),
    "small phone": ("tall", 320, 311),
    "tablet": ("tall", 768, 759),
    "projector": ("board", 1280, 505),
    "low projector": ("board", 1366, 423),
}
"""Layout, and the room it has there. [px]"""


def scenario(lens: Any = "story", years: Any = 10, **settings: float) -> dict[str, Any]:
    """Return a scenario as the browser writes it; balanced where nothing is given."""
    return {**BALANCED, "years": years, "lens": lens, "k_form": "mk7", "parameters": {}, **settings}


TRIALS = scenario("trials", **PARADOX)
STATES: dict[str, dict[str, Any]] = {
    "balanced": {"scenario": scenario()},
    "paradox": {"scenario": scenario(**PARADOX), "ghost": scenario()},
    "resolved": {"scenario": scenario(**RESOLVED), "ghost": scenario(**PARADOX)},
    "trials": {"scenario": TRIALS, "ghost": scenario(**PARADOX)},
    "gap": {"scenario": scenario(**PARADOX), "ghost": scenario(), "gap": TRIALS},
    "gap of trials": {"scenario": TRIALS, "ghost": TRIALS, "gap": scenario(**PARADOX)},
    "no vitamin D": {"scenario": scenario(vitamin_d=0), "ghost": scenario(**RESOLVED)},
    "too little": {"scenario": scenario(calcium=200, vitamin_d=0, vitamin_k2=0), "ghost": scenario()},
    "too much": {"scenario": scenario(calcium=2500, vitamin_d=10000, vitamin_k2=0, years=30), "ghost": scenario()},
    "most K2": {"scenario": scenario(calcium=2500, vitamin_d=10000, vitamin_k2=500), "ghost": scenario(vitamin_k2=0)},
    "playing": {"scenario": scenario(**PARADOX), "year": 3, "playing": True},
    "paused": {"scenario": scenario(**RESOLVED), "ghost": scenario(**PARADOX), "year": 7.4},
    "one year": {"scenario": scenario(years=1, vitamin_k2=20), "ghost": scenario(**PARADOX)},
}  # fmt: skip
"""What the scene can be asked to show, as the page's `shown` takes it."""


def run_of(of: dict[str, Any]) -> Run:
    """Return Python's run of a scenario, as finely as the page's."""
    return simulate(Scenario(**of))


def open_scene(browser: Browser, size: str = "laptop", **context: Any) -> Page:
    """Open the scene in one of SIZES."""
    name, width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, **context)
    open_modules(page, PAGE.read_text(encoding="utf-8"))
    page.wait_for_function("window.ready")
    page.evaluate("size => scene.resize(...size)", [name, width, height])
    return page


def show(page: Page, state: dict[str, Any]) -> None:
    """Draw a state."""
    page.evaluate("(state) => { scene.draw(shown(state)); scene.frame(0); }", state)
