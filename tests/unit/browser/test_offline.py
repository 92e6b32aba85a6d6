"""The Lab as one file: small, asking nobody, the same bytes each time, and not older than what it is made of."""

import gzip
import re
from base64 import b64encode
from hashlib import sha256

import pytest

from sim.browser import offline
from sim.content.words import CHANGES
from sim.model.equations import MODEL_VERSION
from sim.text.sentences import NOTICE

REQUESTS = re.compile(r"""<(?:iframe|img|object|embed|base|a)\b|\b(?:src|href)=|@import|url\((?!#)""")
ASKING = re.compile(r"\b(?:fetch|import|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\(")


@pytest.fixture(scope="module")
def file() -> str:
    return offline.html()


def hashed(text: str) -> str:
    """Return how a policy names a text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_file_is_small_enough_for_a_slow_line(file: str) -> None:
    assert len(file.encode()) <= 400_000
    assert len(gzip.compress(file.encode())) <= 180_000


def test_the_same_words_make_the_same_bytes_and_a_link_changes_nothing_but_the_start(file: str) -> None:
    assert offline.html() == file
    linked = offline.html("calcium=2000&pin1=%22a~b&link=4")
    assert linked == file.replace('data-start=""', 'data-start="calcium=2000&amp;pin1=%22a~b&amp;link=4"', 1)
    assert 'data-start="&quot;&gt;&lt;"' in offline.html('"><')


def test_the_policy_allows_its_own_script_and_style_and_no_request(file: str) -> None:
    policy = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', file)[0]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    (style,), (script,) = (re.findall(rf"(?ms)^<{tag}[^>]*>(.*?)</{tag}>", file) for tag in ("style", "script"))
    assert rules == {
        "default-src": "'none'", "script-src": hashed(script), "style-src": hashed(style), "font-src": "data:",
        "img-src": "data: blob:", "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip
    assert file.index("Content-Security-Policy") < file.index("<style>") < file.index("<script")


def test_nothing_in_the_file_asks_for_another(file: str) -> None:
    head, script = file.split("<script type")
    assert {head[match.end() :][:6].strip('"') for match in REQUESTS.finditer(head)} == {"data:", "data:f"}
    assert ASKING.findall(script) == []
    assert re.findall(r"\son\w+=", head) == []
    assert re.findall(r"\beval\(|new Function|insertAdjacentHTML|innerHTML|document\.write", script) == []


def test_the_file_says_what_made_it_that_it_is_no_advice_and_under_which_licences(file: str) -> None:
    head = file.split("<style>")[0]
    day = CHANGES[0].date
    made = f"model {MODEL_VERSION}, words of {day.day} {day:%B %Y}."
    assert made in head and NOTICE in head
    body = file.split("<body")[1].split("<script")[0]
    assert made in body and NOTICE in body and "JavaScript" in body
    for words in ("SIL OPEN FONT LICENSE", "Apache License", "MIT License"):
        assert words in head
