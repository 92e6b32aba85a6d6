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
FILLING = re.compile(r"""["'`]([a-z0-9_-]*)["'`]|\b([a-z0-9_]+):""")
"""What may be filled in: a text, or the key of a table."""
COMMENT = re.compile(r"^[ ]*(?:/\*(?:(?!\*/)[\s\S])*\*/|//.*)\n", re.MULTILINE)
"""Of JavaScript, where it stands on lines of its own."""
BESIDE = re.compile(r'from "\./(\w+\.js)"')


def sources() -> Iterator[tuple[Path, str]]:
    """Yield every file of ours with its text, without the comments of JavaScript."""
    for path in SIM.rglob("*"):
        if path.suffix in (".py", ".js") and path.name != "en.js" and not {"fluent", "built"} & {*path.parts}:
            yield path, COMMENT.sub("", path.read_text("utf-8"))


FILES = dict(sources())
SAYING = {path: text for path, text in FILES.items() if "say(" in text}
TEXT = "\n".join(SAYING.values())
ENTRIES = FluentResource(FILE.read_text("utf-8")).body
NAMES = [entry.id.name for entry in ENTRIES if isinstance(entry, ast.Message)]


def test_every_entry_is_a_message_or_a_comment_and_no_name_stands_for_two() -> None:
    kinds = (ast.Message, ast.Comment, ast.GroupComment, ast.ResourceComment)
    assert [entry for entry in ENTRIES if not isinstance(entry, kinds)] == []
    assert sorted(NAMES) == sorted(set(NAMES))


def test_every_message_that_is_said_exists() -> None:
    assert set(SAID.findall(TEXT)) - set(NAMES) == set()
    assert len(SAID.findall(TEXT)) > 100


def fillings(path: Path) -> set[str]:
    """Return what a file can fill in: words of its own, of files beside it that it imports, and of the tables."""
    files = [path, *(path.parent / name for name in BESIDE.findall(FILES[path])), SIM / "browser/tables.js"]
    found = FILLING.findall("".join(FILES[file] for file in files))
    return {text.replace("_", "-") for pair in found for text in pair}


def test_every_message_is_said_somewhere() -> None:
    inside = set(re.findall(rf"\{{ ({NAME}) \}}", FILE.read_text("utf-8")))
    built = {
        before + filled + behind
        for path, text in SAYING.items()
        for before, behind in BUILT.findall(text)
        for filled in fillings(path)
    }
    assert sorted(set(NAMES) - built - inside - set(QUOTED.findall(TEXT))) == []


@for_each("name", ["headline", "years", "live-both"])
def test_a_message_without_what_it_needs_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(LookupError, match=rf"^Invalid message '{name}'\. Unknown external: \w+\.$"):
        say(name)


def test_a_message_that_there_is_not_is_refused_in_one_sentence() -> None:
    with pytest.raises(LookupError, match=r"^Invalid message 'headlines'\. en\.ftl has none of that name\.$"):
        say("headlines")


def test_nothing_invisible_is_put_around_what_is_filled_in() -> None:
    assert say("years", count=10, years="10") == "10 years"
