"""
Foods as the browser puts them on a plate, written into `food_tables.js`.
"""

from typing import Any

from sim.content.evidence import claim_of
from sim.content.foods import FOODS, K2_FORMS, Food, Span, plate, sun
from sim.runs.scenario import NUTRIENTS

FOOD_TYPES = {
    "FOODS": 'Record<string, import("./plate/types.d.ts").Food>',
    "SUN": "Record<string, [number, number]>",
    "PLATES": 'import("./plate/types.d.ts").Example[]',
}


def food_tables() -> dict[str, Any]:
    """Return every table by its name in JavaScript."""
    return {
        "FOODS": {key: _food(food) for key, food in FOODS.items()},
        "K2_FORMS": list(K2_FORMS),
        "SUN": {name: _ends(span) for name, span in sun.SUN.items()},
        "SUN_ABOUT": sun.ABOUT,
        "MORE_THAN_LISTED": sun.MORE_THAN_LISTED,
        "MOST": plate.MOST,
        "PLATES": [
            {"name": each.name, "about": each.about, "servings": dict(each.servings), "sun": each.sun}
            for each in plate.examples()
        ],
        "HOW_SURE": claim_of("mk7_over_mk4").grade,
    }


def _ends(span: Span) -> list[float]:
    return [span.low, span.high]


def _food(food: Food) -> dict[str, Any]:
    """Return a food: what a serving holds, lowest and highest; what nobody knows here is left out."""
    spans = {nutrient: _ends(span) for nutrient in NUTRIENTS if (span := food.span(nutrient))}
    forms = {form: _ends(span) for form in K2_FORMS if (span := food.span("vitamin_k2", form))}
    row = {"name": food.name, "group": food.group, "serving": food.serving, "spans": spans, "forms": forms}
    marks = {
        "labels": [nutrient for nutrient in NUTRIENTS if food.status(nutrient) == "label"],
        "memory": [nutrient for nutrient in NUTRIENTS if food.status(nutrient) == "unverified"],
        "k1": any(amount.nutrient == "vitamin_k1" for amount in food.amounts),
    }
    return {**row, **{name: mark for name, mark in marks.items() if mark}}
