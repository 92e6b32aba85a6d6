"""
The model with the values of one scenario as SBML Level 3 Version 2, made from the model's own tables.

Calcium is an amount [mg] in one compartment, the body, whose size plays no part; time is in
days. International units (IU) have no size in SI and are written as counted items. Names for readers,
terms of the Systems Biology Ontology (SBO) and the history of the model stand beside the equations.
"""

import ast
import re
from decimal import Decimal
from xml.etree.ElementTree import Element

from sim.export.elements import annotation, history, notes, title, xml, xml_text
from sim.model.equations import COMPARTMENT_NAMES, COMPARTMENTS, FLUXES, INTERMEDIATES, Compartment, Flux, Intermediate
from sim.model.parameters import CONTROLS, DAYS_PER_YEAR, PARAMETERS, Control, Parameter, number
from sim.model.problem import start_state
from sim.model.syntax import names, parse
from sim.runs.scenario import Scenario
from sim.text.sentences import NOTICE, label, parameter_name, provenance

NAMESPACE = "http://www.sbml.org/sbml/level3/version2/core"
MATHML = "http://www.w3.org/1998/Math/MathML"
SBO = {
    "model": "SBO:0000293",  # non-spatial continuous framework
    "compartment": "SBO:0000290",  # physical compartment
    "species": "SBO:0000247",  # simple chemical
    "parameter": "SBO:0000002",  # quantitative systems description parameter
    "rate constant": "SBO:0000009",  # kinetic constant
    "reaction": "SBO:0000655",  # transport reaction
    "source": "SBO:0000010",  # reactant
    "target": "SBO:0000011",  # product
    "modifier": "SBO:0000019",
    "law": "SBO:0000001",  # rate law
}
FOR_OTHER_PROGRAMS = (
    "Calcium is an amount in mg and time is in days. 1 IU is written as 1 item.",
    "Programs without a unit of mass label amounts otherwise: COPASI shows mg as mol. The numbers are mg all the same.",
    'PySCeS reads neither initial assignments nor numbers with units. Delete every sbml:units="dimensionless" for it; '
    "it then starts from the initial amounts, which are right as long as no value is changed.",
)
CALCIUM_ION = "https://identifiers.org/CHEBI:29108"
HUMAN = "https://identifiers.org/taxonomy:9606"
BLOOD_CALCIUM = Intermediate(
    "blood_calcium", "C_B", "mg/dL", "blood / blood_volume", "Concentration of calcium in blood."
)
_BASE_UNITS = {
    "mg": ("gram", "-3", "1"), "ug": ("gram", "-6", "1"), "nmol": ("mole", "-9", "1"), "IU": ("item", "0", "1"),
    "L": ("litre", "0", "1"), "dL": ("litre", "-1", "1"), "day": ("second", "0", "86400"),
    "years": ("second", "0", f"{86400 * DAYS_PER_YEAR:.0f}"),
}  # fmt: skip
_MATHML = {"Add": "plus", "Sub": "minus", "Mult": "times", "Div": "divide", "Pow": "power", "sqrt": "root"}


def sbml_text(scenario: Scenario) -> str:
    """Return the model with a scenario's values as SBML."""
    constants, quantities = (*CONTROLS, *PARAMETERS), (*INTERMEDIATES, BLOOD_CALCIUM)
    units = dict.fromkeys(["mg", "day", *(row.unit for row in (*constants, *quantities))])
    starts = dict(zip(COMPARTMENT_NAMES, start_state(scenario.values(), 1)[:, 0], strict=True))
    model = xml(
        "model", notes(title(scenario), NOTICE, provenance(scenario), *FOR_OTHER_PROGRAMS),
        annotation("calcium_model", "hasTaxon", HUMAN, before=history()),
        xml("listOfUnitDefinitions", *(_unit(unit) for unit in units if unit != "-")),
        xml("listOfCompartments", xml("compartment", id="body", name="body", sboTerm=SBO["compartment"], size="1",
                                      units="dimensionless", spatialDimensions="3", constant="true")),
        xml("listOfSpecies", *(_species(c, float(starts[c.name])) for c in COMPARTMENTS)),
        xml("listOfParameters", *(_parameter(row, scenario) for row in constants), *map(_variable, quantities)),
        xml("listOfInitialAssignments",
            *(xml("initialAssignment", _math(c.start), symbol=c.name) for c in COMPARTMENTS if c.start != "0")),
        xml("listOfRules", *(xml("assignmentRule", _math(q.law), variable=q.name) for q in quantities)),
        xml("listOfReactions", *map(_reaction, FLUXES)),
        id="calcium_model", metaid="meta_calcium_model", name=title(scenario), sboTerm=SBO["model"],
        substanceUnits="mg", extentUnits="mg", timeUnits="day", volumeUnits="dimensionless",
        areaUnits="dimensionless", lengthUnits="dimensionless",
    )  # fmt: skip
    return xml_text(xml("sbml", model, xmlns=NAMESPACE, level="3", version="2"))


