"""Many scenarios at once: sweeps over settings, and ensembles over what is uncertain."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

import numpy as np

from sim.model.equations import COMPARTMENTS
from sim.model.invalid import invalid
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import INTERVENTIONS, PARAMETERS, check, control, lookup
from sim.model.problem import named
from sim.model.solver import Array
from sim.runs.quantities import Quantity
from sim.runs.run import Run, simulate, solve
from sim.runs.scenario import NUTRIENTS, PRESETS, Scenario
from sim.runs.verdict import shows_paradox

MEMBERS = 1000
"""How many plausible models an ensemble has."""
BANDS = (0.9, 0.5)
"""Shares of them that the bands of a picture hold, the wider one first."""
MULTIPLIER = 453
"""
Makes the lattice: coprime to MEMBERS, so that each of its 100 powers is.

It is one of four that keep members furthest apart, 12.6 steps of 1/MEMBERS, in the pictures of all pairs of up to 28
parameters, and no pair more related than 0.04. Two that are 20 places apart lie on five diagonals whichever is chosen,
because of the factors of 1,000. Of the four it gives shares and bands nearest to the mean of 20 random hypercubes.
"""


def balanced_run(scenario: Scenario, samples: int = 121) -> Run:
    """Return the balanced adult's run over the same years under the same assumptions, for reference."""
    return simulate(scenario.balanced(), samples=samples)


