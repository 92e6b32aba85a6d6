"""The response surface: exact at its nodes, close between them, for every world a class can set up."""

import numpy as np
import pytest
from numpy.typing import NDArray

from sim import Scenario, sweep
from sim.model.parameters import CONTROLS
from sim.runs.scenario import NUTRIENTS
from sim.runs.surface import AXES, quantities_of, surface

Array = NDArray[np.float64]
WORLDS = {
    "default": Scenario(),
    "trials": Scenario(lens="trials"),
    "trials, thirty years": Scenario(lens="trials", years=30),
    "one year": Scenario(years=1),
    "thirty years": Scenario(years=30),
    "K1": Scenario(k_form="k1"),
    "no MGP": Scenario(parameters={"mgp_block": 1}),
    "weak K2": Scenario(parameters={"mgp_strength": 0.3}),
}
WITHIN = 0.23
"""Largest difference that README promises, in % of the axis."""


def random_settings(count: int) -> Array:
    """Return settings on the sliders' own steps, over their whole range, shape (3, count)."""
    random = np.random.default_rng(4)
    steps = [random.integers(0, int((row.high - row.low) / row.step) + 1, count) for row in CONTROLS[:3]]
    return np.array([row.low + row.step * at for row, at in zip(CONTROLS[:3], steps, strict=True)], dtype=np.float64)


def exact(world: Scenario, settings: Array) -> dict[str, Array]:
    runs = sweep(world, **dict(zip(NUTRIENTS, settings, strict=True)))
    return quantities_of(runs)


@pytest.mark.parametrize("name", WORLDS)
def test_between_its_nodes_the_surface_is_as_near_as_promised_on_every_axis(name: str) -> None:
    settings = random_settings(150)
    found, wanted = surface(WORLDS[name]).at(*settings), exact(WORLDS[name], settings)
    assert found.keys() == wanted.keys()
    for quantity, values in wanted.items():
        axis = max(float(np.ptp(values)), 1e-9)  # some quantities are constant: then both agree to rounding
        assert 100 * np.abs(found[quantity] - values).max() / axis < WITHIN, quantity


def test_at_its_nodes_the_surface_is_the_run_itself_but_for_the_shapes_left_out() -> None:
    settings = np.array([axis.nodes[[0, 3, -1]] for axis in AXES])
    found, wanted = surface(Scenario()).at(*settings), exact(Scenario(), settings)
    for quantity in ("bone_change", "arteries"):
        assert found[quantity] == pytest.approx(wanted[quantity], abs=1e-3 * np.ptp(wanted[quantity]))


@pytest.mark.parametrize("axis", AXES, ids=lambda axis: axis.name)
def test_an_axis_reaches_both_ends_of_its_slider_and_its_weights_add_up_to_one(axis) -> None:
    assert (axis.nodes[0], axis.nodes[-1]) == (axis.low, axis.high)
    assert np.all(np.diff(axis.nodes) > 0)
    values = np.linspace(axis.low, axis.high, 57)
    assert axis.weights(values).sum(-1) == pytest.approx(np.ones(57))
    assert np.array_equal(axis.weights(axis.nodes), np.eye(axis.count))


def test_a_worlds_own_nutrients_do_not_change_its_surface() -> None:
    one, two = (surface(Scenario(calcium=c)).at(*np.array([[700.0], [900.0], [30.0]])) for c in (400, 2000))
    assert all(np.array_equal(one[name], two[name]) for name in one)
