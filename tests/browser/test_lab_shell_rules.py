"""The store's rules against Python's: what each choice does to the settings, undo, pins and the link."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser
from support.lab_page import LabPage, lab_page

from sim import Scenario
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, INTERVENTIONS, PARAMETERS
from sim.runs.experiments import EXPERIMENTS
from sim.runs.scenario import PRESETS
from sim.session.link import Link, written
from sim.session.pins import MOST_PINS, Pin, Pins, add

STORE = """async () => {
  const {Store} = await import('/lab/store.js'), {History} = await import('/lab/history.js');
  window.heard = [];
  const said = (session, changed) => heard.push(structuredClone([session, changed]));
  window.store = new Store({said}, new History());
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[LabPage]:
    """Return a page that finds the Lab's modules."""
    with lab_page(browser) as lab:
        yield lab


def begin(page: LabPage, scenario: Scenario) -> None:
    """Put a scenario into a new store."""
    page.page.evaluate(STORE)
    page.page.evaluate("x => store.put(x)", {"scenario": scenario.to_dict(), "pins": [], "view": "page"})


def assumptions(now: Scenario) -> dict[str, float]:
    """Return the changed parameters that are not of an experiment."""
    return {name: value for name, value in now.parameters.items() if name not in INTERVENTIONS}


def with_parameter(now: Scenario, name: str, value: float) -> Scenario:
    """Return the settings with a parameter, or without it at the account's own value."""
    others = {key: each for key, each in now.parameters.items() if key != name}
    same = replace(now, parameters=others).values()[name] == value
    return replace(now, parameters=others if same else {**others, name: value})


def through(now: Scenario, lens: str) -> Scenario:
    """Return the settings in another account: what accounts set goes to its own value."""
    set_by_lenses = {name for each in LENSES.values() for name in each.values()}
    return replace(now, lens=lens, parameters={k: v for k, v in now.parameters.items() if k not in set_by_lenses})


def experiment(now: Scenario, name: str) -> Scenario:
    """Return an experiment on the balanced adult; years, account and assumptions stay."""
    parameters = {**assumptions(now), **EXPERIMENTS[name].parameters}
    return Scenario(years=now.years, lens=now.lens, parameters=parameters)


def choices(random: Random) -> list[tuple[str, Any, Callable[[Scenario], Scenario]]]:
    """Return one of each kind of choice: the store's call, its argument, and what it does in Python's words."""
    name, lens = random.choice(list(PRESETS)), random.choice(list(LENSES))
    form, done = random.choice(list(K_FORMS)), random.choice(list(EXPERIMENTS))
    row = random.choice(CONTROLS)
    value = random.randint(int(row.low), int(row.high))
    strength, need = random.choice([0, 0.15, 0.2, 0.35, 1]), random.choice([0, 0.25, 0.5])
    return [
        ("store.choosePreset(x)", name,
         lambda now: replace(PRESETS[name], years=now.years, lens=now.lens, parameters=assumptions(now))),
        ("store.chooseLens(x)", lens, lambda now: through(now, lens)),
        ("store.chooseExperiment(x)", done, lambda now: experiment(now, done)),
        ("store.endExperiment()", None, lambda now: replace(now, parameters=assumptions(now))),
        ("store.setForm(x)", form, lambda now: replace(now, k_form=form)),
        ("store.reset()", None, lambda now: Scenario()),
        ("store.setParameter('mgp_strength', x); store.release()", strength,
         lambda now: with_parameter(now, "mgp_strength", strength)),
        ("store.setParameter('need_slope', x); store.release()", need,
         lambda now: with_parameter(now, "need_slope", need)),
        (f"store.change({{{row.name}: x}}); store.release()", value, lambda now: replace(now, **{row.name: value})),
    ]  # fmt: skip


def test_every_choice_does_in_the_browser_what_it_does_in_python(page: LabPage) -> None:
    """Four hundred choices in any order, with undo and redo between them; the host hears of the settings at the end."""
    random, now = Random(1), Scenario()
    done, at = [now], 0
    begin(page, now)
    for _ in range(400):
        if random.random() < 0.25:
            step = random.choice([-1, 1])
            at = min(max(at + step, 0), len(done) - 1)
            call, x = ("store.undo()", None) if step < 0 else ("store.redo()", None)
        else:
            call, x, does = random.choice(choices(random))
            if (new := does(done[at])) != done[at]:
                done, at = [*done[: at + 1], new], at + 1
        found = page.page.evaluate(
            f"x => {{ {call}; return [store.session.scenario, store.canUndo, store.canRedo]; }}", x
        )
        assert [Scenario(**found[0]), *found[1:]] == [done[at], at > 0, at < len(done) - 1], call
        link = page.page.evaluate("async () => (await import('/lab/link.js')).written(store.session)")
        assert list(link.items()) == list(written(Link(done[at])).items())
    said, changed = page.page.evaluate("() => heard.at(-1)")
    assert Scenario(**said["scenario"]) == done[at]
    assert changed.keys() <= done[at].to_dict().keys()


def any_scenario(random: Random) -> Scenario:
    """Return settings anywhere in their ranges, with a few parameters changed to numbers of any size."""
    controls = {row.name: random.randint(int(row.low), int(row.high)) for row in CONTROLS}
    rows = random.sample(PARAMETERS, random.choice([0, 0, 1, 3]))
    some = {row.name: random.choice([row.low, row.high, random.uniform(row.low, row.high)]) for row in rows}
    if random.random() < 0.3:
        some["k_clearance"] = random.choice(
            [5e-6, 2.5e-5, 9.99e-5, 1e-4, 0.00012]
        )  # where Python turns to powers of ten
    return Scenario(**controls, lens=random.choice(list(LENSES)), k_form=random.choice(list(K_FORMS)), parameters=some)


def some_pins(random: Random) -> Pins:
    """Return up to as many pins as can be, with names that links have to escape."""
    names = random.sample(["little K2", "a & b = c", "Kükü 50 %", "#1?"], random.randint(0, MOST_PINS))
    return tuple(Pin(name, any_scenario(random)) for name in names)


def test_the_address_is_the_one_that_python_writes(page: LabPage) -> None:
    """Numbers of any size, names that need escaping, every view; the lesson stands at its place too."""
    random = Random(2)
    links = [
        Link(any_scenario(random), random.choice(["page", "projector"]), some_pins(random),
             random.choice(["", "tablets"]))
        for _ in range(500)
    ]  # fmt: skip
    sessions = [
        [
            {"scenario": link.scenario.to_dict(), "view": link.view,
             "pins": [text for key, text in written(link).items() if key.startswith("pin")]},
            link.lesson,
        ]
        for link in links
    ]  # fmt: skip
    found = page.page.evaluate(
        """async links => { const {written, queryOf} = await import('/lab/link.js');
        return links.map(([session, lesson]) => [
          Object.entries(written(session, lesson)),
          [...new URLSearchParams(queryOf(session, lesson))]]); }""",
        sessions,
    )
    expected = [[list(pair) for pair in written(link).items()] for link in links]
    assert found == [[each, each] for each in expected]


def test_a_run_is_kept_under_the_name_that_python_gives_it(page: LabPage) -> None:
    """Presets by name, others by their numbers, with the account; a taken name is counted, the fifth refused."""
    random = Random(3)
    for _ in range(60):
        pins: Pins = ()
        page.page.evaluate(STORE)
        one = replace(any_scenario(random), parameters={"mgp_strength": random.random()})
        shown = [random.choice([one, replace(one, lens="trials"), *PRESETS.values()]) for _ in range(MOST_PINS)]
        for scenario in shown:
            pins = add(pins, scenario)
            page.page.evaluate("x => { store.put({...store.session, scenario: x}); store.pin(); }", scenario.to_dict())
        texts = [text for key, text in written(Link(pins=pins)).items() if key.startswith("pin")]
        assert page.page.evaluate("store.session.pins") == texts
        page.page.evaluate("store.pin()")
        assert page.page.evaluate("[store.refusal, store.session.pins.length]") == [
            "Invalid pin number '5'. Must be at most 4: remove one first.", MOST_PINS,
        ]  # fmt: skip


def test_what_has_no_run_is_refused_and_everything_stays(page: LabPage) -> None:
    begin(page, PRESETS["calcium paradox"])
    for call, sentence in (
        ("store.change({vitamin_k2: 501})", "Invalid Vitamin K2 '501' [µg/day]. Must be between 0 and 500."),
        ("store.setParameter('mgp_strength', 1.2)", "Invalid mgp_strength '1.2' [-]. Must be between 0 and 1."),
        ("store.change({calcium: 200, parameters: {blood_baseline: 900, k_endogenous: 0.12, k_transit: 24, "
         "absorption_capacity: 100, k_passive: 0, reference_calcium: 200}})",
         "Invalid settings. The equations have no solution with them: nothing was changed."),
    ):  # fmt: skip
        assert page.page.evaluate(f"{call}") is False
        assert page.page.evaluate("store.refusal") == sentence
        assert Scenario(**page.page.evaluate("store.session.scenario")) == PRESETS["calcium paradox"]
        assert page.page.evaluate("[store.run.scenario.vitamin_k2, store.ghost, heard.length]") == [10, None, 0]
    page.page.evaluate("store.change({vitamin_k2: 20})")
    assert page.page.evaluate("store.refusal") == ""


def test_undo_holds_a_gesture_as_one_step_and_two_hundred_of_them(page: LabPage) -> None:
    begin(page, Scenario())
    page.page.evaluate("""() => {
      for (const calcium of [1050, 1100, 1150]) { store.change({calcium}, 'burst'); store.release(); }
      store.change({calcium: 900}, 'and back'); store.release();
      store.change({calcium: 1150}, 'and back'); store.release();
      store.undo(); }""")
    assert page.page.evaluate("[store.session.scenario.calcium, store.canUndo]") == [1000, False]
    page.page.evaluate("""() => { for (let i = 0; i < 300; i++) {
      store.change({calcium: 1000 + i}, `a ${i}`); store.release();
      store.change({calcium: 1400 + i}, `a ${i}`); store.release(); } }""")
    seen = page.page.evaluate("""() => {
      const seen = [];
      while (store.canUndo) { store.undo(); seen.push(store.session.scenario.calcium); }
      return seen; }""")
    assert seen == [1400 + i for i in range(298, 98, -1)]
    assert page.page.evaluate("() => { store.redo(); return store.session.scenario.calcium; }") == 1500
