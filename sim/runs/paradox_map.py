"""
The paradox map: bone and arteries at the horizon for every mix of vitamin K2 and one other nutrient.

One batch is solved on a grid of settings. Whether a run shows the calcium paradox is a yes or no;
the map also keeps by how much (`margin`), so that the edge of the region can be drawn smoothly.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim.model.lenses import check_name
from sim.model.parameters import control
from sim.model.solver import Array
from sim.runs.many import balanced_run, sweep
from sim.runs.run import frozen
from sim.runs.scenario import NUTRIENTS, Scenario
from sim.runs.verdict import paradox_margin

ACROSS = "vitamin_k2"
UPWARDS = ("vitamin_d", "calcium")
"""The nutrients that may go up on the map."""


@dataclass(frozen=True, eq=False)
class ParadoxMap:
    """
    What the model says of every setting on a grid of two nutrients.

    Attributes
    ----------
    world : Scenario
        Everything else that the runs share; its values of the two nutrients do not matter.
    up : str
        The nutrient that goes up: one of UPWARDS.
    vitamin_k2, upwards : ndarray, shape (n,) and (m,)
        Across, and values of the nutrient that goes up. [ug/day, its slider's unit]
    bone_change, arteries_times : ndarray, shape (m, n)
        At the end of the years. [%, times the start]
    margin : ndarray, shape (m, n)
        By how much a run shows the calcium paradox (`paradox_margin`): below 0 where it does not. [-]
    """

    world: Scenario
    up: str
    vitamin_k2: Array
    upwards: Array
    bone_change: Array
    arteries_times: Array
    margin: Array

    @property
    def paradox(self) -> NDArray[np.bool_]:
        """Whether each run shows the calcium paradox, shape (m, n)."""
        return self.margin >= 0

    def margin_at(self, vitamin_k2: Array, upwards: Array) -> Array:
        """Return the margin on a finer grid, shape (len(upwards), len(vitamin_k2)), by straight lines between nodes."""
        wide = np.array([np.interp(vitamin_k2, self.vitamin_k2, row) for row in self.margin])
        return np.array([np.interp(upwards, self.upwards, column) for column in wide.T]).T

    def share(self) -> float:
        """Return the share of the settings of the two sliders that shows the paradox. [-]"""
        return float(np.mean(self.margin_at(_steps(ACROSS), _steps(self.up)) >= 0))

    def span(self, upwards: float) -> tuple[float, float] | None:
        """Return the lowest and highest setting of vitamin K2 with the paradox at one height of the map. [ug/day]"""
        steps = _steps(ACROSS)
        inside = steps[self.margin_at(steps, np.array([upwards]))[0] >= 0]
        return (float(inside[0]), float(inside[-1])) if inside.size else None


def paradox_map(scenario: Scenario, up: str = "vitamin_d") -> ParadoxMap:
    """
    Return the map of a scenario's world; the scenario's values of the two nutrients do not matter.

    Raises ValueError if `up`, the nutrient that goes up, is not one of UPWARDS.

    Examples
    --------
    >>> found = paradox_map(Scenario(calcium=2000))
    >>> bool(found.paradox.any()), found.bone_change.shape
    (True, (41, 41))
    """
    check_name("nutrient", up, dict.fromkeys(UPWARDS))
    usual = world_of(scenario)
    kept = {name: getattr(scenario, name) for name in UPWARDS if name != up}
    return _solved(replace(usual, **kept), up)


def world_of(scenario: Scenario) -> Scenario:
    """Return the scenario with the default nutrients: everything else is the world its run lives in."""
    return replace(scenario, **{name: control(name).default for name in NUTRIENTS})


@lru_cache(maxsize=64)
def _solved(world: Scenario, up: str) -> ParadoxMap:
    across, upwards = nodes(ACROSS), nodes(up)
    runs = sweep(world, samples=2, **{up: upwards[:, None], ACROSS: across})
    balanced = balanced_run(world, 2)
    bone, arteries = frozen(runs.bone_change[-1]), frozen(runs.arteries_times[-1])
    margin = frozen(paradox_margin(runs, balanced))
    return ParadoxMap(world, up, frozen(across), frozen(upwards), bone, arteries, margin)


def _steps(name: str) -> Array:
    """Return every step of a nutrient's slider."""
    row = control(name)
    return np.arange(row.low, row.high + row.step / 2, row.step)


def nodes(name: str) -> Array:
    """
    Return the settings of a nutrient on the map: steps of its slider, so that a press on the map reaches them.

    Vitamin K2 and vitamin D do most at the low end and level off above: there each step is a node,
    further up every second and every fourth; of calcium every step is.

    Examples
    --------
    >>> nodes("vitamin_k2")[[0, 1, 10, 11, 25, 26, 40]]
    array([  0.,   5.,  50.,  60., 200., 220., 500.])
    """
    steps = _steps(name)
    return steps if name == "calcium" else steps[np.r_[0:10, 10:40:2, 40:101:4]]
