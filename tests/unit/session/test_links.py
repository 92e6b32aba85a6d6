"""Addresses: what goes out comes back, and what cannot be read is said once."""

import json
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.for_each import for_each

from sim import PRESETS, Scenario
from sim.export.session_file import read_session
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, as_number
from sim.session.link import LONGEST, Link, read, written
from sim.session.link_keys import GONE, LESSON_KEY, OLD_LESSON_KEYS, PARAMETER_ROWS, PIN_KEYS, VIEW_KEY
from sim.session.link_settings import LINK_VERSION, from_query, to_query, view_of
from sim.session.pins import LONGEST_NAME, MOST_PINS, Pin, checked_name
from sim.text.messages import say

KEYS = ["calcium", "vitamin_d", "vitamin_k2", "years", "lens", "k_form", "link"]
ANY_TEXT = st.text(max_size=12)
WHOLE = {row.name: st.integers(int(row.low), int(row.high)) for row in CONTROLS}

CHANGED = (
    "The settings in the link are kept, but since it was made the model's numbers have changed (now model 2.0): "
    "see History on the page Model."
)
"""What is said of a link of an earlier version."""

# Links that were given away: in worksheets, slides, mails. They must keep working.
RELEASED = [
    ("calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10&link=1", PRESETS["calcium paradox"]),
    ("calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10", PRESETS["calcium paradox"]),
    ("calcium=2000&vitamin_d=4000&vitamin_k2=200&years=10&link=1", PRESETS["paradox resolved with K2"]),
    ("calcium=1000&vitamin_d=800&vitamin_k2=100&years=10&link=1", Scenario()),
    ("calcium=2500&vitamin_d=10000&vitamin_k2=500&years=30&link=1", Scenario(2500, 10_000, 500, 30)),
    ("calcium=200&vitamin_d=0&vitamin_k2=0&years=1&link=1", Scenario(200, 0, 0, 1)),
    # Version 2 adds lens, form of vitamin K and changed parameters.
    (
        "calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10&lens=trials&k_form=mk7&link=2",
        replace(PRESETS["calcium paradox"], lens="trials"),
    ),
    (
        "calcium=1000&vitamin_d=800&vitamin_k2=100&years=5&lens=story&k_form=k1&mgp_block=0.95&mgp_strength=0.5&link=2",
        Scenario(years=5, parameters={"mgp_block": 0.95, "mgp_strength": 0.5}, k_form="k1"),
    ),
]

# Version 3 adds pinned runs and lessons.
RELEASED_LINKS = [
    (
        "calcium=2000&vitamin_d=4000&vitamin_k2=10&years=5&lens=story&k_form=mk7&mgp_strength=0.5&view=projector"
        "&pin1=with K2~2000~4000~200~story~mk7&pin2=a~1000~800~100~trials~k1~mgp_strength~0.4"
        "&lesson=paradox&step=3&answers=ab-&link=3",
        Link(
            Scenario(2000, 4000, 10, 5, {"mgp_strength": 0.5}),
            "projector",
            (
                Pin("with K2", Scenario(2000, 4000, 200)),
                Pin("a", Scenario(parameters={"mgp_strength": 0.4}, lens="trials", k_form="k1")),
            ),
            "paradox",
        ),
    ),
    # Version 4 says the same of another model.
    (
        "calcium=2000&vitamin_d=4000&vitamin_k2=29&years=10&lens=story&k_form=mk4&need_slope=0.2"
        "&pin1=a~1000~800~100~trials~k1~need_slope~0.1&link=4",
        Link(
            Scenario(2000, 4000, 29, parameters={"need_slope": 0.2}, k_form="mk4"),
            pins=(Pin("a", Scenario(parameters={"need_slope": 0.1}, lens="trials", k_form="k1")),),
        ),
    ),
]

