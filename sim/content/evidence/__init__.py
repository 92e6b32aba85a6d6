"""
The evidence: claims, how well each is founded, the studies behind them and the points they measured.

The rows live in three CSV files beside this one. They drive the page Evidence, a table of
MODEL.md and the pictures that lay the model over published points.
"""

from dataclasses import dataclass
from pathlib import Path

from sim.content.reader import csv_rows, read
from sim.model.invalid import invalid
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
KINDS = {"article": "What the article says", "flux": "What flows in the model"}


@dataclass(frozen=True)
class Study:
    """
    A publication, with what was seen of it: empty where nothing was; no identifier is guessed.

    `design`, `n`, `dose`, `duration` and `result` say what was done to how many for how long, and what came out;
    `organism` is one of ORGANISMS; `funding` is told where it matters; `seen` is ``V`` for a primary source, ``V2``
    for a secondary one.
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

    `kind` is one of KINDS, `about` the flux or the point of the article, `grade` one of GRADES, `parameters` the
    controls and parameters that the claim is about, `honest_note` what remains open.
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


def _claim(row: dict[str, str]) -> Claim:
    """Return a claim; a parameter's name in braces becomes the value the model has now."""
    assumed = row["model_assumes"].format_map({name: number(value) for name, value in DEFAULTS.items()})
    return read(Claim, {**row, "model_assumes": assumed}, _MAKERS)


STUDIES = {row["key"]: read(Study, row, {}) for row in csv_rows(FOLDER / "studies.csv")}
_MAKERS = {Study: (str, STUDIES.__getitem__), float: (str, float)}
CLAIMS = tuple(map(_claim, csv_rows(FOLDER / "claims.csv")))
POINTS = tuple(read(Point, row, _MAKERS) for row in csv_rows(FOLDER / "data.csv"))
_CLAIM_BY_KEY = {claim.key: claim for claim in CLAIMS}


def claim_of(key: str, where: str = "") -> Claim:
    """
    Return the claim of that key; `where` says in an error who named it.

    Examples
    --------
    >>> claim_of("k2_fods", "in glossary.toml, 'Natto'")
    Traceback (most recent call last):
    ValueError: Invalid claim 'k2_fods' in glossary.toml, 'Natto'. Must be a key of sim/content/evidence/claims.csv.
    """
    if key not in _CLAIM_BY_KEY:
        raise invalid("claim", key, "Must be a key of sim/content/evidence/claims.csv.", where=where)
    return _CLAIM_BY_KEY[key]


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


def flux_claims() -> str:
    """Return the claims on what flows in the model as a Markdown table: the claim, its grade, its studies."""
    claims = (claim for claim in CLAIMS if claim.kind == "flux")
    rows = [(claim.statement, claim.grade, ", ".join(map(linked, claim.studies))) for claim in claims]
    return Table("Claims", ("claim", "grade", "studies"), rows).to_markdown(numbers=False)
