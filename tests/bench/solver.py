"""
Time and accuracy of the solver beside SciPy's LSODA, on the same equations, in one run.

Run it with ``python tests/bench/solver.py``. Read the ratios: times change with the machine and
with what else it does, so the solvers take turns. Nothing here is asserted.
"""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.integrate import solve_ivp

from sim import Scenario, simulate
from sim.kernel import Kernel
from sim.model import COMPARTMENT_NAMES, KERNEL, start_state
from sim.parameters import CONTROLS, DAYS_PER_YEAR, DEFAULTS
from sim.scenarios import run_model

Array = NDArray[np.float64]
Columns = Mapping[str, Array]

SEED = 20
YEARS, SAMPLES = 10, 121
DAYS = np.linspace(0, YEARS, SAMPLES) * DAYS_PER_YEAR
SIZES = (1, 100, 10_000)
REPEATS = {1: 20, 100: 5, 10_000: 3}
SUBSET = 20
WANTED = 1e-6
LADDER = (1e-5, 3e-6, 1e-6, 3e-7, 1e-7, 3e-8, 1e-8, 3e-9, 1e-9, 1e-10)
FRAME = 16.0


@dataclass(frozen=True)
class Solver:
    """One way to solve the model: from settings to states, shape (n_times, n_compartments, n_scenarios)."""

    name: str
    solve: Callable[[Columns], Array]
    batched: bool


def random_settings(count: int) -> Columns:
    """Return settings drawn evenly from the whole range of the controls."""
    rng = np.random.default_rng(SEED)
    return {row.name: rng.uniform(row.low, row.high, count) for row in CONTROLS if row.name != "years"}


def some(columns: Columns, count: int) -> Columns:
    """Return the first few of the settings."""
    return {name: column[:count] for name, column in columns.items()}


def ours(columns: Columns) -> Array:
    """Solve the whole batch at once with the solver of this project."""
    return run_model({**DEFAULTS, **columns}, DAYS, len(columns["calcium"]))


def scipy_jacobian(kernel: Kernel) -> Callable[[list[float], Mapping[str, float]], Array]:
    """Return the Jacobian compiled once, in plain numbers: the fastest form SciPy can be given."""
    n = len(kernel.compartments)
    compiled = kernel._compile("named", [entry for row in kernel._jacobian for entry in row])
    return lambda state, values: np.array(compiled.of_numbers(state, values)).reshape(n, n)


JACOBIAN = scipy_jacobian(KERNEL)


def scipy_one(method: str, values: Mapping[str, float], rtol: float, atol: float) -> Array:
    """Solve one scenario with SciPy, shape (n_times, n_compartments)."""
    static, out = KERNEL.static(values), np.empty((len(COMPARTMENT_NAMES), 1))
    answer = solve_ivp(
        lambda _, y: KERNEL.rates(y[:, None], static, out)[:, 0].copy(),
        (0, DAYS[-1]),
        start_state(values, 1)[:, 0],
        method,
        DAYS,
        jac=lambda _, y: JACOBIAN(y.tolist(), values),
        rtol=rtol,
        atol=atol,
    )
    if not answer.success:
        raise RuntimeError(f"{method} at rtol {rtol:g}: {answer.message}")
    return answer.y.T


def scipy_solver(method: str, rtol: float, atol: float) -> Solver:
    """Return a SciPy method, one scenario after the other."""

    def solve(columns: Columns) -> Array:
        scenarios = np.stack(list(columns.values()), axis=1).tolist()
        return np.stack(
            [scipy_one(method, {**DEFAULTS, **dict(zip(columns, row, strict=True))}, rtol, atol) for row in scenarios],
            axis=2,
        )

    return Solver(f"SciPy {method}, rtol {rtol:g}", solve, batched=False)


def error_of(states: Array, reference: Array) -> float:
    """Return the largest relative error of any compartment at any sample after the start."""
    return float(np.abs(states[1:] / reference[1:] - 1).max())


def tuned(method: str, columns: Columns, reference: Array) -> Solver:
    """Return a SciPy method at the loosest tolerance of the ladder that reaches the wanted accuracy."""
    for rtol in LADDER:
        solver = scipy_solver(method, rtol, atol=rtol)
        if error_of(solver.solve(columns), reference) <= WANTED:
            return solver
    raise RuntimeError(f"{method} does not reach {WANTED:g} at any tolerance of the ladder.")


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def microseconds_each(solver: Solver, columns: Columns) -> float:
    """Return the time for each scenario; of a solver without batches, from the first few."""
    count = len(columns["calcium"])
    chosen = columns if solver.batched else some(columns, min(count, SUBSET))
    return 1e6 * seconds(lambda: solver.solve(chosen)) / len(chosen["calcium"])


def race(solvers: Sequence[Solver], size: int) -> list[float]:
    """Return each solver's median time a scenario; they take turns. [us]"""
    columns = random_settings(size)
    for solver in solvers:
        solver.solve(some(columns, 2 if solver.batched else 1))  # warm up
    rounds = [[microseconds_each(solver, columns) for solver in solvers] for _ in range(REPEATS[size])]
    return [statistics.median(times) for times in zip(*rounds, strict=True)]


def frame() -> float:
    """Return the median time of one run as the page asks for it: 361 samples over 30 years. [ms]"""
    scenario = Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=10, years=30)
    simulate(scenario, samples=361)
    return 1e3 * statistics.median(seconds(lambda: simulate(scenario, samples=361)) for _ in range(20))


def main() -> None:
    """Print the table."""
    columns = random_settings(SUBSET)
    reference = scipy_solver("Radau", 1e-11, 1e-9).solve(columns)
    solvers = [Solver("this project, whole batch", ours, batched=True), tuned("LSODA", columns, reference)]
    print(f"{SAMPLES} samples over {YEARS} years, settings drawn evenly from the whole range (seed {SEED}).")
    print(f"\nLargest relative error against Radau (rtol 1e-11), all compartments and samples, {SUBSET} scenarios:")
    for solver in solvers:
        print(f"  {solver.name:28} {error_of(solver.solve(columns), reference):9.1e}")
    print(f"\nMicroseconds a scenario (median; LSODA from {SUBSET} scenarios where there are more, scaled):")
    print(f"  {'N':>6} " + "".join(f"{solver.name:>28}" for solver in solvers) + f"{'ratio':>9}")
    for size in SIZES:
        times = race(solvers, size)
        print(f"  {size:6} " + "".join(f"{t:28,.1f}" for t in times) + f"{times[-1] / times[0]:9,.1f}")
    milliseconds = frame()
    fits = "fits" if milliseconds <= FRAME else "does not fit"
    print(f"\nOne scenario, 361 samples over 30 years: {milliseconds:.1f} ms (median of 20),")
    print(f"which {fits} in one display frame ({FRAME:g} ms).")


if __name__ == "__main__":
    main()
