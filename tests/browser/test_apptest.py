"""The page's logic without a browser: every setting and every link gives a run, never a traceback."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from sim.dashboard.parts.live import messages
from streamlit.testing.v1 import AppTest
from support.alone import query_of
from support.for_each import for_each

from sim import PRESETS, Scenario, simulate
from sim.dashboard.parts import notices
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, INTERVENTIONS, as_number, lookup
from sim.runs.many import balanced_run
from sim.runs.verdict import shows_paradox
from sim.session.link_keys import LESSON_KEYS, NAMED, VERSION_KEY, VIEW_KEY, is_tracker, known_key
from sim.session.link_settings import LINK_VERSION, to_query
from sim.text.sentences import headline

ROOT = Path(__file__).parents[2]
CORNERS = list(product(*((row.low, row.high) for row in CONTROLS[:3])))
STREAMLITS_OWN = {"embed", "embed_options"}  # keys that never reach the page

# A browser sends no lone surrogates.
TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
NUMBERS = st.one_of(st.integers(-99, 20_000), st.floats()).map(str)
ASSUMPTIONS = ("mgp_strength", *INTERVENTIONS)  # parameters that fit together at any value
KEYS = st.sampled_from([*(row.name for row in CONTROLS), *NAMED, *ASSUMPTIONS, VERSION_KEY])
NAMES = st.sampled_from([*LENSES, *K_FORMS])
QUERIES = st.dictionaries(KEYS | TEXT, NUMBERS | TEXT | NAMES, max_size=5)


def page() -> AppTest:
    """Return the page, not yet run."""
    return AppTest.from_file(str(ROOT / "sim/dashboard/pages/navigation.py"), default_timeout=60)


def with_popover_open(**query: str) -> AppTest:
    """Return the page as a link opens it, after More has been pressed."""
    at = page()
    at.query_params.update(query)
    at.run()
    at.session_state["more"] = True
    return at.run()


@pytest.fixture(scope="module")
def undrawn() -> Iterator[None]:
    """Leave the paper of the pictures out; it has tests of its own and takes nine tenths of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(messages, "paper", lambda _: b"")
        yield


def shows(at: AppTest, expected: Scenario) -> None:
    """Check that sentence, sliders and address tell of this scenario, in numbers that `simulate` gives."""
    assert not at.exception
    result = simulate(expected)
    text = at.header[0].value
    change = f"{round(float(result.bone_change[-1]), 1) + 0.0:.1f}".removeprefix("-")
    assert f"{change} %" in text
    assert f"×{result.arteries_times[-1]:.1f}" in text
    assert ("**calcium paradox**" in text) == shows_paradox(result, balanced_run(expected))
    assert text == headline(result, balanced_run(expected))
    assert at.session_state["link"].scenario.settings() == expected.settings()  # of the closed popover too
    drawn = {slider.key: slider.value for slider in at.slider}
    assert drawn.items() <= expected.settings().items()
    assert drawn.keys() >= {"calcium", "vitamin_d", "vitamin_k2"}
    assert query_of(at) == to_query(expected)


def scenario(query: Mapping[str, str]) -> Scenario:
    """Return the scenario of a link in which every value is a good one."""
    numbers = {row.name: float(query[row.name]) for row in CONTROLS if row.name in query}
    plain = replace(Scenario(), **numbers, lens=query.get("lens", "story"), k_form=query.get("k_form", "mk7"))
    changed = {name: float(query[name]) for name in ASSUMPTIONS if name in query}
    return replace(plain, parameters={n: value for n, value in changed.items() if value != plain.values()[n]})


def words(text: str) -> str:
    """Return the letters and digits of a text: however a notice quotes them, they must be there."""
    return re.sub(r"[\W_]+", "", text)


def test_every_preset_can_be_pressed() -> None:
    at = page().run()
    for name, preset in PRESETS.items():
        at.button(key=f"preset_{name}").click().run()
        shows(at, preset)


@for_each("corner", CORNERS)
def test_the_sentence_agrees_with_the_simulation_at_every_horizon(
    undrawn: None, corner: tuple[float, float, float]
) -> None:
    at = with_popover_open()
    for row, value in zip(CONTROLS[:3], corner, strict=True):
        at.slider(key=row.name).set_value(int(value))
    for years in (1, 10, 30):
        at.slider(key="years").set_value(years).run()
        shows(at, Scenario(*corner, years))


