"""
How far the model's curves lie from published points.

Vitamin K trials tell how much an inactive protein changes when a supplement is added to the usual
diet, so the model is asked the same question. Some parameters were chosen by these very points:
`comparison` says where a small distance is no proof.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from sim.content.evidence import POINTS, Point
from sim.model.equations import COMPARTMENTS
from sim.model.parameters import control, number
from sim.model.problem import named
from sim.runs.run import run_model
from sim.runs.scenario import Scenario

Array = NDArray[np.float64]

HABITUAL_K2 = 29.1
"""K2 in the usual diet that supplements are added to: Gast 2009, doi:10.1016/j.numecd.2008.10.004. [ug/day]"""
SETTLED = 30.0
"""Gut and blood are steady this long after a change of diet, while bone has hardly moved. [day]"""


def quantity(name: str, **settings: Array) -> Array:
    """Return a quantity of the model that depends on what is taken in only, for arrays of intakes."""
    count = len(next(iter(settings.values())))
    values = {**Scenario().values(), **settings}
    return np.broadcast_to(named(np.ones((len(COMPARTMENTS), count)), values)[name], count)


def inactive(protein: str, supplement: Array) -> Array:
    """Return the change of an inactive protein when K2 [ug/day] is added to the usual diet. [%]"""
    return _change(lambda active: 1 - active, protein, supplement)


def inactive_ratio(protein: str, supplement: Array) -> Array:
    """Return the change of the ratio of inactive to active protein with a K2 supplement [ug/day]. [%]"""
    return _change(lambda active: 1 / active - 1, protein, supplement)


def _change(told: Callable[[Array], Array], protein: str, supplement: Array) -> Array:
    usual, now = (
        told(quantity(f"{protein}_activation", vitamin_k2=HABITUAL_K2 + dose)) for dose in (np.zeros(1), supplement)
    )
    return 100 * (now / usual - 1)


def absorbed_share(calcium: Array) -> Array:
    """Return the share of eaten calcium [mg/day] that the gut absorbs once it is steady. [%]"""
    values = {**Scenario().values(), "calcium": calcium}
    states = run_model(values, np.array([0, SETTLED]), len(calcium))
    return 100 * named(states[-1], values)["absorption"] / calcium


def serum_25ohd(supply: Array) -> Array:
    """Return 25(OH)D at a vitamin D supply from all sources [IU/day]. [nmol/L]"""
    return quantity("serum_25ohd", vitamin_d=supply)


def place(point: Point) -> float:
    """
    Return where a point stands on the axis of its curve. [its x_unit]

    A group's level before the trial tells the supply that its supplement comes on top of: the one at
    which the model has this level.
    """
    if point.start is None:
        return point.x
    supplies = np.arange(control("vitamin_d").high + 1)
    return point.x + float(np.interp(point.start, serum_25ohd(supplies), supplies))


_K2_ROOM = control("vitamin_k2").high - HABITUAL_K2
TITLES = {
    "osteocalcin": "Inactive osteocalcin",
    "mgp": "Inactive MGP",
    "absorption": "Share of calcium absorbed",
    "serum_25ohd": "25(OH)D in blood",
}
"""The calibration pictures and their titles."""
# What the model computes for each curve in data.csv, and the range it is drawn over.
CURVES: dict[str, tuple[Callable[[Array], Array], float, float]] = {
    "osteocalcin": (partial(inactive, "osteocalcin"), 0, _K2_ROOM),
    "osteocalcin_ratio": (partial(inactive_ratio, "osteocalcin"), 0, _K2_ROOM),
    "mgp": (partial(inactive, "mgp"), 0, _K2_ROOM),
    "absorption": (absorbed_share, control("calcium").low, control("calcium").high),
    "serum_25ohd": (serum_25ohd, 0, 12_500),
}


@dataclass(frozen=True, eq=False)
class Fit:
    """A curve `x`, `y` of the model [units of the points], the points it is laid over, and the model at them."""

    points: tuple[Point, ...]
    model: Array
    x: Array
    y: Array

    @property
    def residuals(self) -> Array:
        """Model minus published, shape (n_points,). [unit of the points]"""
        return self.model - np.array([p.y for p in self.points])

    @property
    def counted(self) -> NDArray[np.bool_]:
        """Which points tell something: without supplement, every curve starts where it is put."""
        return np.array([p.x > 0 for p in self.points])

    @property
    def typical(self) -> float:
        """Mean distance of the curve from the points that count. [unit of the points]"""
        return float(np.mean(np.abs(self.residuals[self.counted])))

    @property
    def worst(self) -> int:
        """Index of the point that counts and lies farthest from the curve."""
        return int(np.argmax(np.where(self.counted, np.abs(self.residuals), -1)))


@cache
def fit(curve: str, samples: int = 60) -> Fit:
    """Return the model's curve, one of CURVES, over the published points of the same name."""
    model, low, high = CURVES[curve]
    points = tuple(p for p in POINTS if p.curve == curve)
    x = np.linspace(low, high, samples)
    return Fit(points, model(np.array([place(p) for p in points])), x, model(x))


def misses(curve: str) -> str:
    """Return in words how far a curve lies from its points: on average, and where it is farthest off."""
    fitted = fit(curve)
    distance, point = float(abs(fitted.residuals[fitted.worst])), fitted.points[fitted.worst]
    unit = point.y_unit.replace("%", "percentage points")
    model, published = (f"{_one_decimal(y)} {point.y_unit}" for y in (fitted.model[fitted.worst], point.y))
    where = f"({point.study.name}, {number(point.x)} {point.x_unit}: model {model}, published {published})"
    count = int(fitted.counted.sum())
    if count == 1:
        return f"1 point lies {_one_decimal(distance)} {unit} from the model's curve {where}"
    on_average = f"{_one_decimal(fitted.typical)} {unit} from the model's curve on average"
    return f"{count} points lie {on_average}, {_one_decimal(distance)} at most {where}"


def _one_decimal(value: float) -> str:
    return number(round(float(value), 1)).replace("-", "−")


def sentence(picture: str) -> str:
    """Return the sentence that tells how far the model is from the points of a calibration picture."""
    if picture == "osteocalcin":
        ratio = f"the ratio of inactive to active osteocalcin: {misses('osteocalcin_ratio')}"
        return f"Inactive osteocalcin: {misses('osteocalcin')}; {ratio}."
    return f"{TITLES[picture]}: {misses(picture)}."


def comparison(picture: str) -> str:
    """Return what exactly is compared in a calibration picture."""
    if picture == "absorption":
        return "The model's gut was set by these two points, so a small distance is no proof."
    if picture == "serum_25ohd":
        return (
            "What people got from food and sun was not told. Each group's level before the trial tells it: "
            "its supplement comes on top of the supply at which the model has this level. "
            "The curve was set to run between these points, so a small distance is no proof. "
            "With 10,000 IU/day people were far above it after 3 months, and near it after 3 years (Burt 2019)."
        )
    return (
        f"Compared is the change when a supplement comes on top of a usual diet with {number(HABITUAL_K2)} µg/day "
        "of K2 (Gast 2009). Points without supplement are drawn, not counted. No intervals were seen."
    )
