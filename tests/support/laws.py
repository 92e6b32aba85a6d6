"""The model's laws evaluated one by one from their text with NumPy's complex numbers: slow, simple, another way."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.model.equations import COMPARTMENT_NAMES, FLUXES, QUANTITIES
from sim.model.parameters import CONTROLS, PARAMETERS
from sim.model.problem import start_state
from sim.model.syntax import names

Array = NDArray[np.float64]
SCOPE = {"__builtins__": {}, "sqrt": np.sqrt, "exp": np.exp}
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


def evaluate(state: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return every quantity and flux by name, at a state of shape (n_compartments, ...)."""
    known = {**values, **dict(zip(COMPARTMENT_NAMES, state, strict=True))}
    for row in (*QUANTITIES, *FLUXES):
        known[row.name] = eval(row.law, SCOPE, known)
    return known


def rates(state: Any, values: Mapping[str, Any]) -> NDArray[Any]:
    """Return the derivative of each compartment, added up flux by flux."""
    known = evaluate(state, values)
    total = np.zeros_like(state)
    for flux in FLUXES:
        total[COMPARTMENT_NAMES.index(flux.source)] -= known[flux.name]
        total[COMPARTMENT_NAMES.index(flux.target)] += known[flux.name]
    return total


def jacobian(state: ArrayLike, values: Mapping[str, Any]) -> Array:
    """
    Return the Jacobian at a state of shape (n, ...), shape (n, n, ...).

    By complex steps, exact to rounding (Squire & Trapp 1998, doi:10.1137/S003614459631241X).
    """
    tiny = 1e-40
    columns = []
    for i in range(len(COMPARTMENT_NAMES)):
        moved = np.array(state, complex)
        moved[i] += tiny * 1j
        columns.append(np.imag(rates(moved, values)) / tiny)
    return np.stack(columns, axis=1)


def depends(name: str, on: str) -> bool:
    """Tell whether a quantity or flux is computed from the name `on`, directly or not."""
    laws = {row.name: row.law for row in (*QUANTITIES, *FLUXES)}
    used = names(laws[name])
    return on in used or any(depends(other, on) for other in used & laws.keys())


def random_state(rng: np.random.Generator) -> Array:
    """Return a state within what compartments may hold."""
    return np.array([rng.uniform(*HOLDS[name]) for name in COMPARTMENT_NAMES])


def random_values(rng: np.random.Generator) -> dict[str, float]:
    """Return controls and parameters within their ranges, of a balanced adult that exists."""
    while True:
        values = {row.name: float(rng.uniform(row.low, row.high)) for row in (*CONTROLS, *PARAMETERS)}
        try:
            start_state(values, 1)
        except ValueError:  # nothing left to excrete: refused by every run
            continue
        return values
