"""
A plate: servings of foods for one day, what they add up to, and what the sliders make of it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sim.foods import FOLDER, FOODS, K2_FORMS, NUTRIENTS, Food, Span
from sim.intakes import INTAKES, Intake
from sim.narrative import unit
from sim.parameters import control, number
from sim.scenarios import Scenario

MOST = 5
"""Servings of one food at most."""
AGES = ("teenager", "adult")
Servings = Mapping[str, int]


@dataclass(frozen=True)
class Total:
    """
    What a plate holds of one nutrient.

    Attributes
    ----------
    nutrient : str
        One of NUTRIENTS.
    span : Span
        All lowest values together to all highest values together. [unit of the slider]
    known : bool
        Whether any food of the plate has a value (or the plate is empty); if not, the span is no measured zero.
    missing, unverified : tuple of str
        Names of the foods without a value, which the total leaves out, and of those from memory.
    """

    nutrient: str
    span: Span
    known: bool
    missing: tuple[str, ...]
    unverified: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """A plate to begin with: its name, one line about it, and its servings."""

    name: str
    about: str
    servings: Servings


def examples() -> tuple[Example, ...]:
    """Return the example plates of ``plates.toml``."""
    plates = tomllib.loads((FOLDER / "plates.toml").read_text(encoding="utf-8"))["plate"]
    return tuple(Example(each["name"], each["about"], check_servings(each["servings"])) for each in plates)


def check_servings(servings: Servings) -> dict[str, int]:
    """
    Return the foods of a plate with at least one serving, in the order of the food table.

    Raises
    ------
    ValueError
        Naming the food or the number of servings, and what is allowed.

    Examples
    --------
    >>> check_servings({"natto": 9})
    Traceback (most recent call last):
    ValueError: Invalid servings of natto '9'. Must be a whole number between 0 and 5.
    """
    for key, count in servings.items():
        if key not in FOODS:
            raise ValueError(f"Invalid food '{key}'. Must be one of: {', '.join(FOODS)}.")
        if isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= MOST:
            raise ValueError(f"Invalid servings of {key} '{count}'. Must be a whole number between 0 and {MOST}.")
    return {key: servings[key] for key in FOODS if servings.get(key)}


def total(servings: Servings) -> dict[str, Total]:
    """
    Return what a plate holds of each nutrient; foods without a value are named, not counted as zero.

    Examples
    --------
    >>> natto = total({"natto": 1, "tofu": 2})
    >>> natto["calcium"].span.typical, natto["calcium"].missing
    (516.0, ('Natto',))
    """
    plate = [(FOODS[key], count) for key, count in check_servings(servings).items()]
    return {nutrient: _total(nutrient, plate) for nutrient in NUTRIENTS}


def _total(nutrient: str, plate: list[tuple[Food, int]]) -> Total:
    found = [span.times(count) for food, count in plate if (span := food.span(nutrient))]
    missing = tuple(food.name for food, _ in plate if food.span(nutrient) is None)
    unverified = tuple(food.name for food, _ in plate if food.status(nutrient) == "unverified")
    return Total(nutrient, sum(found, Span()), bool(found) or not plate, missing, unverified)


def by_form(servings: Servings) -> dict[str, Span]:
    """
    Return the K2 of a plate form by form; together they are the total.

    Examples
    --------
    >>> by_form({"egg_yolk": 2, "mk7_capsule": 1})["MK-7"]
    Span(low=100.0, high=100.0)
    """
    plate = check_servings(servings)
    return {
        form: sum(
            (span.times(n) for key, n in plate.items() if (span := FOODS[key].span("vitamin_k2", form))),
            Span(),
        )
        for form in K2_FORMS
    }


def with_k1(servings: Servings) -> tuple[str, ...]:
    """Return the names of the foods on a plate that hold vitamin K1, which is never added to K2."""
    plate = check_servings(servings)
    return tuple(FOODS[key].name for key in plate if any(a.nutrient == "vitamin_k1" for a in FOODS[key].amounts))


def to_sliders(scenario: Scenario, servings: Servings) -> Scenario:
    """
    Return a scenario whose sliders stand at a plate: typical values, whole, inside the sliders' ranges.

    A slider of which nothing is known stays. One that counts K1 goes to K2, because a plate's K2 is not K1.
    """
    values = {}
    for nutrient, each in total(servings).items():
        row = control(nutrient)
        if each.known:
            values[nutrient] = min(max(round(each.span.typical), row.low), row.high)
    form = "mk7" if scenario.k_form == "k1" else scenario.k_form
    return replace(scenario, **values, k_form=form)


def remarks(servings: Servings) -> list[str]:
    """
    Return in sentences what the sliders cannot show of a plate: totals out of range or not known.

    Examples
    --------
    >>> print(remarks({"natto": 2, "calcium_tablet": 1})[0])
    Vitamin K2 976 µg/day lies outside the slider's range of 0 to 500 µg/day, so the slider goes to 500 µg/day.
    """
    found = []
    for nutrient, each in total(servings).items():
        row, of_unit, typical = control(nutrient), unit(control(nutrient).unit), round(each.span.typical)
        if not each.known:
            found.append(f"{row.label}: no food on this plate has a value, so the slider stays where it is.")
        elif servings and not row.low <= typical <= row.high:
            end = row.low if typical < row.low else row.high
            found.append(
                f"{row.label} {number(typical)} {of_unit} lies outside the slider's range of {number(row.low)} to "
                f"{number(row.high)} {of_unit}, so the slider goes to {number(end)} {of_unit}."
            )
    return found


def reference(age: str) -> dict[str, Intake]:
    """Return the recommended intake and upper limit of each nutrient for one of AGES."""
    return {each.nutrient: each for each in INTAKES if each.group.startswith((age, "any age"))}
