"""
A COMBINE archive: the model as SBML, what to simulate with it as SED-ML, and what it is.

It is stored uncompressed with one fixed date: the same bytes on every computer, and the notice
can be read in them.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import ZipFile, ZipInfo

from sim.export.elements import HISTORY_SPACES, RDF, history, notes, title, xml, xml_text
from sim.export.sbml import BLOOD_CALCIUM, MATHML, NAMESPACE, sbml_text
from sim.model.equations import COMPARTMENT_NAMES
from sim.model.parameters import CONTROLS, DAYS_PER_YEAR
from sim.runs.scenario import PRESETS, Scenario
from sim.text.sentences import NOTICE, provenance

COMBINE = "http://identifiers.org/combine.specifications"
# Tellurium 2.2 mends version 3 until it is broken; version 4 it leaves alone.
SEDML = "http://sed-ml.org/sed-ml/level1/version4"
SBML_MODEL = "/sbml:sbml/sbml:model"
CVODE, RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE = "KISAO:0000019", "KISAO:0000209", "KISAO:0000211"
STEPS = 120
PLOTTED = ("bone", "arteries")


def archived(scenario: Scenario) -> dict[str, Scenario]:
    """Return what an archive simulates: the scenario, and two presets in its world and over its years."""
    paradox = replace(scenario, **PRESETS["calcium paradox"].nutrients())
    presets = {"balanced": scenario.balanced(), "calcium paradox": paradox}
    own_name = next((name for name, preset in presets.items() if preset == scenario), "this run")
    return {own_name: scenario, **presets}


def omex_bytes(scenarios: Mapping[str, Scenario]) -> bytes:
    """
    Return a COMBINE archive that simulates some scenarios, by name; the model has the values of the first.

    Examples
    --------
    >>> omex_bytes({"balanced": Scenario()})[:2]
    b'PK'
    """
    files = {
        "manifest.xml": _manifest(),
        "model.xml": sbml_text(next(iter(scenarios.values()))),
        "simulation.sedml": sedml_text(scenarios),
        "metadata.rdf": _metadata(scenarios),
    }
    archive = BytesIO()
    with ZipFile(archive, "w") as into:
        for name, text in files.items():
            entry = ZipInfo(name)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on Windows
            into.writestr(entry, text.encode())
    return archive.getvalue()


def sedml_text(scenarios: Mapping[str, Scenario]) -> str:
    """Return as SED-ML how each scenario changes the model, how it is simulated, and a report and plots of it."""
    runs = {re.sub(r"\W", "_", name): (name, scenario) for name, scenario in scenarios.items()}
    first = next(iter(scenarios.values()))
    root = xml(
        "sedML", notes(title(first), NOTICE, *map(provenance, scenarios.values())),
        xml("listOfSimulations", *(_time_course(key, scenario) for key, (_, scenario) in runs.items())),
        xml("listOfModels", *(_model(key, name, scenario, first.values()) for key, (name, scenario) in runs.items())),
        xml("listOfTasks", *(xml("task", id=f"task_{key}", name=name, modelReference=f"model_{key}",
                                 simulationReference=f"years_{key}") for key, (name, _) in runs.items())),
        xml("listOfDataGenerators", *(_data(key, name) for key in runs for name in _targets())),
        xml("listOfOutputs", *(_report(key, name) for key, (name, _) in runs.items()),
            *(_plot(name, {key: label for key, (label, _) in runs.items()}) for name in PLOTTED)),
        **{"xmlns": SEDML, "xmlns:sbml": NAMESPACE, "level": "1", "version": "4"},
    )  # fmt: skip
    return xml_text(root)


def _time_course(key: str, scenario: Scenario) -> Element:
    tolerances = {RELATIVE_TOLERANCE: "1e-10", ABSOLUTE_TOLERANCE: "1e-9"}
    changes = (xml("algorithmParameter", kisaoID=kisao, value=value) for kisao, value in tolerances.items())
    algorithm = xml("algorithm", xml("listOfAlgorithmParameters", *changes), kisaoID=CVODE)
    return xml("uniformTimeCourse", algorithm, id=f"years_{key}", initialTime="0", outputStartTime="0",
               outputEndTime=repr(scenario.years * DAYS_PER_YEAR), numberOfSteps=str(STEPS))  # fmt: skip


def _model(key: str, name: str, scenario: Scenario, base: Mapping[str, float]) -> Element:
    """Return the model with every control, and what else differs, set to the scenario's value."""
    always = {row.name for row in CONTROLS}
    changed = {k: float(v) for k, v in scenario.values().items() if k in always or v != base[k]}
    changes = (
        xml("changeAttribute", target=f"{_path('Parameter', parameter)}/@value", newValue=repr(value))
        for parameter, value in changed.items()
    )
    return xml("model", xml("listOfChanges", *changes), id=f"model_{key}", name=name, source="model.xml",
               language="urn:sedml:language:sbml.level-3.version-2")  # fmt: skip


