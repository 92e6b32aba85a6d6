"""A run: what `simulate` gives for one scenario and `sweep` for many - amounts, fluxes and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import ceil
from types import MappingProxyType
from typing import Any

import numpy as np

from sim.model.equations import COMPARTMENT_NAMES, FLUXES
from sim.model.invalid import invalid
from sim.model.parameters import DAYS_PER_YEAR
from sim.model.problem import Batch, named, start_state, statics
from sim.model.solver import Array, Mesh, integrate
from sim.runs.scenario import Scenario

CHUNK = 256
"""How many scenarios' fluxes are computed at once: intermediate results stay small."""

# Days. Gut and blood answer to a new diet within hours; after some days only slow stores move, bone within years.
MESH = Mesh(first=0.016, growth=1.12, settled=3.5, later_growth=2.0, longest=250.0)
RTOL = 1e-5
ATOL = 1e-4


@dataclass(frozen=True, eq=False)
class Run:
    """
    One run or many, frozen. Of many, each array has their shape (...) after the times.

    Attributes
    ----------
    years : ndarray, shape (n,)
        Time since the settings were changed. [years]
    amounts : mapping of str to ndarray, shape (n, ...)
        Calcium in each compartment. [mg]
    values : mapping of str to float or ndarray, shape (...)
        Every control and parameter of the run by name.
    scenario : Scenario
        The settings it was made from; of many runs, those that were varied.
    """

    years: Array
    amounts: Mapping[str, Array]
    values: Mapping[str, Any]
    scenario: Scenario

    @cached_property
    def fluxes(self) -> Mapping[str, Array]:
        """Calcium that flows, by name of the flux, shape (n, ...). [mg/day]"""
        shape = self.amounts["bone"].shape
        columns = {name: amount.reshape(len(self.years), -1) for name, amount in self.amounts.items()}
        flat = {k: np.broadcast_to(v, shape[1:]).ravel() if np.ndim(v) else v for k, v in self.values.items()}
        count = columns["bone"].shape[1]
        fluxes = {flux.name: np.empty((len(self.years), count)) for flux in FLUXES}
        for first in range(0, count, CHUNK):
            part = slice(first, first + CHUNK)
            some = {k: v[part] if np.ndim(v) else v for k, v in flat.items()}
            known = named(np.stack([column[:, part] for column in columns.values()]), some)
            for name, flux in fluxes.items():
                flux[:, part] = known[name]
        return MappingProxyType({name: frozen(flux.reshape(shape)) for name, flux in fluxes.items()})

    @cached_property
    def _constants(self) -> Mapping[str, Any]:
        return named(np.ones(len(COMPARTMENT_NAMES)), self.values)

    def constant(self, name: str) -> Any:
        """Return a quantity that does not change during the run, a float or of shape (...). [its unit]"""
        return plain(self._constants[name])

    @property
    def activation(self) -> Mapping[str, Any]:
        """Activated fraction of ``osteocalcin`` and ``mgp``, a float or of shape (...). [-]"""
        return MappingProxyType({name: self.constant(f"{name}_activation") for name in ("osteocalcin", "mgp")})

    @property
    def serum_25ohd(self) -> Any:
        """Vitamin D status, a float or of shape (...). [nmol/L]"""
        return self.constant("serum_25ohd")

    @property
    def blood_calcium(self) -> Array:
        """Concentration of calcium in blood, shape (n, ...). [mg/dL]"""
        return frozen(self.amounts["blood"] / self.values["blood_volume"])

    @property
    def bone_change(self) -> Array:
        """Bone calcium relative to its start, shape (n, ...). [%]"""
        bone = self.amounts["bone"]
        return frozen(100 * (bone / bone[0] - 1))

    @property
    def arteries_gain(self) -> Array:
        """Artery calcium beyond its start, shape (n, ...). [mg]"""
        return frozen(self.amounts["arteries"] - self.amounts["arteries"][0])

    @property
    def arteries_times(self) -> Array:
        """Artery calcium as a multiple of its start, shape (n, ...). [-]"""
        return frozen(self.amounts["arteries"] / self.amounts["arteries"][0])

    def until(self, year: float) -> "Run":
        """Return this run as if it ended at its first sample that is not before a year."""
        if year >= self.years[-1]:
            return self
        count = ceil(year / self.scenario.years * (len(self.years) - 1)) + 1
        amounts = {name: amount[:count] for name, amount in self.amounts.items()}
        return Run(self.years[:count], MappingProxyType(amounts), self.values, self.scenario)

    def last_day(self) -> dict[str, Any]:
        """Return where the calcium eaten on the last day goes; bone and arteries are net. [mg/day]"""
        last = {name: plain(flux[-1]) for name, flux in self.fluxes.items()}
        return {
            "eaten": last["intake"],
            "absorbed": last["absorption"],
            "faeces": last["unabsorbed_loss"] + last["endogenous_faecal_loss"],
            "urine": last["urinary_excretion"],
            "bone": last["bone_formation"] - last["bone_resorption"],
            "arteries": last["arterial_deposition"] - last["arterial_clearance"],
        }

    def ledger(self) -> dict[str, Any]:
        """
        Return where the calcium eaten during the run went. [mg]

        The first entry, ``eaten``, equals the sum of the others.

        Examples
        --------
        >>> from sim import Scenario, simulate
        >>> eaten, *went = simulate(Scenario()).ledger().values()
        >>> abs(eaten - sum(went)) < 1e-6 * eaten
        True
        """
        change = {name: plain(amount[-1] - amount[0]) for name, amount in self.amounts.items()}
        stores = {name: change[name] for name in ("faeces", "urine", "bone", "arteries")}
        return {"eaten": -change["diet"], **stores, "blood and gut": change["blood"] + change["gut"]}


