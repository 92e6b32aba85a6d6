"""
A plate in words and tables, and as data to keep.
"""

from sim.content.foods import FOODS
from sim.content.foods.listing import ABOUT, NOT_KNOWN, numbers, unit_of
from sim.content.foods.plate import Servings, check_servings, total
from sim.content.foods.sun import NAME, NONE, SOURCE, SUN
from sim.runs.scenario import NUTRIENTS
from sim.text.data_files import Cell, DataTable
from sim.text.spelling import in_ascii

COLUMNS = ("food", "servings", "nutrient", "low", "typical", "high", "unit", "note", "notice")


def data_table(servings: Servings, sun: str = NONE) -> DataTable:
    """
    Return a plate as data: what each food adds, the totals, and the notice.

    Examples
    --------
    >>> data_table({"tofu": 2}).rows[0][:7]
    ('Tofu set with calcium', 2, 'calcium', 516.0, 516.0, 516.0, 'mg')
    """
    rows: list[tuple[Cell, ...]] = []
    for key, count in check_servings(servings).items():
        for nutrient in NUTRIENTS:
            span = FOODS[key].span(nutrient)
            known = numbers(span and span.times(count))
            note = "" if span else NOT_KNOWN
            rows.append((FOODS[key].name, count, nutrient, *known, in_ascii(unit_of(nutrient)), note, ABOUT))
    if sun != NONE:
        told = (in_ascii(unit_of("vitamin_d")), SOURCE, ABOUT)
        rows.append((f"{NAME}: {sun}", None, "vitamin_d", *numbers(SUN[sun]), *told))
    for nutrient, each in total(servings, sun).items():
        left_out = f"leaves out: {', '.join(each.missing)}" if each.missing else ""
        known = numbers(each.span if each.known else None)
        rows.append(("total", None, nutrient, *known, in_ascii(unit_of(nutrient)), left_out, ABOUT))
    return DataTable("plate", COLUMNS, rows)
