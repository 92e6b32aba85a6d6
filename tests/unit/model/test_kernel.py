"""The generated code says what the laws say: values, derivatives, linear solve."""

from collections.abc import Mapping, Sequence
from itertools import permutations

import numpy as np
import pytest
from support import laws

from sim.model.equations import COMPARTMENT_NAMES, FLUXES, KERNEL, Flux, start_state
from sim.model.kernel import Kernel
from sim.model.parameters import DEFAULTS
from sim.model.solver import GAMMA, MAX_HALVINGS
from sim.runs.run import MESH, run_model

CASES = range(20)
N = len(COMPARTMENT_NAMES)
# Shifts the solver asks for, from the longest step to the shortest of the last rescue.
SHIFTS = 1 / (GAMMA * np.geomspace(MESH.first / 2**MAX_HALVINGS, MESH.longest, 5))


def case(seed: int) -> tuple[dict[str, float], dict[str, float]]:
    """Return a random state and random controls and parameters; every fourth has the default parameters."""
    rng = np.random.default_rng(seed)
    values = laws.random_values(rng)
    if seed % 4 == 0:
        values = {**DEFAULTS, **{name: values[name] for name in ("calcium", "vitamin_d", "vitamin_k2")}}
    return laws.random_state(rng), values


def column(state: Mapping[str, float]) -> np.ndarray:
    return np.array([[state[name]] for name in COMPARTMENT_NAMES])


def relative_to_column(found: np.ndarray, expected: np.ndarray) -> float:
    """Return the largest difference, relative to the largest entry in its column."""
    scale = np.maximum(np.abs(expected).max(axis=0), 1e-300)
    return float((np.abs(found - expected) / scale).max())


@pytest.mark.parametrize("seed", CASES)
def test_rates_are_what_the_laws_say_flux_by_flux(seed: int) -> None:
    state, values = case(seed)
    found = KERNEL.rates(column(state), KERNEL.static(values), np.empty((N, 1)))[:, 0]
    expected = np.array(laws.rates(state, values))
    biggest = max(abs(laws.evaluate(state, values)[flux.name]) for flux in FLUXES)
    np.testing.assert_allclose(found, np.real(expected), rtol=0, atol=1e-13 * biggest)  # rounding of the largest flux


@pytest.mark.parametrize("seed", CASES)
def test_the_jacobian_is_the_complex_step_derivative_of_the_laws(seed: int) -> None:
    state, values = case(seed)
    found = KERNEL.jacobian(column(state)[:, 0], values)
    assert relative_to_column(found, laws.jacobian(state, values)) < 1e-9  # an error of 1 % in one entry shows


@pytest.mark.parametrize("seed", CASES)
def test_each_column_of_the_jacobian_sums_to_zero(seed: int) -> None:
    state, values = case(seed)
    jacobian = KERNEL.jacobian(column(state)[:, 0], values)
    # What leaves one compartment enters another: only rounding of the entries is left.
    assert np.all(np.abs(jacobian.sum(axis=0)) <= 1e-14 * np.abs(jacobian).max(axis=0))


@pytest.mark.parametrize("shift", SHIFTS)
def test_the_linear_solve_agrees_with_numpy(shift: float) -> None:
    for seed in CASES:
        state, values = case(seed)
        right = np.random.default_rng(seed).normal(size=(N, 1)) * 1000
        matrix = shift * np.eye(N) - KERNEL.jacobian(column(state)[:, 0], values)
        factors = KERNEL.factorise(column(state), KERNEL.static(values), shift)
        found = KERNEL.solve(factors, right.copy(), np.empty((N, 1)))
        expected = np.linalg.solve(matrix, right)
        # Conditions reach 1e4, so twelve of sixteen digits are left.
        assert np.abs(found - expected).max() <= 1e-11 * np.abs(expected).max()


def test_the_linear_solve_of_a_model_where_everything_flows_everywhere_agrees_with_numpy() -> None:
    names = ("a", "b", "c", "d", "e")
    kernel = Kernel(
        names, {}, {f"{s}{t}": (s, t, f"k_{s} * {s} + k_{t} * {s} * {t}") for s, t in permutations(names, 2)}
    )
    values = {f"k_{name}": 0.1 + 0.2 * i for i, name in enumerate(names)}
    state, right = np.array([[1.0], [2.0], [0.5], [3.0], [1.5]]), np.array([[1.0], [-4.0], [2.0], [0.0], [7.0]])
    matrix = 20 * np.eye(5) - kernel.jacobian(state[:, 0], values)
    found = kernel.solve(kernel.factorise(state, kernel.static(values), 20.0), right, np.empty((5, 1)))
    np.testing.assert_allclose(found, np.linalg.solve(matrix, right), rtol=1e-12)  # well conditioned


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
        jacobian = np.moveaxis(KERNEL.jacobian(state, values), -1, 0)
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
        assert KERNEL.jacobian(column(state)[:, 0], values)[row, by] >= 0


def assert_same(numbers: Sequence, arrays: Sequence) -> None:
    for number, array in zip(numbers, arrays, strict=True):
        np.testing.assert_allclose(array, np.broadcast_to(number, np.shape(array)), rtol=1e-12, atol=0)


