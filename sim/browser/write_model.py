"""
The model as a JavaScript module: its laws, and every table that the browser's solver and pictures need.

Development only. Nothing here states a law or a number of its own.
"""

from collections.abc import Mapping
from dataclasses import asdict

from sim.browser import FOLDER
from sim.model.equations import COMPARTMENT_NAMES, COMPARTMENTS, FLUXES
from sim.model.generate import javascript
from sim.model.generate.derive import Function
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, DAYS_PER_YEAR, DEFAULTS, INTERVENTIONS, PARAMETERS
from sim.model.solver import DENSE, GAMMA, MAX_HALVINGS, STAGES, A, C
from sim.runs.run import NOTABLE_ARTERY_RATIO
from sim.runs.scenario import ATOL, MESH, PRESETS, RTOL

PATH = FOLDER / "model.js"
NAMES = [row.name for row in (*CONTROLS, *PARAMETERS)]
"""In which order the values of a run lie in their array."""


def module(functions: Mapping[str, Function]) -> str:
    """Return the module."""
    sizes = {"statics": len(functions["statics"].results), "factors": len(functions["factors"].results)}
    tables = {
        "NAMES": NAMES,
        "DEFAULTS": [DEFAULTS[name] for name in NAMES],
        "LENSES": {name: lens.values() for name, lens in LENSES.items()},
        "K_FORMS": {name: form.potency.value for name, form in K_FORMS.items()},
        "INTERVENTIONS": INTERVENTIONS,
        "PRESETS": {name: [run.calcium, run.vitamin_d, run.vitamin_k2] for name, run in PRESETS.items()},
        "COMPARTMENTS": COMPARTMENT_NAMES,
        "STARTS": [compartment.start for compartment in COMPARTMENTS],
        "FLUXES": [flux.name for flux in FLUXES],
        "NAMED": [str(symbol) for symbol in functions["named"].lines],
        "SIZES": sizes,
        "DAYS_PER_YEAR": DAYS_PER_YEAR,
        "MESH": asdict(MESH),
        "RTOL": RTOL,
        "ATOL": ATOL,
        "MAX_HALVINGS": MAX_HALVINGS,
        "GAMMA": GAMMA,
        "A": A,
        "C": C,
        "DENSE": DENSE.tolist(),
        "STAGES": STAGES,
        "NOTABLE_ARTERY_RATIO": NOTABLE_ARTERY_RATIO,
    }
    return javascript.module(functions, tables, NAMES)
