"""
How far the axes of a run's pictures reach: the same for all settings, so that two pictures compare.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from sim.batch import NUTRIENTS, sweep
from sim.parameters import control
from sim.result import Outcome
from sim.scenarios import PRESETS, Result, Scenario

Array = NDArray[np.float64]
EVERYDAY = (500, 400, 0)
"""Lowest calcium, vitamin D and K2 that the usual axes cover. [mg/day, IU/day, ug/day]"""


@dataclass(frozen=True)
class Extent:
    """Lowest and highest value of what the pictures show (the balances: on the last day)."""

    bone_change: tuple[float, float]
    arteries: tuple[float, float]
    bone_balance: tuple[float, float]
    arteries_balance: tuple[float, float]
    blood_calcium: tuple[float, float]

    def widened(self, share: float) -> "Extent":
        """Return the extent with each range longer by a share of its length at both ends."""
        ranges = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return Extent(**{n: (a - share * (b - a), b + share * (b - a)) for n, (a, b) in ranges.items()})

    def holds(self, other: "Extent") -> bool:
        """Tell whether everything in `other` lies within this extent."""
        pairs = [(getattr(self, name), getattr(other, name)) for name in self.__dataclass_fields__]
        return all(low <= inner[0] and inner[1] <= high for (low, high), inner in pairs)


def extent_of(outcome: Outcome) -> Extent:
    """Return the extent of one run or of many."""

    def span(values: Array) -> tuple[float, float]:
        low, high = float(np.min(values)), float(np.max(values))
        return low, high

    day = outcome.last_day()
    return Extent(
        bone_change=span(outcome.bone_change),
        arteries=span(outcome.amounts["arteries"]),
        bone_balance=span(day["bone"]),
        arteries_balance=span(day["arteries"]),
        blood_calcium=span(outcome.blood_calcium),
    )


def axis_extent(result: Result) -> Extent:
    """
    Return the extent that the axes of a run's pictures cover.

    It is that of everyday settings and the presets, so that two settings can be compared by eye;
    a run beyond it gets the extent of the sliders' whole range. Both depend on everything but
    the three nutrients.
    """
    usual, widest = _extents(world_of(result.scenario))
    return usual if usual.widened(0.02).holds(extent_of(result)) else widest


def axis_is_wide(result: Result) -> bool:
    """Tell whether a run lies beyond the usual axes, so that its pictures have the wider ones."""
    usual, _ = _extents(world_of(result.scenario))
    return not usual.widened(0.02).holds(extent_of(result))


@lru_cache(maxsize=512)
def world_of(scenario: Scenario) -> Scenario:
    """Return the scenario with the default nutrients: everything else is the world its run lives in."""
    return replace(scenario, **{name: control(name).default for name in NUTRIENTS})


@lru_cache(maxsize=64)
def _extents(scenario: Scenario) -> tuple[Extent, Extent]:
    presets = [tuple(getattr(preset, name) for name in NUTRIENTS) for preset in PRESETS.values()]
    low, high = ([getattr(control(name), end) for name in NUTRIENTS] for end in ("low", "high"))
    everyday = [*presets, *product(*zip(EVERYDAY, high, strict=True))]
    return _extent_over(scenario, everyday), _extent_over(scenario, [*everyday, *product(*zip(low, high, strict=True))])


def _extent_over(scenario: Scenario, settings: list[tuple]) -> Extent:
    calcium, vitamin_d, vitamin_k2 = np.array(settings, dtype=float).T
    return extent_of(
        sweep(
            calcium, vitamin_d, vitamin_k2, scenario.years, 31,
            parameters=scenario.parameters, lens=scenario.lens, k_form=scenario.k_form,
        )
    )  # fmt: skip
