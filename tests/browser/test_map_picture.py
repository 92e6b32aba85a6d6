"""The paradox map drawn in the browser: no words over words, one map at a time, a panel of a host without a server."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from support.for_each import for_each
from support.lab_page import LabPage, lab_page
from support.maps import MAPS, PARADOX
from support.modules import open_modules

from sim import Scenario
from sim.model.parameters import control
from sim.runs.paradox_map import UPWARDS, paradox_map
from sim.text.descriptions import describe_map
from sim.text.messages import say
from sim.text.tables import map_table

PAGE = """<!doctype html><link rel="stylesheet" href="/scene/scene.css"><link rel="stylesheet" href="/map/map.css">
<style>@font-face { font-family: "Source Sans"; font-weight: 200 900; src: url(/font.woff2); }
.lab { width: 400px; font: 16px "Source Sans"; }</style><div class="lab"></div>
<script type="module">
import { balancedOf } from "/lab/rules.js";
import { createMap } from "/map/map.js";
import { simulate } from "/run.js";
window.solved = [];
const solved = ({names, world}) => window.solved.push([names[1], world.calcium, world.vitamin_d]);
window.map = createMap(document.querySelector(".lab"), {solved});
window.show = (scenario, up) => map.show(
  {session: {scenario}, run: simulate(scenario, 2), balanced: simulate(balancedOf(scenario), 2)}, up);
await document.fonts.load('16px "Source Sans"');
await document.fonts.load('700 16px "Source Sans"');
window.ready = true;
</script>"""
WORDS = """svg => [...svg.querySelectorAll('text')].filter(text => text.checkVisibility()).map(text => {
  const {left, top, right, bottom} = text.getBoundingClientRect();
  const free = text.hasAttribute('transform') ? 0 : 3; // above and below the letters
  return [text.textContent, text.dataset.word ?? '', left, top + free, right, bottom - free];
})"""

AS_LONG = """async scenario => {
  const {solveGrid} = await import('/map/grid.js');
  await solveGrid(scenario, 'calcium', new AbortController().signal);
}"""
"""Takes as long as another map would have taken, if it were still under way."""

NAMED = """svg => {
  const name = svg.querySelector('[data-word=region]'), {x, y, width, height} = name.getBBox();
  const turned = name.transform.baseVal.consolidate()?.matrix ?? new DOMMatrix();
  const ends = [x, x + width].map(at => new DOMPoint(at, y + height / 2).matrixTransform(turned));
  return svg.querySelector('.pointer') ? ['points'] : ends.map(end => svg.querySelector('.region').isPointInFill(end));
}"""
"""Whether the name of the region points to it, or both of its ends are inside."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return a page with nothing but a map."""
    opened = browser.new_page(viewport={"width": 420, "height": 800})
    open_modules(opened, PAGE)
    opened.wait_for_function("window.ready")
    yield opened
    opened.close()


def show(page: Page, scenario: Scenario, up: str = "vitamin_d") -> None:
    """Show a map and wait until it is there."""
    page.evaluate("asked => show(...asked)", [scenario.to_dict(), up])
    expect(page.locator(".map")).to_have_attribute("aria-busy", "false")


