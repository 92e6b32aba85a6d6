"""
The model with the values of one scenario as SBML Level 3 Version 2, made from the model's own tables.

Calcium is an amount [mg] in one compartment, the body, whose size plays no part; time is in
days. International units (IU) have no size in SI and are written as counted items.
"""

import ast
import re
from decimal import Decimal
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from sim.expressions import names, parse
from sim.model import COMPARTMENT_NAMES, COMPARTMENTS, FLUXES, QUANTITIES, Flux, Quantity
from sim.narrative import APP_NAME, NOTICE, provenance
from sim.parameters import CONTROLS, DAYS_PER_YEAR, PARAMETERS, Parameter, number
from sim.scenarios import Scenario

NAMESPACE = "http://www.sbml.org/sbml/level3/version2/core"
MATHML = "http://www.w3.org/1998/Math/MathML"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
CALCIUM_ION = "https://identifiers.org/CHEBI:29108"
HUMAN = "https://identifiers.org/taxonomy:9606"
BLOOD_CALCIUM = Quantity("blood_calcium", "C_B", "mg/dL", "blood / blood_volume", "Concentration of calcium in blood.")
_BASE_UNITS = {
    "mg": ("gram", "-3", "1"), "ug": ("gram", "-6", "1"), "nmol": ("mole", "-9", "1"), "IU": ("item", "0", "1"),
    "L": ("litre", "0", "1"), "dL": ("litre", "-1", "1"), "day": ("second", "0", "86400"),
    "years": ("second", "0", f"{86400 * DAYS_PER_YEAR:.0f}"),
}  # fmt: skip
_MATHML = {"Add": "plus", "Sub": "minus", "Mult": "times", "Div": "divide", "Pow": "power", "sqrt": "root"}


def xml(tag: str, *inside: Element | str, **attributes: str) -> Element:
    """Return an XML element with a text or with other elements inside."""
    made = Element(tag, attributes)
    made.extend(part for part in inside if isinstance(part, Element))
    made.text = "".join(part for part in inside if isinstance(part, str)) or None
    return made


def xml_text(root: Element) -> str:
    """Return an XML document as text."""
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def sbml_text(scenario: Scenario) -> str:
    """Return the model with a scenario's values as SBML."""
    constants, quantities = (*CONTROLS, *PARAMETERS), (*QUANTITIES, BLOOD_CALCIUM)
    units = dict.fromkeys(["mg", "day", *(row.unit for row in (*constants, *quantities))])
    about = (APP_NAME, NOTICE, provenance(scenario), "Calcium is an amount in mg. 1 IU is written as 1 item.")
    model = xml(
        "model", notes(*about), _annotation("calcium_model", "hasTaxon", HUMAN),
        xml("listOfUnitDefinitions", *(_unit(unit) for unit in units if unit != "-")),
        xml("listOfCompartments", xml("compartment", id="body", size="1", spatialDimensions="3", constant="true")),
        xml("listOfSpecies", *(_species(c.name, c.start, c.meaning) for c in COMPARTMENTS)),
        xml("listOfParameters", *(_parameter(row, scenario) for row in constants), *map(_variable, quantities)),
        xml("listOfInitialAssignments",
            *(xml("initialAssignment", _math(c.start), symbol=c.name) for c in COMPARTMENTS if c.start != "0")),
        xml("listOfRules", *(xml("assignmentRule", _math(q.law), variable=q.name) for q in quantities)),
        xml("listOfReactions", *map(_reaction, FLUXES)),
        id="calcium_model", metaid="meta_calcium_model", name=APP_NAME,
        substanceUnits="mg", extentUnits="mg", timeUnits="day", volumeUnits="dimensionless",
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


def _species(name: str, start: str, meaning: str) -> Element:
    amount = {"initialAmount": "0"} if start == "0" else {}
    return xml("species", notes(meaning), _annotation(name, "isVersionOf", CALCIUM_ION),
               id=name, metaid=f"meta_{name}", compartment="body", substanceUnits="mg", hasOnlySubstanceUnits="true",
               boundaryCondition="false", constant="false", **amount)  # fmt: skip


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
        *([_annotation(row.name, "isDescribedBy", *dois)] if dois else []), id=row.name, metaid=f"meta_{row.name}",
        value=repr(float(scenario.values()[row.name])), units=unit_id(row.unit), constant="true",
    )  # fmt: skip


def _variable(quantity: Quantity) -> Element:
    return xml("parameter", notes(quantity.meaning), id=quantity.name, units=unit_id(quantity.unit), constant="false")


def _reaction(flux: Flux) -> Element:
    modifiers = sorted(names(flux.law) & set(COMPARTMENT_NAMES) - {flux.source, flux.target})
    return xml(
        "reaction", notes(flux.meaning),
        xml("listOfReactants", xml("speciesReference", species=flux.source, stoichiometry="1", constant="true")),
        xml("listOfProducts", xml("speciesReference", species=flux.target, stoichiometry="1", constant="true")),
        xml("listOfModifiers", *(xml("modifierSpeciesReference", species=name) for name in modifiers)),
        xml("kineticLaw", _math(flux.law)), id=flux.name, reversible="false",
    )  # fmt: skip


def notes(*lines: str) -> Element:
    """Return lines of text that SBML and SED-ML carry along."""
    return xml("notes", *(xml("p", line, xmlns="http://www.w3.org/1999/xhtml") for line in lines))


def _annotation(name: str, relation: str, *addresses: str) -> Element:
    bag = xml("rdf:Bag", *(xml("rdf:li", **{"rdf:resource": address}) for address in addresses))
    about = xml("rdf:Description", xml(f"bqbiol:{relation}", bag), **{"rdf:about": f"#meta_{name}"})
    spaces = {"xmlns:rdf": RDF, "xmlns:bqbiol": "http://biomodels.net/biology-qualifiers/"}
    return xml("annotation", xml("rdf:RDF", about, **spaces))


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
