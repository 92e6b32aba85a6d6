"""
The referee: other people's simulators solve a model that was typed a second time from sim/MODEL.md.

``calcium.ant`` shares no code with sim/, so a slip in an equation, a starred quantity or the start shows here;
the comparison with SciPy's Radau in tests/unit shares the equations and shows slips of the solver only.
``reference.csv`` holds the median of libRoadRunner's and COPASI's answers and never a number of ours. After a
meant change of the model type it into ``calcium.ant`` by hand, then run
``python -m pytest tests/referee --update-expected``.
"""

import csv
import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from support.corners import COMPARTMENTS, CORNERS, DAYS, MK4, TRIALS
from support.simulators import ANTIMONY, SIMULATORS, run

from sim.model.equations import COMPARTMENT_NAMES
from sim.runs.run import run_model
from sim.runs.scenario import Scenario

Array = NDArray[np.float64]

REFERENCE = Path(__file__).with_name("reference.csv")
NAMES = tuple(CORNERS)
EATEN = ("calcium", "vitamin_d", "vitamin_k2")
# What is asked of this solver, each value by itself: a large compartment does not hide a small one.
OURS = 1e-6
# The simulators must be far better than what they judge; measured 1.1e-9, CVODE where arteries empty fast.
THEIRS = 1e-8


@pytest.fixture(scope="module")
def theirs() -> dict[str, Array]:
    """Return what each simulator finds, shape (n_corners, n_times, n_compartments)."""
    return {name: run(name) for name in SIMULATORS}


@cache
def ours(corner: str) -> Array:
    """Return what this project finds, shape (n_times, n_compartments)."""
    parameters = dict(CORNERS[corner])
    calcium, vitamin_d, vitamin_k2 = (parameters.pop(name) for name in EATEN)
    values = Scenario(calcium, vitamin_d, vitamin_k2, parameters=parameters).values()
    return run_model(values, np.array(DAYS))[:, [COMPARTMENT_NAMES.index(name) for name in COMPARTMENTS], 0]


@cache
def stored() -> Array:
    """Return the stored numbers, shape (n_corners, n_times, n_compartments)."""
    with REFERENCE.open(newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    assert head == ["corner", "day", *COMPARTMENTS]
    assert [(row[0], float(row[1])) for row in rows] == [(name, day) for name in NAMES for day in DAYS]
    return np.array([row[2:] for row in rows], dtype=float).reshape(len(NAMES), len(DAYS), len(COMPARTMENTS))


def store(answer: Array) -> None:
    with REFERENCE.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("corner", "day", *COMPARTMENTS))
        for name, states in zip(NAMES, answer, strict=True):
            for day, state in zip(DAYS, states, strict=True):
                table.writerow((name, f"{day:.12g}", *(f"{amount:.12g}" for amount in state)))


def test_each_simulator_gives_the_stored_numbers(theirs: dict[str, Array], request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-expected"):
        store(np.median(list(theirs.values()), axis=0))
        stored.cache_clear()
        pytest.skip("reference numbers written, not compared")
    for name, answer in theirs.items():
        np.testing.assert_allclose(answer, stored(), rtol=THEIRS, atol=0, err_msg=name)


@pytest.mark.parametrize("corner", NAMES)
def test_every_compartment_is_within_1e_6_of_the_referee_in_the_first_days_and_for_30_years(corner: str) -> None:
    # Urine and faeces are exactly 0 at the start in both, which the comparison of 0 with 0 allows.
    np.testing.assert_allclose(ours(corner), stored()[NAMES.index(corner)], rtol=OURS, atol=0)


@pytest.mark.parametrize("simulator", SIMULATORS)
def test_every_compartment_is_within_1e_6_of_the_running_simulator_too(
    simulator: str, theirs: dict[str, Array]
) -> None:
    for corner, answer in zip(NAMES, theirs[simulator], strict=True):
        np.testing.assert_allclose(ours(corner), answer, rtol=OURS, atol=0, err_msg=corner)


def test_the_typed_model_has_every_control_and_parameter_with_its_default_value() -> None:
    typed = {name: float(value) for name, value in re.findall(r"^(\w+) = ([\d.]+)(?=\s*//)", ANTIMONY, re.MULTILINE)}
    values = Scenario().values()
    del values["years"]  # how long a run is, not a number in an equation
    assert typed == values


def test_every_parameter_that_an_equation_reads_differs_at_some_corner() -> None:
    plain = Scenario().values()
    changed = {name for corner in CORNERS.values() for name, value in corner.items() if value != plain[name]}
    # The volume only turns mg into mg/dL for the eye.
    assert set(plain) - changed == {"years", "blood_volume"}


def test_the_lens_of_trials_and_mk4_are_the_values_typed_from_the_document() -> None:
    assert Scenario(lens="trials").values() == Scenario(parameters=TRIALS).values()
    assert Scenario(k_form="mk4").values() == Scenario(parameters=MK4).values()
