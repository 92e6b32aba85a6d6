"""
What SBML, SED-ML and their metadata have in common: XML elements, notes, and what a file is and who made it.
"""

from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from sim.content.words import CHANGES
from sim.runs.experiments import experiment_of
from sim.runs.scenario import Scenario
from sim.text.sentences import APP_NAME
from sim.text.spelling import in_ascii

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
HISTORY_SPACES = {"xmlns:dcterms": "http://purl.org/dc/terms/", "xmlns:vCard4": "http://www.w3.org/2006/vcard/ns#"}
RELEASED = {change.version: f"{change.date:%Y-%m-%dT%H:%M:%SZ}" for change in reversed(CHANGES)}
"""When each version of the model was made: not today's date, so that the same run gives the same bytes."""


def xml(tag: str, *inside: Element | str, **attributes: str) -> Element:
    """Return an XML element with a text or with other elements inside."""
    element = Element(tag, attributes)
    element.extend(part for part in inside if isinstance(part, Element))
    element.text = "".join(part for part in inside if isinstance(part, str)) or None
    return element


def xml_text(root: Element) -> str:
    """Return an XML document as text in ASCII: Tellurium writes it to files in each computer's own code."""
    for element in root.iter():
        element.text = element.text and in_ascii(element.text, "namereplace")
        element.attrib = {name: in_ascii(value, "namereplace") for name, value in element.attrib.items()}
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def notes(*lines: str) -> Element:
    """Return lines of text that SBML and SED-ML carry along."""
    return xml("notes", *(xml("p", line, xmlns="http://www.w3.org/1999/xhtml") for line in lines))


def annotation(name: str, relation: str, *addresses: str, before: Iterable[Element] = ()) -> Element:
    """Return what an element is or comes from, as addresses; `about` it stands what is in `before`."""
    bag = xml("rdf:Bag", *(xml("rdf:li", **{"rdf:resource": address}) for address in addresses))
    about = xml("rdf:Description", *before, xml(f"bqbiol:{relation}", bag), **{"rdf:about": f"#meta_{name}"})
    spaces = {"xmlns:rdf": RDF, "xmlns:bqbiol": "http://biomodels.net/biology-qualifiers/"}
    spaces |= HISTORY_SPACES if before else {}
    return xml("annotation", xml("rdf:RDF", about, **spaces))


def title(scenario: Scenario) -> str:
    """
    Return what a file is called: the program and, if the scenario is an experiment, the experiment.

    Examples
    --------
    >>> title(Scenario(parameters={"osteocalcin_block": 1}))
    'Calcium Paradox Lab: osteocalcin knock-out mouse'
    """
    return ": ".join(filter(None, (APP_NAME, experiment_of(scenario))))


def history() -> list[Element]:
    """Return who made the model and when."""
    resource = {"rdf:parseType": "Resource"}
    # Antimony, and with it Tellurium, loses a name that is not in two parts.
    parts = (xml("vCard4:family-name", "contributors"), xml("vCard4:given-name", APP_NAME))
    dates = {"created": min(RELEASED.values()), "modified": max(RELEASED.values())}
    return [
        xml("dcterms:creator", xml("rdf:Bag", xml("rdf:li", xml("vCard4:hasName", *parts, **resource), **resource))),
        *(xml(f"dcterms:{what}", xml("dcterms:W3CDTF", date), **resource) for what, date in dates.items()),
    ]
