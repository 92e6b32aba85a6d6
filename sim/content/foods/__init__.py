"""
Foods: what a serving holds of calcium, vitamin D and vitamin K, with its range and its source.

The rows live in two CSV files beside this one. ``foods.csv`` says what a serving is. ``amounts.csv``
keeps every number as its source gives it, one source a row, for `per_grams` grams of food; what a
serving holds is worked out here. Where no source was read there is no row, and nothing is guessed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sim.content.reader import csv_rows

FOLDER = Path(__file__).parent

K2_FORMS = ("MK-7", "MK-4", "MK-8 to MK-11", "not told apart")
STATUSES = {
    "verified": "seen in the source",
    "secondary": "seen on a secondary page or in an abstract only",
    "unverified": "from memory, not checked",
    "label": "what a label may say, not a recommendation",
}
TYPICAL = "Typical is the middle between the lowest and the highest value: a rule, not a measurement."


@dataclass(frozen=True)
class Span:
    """From the lowest to the highest value that sources give. [unit of the nutrient]"""

    low: float = 0
    high: float = 0

    @property
    def typical(self) -> float:
        """The middle of the two."""
        return (self.low + self.high) / 2

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def times(self, count: float) -> "Span":
        """Return `count` times as much."""
        return Span(count * self.low, count * self.high)


@dataclass(frozen=True)
class Amount:
    """
    What one source says about one nutrient in a serving of a food.

    `nutrient` is one of NUTRIENTS, or ``vitamin_k1``, which is never added to K2; `form` one of K2_FORMS, ``K1``, or
    empty; `span` [mg, IU or ug] is None where the source was read but gives no amount; `identifier` the source's DOI,
    PMID, PMC number or address, none of them guessed; `status` one of STATUSES.
    """

    nutrient: str
    form: str
    span: Span | None
    source: str
    identifier: str
    status: str
    note: str

    @property
    def citation(self) -> str:
        """Source and identifier."""
        return ", ".join(filter(None, (self.source, self.identifier)))


@dataclass(frozen=True)
class Food:
    """A food: its key, name and group, what a serving is, and what sources say is in it."""

    key: str
    name: str
    group: str
    serving: str
    amounts: tuple[Amount, ...]

    def of(self, nutrient: str, form: str | None = None) -> tuple[Amount, ...]:
        """Return what sources say about a nutrient, or about one form of it."""
        amounts = (each for each in self.amounts if each.nutrient == nutrient and each.span is not None)
        return tuple(each for each in amounts if form in (None, each.form))

    def span(self, nutrient: str, form: str | None = None) -> Span | None:
        """
        Return what a serving holds, None where nothing is known.

        Sources that disagree about one form give its lowest and highest value; forms are added up.

        Examples
        --------
        >>> FOODS["natto"].span("vitamin_k2", "MK-7")
        Span(low=270.0, high=450.0)
        >>> print(FOODS["natto"].span("vitamin_d"))
        None
        """
        amounts = self.of(nutrient, form)
        forms = {amount.form: [a.span for a in amounts if a.form == amount.form and a.span] for amount in amounts}
        spans = [Span(min(s.low for s in each), max(s.high for s in each)) for each in forms.values()]
        return sum(spans, Span()) if spans else None

    def status(self, nutrient: str) -> str:
        """Return the weakest status among the numbers of a nutrient, or nothing where there are none."""
        return max((amount.status for amount in self.of(nutrient)), key=list(STATUSES).index, default="")


def _amount(row: dict[str, str], grams: str) -> Amount:
    """Return a row of ``amounts.csv`` for a serving of this weight; without weights it is for a serving already."""
    share = float(row["factor"]) * (float(grams) / float(row["per_grams"]) if row["per_grams"] else 1)
    span = Span(share * float(row["low"]), share * float(row["high"])) if row["low"] else None
    texts = ("nutrient", "form", "source", "identifier", "status", "note")
    return Amount(span=span, **{name: row[name] for name in texts})


def _food(row: dict[str, str], amounts: Iterable[dict[str, str]]) -> Food:
    mine = tuple(_amount(each, row["grams"]) for each in amounts if row["key"] in each["foods"].split(";"))
    serving = f"{row['serving']} ({row['grams']} g)" if row["grams"] else row["serving"]
    return Food(row["key"], row["name"], row["group"], serving, mine)


_AMOUNTS = csv_rows(FOLDER / "amounts.csv")
FOODS = {row["key"]: _food(row, _AMOUNTS) for row in csv_rows(FOLDER / "foods.csv")}
GROUPS = tuple(dict.fromkeys(food.group for food in FOODS.values()))
