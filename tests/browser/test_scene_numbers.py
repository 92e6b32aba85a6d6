"""The scene shows what Python's run says: curves, numbers, doors, guards, dots, specks and the amount of drawn bone."""

import io
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from matplotlib.image import imread
from playwright.sync_api import Browser, Locator, Page
from support.scene_page import PARADOX, SIZES, STATES, TRIALS, open_scene, run_of, scenario, show

from sim.runs.quantities import QUANTITIES
from sim.runs.run import Run

DOT, LENS, SPECK, BONE_SCALE, GUARDS = 40, 5000, 10, 3, 5
DOOR_SHUT, DOOR_WIDE = 0.9, 0.1
CURVES = ("bone_change", "arteries_times")
KINDS = {"line": "scenario", "line before": "ghost", "line other": "gap"}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return the scene on a laptop."""
    opened = open_scene(browser)
    yield opened
    opened.close()


def drawn(page: Page, state: str) -> tuple[Run, float]:
    """Draw a state and return Python's run of it and the year that is shown."""
    show(page, STATES[state])
    run = run_of(STATES[state]["scenario"])
    return run, STATES[state].get("year", run.years[-1])


def in_year(values: Any, run: Run, year: float) -> float:
    return float(np.interp(year, run.years, values))


def text(page: Page, selector: str) -> str:
    return page.locator(selector).text_content() or ""


def visible(page: Page, selector: str) -> int:
    return page.locator(selector).evaluate_all("nodes => nodes.filter(node => !node.closest('[display=none]')).length")


def open_share(page: Page, part: str) -> float:
    """Return how far a door is drawn open."""
    door = page.locator(f".part[data-part={part}] .door")
    leaves = door.locator(".leaf").evaluate_all("nodes => nodes.map(node => +node.getAttribute('width'))")
    assert leaves[0] == leaves[1]
    return 1 - sum(leaves) / float(door.locator(".doorway").get_attribute("width") or 0)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", CURVES)
def test_a_curve_goes_through_the_points_of_pythons_run_within_half_a_pixel(page: Page, name: str, state: str) -> None:
    drawn(page, state)
    curve = page.locator(f".curve[data-quantity={name}]")
    low, high, width, height, years = (
        float(curve.get_attribute(f"data-{key}") or "nan") for key in ("low", "high", "width", "height", "years")
    )
    pixel = curve.evaluate("node => node.getScreenCTM().a")
    for line, key in KINDS.items():
        path = curve.locator(f"path[class='{line}']").get_attribute("d") or ""
        assert bool(path) == bool(STATES[state].get(key))
        if not path:
            continue
        points = np.array([[float(x) for x in pair.split()] for pair in path[1:].split("L")])
        run = run_of(STATES[state][key])
        assert len(points) > 3
        last = STATES[state].get("year", years) if line == "line" else min(years, run.years[-1])
        assert points[-1][0] / width * years == pytest.approx(last, abs=0.01)
        told = QUANTITIES[name].of(run)
        expected = height * (1 - (np.interp(points[:, 0] / width * years, run.years, told) - low) / (high - low))
        assert np.abs(points[:, 1] - expected).max() * pixel < 0.5


def test_the_years_to_come_are_drawn_where_it_is_paused_but_not_while_it_plays(page: Page) -> None:
    later = page.locator(f".curve[data-quantity={CURVES[0]}] .later")
    for state, years in {"playing": False, "paused": True, "paradox": False}.items():
        drawn(page, state)
        assert bool(later.get_attribute("d")) == years


def test_both_accounts_stand_on_the_same_axes_which_widen_only_when_a_run_leaves_them(page: Page) -> None:
    def axes() -> list[tuple[str | None, str | None]]:
        curves = [page.locator(f".curve[data-quantity={name}]") for name in CURVES]
        return [(curve.get_attribute("data-low"), curve.get_attribute("data-high")) for curve in curves]

    fixed = [tuple(f"{end:g}" for end in QUANTITIES[name].range or ()) for name in CURVES]
    for state in ("balanced", "paradox", "trials", "gap"):
        drawn(page, state)
        assert axes() == fixed
    run, _ = drawn(page, "too much")
    assert float(axes()[1][1] or 0) == pytest.approx(QUANTITIES["arteries_times"].of(run).max())


