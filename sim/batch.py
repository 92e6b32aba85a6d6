"""
Many scenarios at once: what pictures need to know beyond the one run they show.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from sim.model import COMPARTMENT_NAMES, COMPARTMENTS, FLUXES, KERNEL
from sim.parameters import CONTROLS, DAYS_PER_YEAR, control
from sim.scenarios import PRESETS, Result, Scenario, run_model, simulate

Array = NDArray[np.float64]
NUTRIENTS = ("calcium", "vitamin_d", "vitamin_k2")
EVERYDAY = (500, 400, 0)
"""Lowest calcium, vitamin D and K2 that the usual axes cover. [mg/day, IU/day, ug/day]"""


@lru_cache(maxsize=64)
def balanced_run(scenario: Scenario, samples: int = 121) -> Result:
    """Return the balanced adult's run over the same years with the same parameters, for reference."""
    balanced = Scenario(years=scenario.years, parameters=scenario.parameters)
    return simulate(balanced, samples=samples)


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


def extent_of(amounts: Mapping[str, Array], fluxes: Mapping[str, Array], blood_calcium: Array) -> Extent:
    """Return the extent of one run or of many (times along the first axis)."""

    def span(values: Array) -> tuple[float, float]:
        low, high = float(np.min(values)), float(np.max(values))
        return low, high

    bone = amounts["bone"]
    return Extent(
        bone_change=span(100 * (bone / bone[0] - 1)),
        arteries=span(amounts["arteries"]),
        bone_balance=span((fluxes["bone_formation"] - fluxes["bone_resorption"])[-1]),
        arteries_balance=span((fluxes["arterial_deposition"] - fluxes["arterial_clearance"])[-1]),
        blood_calcium=span(blood_calcium),
    )


def axis_extent(result: Result) -> Extent:
    """
    Return the extent that the axes of a run's pictures cover.

    It is that of everyday settings and the presets, so that two settings can be compared by eye;
    a run beyond it gets the extent of the sliders' whole range. Both depend on years and
    parameters only.
    """
    usual, widest = _extents(Scenario(years=result.scenario.years, parameters=result.scenario.parameters))
    return usual if usual.widened(0.02).holds(_own(result)) else widest


def axis_is_wide(result: Result) -> bool:
    """Tell whether a run lies beyond the usual axes, so that its pictures have the wider ones."""
    usual, _ = _extents(Scenario(years=result.scenario.years, parameters=result.scenario.parameters))
    return not usual.widened(0.02).holds(_own(result))


def _own(result: Result) -> Extent:
    return extent_of(result.amounts, result.fluxes, result.blood_calcium)


@lru_cache(maxsize=64)
def _extents(scenario: Scenario) -> tuple[Extent, Extent]:
    presets = [tuple(getattr(preset, name) for name in NUTRIENTS) for preset in PRESETS.values()]
    low, high = ([getattr(control(name), end) for name in NUTRIENTS] for end in ("low", "high"))
    everyday = [*presets, *product(*zip(EVERYDAY, high, strict=True))]
    return _extent_over(scenario, everyday), _extent_over(scenario, [*everyday, *product(*zip(low, high, strict=True))])


def _extent_over(scenario: Scenario, settings: list[tuple]) -> Extent:
    nutrients = np.array(settings, dtype=float).T
    values = {**scenario.values(), **dict(zip(NUTRIENTS, nutrients, strict=True))}
    days = np.linspace(0, scenario.years * DAYS_PER_YEAR, 31)
    states = run_model(values, days, len(settings))
    named = KERNEL.named(np.moveaxis(states, 1, 0), values)
    return extent_of(
        {name: named[name] for name in COMPARTMENT_NAMES},
        {flux.name: named[flux.name] for flux in FLUXES},
        named["blood"] / values["blood_volume"],
    )


def dose_response(scenario: Scenario, points: int = 201) -> tuple[Array, dict[str, Array]]:
    """
    Return how much osteocalcin and MGP each K2 intake activates.

    Returns
    -------
    doses : ndarray, shape (points,)
        K2 intake over the slider's whole range. [ug/day]
    activation : dict of str to ndarray, shape (points,)
        Activated fraction of ``osteocalcin`` and ``mgp``. [-]
    """
    k2 = next(c for c in CONTROLS if c.name == "vitamin_k2")
    doses = np.linspace(k2.low, k2.high, points)
    named = KERNEL.named(np.ones((len(COMPARTMENTS), points)), {**scenario.values(), "vitamin_k2": doses})
    return doses, {protein: named[f"{protein}_activation"] for protein in ("osteocalcin", "mgp")}