def _path(kind: str, name: str) -> str:
    return f"{SBML_MODEL}/sbml:listOf{kind.removesuffix('s')}s/sbml:{kind.lower()}[@id='{name}']"


def _targets() -> dict[str, dict[str, str]]:
    """Return what is written down of a run, by name: time [day], amounts [mg] and blood calcium [mg/dL]."""
    amounts = {name: {"target": _path("Species", name)} for name in COMPARTMENT_NAMES}
    blood_calcium = {"target": _path("Parameter", BLOOD_CALCIUM.name)}
    return {"time": {"symbol": "urn:sedml:symbol:time"}, **amounts, BLOOD_CALCIUM.name: blood_calcium}


def _data(key: str, name: str) -> Element:
    unit = {"time": "day", BLOOD_CALCIUM.name: BLOOD_CALCIUM.unit}.get(name, "mg")
    variable = xml("variable", id=f"of_{name}_{key}", taskReference=f"task_{key}", **_targets()[name])
    math = xml("math", xml("ci", f"of_{name}_{key}"), xmlns=MATHML)
    label = f"{name.replace('_', ' ')} [{unit}]"
    return xml("dataGenerator", xml("listOfVariables", variable), math, id=f"{name}_{key}", name=label)


def _report(key: str, name: str) -> Element:
    sets = (xml("dataSet", id=f"set_{of}_{key}", label=of, dataReference=f"{of}_{key}") for of in _targets())
    return xml("report", xml("listOfDataSets", *sets), id=f"report_{key}", name=name)


def _plot(name: str, runs: Mapping[str, str]) -> Element:
    curves = (
        xml("curve", id=f"curve_{name}_{key}", name=label, type="points",
            xDataReference=f"time_{key}", yDataReference=f"{name}_{key}")
        for key, label in runs.items()
    )  # fmt: skip
    axes = (xml(f"{axis}Axis", name=of, type="linear") for axis, of in (("x", "time [day]"), ("y", f"{name} [mg]")))
    return xml("plot2D", *axes, xml("listOfCurves", *curves), id=f"plot_{name}", name=f"{name} [mg]")


def _manifest() -> str:
    contents = {".": "omex", "./model.xml": "sbml", "./simulation.sedml": "sed-ml", "./metadata.rdf": "omex-metadata"}
    entries = (
        xml("content", location=place, format=f"{COMBINE}/{kind}", **({"master": "true"} if kind == "sed-ml" else {}))
        for place, kind in contents.items()
    )
    return xml_text(xml("omexManifest", *entries, xmlns=f"{COMBINE}/omex-manifest"))


def _metadata(scenarios: Mapping[str, Scenario]) -> str:
    text = " ".join([NOTICE, *(f"{name}: {provenance(scenario)}" for name, scenario in scenarios.items())])
    name = title(next(iter(scenarios.values())))
    about = xml("rdf:Description", xml("dcterms:title", name), xml("dcterms:description", text), *history(),
                **{"rdf:about": "."})  # fmt: skip
    return xml_text(xml("rdf:RDF", about, **{"xmlns:rdf": RDF}, **HISTORY_SPACES))
