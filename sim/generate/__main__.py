"""Write what is made from the laws: ``python -m sim.generate``."""

from pathlib import Path

from sim.generate.derive import Function, derive
from sim.generate.python import module
from sim.model import COMPARTMENT_NAMES, FLUXES, QUANTITIES

PATH = Path(__file__).parents[1] / "compiled.py"


def functions() -> dict[str, Function]:
    """Return the functions of the model."""
    quantities = {quantity.name: quantity.law for quantity in QUANTITIES}
    return derive(COMPARTMENT_NAMES, quantities, {flux.name: (flux.source, flux.target, flux.law) for flux in FLUXES})


def main() -> None:
    """Write the files."""
    PATH.write_text(module(functions()), encoding="utf-8")


if __name__ == "__main__":
    main()
