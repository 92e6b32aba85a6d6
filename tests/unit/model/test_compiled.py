"""The generated code says what the laws say: values, derivatives, linear solve."""

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from support import laws

from sim.model import compiled
from sim.model.equations import COMPARTMENT_NAMES, FLUXES, Flux
from sim.model.parameters import DEFAULTS
from sim.model.problem import Batch, named, start_state, statics
from sim.model.solver import GAMMA, MAX_HALVINGS
from sim.runs.scenario import MESH, run_model

Array = NDArray[np.float64]
CASES = range(20)
N = len(COMPARTMENT_NAMES)
# Shifts the solver asks for, from the longest step to the shortest of the last rescue.
SHIFTS = 1 / (GAMMA * np.geomspace(MESH.first / 2**MAX_HALVINGS, MESH.longest, 5))


def case(seed: int) -> tuple[Array, dict[str, float]]:
    """Return a random state and random controls and parameters; every fourth has the default parameters."""
    rng = np.random.default_rng(seed)
    values = laws.random_values(rng)
    if seed % 4 == 0:
        values = {**DEFAULTS, **{name: values[name] for name in ("calcium", "vitamin_d", "vitamin_k2")}}
    return laws.random_state(rng), values


def batches(values: Mapping[str, float]) -> tuple[Batch, Batch]:
    """Return the problem of one scenario, in plain numbers, and of the same scenario twice, in arrays."""
    return Batch(statics(values)), Batch(statics({name: np.full(2, value) for name, value in values.items()}))


def solution(batch: Batch, state: Array, shift: float, right: Array) -> Array:
    """Return x of ``(shift * I - Jacobian) x = right``, which like the state has a column for each scenario."""
    return batch.solve(batch.factorise(state, shift), right, np.empty_like(right))


@pytest.mark.parametrize("seed", CASES)
def test_every_quantity_and_flux_is_what_its_law_says(seed: int) -> None:
    state, values = case(seed)
    known, expected = named(state, values), laws.evaluate(state, values)
    for name in compiled.NAMED:
        assert known[name] == pytest.approx(expected[name], rel=1e-12), name


@pytest.mark.parametrize("seed", CASES)
def test_rates_are_what_the_laws_say_flux_by_flux(seed: int) -> None:
    state, values = case(seed)
    biggest = max(abs(laws.evaluate(state, values)[flux.name]) for flux in FLUXES)
    for count, batch in enumerate(batches(values), 1):
        column = state[:, None].repeat(count, axis=1)
        rates = batch.rates(column, np.empty_like(column))
        expected = laws.rates(state, values)[:, None].repeat(count, axis=1)
        np.testing.assert_allclose(rates, expected, rtol=0, atol=1e-13 * biggest)  # rounding of the largest flux
        assert np.all(np.abs(rates.sum(axis=0)) <= 1e-13 * biggest)  # what leaves one compartment enters another


@pytest.mark.parametrize("seed", CASES)
def test_the_linear_solve_is_that_of_the_derivatives_of_the_laws(seed: int) -> None:
    state, values = case(seed)
    jacobian = laws.jacobian(state, values)
    for shift in SHIFTS:
        inverse = np.linalg.inv(shift * np.eye(N) - jacobian)
        for count, batch in enumerate(batches(values), 1):
            column = state[:, None].repeat(count, axis=1)
            for i, right in enumerate(np.eye(N)):
                x = solution(batch, column, shift, right[:, None].repeat(count, axis=1))
                expected = inverse[:, i, None].repeat(count, axis=1)
                # Each entry by itself: an error of 1e-6 in one derivative shows. Conditions reach 1e4.
                np.testing.assert_allclose(x, expected, rtol=1e-10, atol=1e-14 / shift)


def test_no_pivot_is_needed_because_every_column_is_diagonally_dominant() -> None:
    rng = np.random.default_rng(3)
    count = 200
    settings = {
        "calcium": rng.uniform(200, 2500, count),
        "vitamin_d": rng.uniform(0, 10_000, count),
        "vitamin_k2": rng.uniform(0, 500, count),
    }
    values = {**DEFAULTS, **settings}
    for state in run_model(values, np.array([0, 0.1, 1, 30, 365, 3650, 10_957]), count):
        jacobian = np.moveaxis(laws.jacobian(state, values), -1, 0)
        for shift in (SHIFTS.min(), SHIFTS.max()):
            matrix = np.abs(shift * np.eye(N) - jacobian)
            diagonal = np.diagonal(matrix, axis1=1, axis2=2)
            assert np.all(diagonal > matrix.sum(axis=1) - diagonal)


PAIRS = list(permutations(COMPARTMENT_NAMES, 2))


@pytest.mark.parametrize(("source", "target"), PAIRS, ids=[f"{s}-{t}" for s, t in PAIRS])
def test_off_diagonal_entries_of_the_jacobian_are_not_negative(source: str, target: str) -> None:
    row, by = COMPARTMENT_NAMES.index(target), COMPARTMENT_NAMES.index(source)
    for seed in CASES:
        state, values = case(seed)
        assert laws.jacobian(state, values)[row, by] >= 0


