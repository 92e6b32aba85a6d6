"""A session as a file: what was saved opens again, and what is no such file is refused in one sentence."""

import csv
import json

import pytest
from support.for_each import for_each

from sim import PRESETS, Scenario
from sim.export.compared_runs import FORMATS, comparison_bytes
from sim.export.session_file import LONGEST, read_session, session_text
from sim.model.equations import MODEL_VERSION
from sim.session.link import Link
from sim.session.pins import Pin, Pins
from sim.text.sentences import NOTICE

PINS: Pins = (Pin("low D & K2, „wenig“", Scenario(vitamin_d=100, vitamin_k2=10, lens="trials")), Pin("a", Scenario()))
LINK = Link(Scenario(2000, 4000, 10, 7, {"mgp_strength": 0.5}), "projector", PINS, "mgp")


def test_what_was_saved_opens_again_with_nothing_lost() -> None:
    assert read_session(session_text(LINK)) == (LINK, [])
    assert read_session(session_text(LINK).encode()) == (LINK, [])


def test_the_file_carries_notice_and_model_version() -> None:
    content = json.loads(session_text(LINK))
    assert (content["notice"], content["model_version"]) == (NOTICE, MODEL_VERSION)


@for_each(
    "text",
    ["", b"", "nonsense", "1", "null", "NaN", '"link"', "<!DOCTYPE html><p>404", "?calcium=2000", "\ufeff", "\ud800",
     "[]", "[" * 100_000, "{}", '{"scenario": {}}', '{"link": {"calcium": 500}',
     *(f'{{"link": {value}}}' for value in ("5", '"abc"', "{}", "[]", "null", "NaN", '[["calcium", "500"]]')),
     f'{{"link": {{"calcium": {"1" * 5000}}}}}', f'{{"link": {{"calcium": {"[" * 900}{"]" * 900}}}',
     '{"link": {"k_form": "µ"}}'.encode("latin-1"), b"\xff\xfe", "\0" * 1000, b"\0" * 1000,
     "\x89PNG\r\n\x1a\n\0\0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"],
)  # fmt: skip
def test_what_is_no_saved_file_is_refused_in_one_sentence(text: str | bytes) -> None:
    message = r"^Invalid file\. Must be one that Calcium Paradox Lab has saved, such as calcium-paradox-lab\.json\.$"
    with pytest.raises(ValueError, match=message):
        read_session(text)


def test_values_that_somebody_has_changed_in_the_file_are_named() -> None:
    content = json.loads(session_text(LINK))
    content["link"]["vitamin_k2"] = 9000
    content["link"]["iron"] = {"deep": []}
    link, notices = read_session(json.dumps(content))
    assert link.scenario.vitamin_k2 == 500
    assert sorted(notices) == [
        "'iron' in the file is not a setting of this page: ignored.",
        "vitamin_k2 '9000' in the file is outside 0 to 500 µg/day: set to 500.",
    ]


@for_each("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_file_that_an_editor_has_saved_in_another_encoding_opens(encoding: str) -> None:
    assert read_session(session_text(LINK).encode(encoding)) == (LINK, [])


def test_a_pasted_text_opens_with_blanks_and_an_editors_mark_around_it() -> None:
    assert read_session(f"\ufeff\r\n {session_text(LINK)}\n\n") == (LINK, [])


def test_a_text_too_long_is_refused_in_one_sentence_and_one_as_long_as_may_be_is_read() -> None:
    longest = session_text(LINK).ljust(LONGEST)
    assert read_session(longest) == (LINK, [])
    with pytest.raises(ValueError, match=r"^Invalid file of 1,000,001 letters\. Must have at most 1,000,000\.$"):
        read_session(longest + " ")


def test_what_stands_twice_in_a_file_is_named_and_the_last_counts() -> None:
    text = '{"link": {"calcium": 300}, "link": {"calcium": "500", "years": 5, "calcium": 2000}}'
    link, notices = read_session(text)
    assert link == Link(Scenario(calcium=2000, years=5))
    assert notices == [
        "link stands 2 times in the file: the last one counts.",
        "calcium stands 2 times in the file: the last one, '2000', counts.",
    ]


@for_each("content", ['"pin1": "\\ud800~1~2~3~story~mk7"', '"\\udc00": 1', '"calcium": "\\ud800"'])
def test_half_a_letter_in_a_file_is_one_notice_that_can_be_shown(content: str) -> None:
    link, (notice,) = read_session(f'{{"link": {{{content}}}}}')
    assert link == Link()
    assert notice.encode().decode().endswith("in the file holds half a letter: left out.")


@for_each("value", ["1_000", "１０００", "in the link", True, None, [500], {}])
def test_what_is_no_number_in_a_file_is_named(value: object) -> None:
    link, (notice,) = read_session(json.dumps({"link": {"calcium": value}}))
    assert link == Link()
    assert notice == f"calcium '{value}' in the file is not a number: set to its default, 1,000."


@for_each(("what", "file_format", "name"), [("bones", "png", "picture 'bones'"), ("bone", "gif", "format 'gif'")])
def test_a_picture_or_format_of_compared_runs_that_there_is_not_is_refused(
    what: str, file_format: str, name: str
) -> None:
    with pytest.raises(ValueError, match=rf"^Invalid {name}\. Must be one of: "):
        comparison_bytes(PRESETS["balanced"], PINS, what, file_format)


@pytest.mark.parametrize("file_format", FORMATS)
def test_compared_runs_are_saved_in_every_format(file_format: str) -> None:
    content = comparison_bytes(PRESETS["calcium paradox"], PINS, "bone", file_format)
    start = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF", "csv": b"run,time_years,quantity,", "xlsx": b"PK"}
    mark = b"\xef\xbb\xbf"  # by which spreadsheets know the letters of a name
    assert content.removeprefix(mark).startswith(start[file_format])
    if file_format == "csv":
        lines = content.decode().splitlines()
        assert sum("quantity,value" in line for line in lines) == 1
        assert all(NOTICE in line for line in lines[1:])
        assert {line[0] for line in csv.reader(lines[1:])} == {"this run", *(pin.name for pin in PINS)}
