"""
Two simulators that are not this project's: libRoadRunner and COPASI, on the model typed by hand.

Their packages are imported when used: without them the stored numbers are still compared.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from support.corners import COMPARTMENTS, CORNERS, DAYS
from support.optional import package

Array = NDArray[np.float64]

ANTIMONY = (Path(__file__).parents[1] / "referee" / "calcium.ant").read_text(encoding="utf-8")
RTOL = 1e-13  # errors of steps add up: at 1e-12 CVODE is 6e-8 off where arteries empty fast
ATOL = 1e-12  # mg; the smallest amount that is compared is 3 mg


def typed(corner: Mapping[str, float]) -> str:
    """Return the typed model at a corner as SBML: in Antimony the later of two values holds."""
    antimony = package("antimony")
    changes = "".join(f"\n{name} = {value!r}" for name, value in corner.items())
    antimony.clearPreviousLoads()
    if antimony.loadAntimonyString(ANTIMONY + changes) < 0:
        raise RuntimeError(antimony.getLastError())
    return antimony.getSBMLString(antimony.getMainModuleName())


def roadrunner(sbml: str, days: Any = DAYS, names: Sequence[str] = COMPARTMENTS) -> Array:
    """Return what libRoadRunner's CVODE (backward differentiation) finds, shape (n_times, n_compartments)."""
    runner = package("roadrunner").RoadRunner(sbml)
    runner.integrator.relative_tolerance = RTOL
    runner.integrator.absolute_tolerance = ATOL
    runner.selections = list(names)
    return np.array(runner.simulate(times=list(days)), dtype=float)


def copasi(sbml: str, days: Any = DAYS, names: Sequence[str] = COMPARTMENTS, method: str = "deterministic") -> Array:
    """Return what one of COPASI's methods finds, its LSODA if no other is named, shape (n_times, n_compartments)."""
    library = package("COPASI")
    root = library.CRootContainer
    model = root.addDatamodel()
    try:
        if not model.importSBMLFromString(sbml):
            raise RuntimeError(library.CCopasiMessage.getAllMessageText())
        task = model.getTask("Time-Course")
        task.setMethodType(getattr(library.CTaskEnum, f"Method_{method}"))
        task.getMethod().getParameter("Relative Tolerance").setDblValue(RTOL)
        task.getMethod().getParameter("Absolute Tolerance").setDblValue(ATOL)
        task.getMethod().getParameter("Max Internal Steps").setUIntValue(1_000_000)
        problem = task.getProblem()
        problem.setUseValues(True)
        problem.setValues(" ".join(map(repr, map(float, days))))
        problem.setDuration(float(days[-1]))
        problem.setTimeSeriesRequested(True)
        if not task.process(True):
            raise RuntimeError(library.CCopasiMessage.getAllMessageText())
        series = task.getTimeSeries()
        number = {series.getSBMLId(i, model): i for i in range(series.getNumVariables())}
        steps = range(series.getRecordedSteps())
        return np.array([[series.getConcentrationData(k, number[name]) for name in names] for k in steps])
    finally:
        root.removeDatamodel(model)


SIMULATORS: Mapping[str, Callable[[str], Array]] = {
    "libRoadRunner CVODE": roadrunner,
    "COPASI LSODA": copasi,
    "COPASI RADAU5": partial(copasi, method="RADAU5"),  # implicit Runge-Kutta
}


def run(name: str) -> Array:
    """Return what a simulator finds at all corners, shape (n_corners, n_times, n_compartments)."""
    return np.array([SIMULATORS[name](typed(corner)) for corner in CORNERS.values()])
