"""A curve on the screen and the curve in a file pass through the same points."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Browser, Locator, Page
from support.for_each import for_each
from support.scene_page import STATES, open_scene, show

from sim import Scenario
from sim.export import make_file
from sim.runs.quantities import QUANTITIES

Array = NDArray[np.float64]
TICK = re.compile(r'<use xlink:href="#\w+" x="([\d.]+)" y="([\d.]+)".*?<!-- \D*?([−\d.]+) -->', re.DOTALL)


def points(path: str) -> Array:
    """Return the points of a path of straight lines, shape (2, n)."""
    return np.array(re.findall(r"[-\d.]+", path), float).reshape(-1, 2).T


def in_file(name: str, scenario: dict[str, Any]) -> Array:
    """Return years and values of the curve in a saved SVG, as its ticks tell them."""
    text = make_file(Scenario(**scenario), str(QUANTITIES[name].picture), "svg").content.decode()
    path = re.search(r'<g id="run">\s*<path d="([^"]+)"', text)
    assert path
    found = []
    for axis, place in zip(re.split(r'<g id="matplotlib.axis_\d">', text)[1:3], (0, 1), strict=True):
        ticks = np.array([(tick[place], tick[2].replace("−", "-")) for tick in TICK.findall(axis)], float).T
        found.append(np.polyval(np.polyfit(ticks[0], ticks[1], 1), points(path[1])[place]))
    return np.array(found)


def on_screen(curve: Locator) -> tuple[Array, float]:
    """Return years and values of a curve of the scene, and how much half a pixel is."""
    low, high, width, height, years = (
        float(curve.get_attribute(f"data-{key}") or "nan") for key in ("low", "high", "width", "height", "years")
    )
    x, y = points(curve.locator("path[class=line]").get_attribute("d") or "")
    half = 0.5 / curve.evaluate("node => node.getScreenCTM().a") / height * (high - low)
    return np.array([x / width * years, high - y / height * (high - low)]), half


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = open_scene(browser)
    yield opened
    opened.close()


@for_each("state", ["balanced", "paradox", "resolved", "trials", "too much", "one year"])
@for_each("name", ["bone_change", "arteries_times"])
def test_a_curve_on_the_screen_and_in_the_file_pass_through_the_same_points(page: Page, name: str, state: str) -> None:
    show(page, STATES[state])
    (years, shown), half = on_screen(page.locator(f".curve[data-quantity={name}]"))
    when, told = in_file(name, STATES[state]["scenario"])
    assert len(years) > 20 and len(when) > 20
    assert np.abs(np.interp(when, years, shown) - told).max() < half
