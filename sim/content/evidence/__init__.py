"""
The evidence: claims, how well each is founded, the studies behind them and the points they measured.

The rows live in three CSV files beside this one. They drive the evidence page, the table in the
README and the pictures that lay the model over published points.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sim.model.parameters import DEFAULTS, number
from sim.text.tables import Table

FOLDER = Path(__file__).parent

GRADES = {
    "established": "Seen again and again in people, or agreed by experts.",
    "supported": "Good studies point this way; sizes or details are open.",
    "contested": "Good studies disagree, or the deciding study is missing.",
    "animal only": "Shown in animals or cells, not in people.",
    "overstated": "Said more strongly than the studies allow.",
    "not tested": "No sound study has looked at it in people.",
}
ORGANISMS = ("human", "mouse", "rat", "animals", "cells", "model", "food")
KINDS = {"flux": "What flows in the model", "article": "What the article says"}


@dataclass(frozen=True)
class Study:
    """
    A publication, with what was seen of it.

    Attributes
    ----------
    key : str
        How claims and points name it.
    authors, year, journal : str
        First author (or both of two), year, journal with volume and first page.
    organism : str
        One of ORGANISMS: who or what was studied.
    design, n, dose, duration, result : str
        What was done to how many for how long, and what came out; empty where it was not seen.
    doi, pmid : str
        Identifiers, empty where none was found; none is guessed.
    funding : str
        Who paid, where it matters and is known.
    seen : str
        ``V`` seen in a primary source, ``V2`` in a secondary one.
    """

    key: str
    authors: str
    year: str
    journal: str
    organism: str
    design: str
    n: str
    dose: str
    duration: str
    result: str
    doi: str
    pmid: str
    funding: str
    seen: str

    @property
    def name(self) -> str:
        """Authors and year."""
        return f"{self.authors} {self.year}"

    @property
    def identifier(self) -> str:
        """The DOI, else the PMID, else the journal."""
        return f"doi:{self.doi}" if self.doi else f"PMID {self.pmid}" if self.pmid else self.journal

    @property
    def address(self) -> str:
        """Where the paper is found on the web, or nothing where no identifier is known."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/" if self.pmid else ""


@dataclass(frozen=True)
class Claim:
    """
    A statement, what the model makes of it and how well it is founded.

    Attributes
    ----------
    key, kind, about : str
        Its key; ``flux`` or ``article``; the flux, or the point of the article, that it is about.
    statement, model_assumes, grade, honest_note : str
        What is said, what the model does about it, one of GRADES, and what remains open.
    studies : tuple of Study
        The one to four that matter.
    parameters : tuple of str
        Controls and parameters that the claim is about.
    """

    key: str
    kind: str
    about: str
    statement: str
    model_assumes: str
    grade: str
    studies: tuple[Study, ...]
    parameters: tuple[str, ...]
    honest_note: str


@dataclass(frozen=True)
class Point:
    """
    A published value to lay a curve of the model over: `y` with its interval at the dose or intake `x`.

    `start` is the level of the same group before the trial, where it decides what the dose adds.
    """

    curve: str
    study: Study
    group: str
    x: float
    x_unit: str
    y: float
    y_low: float | None
    y_high: float | None
    start: float | None
    y_unit: str
    meaning: str


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one of the CSV files."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, strict=True)


def _items(text: str) -> list[str]:
    return text.split(";") if text else []


def _claim(row: dict[str, str]) -> Claim:
    """Return a claim; a parameter's name in braces becomes the value the model has now."""
    values = {name: number(value) for name, value in DEFAULTS.items()}
    return Claim(
        **{name: row[name] for name in ("key", "kind", "about", "statement", "grade", "honest_note")},
        model_assumes=row["model_assumes"].format_map(values),
        studies=tuple(STUDIES[key] for key in _items(row["studies"])),
        parameters=tuple(_items(row["parameters"])),
    )


def _point(row: dict[str, str]) -> Point:
    low, high, start = (float(row[name]) if row[name] else None for name in ("y_low", "y_high", "start"))
    texts = {name: row[name] for name in ("curve", "group", "x_unit", "y_unit", "meaning")}
    x, y = float(row["x"]), float(row["y"])
    return Point(**texts, study=STUDIES[row["study"]], x=x, y=y, y_low=low, y_high=high, start=start)


STUDIES = {row["key"]: Study(**row) for row in rows("studies")}
CLAIMS = tuple(_claim(row) for row in rows("claims"))
POINTS = tuple(_point(row) for row in rows("data"))


def claim_of(key: str) -> Claim:
    """Return the claim of that key."""
    return next(claim for claim in CLAIMS if claim.key == key)


def citation(study: Study) -> str:
    """
    Return a study as it is cited, in the form of the parameters' sources.

    Examples
    --------
    >>> citation(STUDIES["burt2019"]), citation(STUDIES["shea2009"])
    ('Burt 2019, doi:10.1001/jama.2019.11889', 'Shea 2009, PMID 19386744')
    """
    return f"{study.name}, {study.identifier}"


def linked(study: Study) -> str:
    """Return authors and year as Markdown, linked to the paper where its address is known."""
    return f"[{study.name}]({study.address})" if study.address else f"{study.name} ({study.journal})"


def claims_about(name: str) -> tuple[Claim, ...]:
    """
    Return the claims about a flux, a point of the article, a control or a parameter.

    Examples
    --------
    >>> [claim.key for claim in claims_about("deposition_power")]
    ['blood_drives_deposition', 'calcium_without_k2']
    """
    return tuple(claim for claim in CLAIMS if claim.about == name or name in claim.parameters)


def table(kind: str = "article") -> str:
    """Return the claims of one kind as a Markdown table: the claim, its grade, its studies."""
    claims = (claim for claim in CLAIMS if claim.kind == kind)
    rows = [(claim.statement, claim.grade, ", ".join(map(linked, claim.studies))) for claim in claims]
    return Table("Claims", ("claim", "grade", "studies"), rows).to_markdown(numbers=False)
