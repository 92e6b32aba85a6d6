"""
Write every file that is made from others: ``python -m sim.write_generated``.

Run it after a change of a law, a table, a lesson, a word or a module of the browser. Development only: it needs SymPy,
and the tools that `bash .ci/javascript` fetches. A test fails while files differ. Nothing here states a law or a number
of its own.
"""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from sim.browser import FOLDER, offline
from sim.browser.browser_tables import browser_tables
from sim.browser.food_tables import FOOD_TYPES, food_tables
from sim.browser.glossary_tables import glossary_tables
from sim.browser.lesson_tables import LESSON_TYPES, lesson_notes, lesson_tables
from sim.browser.shortening import built_files
from sim.content import document
from sim.model import compiled
from sim.model.equations import COMPARTMENT_NAMES, COMPARTMENTS, FLUXES, INTERMEDIATES
from sim.model.generate import javascript, python
from sim.model.generate.derive import Function, derive
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, DAYS_PER_YEAR, DEFAULTS, PARAMETERS, control
from sim.model.solver import DENSE, GAMMA, MAX_HALVINGS, STAGES, A, C
from sim.runs.many import DOSES
from sim.runs.run import ATOL, MESH, RTOL
from sim.text import messages

NAMES = [row.name for row in (*CONTROLS, *PARAMETERS)]
"""In which order the values of a run lie in the browser's array."""


def solver_tables(functions: Mapping[str, Function]) -> dict[str, object]:
    """Return what the browser's solver and pictures need beside the laws."""
    return {
        "NAMES": NAMES,
        "DEFAULTS": [DEFAULTS[name] for name in NAMES],
        "LENSES": {name: lens.values() for name, lens in LENSES.items()},
        "K_FORMS": {name: form.potency.value for name, form in K_FORMS.items()},
        "COMPARTMENTS": COMPARTMENT_NAMES,
        "STARTS": [compartment.start for compartment in COMPARTMENTS],
        "DOSES": {"low": control("vitamin_k2").low, "high": control("vitamin_k2").high, "count": DOSES},
        "FLUXES": [flux.name for flux in FLUXES],
        "NAMED": [str(symbol) for symbol in functions["named"].lines],
        "SIZES": {name: len(functions[name].results) for name in ("statics", "factors")},
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
    }


def generated() -> dict[Path, str]:
    """Return what each file should hold."""
    quantities = {quantity.name: quantity.law for quantity in INTERMEDIATES}
    fluxes = {flux.name: (flux.source, flux.target, flux.law) for flux in FLUXES}
    functions = derive(COMPARTMENT_NAMES, quantities, fluxes)
    return {
        Path(compiled.__file__): python.module(functions),
        FOLDER / "model.js": javascript.module(functions, solver_tables(functions), NAMES),
        FOLDER / "tables.js": javascript.tables(browser_tables()),
        FOLDER / "glossary_tables.js": javascript.tables(glossary_tables()),
        FOLDER / "food_tables.js": javascript.tables(food_tables(), FOOD_TYPES),
        FOLDER / "lesson_tables.js": javascript.tables(lesson_tables(), LESSON_TYPES),
        FOLDER / "lesson_notes.js": javascript.tables(lesson_notes()),
        FOLDER / "words" / "en.js": javascript.text_module("EN", messages.FILE.read_text("utf-8"), "sim/text/en.ftl"),
        document.PATH: document.filled(document.PATH.read_text(encoding="utf-8")),
    }


def file_at_home() -> dict[Path, str]:
    """Return the Lab as one file, once the scripts of the hosts have been written."""
    return {FOLDER.parents[1] / ".readme" / offline.NAME: offline.html()}


STEPS = (generated, built_files, file_at_home)
"""Each is made of what those before it have written."""


def everything() -> dict[Path, str]:
    """Return what all files should hold, if those that others are made of hold it."""
    return {path: text for step in STEPS for path, text in step().items()}


if __name__ == "__main__":
    for step in STEPS:
        for path, text in step().items():
            path.write_text(text, encoding="utf-8")