@pytest.mark.parametrize("state", STATES)
def test_numbers_are_those_of_python_in_the_year_that_is_shown(page: Page, state: str) -> None:
    run, year = drawn(page, state)
    told = {
        "bone_change": QUANTITIES["bone_change"].of(run),
        "arteries_times": QUANTITIES["arteries_times"].of(run),
        "day_bone": run.fluxes["bone_formation"] - run.fluxes["bone_resorption"],
    }
    for name, values in told.items():
        words = text(page, f"[data-number={name}]").replace("−", "-")
        number = re.search(r"[-+]?\d+\.\d", words)
        assert number, words
        assert float(number[0]) == pytest.approx(in_year(values, run, year), abs=0.0501)
    net = in_year(told["day_bone"], run, year)
    arrow = page.locator(".net-arrow")
    assert arrow.is_visible() == (abs(net) >= 0.05)
    if arrow.is_visible():
        tail = float(re.findall(r"M(-?[\d.]+)", arrow.get_attribute("d") or "")[0])
        assert (tail > 0) == (net > 0), "bone stands on the left: what it gains goes to the left"


@pytest.mark.parametrize("state", STATES)
def test_a_door_shows_what_passes_and_not_how_many_guards_are_awake(page: Page, state: str) -> None:
    run, year = drawn(page, state)
    shares = {
        "vitamin_d": float(run.constant("vitamin_d_gate")),
        "osteocalcin": (float(run.constant("osteocalcin_effect")) - DOOR_SHUT) / (1 - DOOR_SHUT),
        "mgp": in_year(run.fluxes["arterial_deposition"], run, year) / DOOR_WIDE,
    }
    for part, share in shares.items():
        assert open_share(page, part) == pytest.approx(min(max(share, 0), 1), abs=0.005)


def test_in_the_trials_account_the_door_of_bone_is_wide_open_and_that_of_the_artery_is_not(page: Page) -> None:
    show(page, {"scenario": TRIALS})
    assert "wide open" in text(page, ".part[data-part=osteocalcin]")
    assert "a quarter open" in text(page, ".part[data-part=mgp]")


@pytest.mark.parametrize("state", STATES)
def test_guards_are_as_many_as_vitamin_d_needs_and_stand_as_k2_wakes_them(page: Page, state: str) -> None:
    run, _ = drawn(page, state)
    needed = round(GUARDS * float(run.constant("k2_need")))
    for protein, share in run.activation.items():
        group = f".part[data-part={protein}_activation]"
        awake = round(needed * float(share))
        assert visible(page, f"{group} .awake") == awake
        assert visible(page, f"{group} .asleep") == needed - awake
        assert visible(page, f"{group} .ground.more") == max(0, needed - GUARDS)


@pytest.mark.parametrize("state", STATES)
def test_a_speck_is_ten_milligrams_and_a_dot_forty_a_day(page: Page, state: str) -> None:
    run, year = drawn(page, state)
    specks = in_year(run.amounts["arteries"], run, year) / SPECK
    ring = ".part[data-part=arteries] .speck"
    assert visible(page, f"{ring}:not(.gone)") == np.ceil(specks)
    before = STATES[state].get("ghost")
    old = round(in_year(run_of(before).amounts["arteries"], run_of(before), year) / SPECK) if before else 0
    assert visible(page, f"{ring}.gone") == max(0, old - np.ceil(specks))
    for flux in ("intake", "absorption", "bone_formation", "bone_resorption", "arterial_deposition"):
        dots = in_year(run.fluxes[flux], run, year) * (LENS if flux == "arterial_deposition" else 1) / DOT
        assert abs(visible(page, f"[data-flow={flux}] circle") - dots) <= 0.51


