"""
A plate in words and tables, and as data to keep.
"""

from sim.content.evidence import claim_of
from sim.content.foods import FOODS
from sim.content.foods.listing import ABOUT, HEADS, NOT_KNOWN, numbers, range_text, shown, unit_of
from sim.content.foods.plate import Servings, Total, by_form, check_servings, reference, total
from sim.content.foods.sun import NAME, NONE, SOURCE, SUN
from sim.content.intakes import name_of
from sim.model.parameters import control, number
from sim.runs.scenario import NUTRIENTS
from sim.text.data_files import Cell, DataTable
from sim.text.sentences import unit
from sim.text.spelling import in_ascii
from sim.text.tables import Table

FORMS = (
    "The slider takes their plain sum, but they are not alike: MK-7 lasts longer in blood, MK-4 hardly shows up "
    "there at the amounts in food, and for MK-8 to MK-11 nobody knows how well they work in people. "
    f"(How sure: that MK-7 outlasts MK-4 is {claim_of('mk7_over_mk4').grade}.)"
)


def not_known(total: Total) -> str:
    """Return what to say in place of a total that is no measured zero."""
    return NOT_KNOWN if total.missing else "nothing yet"


def totals_line(servings: Servings, sun: str = NONE) -> str:
    """Return the typical totals in one short line."""
    parts = []
    for nutrient, each in total(servings, sun).items():
        amount = f"{shown(each.span.typical)} {unit_of(nutrient)}" if each.known else not_known(each)
        parts.append(f"**{name_of(nutrient)}** {amount}")
    return " · ".join(parts)


def forms_sentence(servings: Servings) -> str:
    """
    Return the K2 of a plate form by form, and what telling them apart is for.

    Examples
    --------
    >>> print(forms_sentence({"natto": 1})[:61])
    Vitamin K2 by form: MK-7 270 to 450 µg, MK-8 to MK-11 0 to 38
    """
    parts = [f"{form} {range_text(span)} µg" for form, span in by_form(servings).items() if span.high]
    return f"Vitamin K2 by form: {', '.join(parts)}. {FORMS}" if parts else ""


def above_upper_limit(servings: Servings, age: str) -> list[str]:
    """
    Return a remark for each typical total above the upper limit, which counts no sun.

    Examples
    --------
    >>> above_upper_limit({"cod_liver_oil": 3}, "adult")
    ['Vitamin D 4,080 IU/day is above the upper limit of 4,000 IU/day (adult, 19 to 70 years).']
    """
    remarks = []
    for nutrient, each in total(servings).items():
        limits, of_unit = reference(age)[nutrient], unit(control(nutrient).unit)
        if limits.upper_limit is not None and each.span.typical > limits.upper_limit:
            remarks.append(
                f"{name_of(nutrient)} {shown(each.span.typical)} {of_unit} is above the upper limit of "
                f"{number(limits.upper_limit)} {of_unit} ({limits.group})."
            )
    return remarks


def describe(servings: Servings, age: str, sun: str = NONE) -> str:
    """Return the words that stand for the picture of a plate."""
    sentences = []
    for nutrient, each in total(servings, sun).items():
        limits, of_unit = reference(age)[nutrient], unit(control(nutrient).unit)
        said = f"typically {shown(each.span.typical)} {of_unit}, from {range_text(each.span)}"
        if each.span.low == each.span.high:
            said = f"{shown(each.span.typical)} {of_unit}"
        recommended, upper = limits.in_words(of_unit)
        sentences.append(
            f"{name_of(nutrient)}: {said if each.known else not_known(each)}; recommended: {recommended}; "
            f"upper limit: {upper} ({limits.group})."
        )
    return " ".join(sentences)


def totals_table(servings: Servings, age: str, sun: str = NONE) -> Table:
    """Return totals, the K2 of each form, and where recommended intakes and upper limits lie."""
    rows = []
    for nutrient, each in total(servings, sun).items():
        typical, spread = (shown(each.span.typical), range_text(each.span)) if each.known else (not_known(each), "")
        ends = reference(age)[nutrient].in_words("")
        rows.append((f"{name_of(nutrient)} [{unit_of(nutrient)}]", typical, spread, *ends))
    for form, span in by_form(servings).items():
        if span.high:
            rows.append((f"of it K2 {form} [µg]", shown(span.typical), range_text(span), "", ""))
    return Table("This plate", ("a day", "typical", "from to", "recommended", "upper limit"), rows)


def plate_table(servings: Servings, sun: str = NONE) -> Table:
    """Return what each food of a plate adds, all its servings together."""
    rows = []
    for key, count in check_servings(servings).items():
        food = FOODS[key]
        spans = [span and span.times(count) for span in map(food.span, NUTRIENTS)]
        rows.append((f"{food.name}, {food.serving}", str(count), *map(range_text, spans)))
    if sun != NONE:
        rows.append((f"{NAME}, {sun}", "", "", range_text(SUN[sun]), ""))
    return Table("On the plate", ("food, one serving", "servings", *HEADS), rows)


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
