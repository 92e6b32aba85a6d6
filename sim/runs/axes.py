"""How far the axes of a run's pictures reach: the same for all settings and both accounts, so that pictures compare."""

from dataclasses import replace

import numpy as np

from sim.model.lenses import LENSES
from sim.runs.quantities import Quantity
from sim.runs.run import Run, simulate

Span = tuple[float, float]


def in_every_account(run: Run) -> list[Run]:
    """Return the run and what every other account says of its settings."""
    return [run, *(simulate(replace(run.scenario, lens=lens)) for lens in LENSES if lens != run.scenario.lens)]


def axis_range(quantity: Quantity, *runs: Run) -> Span:
    """
    Return lowest and highest value that the axis of a quantity shows, as readers see it.

    It is the quantity's own range, wider only where one of the runs leaves it in any account: another account of the
    same settings moves lines, not axes.
    """
    values = [np.ravel(quantity.of(each)) for run in runs for each in in_every_account(run)]
    reached = np.concatenate([*values, quantity.range or ()])
    return float(reached.min()), float(reached.max())


def is_wide(quantity: Quantity, *runs: Run) -> bool:
    """Tell whether runs leave the range of a quantity that has one."""
    return quantity.range is not None and axis_range(quantity, *runs) != quantity.range