# key, text, what it is set to, words the notice must have
NOT_AS_IT_STOOD = [
    ("vitamin_k2", "900", 500, "outside 0 to 500 µg/day: set to 500."),
    ("vitamin_k2", "-1", 0, "outside 0 to 500 µg/day: set to 0."),
    ("calcium", "0", 200, "outside 200 to 2,500 mg/day: set to 200."),
    ("calcium", "inf", 2500, "set to 2,500."),
    ("calcium", "-inf", 200, "set to 200."),
    ("vitamin_d", "1e9", 10_000, "set to 10,000."),
    ("years", "0.4", 1, "set to 1."),
    ("years", "31", 30, "outside 1 to 30 years: set to 30."),
    ("calcium", "abc", 1000, "not a number: set to its default, 1,000."),
    ("vitamin_d", "nan", 800, "not a number: set to its default, 800."),
    ("vitamin_k2", "", 100, "not a number: set to its default, 100."),
    ("years", "1,5", 10, "not a number: set to its default, 10."),
    ("calcium", "0x3e8", 1000, "not a number"),
    ("calcium", "2_000", 1000, "not a number: set to its default, 1,000."),
    ("calcium", "２０００", 1000, "not a number: set to its default, 1,000."),
    ("years", "٣", 10, "not a number: set to its default, 10."),
    ("calcium", "1234.6", 1235, "not a whole number: set to 1,235."),
    ("years", "29.7", 30, "not a whole number: set to 30."),
    ("calcium", "x" * 100_000, 1000, "not a number"),
    ("calcium", "9" * 100_000, 2500, "set to 2,500."),
]


def pairs(query: str) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in query.split("&"))


@given(st.builds(Scenario, **WHOLE))
def test_every_whole_number_setting_comes_back_from_its_own_link_without_a_notice(scenario: Scenario) -> None:
    query = to_query(scenario)
    assert from_query(query) == (scenario, [])
    assert list(query) == KEYS
    assert query["link"] == str(LINK_VERSION)
    assert query["calcium"] == str(int(scenario.calcium))  # digits only: a comma would not read back


def test_a_link_has_every_key_and_the_link_version_also_at_the_default() -> None:
    assert to_query(Scenario()) == {
        "calcium": "1000", "vitamin_d": "800", "vitamin_k2": "100", "years": "10",
        "lens": "story", "k_form": "mk7", "link": "4",
    }  # fmt: skip


@for_each(("query", "link"), [*((query, Link(scenario)) for query, scenario in RELEASED), *RELEASED_LINKS])
def test_a_released_link_keeps_working(query: str, link: Link) -> None:
    of_this_model = query.endswith("&link=4") or "&link=" not in query
    passed_over = [say("link-lesson-gone", keys="step and answers")] if "&step=" in query else []
    assert read(pairs(query)) == (link, [*passed_over, *([] if of_this_model else [CHANGED])])


@for_each("version", ["1", "2", "3"])
def test_a_link_from_before_the_model_changed_says_so_once_and_not_again_when_it_is_passed_on(version: str) -> None:
    pinned = {"pin1": "a~1000~800~10~story~mk7", "pin2": "b~1000~800~20~story~mk7"}
    link, notices = read({"calcium": "2000", **pinned, "link": version})
    assert (link.scenario, len(link.pins), notices) == (Scenario(calcium=2000), 2, [CHANGED])
    assert read(written(link)) == (link, [])


def test_a_saved_file_from_before_the_model_changed_says_so_once() -> None:
    link, notices = read_session(json.dumps({"model_version": "1.1", "link": {"calcium": "2000", "link": "3"}}))
    assert (link, notices) == (Link(Scenario(calcium=2000)), [CHANGED.replace("in the link", "in the file")])


@for_each("name", ["osteocalcin_floor", "mgp_floor", "deposition_slope", "quality_span"])
def test_what_left_the_model_is_named_once_and_settings_and_pins_that_had_it_are_kept(name: str) -> None:
    query = {
        "calcium": "2000", name: "0.3", "mgp_strength": "0.5", "link": "3",
        "pin1": f"a~1000~800~10~story~mk7~mgp_strength~0.4~{name}~0.2", "pin2": f"b~1000~800~20~story~mk7~{name}~x",
    }  # fmt: skip
    link, notices = read(query)
    assert link.scenario == Scenario(calcium=2000, parameters={"mgp_strength": 0.5})
    first, second = link.pins
    assert first == Pin("a", Scenario(vitamin_k2=10, parameters={"mgp_strength": 0.4}))
    assert second == Pin("b", Scenario(vitamin_k2=20))
    gone = f"{name} in the link is no longer part of the model: left out, all else is kept."
    assert sorted(notices) == sorted([CHANGED, gone])