def unit_id(unit: str) -> str:
    """Return a unit's name in SBML: ``mg/day`` becomes ``mg_per_day``, ``1/day`` becomes ``per_day``."""
    return "dimensionless" if unit == "-" else unit.removeprefix("1").replace("/", "_per_").lstrip("_")


def _unit(unit: str) -> Element:
    powers = [(name, power) for name, power in zip(unit.split("/"), ("1", "-1"), strict=False) if name != "1"]
    keys = ("kind", "scale", "multiplier", "exponent")
    parts = (xml("unit", **dict(zip(keys, (*_BASE_UNITS[name], power), strict=True))) for name, power in powers)
    return xml("unitDefinition", xml("listOfUnits", *parts), id=unit_id(unit))


def _species(compartment: Compartment, start: float) -> Element:
    name = compartment.name
    return xml("species", notes(compartment.meaning), annotation(name, "isVersionOf", CALCIUM_ION),
               id=name, metaid=f"meta_{name}", name=f"calcium in {name}", sboTerm=SBO["species"], compartment="body",
               initialAmount=repr(start), substanceUnits="mg", hasOnlySubstanceUnits="true",
               boundaryCondition="false", constant="false")  # fmt: skip


def _parameter(row: Parameter, scenario: Scenario) -> Element:
    """Return a parameter with this run's value, its meaning and where the value comes from."""
    chosen = {c.parameter: c for c in (*scenario.account().choices, scenario.form().potency)}
    source, reason, dois = row.source, "", []
    if row in CONTROLS or row.name in scenario.parameters:
        source = f"set for this run (default {number(row.default)}: {source})"
    elif choice := chosen.get(row.name):
        source, reason = choice.source, choice.reason
    if not source.startswith(("assumed", "set ")):  # what an assumed value is only near to does not describe it
        dois = [f"https://doi.org/{doi}" for doi in re.findall(r"doi:(10\.[^\s;,)]+)", source)]
    return xml(
        "parameter", notes(*filter(None, (row.meaning, reason, f"Source: {source}."))),
        *([annotation(row.name, "isDescribedBy", *dois)] if dois else []), id=row.name, metaid=f"meta_{row.name}",
        name=label(row, scenario) if isinstance(row, Control) else parameter_name(row.name), sboTerm=_term(row.unit),
        value=repr(float(scenario.values()[row.name])), units=unit_id(row.unit), constant="true",
    )  # fmt: skip


def _variable(quantity: Intermediate) -> Element:
    return xml("parameter", notes(quantity.meaning), id=quantity.name, name=parameter_name(quantity.name),
               sboTerm=_term(quantity.unit), units=unit_id(quantity.unit), constant="false")  # fmt: skip


def _term(unit: str) -> str:
    return SBO["rate constant" if unit == "1/day" else "parameter"]


def _reaction(flux: Flux) -> Element:
    modifiers = sorted(names(flux.law) & set(COMPARTMENT_NAMES) - {flux.source, flux.target})
    return xml(
        "reaction", notes(flux.meaning),
        xml("listOfReactants", _end("source", flux.source)), xml("listOfProducts", _end("target", flux.target)),
        xml("listOfModifiers",
            *(xml("modifierSpeciesReference", species=name, sboTerm=SBO["modifier"]) for name in modifiers)),
        xml("kineticLaw", _math(flux.law), sboTerm=SBO["law"]),
        id=flux.name, name=parameter_name(flux.name), sboTerm=SBO["reaction"], reversible="false",
    )  # fmt: skip


def _end(role: str, species: str) -> Element:
    return xml("speciesReference", species=species, sboTerm=SBO[role], stoichiometry="1", constant="true")


def _math(law: str) -> Element:
    return xml("math", _mathml(parse(law)), **{"xmlns": MATHML, "xmlns:sbml": NAMESPACE})


def _mathml(tree: ast.expr) -> Element:
    match tree:
        case ast.Name(id=name):
            return xml("ci", name)
        case ast.Constant(value=int() | float() as value):
            return xml("cn", f"{Decimal(str(value)):f}", **{"sbml:units": "dimensionless"})
        case ast.UnaryOp(operand=operand):
            return xml("apply", xml("minus"), _mathml(operand))
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            return xml("apply", xml(_MATHML.get(name, name)), _mathml(argument))
        case ast.BinOp(left=left, op=op, right=right):
            return xml("apply", xml(_MATHML[type(op).__name__]), _mathml(left), _mathml(right))
    raise AssertionError("parse() admits nothing else")
