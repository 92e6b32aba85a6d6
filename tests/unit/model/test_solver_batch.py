"""Many scenarios at once: each result is that scenario's own, and failures have a name."""

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.small_problems import Small, explosion, linear

from sim import Scenario, simulate
from sim.model import solver
from sim.model.equations import KERNEL, Batch, start_state
from sim.model.parameters import DAYS_PER_YEAR, DEFAULTS
from sim.model.solver import integrate
from sim.runs import run
from sim.runs.run import run_model

TURNING = np.array([[0.0, 1.0], [-1.0, 0.0]])
MESH = np.linspace(0, 3, 31)
COARSE = np.linspace(0, 3, 7)
TIMES = np.linspace(0, 3, 7)
TOLERANCE = {"rtol": 1e-6, "atol": 1e-6}
DAYS = np.linspace(0, 30, 37) * DAYS_PER_YEAR


def turn(speeds: list[float], **options: Any) -> np.ndarray:
    """Solve the turning wheel at several speeds from (1, 0)."""
    start = np.array([[1.0], [0.0]]).repeat(len(speeds), axis=1)
    return integrate(linear(TURNING, speeds), start, TIMES, boundaries=MESH, **{**TOLERANCE, **options})


# The rescue.


def test_a_scenario_that_needs_shorter_steps_is_solved_again_and_the_others_stay_bitwise_the_same() -> None:
    rescued = turn([1.0, 40.0, 0.5, 1.5])
    undisturbed = turn([1.0, 1.0, 0.5, 1.5])
    np.testing.assert_array_equal(rescued[:, :, [0, 2, 3]], undisturbed[:, :, [0, 2, 3]])
    # Not more than the tolerance of a step times the number of steps; measured 2e-6.
    np.testing.assert_allclose(rescued[:, 0, 1], np.cos(40 * TIMES), rtol=0, atol=1e-5)


def test_only_those_above_the_tolerance_are_solved_again() -> None:
    problem = linear(TURNING, [1.0, 40.0, 0.5, 80.0])
    start = np.array([[1.0], [0.0]]).repeat(4, axis=1)
    integrate(problem, start, TIMES, boundaries=MESH, **TOLERANCE)
    first, *again = problem.selected
    assert first == (0, 1, 2, 3)
    assert again[0] == (1, 3)
    assert again[-1] == (3,)  # twice as fast, so it needs one halving more
    assert all(set(chosen) <= {1, 3} for chosen in again)


@pytest.mark.parametrize("compartment", [0, 1, 2])
def test_the_error_of_every_compartment_counts(compartment: int) -> None:
    speeds = np.full(3, -0.1)
    speeds[compartment] = -20  # a step of the first mesh is too long for this one alone
    found = integrate(linear(np.diag(speeds)), np.ones((3, 1)), TIMES, boundaries=COARSE, **TOLERANCE)
    np.testing.assert_allclose(found[:, :, 0], np.exp(np.outer(TIMES, speeds)), rtol=0, atol=1e-5)  # a few tolerances


def test_a_rescued_scenario_does_not_depend_on_its_company() -> None:
    np.testing.assert_allclose(turn([0.5, 40.0, 80.0])[:, :, 1], turn([40.0])[:, :, 0], rtol=0, atol=1e-13)  # rounding


# The failure.


def test_a_scenario_that_blows_up_is_an_error_naming_scenario_and_time() -> None:
    with pytest.raises(RuntimeError, match=r"scenario 1 after time \S+:") as error:
        integrate(explosion([0.1, 1.0, 0.2]), np.ones((1, 3)), TIMES, boundaries=COARSE, **TOLERANCE)
    found = re.search(r"after time (\S+):", str(error.value))
    assert found
    assert 0.9 < float(found[1]) <= 1  # the pole is at 1


@pytest.mark.parametrize("count", [1, 3])
def test_rates_that_are_not_a_number_are_an_error_at_once(count: int) -> None:
    broken = Small(lambda y, _: y * np.nan, lambda y, _: np.zeros((y.shape[1], 1, 1)), np.ones(count))
    with pytest.raises(RuntimeError, match="scenario 0 after time 0:"):
        integrate(broken, np.ones((1, count)), TIMES, boundaries=MESH, **TOLERANCE)


