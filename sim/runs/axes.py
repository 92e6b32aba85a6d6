"""How far the axes of a run's pictures reach: the same for all settings and both accounts, so that pictures compare."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

import numpy as np

from sim.model.lenses import LENSES
from sim.model.parameters import control
from sim.runs.many import sweep
from sim.runs.quantities import QUANTITIES
from sim.runs.run import Run, simulate
from sim.runs.scenario import NUTRIENTS, PRESETS, Scenario

EVERYDAY = (1000, 0, 0)
"""Lowest calcium, vitamin D and K2 of everyday settings: calcium as the balanced adult's. [mg/day, IU/day, ug/day]"""
SAMPLES = 31
"""At how many times of a run its extent is found, where nobody has the run already."""


SHOWN = tuple(each for each in QUANTITIES.values() if each.picture or each.name in ("day_bone", "day_arteries"))
"""What has axes of its own, as readers see it."""

Span = tuple[float, float]


@dataclass(frozen=True)
class Extent:
    """Lowest and highest value of each of SHOWN, in their order (of the balances: on the last day)."""

    spans: tuple[Span, ...]

    def __getitem__(self, name: str) -> Span:
        return self.spans[[each.name for each in SHOWN].index(name)]

    def widened(self, share: float) -> "Extent":
        """Return the extent with each range longer by a share of its length at both ends."""
        return Extent(tuple((low - share * (high - low), high + share * (high - low)) for low, high in self.spans))

    def holds(self, other: "Extent") -> bool:
        """Tell whether everything in `other` lies within this extent."""
        pairs = zip(self.spans, other.spans, strict=True)
        return all(low <= inner[0] and inner[1] <= high for (low, high), inner in pairs)


def extent_of(run: Run) -> Extent:
    """Return the extent of one run or of many."""
    return Extent(tuple((float(np.min(values)), float(np.max(values))) for values in (each.of(run) for each in SHOWN)))


def axis_extent(run: Run) -> Extent:
    """
    Return the extent that the axes of a run's pictures cover.

    It is that of everyday settings and the presets, so that two settings can be compared by eye;
    a run beyond it gets the extent of the sliders' whole range. Both depend on everything but
    the three nutrients and the lens: another account of the same settings moves lines, not axes.
    """
    usual, widest = _extents(_shared(run.scenario))
    return widest if axis_is_wide(run) else usual


def axis_is_wide(run: Run) -> bool:
    """Tell whether a run lies beyond the usual axes in any account, so that its pictures have the wider ones."""
    usual, _ = _extents(_shared(run.scenario))
    held = usual.widened(0.02)
    others = (replace(run.scenario, lens=lens) for lens in LENSES if lens != run.scenario.lens)
    return not all(held.holds(extent_of(each)) for each in (run, *map(simulate, others)))


def world_of(scenario: Scenario) -> Scenario:
    """Return the scenario with the default nutrients: everything else is the world its run lives in."""
    return replace(scenario, **{name: control(name).default for name in NUTRIENTS})


def _shared(scenario: Scenario) -> Scenario:
    """Return the world that a run shares with its other accounts: any lens stands for all."""
    return replace(world_of(scenario), lens=next(iter(LENSES)))


@lru_cache(maxsize=64)
def _extents(world: Scenario) -> tuple[Extent, Extent]:
    presets = [tuple(getattr(preset, name) for name in NUTRIENTS) for preset in PRESETS.values()]
    low, high = ([getattr(control(name), end) for name in NUTRIENTS] for end in ("low", "high"))
    everyday = [*presets, *product(*zip(EVERYDAY, high, strict=True))]
    return _extent_over(world, everyday), _extent_over(world, [*everyday, *product(*zip(low, high, strict=True))])


def _extent_over(world: Scenario, settings: list[tuple]) -> Extent:
    """Return the extent of many settings in every account."""
    columns = dict(zip(NUTRIENTS, np.array(settings, dtype=float).T, strict=True))
    found = [extent_of(sweep(world, lens=lens, samples=SAMPLES, **columns)) for lens in LENSES]
    ends = (zip(*spans, strict=True) for spans in zip(*(extent.spans for extent in found), strict=True))
    return Extent(tuple((min(lows), max(highs)) for lows, highs in ends))
