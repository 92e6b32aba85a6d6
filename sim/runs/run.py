"""
What a run gives: amounts, fluxes and what follows from them, for one scenario or for many.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import exp
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.model.equations import COMPARTMENT_NAMES, FLUXES
from sim.model.parameters import DAYS_PER_YEAR, DEFAULTS
from sim.model.problem import named

Array = NDArray[np.float64]
CHUNK = 256
"""How many scenarios' fluxes are computed at once: intermediate results stay small."""

NOTABLE_ARTERY_RATIO = 1.5
"""Arteries harden when they gain at least this many times what the balanced adult's gain over the same years."""
NOTABLE_ABSORPTION_RATIO = 1.05
"""More calcium is absorbed when it is at least this many times what the balanced adult absorbs."""

YEARS_TO_NEW_LEVEL = DEFAULTS["bone_baseline"] / DEFAULTS["bone_turnover"] / DAYS_PER_YEAR
"""Time constant with which bone nears its new level after a change of diet: its store by its turnover. [years]"""


@dataclass(frozen=True, eq=False)
class Outcome:
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
    """

    years: Array
    amounts: Mapping[str, Array]
    values: Mapping[str, Any]

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
        """Every quantity that does not change during the run, by name; the others at an arbitrary state."""
        return named(np.ones(len(COMPARTMENT_NAMES)), self.values)

    @property
    def activation(self) -> Mapping[str, Any]:
        """Activated fraction of ``osteocalcin`` and ``mgp``, a float or of shape (...). [-]"""
        proteins = ("osteocalcin", "mgp")
        return MappingProxyType({name: plain(self._constants[f"{name}_activation"]) for name in proteins})

    @property
    def serum_25ohd(self) -> Any:
        """Vitamin D status, a float or of shape (...). [nmol/L]"""
        return plain(self._constants["serum_25ohd"])

    @property
    def vitamin_d_gate(self) -> Any:
        """How far vitamin D opens the gate of active absorption, a float or of shape (...). [-]"""
        return plain(self._constants["vitamin_d_gate"])

    @property
    def shield(self) -> Any:
        """How far activated MGP shields artery walls under the assumed strength, a float or of shape (...). [-]"""
        return plain(self.values["mgp_strength"] * self._constants["mgp_activation"])

    @property
    def formation(self) -> Any:
        """Bone formation at this K2 as a multiple of the balanced adult's, a float or of shape (...). [-]"""
        return plain(self._constants["osteocalcin_effect"])

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
        return {
            "eaten": -change["diet"],
            "faeces": change["faeces"],
            "urine": change["urine"],
            "bone": change["bone"],
            "arteries": change["arteries"],
            "blood and gut": change["blood"] + change["gut"],
        }


def notable_bone_change(years: float) -> float:
    """
    Return the change of bone from which on words speak of one. [%]

    One per cent of a new level, as far as bone has come after so many years: one setting keeps one word.

    Examples
    --------
    >>> [round(notable_bone_change(years), 2) for years in (1, 10, 30)]
    [0.17, 0.84, 1.0]
    """
    return 1 - exp(-years / YEARS_TO_NEW_LEVEL)


def shows_both(run: Outcome, balanced: Outcome) -> Any:
    """Tell whether bone falls and arteries harden in the same run: a bool, or an array of shape (...)."""
    gain, usual = run.arteries_gain[-1], balanced.arteries_gain[-1]
    falls = run.bone_change[-1] <= -notable_bone_change(run.years[-1])
    return falls & (gain > 0) & (gain >= NOTABLE_ARTERY_RATIO * usual)


def absorption_ratio(run: Outcome, balanced: Outcome) -> Any:
    """Return how much calcium is absorbed at the end, as a multiple of the balanced adult's, of shape (...). [-]"""
    return run.fluxes["absorption"][-1] / balanced.fluxes["absorption"][-1]


def shows_paradox(run: Outcome, balanced: Outcome) -> Any:
    """
    Tell whether a run shows the calcium paradox: a bool, or an array of shape (...).

    Bone falls and arteries harden, although more calcium is absorbed than in the balanced run. This is what
    the word means everywhere.
    """
    return shows_both(run, balanced) & (absorption_ratio(run, balanced) >= NOTABLE_ABSORPTION_RATIO)


def verdict(run: Outcome, balanced: Outcome) -> tuple[str, str]:
    """
    Return in one word or two where bone and arteries of a single run go.

    Bone ``falls``, ``grows`` or ``keeps steady``; arteries, beside the balanced adult's,
    ``harden``, ``gain as usual``, ``gain less`` or ``lose calcium``.
    """
    bone, notable = run.bone_change[-1], notable_bone_change(run.years[-1])
    gain, usual = run.arteries_gain[-1], balanced.arteries_gain[-1]
    bone_word = "falls" if bone <= -notable else "grows" if bone >= notable else "keeps steady"
    if gain < 0:
        return bone_word, "lose calcium"
    if gain >= NOTABLE_ARTERY_RATIO * usual:
        return bone_word, "harden"
    return bone_word, "gain less" if gain * NOTABLE_ARTERY_RATIO <= usual else "gain as usual"


def plain(value: Any) -> Any:
    """Return a number as a float, an array as it is."""
    return float(value) if np.ndim(value) == 0 else value


def frozen(values: Array) -> Array:
    """Return the array itself, which nobody can write to any more."""
    values.setflags(write=False)
    return values
