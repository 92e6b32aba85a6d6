"""The messages: each is used, each that is used is there, and what is missing is said in one sentence."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from support.for_each import for_each

import sim
from sim.text.messages import FILE, say

SIM = Path(sim.__file__).parent
NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
SAID = re.compile(rf"""(?<!\.)\bsay\(\s*["']({NAME})["']""")
QUOTED = re.compile(rf"""["'`]({NAME})["'`]""")
BUILT = re.compile(r"""(?:`|\bf")([a-z]+-[a-z0-9-]*)(?:\$?\{[^`\n]*?\})([a-z0-9-]*)[`"]""")
"""A name that is put together: what stands before and behind what is filled in."""


def sources() -> Iterator[str]:
    """Yield the text of every file that may say something."""
    for path in SIM.rglob("*"):
        if path.suffix in (".py", ".js") and path.name != "en.js" and "fluent" not in path.parts:
            yield path.read_text("utf-8")


TEXT = "\n".join(sources())
ENTRIES = FluentResource(FILE.read_text("utf-8")).body
NAMES = [entry.id.name for entry in ENTRIES if isinstance(entry, ast.Message)]


def test_every_entry_is_a_message_or_a_comment_and_no_name_stands_for_two() -> None:
    kinds = (ast.Message, ast.Comment, ast.GroupComment, ast.ResourceComment)
    assert [entry for entry in ENTRIES if not isinstance(entry, kinds)] == []
    assert sorted(NAMES) == sorted(set(NAMES))


def test_every_message_that_is_said_exists() -> None:
    assert set(SAID.findall(TEXT)) - set(NAMES) == set()
    assert len(SAID.findall(TEXT)) > 100


def test_every_message_is_said_somewhere() -> None:
    inside = set(re.findall(rf"\{{ ({NAME}) \}}", FILE.read_text("utf-8")))
    built = [re.compile(rf"{before}[a-z0-9-]*{behind}") for before, behind in BUILT.findall(TEXT)]
    used = {name for name in NAMES if any(pattern.fullmatch(name) for pattern in built)}
    assert sorted(set(NAMES) - used - inside - set(QUOTED.findall(TEXT))) == []


@for_each("name", ["headline", "years", "live-both"])
def test_a_message_without_what_it_needs_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(LookupError, match=rf"^Invalid message '{name}'\. Unknown external: \w+\.$"):
        say(name)


def test_a_message_that_there_is_not_is_refused_in_one_sentence() -> None:
    with pytest.raises(LookupError, match=r"^Invalid message 'headlines'\. en\.ftl has none of that name\.$"):
        say("headlines")


def test_nothing_invisible_is_put_around_what_is_filled_in() -> None:
    assert say("years", count=10, years="10") == "10 years"
