"""The model's laws evaluated one by one from their text with Python's complex numbers: slow, simple, another way."""

import cmath
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from sim.model.equations import COMPARTMENT_NAMES, FLUXES, QUANTITIES, start_state
from sim.model.parameters import CONTROLS, PARAMETERS

Array = NDArray[np.float64]
SCOPE = {"__builtins__": {}, "sqrt": cmath.sqrt, "exp": cmath.exp}
# What a compartment may hold, for random states: wider than any run goes. [mg]
HOLDS = {
    "gut": (1, 700),
    "blood": (1150, 1400),
    "bone": (3e5, 1.5e6),
    "arteries": (10, 3000),
    "diet": (1e6, 3e7),
    "urine": (0, 3e6),
    "faeces": (0, 3e7),
}


def evaluate(state: Mapping[str, complex], values: Mapping[str, float]) -> dict[str, complex]:
    """Return every quantity and flux by name."""
    known: dict[str, complex] = {**values, **state}
    for row in (*QUANTITIES, *FLUXES):
        known[row.name] = eval(row.law, SCOPE, known)
    return known


def rates(state: Mapping[str, complex], values: Mapping[str, float]) -> list[complex]:
    """Return the derivative of each compartment, added up flux by flux."""
    known = evaluate(state, values)
    total = dict.fromkeys(COMPARTMENT_NAMES, 0j)
    for flux in FLUXES:
        total[flux.source] -= known[flux.name]
        total[flux.target] += known[flux.name]
    return list(total.values())


def jacobian(state: Mapping[str, float], values: Mapping[str, float]) -> Array:
    """Return the Jacobian by complex steps, exact to rounding (Squire & Trapp 1998, doi:10.1137/S003614459631241X)."""
    tiny = 1e-40
    columns = [rates({**state, name: state[name] + tiny * 1j}, values) for name in COMPARTMENT_NAMES]
    return np.array([[rate.imag / tiny for rate in column] for column in columns]).T


def random_state(rng: np.random.Generator) -> dict[str, float]:
    """Return a state within what compartments may hold."""
    return {name: float(rng.uniform(*HOLDS[name])) for name in COMPARTMENT_NAMES}


def random_values(rng: np.random.Generator) -> dict[str, float]:
    """Return controls and parameters within their ranges, of a balanced adult that exists."""
    while True:
        values = {row.name: float(rng.uniform(row.low, row.high)) for row in (*CONTROLS, *PARAMETERS)}
        try:
            with np.errstate(invalid="ignore"):
                start_state(values, 1)
        except ValueError:  # nothing left to excrete: refused by every run
            continue
        return values
