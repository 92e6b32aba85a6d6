"""The file taken home tells what Python tells, whatever is done to it, with the network off."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from random import Random
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect
from support.accessible import BOTH_THEMES, found_by_axe, nothing_in
from support.lab import Lab
from support.offline import OfflineLab, opened
from support.restless import ON_THE_LAB, Action, Class, NotHereError, any_query
from support.settings import drawn
from support.visit import Open

from sim import PRESETS, Scenario
from sim.model.lenses import LENSES
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import NUTRIENTS
from sim.session.link import Link, read, to_query, written
from sim.session.pins import Pin
from sim.text.tables import TABLES, ledger_table

RANDOM, ACTIONS, LOOK = 60, 300, 25
PANELS = ("body", "numbers", "assumptions", "certainty", "save", "share", "compare", "map", "words", "keys")
CELLS = """panel => {
  const cells = table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent));
  const sections = [...panel.querySelectorAll('[data-table]')];
  return Object.fromEntries(sections.map(each => [each.dataset.table, cells(each.querySelector('table'))]));
}"""
RUBBISH = (
    "calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10&mgp_floor=0.2&link={}",
    "calcium=1*2*3&vitamin_d=**many**&vitamin_k2=%3Cb%3E&years=$x^2$&link={}",
    "Calcium=500&calcium=1033&utm_source=mail&vitamin_c=5&lens=gossip&pin1=a~b&step=2&link={}",
    "amp;calcium=9000&k_form=k9&view=cinema&mgp_strength=seven&%F0%9F%A6%B4=%ff&pin9=x&step=3&link={}",
)


@pytest.fixture(scope="module")
def page(browser: Browser, lab_file: Path) -> Iterator[OfflineLab]:
    """Return the file, opened once for many questions; its dots stand still."""
    with opened(browser, lab_file, reduced_motion="reduce") as lab:
        yield lab


def chosen() -> Iterator[Scenario]:
    """Yield every preset in both accounts, then settings drawn by chance that have a run, as a link keeps them."""
    for preset, lens in product(PRESETS.values(), LENSES):
        yield replace(preset, lens=lens)
    kept = (read(to_query(scenario))[0].scenario for scenario, _ in drawn(2 * RANDOM))
    yield from islice(filter(has_run, kept), RANDOM)


def has_run(scenario: Scenario) -> bool:
    try:
        return bool(simulate(scenario) and balanced_run(scenario))
    except (ValueError, RuntimeError):
        return False


def test_sentence_sliders_and_every_table_are_pythons_at_each_preset_and_at_random_settings(page: OfflineLab) -> None:
    panel = page.open().panel("numbers")
    for scenario in chosen():
        page.show(scenario)
        run, balanced = simulate(scenario), balanced_run(scenario)
        tables = {"ledger": ledger_table(run), **{name: table(run, balanced) for name, table in TABLES.items()}}
        told = {name: [[*table.columns], *([*row] for row in table.rows)] for name, table in tables.items()}
        seen = panel.evaluate(CELLS)
        assert seen == {name: told[name] for name in seen}, scenario
        assert len(seen) == 6
    page.close()


def test_a_drag_moves_picture_and_sentence_and_its_end_stands_in_the_address(page: OfflineLab) -> None:
    page.open("calcium=2000&vitamin_d=4000&vitamin_k2=10&link=4")
    before = page.line("arteries_times")
    hand = page.hold("vitamin_k2", 1)
    page.tells(Scenario(2000, 4000, 500))
    assert page.line("arteries_times") != before
    hand.to(0)
    hand.up()
    page.shows(Link(Scenario(2000, 4000, 0)))


def test_back_from_a_link_that_was_pasted_shows_again_what_the_address_then_says(page: OfflineLab) -> None:
    page.open()
    page.tells(PRESETS["calcium paradox"])
    page.show(PRESETS["balanced"])
    page.show(PRESETS["paradox resolved with K2"])
    for preset in ("balanced", "calcium paradox"):
        page.page.go_back()
        page.tells(PRESETS[preset])


@pytest.mark.parametrize("version", ["", "1", "2", "3", "4", "99"])
@pytest.mark.parametrize("link", RUBBISH, ids=["gone", "words", "twice", "cut"])
def test_old_links_and_links_with_rubbish_are_read_and_said_as_python_does(
    page: OfflineLab, link: str, version: str
) -> None:
    page.open(link.format(version))
    read_here, notices = page.link()
    page.tells(read_here.scenario)
    assert page.notes.all_inner_texts() == notices


def test_a_session_goes_from_the_page_into_the_file_and_back(page: OfflineLab, lab: Open) -> None:
    pins = (Pin("little (K2) *", Scenario(vitamin_k2=10)), Pin("blocked", Scenario(parameters={"mgp_block": 1})))
    there = Link(Scenario(1033, 3300, 95, 17, {"mgp_strength": 0.35}, "trials", "k1"), "projector", pins)
    visit = lab(f"?{urlencode(written(there))}")
    visit.shows(there.scenario, there)
    page.open(visit.page.url.partition("?")[2])
    assert page.link() == (there, [])
    page.slider("vitamin_k2").press("End")
    changed = replace(there, scenario=replace(there.scenario, vitamin_k2=500))
    page.shows(changed)
    lab("?" + page.page.url.partition("#")[2]).shows(changed.scenario, changed)


def put_link(lab: Lab, chance: Random) -> None:
    lab.page.evaluate("query => { location.hash = query }", any_query(chance))


def reload(lab: Lab, _: Random) -> None:
    lab.page.reload()
    lab.ready()


def go_back(lab: Lab, _: Random) -> None:
    if not lab.page.evaluate("navigation.canGoBack"):
        raise NotHereError
    lab.page.go_back()


ON_THE_FILE: dict[str, tuple[int, Action]] = {
    **ON_THE_LAB,
    "paste a link": (3, put_link),
    "reload": (1, reload),
    "back": (2, go_back),
}


def come_to_rest(lab: Lab) -> None:
    for _ in range(4):
        lab.page.keyboard.press("Escape")
    expect(lab.root.locator("dialog[open]")).to_have_count(0)


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_that_a_restless_class_does_breaks_the_file(browser: Browser, lab_file: Path, seed: int) -> None:
    doing = Class(seed, ON_THE_FILE)
    with opened(browser, lab_file, reduced_motion="no-preference" if seed == 1 else "reduce") as lab:
        try:
            for count in range(1, ACTIONS // 2 + 1):
                doing.act(lab)
                assert lab.errors == []
                if count % LOOK:
                    continue
                come_to_rest(lab)
                scenario = lab.link()[0].scenario if "#" in lab.page.url else PRESETS["calcium paradox"]
                held = [lab.number(name).get_attribute("data-value") for name in NUTRIENTS]
                assert held == [f"{value:,.0f}" for value in scenario.nutrients().values()]
                reload(lab, Random())
                lab.tells(scenario)
        except Exception as error:
            error.add_note(f"Seed {seed}, at {lab.page.url}; the last of {len(doing.done)}: {doing.done[-15:]}")
            raise


@BOTH_THEMES
def test_the_file_is_accessible_whatever_is_open_in_it(browser: Browser, lab_file: Path, dark: bool) -> None:
    scheme = "dark" if dark else "light"
    with opened(browser, lab_file, "calcium=9999&vitamin_c=1", color_scheme=scheme, reduced_motion="reduce") as lab:
        found = {"notices": found_by_axe(lab.page)}
        lab.open_menu()
        found["menu"] = found_by_axe(lab.page)
        lab.page.keyboard.press("Escape")
        for name in PANELS:
            lab.panel(name)
            found[name] = found_by_axe(lab.page)
            lab.close()
        lab.page.keyboard.press("p")
        expect(lab.root).to_have_attribute("data-layout", "board")
        found["projector"] = found_by_axe(lab.page)
        nothing_in(found)
