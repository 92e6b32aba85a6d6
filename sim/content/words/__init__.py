"""
The words: a glossary, questions with answers, what each vitamin does, and what changed in the model.

The texts lie in four TOML files beside this one. Where a text rests on a claim it names the claim, and the
grade that readers see is the claim's, so that a grade cannot be typed twice.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from sim.content.evidence import Claim, claim_of
from sim.content.reader import read, toml_tables
from sim.model.invalid import invalid
from sim.model.parameters import DEFAULTS, number
from sim.runs.many import MEMBERS
from sim.text.sentences import HIGH_VITAMIN_D

FOLDER = Path(__file__).parent

READER_AGES = (14, 16)
"""For whom the texts are written; tests/unit/content/test_reading_level.py measures whether they can. [years]"""
BIG_CLAIMS = (
    "d_opens_gut", "k2_activates_osteocalcin", "osteocalcin_binds", "k2_fractures", "k2_activates_mgp", "mgp_inhibits",
    "mgp_removes", "calcium_without_k2", "calcium_moves", "k2_directs",
)  # fmt: skip
"""Keys of the claims that carry the article's story, in its order."""
READING_LEVEL = f"Written for readers of {READER_AGES[0]} to {READER_AGES[1]}."


@dataclass(frozen=True)
class Entry:
    """A word of the glossary, other names for it, what it means, what to read next, and the claim behind it."""

    term: str
    meaning: str
    aliases: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    claim: Claim | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All that the word is called."""
        return (self.term, *self.aliases)


@dataclass(frozen=True)
class Question:
    """A question of the article or of a class, its answer, and the claims that the answer rests on."""

    key: str
    question: str
    answer: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Cell:
    """What one nutrient does in one respect, and the claims it rests on."""

    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Role:
    """A row of the table of roles: one respect, and a cell for each of ROLE_COLUMNS."""

    about: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Food:
    """Where a nutrient comes from, in brief; a source stands where no claim covers it."""

    nutrient: str
    text: str
    claims: tuple[Claim, ...]
    source: str = ""


@dataclass(frozen=True)
class Change:
    """A version of the model: when it came, what changed, and what that means for older files."""

    version: str
    date: datetime
    changed: str
    old_files: str


def filled(text: str) -> str:
    """
    Return a text in which a name in braces has become the value that the model has now.

    Examples
    --------
    >>> filled("{arteries_baseline} mg")
    '300 mg'
    """
    named = {**DEFAULTS, "members": MEMBERS, "high_vitamin_d": HIGH_VITAMIN_D}
    return text.format_map({name: number(value) for name, value in named.items()})


def _row(kind: Any, file: str, name: str, row: dict[str, Any]) -> Any:
    """Return a row of a file; an error says its name."""
    where = f"in {file}.toml, '{row[name]}'"
    return read(kind, row, {str: (str, filled), Claim: (str, partial(claim_of, where=where))})


def _glossary(rows: list[dict[str, Any]]) -> tuple[Entry, ...]:
    """Return the entries in the order of the alphabet; each name once, each hint to an entry that exists."""
    entries: list[Entry] = [_row(Entry, "glossary", "term", row) for row in rows]
    entries.sort(key=lambda entry: entry.term.casefold())
    names = Counter(name.casefold() for entry in entries for name in entry.names)
    for entry in entries:
        where = f"in glossary.toml, '{entry.term}'"
        for name in entry.names:
            if names[name.casefold()] > 1:
                raise invalid("name", name, "Must stand there once only.", where=where)
        for hint in entry.see:
            if hint.casefold() not in names:
                raise invalid("see", hint, "Must be explained there.", where=where)
    return tuple(entries)


def _role(row: dict[str, Any]) -> Role:
    role = _row(Role, "roles", "about", row)
    if len(role.cells) != len(ROLE_COLUMNS):
        where = f"in roles.toml, '{role.about}'"
        raise invalid("cells", len(role.cells), f"Must be one for each of {len(ROLE_COLUMNS)}.", where=where)
    return role


_GLOSSARY, _FAQ, _ROLES, _CHANGES = (
    toml_tables(FOLDER / f"{name}.toml") for name in ("glossary", "faq", "roles", "changes")
)
_question = partial(_row, Question, "faq", "key")
ROLE_COLUMNS: tuple[str, ...] = tuple(_ROLES["nutrients"])
GLOSSARY = _glossary(_GLOSSARY["entry"])
QUESTIONS: tuple[Question, ...] = tuple(map(_question, _FAQ["question"]))
ROLES = tuple(map(_role, _ROLES["role"]))
FOODS: tuple[Food, ...] = tuple(_row(Food, "roles", "nutrient", row) for row in _ROLES["food"])
SAFETY: tuple[str, ...] = tuple(_FAQ["safety"])
CHANGES = tuple(read(Change, row, {}) for row in _CHANGES["change"])


def search(text: str) -> tuple[Entry, ...]:
    """
    Return the entries in whose names or meaning the text stands; all of them for an empty text.

    Examples
    --------
    >>> [entry.term for entry in search("keutel")]
    ['Keutel syndrome']
    >>> search("zebra")
    ()
    """
    wanted = " ".join(text.split()).casefold()
    return tuple(entry for entry in GLOSSARY if wanted in " ".join((*entry.names, entry.meaning)).casefold())


def day(when: datetime) -> str:
    """
    Return a date in words.

    Examples
    --------
    >>> day(datetime(2026, 11, 5))
    '5 November 2026'
    """
    return f"{when.day} {when:%B %Y}"