@pytest.mark.parametrize("seed", CASES)
def test_plain_numbers_and_arrays_give_the_same(seed: int) -> None:
    state, values = case(seed)
    single, pair = column(state), column(state).repeat(2, axis=1)
    static, statics = KERNEL.static(values), KERNEL.static({n: np.full(2, v) for n, v in values.items()})
    assert not any(isinstance(value, np.ndarray) for value in static)
    assert_same(static, statics)

    rate, rates = KERNEL.rates(single, static, single.copy()), KERNEL.rates(pair, statics, pair.copy())
    # A rate is a difference of fluxes up to some thousand mg/day: its rounding is theirs.
    np.testing.assert_allclose(rates, rate.repeat(2, axis=1), rtol=1e-12, atol=1e-11)

    factors, several = KERNEL.factorise(single, static, 2.5), KERNEL.factorise(pair, statics, 2.5)
    assert_same(factors, several)
    solution, solutions = KERNEL.solve(factors, single, single.copy()), KERNEL.solve(several, pair, pair.copy())
    np.testing.assert_allclose(solutions, solution.repeat(2, axis=1), rtol=1e-12)


@pytest.mark.parametrize("count", [1, 3])
def test_rates_and_solve_leave_their_inputs_alone(count: int) -> None:
    state = start_state(DEFAULTS, count)
    before = state.copy()
    static = KERNEL.static(DEFAULTS)
    KERNEL.rates(state, static, np.empty_like(state))
    KERNEL.solve(KERNEL.factorise(state, static, 1.0), state, np.empty_like(state))
    np.testing.assert_array_equal(state, before)


# Milligrams a day at most that may leave an empty compartment. The kidney's smooth threshold leaves
# k_urine * w**2 / (4 * urine_threshold) = 0.38 mg/day, 0.3 % of what it passes at rest; deposition follows its
# fifth root, 0.3 of its baseline. Food is bookkeeping: what is eaten is a setting, and its store outlasts every run.
LEFT_WHEN_EMPTY = {"urinary_excretion": 0.4, "arterial_deposition": 0.01}


@pytest.mark.parametrize("flux", [f for f in FLUXES if f.source != "diet"], ids=lambda f: f.name)
def test_nothing_flows_out_of_an_empty_compartment(flux: Flux) -> None:
    state = start_state(DEFAULTS, 1)
    state[COMPARTMENT_NAMES.index(flux.source)] = 0
    assert 0 <= float(np.max(KERNEL.named(state, DEFAULTS)[flux.name])) <= LEFT_WHEN_EMPTY.get(flux.name, 0)


def test_a_model_of_two_compartments_worked_by_hand() -> None:
    kernel = Kernel(("a", "b"), {"speed": "k / 2"}, {"out": ("a", "b", "speed * a"), "back": ("b", "a", "k * b * b")})
    values = {"k": 4.0}
    assert kernel.rates(np.array([[3.0], [5.0]]), kernel.static(values), np.empty((2, 1))).tolist() == [[94], [-94]]
    np.testing.assert_array_equal(kernel.jacobian(np.array([3.0, 5.0]), values), [[-2, 40], [2, -40]])
    assert kernel.depends("out", "a")
    assert kernel.depends("out", "k")
    assert not kernel.depends("out", "b")


def test_a_model_without_parameters_works_too() -> None:
    kernel = Kernel(("a", "b"), {}, {"out": ("a", "b", "2 / a")})
    assert kernel.rates(np.array([[4.0], [0.0]]), kernel.static({}), np.empty((2, 1))).tolist() == [[-0.5], [0.5]]


@pytest.mark.parametrize(("law", "value"), [("k / a", 0.0), ("k * a**3", 1e200), ("k * exp(a)", 1e4)])
def test_where_python_refuses_plain_numbers_the_rates_are_infinite_as_in_a_batch(law: str, value: float) -> None:
    kernel = Kernel(("a", "b"), {}, {"out": ("a", "b", law)})
    with np.errstate(all="ignore"):
        one, two = (kernel.rates(np.full((2, n), value), kernel.static({"k": 1.0}), np.empty((2, n))) for n in (1, 2))
    np.testing.assert_array_equal(one[:, 0], two[:, 0])
    np.testing.assert_array_equal(one[:, 0], [-np.inf, np.inf])


def test_where_python_refuses_what_is_computed_once_a_run_it_is_infinite_as_in_a_batch() -> None:
    kernel = Kernel(("a", "b"), {}, {"out": ("a", "b", "k / h * a")})
    with np.errstate(all="ignore"):
        one, two = (kernel.static({"k": 1.0, "h": h}) for h in (0.0, np.zeros(2)))
        found = kernel.rates(np.ones((2, 1)), one, np.empty((2, 1)))
        expected = kernel.rates(np.ones((2, 2)), two, np.empty((2, 2)))
    np.testing.assert_array_equal(found[:, 0], [-np.inf, np.inf])
    np.testing.assert_array_equal(expected[:, 0], [-np.inf, np.inf])
