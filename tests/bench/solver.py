"""
Time, accuracy and memory of the solver beside SciPy's LSODA and Radau and libRoadRunner's CVODE.

Run it with ``python tests/bench/solver.py``: same equations, same samples, and each solver at the
loosest tolerance that reaches the same accuracy. Read the ratios: times change with the machine and
with what else it does, so the solvers take turns. The accuracy is checked, the times are not.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import sympy
from numpy.typing import NDArray
from scipy.integrate import solve_ivp

from sim import Scenario
from sim.model.compiled import INPUTS
from sim.model.equations import COMPARTMENT_NAMES, FLUXES, INTERMEDIATES
from sim.model.generate.derive import read
from sim.model.parameters import CONTROLS, DAYS_PER_YEAR, DEFAULTS
from sim.model.problem import Batch, start_state, statics
from sim.runs.run import run_model, solve

Array = NDArray[np.float64]
Columns = Mapping[str, Array]

SEED = 20
YEARS, SAMPLES = 10, 121
DAYS = np.linspace(0, YEARS, SAMPLES) * DAYS_PER_YEAR
REPEATS = {1: 20, 100: 5, 1_681: 3, 10_000: 3}
"""How often each number of scenarios is solved; 1,681 are those of the paradox map."""
SIZES = tuple(REPEATS)
SUBSET = 20
WANTED = 1e-6
LADDER = (1e-5, 3e-6, 1e-6, 3e-7, 1e-7, 3e-8, 1e-8, 3e-9, 1e-9, 1e-10)
FRAME = 16.0
GOALS = {"LSODA": 100, "libRoadRunner": 30}
"""How many times faster a scenario should be at the largest size."""
ANTIMONY = Path(__file__).parents[1] / "referee" / "calcium.ant"
MEMORY = """
import re, numpy as np
from pathlib import Path
from sim import sweep
def peak(): return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
def run(count): return sweep(calcium=np.linspace(200, 2500, count), vitamin_d=np.linspace(0, 10_000, count), years={years}, samples={samples})
run(3)
before = peak()
runs = run({count})
print(peak() - before)
"""  # noqa: E501


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


def scipy_jacobian() -> Callable[[list[float], Mapping[str, float]], Array]:
    """Return the Jacobian in plain numbers, equal parts computed once: the fastest form SciPy can be given."""
    laws: dict[Any, Any] = {}
    rates: dict[str, Any] = dict.fromkeys(COMPARTMENT_NAMES, 0)
    for row in (*INTERMEDIATES, *FLUXES):
        laws[sympy.Symbol(row.name)] = read(row.law).subs(laws)
    for flux in FLUXES:
        rates[flux.source] -= laws[sympy.Symbol(flux.name)]
        rates[flux.target] += laws[sympy.Symbol(flux.name)]
    entries = sympy.Matrix(list(rates.values())).jacobian(list(map(sympy.Symbol, COMPARTMENT_NAMES)))
    compiled = sympy.lambdify([COMPARTMENT_NAMES, INPUTS], entries.tolist(), "math", cse=True)
    return lambda state, values: np.array(compiled(state, [values[name] for name in INPUTS]))


JACOBIAN = scipy_jacobian()


def scipy_one(method: str, values: Mapping[str, float], rtol: float, atol: float) -> Array:
    """Solve one scenario with SciPy, shape (n_times, n_compartments)."""
    batch, out = Batch(statics(values)), np.empty((len(COMPARTMENT_NAMES), 1))
    answer = solve_ivp(
        lambda _, y: batch.rates(y[:, None], out)[:, 0].copy(),
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


def roadrunner_solver(rtol: float, atol: float) -> Solver:
    """Return libRoadRunner on the referee's model, loaded once; a scenario sets its parameters."""
    antimony = import_module("antimony")
    antimony.clearPreviousLoads()
    antimony.loadAntimonyString(ANTIMONY.read_text("utf-8"))
    runner = import_module("roadrunner").RoadRunner(antimony.getSBMLString(antimony.getMainModuleName()))
    runner.integrator.relative_tolerance, runner.integrator.absolute_tolerance = rtol, atol
    runner.selections = list(COMPARTMENT_NAMES)

    def one(names: Sequence[str], row: Sequence[float]) -> Array:
        runner.reset()
        for name, value in zip(names, row, strict=True):
            runner[name] = value
        return np.array(runner.simulate(0, DAYS[-1], SAMPLES))

    def solve(columns: Columns) -> Array:
        scenarios = np.stack(list(columns.values()), axis=1).tolist()
        return np.stack([one(list(columns), row) for row in scenarios], axis=2)

    return Solver(f"libRoadRunner, rtol {rtol:g}", solve, batched=False)