def simulate(scenario: Scenario, *, samples: int = 121) -> Run:
    """
    Return what happens in the years after the balanced adult changes to these settings.

    A run that has been asked for lately is not solved again; nothing in it can be changed.

    Parameters
    ----------
    samples : int
        Number of evenly spaced times, the start included; at least 2.

    Raises
    ------
    ValueError
        If there are too few samples, or the parameters leave no steady adult to start from.
    RuntimeError
        If the equations cannot be solved to tolerance with the given parameters.

    Examples
    --------
    >>> run = simulate(Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=10))
    >>> bool(run.bone_change[-1] < 0 < run.arteries_gain[-1])
    True
    """
    return _remembered(scenario, samples)


@lru_cache(maxsize=1024)
def _remembered(scenario: Scenario, samples: int) -> Run:
    try:
        return solve(scenario, samples)
    except RuntimeError as error:
        raise RuntimeError(f"{scenario}: {error}") from error


def solve(scenario: Scenario, samples: int, varied: Mapping[str, Array] = MappingProxyType({})) -> Run:
    """Return the run of a scenario, or many runs in which values are arrays that broadcast to one shape (...)."""
    if samples < 2:
        raise invalid("samples", samples, "Must be at least 2.")
    shape = np.broadcast_shapes(*map(np.shape, varied.values()))
    values = {**scenario.values(), **varied}
    flat = {name: np.broadcast_to(v, shape).ravel() if np.ndim(v) else v for name, v in values.items()}
    years = np.linspace(0, scenario.years, samples)
    states = run_model(flat, years * DAYS_PER_YEAR, int(np.prod(shape)))
    amounts = {name: frozen(states[:, i].reshape(samples, *shape)) for i, name in enumerate(COMPARTMENT_NAMES)}
    return Run(frozen(years), MappingProxyType(amounts), MappingProxyType(values), scenario)


def run_model(values: Mapping[str, float | Array], days: Array, count: int = 1) -> Array:
    """
    Return calcium in each compartment of many scenarios, shape (n_times, n_compartments, count). [mg]

    `values` are every control and parameter by name, each a number or of shape (count,); `days` rise from 0.
    """
    start, boundaries = start_state(values, count), MESH.boundaries(float(days[-1]))
    return integrate(Batch(statics(values)), start, days, boundaries=boundaries, rtol=RTOL, atol=ATOL)


def plain(value: Any) -> Any:
    """Return a number as a float, an array as it is."""
    return float(value) if np.ndim(value) == 0 else value


def frozen(values: Array) -> Array:
    """Return the array itself, which nobody can write to any more."""
    values.setflags(write=False)
    return values
