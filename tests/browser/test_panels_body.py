"""The whole body: every number is the run's, live, in letters that can be read, and nothing lies over anything."""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import combinations

import numpy as np
import pytest
from playwright.sync_api import Browser, expect
from support.for_each import for_each
from support.lab_page import LabPage, lab_page

from sim import Scenario
from sim.model.equations import FLUXES
from sim.runs.quantities import QUANTITIES
from sim.runs.run import Run, simulate
from sim.runs.scenario import PRESETS
from sim.text.values import signed, told

PARADOX = PRESETS["calcium paradox"]
WINDOWS = {"laptop": (1280, 720), "low laptop": (1366, 638), "large": (1920, 1080), "phone": (390, 844)}
NUMBERS = """body => Object.fromEntries([...body.querySelectorAll('[data-part]')].map(part =>
  [part.dataset.part,
   [...part.querySelectorAll('text')].map(text => text.textContent).join(' ').replace(/\\s+/g, ' ')]))"""
DOTS = """body => Object.fromEntries([...body.querySelectorAll('[data-flow]')].map(stream =>
  [stream.dataset.flow, [...stream.children].filter(dot => dot.getAttribute('display') !== 'none').length]))"""
# As page translators do it: other words in an element of their own.
TRANSLATE = """dialog => {
  const walker = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
  for (const text of found) {
    const font = document.createElement('font');
    text.replaceWith(font);
    font.textContent = `[${text.data}]`;
  }
}"""
# Where each line of text stands, and how large its letters are on the screen.
LETTERS = """body => [...body.querySelectorAll('text')].flatMap(text => {
  const scale = body.getScreenCTM().a;
  return [text].filter(line => line.textContent.trim()).map(line => {
    const first = line.getExtentOfChar(0), last = line.getExtentOfChar(line.getNumberOfChars() - 1);
    const size = parseFloat(getComputedStyle(line).fontSize);
    return [line.textContent, size * scale, first.x, first.y + 0.25 * size, last.x + last.width, first.y + size];
  });
})"""


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Iterator[dict[str, LabPage]]:
    """Return the Lab in each window; dots stand still."""
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(lab_page(browser, width=width, height=height, reduced_motion="reduce"))
            for name, (width, height) in WINDOWS.items()
        }


@pytest.fixture
def lab(windows: dict[str, LabPage]) -> LabPage:
    return opened(windows["laptop"], PARADOX)


def opened(lab: LabPage, scenario: Scenario, view: str = "page") -> LabPage:
    lab.start(scenario, view=view).do("body")
    expect(lab.page.locator(".body-picture")).to_be_visible()
    lab.frame()
    return lab


def flow(flux: float) -> str:
    """Return a flow as the body writes it: at least three digits where it is small."""
    decimals = sum(flux < limit for limit in (1, 9.995, 99.95))
    if 0 < flux < 0.0005:
        return "<0.001 mg/day"
    return "0 mg/day" if flux == 0 else f"{flux:,.{decimals}f} mg/day"


def at(run: Run, values: np.ndarray, year: float) -> float:
    return float(np.interp(year, run.years, values))


def wanted(run: Run, year: float) -> dict[str, str]:
    """Return what stands at each part."""

    def of(name: str) -> float:
        quantity = QUANTITIES[name]
        return at(run, quantity.of(run), year) if quantity.over_time else float(quantity.of(run))

    flux = {each.name: of(each.name) for each in FLUXES}
    bone = signed(flux["bone_formation"] - flux["bone_resorption"], 1)
    arteries = signed(flux["arterial_deposition"] - flux["arterial_clearance"], 3)
    amounts = ", ".join(told(QUANTITIES[name], of(name)) for name in ("arteries", "arteries_times"))
    names = {each.name: each.name.replace("_", " ").capitalize() for each in FLUXES}
    names["endogenous_faecal_loss"] = "Digestive juices"
    return {
        **{name: f"{names[name]} {flow(value)}" for name, value in flux.items()},
        "diet": "Food", "urine": "Urine", "faeces": "Faeces", "gut": "Gut",
        "blood": f"Blood {told(QUANTITIES['blood_calcium'], of('blood_calcium'))}",
        "bone": f"Bone {told(QUANTITIES['bone_change'], of('bone_change'))} net {bone} mg/day",
        "arteries": f"Arteries {amounts} net {arteries} mg/day",
        "vitamin_d": f"Vitamin D gate {100 * of('vitamin_d_gate'):.0f} % open",
        "osteocalcin": f"Osteocalcin formation {100 * of('formation'):.0f} %",
        "mgp": f"MGP shield {100 * of('shield'):.0f} % shut",
    }  # fmt: skip


def numbers(lab: LabPage) -> dict[str, str]:
    """Return what stands at each part of the body."""
    return lab.page.locator(".body-picture").evaluate(NUMBERS)