def error_of(states: Array, reference: Array) -> float:
    """Return the largest relative error of any compartment at any sample after the start."""
    return float(np.abs(states[1:] / reference[1:] - 1).max())


def tuned(make: Callable[[float], Solver], columns: Columns, reference: Array) -> Solver:
    """Return a solver at the loosest tolerance of the ladder that reaches the wanted accuracy."""
    for rtol in LADDER:
        solver = make(rtol)
        if error_of(solver.solve(columns), reference) <= WANTED:
            return solver
    raise RuntimeError(f"{make(LADDER[-1]).name} does not reach {WANTED:g}.")


def others(columns: Columns, reference: Array) -> list[Solver]:
    """Return the solvers to race with, each tuned to the wanted accuracy."""
    found = [tuned(lambda rtol, m=m: scipy_solver(m, rtol, rtol), columns, reference) for m in ("LSODA", "Radau")]
    try:
        found.append(tuned(lambda rtol: roadrunner_solver(rtol, rtol), columns, reference))
    except ImportError as error:
        print(f"Without libRoadRunner ({error}): python -m pip install '.[referee]'")
    return found


def peak_memory(count: int) -> float:
    """Return how much the peak memory of a fresh process grows by a sweep; read as Linux tells it. [MB]"""
    code = MEMORY.format(years=YEARS, samples=SAMPLES, count=count)
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


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
    solve(scenario, 361)  # what `simulate` remembers
    return 1e3 * statistics.median(seconds(lambda: solve(scenario, 361)) for _ in range(20))


def print_race(solvers: Sequence[Solver]) -> None:
    """Print each solver's time a scenario, and how many times ours it is."""
    print(f"\nMicroseconds a scenario (median; unbatched solvers from {SUBSET} scenarios where there are more):")
    print(f"  {'N':>6} " + "".join(f"{solver.name:>28}" for solver in solvers))
    ratios: dict[str, float] = {}
    for size in SIZES:
        times = race(solvers, size)
        ratios = {solver.name: t / times[0] for solver, t in zip(solvers, times, strict=True)}
        print(f"  {size:6} " + "".join(f"{t:28,.1f}" for t in times))
        print(f"  {'ratio':>6} " + "".join(f"{ratio:28,.2f}" for ratio in ratios.values()))
    for name, goal in GOALS.items():
        for found in (ratio for solver, ratio in ratios.items() if name in solver):
            print(f"{'Reached' if found >= goal else 'Missed'}: {found:.0f} times faster than {name}, wanted {goal}.")


def main() -> None:
    """Print the tables."""
    columns = random_settings(SUBSET)
    reference = scipy_solver("Radau", 1e-11, 1e-9).solve(columns)
    solvers = [Solver("this project, run_model", ours, batched=True), *others(columns, reference)]
    print(f"{SAMPLES} samples over {YEARS} years, settings drawn evenly from the whole range (seed {SEED}).")
    if hasattr(os, "getloadavg"):
        print(f"Load of the machine at the start: {os.getloadavg()[0]:.2f} on {os.cpu_count()} processors.")
    print(f"\nLargest relative error against Radau (rtol 1e-11), all compartments and samples, {SUBSET} scenarios:")
    errors = [error_of(solver.solve(columns), reference) for solver in solvers]
    for solver, error in zip(solvers, errors, strict=True):
        print(f"  {solver.name:28} {error:9.1e}")
    if errors[0] > WANTED:
        raise SystemExit(f"Not accurate: {errors[0]:.1e}, wanted {WANTED:g}.")
    print_race(solvers)
    print(f"\nPeak memory of a sweep of {SIZES[-1]:,} scenarios: {peak_memory(SIZES[-1]):.0f} MB more than before it.")
    milliseconds = frame()
    fits = "fits" if milliseconds <= FRAME else "does not fit"
    print(f"\nOne scenario, 361 samples over 30 years: {milliseconds:.1f} ms (median of 20),")
    print(f"which {fits} in one display frame ({FRAME:g} ms).")


if __name__ == "__main__":
    main()
