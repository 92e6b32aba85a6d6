"""Small problems with known answers, in the form the solver asks for."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Small:
    """
    ``y' = rates(y, value)`` for states of shape (n, N), with dense Jacobians of shape (N, n, n) and a value a scenario.

    `selected` grows by the scenarios each sweep of the solver asks for.
    """

    def __init__(
        self,
        rates: Callable[[Array, Array], Any],
        jacobian: Callable[[Array, Array], Array],
        value: Any,
        selected: list[tuple[int, ...]] | None = None,
    ) -> None:
        self.right, self.jacobian = rates, jacobian
        self.value = np.asarray(value, float)
        self.selected = [] if selected is None else selected

    def rates(self, state: Array, out: Array) -> Array:
        out[:] = self.right(state, self.value)
        return out

    def factorise(self, state: Array, shift: float) -> Array:
        return shift * np.eye(len(state)) - self.jacobian(state, self.value)

    def solve(self, factors: Array, right: Array, out: Array) -> Array:
        out[:] = np.linalg.solve(factors, right.T[..., None])[..., 0].T
        return out

    def select(self, scenarios: NDArray[np.intp]) -> "Small":
        self.selected.append(tuple(scenarios.tolist()))
        return Small(self.right, self.jacobian, self.value[scenarios], self.selected)


def kaps(value: Any = (1.0,)) -> Small:
    """Return Kaps' nonlinear problem; from (1, 1) its answer is (exp(-2t), exp(-t)) for every value above 0."""

    def rates(y: Array, stiff: Array) -> tuple[Array, Array]:
        return -2 * y[0] + stiff * (y[1] ** 2 - y[0]), y[0] - y[1] - y[1] ** 2

    def jacobian(y: Array, stiff: Array) -> Array:
        rows = [[-2 - stiff, 2 * stiff * y[1]], [np.ones_like(y[0]), -1 - 2 * y[1]]]
        return np.moveaxis(np.array(rows), -1, 0)

    return Small(rates, jacobian, value)


def kaps_answer(times: Array) -> Array:
    """Return the exact answer, shape (n_times, 2)."""
    return np.stack([np.exp(-2 * times), np.exp(-times)], axis=1)


def linear(matrix: Array, value: Any = (1.0,)) -> Small:
    """Return ``y' = value * matrix @ y``."""
    return Small(
        lambda y, value: value * (matrix @ y),
        lambda y, value: value[:, None, None] * matrix,
        value,
    )


def explosion(value: Any = (1.0,)) -> Small:
    """Return ``y' = value * y**2``, which from y0 has a pole at ``1 / (value * y0)``."""
    return Small(
        lambda y, value: value * y**2,
        lambda y, value: (2 * value * y).T[..., None],
        value,
    )
