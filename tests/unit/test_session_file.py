"""A session as a file: what was saved opens again, and what is no such file is refused in one sentence."""

import csv
import json

import pytest

from sim import PRESETS, Scenario
from sim.export.comparison import FORMATS, comparison_bytes
from sim.export.session import read_session, session_text
from sim.links import Link, Progress
from sim.model import MODEL_VERSION
from sim.narrative import NOTICE
from sim.pins import Pin, Pins

PINS: Pins = (Pin("low D & K2, „wenig“", Scenario(vitamin_d=100, vitamin_k2=10, lens="trials")), Pin("a", Scenario()))
LINK = Link(Scenario(2000, 4000, 10, 7, {"mgp_strength": 0.5}), "projector", PINS, Progress("paradox", 3, "ab-"))


def test_what_was_saved_opens_again_with_nothing_lost() -> None:
    assert read_session(session_text(LINK)) == (LINK, [])
    assert read_session(session_text(LINK).encode()) == (LINK, [])


def test_the_file_carries_notice_and_model_version() -> None:
    content = json.loads(session_text(LINK))
    assert (content["notice"], content["model_version"]) == (NOTICE, MODEL_VERSION)


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "[]", "{}", '{"link": 5}', '{"link": "abc"}', '{"scenario": {}}', "[" * 100_000, b"\xff\xfe", "1"],
    ids=str,
)
def test_what_is_no_saved_file_is_refused_in_one_sentence(text: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"Invalid file. Must be one that Calcium Paradox Lab has saved"):
        read_session(text)


def test_values_that_somebody_has_changed_in_the_file_are_named() -> None:
    content = json.loads(session_text(LINK))
    content["link"]["vitamin_k2"] = 9000
    content["link"]["iron"] = {"deep": []}
    link, notices = read_session(json.dumps(content))
    assert link.scenario.vitamin_k2 == 500
    assert notices == [
        "'iron' in the file is not a setting of this page: ignored.",
        "vitamin_k2 '9000' in the file is outside 0 to 500 µg/day: set to 500.",
    ] or notices == [
        "vitamin_k2 '9000' in the file is outside 0 to 500 µg/day: set to 500.",
        "'iron' in the file is not a setting of this page: ignored.",
    ]


@pytest.mark.parametrize("file_format", FORMATS)
def test_compared_runs_are_saved_in_every_format(file_format: str) -> None:
    content = comparison_bytes(PRESETS["calcium paradox"], PINS, "bone", file_format)
    start = {
        "png": b"\x89PNG",
        "svg": b"<?xml",
        "pdf": b"%PDF",
        "csv": b"run,time_years,quantity,value,unit",
        "xlsx": b"PK",
    }
    mark = b"\xef\xbb\xbf"  # by which spreadsheets know the letters of a name
    assert content.removeprefix(mark).startswith(start[file_format])
    if file_format == "csv":
        lines = content.decode().splitlines()
        assert sum("quantity,value" in line for line in lines) == 1
        assert all(NOTICE in line for line in lines[1:])
        assert {line[0] for line in csv.reader(lines[1:])} == {"this run", *(pin.name for pin in PINS)}