def assert_same(numbers: Sequence[Any], arrays: Sequence[Any]) -> None:
    for value, array in zip(numbers, arrays, strict=True):
        np.testing.assert_allclose(array, np.broadcast_to(value, np.shape(array)), rtol=1e-12, atol=0)


@pytest.mark.parametrize("seed", CASES)
def test_plain_numbers_and_arrays_give_the_same(seed: int) -> None:
    state, values = case(seed)
    one, two = batches(values)
    single, pair = state[:, None], state[:, None].repeat(2, axis=1)
    assert not any(isinstance(value, np.ndarray) for value in one.known)
    assert_same(one.known, two.known)
    # A rate is a difference of fluxes up to some thousand mg/day: its rounding is theirs.
    rates = one.rates(single, np.empty_like(single)).repeat(2, axis=1)
    np.testing.assert_allclose(two.rates(pair, np.empty_like(pair)), rates, rtol=1e-12, atol=1e-11)
    assert_same(one.factorise(single, 2.5), two.factorise(pair, 2.5))
    np.testing.assert_allclose(solution(two, pair, 2.5, pair), solution(one, single, 2.5, single).repeat(2, 1), 1e-12)


@pytest.mark.parametrize("count", [1, 3])
def test_rates_and_solve_leave_their_inputs_alone(count: int) -> None:
    state = start_state(DEFAULTS, count)
    before = state.copy()
    batch = Batch(statics(DEFAULTS))
    batch.rates(state, np.empty_like(state))
    solution(batch, state, 1.0, state)
    np.testing.assert_array_equal(state, before)


def test_one_problem_answers_for_any_number_of_scenarios() -> None:
    batch, single = Batch(statics(DEFAULTS)), start_state(DEFAULTS, 1)
    expected = solution(batch, single, 1.0, batch.rates(single, np.empty_like(single)))
    for count in (2, 3, 2):
        state = single.repeat(count, axis=1)
        found = solution(batch, state, 1.0, batch.rates(state, np.empty_like(state)))
        np.testing.assert_allclose(found, expected.repeat(count, axis=1), rtol=1e-9, atol=1e-9)  # rates near zero


# Milligrams a day at most that may leave an empty compartment. The kidney's smooth threshold leaves
# k_urine * w**2 / (4 * urine_threshold) = 0.38 mg/day, 0.3 % of what it passes at rest; deposition follows its
# fifth root, 0.3 of its baseline. Food is bookkeeping: what is eaten is a setting, and its store outlasts every run.
LEFT_WHEN_EMPTY = {"urinary_excretion": 0.4, "arterial_deposition": 0.01}


@pytest.mark.parametrize("flux", [f for f in FLUXES if f.source != "diet"], ids=lambda f: f.name)
def test_nothing_flows_out_of_an_empty_compartment(flux: Flux) -> None:
    state = start_state(DEFAULTS, 1)
    state[COMPARTMENT_NAMES.index(flux.source)] = 0
    assert 0 <= float(np.max(named(state, DEFAULTS)[flux.name])) <= LEFT_WHEN_EMPTY.get(flux.name, 0)


REFUSED = [("gut", -DEFAULTS["gut_half_saturation"]), ("blood", 1e6), ("blood", 1e200)]
"""Where Python's plain numbers raise an error: division by zero, an exponential beyond all numbers."""


@pytest.mark.parametrize(("compartment", "amount"), REFUSED)
def test_where_python_refuses_plain_numbers_the_answer_is_that_of_a_batch(compartment: str, amount: float) -> None:
    state = start_state(DEFAULTS, 1)
    state[COMPARTMENT_NAMES.index(compartment)] = amount
    one, two = batches(DEFAULTS)
    with np.errstate(all="ignore"):
        pair = two.rates(state.repeat(2, axis=1), np.empty((N, 2)))
        np.testing.assert_allclose(one.rates(state, np.empty((N, 1))).repeat(2, axis=1), pair, rtol=1e-12)
        assert_same(one.factorise(state, 1.0), two.factorise(state.repeat(2, axis=1), 1.0))


@pytest.mark.parametrize(
    "values", [{"blood_baseline": 0.0}, {"reference_calcium": -190.0, "absorption_capacity": -99.0}]
)
def test_where_python_refuses_what_is_computed_once_a_run_it_is_that_of_a_batch(values: dict[str, float]) -> None:
    # Division by zero, and the root of a negative number.
    with np.errstate(all="ignore"):
        one = statics({**DEFAULTS, **values})
        two = statics({**DEFAULTS, **{name: np.full(2, value) for name, value in values.items()}})
    assert not all(map(np.all, map(np.isfinite, one)))
    assert_same(one, two)
