"""
Many scenarios at once: sweeps over settings, and ensembles over what is uncertain.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.model.equations import COMPARTMENTS, KERNEL
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, INTERVENTIONS, PARAMETERS, Parameter, check, control, lookup
from sim.runs.run import Run, simulate, solve
from sim.runs.scenario import NUTRIENTS, PRESETS, Scenario
from sim.runs.verdict import shows_paradox

Array = NDArray[np.float64]
MEMBERS = 1000
SEED = 1


def balanced_run(scenario: Scenario, samples: int = 121) -> Run:
    """Return the balanced adult's run over the same years under the same assumptions, for reference."""
    return simulate(scenario.balanced(), samples=samples)


def sweep(scenario: Scenario = PRESETS["balanced"], *, samples: int = 121, **varied: Any) -> Run:
    """
    Return many runs at once: a scenario whose settings and parameters vary.

    Parameters
    ----------
    scenario : Scenario
        What everything else stays at.
    samples : int
        Number of evenly spaced times, the start included; at least 2.
    **varied
        Settings as in `Scenario` and model parameters by name. The three nutrients and parameters may be
        arrays, which broadcast to one shape (...).

    Returns
    -------
    Run
        With ``amounts[name]`` of shape (samples, ...).

    Raises
    ------
    ValueError
        If a value is out of range or shapes do not fit; names the value and what is allowed.

    Examples
    --------
    >>> runs = sweep(vitamin_d=[[0], [800], [4000]], vitamin_k2=[10, 200])
    >>> runs.amounts["bone"].shape
    (121, 3, 2)
    >>> sweep(Scenario(lens="trials"), mgp_strength=[0, 0.5, 1], samples=2).arteries_gain.shape
    (2, 3)
    """
    varied |= varied.pop("parameters", {})
    fixed = {name: value for name, value in varied.items() if np.ndim(value) == 0}
    settings = {name: fixed.pop(name) for name in [*fixed] if name in Scenario.__dataclass_fields__}
    scenario = replace(scenario, **settings, parameters={**scenario.parameters, **fixed})
    rows = (lookup(name, (*map(control, NUTRIENTS), *PARAMETERS)) for name in varied if np.ndim(varied[name]))
    arrays = {row.name: _checked(row, varied[row.name]) for row in rows}
    try:
        np.broadcast_shapes(*map(np.shape, arrays.values()))
    except ValueError:
        shapes = ", ".join(f"{name} {values.shape}" for name, values in arrays.items())
        raise ValueError(f"Invalid shapes {shapes}. Must broadcast against each other.") from None
    return solve(scenario, samples, arrays)


def _checked(row: Parameter, values: ArrayLike) -> Array:
    """Return an array of numbers if all are within the parameter's range."""
    return np.array([check(row, value) for value in np.ravel(values)]).reshape(np.shape(values))


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


def latin_hypercube(ranges: Mapping[str, tuple[float, float]], members: int, seed: int) -> dict[str, Array]:
    """
    Return evenly spread random values: of each parameter, one in every 1/members of its range.

    References
    ----------
    McKay, Beckman & Conover 1979, doi:10.1080/00401706.1979.10489755
    """
    random = np.random.default_rng(seed)
    places = {name: (random.permutation(members) + random.random(members)) / members for name in ranges}
    return {name: low + (high - low) * places[name] for name, (low, high) in ranges.items()}


@dataclass(frozen=True, eq=False)
class Ensemble:
    """The same settings in many plausible models, and the balanced adult in each of them."""

    runs: Run
    balanced: Run

    def band(self, quantity: str, share: float) -> tuple[Array, Array]:
        """Return between which curves, shape (n,), this share of the models lies: of an attribute of `Run`."""
        values = self.runs.amounts[quantity] if quantity in self.runs.amounts else getattr(self.runs, quantity)
        low, high = np.quantile(values, [(1 - share) / 2, (1 + share) / 2], axis=1)
        return low, high

    def activation_band(self, protein: str, doses: Array, share: float) -> tuple[Array, Array]:
        """Return between which dose-response curves, shape (n_doses,), this share of the models lies. [-]"""
        values = {**self.runs.values, "vitamin_k2": doses[:, None]}
        named = KERNEL.named(np.ones((len(COMPARTMENTS), 1, 1)), values)
        low, high = np.quantile(named[f"{protein}_activation"], [(1 - share) / 2, (1 + share) / 2], axis=1)
        return low, high

    def paradox_share(self) -> float:
        """Return the share of the models in which the run shows the calcium paradox. [-]"""
        return float(np.mean(shows_paradox(self.runs, self.balanced)))


def ensemble(scenario: Scenario, members: int = MEMBERS, seed: int = SEED, samples: int = 41) -> Ensemble:
    """Return a scenario's runs in an ensemble of plausible models, the same models for every setting."""
    drawn = latin_hypercube(plausible_ranges(scenario), members, seed)
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
    count = 2 * len(ranges)
    varied = {name: np.full(count, usual[name]) for name in ranges}
    for i, (name, ends) in enumerate(ranges.items()):
        varied[name][2 * i : 2 * i + 2] = ends
    runs = sweep(scenario, samples=2, **varied)
    bone, arteries = runs.bone_change[-1].reshape(-1, 2), runs.arteries_times[-1].reshape(-1, 2)
    swings = [
        Swing(name, ends, (float(b[0]), float(b[1])), (float(a[0]), float(a[1])))
        for (name, ends), b, a in zip(ranges.items(), bone, arteries, strict=True)
    ]
    widest_bone, widest_arteries = np.ptp(bone, axis=1).max(), np.ptp(arteries, axis=1).max()

    def width(swing: Swing) -> float:
        """Compare bone with bone and arteries with arteries: their units have nothing in common."""
        of_bone, of_arteries = abs(swing.bone[1] - swing.bone[0]), abs(swing.arteries[1] - swing.arteries[0])
        return float(max(of_bone / max(widest_bone, 1e-9), of_arteries / max(widest_arteries, 1e-9)))

    return tuple(sorted(swings, key=width, reverse=True))


def dose_response(scenario: Scenario, points: int = 201) -> tuple[Array, dict[str, Array]]:
    """
    Return how much osteocalcin and MGP each K2 intake activates.

    Returns
    -------
    doses : ndarray, shape (points,)
        K2 intake over the slider's whole range. [ug/day]
    activation : dict of str to ndarray, shape (points,)
        Activated fraction of ``osteocalcin`` and ``mgp``. [-]
    """
    k2 = next(c for c in CONTROLS if c.name == "vitamin_k2")
    doses = np.linspace(k2.low, k2.high, points)
    named = KERNEL.named(np.ones((len(COMPARTMENTS), points)), {**scenario.values(), "vitamin_k2": doses})
    return doses, {protein: named[f"{protein}_activation"] for protein in ("osteocalcin", "mgp")}
