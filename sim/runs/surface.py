"""
The response surface: every run the sliders can reach, in small, for a picture that moves without asking.

One batch is solved on a grid over the three nutrients. Between the grid's nodes a polynomial
goes through all of them (Chebyshev nodes, so it does not swing between them), and of each
curve only the few shapes that matter are kept, with how much of each shape a run has.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from sim.model.parameters import control
from sim.runs.many import sweep
from sim.runs.run import Run
from sim.runs.scenario import NUTRIENTS, Scenario

Array = NDArray[np.float64]

NODES = {"calcium": 15, "vitamin_d": 11, "vitamin_k2": 6}
BENDS = {"calcium": 0.33, "vitamin_d": 0.055, "vitamin_k2": 0.6}
"""Where an axis is half used up, as a share of its length: effects saturate, so nodes stand closer at the low end."""
SHAPES = 4
"""How many shapes of each curve are kept; the largest error of the next ones is below a thousandth of the axis."""


@dataclass(frozen=True)
class Axis:
    """One nutrient's axis: where its nodes stand, in the slider's unit."""

    name: str
    low: float
    high: float
    bend: float
    count: int

    @property
    def places(self) -> Array:
        """Chebyshev nodes on 0 to 1, shape (count,)."""
        return (1 - np.cos(np.pi * np.arange(self.count) / (self.count - 1))) / 2

    @property
    def nodes(self) -> Array:
        """Values of the nutrient at the nodes, shape (count,); both ends included."""
        share = self.bend * self.places / (self.bend + (1 - self.places))
        return np.clip(self.low + (self.high - self.low) * share, self.low, self.high)

    def weights(self, value: Array) -> Array:
        """
        Return how much each node counts at a value: shape (..., count).

        References
        ----------
        Berrut & Trefethen 2004, doi:10.1137/S0036144502417715 (the barycentric formula)
        """
        share = (np.asarray(value, float)[..., None] - self.low) / (self.high - self.low)
        distance = share * (1 + self.bend) / (share + self.bend) - self.places
        at_node = np.abs(distance) < 1e-12
        signs = (-1.0) ** np.arange(self.count)
        signs[[0, -1]] /= 2
        raw = np.where(at_node.any(-1, keepdims=True), at_node, signs / np.where(at_node, 1, distance))
        return raw / raw.sum(-1, keepdims=True)


AXES = tuple(Axis(name, control(name).low, control(name).high, BENDS[name], NODES[name]) for name in NUTRIENTS)


@dataclass(frozen=True, eq=False)
class Quantity:
    """
    One quantity over the whole grid: ``mean + shapes @ amounts``.

    Attributes
    ----------
    mean : ndarray, shape (n_times,)
        Middle curve; one time for what does not change during a run.
    shapes : ndarray, shape (n_times, n_shapes)
    amounts : ndarray, shape (n_shapes, n_nodes)
        Of each shape, at each node of the grid in C order of AXES.
    """

    mean: Array
    shapes: Array
    amounts: Array


@dataclass(frozen=True, eq=False)
class Surface:
    """
    The response surface of one world (years, lens, form of vitamin K and parameters).

    Attributes
    ----------
    years : ndarray, shape (n_times,)
    quantities : dict of str to Quantity
        As named by `quantities_of`.
    """

    years: Array
    quantities: dict[str, Quantity]

    def at(self, calcium: Array, vitamin_d: Array, vitamin_k2: Array) -> dict[str, Array]:
        """Return every quantity at settings of shape (m,): arrays of shape (n_times, m)."""
        a, b, c = (axis.weights(v) for axis, v in zip(AXES, (calcium, vitamin_d, vitamin_k2), strict=True))
        weights = np.einsum("mi,mj,mk->ijkm", a, b, c).reshape(-1, len(a))
        return {n: q.mean[:, None] + q.shapes @ (q.amounts @ weights) for n, q in self.quantities.items()}


@lru_cache(maxsize=16)
def surface(world: Scenario, samples: int = 121) -> Surface:
    """
    Return the response surface of a scenario's world; its own nutrients do not matter.

    Examples
    --------
    >>> found = surface(Scenario()).at(*np.array([[1000.0], [800.0], [100.0]]))
    >>> bool(abs(found["bone_change"][-1, 0]) < 0.05)
    True
    """
    calcium, vitamin_d, vitamin_k2 = np.array(list(product(*(axis.nodes for axis in AXES)))).T
    runs = sweep(world, calcium=calcium, vitamin_d=vitamin_d, vitamin_k2=vitamin_k2, samples=samples)
    return Surface(runs.years, {name: _reduced(values) for name, values in quantities_of(runs).items()})


def quantities_of(runs: Run) -> dict[str, Array]:
    """
    Return what the pictures show of one run or many.

    Returns
    -------
    dict of str to ndarray, shape (n_times, ...)
        Bone [%], arteries [mg], blood [mg/dL], every flux [mg/day]; with one time only: the last day
        (``day_...``) [mg/day] and what does not change during a run (gate, activation, formation, shield) [-].
    """
    timed = {"bone_change": runs.bone_change, "arteries": runs.amounts["arteries"], "blood_calcium": runs.blood_calcium}
    once = {f"day_{name}": values for name, values in runs.last_day().items()}
    once |= {**runs.activation, "vitamin_d": runs.vitamin_d_gate, "formation": runs.formation, "shield": runs.shield}
    shape = (1, *runs.amounts["bone"].shape[1:])
    return {**timed, **runs.fluxes, **{name: np.broadcast_to(values, shape) for name, values in once.items()}}


def _reduced(values: Array) -> Quantity:
    """Return a quantity by its middle curve and its largest shapes."""
    mean = values.mean(1)
    rest = values - mean[:, None]
    # The eigenvectors of this small matrix are the singular vectors of the large one, found ten times sooner.
    _, shapes = np.linalg.eigh(rest @ rest.T)
    shapes = shapes[:, : -SHAPES - 1 : -1]
    return Quantity(mean, shapes, shapes.T @ rest)