def sweep(scenario: Scenario = PRESETS["balanced"], *, samples: int = 121, **varied: Any) -> Run:
    """
    Return many runs at once: a scenario whose settings and parameters vary.

    Parameters
    ----------
    samples : int
        Number of evenly spaced times, the start included; at least 2.
    **varied
        Settings as in `Scenario` and model parameters by name. The three nutrients and parameters may be
        arrays, which broadcast to one shape (...): ``amounts[name]`` has the shape (samples, ...).

    Raises
    ------
    ValueError
        If a value is out of range, shapes do not fit or there is no steady adult to start from; says what is allowed.
    RuntimeError
        If the equations cannot be solved to tolerance with the given parameters.

    Examples
    --------
    >>> runs = sweep(vitamin_d=[[0], [800], [4000]], vitamin_k2=[10, 200])
    >>> runs.amounts["bone"].shape
    (121, 3, 2)
    >>> sweep(Scenario(lens="trials"), mgp_strength=[0, 0.5, 1], samples=2).arteries_gain.shape
    (2, 3)
    """
    varied |= varied.pop("parameters", {})
    for name in {*Scenario.__dataclass_fields__} - {*NUTRIENTS}:
        if name in varied and np.ndim(varied[name]):
            raise invalid(name, varied[name], "Must be one value, not many.")
    fixed = {name: value for name, value in varied.items() if np.ndim(value) == 0}
    settings = {name: fixed.pop(name) for name in [*fixed] if name in Scenario.__dataclass_fields__}
    scenario = replace(scenario, **settings, parameters={**scenario.parameters, **fixed})
    rows = (lookup(name, (*map(control, NUTRIENTS), *PARAMETERS)) for name in varied if np.ndim(varied[name]))
    arrays = {row.name: np.vectorize(partial(check, row), otypes=[float])(varied[row.name]) for row in rows}
    try:
        np.broadcast_shapes(*map(np.shape, arrays.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {values.shape}" for name, values in arrays.items())
        raise ValueError(f"Invalid shapes {shapes}. Must broadcast against each other.") from None
    return solve(scenario, samples, arrays)


def plausible_ranges(scenario: Scenario) -> dict[str, tuple[float, float]]:
    """
    Return what could still be believed of each uncertain parameter under the scenario's lens.

    Parameters that the scenario sets itself are not uncertain.
    """
    ranges = {p.name: p.plausible for p in PARAMETERS if p.plausible}
    ranges |= {choice.parameter: choice.plausible for choice in LENSES[scenario.lens].choices}
    potency = K_FORMS[scenario.k_form].potency
    ranges[potency.parameter] = potency.plausible
    return {n: (low, high) for n, (low, high) in ranges.items() if low < high and n not in scenario.parameters}


def lattice(ranges: Mapping[str, tuple[float, float]]) -> dict[str, Array]:
    """
    Return evenly spread values of each parameter, one in every 1/MEMBERS of its range, by a rank-1 lattice.

    The browser draws the same ones: a random generator it could not repeat.

    References
    ----------
    Korobov 1959, Doklady Akademii Nauk SSSR 124:1207; Sloan & Joe 1994, Lattice Methods for Multiple Integration;
    one value in every slice: McKay, Beckman & Conover 1979, doi:10.1080/00401706.1979.10489755
    """
    members = np.arange(MEMBERS)
    places = [(members * pow(MULTIPLIER, j, MEMBERS) % MEMBERS + 0.5) / MEMBERS for j in range(len(ranges))]
    return {name: low + (high - low) * at for (name, (low, high)), at in zip(ranges.items(), places, strict=True)}


@dataclass(frozen=True, eq=False)
class Ensemble:
    """The same settings in many plausible models, and the balanced adult in each of them."""

    runs: Run
    balanced: Run

    def band(self, quantity: Quantity, share: float) -> tuple[Array, Array]:
        """Return between which curves, shape (n,), this share of the models lies. [its reader_unit]"""
        low, high = np.quantile(quantity.of(self.runs), [(1 - share) / 2, (1 + share) / 2], axis=1)
        return low, high

    def activation_band(self, protein: str, doses: Array, share: float) -> tuple[Array, Array]:
        """Return between which dose-response curves, shape (n_doses,), this share of the models lies. [-]"""
        curve = _activation({**self.runs.values, "vitamin_k2": doses[:, None]}, protein)
        low, high = np.quantile(curve, [(1 - share) / 2, (1 + share) / 2], axis=1)
        return low, high

    def paradox_share(self) -> float:
        """Return the share of the models in which the run shows the calcium paradox. [-]"""
        return float(np.mean(shows_paradox(self.runs, self.balanced)))


def ensemble(scenario: Scenario, samples: int = 41) -> Ensemble:
    """Return a scenario's runs in an ensemble of plausible models, the same models for every setting."""
    drawn = lattice(plausible_ranges(scenario))
    kept = {name: value for name, value in drawn.items() if name not in INTERVENTIONS}
    runs, balanced = sweep(scenario, samples=samples, **drawn), sweep(scenario.balanced(), samples=samples, **kept)
    return Ensemble(runs, balanced)


@dataclass(frozen=True)
class Swing:
    """Change of bone [%] and arteries [times start] at both ends of one parameter's plausible range."""

    parameter: str
    values: tuple[float, float]
    bone: tuple[float, float]
    arteries: tuple[float, float]


@lru_cache(maxsize=64)
def tornado(scenario: Scenario) -> tuple[Swing, ...]:
    """Return how far each uncertain parameter alone moves bone and arteries at the end of a run, widest first."""
    ranges = plausible_ranges(scenario)
    if not ranges:
        return ()
    usual = scenario.values()
    varied = {name: np.full((len(ranges), 2), usual[name]) for name in ranges}
    for i, (name, ends) in enumerate(ranges.items()):
        varied[name][i] = ends
    runs = sweep(scenario, samples=2, **varied)
    ends = runs.bone_change[-1], runs.arteries_times[-1]
    # Bone is compared with bone and arteries with arteries: their units have nothing in common.
    widths = np.max([np.ptp(each, axis=1) / max(np.ptp(each, axis=1).max(), 1e-9) for each in ends], axis=0)
    rows = zip(ranges.items(), *(map(tuple, each.tolist()) for each in ends), strict=True)
    swings = [Swing(name, values, bone, arteries) for (name, values), bone, arteries in rows]
    order = np.argsort(
        -widths.round(6), kind="stable"
    )  # what moves nothing stays in its place, whatever the last digits
    return tuple(swings[i] for i in order)


DOSES = 201
"""How many K2 intakes make the curves of activation."""


def dose_response(scenario: Scenario, points: int = DOSES) -> tuple[Array, dict[str, Array]]:
    """
    Return how much osteocalcin and MGP each K2 intake activates.

    Returns
    -------
    doses : ndarray, shape (points,)
        K2 intake over the slider's whole range. [ug/day]
    activation : dict of str to ndarray, shape (points,)
        Activated fraction of ``osteocalcin`` and ``mgp``. [-]
    """
    k2 = control("vitamin_k2")
    doses = np.linspace(k2.low, k2.high, points)
    values = {**scenario.values(), "vitamin_k2": doses}
    return doses, {protein: _activation(values, protein) for protein in ("osteocalcin", "mgp")}


def _activation(values: Mapping[str, Any], protein: str) -> Array:
    return named(np.ones(len(COMPARTMENTS)), values)[f"{protein}_activation"]
