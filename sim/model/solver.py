"""
A stiff, batched integrator: Rodas5P on a mesh whose error is checked and rescued.

Rodas5P is an L-stable Rosenbrock method of order 5 with 8 stages (Steinebach 2023,
doi:10.1007/s10543-023-00967-x): fast parts of the system die out at once instead of forcing
small steps, and each stage needs one linear solve and no iteration. All scenarios take the same
steps, so the work is done on arrays of shape (n, n_scenarios). Each scenario's own error estimate
is checked; those above the tolerance are solved again on a mesh with every step halved. So a
result depends on its own scenario only, never on the others in the batch.

The module knows no calcium: a problem hands it derivatives and a linear solve.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

GAMMA = 0.21193756319429014
# Stage i starts at y + sum_j A[i][j] k_j and its right side gains sum_j C[i][j] k_j / h.
A: tuple[tuple[float, ...], ...] = (
    (),
    (3.0,),
    (2.849394379747939, 0.45842242204463923),
    (-6.954028509809101, 2.489845061869568, -10.358996098473584),
    (2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641),
    (-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946),
)
C: tuple[tuple[float, ...], ...] = (
    (),
    (-14.155112264123755,),
    (-17.97296035885952, -2.859693295451294),
    (147.12150275711716, -1.41221402718213, 71.68940251302358),
    (165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306),
    (24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471),
    (30.91273214028599, -3.1208243349937974, 77.79954646070892, 34.28646028294783, -19.097331116725623,
     -28.087943162872662),
    (37.80277123390563, -3.2571969029072276, 112.26918849496327, 66.9347231244047, -40.06618937091002,
     -54.66780262877968, -9.48861652309627),
)  # fmt: skip
# The last two stages start where the one before them ended (stiffly accurate).
A += ((*A[5], 1.0), (*A[5], 1.0, 1.0))
STAGES = len(A)
# Dense output: y(t + s h) = (1-s) y0 + s (y1 + (1-s) (H0 + s (H1 + s H2))), H = DENSE @ k.
DENSE = np.array(
    [
        [25.948786856663858, -2.5579724845846235, 10.433815404888879, -2.3679251022685204,
         0.524948541321073, 1.1241088310450404, 0.4272876194431874, -0.17202221070155493],
        [-9.91568850695171, -0.9689944594115154, 3.0438037242978453, -24.495224566215796,
         20.176138334709044, 15.98066361424651, -6.789040303419874, -6.710236069923372],
        [11.419903575922262, 2.8879645146136994, 72.92137995996029, 80.12511834622643,
         -52.072871366152654, -59.78993625266729, -0.15582684282751913, 4.883087185713722],
    ]
)  # fmt: skip

MAX_HALVINGS = 10
CHUNK = 5000
"""How many scenarios at once: more are slower for want of cache, fewer for the cost of each call."""


class Problem(Protocol):
    """What the solver needs to know: ``y' = rates(y)`` for a batch of scenarios."""

    def rates(self, state: Array, out: Array) -> Array:
        """Fill `out`, shape (n, n_scenarios), with the derivatives."""
        ...

    def factorise(self, state: Array, shift: float) -> Any:
        """Return whatever `solve` needs for the matrix ``shift * I - Jacobian(state)``."""
        ...

    def solve(self, factors: Any, right: Array, out: Array) -> Array:
        """Fill `out` with the solution of the linear system for each scenario."""
        ...

    def select(self, scenarios: NDArray[np.intp]) -> "Problem":
        """Return the problem of some of the scenarios only."""
        ...


# Both sums of a stage as one product with the state and the stages before it.
_SUMS = np.array(
    [[[1.0, *a, *[0.0] * (STAGES - len(a))], [0.0, *c, *[0.0] * (STAGES - len(c))]] for a, c in zip(A, C, strict=True)]
)


def step(problem: Problem, h: float, stages: Array, work: Array) -> None:
    """
    Take one step of Rodas5P, of size `h`.

    `stages`, shape (10, n, n_scenarios), holds the state first. It is filled with the eight stages, of which the
    last is the estimate of the local error, and the state after the step. `work`, shape (3, n, n_scenarios), is
    scratch space.
    """
    factors = problem.factorise(stages[0], 1.0 / (GAMMA * h))
    flat, sums = stages.reshape(len(stages), -1), work[:2].reshape(2, -1)
    inner, more, right = work
    weights = _SUMS * np.array([[1.0], [1.0 / h]])
    problem.rates(stages[0], right)
    problem.solve(factors, right, stages[1])
    for i in range(1, STAGES):
        np.matmul(weights[i, :, : i + 1], flat[: i + 1], out=sums)
        problem.rates(inner, right)
        np.add(right, more, out=right)
        problem.solve(factors, right, stages[i + 1])
    np.add(inner, stages[STAGES], out=stages[-1])


