"""
A scenario, the named presets, and `simulate`: from settings to a frozen result.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from sim.model import COMPARTMENT_NAMES, FLUXES, KERNEL, Batch, start_state
from sim.parameters import CONTROLS, DAYS_PER_YEAR, DEFAULTS, check, control, lookup
from sim.solver import Mesh, integrate

Array = NDArray[np.float64]

# Days. Gut and blood answer to a new diet within hours; after some days only slow stores move.
MESH = Mesh(first=0.02, growth=1.25, settled=3.0, later_growth=2.0, longest=700.0)
RTOL = 1e-4
ATOL = 1e-3


@dataclass(frozen=True)
class Scenario:
    """
    Settings of one run.

    Parameters
    ----------
    calcium : float
        Calcium intake. [mg/day]
    vitamin_d : float
        Total vitamin D supply. [IU/day]
    vitamin_k2 : float
        Total vitamin K2 intake, MK-7 equivalents. [ug/day]
    years : float
        How long the settings are kept. [years]
    parameters : mapping of str to float
        Model parameters that differ from their default, for assumptions and experiments.

    Raises
    ------
    ValueError
        If a value is out of range or a parameter does not exist; names value and range.

    Examples
    --------
    >>> Scenario(vitamin_k2=9000)
    Traceback (most recent call last):
    ValueError: Invalid vitamin_k2 '9000' [ug/day]. Must be between 0 and 500.
    """

    calcium: float = control("calcium").default
    vitamin_d: float = control("vitamin_d").default
    vitamin_k2: float = control("vitamin_k2").default
    years: float = control("years").default
    parameters: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in CONTROLS:
            object.__setattr__(self, row.name, check(row, getattr(self, row.name)))
        checked = {name: check(lookup(name), value) for name, value in sorted(self.parameters.items())}
        object.__setattr__(self, "parameters", MappingProxyType(checked))

    def __hash__(self) -> int:
        return hash((*self.settings().values(), *self.parameters.items()))

    def __reduce__(self) -> tuple:
        return Scenario, (*self.settings().values(), dict(self.parameters))

    def settings(self) -> dict[str, float]:
        """Return the value of each control by name."""
        return {row.name: getattr(self, row.name) for row in CONTROLS}

    def values(self) -> dict[str, float]:
        """Return every control and parameter by name, defaults filled in."""
        return {**DEFAULTS, **self.parameters, **self.settings()}


PRESETS: Mapping[str, Scenario] = MappingProxyType(
    {
        "balanced": Scenario(),
        "calcium paradox": Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=10),
        "paradox resolved with K2": Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=200),
        "vitamin D deficiency": Scenario(vitamin_d=100),
        "K2 deficiency": Scenario(vitamin_k2=10),
        "low everything": Scenario(calcium=400, vitamin_d=100, vitamin_k2=10),
    }
)


@dataclass(frozen=True, eq=False)
class Result:
    """
    One run, frozen: nothing in it can be changed.

    Attributes
    ----------
    scenario : Scenario
    years : ndarray, shape (n,)
        Time since the settings were changed. [years]
    amounts : mapping of str to ndarray, shape (n,)
        Calcium in each compartment. [mg]
    fluxes : mapping of str to ndarray, shape (n,)
        Calcium that flows, by name of the flux. [mg/day]
    activation : mapping of str to float
        Activated fraction of ``osteocalcin`` and ``mgp``. [-]
    serum_25ohd : float
        Vitamin D status. [nmol/L]
    blood_calcium : ndarray, shape (n,)
        Concentration of calcium in blood. [mg/dL]
    """

    scenario: Scenario
    years: Array
    amounts: Mapping[str, Array]
    fluxes: Mapping[str, Array]
    activation: Mapping[str, float]
    serum_25ohd: float
    blood_calcium: Array

    @property
    def bone_change(self) -> Array:
        """Bone calcium relative to its start, shape (n,). [%]"""
        bone = self.amounts["bone"]
        return 100 * (bone / bone[0] - 1)

    @property
    def arteries_gain(self) -> Array:
        """Artery calcium beyond its start, shape (n,). [mg]"""
        return self.amounts["arteries"] - self.amounts["arteries"][0]

    @property
    def arteries_times(self) -> Array:
        """Artery calcium as a multiple of its start, shape (n,). [-]"""
        return self.amounts["arteries"] / self.amounts["arteries"][0]

    def last_day(self) -> dict[str, float]:
        """Return where the calcium eaten on the last day goes; bone and arteries are net. [mg/day]"""
        last = {name: float(flux[-1]) for name, flux in self.fluxes.items()}
        return {
            "eaten": last["intake"],
            "absorbed": last["absorption"],
            "faeces": last["unabsorbed_loss"] + last["endogenous_faecal_loss"],
            "urine": last["urinary_excretion"],
            "bone": last["bone_formation"] - last["bone_resorption"],
            "arteries": last["arterial_deposition"] - last["arterial_clearance"],
        }

    def ledger(self) -> dict[str, float]:
        """
        Return where the calcium eaten during the run went. [mg]

        The first entry, ``eaten``, equals the sum of the others.

        Examples
        --------
        >>> eaten, *went = simulate(Scenario()).ledger().values()
        >>> abs(eaten - sum(went)) < 1e-6 * eaten
        True
        """
        change = {name: float(amount[-1] - amount[0]) for name, amount in self.amounts.items()}
        return {
            "eaten": -change["diet"],
            "faeces": change["faeces"],
            "urine": change["urine"],
            "bone": change["bone"],
            "arteries": change["arteries"],
            "blood and gut": change["blood"] + change["gut"],
        }


def simulate(scenario: Scenario, *, samples: int = 121) -> Result:
    """
    Return what happens in the years after the balanced adult changes to these settings.

    Parameters
    ----------
    scenario : Scenario
    samples : int
        Number of evenly spaced times, the start included; at least 2.

    Returns
    -------
    Result

    Raises
    ------
    RuntimeError
        If the equations cannot be solved to tolerance with the given parameters.

    Examples
    --------
    >>> result = simulate(PRESETS["calcium paradox"])
    >>> bool(result.bone_change[-1] < 0 < result.arteries_gain[-1])
    True
    """
    if samples < 2:
        raise ValueError(f"Invalid samples '{samples}'. Must be at least 2.")
    years = np.linspace(0, scenario.years, samples)
    values = scenario.values()
    try:
        states = run_model(values, years * DAYS_PER_YEAR)[:, :, 0].T
    except RuntimeError as error:
        raise RuntimeError(f"{scenario}: {error}") from error
    named = KERNEL.named(states, values)
    fluxes = {f.name: np.broadcast_to(named[f.name], samples) for f in FLUXES}
    return Result(
        scenario=scenario,
        years=_frozen(years),
        amounts=MappingProxyType(dict(zip(COMPARTMENT_NAMES, map(_frozen, states), strict=True))),
        fluxes=MappingProxyType({name: _frozen(flux) for name, flux in fluxes.items()}),
        activation=MappingProxyType(
            {protein: float(named[f"{protein}_activation"]) for protein in ("osteocalcin", "mgp")}
        ),
        serum_25ohd=float(named["serum_25ohd"]),
        blood_calcium=_frozen(named["blood"] / values["blood_volume"]),
    )


def run_model(values: Mapping[str, float | Array], days: Array, count: int = 1) -> Array:
    """
    Solve the model for many scenarios at once.

    Parameters
    ----------
    values : mapping
        Every control and parameter by name, each a number or an array of shape (count,).
    days : ndarray, shape (n_times,)
        Sample times from 0, rising. [day]
    count : int
        Number of scenarios.

    Returns
    -------
    ndarray, shape (n_times, n_compartments, count)
        Calcium in each compartment. [mg]
    """
    return integrate(
        Batch(KERNEL.static(values)),
        start_state(values, count),
        days,
        boundaries=MESH.boundaries(float(days[-1])),
        rtol=RTOL,
        atol=ATOL,
    )


def _frozen(values: Array) -> Array:
    copy = np.array(values, dtype=np.float64)
    copy.setflags(write=False)
    return copy
