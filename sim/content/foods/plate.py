"""
A plate: servings of foods and the sun of one day, what they add up to, and what the sliders make of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sim.content.foods import FOLDER, FOODS, K2_FORMS, Food, Span
from sim.content.foods.sun import NAME, NONE, SUN
from sim.content.reader import read, toml_tables
from sim.model.invalid import invalid
from sim.model.lenses import check_name
from sim.model.parameters import control
from sim.runs.scenario import NUTRIENTS, Scenario

MOST = 5
"""Servings of one food at most."""
Servings = Mapping[str, int]


@dataclass(frozen=True)
class Total:
    """
    What a plate holds of one nutrient: all lowest values together to all highest. [unit of the slider]

    `counted` names what the total counts. A label that names none of it, such as a calcium tablet's K2, is not among
    them: it says nothing about the rest of the plate. `missing` names the foods without a value, which the total
    leaves out, and `unverified` those from memory.
    """

    nutrient: str
    span: Span
    counted: tuple[str, ...]
    missing: tuple[str, ...]
    unverified: tuple[str, ...]

    @property
    def known(self) -> bool:
        """Whether the plate knows anything; if not, the span is no measured zero."""
        return bool(self.counted)


@dataclass(frozen=True)
class Example:
    """A day to begin with: its name, one line about it, its servings and its sun."""

    name: str
    about: str
    servings: Servings
    sun: str

    def __post_init__(self) -> None:
        check_name("sun", self.sun, SUN)


def examples() -> tuple[Example, ...]:
    """Return the example days of ``plates.toml``."""
    plates = toml_tables(FOLDER / "plates.toml")["plate"]
    return tuple(read(Example, each, {Servings: (dict, check_servings)}) for each in plates)


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
            raise invalid("food", key, FOODS)
        if isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= MOST:
            raise invalid(f"servings of {key}", count, f"Must be a whole number between 0 and {MOST}.")
    return {key: servings[key] for key in FOODS if servings.get(key)}


def total(servings: Servings, sun: str = NONE) -> dict[str, Total]:
    """
    Return what a plate holds of each nutrient; foods without a value are named, not counted as zero.

    Vitamin D counts the sun of the day, one of `sim.content.foods.sun.SUN`.

    Examples
    --------
    >>> plate = total({"sauerkraut": 1, "tofu": 2})
    >>> plate["calcium"].span.typical, plate["calcium"].missing
    (516.0, ('Sauerkraut',))
    """
    plate = [(FOODS[key], count) for key, count in check_servings(servings).items()]
    totals = {nutrient: _total(nutrient, plate) for nutrient in NUTRIENTS}
    if check_name("sun", sun, SUN) != NONE:
        without = totals["vitamin_d"]
        totals["vitamin_d"] = replace(without, span=without.span + SUN[sun], counted=(*without.counted, NAME))
    return totals


def _total(nutrient: str, plate: list[tuple[Food, int]]) -> Total:
    known = [(food, span.times(count)) for food, count in plate if (span := food.span(nutrient))]
    counted = tuple(food.name for food, span in known if span.high or food.status(nutrient) != "label")
    missing = tuple(food.name for food, _ in plate if food.span(nutrient) is None)
    unverified = tuple(food.name for food, _ in plate if food.status(nutrient) == "unverified")
    return Total(nutrient, sum((span for _, span in known), Span()), counted, missing, unverified)


def by_form(servings: Servings) -> dict[str, Span]:
    """
    Return the K2 of a plate form by form; together they are the total.

    Examples
    --------
    >>> by_form({"egg_yolk": 2, "mk7_capsule": 1})["MK-7"]
    Span(low=100.0, high=100.0)
    """
    plate = check_servings(servings).items()

    def spans(form: str) -> Iterator[Span]:
        return (span.times(count) for key, count in plate if (span := FOODS[key].span("vitamin_k2", form)))

    return {form: sum(spans(form), Span()) for form in K2_FORMS}


def settings(servings: Servings, sun: str = NONE) -> dict[str, float]:
    """
    Return where a plate puts the sliders of which it knows something: typical values, whole, inside their ranges.

    Examples
    --------
    >>> settings({"tofu": 2, "kale": 1, "calcium_tablet": 1})
    {'calcium': 1110}
    """
    values = {nutrient: round(each.span.typical) for nutrient, each in total(servings, sun).items() if each.known}
    return {name: min(max(value, control(name).low), control(name).high) for name, value in values.items()}


def to_sliders(scenario: Scenario, servings: Servings, sun: str = NONE) -> Scenario:
    """
    Return a scenario whose sliders stand at a plate.

    A slider of which nothing is known stays. One that counts K1 goes to K2 where the plate sets it, because a
    plate's K2 is not K1.
    """
    values = settings(servings, sun)
    turned = scenario.k_form == "k1" and "vitamin_k2" in values
    return replace(scenario, **values, k_form="mk7" if turned else scenario.k_form)
