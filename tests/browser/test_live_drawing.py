"""The live picture is the exported figure: every point, marker, bar and label where matplotlib puts it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

import matplotlib
import numpy as np
import pytest
from playwright.sync_api import BrowserContext, Page
from support.live_steps import CURVES, NARROW, WIDE, axes_of, exported, far, measure, plain
from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario
from sim.figures import FIGURES
from sim.figures.style import SHEETS
from sim.runs.many import balanced_run, dose_response
from sim.runs.run import simulate

PROJECTOR, PHONE, SMALL_PHONE = (1280, 720), (390, 800), (320, 640)
ZOOMED = (640, 360)  # what 200 % zoom leaves of 1280x720
HALF_A_PIXEL = 0.5  # what nobody sees: below the smallest step of a screen
SHOWN = {
    "": Scenario(),
    "?calcium=2000&vitamin_d=4000&vitamin_k2=10": PRESETS["calcium paradox"],
    "?calcium=200&vitamin_d=0&vitamin_k2=0&years=25": Scenario(200, 0, 0, 25),  # beyond the usual axes
    "?calcium=1500&vitamin_k2=360&years=3&lens=trials": Scenario(1500, vitamin_k2=360, years=3, lens="trials"),
}

# The box that the letters of each line of text fill: capitals reach 0.75 of their size up, tails 0.22 down.
LETTERS = """stage => [...stage.querySelectorAll('.diagram-svg text')].flatMap(text => {
  const lines = [...text.querySelectorAll('tspan[x]')], {a: scale, f: from} = text.getScreenCTM();
  return (lines.length ? lines : [text]).map(line => {
    const {left, right} = line.getBoundingClientRect(), size = scale * parseFloat(getComputedStyle(line).fontSize);
    const base = from + scale * line.getStartPositionOfChar(0).y;
    return [line.textContent, left, right, base - 0.75 * size, base + 0.22 * size];
  });
})"""


@pytest.fixture
def blank(context: BrowserContext) -> Iterator[Page]:
    """Return an empty page for matplotlib's own drawings."""
    page = context.new_page()
    yield page
    page.close()


def on_sheet(visit: Visit, sheets: dict[str, str]) -> None:
    """Wait until every picture stands on its sheet and nothing more is under way."""
    for name, sheet in sheets.items():
        box = f"0 0 {72 * SHEETS[sheet].width:g} {72 * SHEETS[sheet].height:g}"
        expect(visit.picture(name).locator("svg")).to_have_attribute("viewBox", box)
    expect(visit.stage).to_have_attribute("data-run", "exact")
    visit.settle()


def lines_off(visit: Visit, scenario: Scenario, sheets: dict[str, str]) -> dict[str, float]:
    """Return how far each curve lies from where the exported table and matplotlib's axes put it. [CSS px]"""
    off = {}
    for name in CURVES:
        drawn, curve = measure(visit.picture(name)), exported(scenario)[name]
        places = axes_of(name, scenario, sheets[name]).places(curve, drawn["width"])
        off[f"{name}: line"] = far(drawn["lines"]["run"], places)
        off[f"{name}: end"] = far(drawn["marks"]["end"], places[-1])
    return off


def parts_off(visit: Visit, blank: Page, scenario: Scenario, sheets: dict[str, str]) -> dict[str, float | str]:
    """Return how far markers, bars and words are from matplotlib's own, or what they say instead. [CSS px]"""
    off: dict[str, float | str] = {}
    for name, sheet in sheets.items():
        drawn = measure(visit.picture(name))
        own = beside(blank, matplotlib_svg(name, scenario, sheet), drawn["width"])
        for kind in ("marks", "bars", "texts"):
            assert drawn[kind].keys() == own[kind].keys(), name
        assert own["marks"] or own["bars"], name
        off[f"{name}: height"] = abs(drawn["height"] - own["height"])
        for part, place in [*own["marks"].items(), *own["bars"].items()]:
            off[f"{name}: {part}"] = far({**drawn["marks"], **drawn["bars"]}[part], place)
        if name == "activation":
            off["activation: dose"] = far(drawn["lines"]["dose"], own["lines"]["dose"])
            for protein in ("osteocalcin", "mgp"):  # matplotlib leaves out points that lie on a straight line
                wanted = np.array(own["lines"][protein])
                ys = np.interp(wanted[:, 0], *np.array(drawn["lines"][protein]).T)
                off[f"activation: {protein}"] = float(np.max(np.abs(ys - wanted[:, 1])))
        for part, lines in own["texts"].items():
            told, wanted = ([line[0] for line in each[part]] for each in (drawn["texts"], own["texts"]))
            places = [line[1:] for line in drawn["texts"][part]]
            off[f"{name}: {part}"] = far(places, [line[1:] for line in lines]) if told == wanted else f"{told}"
    return off


@lru_cache(maxsize=32)  # phone and zoom share a sheet
def matplotlib_svg(name: str, scenario: Scenario, sheet: str) -> str:
    """Return a picture as matplotlib draws it, with its text as text."""
    figure, file = FIGURES[name].draw(simulate(scenario), balanced_run(scenario), sheet=SHEETS[sheet]), BytesIO()
    with matplotlib.rc_context({"svg.fonttype": "none"}):
        figure.savefig(file, format="svg")
    text = file.getvalue().decode()
    return text[text.index("<svg") :]


