"""
The words: a glossary, questions with answers, what each vitamin does, and what changed in the model.

The texts lie in four TOML files beside this one. Where a text rests on a claim it names the claim, and the
grade that readers see is the claim's, so that a grade cannot be typed twice.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sim.content.evidence import CLAIMS, Claim, claim_of
from sim.model.invalid import invalid
from sim.model.parameters import DEFAULTS, number
from sim.runs.many import MEMBERS
from sim.text.sentences import HIGH_VITAMIN_D

FOLDER = Path(__file__).parent

READER_AGES = (14, 16)
"""For whom the texts are written; tests/unit/content/test_reading_level.py measures whether they can. [years]"""
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
    date: date
    changed: str
    old_files: str


@cache
def read(name: str) -> dict[str, Any]:
    """Return one of the TOML files as plain data."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def claims(where: str, keys: list[str]) -> tuple[Claim, ...]:
    """
    Return the claims of these keys.

    Raises
    ------
    ValueError
        If there is no claim of one of these keys; says where it was named.

    Examples
    --------
    >>> claims("glossary.toml, 'Natto'", ["k2_fods"])
    Traceback (most recent call last):
    ValueError: Invalid claim 'k2_fods' in glossary.toml, 'Natto'. Must be a key of sim/content/evidence/claims.csv.
    """
    known = {claim.key for claim in CLAIMS}
    for key in keys:
        if key not in known:
            raise invalid("claim", key, "Must be a key of sim/content/evidence/claims.csv.", where=f"in {where}")
    return tuple(claim_of(key) for key in keys)


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


def _entry(row: dict[str, Any]) -> Entry:
    claim = claims(f"glossary.toml, '{row['term']}'", [row["claim"]])[0] if "claim" in row else None
    meaning, aliases, see = filled(row["meaning"]), tuple(row.get("aliases", ())), tuple(row.get("see", ()))
    return Entry(row["term"], meaning, aliases, see, claim)


def _glossary(rows: list[dict[str, Any]]) -> tuple[Entry, ...]:
    """Return the entries in the order of the alphabet; each name once, each hint to an entry that exists."""
    entries = sorted(map(_entry, rows), key=lambda entry: entry.term.casefold())
    names = Counter(name.casefold() for entry in entries for name in entry.names)
    for entry in entries:
        for name in entry.names:
            if names[name.casefold()] > 1:
                raise invalid("name", name, "Must stand there once only.", where=f"in glossary.toml, '{entry.term}'")
        for hint in entry.see:
            if hint.casefold() not in names:
                raise invalid("see", hint, "Must be explained there.", where=f"in glossary.toml, '{entry.term}'")
    return tuple(entries)


def _question(row: dict[str, Any]) -> Question:
    where = f"faq.toml, '{row['key']}'"
    return Question(row["key"], row["question"], filled(row["answer"]), claims(where, row["claims"]))


def _role(row: dict[str, Any]) -> Role:
    where = f"roles.toml, '{row['about']}'"
    if len(row["cells"]) != len(ROLE_COLUMNS):
        raise invalid("cells", len(row["cells"]), f"Must be one for each of {len(ROLE_COLUMNS)}.", where=f"in {where}")
    return Role(row["about"], tuple(Cell(cell["text"], claims(where, cell["claims"])) for cell in row["cells"]))


def _food(row: dict[str, Any]) -> Food:
    grounds = claims(f"roles.toml, '{row['nutrient']}'", row["claims"])
    return Food(row["nutrient"], row["text"], grounds, row.get("source", ""))


ROLE_COLUMNS: tuple[str, ...] = tuple(read("roles")["nutrients"])
GLOSSARY = _glossary(read("glossary")["entry"])
QUESTIONS = tuple(map(_question, read("faq")["question"]))
ROLES = tuple(map(_role, read("roles")["role"]))
FOODS = tuple(map(_food, read("roles")["food"]))
SAFETY: tuple[str, ...] = tuple(read("faq")["safety"])
CHANGES = tuple(Change(**row) for row in read("changes")["change"])


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


def day(when: date) -> str:
    """
    Return a date in words.

    Examples
    --------
    >>> day(date(2026, 11, 5))
    '5 November 2026'
    """
    return f"{when.day} {when:%B %Y}"
