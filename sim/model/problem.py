"""
The model as numbers: every quantity by name, where a run starts, and the problem that the solver gets.

The laws come as straight-line code from `compiled`, which is written from the tables of `equations`. Its functions
have two forms: for one scenario in plain numbers, where NumPy's cost per call would be most of the
time, and for arrays of scenarios, where each operation fills a row that is there already.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.model import compiled
from sim.model.equations import COMPARTMENT_NAMES, COMPARTMENTS
from sim.model.solver import Array

Values = Mapping[str, Any]
UNSTEADY = (
    "Invalid parameters: the balanced adult would have to excrete {excretion} mg/day in urine. "
    "Must be above 0; raise absorption or lower k_endogenous."
)
"""What is said where no steady state exists, here and in the browser."""


def named(state: Any, values: Values) -> dict[str, Any]:
    """
    Return every compartment, quantity and flux by name; nan or inf where a law has no value.

    Parameters
    ----------
    state : array_like, shape (n_compartments, ...)
    values : mapping
        Controls and parameters by name, each a number or an array that broadcasts against the state's rows.
    """
    given = [values[name] for name in compiled.INPUTS]
    with np.errstate(all="ignore"):
        found = compiled.named(state, given, exp=np.exp, sqrt=np.sqrt)
    return dict(zip((*COMPARTMENT_NAMES, *compiled.NAMED), (*state, *found), strict=True))


def start_state(values: Values, count: int) -> Array:
    """
    Return the balanced adult's state, from which every run starts, shape (n_compartments, count). [mg]

    Raises
    ------
    ValueError
        If the parameters leave the balanced adult nothing to excrete, so that no steady state exists.
    """
    known = {**named(np.ones(len(COMPARTMENTS)), values), **values, "0": 0.0}
    excretion = np.min(known["reference_urinary_excretion"])
    if not excretion > 0:
        raise ValueError(UNSTEADY.format(excretion=f"{excretion:.4g}"))
    return np.stack([np.broadcast_to(np.asarray(known[c.start], float), count) for c in COMPARTMENTS])


def statics(values: Values) -> tuple[Any, ...]:
    """
    Return what does not change during a run, from controls and parameters by name.

    Plain numbers if all values are; else arrays, those without dimension for what all scenarios share.
    """
    given = [values[name] for name in compiled.INPUTS]
    if any(np.ndim(value) for value in given):
        return tuple(map(np.asarray, compiled.statics(given, exp=np.exp, sqrt=np.sqrt)))
    return _plain(compiled.statics, given)


def _plain(function: Callable[..., tuple[Any, ...]], *arguments: Sequence[float]) -> tuple[Any, ...]:
    """Call a function with plain numbers; where Python refuses, with NumPy's, which give nan or inf."""
    try:
        return function(*arguments)
    except (ArithmeticError, ValueError):
        with np.errstate(all="ignore"):
            return function(*([np.float64(x) for x in argument] for argument in arguments), exp=np.exp, sqrt=np.sqrt)


class Batch:
    """The model as the solver sees it: derivatives and a linear solve for the scenarios of `statics`."""

    def __init__(self, known: tuple[Any, ...]) -> None:
        self.known = known
        self._rows: dict[tuple[str, int], tuple[Array, ...]] = {}

    def rates(self, state: Array, out: Array) -> Array:
        """Fill `out`, shape (n, n_scenarios), with the derivative of each compartment. [mg/day]"""
        if state.shape[1] > 1:
            return compiled.rates_in_place(state, self.known, out, self._work("rates", state))
        out[:, 0] = _plain(compiled.rates, state[:, 0].tolist(), self.known)
        return out

    def factorise(self, state: Array, shift: float) -> Sequence[Any]:
        """Return the factors of ``shift * I - Jacobian`` at `state`, for `solve`; good until it is called again."""
        if state.shape[1] > 1:
            return compiled.factors_in_place(state, self.known, (np.asarray(shift),), self._work("factors", state))
        return _plain(compiled.factors, state[:, 0].tolist(), self.known, (shift,))

    def solve(self, factors: Sequence[Any], right: Array, out: Array) -> Array:
        """Fill `out`, which is not `right`, with the solution x of ``(shift * I - Jacobian) x = right``."""
        if right.shape[1] > 1:
            return compiled.solve_in_place(factors, right, out, self._work("solve", right))
        out[:, 0] = compiled.solve(factors, right[:, 0].tolist())
        return out

    def select(self, scenarios: NDArray[np.intp]) -> "Batch":
        """Return the batch of some of the scenarios; of one, in plain numbers."""
        chosen = (v[scenarios] if np.ndim(v) else v for v in self.known)
        single = len(scenarios) == 1
        return Batch(tuple(v.item() if single and isinstance(v, np.ndarray) else v for v in chosen))

    def _work(self, function: str, like: Array) -> tuple[Array, ...]:
        """Return room for a function of arrays, for as many scenarios as `like` has; the same at every call."""
        key = function, like.shape[1]
        if key not in self._rows:
            self._rows[key] = tuple(np.empty((compiled.ROWS[function], like.shape[1])))
        return self._rows[key]