def beside(blank: Page, svg: str, width: float) -> dict[str, Any]:
    """Draw an SVG on an empty page as wide as the page's own and measure it."""
    blank.set_content(f"<style>svg {{ display: block; width: 100%; height: auto }}</style><div>{svg}</div>")
    host = blank.locator("div")
    host.evaluate("(host, width) => { host.style.width = `${width}px` }", width)
    return measure(host)


@pytest.mark.parametrize(("query", "scenario"), SHOWN.items(), ids=["balanced", "paradox", "wide axes", "trials"])
def test_the_picture_is_the_exported_figure_wide_on_a_phone_and_zoomed(
    lab: Open, blank: Page, query: str, scenario: Scenario
) -> None:
    visit = lab(query)
    visit.shows(scenario)
    for size, sheets in ((PROJECTOR, WIDE), (PHONE, NARROW), (ZOOMED, NARROW)):
        on_sheet(visit.resize(*size), sheets)
        off = {**lines_off(visit, scenario, sheets), **parts_off(visit, blank, scenario, sheets)}
        assert {part: far for part, far in off.items() if isinstance(far, str) or far > HALF_A_PIXEL} == {}, size


def told(name: str, scenario: Scenario, year: float) -> str:
    """Return what a picture must say of a year."""

    def value(each: Scenario) -> str:
        curve = exported(each)[name]
        here = float(np.interp(year, *curve.T))
        if name == "arteries":
            return f"{plain(here)} mg ×{here / curve[0, 1]:.1f}"
        return f"{here:.2f} mg/dL" if name == "blood" else f"{plain(here - 100, 1, '+')} %"

    return f"year {year:.1f}: {value(scenario)}, balanced {value(scenario.balanced())}"


def test_pointer_and_keys_read_values_off_the_pictures_and_leaving_restores_the_year(lab: Open) -> None:
    visit, scenario = lab("?calcium=2000&vitamin_d=4000&vitamin_k2=10"), PRESETS["calcium paradox"]
    year = visit.stage.locator(".diagram-year")
    visit.stage.get_by_role("button", name="One year back").click()
    for name in CURVES:
        area = visit.stage.get_by_role("slider", name=f"Read values: {name}")
        box, reading = area.bounding_box(), area.locator("xpath=following-sibling::*[@class='reading']")
        assert box
        area.hover(position={"x": 0.3 * box["width"], "y": box["height"] / 2})
        expect(year).to_have_text("year 3")
        nearby = np.linspace(-1, 1, 9) * scenario.years / box["width"]  # a mouse points at whole pixels
        assert reading.inner_text() in {told(name, scenario, 3 + off) for off in nearby}
        visit.page.mouse.move(0, 0)
        expect(year).to_have_text("year 9")
        for key in ("Home", *["ArrowRight"] * 6):  # a press is a twentieth of the ten years
            area.press(key)
        expect(area).to_have_attribute("aria-valuetext", told(name, scenario, 3))
        expect(reading).to_have_text(told(name, scenario, 3))
        expect(year).to_have_text("year 3")
        area.press("Escape")
        expect(year).to_have_text("year 9")
        expect(reading).to_have_text(told(name, scenario, 9))
    area = visit.stage.get_by_role("slider", name="Read values: activation")
    for key in ("Home", "ArrowRight", "ArrowRight"):
        area.press(key)
    doses, curves = dose_response(scenario)
    osteocalcin, mgp = (100 * np.interp(50, doses, curves[protein]) for protein in ("osteocalcin", "mgp"))
    expect(area).to_have_attribute("aria-valuetext", f"50 µg/day: osteocalcin {osteocalcin:.0f} %, MGP {mgp:.0f} %")
    expect(year).to_have_text("year 9")


def overlap(a: list, b: list) -> float:
    """Return how deep two boxes lie in each other. [CSS px]"""
    return min(a[2] - b[1], b[2] - a[1], a[4] - b[3], b[4] - a[3])


def test_no_words_of_the_diagram_overlap_or_leave_the_window(lab: Open) -> None:
    visit = lab()
    diagram = visit.stage.locator(".diagram-svg")
    for preset, scenario in PRESETS.items():
        visit.preset(preset).click()
        visit.shows(scenario)
        for width, height in (PROJECTOR, PHONE, SMALL_PHONE):
            visit.resize(width, height)
            expect(diagram).to_have_class(re.compile("narrow" if width < 480 else "wide"))
            boxes, box = visit.stage.evaluate(LETTERS), diagram.bounding_box()
            over = [(a[0], b[0]) for i, a in enumerate(boxes) for b in boxes[:i] if overlap(a, b) > HALF_A_PIXEL]
            assert over == [], (preset, width)
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
            assert [b[0] for b in boxes if b[1] < box["x"] or b[2] > box["x"] + box["width"]] == [], (preset, width)
            assert visit.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") == width