def test_the_error_names_the_right_scenario_of_a_batch_cut_into_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "CHUNK", 2)
    with pytest.raises(RuntimeError, match="scenario 4 after time"):
        integrate(explosion([0.1, 0.1, 0.2, 0.1, 1.0, 0.1]), np.ones((1, 6)), TIMES, boundaries=COARSE, **TOLERANCE)


def test_the_error_names_the_shortest_step_that_was_tried() -> None:
    with pytest.raises(RuntimeError, match="even the shortest step") as error:
        integrate(explosion(), np.ones((1, 1)), TIMES, boundaries=COARSE, **TOLERANCE)
    found = re.search(r"shortest step, (\S+), is", str(error.value))
    assert found
    tried = COARSE[1] / 2 ** (solver.MAX_HALVINGS - 1)  # the first of these tries is the mesh itself
    assert float(found[1]) == pytest.approx(tried, rel=0.01)  # the message has three digits


def test_a_run_that_cannot_be_solved_says_which_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "RTOL", 0.0)
    monkeypatch.setattr(run, "ATOL", 1e-30)
    with pytest.raises(RuntimeError, match=r"Scenario\(calcium=2001.*after time"):
        simulate(Scenario(calcium=2001))


# Batch, single, permuted, cut, sampled otherwise, restarted: the same numbers.


def random_settings(count: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(8)
    return {
        "calcium": rng.uniform(200, 2500, count),
        "vitamin_d": rng.uniform(0, 10_000, count),
        "vitamin_k2": rng.uniform(0, 500, count),
    }


def solve(columns: dict[str, np.ndarray], days: np.ndarray = DAYS) -> np.ndarray:
    return run_model({**DEFAULTS, **columns}, days, len(columns["calcium"]))


def assert_same(found: np.ndarray, expected: np.ndarray) -> None:
    # NumPy's and C's exp may differ in the last digit, and sums of a batch may be added in another order.
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-9)  # mg


def test_each_scenario_of_a_batch_is_what_it_is_alone() -> None:
    columns = random_settings(12)
    batch = solve(columns)
    for i in range(12):
        alone = run_model({**DEFAULTS, **{name: float(c[i]) for name, c in columns.items()}}, DAYS)
        assert_same(batch[:, :, i], alone[:, :, 0])


@settings(deadline=None, max_examples=10)
@given(st.permutations(range(9)))
def test_a_batch_in_another_order_gives_the_same_numbers_in_that_order(order: list[int]) -> None:
    columns = random_settings(9)
    moved = solve({name: column[order] for name, column in columns.items()})
    assert_same(moved, solve(columns)[:, :, order])


def test_a_batch_cut_into_chunks_gives_the_same_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = solve(random_settings(11))
    monkeypatch.setattr(solver, "CHUNK", 4)
    assert_same(solve(random_settings(11)), whole)


def test_each_scenario_of_a_chunk_has_its_own_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver, "CHUNK", 2)
    start = np.array([[1.0, 2.0, 3.0, 4.0, 5.0]])
    found = integrate(linear(np.array([[-1.0]]), np.ones(5)), start, TIMES, boundaries=MESH, **TOLERANCE)
    np.testing.assert_allclose(found[:, 0, :], np.exp(-TIMES)[:, None] * start, rtol=1e-6)  # the tolerance


def test_a_value_shared_by_all_scenarios_may_be_a_number_or_an_array() -> None:
    columns = random_settings(5)
    shared = solve({**columns, "k_passive": np.full(5, DEFAULTS["k_passive"])})
    assert_same(shared, solve(columns))


def test_states_do_not_depend_on_how_many_samples_are_asked_for() -> None:
    few = solve(random_settings(3), DAYS[[0, 12, 36]])
    assert_same(few, solve(random_settings(3))[[0, 12, 36]])


def test_a_run_stopped_and_taken_up_again_goes_on_the_same_way() -> None:
    columns = random_settings(5)
    problem = Batch(KERNEL.static({**DEFAULTS, **columns}))
    state = start_state({**DEFAULTS, **columns}, 5)
    for _ in range(3):
        boundaries = run.MESH.boundaries(DAYS[-1] / 3)
        state = integrate(problem, state, boundaries[[0, -1]], boundaries=boundaries, rtol=1e-4, atol=1e-3)[-1]
    # Each of the two is within the model's 1e-6 of the truth.
    np.testing.assert_allclose(state, solve(columns)[-1], rtol=2e-6)