def test_what_left_the_model_is_named_once_also_where_it_stands_in_a_pin_only() -> None:
    link, notices = read({"pin1": "a~1000~800~10~story~mk7~mgp_floor~0.2~deposition_slope~100"})
    assert [pin.name for pin in link.pins] == ["a"]
    assert [notice.split()[0] for notice in notices] == ["deposition_slope", "mgp_floor"]


def test_nothing_is_said_to_have_left_the_model_that_it_has() -> None:
    assert not set(GONE) & PARAMETER_ROWS.keys()


@for_each(("key", "text", "value", "words"), NOT_AS_IT_STOOD)
def test_a_value_not_taken_as_it_stood_is_named_in_exactly_one_notice(
    key: str, text: str, value: float, words: str
) -> None:
    scenario, notices = from_query({**to_query(Scenario()), key: text})
    assert scenario == replace(Scenario(), **{key: value})
    (notice,) = notices
    assert notice.startswith(f"{key} '{text[:40]}")
    assert words in notice
    assert len(notice) < 160  # a very long value is cut, or the notice would fill the page


@for_each("text", ["1e3", "1000.0", "+1000", " 1000", "1000 "])
def test_another_spelling_of_a_whole_number_is_taken_without_a_notice(text: str) -> None:
    assert from_query({"calcium": text}) == (Scenario(calcium=1000), [])


def test_minus_zero_is_zero_and_is_written_without_a_sign() -> None:
    scenario, notices = from_query({"vitamin_d": "-0"})
    assert scenario == Scenario(vitamin_d=0)
    assert notices == []
    assert to_query(scenario)["vitamin_d"] == "0"


@for_each("key", ["iron", "vitamin-d", "parameters", "", "k" * 5000, "amp", "utm", "gclid2"])
def test_an_unknown_key_is_ignored_and_named_in_exactly_one_notice(key: str) -> None:
    scenario, (notice,) = from_query({**to_query(Scenario(calcium=2000)), key: "9"})
    assert scenario == Scenario(calcium=2000)
    assert notice == f"'{key[:40]}{'...' * (len(key) > 40)}' in the link is not a setting of this page: ignored."


@for_each("version", ["5", "0", "", "one", "1.0", "v" * 5000])
def test_another_link_version_is_read_as_this_one_and_said_in_exactly_one_notice(version: str) -> None:
    scenario, (notice,) = from_query({**to_query(Scenario(calcium=2000)), "link": version})
    assert scenario == Scenario(calcium=2000)
    shown = version if len(version) <= 40 else f"{version[:40]}..."
    assert notice == f"link '{shown}' is not a version this page knows: read as version {LINK_VERSION}."


@given(
    st.builds(
        Scenario,
        **WHOLE,
        lens=st.sampled_from(list(LENSES)),
        k_form=st.sampled_from(list(K_FORMS)),
        parameters=st.fixed_dictionaries(
            {}, optional={name: st.floats(0, 1) for name in ("mgp_strength", "mgp_block", "osteocalcin_block")}
        ),
    )
)
def test_lens_form_and_changed_parameters_come_back_from_their_own_link(scenario: Scenario) -> None:
    back, notices = from_query(to_query(scenario))
    assert notices == []
    assert back.values() == scenario.values()
    assert (back.lens, back.k_form) == (scenario.lens, scenario.k_form)


@for_each(
    ("key", "text", "notice"),
    [
        ("lens", "truth", "lens 'truth' in the link must be one of story, trials: set to story."),
        ("lens", "", "lens '' in the link must be one of story, trials: set to story."),
        ("k_form", "mk9", "k_form 'mk9' in the link must be one of mk7, mk4, k1: set to mk7."),
        ("mgp_strength", "2", "mgp_strength '2' in the link is outside 0 to 1: set to 1."),
        ("mgp_strength", "much", "mgp_strength 'much' in the link is not a number: set to its default, 1."),
    ],
)
def test_a_lens_form_or_parameter_not_taken_as_it_stood_is_named_in_exactly_one_notice(
    key: str, text: str, notice: str
) -> None:
    assert from_query({**to_query(Scenario(calcium=2000)), key: text}) == (Scenario(calcium=2000), [notice])


