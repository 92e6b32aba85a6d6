"""What the story tests share: the model solved over the whole range of the controls, in one batch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.model.equations import COMPARTMENT_NAMES, KERNEL
from sim.model.parameters import DAYS_PER_YEAR, DEFAULTS
from sim.runs.run import run_model

Array = NDArray[np.float64]

# From bound to bound; closer together where the curves bend most.
CALCIUM = np.array([200, 300, 400, 500, 750, 1000, 1500, 2000, 2500.0])
VITAMIN_D = np.array([0, 50, 100, 200, 400, 600, 800, 1500, 2500, 4000, 10_000.0])
VITAMIN_K2 = np.array([0, 10, 25, 50, 100, 200, 300, 400, 500.0])

HORIZONS = (1, 10, 30)
# Months, and the first hours and days as well, when gut and blood answer to the new settings.
DAYS = np.concatenate([[0, 0.02, 0.1, 0.5, 1, 3, 10], np.arange(1, 361) * DAYS_PER_YEAR / 12])


@dataclass(frozen=True)
class Runs:
    """
    Many runs on the same sample times.

    Attributes
    ----------
    days : ndarray, shape (n_times,)
    values : mapping
        Controls and parameters; those that differ have the shape of the runs.
    states : ndarray, shape (n_compartments, n_times, *shape of the runs)
    """

    days: Array
    values: Mapping[str, float | Array]
    states: Array

    def __getitem__(self, compartment: str) -> Array:
        """Calcium in a compartment, shape (n_times, ...). [mg]"""
        return self.states[COMPARTMENT_NAMES.index(compartment)]

    @cached_property
    def named(self) -> Mapping[str, Array]:
        """Every quantity and flux by name, shape (n_times, ...) or without the times."""
        return KERNEL.named(self.states, self.values)

    def at(self, years: float) -> int:
        """Return the position of a horizon among the sample times."""
        place = int(np.argmin(np.abs(self.days - years * DAYS_PER_YEAR)))
        assert abs(self.days[place] - years * DAYS_PER_YEAR) < 1e-6
        return place

    @property
    def years(self) -> Array:
        """Sample times shaped so that they divide (n_times, ...). [years]"""
        return (self.days / DAYS_PER_YEAR).reshape(-1, *[1] * (self.states.ndim - 2))


def run(calcium: ArrayLike, vitamin_d: ArrayLike, vitamin_k2: ArrayLike, days: Array = DAYS) -> Runs:
    """Solve the model for settings of any common shape."""
    columns = np.broadcast_arrays(*(np.asarray(x, float) for x in (calcium, vitamin_d, vitamin_k2)))
    settings = dict(zip(("calcium", "vitamin_d", "vitamin_k2"), columns, strict=True))
    flat = {name: column.ravel() for name, column in settings.items()}
    states = run_model({**DEFAULTS, **flat}, days, columns[0].size)
    shaped = np.moveaxis(states, 1, 0).reshape(len(COMPARTMENT_NAMES), len(days), *columns[0].shape)
    return Runs(days, {**DEFAULTS, **settings}, shaped)


def run_pairs(pairs: Sequence[tuple[float, float, float]], years: float) -> Runs:
    """Solve a few settings (calcium, D, K2) over one horizon, 13 samples; for hypothesis."""
    calcium, vitamin_d, vitamin_k2 = np.array(pairs).T
    return run(calcium, vitamin_d, vitamin_k2, np.linspace(0, years, 13) * DAYS_PER_YEAR)