@dataclass(frozen=True)
class Mesh:
    """
    Step lengths of a run: short while the fast parts settle, then soon as long as the slow ones bear.

    Each step is `growth` times the one before until the time `settled`, `later_growth` times after it.
    """

    first: float
    growth: float
    settled: float
    later_growth: float
    longest: float

    def boundaries(self, end: float) -> Array:
        """
        Return the step boundaries from 0 to `end`, shape (n_steps + 1,).

        Examples
        --------
        >>> Mesh(first=1, growth=1, settled=2, later_growth=3, longest=9).boundaries(20)
        array([ 0. ,  1. ,  2. ,  5. , 12.5, 20. ])
        """
        step, times = float(self.first), [0.0]
        while times[-1] + step < end:
            times.append(times[-1] + step)
            longer = step * (self.growth if times[-1] < self.settled else self.later_growth)
            if longer >= self.longest:
                count = int(np.ceil((end - times[-1]) / self.longest))
                return np.array([*times[:-1], *np.linspace(times[-1], end, count + 1)])
            step = longer
        return np.array([*times, end])


def integrate(
    problem: Problem,
    start: Array,
    times: Array,
    *,
    boundaries: Array,
    rtol: float,
    atol: float,
) -> Array:
    """
    Integrate a batch of scenarios and return the states at the sample times.

    Parameters
    ----------
    start : ndarray, shape (n, n_scenarios)
        States at time 0.
    times : ndarray, shape (n_times,)
        Sample times, rising, from 0 to the last boundary.
    boundaries : ndarray, shape (n_steps + 1,)
        First steps to try; see `Mesh`.
    rtol, atol : float
        Each step's error estimate must stay below ``atol + rtol * abs(state)``.

    Returns
    -------
    ndarray, shape (n_times, n, n_scenarios)

    Raises
    ------
    RuntimeError
        If a scenario does not reach the tolerance on the finest mesh; names scenario and time.
    """
    n, count = start.shape
    result = np.empty((len(times), n, count))
    todo, shortest = np.arange(count), np.inf
    failed_at = np.empty(count)
    for _ in range(MAX_HALVINGS):
        for chosen in np.array_split(todo, -(-len(todo) // CHUNK)):
            again = len(todo) < count
            found = np.empty((len(times), n, len(chosen))) if again else result[:, :, chosen[0] : chosen[-1] + 1]
            failed_at[chosen] = _sweep(problem.select(chosen), start[:, chosen], times, boundaries, rtol, atol, found)
            if again:
                result[:, :, chosen] = found
        todo, shortest = todo[~np.isnan(failed_at[todo])], boundaries[1] - boundaries[0]
        if not len(todo):
            return result
        boundaries = np.sort(np.concatenate([boundaries, (boundaries[1:] + boundaries[:-1]) / 2]))
    raise RuntimeError(
        f"No accurate solution for scenario {todo[0]} after time {failed_at[todo[0]]:.6g}: "
        f"even the shortest step, {shortest:.3g}, is too long for rtol {rtol:g}."
    )


def _sweep(
    problem: Problem,
    start: Array,
    times: Array,
    boundaries: Array,
    rtol: float,
    atol: float,
    result: Array,
) -> Array:
    """Fill `result` by integrating over one mesh; return when each error first went too high (NaN: never)."""
    n, count = start.shape
    failed_at = np.full(count, np.nan)
    stages, work = np.empty((STAGES + 2, n, count)), np.empty((3, n, count))
    scale, error, new_scale = work
    edges = np.searchsorted(times, boundaries, side="right")
    edges[0], edges[-1] = 0, len(times)
    stages[0] = start
    with np.errstate(all="ignore"):  # a scenario that blows up is caught by its error estimate
        for i, (t, t_next) in enumerate(pairwise(boundaries)):
            step(problem, t_next - t, stages, work)
            np.maximum(np.abs(stages[0], out=scale), np.abs(stages[-1], out=new_scale), out=scale)
            np.add(np.multiply(scale, rtol, out=scale), atol, out=scale)
            good = (np.abs(stages[STAGES], out=error) <= scale).all(axis=0)
            if not good.all():
                failed_at[np.isnan(failed_at) & ~good] = t
                if not np.isnan(failed_at).any():
                    break
            inside = slice(edges[i], edges[i + 1])
            if inside.start < inside.stop:
                _dense((times[inside] - t) / (t_next - t), stages, result[inside])
            stages[0] = stages[-1]
    return failed_at


def _dense(s: Array, stages: Array, out: Array) -> None:
    """Fill `out`, shape (len(s), n, n_scenarios), with the states at the fractions `s` of a step."""
    r = 1 - s
    basis = np.stack([s * r, s**2 * r, s**3 * r], axis=1)
    # One matrix product a compartment: the three dense rows are folded into the weights of the stages.
    weights = np.hstack([r[:, None], basis @ DENSE, s[:, None]])
    for i in range(out.shape[1]):
        np.matmul(weights, stages[:, i], out=out[:, i])