def test_the_default_of_a_parameter_in_a_link_is_that_of_the_link_s_lens() -> None:
    scenario, notices = from_query({"lens": "trials", "mgp_strength": "?"})
    assert notices == ["mgp_strength '?' in the link is not a number: set to its default, 0.2."]
    assert scenario == Scenario(lens="trials")


def test_parameters_that_no_adult_could_have_are_left_out_with_a_reason() -> None:
    query = {"calcium": "2000", "absorption_capacity": "100", "k_endogenous": "0.12", "k_passive": "0"}
    scenario, (notice,) = from_query(query)
    assert scenario == Scenario(calcium=2000)
    assert notice.startswith("The parameters in the link do not fit together, so they are left out. Invalid parameters")


def test_parameters_that_cannot_be_solved_are_left_out_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("No accurate solution")

    monkeypatch.setattr("sim.session.link_settings.simulate", fails)
    scenario, (notice,) = from_query({"calcium": "2000", "k_urine": "40", "pth_slope": "30"})
    assert scenario == Scenario(calcium=2000)
    assert "k_urine, pth_slope" in notice or "pth_slope, k_urine" in notice


def test_the_view_stands_in_the_link_of_the_projector_only_and_is_no_setting() -> None:
    assert "view" not in to_query(Scenario())
    query = to_query(Scenario(calcium=2000), "projector")
    assert list(query) == [*KEYS[:-1], "view", "link"]
    assert from_query(query) == (Scenario(calcium=2000), [])
    assert view_of(query) == ("projector", [])
    assert view_of({}) == view_of({"view": "page"}) == ("page", [])
    assert view_of({"view": ("page", "projector")}) == ("projector", [])


@for_each("text", ["cinema", "", "Projector", "x" * 5000])
def test_a_view_that_does_not_exist_is_the_page_with_one_notice(text: str) -> None:
    view, (notice,) = view_of({"view": text})
    assert view == "page"
    assert notice.startswith(f"view '{text[:40]}")
    assert notice.endswith("must be one of page, projector: set to page.")
    assert len(notice) < 160


def test_of_a_key_that_stands_twice_the_last_counts_and_exactly_one_notice_says_so() -> None:
    scenario, (notice,) = from_query({"calcium": ["500", "2000"], "vitamin_d": ["4000"]})
    assert scenario == Scenario(calcium=2000, vitamin_d=4000)
    assert notice == "calcium stands 2 times in the link: the last one, '2000', counts."


def test_five_things_wrong_at_once_give_five_notices() -> None:
    query = {"calcium": "9000", "vitamin_d": "much", "vitamin_k2": "10.4", "years": "3", "iron": "1", "link": "7"}
    scenario, notices = from_query(query)
    assert scenario == Scenario(calcium=2500, vitamin_d=800, vitamin_k2=10, years=3)
    assert len(notices) == 5
    for named in ("calcium '9000'", "vitamin_d 'much'", "vitamin_k2 '10.4'", "'iron'", "link '7'"):
        assert sum(named in notice for notice in notices) == 1, named
    assert not any("years '" in notice for notice in notices)


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(KEYS) | ANY_TEXT, ANY_TEXT | st.floats().map(str), max_size=6))
@example({"calcium": "1e400", "years": "-1e400", "vitamin_d": "infinity", "vitamin_k2": "NaN"})
@example({"calcium": "0" * 5000 + "1000"})
@example({"diet_store": "", "pin1": "", "step": "x", "link": "3", "view": "?", "0": ""})
@example({"mgp_floor": "", "link": "1"})
@example({})
def test_whatever_the_address_says_a_run_opens_and_nothing_is_dropped_in_silence(query: dict[str, str]) -> None:
    scenario, notices = from_query(query)
    for row in CONTROLS:
        value = getattr(scenario, row.name)
        said = sum(notice.startswith(f"{row.name} '") for notice in notices)
        if row.name not in query:
            assert (value, said) == (row.default, 0)
        elif said:
            assert value == round(value)
            assert row.low <= value <= row.high
        else:
            assert as_number(query[row.name]) == value
        assert said <= 1
    # Hypothesis may try any word that stands in the code, names of parameters among them.
    known = {*KEYS, *PARAMETER_ROWS, *GONE, *PIN_KEYS, LESSON_KEY, *OLD_LESSON_KEYS, VIEW_KEY}
    unknown = [key for key in query if key not in known]
    assert sum(notice.endswith("ignored.") and notice.startswith("'") for notice in notices) == len(unknown)
    versions = map(str, range(1, LINK_VERSION + 1))
    assert sum(notice.startswith("link '") for notice in notices) == (query.get("link", "1") not in versions)
    assert notices.count(CHANGED) == (query.get("link", str(LINK_VERSION)) in ("1", "2", "3"))


