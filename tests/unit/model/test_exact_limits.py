"""Where the model has an exact answer: the linear limit, and the steady state found without any run."""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.linalg import expm
from scipy.optimize import root

from sim.model.equations import COMPARTMENT_NAMES, KERNEL, start_state
from sim.model.parameters import DAYS_PER_YEAR, DEFAULTS
from sim.runs.run import RTOL, run_model

N = len(COMPARTMENT_NAMES)
# Without the active gate, bone, the bend of the kidney threshold and the power of deposition every flux is
# proportional to one compartment or constant, as long as blood is above the threshold.
LINEAR = {
    **DEFAULTS,
    "absorption_capacity": 0.0,
    "k_passive": 1.0,
    "bone_turnover": 0.0,
    "threshold_width": 0.0,
    "deposition_power": 0.0,
}
# Settings and the largest relative error. Arteries that empty in two years are much faster than the model's own;
# there the solver promises its tolerance and no more.
SETTINGS = [
    ({"calcium": 1000.0}, 1e-6),
    ({"calcium": 2500.0, "vitamin_k2": 500.0}, 1e-6),
    ({"calcium": 700.0, "vitamin_k2": 0.0}, 1e-6),
    ({"calcium": 2500.0, "vitamin_k2": 500.0, "k_clearance": 2e-3}, RTOL),
]


def rates(state: NDArray[np.float64], values: dict[str, float]) -> NDArray[np.float64]:
    return KERNEL.rates(state[:, None], KERNEL.static(values), np.empty((N, 1)))[:, 0]


@pytest.mark.parametrize(("settings", "error"), SETTINGS)
def test_the_linear_limit_is_the_matrix_exponential(settings: dict[str, float], error: float) -> None:
    values = {**LINEAR, **settings}
    start = start_state(values, 1)
    days = np.concatenate([[0, 30, 60, 120], np.arange(1, 31) * DAYS_PER_YEAR])
    jacobian = KERNEL.jacobian(start[:, 0], values)
    other = KERNEL.jacobian(start[:, 0] * 1.01, values)
    assert np.array_equal(jacobian, other), "the limit is linear"
    # y' = J y + c, as one matrix on (y, 1).
    matrix = np.zeros((N + 1, N + 1))
    matrix[:N, :N] = jacobian
    matrix[:N, N] = rates(start[:, 0], values) - jacobian @ start[:, 0]
    exact = np.stack([(expm(matrix * day) @ [*start[:, 0], 1])[:N] for day in days])
    ours = run_model(values, days)[:, :, 0]
    assert np.array_equal(ours[0], start[:, 0])
    np.testing.assert_allclose(ours[1:], exact[1:], rtol=error)


@pytest.mark.parametrize(
    "reference",
    [
        {},
        {"reference_calcium": 2000.0, "reference_vitamin_d": 4000.0, "reference_vitamin_k2": 10.0},
        {"reference_calcium": 600.0, "reference_vitamin_d": 1500.0, "reference_vitamin_k2": 400.0},
    ],
)
def test_the_steady_state_found_as_a_root_is_where_a_long_run_ends(reference: dict[str, float]) -> None:
    # The adult goes on as before; arteries empty fast, so that they too are steady long before 30 years are over.
    values = {**DEFAULTS, **reference, "k_clearance": 1e-2, "deposition_baseline": 0.025}
    values |= {name: values[f"reference_{name}"] for name in ("calcium", "vitamin_d", "vitamin_k2")}
    start = start_state(values, 1)[:, 0]
    moving = [COMPARTMENT_NAMES.index(name) for name in ("gut", "blood", "arteries")]

    def balance(amounts: NDArray[np.float64]) -> NDArray[np.float64]:
        state = start.copy()
        state[moving] = amounts
        return rates(state, values)[moving]

    found = root(balance, start[moving] * [0.5, 1.01, 2.0], tol=1e-13)
    assert found.success, found.message
    ended = run_model(values, np.array([0.0, 30 * DAYS_PER_YEAR]))[-1, :, 0]
    # Bone, which is left out of the root, has given blood the little that arteries lost on the way.
    np.testing.assert_allclose(ended[moving], found.x, rtol=2e-5)
    assert ended[COMPARTMENT_NAMES.index("bone")] == pytest.approx(start[COMPARTMENT_NAMES.index("bone")], rel=1e-3)
