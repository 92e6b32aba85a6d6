"""
The food table: what a serving of each food holds, as a table to read and as data to keep.
"""

from collections.abc import Iterator

from sim.content.foods import FOODS, STATUSES, TYPICAL, Food, Span
from sim.content.intakes import name_of
from sim.model.parameters import control, number
from sim.runs.scenario import NUTRIENTS
from sim.text.data_files import Cell, DataTable, rounded
from sim.text.sentences import APP_NAME, NOTICE, unit
from sim.text.spelling import in_ascii
from sim.text.tables import Table

NOT_KNOWN = "not known here"


def unit_of(nutrient: str) -> str:
    """Return the unit in which a serving's amount is given."""
    return "µg" if nutrient == "vitamin_k1" else unit(control(nutrient).unit).removesuffix("/day")


def shown(value: float) -> str:
    """
    Return an amount as readers see it: whole, with one decimal where it is small.

    Examples
    --------
    >>> shown(1234.5), shown(5.27)
    ('1,234', '5.3')
    """
    return number(round(value, 0 if value >= 10 else 1))


def range_text(span: Span | None) -> str:
    """
    Return a range in words.

    Examples
    --------
    >>> range_text(Span(22.5, 77.7)), range_text(Span(450, 450)), range_text(None)
    ('22 to 78', '450', 'not known here')
    """
    if span is None:
        return NOT_KNOWN
    low, high = shown(span.low), shown(span.high)
    return low if low == high else f"{low} to {high}"


HEADS = tuple(f"{name_of(nutrient)} [{unit_of(nutrient)}]" for nutrient in NUTRIENTS)


def food_table() -> Table:
    """Return what a serving of each food holds; a star marks numbers from memory."""

    def cell(food: Food, nutrient: str) -> str:
        return range_text(food.span(nutrient)) + ("*" if food.status(nutrient) == "unverified" else "")

    def forms(food: Food) -> str:
        return ", ".join(dict.fromkeys(a.form for a in food.of("vitamin_k2") if a.span and a.span.high))

    rows = [
        (f"{food.name}, {food.serving}", *(cell(food, nutrient) for nutrient in NUTRIENTS), forms(food))
        for food in FOODS.values()
    ]
    return Table("What a serving holds", ("food, serving", *HEADS, "forms of K2"), rows)


def source_lines() -> list[str]:
    """Return each source with its status and the foods it is used for, for a list of sources."""
    used: dict[tuple[str, str], list[str]] = {}
    for food in FOODS.values():
        for amount in food.amounts:
            names = used.setdefault((amount.citation, STATUSES[amount.status]), [])
            if food.name not in names:
                names.append(food.name)
    return [f"{citation} ({status}): {', '.join(names)}." for (citation, status), names in used.items()]


COLUMNS = (
    "food", "serving", "nutrient", "form", "low", "typical", "high", "unit", "source", "status", "note", "notice",
)  # fmt: skip
ABOUT = f"{NOTICE} {APP_NAME}. {TYPICAL}"


def data_table() -> DataTable:
    """
    Return the food table as data: one row for each source of each amount in a serving, with the notice.

    Amounts that nobody here knows are rows with empty numbers.

    Examples
    --------
    >>> data_table().rows[0][:4]
    ('Natto', '1 pack (45 g)', 'vitamin_k2', 'MK-7')
    """
    return DataTable("foods", COLUMNS, [row for food in FOODS.values() for row in _lines(food)])


def numbers(span: Span | None) -> tuple[Cell, Cell, Cell]:
    """Return the lowest, typical and highest amount for three columns; empty where it is not known."""
    return (None, None, None) if span is None else (rounded(span.low), rounded(span.typical), rounded(span.high))


def _lines(food: Food) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of one food, those of unknown nutrients too."""
    for amount in food.amounts:
        said = (amount.citation, amount.status, amount.note)
        told = (in_ascii(text) for text in (unit_of(amount.nutrient), *said))
        yield (food.name, food.serving, amount.nutrient, amount.form, *numbers(amount.span), *told, ABOUT)
    for nutrient in NUTRIENTS:
        if food.span(nutrient) is None:
            told = (in_ascii(unit_of(nutrient)), "none read", "", NOT_KNOWN)
            yield (food.name, food.serving, nutrient, "", *numbers(None), *told, ABOUT)
