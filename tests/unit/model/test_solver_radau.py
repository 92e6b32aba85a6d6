"""The solver against another one: SciPy's Radau on the same equations, at every corner of the controls."""

from functools import cache
from itertools import product

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from sim.model.equations import COMPARTMENT_NAMES, KERNEL, start_state
from sim.model.parameters import DAYS_PER_YEAR, DEFAULTS
from sim.runs.run import run_model

DAYS = np.linspace(0, 30, 361) * DAYS_PER_YEAR
CORNERS = list(product([200.0, 1000.0, 2500.0], [0.0, 800.0, 10_000.0], [0.0, 100.0, 500.0]))
# The first hours and days after a change of settings, when gut and blood move; then a year.
EARLY = np.array([0, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 365.25])
CONTROLS = ("calcium", "vitamin_d", "vitamin_k2")


@cache
def ours() -> np.ndarray:
    """Return all corners solved in one batch, shape (n_times, n_compartments, n_corners)."""
    columns = dict(zip(CONTROLS, np.array(CORNERS).T, strict=True))
    return run_model({**DEFAULTS, **columns}, DAYS, len(CORNERS))


def radau(corner: tuple[float, float, float], days: np.ndarray = DAYS) -> np.ndarray:
    """Return SciPy's answer, shape (n_times, n_compartments)."""
    values = {**DEFAULTS, **dict(zip(CONTROLS, corner, strict=True))}
    static, out = KERNEL.static(values), np.empty((len(COMPARTMENT_NAMES), 1))
    answer = solve_ivp(
        lambda _, y: KERNEL.rates(y[:, None], static, out)[:, 0].copy(),
        (0, days[-1]),
        start_state(values, 1)[:, 0],
        "Radau",
        days,
        jac=lambda _, y: KERNEL.jacobian(y, values),
        rtol=1e-11,
        atol=1e-9,
    )
    assert answer.success, answer.message
    return answer.y.T


@pytest.mark.parametrize("number", range(len(CORNERS)), ids=[f"{c:g}-{d:g}-{k:g}" for c, d, k in CORNERS])
def test_every_compartment_at_361_samples_over_30_years_is_within_1e_6_of_radau(number: int) -> None:
    # The number, for each value by itself: a large compartment does not hide a small one.
    np.testing.assert_allclose(ours()[1:, :, number], radau(CORNERS[number])[1:], rtol=1e-6, atol=0)


@pytest.mark.parametrize("corner", CORNERS[::4])
def test_the_first_hours_and_days_are_followed_too(corner: tuple[float, float, float]) -> None:
    found = run_model({**DEFAULTS, **dict(zip(CONTROLS, corner, strict=True))}, EARLY)[1:, :, 0]
    # The steps are checked to 1e-4 and are mostly better; measured 9e-6.
    np.testing.assert_allclose(found, radau(corner, EARLY)[1:], rtol=2e-5, atol=0)
