"""The method itself: order, exactness, damping, dense output, error control, the mesh."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.linalg import expm
from support.small_problems import Array, kaps, kaps_answer, linear

from sim.model.solver import GAMMA, STAGES, Mesh, integrate, step

ANY_ERROR = {"rtol": 1e6, "atol": 1e6}  # no step is ever refused: what is measured is the mesh given


def slope(steps: list[int], errors: list[float]) -> float:
    """Return the order: how the logarithm of the error falls with that of the number of steps."""
    return float(-np.polyfit(np.log(steps), np.log(errors), 1)[0])


def test_order_of_convergence_is_5() -> None:
    steps = [16, 32, 64, 128]  # coarser is not yet in the limit, finer meets rounding
    times = np.array([0.0, 2.0])
    ends = [
        integrate(kaps(), np.ones((2, 1)), times, boundaries=np.linspace(0, 2, n + 1), **ANY_ERROR)[-1, :, 0]
        for n in steps
    ]
    errors = [float(np.abs(end - kaps_answer(times)[-1]).max()) for end in ends]
    assert slope(steps, errors) == pytest.approx(5, abs=0.3)


def test_dense_output_has_the_order_of_the_steps_or_one_less() -> None:
    steps = [8, 16, 32, 64]
    times = np.linspace(0, 2, 997)  # falls at nearly every fraction of a step
    errors = [
        float(
            np.abs(
                integrate(kaps(), np.ones((2, 1)), times, boundaries=np.linspace(0, 2, n + 1), **ANY_ERROR)[:, :, 0]
                - kaps_answer(times)
            ).max()
        )
        for n in steps
    ]
    assert slope(steps, errors) > 4
    assert errors[-1] < 1e-9  # measured 4e-10; an interpolant wrong in one coefficient's 6th digit gives more


def test_a_linear_problem_is_solved_like_the_matrix_exponential_at_every_sample() -> None:
    rng = np.random.default_rng(5)
    matrix = rng.normal(size=(4, 4)) - 2 * np.eye(4)
    start, speeds = rng.normal(size=(4, 3)), np.array([0.3, 1.0, 2.0])
    times = np.sort(np.concatenate([[0, 3], rng.uniform(0, 3, 40)]))
    found = integrate(linear(matrix, speeds), start, times, boundaries=np.linspace(0, 3, 601), rtol=1e-6, atol=1e-9)
    exact = np.array([[expm(speed * t * matrix) @ y for speed, y in zip(speeds, start.T, strict=True)] for t in times])
    # 600 steps of order 5, measured 2e-12: one part in a million in the tableau would show.
    np.testing.assert_allclose(found, np.moveaxis(exact, 1, 2), rtol=0, atol=1e-11)


def test_samples_at_step_boundaries_and_at_both_ends_are_the_steps_themselves() -> None:
    boundaries = np.array([0, 0.5, 1.0, 2.0])
    dense = integrate(kaps(), np.ones((2, 1)), boundaries, boundaries=boundaries, **ANY_ERROR)
    stages = np.ones((STAGES + 2, 2, 1))
    np.testing.assert_array_equal(dense[0], stages[0])
    for row, h in enumerate(np.diff(boundaries), start=1):
        step(kaps(), h, stages, np.empty((3, 2, 1)))
        stages[0] = stages[-1]
        np.testing.assert_allclose(dense[row], stages[-1], rtol=1e-14)  # rounding of the sum of the parts


@pytest.mark.parametrize("speed", [1e3, 1e6, 1e12])
def test_a_huge_step_damps_a_stiff_part_at_once(speed: float) -> None:
    slow_and_stiff = linear(np.array([[-0.1, 0.0], [0.0, -speed]]))
    stages = np.ones((STAGES + 2, 2, 1))
    step(slow_and_stiff, 1.0, stages, np.empty((3, 2, 1)))
    end = stages[-1, :, 0]
    # An L-stable method leaves about 1 / (GAMMA * speed) times a small factor (measured 2.7); others keep about 1.
    assert abs(end[1]) < 5 / (GAMMA * speed)
    assert end[0] == pytest.approx(np.exp(-0.1), rel=1e-6)


def test_a_stiff_nonlinear_problem_costs_no_more_steps_than_a_mild_one() -> None:
    times = np.linspace(0, 2, 41)
    stiffness = np.array([1.0, 1e3, 1e6, 1e9])
    found = integrate(kaps(stiffness), np.ones((2, 4)), times, boundaries=np.linspace(0, 2, 65), **ANY_ERROR)
    # The order falls a little where stiff and slow parts meet: 2e-7 at worst instead of 4e-10.
    np.testing.assert_allclose(found, np.repeat(kaps_answer(times)[:, :, None], 4, axis=2), rtol=0, atol=1e-6)


@pytest.mark.parametrize("rtol", [1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8])
def test_the_true_error_stays_within_the_tolerance_whatever_mesh_is_tried_first(rtol: float) -> None:
    turning = np.array([[0.0, 1.0], [-1.0, 0.0]])
    times = np.linspace(0, 6, 61)
    start = np.array([[1.0], [0.0]])
    found = integrate(linear(turning), start, times, boundaries=np.array([0, 6.0]), rtol=rtol, atol=rtol)
    exact = np.stack([np.cos(times), -np.sin(times)], axis=1)
    assert np.abs(found[:, :, 0] - exact).max() < rtol


def test_what_is_conserved_stays_so() -> None:
    exchange = np.array([[-3.0, 1e-3, 0.0], [3.0, -2.001, 0.5], [0.0, 2.0, -0.5]])  # columns sum to zero
    start = np.array([[1.0], [10.0], [1e6]])
    found = integrate(linear(exchange), start, np.linspace(0, 9, 50), boundaries=np.linspace(0, 9, 20), **ANY_ERROR)
    # Any Rosenbrock method keeps a linear invariant: only rounding is left.
    np.testing.assert_allclose(found.sum(axis=1), start.sum(), rtol=1e-14)


@given(
    end=st.floats(1, 11_000),
    first=st.floats(1e-3, 1),
    growth=st.floats(1.05, 2.5),
    longest=st.floats(1.5, 1000),
)
def test_a_mesh_starts_short_grows_by_its_factor_at_most_and_ends_at_the_end(
    end: float, first: float, growth: float, longest: float
) -> None:
    times: Array = Mesh(first, growth, end / 3, growth, longest).boundaries(end)
    steps = np.diff(times)
    assert times[0] == 0
    assert times[-1] == end
    assert np.all(steps > 0)
    # Differences of rounded times: their last digits, at worst against the shortest step.
    blur = 1e-9
    assert steps[0] <= first * (1 + blur)
    assert steps.max() <= longest * (1 + blur)
    assert np.all(steps[1:] <= steps[:-1] * growth * (1 + blur) + blur)


def test_a_mesh_worked_by_hand() -> None:
    np.testing.assert_allclose(Mesh(1, 2, 99, 2, 3).boundaries(9), [0, 1, 3, 6, 9])  # 1 + 2, then two even steps of 3
    np.testing.assert_allclose(Mesh(1, 2, 99, 2, 100).boundaries(5), [0, 1, 3, 5])  # 1 + 2 + 4, cut at the end
    np.testing.assert_allclose(Mesh(1, 1, 2, 3, 9).boundaries(8), [0, 1, 2, 5, 8])  # settled at 2: 3, then cut
    np.testing.assert_allclose(Mesh(1, 2, 99, 2, 3).boundaries(0.5), [0, 0.5])


def test_a_mesh_has_no_step_of_no_length_even_where_it_ends_just_as_a_step_does() -> None:
    choice = Mesh(first=0.02, growth=1.25, settled=3, later_growth=2, longest=700)
    for near in choice.boundaries(11_000)[1:]:
        for ulps in range(-4, 5):
            end = float(near + ulps * np.spacing(near))
            times = choice.boundaries(end)
            assert np.all(np.diff(times) > 0)
            assert times[-1] == end