@given(st.floats(200, 2500))
def test_a_fraction_goes_to_the_nearest_whole_number(value: float) -> None:
    scenario, notices = from_query({"calcium": repr(value)})
    assert scenario.calcium == round(scenario.calcium)
    assert abs(scenario.calcium - value) <= 0.5  # the nearest whole number is never further
    assert len(notices) == (value != round(value))


# Pinned runs and lessons.


def is_name(text: str) -> bool:
    """Tell whether a run can be called so, letter by letter."""
    try:
        return checked_name(text) == text
    except ValueError:
        return False


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="~"), min_size=1, max_size=LONGEST_NAME).filter(is_name)
PINS = st.lists(
    st.builds(Pin, NAMES, st.builds(Scenario, **{k: v for k, v in WHOLE.items() if k != "years"})),
    max_size=MOST_PINS,
    unique_by=lambda pin: pin.name,
).map(tuple)
LESSON = st.sampled_from(["", "tablets", "in_people"])


@given(st.builds(Link, st.builds(Scenario, **WHOLE), st.sampled_from(["page", "projector"]), PINS, LESSON))
def test_whatever_a_link_holds_comes_back_from_it(link: Link) -> None:
    assert read(written(link)) == (link, [])


def test_a_link_with_all_a_page_can_set_stays_short_enough_for_chat_programs() -> None:
    assumed = {"mgp_strength": 0.55, "mgp_block": 0.95, "osteocalcin_block": 0.95}
    scenario = Scenario(2500, 10_000, 500, 30, assumed, "trials", "mk7")
    pins = tuple(Pin(f"{number}" + "µ" * (LONGEST_NAME - 1), scenario) for number in range(MOST_PINS))
    query = urlencode(written(Link(scenario, "projector", pins, "osteocalcin_and_bone")))
    assert len(f"https://calcium-paradox-lab.streamlit.app/compare?{query}") < LONGEST


@for_each(
    ("key", "text", "words"),
    [
        ("pin1", "", "pin1 '' in the link is not a run that can be read: left out."),
        ("pin2", "a~1~2~3", "pin2 'a~1~2~3' in the link is not a run that can be read: left out."),
        ("pin3", "a~1000~800~100~story~mk7~k_urine", "is not a run that can be read: left out."),
        ("pin4", "a~1000~800~100~story~mk7~iron~5", "is not a run that can be read: left out."),
        ("pin1", "~1000~800~100~story~mk7", "pin1 in the link is left out. Invalid name ''. Must have 1 to 36"),
        ("pin1", "a~1000~800~900~story~mk7", "pin1: vitamin_k2 '900' in the link is outside 0 to 500 µg/day"),
        ("lesson", "../etc", "lesson '../etc' in the link cannot be read: left out."),
        (
            "pin1",
            "a~1000~800~100~story~mk7~mgp_strength~0.4~mgp_strength~0.5",
            "pin1: mgp_strength stands 2 times in the link: the last one, '0.5', counts.",
        ),
        ("pin1", "a~1_000~800~100~story~mk7", "pin1: calcium '1_000' in the link is not a number"),
        ("lesson", "MGP", "lesson 'MGP' in the link cannot be read: left out."),
        ("step", "3", "step in the link: left out. A lesson begins at its first step"),
        ("answers", "ab-", "answers in the link: left out. A lesson begins at its first step"),
    ],
)
def test_a_pin_or_lesson_that_cannot_be_read_is_named_and_the_rest_counts(key: str, text: str, words: str) -> None:
    link, (notice,) = read({"calcium": "2000", key: text})
    assert words in notice
    assert link.scenario == Scenario(calcium=2000)


