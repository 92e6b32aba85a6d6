"""
Write every file that is made from the model's tables: ``python -m sim.write_generated``.

Run it after a change of a law, a parameter, a lens or a preset. Development only: it needs SymPy. A test fails while
files and tables differ.
"""

from pathlib import Path

from sim.browser import write_model
from sim.content import document
from sim.model import compiled
from sim.model.equations import COMPARTMENT_NAMES, FLUXES, QUANTITIES
from sim.model.generate import python
from sim.model.generate.derive import derive


def generated() -> dict[Path, str]:
    """Return what each file should hold."""
    functions = derive(
        COMPARTMENT_NAMES,
        {quantity.name: quantity.law for quantity in QUANTITIES},
        {flux.name: (flux.source, flux.target, flux.law) for flux in FLUXES},
    )
    code = {
        Path(compiled.__file__): python.module(functions),
        write_model.PATH: write_model.module(functions),
    }
    documents = {p: document.filled(p.read_text(encoding="utf-8"), parts) for p, parts in document.DOCUMENTS.items()}
    return code | documents


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