def test_drawn_bone_gains_and_loses_three_times_its_share_from_the_most_to_the_least(page: Page) -> None:
    def amount(of: dict[str, Any]) -> float:
        show(page, {"scenario": of})
        shot = page.screenshot(clip=page.locator(".part[data-part=bone] > g").bounding_box())  # pyright: ignore
        picture = imread(io.BytesIO(shot))[..., :3]
        return float((np.abs(picture - np.array([0, 0x63, 0xA3]) / 255).sum(axis=2) < 0.5).sum())

    whole = amount(scenario())
    for settings in (
        PARADOX,
        {"calcium": 2500, "vitamin_d": 10000, "vitamin_k2": 500},
        {"calcium": 400, "vitamin_d": 100, "vitamin_k2": 10},
        {"calcium": 200, "vitamin_d": 0, "vitamin_k2": 0},
    ):
        change = float(run_of(scenario(**settings)).bone_change[-1])
        assert amount(scenario(**settings)) / whole == pytest.approx(1 + BONE_SCALE * change / 100, abs=0.04), change
    assert "3×" in text(page, ".part[data-part=bone]")


def test_bone_lost_since_the_ghost_is_hatched_and_bone_gained_is_dashed(page: Page) -> None:
    lost, gained = (page.locator(".part[data-part=bone] .lost"), page.locator(".hole-before"))
    for state, looks in {"balanced": (False, False), "paradox": (True, False), "resolved": (False, True)}.items():
        drawn(page, state)
        assert (lost.is_visible(), gained.is_visible()) == looks
        assert ("hatched" in text(page, ".part[data-part=bone]")) == looks[0]


def test_with_nothing_to_compare_it_with_bone_shows_what_it_has_lost_since_the_start(page: Page) -> None:
    lost, gained = (page.locator(".part[data-part=bone] .lost"), page.locator(".hole-before"))
    show(page, {"scenario": scenario()})
    whole = _numbers(page.locator(".hole").first)
    show(page, {"scenario": scenario(**PARADOX)})
    assert (lost.is_visible(), gained.is_visible()) == (True, False)
    assert _numbers(lost.locator(".hole")) == pytest.approx(whole, abs=0.2)
    assert "hatched: lost since the start" in text(page, ".part[data-part=bone]")
    show(page, {"scenario": scenario(calcium=2500, vitamin_k2=500)})
    assert (lost.is_visible(), gained.is_visible()) == (False, False)


def _numbers(path: Locator) -> list[float]:
    return [float(x) for x in re.findall(r"-?[\d.]+", path.get_attribute("d") or "")]


def test_another_ghost_is_another_hatching(page: Page) -> None:
    paths = []
    for ghost in ({}, {"calcium": 2500, "vitamin_k2": 500}, {}):
        show(page, {"scenario": scenario(**PARADOX), "ghost": scenario(**ghost)})
        paths.append(page.locator(".lost .hole").get_attribute("d"))
    assert paths[0] == paths[2] != paths[1]


def test_doors_show_where_their_leaves_stood_before(page: Page) -> None:
    drawn(page, "resolved")
    before = float(run_of(scenario(**PARADOX)).constant("osteocalcin_effect"))
    door = page.locator(".part[data-part=osteocalcin] .door")
    length = float(door.locator(".doorway").get_attribute("width") or 0)
    left, right = (float(x) for x in re.findall(r"M(-?[\d.]+)", door.locator(".ghost-leaf").get_attribute("d") or ""))
    assert (right - left) / length == pytest.approx((before - DOOR_SHUT) / (1 - DOOR_SHUT), abs=0.01)
    drawn(page, "balanced")
    assert door.locator(".ghost-leaf").get_attribute("d") == ""


@pytest.mark.parametrize("size", SIZES)
def test_at_most_fourteen_numbers_are_in_sight(browser: Browser, size: str) -> None:
    page = open_scene(browser, size)
    for state in ("paradox", "gap"):
        show(page, STATES[state])
        words = " ".join(page.locator("svg text:visible").all_text_contents()).replace("K2", "")
        numbers = re.findall(r"[\d,.]*\d", words)
        assert 3 <= len(numbers) <= 14, words
    page.close()
