"""
Units: every law of the model, worked out with units instead of plain numbers, has the unit its table says.

Each unit of the tables is a dimension of its own here: laws never convert (house rule), so mg and g,
or day and years, must not meet either. Nothing of this runs with the model.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest

from sim.model.equations import COMPARTMENTS, FLUXES, INTERMEDIATES, Compartment, Flux, Intermediate
from sim.model.parameters import CONTROLS, PARAMETERS, Parameter

pint: Any = (import_module if os.environ.get("CI") == "true" else pytest.importorskip)("pint")
ALONE = ("mg", "g", "ug", "nmol", "mol", "IU", "L", "dL", "day", "years", "hour")
UNITS = pint.UnitRegistry(None)
for _name in ALONE:
    UNITS.define(f"{_name} = [{_name}]")
FUNCTIONS = {
    "exp": lambda x: UNITS.Quantity(2.0, "") if UNITS.Quantity(x).check("") else wrong_argument("exp", x),
    "sqrt": lambda x: x**0.5,
}
Tables = tuple[tuple[Parameter, ...], tuple[Compartment, ...], tuple[Intermediate, ...], tuple[Flux, ...]]
TABLES: Tables = ((*CONTROLS, *PARAMETERS), COMPARTMENTS, INTERMEDIATES, FLUXES)


def wrong_argument(function: str, value: object) -> None:
    raise ValueError(f"{function} of {value}")


def of_unit(unit: str) -> Any:
    """Return a quantity of a unit of the tables; pint would let 0 pass with any unit, so it is not 0."""
    return UNITS.Quantity(1.5, "" if unit == "-" else unit)


def faults(parameters: Iterable[Parameter], compartments: Iterable[Compartment], *laws: Iterable) -> list[str]:
    """Return the names whose law does not have the unit that the table says, in the order of the tables."""
    named = {row.name: of_unit(row.unit) for row in parameters}
    named |= {compartment.name: of_unit("mg") for compartment in compartments}
    found = []
    for row in (row for table in laws for row in table):
        declared = of_unit(row.unit)
        try:
            value = UNITS.Quantity(eval(row.law, {"__builtins__": {}}, FUNCTIONS | named))
            ok = value.dimensionality == declared.dimensionality
        except (pint.DimensionalityError, ValueError):
            ok = False
        if not ok:
            found.append(row.name)
        named[row.name] = declared  # one fault is reported once, not in all that use it
    starts = [c for c in compartments if c.start != "0" and not named[c.start].check("[mg]")]
    return found + [f"start of {c.name}" for c in starts] + [f.name for f in laws[-1] if f.unit != "mg/day"]


def test_every_law_has_the_unit_of_its_table() -> None:
    assert faults(*TABLES) == []


def in_law(name: str, old: str, new: str) -> Callable[[], list[str]]:
    """Return what is found after a change in a law."""

    def mutate(rows: tuple) -> tuple:
        return tuple(replace(row, law=row.law.replace(old, new)) if row.name == name else row for row in rows)

    assert any(row.name == name and old in row.law for row in (*INTERMEDIATES, *FLUXES))
    return lambda: faults(TABLES[0], COMPARTMENTS, mutate(INTERMEDIATES), mutate(FLUXES))


def in_unit(name: str, unit: str) -> Callable[[], list[str]]:
    """Return what is found after a change of a unit in a table."""

    def mutate(rows: tuple) -> tuple:
        return tuple(replace(row, unit=unit) if row.name == name else row for row in rows)

    parameters, compartments, quantities, fluxes = TABLES
    assert name in {row.name for row in (*parameters, *quantities, *fluxes)}
    return lambda: faults(mutate(parameters), compartments, mutate(quantities), mutate(fluxes))


def in_start(name: str, start: str) -> Callable[[], list[str]]:
    """Return what is found after a change of the value a compartment starts from."""
    changed = tuple(replace(c, start=start) if c.name == name else c for c in COMPARTMENTS)
    return lambda: faults(TABLES[0], changed, INTERMEDIATES, FLUXES)


SEEDED = {
    "an amount for a flux": (in_law("unabsorbed_loss", "k_transit * gut", "gut"), "unabsorbed_loss"),
    "a rate constant for a flux": (in_law("urinary_excretion", " * blood_above_threshold", ""), "urinary_excretion"),
    "a ratio that is none": (in_law("blood_ratio", "blood / blood_baseline", "blood"), "blood_ratio"),
    "an amount in an exponential": (in_law("pth", "blood_ratio", "blood"), "pth"),
    "an amount in an exponent": (in_law("mgp_effect", "**mgp_power", "**blood"), "mgp_effect"),
    "mg added to mg/day": (in_law("absorption", "k_passive * gut", "gut"), "absorption"),
    "mg taken from mg/day": (in_law("reference_urinary_excretion", "k_transit * ", ""), "reference_urinary_excretion"),
    "1 added to mg": (in_law("absorption", "gut_half_saturation + gut", "1 + gut"), "absorption"),
    "a square forgotten": (in_law("gut_surplus", "gut_outflow * ", ""), "gut_surplus"),
    "a square under the root": (in_law("reference_gut", "gut_surplus**2", "gut_surplus"), "reference_gut"),
    "half a threshold": (in_law("urine_threshold", "threshold_width**2 / (4", "threshold_width / (4"),
                         "urine_threshold"),
    "bone not relative": (in_law("bone_resorption", "(bone / bone_baseline)", "bone"), "bone_resorption"),
    "vitamin D for its status": (in_law("vitamin_d_gate", "serum_25ohd +", "vitamin_d +"), "vitamin_d_gate"),
    "vitamin K for vitamin D": (in_law("serum_25ohd", "vitamin_d /", "vitamin_k2 /"), "serum_25ohd"),
    "mg/dL for mg": (in_law("blood_above_threshold", "blood -", "blood / blood_volume -"), "blood_above_threshold"),
    "calcium in g": (in_unit("calcium", "g/day"), "intake"),
    "blood in mg/dL": (in_unit("blood_baseline", "mg/dL"), "urine_threshold"),
    "bone in g": (in_unit("bone_baseline", "g"), "bone_resorption"),
    "gut saturation as a flux": (in_unit("gut_half_saturation", "mg/day"), "absorption"),
    "vitamin D in ug": (in_unit("vitamin_d", "ug/day"), "serum_25ohd"),
    "K2 in mg": (in_unit("vitamin_k2", "mg/day"), "vitamin_k_supply"),
    "25(OH)D in ug/L": (in_unit("gate_ec50", "ug/L"), "vitamin_d_gate"),
    "per hour": (in_unit("k_urine", "1/hour"), "urinary_excretion"),
    "per year": (in_unit("k_clearance", "1/years"), "arterial_clearance"),
    "turnover as an amount": (in_unit("bone_turnover", "mg"), "bone_formation"),
    "a ratio declared as an amount": (in_unit("pth", "mg"), "pth"),
    "a flux declared as an amount": (in_unit("intake", "mg"), "intake"),
    "a start that is a flux": (in_start("gut", "reference_calcium"), "start of gut"),
}  # fmt: skip


@pytest.mark.parametrize(("mutant", "where"), SEEDED.values(), ids=list(SEEDED))
def test_a_seeded_fault_is_found_where_it_is(mutant: Callable[[], list[str]], where: str) -> None:
    assert where in mutant()
