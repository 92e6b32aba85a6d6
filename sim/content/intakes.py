"""
Recommended intakes and upper limits, shown beside the sliders; no equation uses them.
"""

from dataclasses import dataclass

from sim.model.parameters import control, number
from sim.runs.scenario import Scenario
from sim.text.sentences import unit, with_unit
from sim.text.tables import Table

IOM_2011 = "Institute of Medicine 2011, Dietary Reference Intakes for Calcium and Vitamin D"
IOM_2001 = "Institute of Medicine 2001, Dietary Reference Intakes for Vitamin A, Vitamin K and others"
NONE_SET = "none set"


def name_of(nutrient: str) -> str:
    """Return what a nutrient is called where it is no slider."""
    return control(nutrient).label.removesuffix(" intake")


@dataclass(frozen=True)
class Intake:
    """Reference intake of a nutrient for one age group; None where none is set. [unit of the slider]"""

    nutrient: str
    group: str
    recommended: float | None
    upper_limit: float | None
    source: str

    def in_words(self, unit: str) -> list[str]:
        """Return what is recommended and the upper limit, with this unit."""
        ends = (self.recommended, self.upper_limit)
        return [NONE_SET if value is None else f"{number(value)} {unit}".rstrip() for value in ends]


INTAKES = (
    Intake("calcium", "teenager, 14 to 18 years", 1300, 3000, IOM_2011),
    Intake("calcium", "adult, 19 to 50 years", 1000, 2500, IOM_2011),
    Intake("vitamin_d", "teenager, 14 to 18 years", 600, 4000, IOM_2011),
    Intake("vitamin_d", "adult, 19 to 70 years", 600, 4000, IOM_2011),
    Intake("vitamin_k2", "any age", None, None, IOM_2001),
)
K_TOTAL = (
    "For all vitamin K together (K1 and K2) an adequate intake is set: 75 µg/day at 14 to 18 years, "
    f"120 for men and 90 for women ({IOM_2001})."
)
SUN_LEFT_OUT = (
    "Recommended amounts and upper limits mean food and supplements; those of vitamin D are set for people who get "
    "little sun."
)


def table() -> Table:
    """Return the table of recommended intakes."""
    rows = [(name_of(i.nutrient), i.group, *i.in_words(unit(control(i.nutrient).unit))) for i in INTAKES]
    return Table("Recommended intakes", ("Nutrient", "Age group", "Recommended", "Upper limit"), rows)


def above_upper_limit(scenario: Scenario) -> list[str]:
    """
    Return a remark for each setting above an adult's upper limit.

    Examples
    --------
    >>> above_upper_limit(Scenario(vitamin_d=5000))
    ["Vitamin D 5,000 IU/day is above an adult's upper limit of 4,000 IU/day."]
    """
    set_to = scenario.nutrients()
    return [
        f"{name_of(i.nutrient)} {with_unit(control(i.nutrient), set_to[i.nutrient])} is above an adult's "
        f"upper limit of {with_unit(control(i.nutrient), i.upper_limit)}."
        for i in INTAKES
        if i.group.startswith("adult") and i.upper_limit is not None and set_to[i.nutrient] > i.upper_limit
    ]
