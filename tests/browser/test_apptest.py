"""The page's logic without a browser: every link gives settings or a notice, and the Lab nothing that draws."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from sim import Scenario
from sim.dashboard.parts import notices
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, INTERVENTIONS, as_number, lookup
from sim.session.link_keys import LESSON_KEY, NAMED, OLD_LESSON_KEYS, VERSION_KEY, VIEW_KEY, is_tracker, known_key
from sim.session.link_settings import LINK_VERSION

ROOT = Path(__file__).parents[2]
SCRIPT = "sim/dashboard/pages/navigation.py"
STREAMLITS_OWN = {"embed", "embed_options"}  # keys that never reach the page

# A browser sends no lone surrogates.
TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
NUMBERS = st.one_of(st.integers(-99, 20_000), st.floats()).map(str)
ASSUMPTIONS = ("mgp_strength", *INTERVENTIONS)  # parameters that fit together at any value
KEYS = st.sampled_from([*(row.name for row in CONTROLS), *NAMED, *ASSUMPTIONS, VERSION_KEY])
NAMES = st.sampled_from([*LENSES, *K_FORMS])
QUERIES = st.dictionaries(KEYS | TEXT, NUMBERS | TEXT | NAMES, max_size=5)


def opened(query: Mapping[str, str]) -> dict[str, Any]:
    """Return what the Lab in a browser is told that opens the page by a link."""
    at = AppTest.from_file(str(ROOT / SCRIPT), default_timeout=60)
    at.query_params.update(query)
    at.run()
    assert not at.exception
    (told,) = json.loads(at.get("bidi_component")[0].proto.json)
    assert told["mode"] == "lab"
    return told


def scenario(query: Mapping[str, str]) -> Scenario:
    """Return the scenario of a link in which every value is a good one."""
    numbers = {row.name: float(query[row.name]) for row in CONTROLS if row.name in query}
    plain = replace(Scenario(), **numbers, lens=query.get("lens", "story"), k_form=query.get("k_form", "mk7"))
    changed = {name: float(query[name]) for name in ASSUMPTIONS if name in query}
    return replace(plain, parameters={n: value for n, value in changed.items() if value != plain.values()[n]})


def words(text: str) -> str:
    """Return the letters and digits of a text: however a notice quotes them, they must be there."""
    return re.sub(r"[\W_]+", "", text)


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
def test_every_good_link_is_taken_as_it_stands(query: dict[str, str]) -> None:
    told = opened(query)
    assert told["notices"] == []
    assert told["session"]["scenario"] == scenario(query).to_dict()


@settings(max_examples=50)
@given(QUERIES)
@example({"calcium": ""})
@example({"calcium": "1e3", "vitamin_d": " 800 ", "years": "1_0", "vitamin_k2": "-0"})
@example({"calcium": "9" * 400, "x" * 60: "1", "years": "0.5"})
@example({"link": "3", "mgp_floor": "0.2"})
@example({"link": "", "": "", "written_queries": "1", "scenario": "2"})
@example({"lens": "trials", "k_form": "k1", "mgp_strength": "0.5", "mgp_block": "1", "link": "1"})
@example({"lens": "Trials", "k_form": "", "mgp_strength": "2", "mgp_block": "none"})
def test_whatever_stands_in_a_link_it_is_taken_or_named(query: dict[str, str]) -> None:
    assume(not STREAMLITS_OWN & {key.lower() for key in query})
    assume(not {VIEW_KEY, LESSON_KEY, *OLD_LESSON_KEYS} & query.keys())  # they may be right, and have own tests
    assume(all(known_key(key) == key and not is_tracker(key) for key in query))  # these have, too
    told = opened(query)
    now = Scenario(**told["session"]["scenario"])
    taken = {**now.values(), **{key: getattr(now, key) for key in NAMED}}
    said = words(" ".join(told["notices"]))
    for key, text in query.items():
        if not as_it_stands(key, text, taken):
            assert said
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


def test_of_hundreds_of_unknown_keys_a_dozen_are_named_and_the_rest_counted() -> None:
    first, *_, last = said = opened({f"k{i}": "1" for i in range(900)} | {"calcium": "9000"})["notices"]
    assert len(said) == notices.MOST + 1 == 13
    assert first == "calcium '9000' in the link is outside 200 to 2,500 mg/day: set to 2,500."
    assert last == "... and 889 more like these."


def test_of_a_key_in_two_cases_the_last_in_the_address_counts_in_every_session() -> None:
    for keys in (("Calcium", "CALCIUM", "calcium"), ("calcium", "CALCIUM", "Calcium")):
        told = opened({key: str(500 + 100 * place) for place, key in enumerate(keys)})
        assert told["session"]["scenario"]["calcium"] == 700
        assert len(told["notices"]) == 1


def test_a_first_visit_to_the_lab_imports_nothing_that_draws() -> None:
    code = (
        "import sys\nfrom streamlit.testing.v1 import AppTest\n"
        f"at = AppTest.from_file({SCRIPT!r}, default_timeout=60).run()\nassert not at.exception\n"
        "print(sorted({'matplotlib', 'typst', 'xlsxwriter', 'segno'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_settings_that_keep_the_page_quick_and_quiet_are_read_from_the_repository() -> None:
    names = ["runner.postScriptGC", "runner.fastReruns", "browser.gatherUsageStats", "global.minCachedMessageSize"]
    code = f"import json; from streamlit import config; print(json.dumps([config.get_option(n) for n in {names}]))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == [False, False, False, 1e9]