def meet(one: list[float], other: list[float]) -> bool:
    """Tell whether two boxes have a part in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@for_each(("scenario", "up"), MAPS)
def test_no_word_is_cut_or_lies_over_another_and_each_stands_where_it_belongs(
    page: Page, scenario: Scenario, up: str
) -> None:
    show(page, scenario, up)
    found = page.locator(".map svg").evaluate(WORDS)
    boxes: dict[Any, list[float]] = {(text, i): box for i, (text, _, *box) in enumerate(found)}
    assert [pair for pair in combinations(boxes, 2) if meet(boxes[pair[0]], boxes[pair[1]])] == []
    frame = page.locator(".map").bounding_box()
    assert frame
    for left, top, right, bottom in boxes.values():
        assert frame["x"] <= left and right <= frame["x"] + frame["width"]
        assert frame["y"] <= top and bottom <= frame["y"] + frame["height"]
    if paradox_map(scenario, up).paradox.any():
        assert page.locator(".map svg").evaluate(NAMED) in (["points"], [True, True])
    region = [text for text, name, *_ in found if name == "region"]
    assert [text.replace(" ", "") for text in region] == [
        say("map-paradox" if paradox_map(scenario, up).paradox.any() else "map-none").replace(" ", "")
    ]


def test_of_worlds_that_follow_closely_only_the_last_is_solved_and_the_one_in_sight_is_not_solved_again(
    page: Page,
) -> None:
    show(page, PARADOX)
    page.evaluate("() => { solved.length = 0; }")
    others = [replace(PARADOX, calcium=calcium).to_dict() for calcium in (500, 1000, 1500)]
    page.evaluate("others => { for (const each of others) show(each, 'vitamin_d'); }", others)
    expect(page.locator(".map")).to_have_attribute("aria-busy", "true")
    expect(page.locator(".map")).to_have_attribute("aria-busy", "false")
    assert page.evaluate("solved.map(([, calcium]) => calcium)") == [1500]
    there = replace(PARADOX, calcium=1500, vitamin_k2=300, vitamin_d=50)  # another place on the same map
    show(page, there)
    page.evaluate(
        "asked => { show(asked[0], 'vitamin_d'); show(asked[1], 'vitamin_d'); }", [others[0], there.to_dict()]
    )
    expect(page.locator(".map")).to_have_attribute("aria-busy", "false")
    expect(page.locator(".map")).to_have_attribute("aria-description", describe_map(paradox_map(there), there))
    page.evaluate(AS_LONG, PARADOX.to_dict())
    assert page.evaluate("solved.length") == 1


def test_a_map_that_has_been_ended_is_not_drawn(page: Page) -> None:
    show(page, PARADOX)
    page.evaluate("other => { solved.length = 0; show(other, 'calcium'); map.end(); }", PARADOX.to_dict())
    page.evaluate(AS_LONG, PARADOX.to_dict())
    assert page.evaluate("solved.length") == 0


def test_where_a_node_has_no_run_the_map_says_so_and_the_old_one_stays(page: Page) -> None:
    show(page, PARADOX)
    before = page.locator(".map .edge").get_attribute("d")
    unsolvable = "asked => map.show({session: {scenario: {...asked, calcium: NaN}}}, 'vitamin_d')"
    page.evaluate(unsolvable, PARADOX.to_dict())
    expect(page.locator(".map-words p")).to_have_text(say("map-unsolvable"))
    assert page.locator(".map .edge").get_attribute("d") == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_the_map_its_own_paper_and_bands(browser: Browser, scheme: Any) -> None:
    seen = []
    for forced in ("none", "active"):
        opened = browser.new_page(color_scheme=scheme, forced_colors=forced)
        open_modules(opened, PAGE)
        opened.wait_for_function("window.ready")
        show(opened, PARADOX)
        fills = "map => [map, ...map.querySelectorAll('.band, text')].map(each => [getComputedStyle(each).fill, "
        seen.append(opened.locator(".map").evaluate(fills + "getComputedStyle(each).backgroundColor])"))
        opened.close()
    assert seen[0] == seen[1]


@pytest.fixture
def panel(browser: Browser) -> Iterator[LabPage]:
    """Return the Lab with the map in a panel of its host."""
    with lab_page(browser, reduced_motion="reduce") as lab:
        lab.start(PARADOX)
        lab.page.evaluate("""async () => {
          const [{openPanel}, {fillMap}] = await Promise.all([import('/panels/index.js'), import('/panels/map.js')]);
          const root = document.querySelector('#place').shadowRoot.querySelector('.lab');
          openPanel('map', root, lab.store, {map: fillMap});
          window.first = root.querySelector('.map-words p').textContent;
        }""")
        expect(lab.root.locator(".map")).to_have_attribute("aria-busy", "false")
        yield lab


def test_in_the_panel_keys_move_the_lab_and_words_and_table_follow(panel: LabPage) -> None:
    world_map = panel.root.locator(".map")
    assert panel.page.evaluate("window.first") == say("map-working")
    expect(panel.root.locator(".map-words p")).to_have_text(describe_map(paradox_map(PARADOX), PARADOX))
    world_map.focus()
    for key in ("ArrowRight", "ArrowUp", "Enter"):
        panel.page.keyboard.press(key)
    there = replace(PARADOX, vitamin_k2=15, vitamin_d=4400)
    expect(world_map).to_have_attribute("aria-description", describe_map(paradox_map(there), there))
    assert panel.settings() == there.to_dict()
    assert [each["changed"] for each in panel.said()] == [{"vitamin_d": 4400, "vitamin_k2": 15}]


def test_in_the_panel_what_goes_up_can_be_chosen_and_its_numbers_are_a_table(panel: LabPage) -> None:
    panel.root.locator("details:not(.map-words) summary").last.click()
    for up in reversed(UPWARDS):
        panel.root.get_by_label(control(up).label, exact=True).and_(panel.root.locator("[name=map-up]")).check()
        expect(panel.root.locator(".map")).to_have_attribute("aria-busy", "false")
        table = map_table(paradox_map(PARADOX, up))
        expect(panel.root.locator(".panel-map th[scope=col]")).to_have_text([*table.columns])
        expect(panel.root.locator(".panel-map tbody tr")).to_have_count(len(table.rows))
        expect(panel.root.locator(".panel-map tbody tr").nth(30)).to_have_text("".join(table.rows[30]))


def test_in_the_panel_all_of_a_drag_is_one_gesture_and_what_was_before_stays_in_sight(panel: LabPage) -> None:
    box, mouse = panel.root.locator(".map .band").first.bounding_box(), panel.page.mouse
    assert box
    mouse.move(box["x"] + 0.1 * box["width"], box["y"] + 0.4 * box["height"])
    mouse.down()
    for share in (0.3, 0.5, 0.7):
        mouse.move(box["x"] + share * box["width"], box["y"] + 0.4 * box["height"])
    assert panel.said() == []
    mouse.up()
    assert panel.settings()["vitamin_k2"] == 240  # the node that is nearest to 0.7 squared of 500
    assert panel.store("store.ghost.scenario") == PARADOX.to_dict()
    assert len(panel.said()) == 1