@for_each("scenario", [PARADOX, Scenario(1500, 2000, 45, years=7, lens="trials")])
def test_every_number_is_the_runs_in_every_year(windows: dict[str, LabPage], scenario: Scenario) -> None:
    lab, run = opened(windows["laptop"], scenario), simulate(scenario)
    for year in (scenario.years, 0, 3):
        lab.store(f"store.setYear({year})")
        lab.frame()
        assert numbers(lab) == wanted(run, year)


def test_a_part_is_called_by_its_name_and_number(lab: LabPage) -> None:
    run = simulate(PARADOX)
    urine = lab.page.locator(".body-picture [data-part=urinary_excretion]")
    expect(urine).to_have_attribute("aria-label", f"Urinary excretion {flow(run.fluxes['urinary_excretion'][-1])}")
    expect(lab.page.locator(".body-picture [data-part=gut]")).to_have_attribute("aria-label", "Gut "
        f"{flow(run.fluxes['absorption'][-1]).removesuffix(' mg/day')} of 2,000 mg/day absorbed")  # fmt: skip


def test_dots_are_as_many_as_the_flow_is_large(windows: dict[str, LabPage]) -> None:
    much_leaves = Scenario(2000, 4000, 500, parameters={"k_clearance": 0.0005})
    lab, run = opened(windows["laptop"], much_leaves), simulate(much_leaves)
    assert run.fluxes["arterial_clearance"][-1] > 0.03
    found = lab.page.locator(".body-picture").evaluate(DOTS)
    for flux in FLUXES:
        times = 5000 if flux.name.startswith("arterial") else 1
        assert found[flux.name] == round(times * run.fluxes[flux.name][-1] / 40), flux.name


def test_the_sliders_in_it_move_every_number(lab: LabPage) -> None:
    box = lab.page.locator("dialog input[type=range][data-key=vitamin_k2]")
    box.press("End")
    lab.frame()
    now = Scenario(**lab.settings())
    assert now.vitamin_k2 == 500
    expect(box).to_have_attribute("aria-valuetext", "500 µg a day")
    expect(lab.page.locator("dialog input.number[data-key=vitamin_k2]")).to_have_value("500")
    assert numbers(lab) == wanted(simulate(now), now.years)


def test_a_page_translator_leaves_no_stale_number(lab: LabPage) -> None:
    lab.page.locator("dialog.panel").evaluate(TRANSLATE)
    assert numbers(lab)["urine"] == "[Urine]"
    lab.store("store.change({calcium: 700, vitamin_k2: 60})")
    lab.frame()
    now = Scenario(**lab.settings())
    said, found = wanted(simulate(now), now.years), numbers(lab)
    for flux in FLUXES:
        number = said[flux.name].split(" ")[-2]  # the names do not change, and stay translated
        assert found[flux.name].endswith(f" {number} mg/day"), flux.name


def test_dots_move_only_while_those_of_the_lab_do(lab: LabPage) -> None:
    def places() -> list[str]:
        return lab.page.locator(".body-picture [data-flow=absorption] circle").evaluate_all(
            "dots => dots.map(dot => `${dot.getAttribute('cx')} ${dot.getAttribute('cy')}`)"
        )

    still = places()
    lab.frame()
    assert places() == still
    lab.store("store.setMoving(true)")
    for _ in range(3):
        lab.frame()
    assert places() != still


@for_each("window", WINDOWS)
def test_no_text_lies_over_another_and_letters_can_be_read(windows: dict[str, LabPage], window: str) -> None:
    lab = opened(windows[window], PARADOX)
    check_letters(lab, 14)


def test_letters_are_large_where_a_projector_shows_them(windows: dict[str, LabPage]) -> None:
    check_letters(opened(windows["laptop"], PARADOX, view="projector"), 21)


def check_letters(lab: LabPage, least: float) -> None:
    lines = lab.page.locator(".body-picture").evaluate(LETTERS)
    assert len(lines) > 30
    small = [(text, size) for text, size, *_ in lines if size < least - 0.05]
    assert not small
    for (one, _, *a), (other, _, *b) in combinations(lines, 2):
        across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        assert across <= 0 or down <= 0, f"{one!r} lies over {other!r}"


def test_it_opens_from_the_menu_and_gives_the_focus_back_by_keyboard(windows: dict[str, LabPage]) -> None:
    lab = windows["laptop"].start(PARADOX)
    lab.page.locator(".menu > summary").press("Enter")
    lab.page.locator("[data-do=body]").press("Enter")
    panel = lab.page.get_by_role("dialog", name="Whole body and all numbers")
    expect(panel).to_be_visible()
    first = panel.locator("[data-part]").first
    for _ in range(4):
        lab.page.keyboard.press("Tab")
        if first.evaluate("node => node === node.getRootNode().activeElement"):
            break
    expect(first).to_be_focused()
    lab.page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(lab.page.locator(".menu > summary")).to_be_focused()
