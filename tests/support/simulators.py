"""
Two simulators that are not this project's: libRoadRunner and COPASI, on the model typed by hand.

Their packages are imported when used: without them the stored numbers are still compared.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from support.corners import COMPARTMENTS, CORNERS, DAYS

Array = NDArray[np.float64]
Corner = Mapping[str, float]

ANTIMONY = (Path(__file__).parents[1] / "referee" / "calcium.ant").read_text(encoding="utf-8")
PACKAGES = ("antimony", "roadrunner", "COPASI")  # on PyPI: antimony, libroadrunner, python-copasi
RTOL = 1e-13  # errors of steps add up: at 1e-12 CVODE is 6e-8 off where arteries empty fast
ATOL = 1e-12  # mg; the smallest amount that is compared is 3 mg


def sbml(corner: Corner) -> str:
    """Return the typed model at a corner: in Antimony the later of two values holds."""
    antimony = import_module("antimony")
    changes = "".join(f"\n{name} = {value!r}" for name, value in corner.items())
    antimony.clearPreviousLoads()
    if antimony.loadAntimonyString(ANTIMONY + changes) < 0:
        raise RuntimeError(antimony.getLastError())
    return antimony.getSBMLString(antimony.getMainModuleName())


def roadrunner(corner: Corner) -> Array:
    """Return what libRoadRunner's CVODE (backward differentiation) finds, shape (n_times, n_compartments)."""
    runner = import_module("roadrunner").RoadRunner(sbml(corner))
    runner.integrator.relative_tolerance = RTOL
    runner.integrator.absolute_tolerance = ATOL
    runner.selections = list(COMPARTMENTS)
    return np.array(runner.simulate(times=list(DAYS)), dtype=float)


def copasi(corner: Corner, method: str) -> Array:
    """Return what one of COPASI's methods finds, shape (n_times, n_compartments)."""
    library = import_module("COPASI")
    root = library.CRootContainer
    model = root.addDatamodel()
    try:
        if not model.importSBMLFromString(sbml(corner)):
            raise RuntimeError(library.CCopasiMessage.getAllMessageText())
        task = model.getTask("Time-Course")
        task.setMethodType(getattr(library.CTaskEnum, f"Method_{method}"))
        task.getMethod().getParameter("Relative Tolerance").setDblValue(RTOL)
        task.getMethod().getParameter("Absolute Tolerance").setDblValue(ATOL)
        task.getMethod().getParameter("Max Internal Steps").setUIntValue(1_000_000)
        problem = task.getProblem()
        problem.setUseValues(True)
        problem.setValues(" ".join(map(repr, DAYS)))
        problem.setDuration(DAYS[-1])
        problem.setTimeSeriesRequested(True)
        if not task.process(True):
            raise RuntimeError(library.CCopasiMessage.getAllMessageText())
        series = task.getTimeSeries()
        number = {series.getTitle(i): i for i in range(series.getNumVariables())}
        steps = range(series.getRecordedSteps())
        return np.array([[series.getConcentrationData(k, number[name]) for name in COMPARTMENTS] for k in steps])
    finally:
        root.removeDatamodel(model)


def lsoda(corner: Corner) -> Array:
    """Return what COPASI's LSODA finds."""
    return copasi(corner, "deterministic")


def radau5(corner: Corner) -> Array:
    """Return what COPASI's RADAU5 (implicit Runge-Kutta) finds."""
    return copasi(corner, "RADAU5")


SIMULATORS: Mapping[str, Callable[[Corner], Array]] = {
    "libRoadRunner CVODE": roadrunner,
    "COPASI LSODA": lsoda,
    "COPASI RADAU5": radau5,
}


def run(name: str) -> Array:
    """Return what a simulator finds at all corners, shape (n_corners, n_times, n_compartments)."""
    return np.array([SIMULATORS[name](corner) for corner in CORNERS.values()])