def test_two_pins_of_one_name_are_told_apart_by_leaving_the_second_out() -> None:
    text = "a~1000~800~10~story~mk7"
    link, (notice,) = read({"pin1": text, "pin2": text})
    assert [pin.name for pin in link.pins] == ["a"]
    assert "Must differ from the names of the other pinned runs." in notice


# Keys as other programs pass them on.


@for_each(
    "key", ["utm_source", "UTM_Campaign", "utm_", "fbclid", "GCLID", "msclkid", "_ga", "_", "__x", "amp;utm_medium"]
)
def test_a_key_that_a_tracker_hangs_on_a_link_is_ignored_in_silence(key: str) -> None:
    assert read({"calcium": "2000", key: "x"}) == (Link(Scenario(calcium=2000)), [])


@for_each("before", ["", "amp;", "amp;amp;"])
@for_each("letters", [str.lower, str.upper, str.title])
def test_keys_are_read_in_any_case_and_after_an_ampersand_written_as_in_html(
    before: str, letters: Callable[[str], str]
) -> None:
    query = written(RELEASED_LINKS[0][1])
    assert read({before + letters(key): text for key, text in query.items()}) == (RELEASED_LINKS[0][1], [])


def test_a_key_in_two_cases_is_one_that_stands_twice() -> None:
    link, (notice,) = read({"Calcium": ["300", "500"], "calcium": "2000", "amp;years": "5"})
    assert link == Link(Scenario(calcium=2000, years=5))
    assert notice == "calcium stands 3 times in the link: the last one, '2000', counts."


@for_each("key", [*KEYS, "mgp_strength", "pin1", "lesson", "step", "answers", "view", "iron", "\udfff"])
def test_half_a_letter_in_a_link_is_left_out_with_one_notice_that_can_be_shown(key: str) -> None:
    link, (notice,) = read({"calcium": "2000", key: "1\ud800"} if key != "calcium" else {key: "\udfff"})
    assert link == Link(Scenario(calcium=2000 if key != "calcium" else 1000))
    assert notice.startswith("'") and notice.endswith("' in the link holds half a letter: left out.")
    assert notice.encode().decode() == notice


def test_a_lesson_in_a_link_begins_anew_and_one_notice_says_what_was_passed_over() -> None:
    link, (notice,) = read({"lesson": "mgp", "step": "2", "answers": "ab"})
    assert link == Link(lesson="mgp")
    assert notice.startswith("step and answers in the link: left out.")
    assert "answers" not in written(link) and "step" not in written(link)


def test_an_unknown_key_that_stands_twice_is_named_once() -> None:
    assert len(read({"iron": ["1", "2"]})[1]) == 1


@for_each("text", ["$x$", "a|b", "![](x)", "this run", "=1+1"])
@for_each("key", [*KEYS[:-1], "mgp_strength", "lesson", "view", "link"])
def test_a_text_that_means_something_elsewhere_is_named_as_it_stands(key: str, text: str) -> None:
    link, (notice,) = read({key: text})
    assert link == Link()
    assert notice.startswith(f"{key} '{text}' ")
    assert read({text: "1"})[1] == [f"'{text}' in the link is not a setting of this page: ignored."]


def test_what_is_wrong_with_keys_of_ours_comes_before_thousands_that_are_not() -> None:
    query = {**{f"k{i}": "1" for i in range(3000)}, "calcium": "9000", "view": "cinema", "pin1": "", "lesson": "?"}
    _, notices = read(query | {"link": "9", "step": "2"})
    assert all(
        word in " ".join(notices[:6]) for word in ("calcium", "cinema", "pin1", "lesson '?'", "link '9'", "step")
    )
    assert len(notices) == 3006