def test_reset_and_an_exact_value_go_to_the_sliders(undrawn: None) -> None:
    at = with_popover_open(years="3")
    at.number_input(key="vitamin_d_exact").set_value(1234).run()
    shows(at, Scenario(vitamin_d=1234, years=3))
    next(button for button in at.button if button.label == "Reset").click().run()
    shows(at, Scenario())


# AppTest reads the metadata of every installed package at each run: 0.1 s, so no more examples than these.
@settings(max_examples=20)
@given(
    st.fixed_dictionaries(
        {row.name: st.integers(int(row.low), int(row.high)).map(str) for row in CONTROLS},
        optional={
            VERSION_KEY: st.just(str(LINK_VERSION)),
            "lens": st.sampled_from(list(LENSES)),
            "k_form": st.sampled_from(list(K_FORMS)),
            **{name: st.floats(lookup(name).low, lookup(name).high).map(str) for name in ASSUMPTIONS},
        },
    )
)
def test_every_good_link_is_taken_as_it_stands(undrawn: None, query: dict[str, str]) -> None:
    at = page()
    at.query_params.update(query)
    at.run()
    assert not at.warning
    shows(at, scenario(query))


@settings(max_examples=50)
@given(QUERIES)
@example({"calcium": ""})
@example({"calcium": "1e3", "vitamin_d": " 800 ", "years": "1_0", "vitamin_k2": "-0"})
@example({"calcium": "9" * 400, "x" * 60: "1", "years": "0.5"})
@example({"link": "3", "mgp_floor": "0.2"})
@example({"link": "", "": "", "written_queries": "1", "scenario": "2"})
@example({"lens": "trials", "k_form": "k1", "mgp_strength": "0.5", "mgp_block": "1", "link": "1"})
@example({"lens": "Trials", "k_form": "", "mgp_strength": "2", "mgp_block": "none"})
def test_whatever_stands_in_a_link_it_is_taken_or_named(undrawn: None, query: dict[str, str]) -> None:
    assume(not STREAMLITS_OWN & {key.lower() for key in query})
    assume(not {VIEW_KEY, *LESSON_KEYS} & query.keys())  # they may be right, and have tests of their own
    assume(all(known_key(key) == key and not is_tracker(key) for key in query))  # these have, too
    at = page()
    at.query_params.update(query)
    at.run()
    assert not at.exception
    now = at.session_state["link"].scenario
    shows(at, now)
    taken = {**now.values(), **{key: getattr(now, key) for key in NAMED}}
    said = words(" ".join(warning.value for warning in at.warning))
    for key, text in query.items():
        if not as_it_stands(key, text, taken):
            assert at.warning
            assert words(key[:40]) in said
            assert key not in taken or words(text[:40]) in said


def as_it_stands(key: str, text: str, taken: Mapping[str, float | str]) -> bool:
    """Tell whether the page has taken a key of the link exactly as it was written."""
    if key == VERSION_KEY:
        return text == str(LINK_VERSION)
    if key in NAMED:
        return text == taken[key]
    if key not in taken:
        return False
    return as_number(text) == taken[key]


def test_of_hundreds_of_unknown_keys_a_dozen_are_named_and_the_rest_counted(undrawn: None) -> None:
    at = page()
    at.query_params.update({f"k{i}": "1" for i in range(900)} | {"calcium": "9000"})
    at.run()
    assert not at.exception
    first, *_, last = said = [warning.value.replace("\\", "") for warning in at.warning]
    assert len(said) == notices.MOST + 1 == 13
    assert first == "calcium '9000' in the link is outside 200 to 2,500 mg/day: set to 2,500."
    assert last == "... and 889 more like these."


def test_of_a_key_in_two_cases_the_last_in_the_address_counts_in_every_session(undrawn: None) -> None:
    for keys in (("Calcium", "CALCIUM", "calcium"), ("calcium", "CALCIUM", "Calcium")):
        at = page()
        at.query_params.update({key: str(500 + 100 * place) for place, key in enumerate(keys)})
        at.run()
        assert at.session_state["link"].scenario.calcium == 700
        assert len(at.warning) == 1


def test_the_settings_that_keep_the_page_quick_and_quiet_are_read_from_the_repository() -> None:
    names = ["runner.postScriptGC", "runner.fastReruns", "browser.gatherUsageStats", "global.minCachedMessageSize"]
    code = f"import json; from streamlit import config; print(json.dumps([config.get_option(n) for n in {names}]))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == [False, False, False, 1e9]
