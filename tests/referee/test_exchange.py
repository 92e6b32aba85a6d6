"""
The exported files in the hands of other programs: libSBML finds nothing wrong with them, and
libRoadRunner and COPASI compute from them what this project's solver computes from the tables.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import numpy as np
import pytest
from numpy.typing import NDArray
from support.optional import package
from support.simulators import copasi, roadrunner

from sim import PRESETS, Scenario
from sim.export.elements import RELEASED, title
from sim.export.omex import SEDML, archived, omex_bytes, sedml_text
from sim.export.sbml import NAMESPACE, sbml_text
from sim.model.equations import COMPARTMENT_NAMES, MODEL_VERSION
from sim.model.parameters import DAYS_PER_YEAR
from sim.runs.run import run_model

Array = NDArray[np.float64]
YEARS = 30
DAYS = np.linspace(0, YEARS * DAYS_PER_YEAR, 121)
TOLERANCE = 1e-6
"""What this project promises, relative to each amount; below 1 mg relative to 1 mg."""

SCENARIOS: Mapping[str, Scenario] = {
    **{name: replace(preset, years=YEARS) for name, preset in PRESETS.items()},
    "trials": Scenario(2000, 4000, 10, YEARS, lens="trials"),
    "trials, K1, few nutrients": Scenario(400, 100, 45, YEARS, {"bone_turnover": 300}, lens="trials", k_form="k1"),
    "least of all": Scenario(200, 0, 0, YEARS),
    "most of all": Scenario(2500, 10_000, 500, YEARS),
    "parameters changed": Scenario(1500, 600, 20, YEARS, {"k_urine": 30, "pth_slope": 8, "mgp_power": 1.7}),
}
RUNS = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=list(SCENARIOS))


@cache
def ours(scenario: Scenario) -> Array:
    """Return this project's amounts, shape (n_times, n_compartments). [mg]"""
    return run_model(scenario.values(), DAYS)[:, :, 0]


def difference(found: Array, expected: Array) -> float:
    """Return the largest relative difference, below 1 mg relative to 1 mg."""
    return float(np.max(np.abs(found - expected) / np.maximum(np.abs(expected), 1)))


def messages(sbml: str) -> list[str]:
    """Return everything libSBML finds, units and good practice included."""
    library = package("libsbml")
    document = library.readSBMLFromString(sbml)
    for category in (library.LIBSBML_CAT_UNITS_CONSISTENCY, library.LIBSBML_CAT_MODELING_PRACTICE):
        document.setConsistencyChecks(category, True)
    document.checkConsistency()
    return [document.getError(i).getMessage() for i in range(document.getNumErrors())]


@RUNS
def test_libsbml_finds_no_error_and_no_warning(scenario: Scenario) -> None:
    assert messages(sbml_text(scenario)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('value="20.0" units="per_day"', 'value="20" units="mg"'),
        ("<root />", "<exp />"),
        ('<reaction id="bone_formation"', '<reaction id="bone formation"'),
        ('units="IU_per_day"', 'units="mg_per_day"'),
    ],
)
def test_libsbml_would_find_a_fault(old: str, new: str) -> None:
    text = sbml_text(Scenario())
    assert old in text
    assert messages(text.replace(old, new, 1)) != []


def test_libsbml_reads_the_sources_of_the_parameters() -> None:
    library = package("libsbml")
    document = library.readSBMLFromString(sbml_text(Scenario()))
    parameter = document.getModel().getParameter("k_passive")
    (term,) = (parameter.getCVTerm(i) for i in range(parameter.getNumCVTerms()))
    assert term.getBiologicalQualifierType() == library.BQB_IS_DESCRIBED_BY
    assert term.getResourceURI(0) == "https://doi.org/10.1002/jbmr.5650040404"


@RUNS
def test_libroadrunner_computes_what_this_project_computes(scenario: Scenario) -> None:
    assert difference(roadrunner(sbml_text(scenario), DAYS, COMPARTMENT_NAMES), ours(scenario)) < TOLERANCE


@RUNS
def test_copasi_computes_what_this_project_computes(scenario: Scenario) -> None:
    assert difference(copasi(sbml_text(scenario), DAYS, COMPARTMENT_NAMES), ours(scenario)) < TOLERANCE


def test_other_programs_see_the_same_blood_calcium() -> None:
    runner = package("roadrunner").RoadRunner(sbml_text(Scenario()))
    runner.timeCourseSelections = ["blood", "blood_calcium"]
    blood, concentration = np.array(runner.simulate(0, 100, 3)).T
    assert concentration == pytest.approx(blood / Scenario().values()["blood_volume"], rel=1e-14)  # one division


EXPERIMENT = Scenario(years=2, parameters={"mgp_block": 1})
RUNS_IN_ARCHIVE = archived(Scenario(1500, 600, 20, 12, {"k_urine": 30}, lens="trials", k_form="mk4"))


def test_libsedml_finds_no_error() -> None:
    library = package("libsedml")
    document = library.readSedMLFromString(sedml_text(RUNS_IN_ARCHIVE))
    assert [document.getError(i).getMessage() for i in range(document.getNumErrors())] == []
    assert {document.getSimulation(i).getNumberOfSteps() for i in range(3)} == {120}
    assert (document.getNumModels(), document.getNumTasks(), document.getNumOutputs()) == (3, 3, 5)


def test_libcombine_reads_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "calcium.omex"
    path.write_bytes(omex_bytes(RUNS_IN_ARCHIVE))
    archive = package("libcombine").CombineArchive()
    assert archive.initializeFromArchive(str(path))
    assert archive.getMasterFile().getLocation() == "./simulation.sedml"
    assert "not medical advice" in archive.getMetadataForLocation(".").getDescription()
    archive.cleanUp()


def test_copasi_opens_the_archive_and_takes_model_and_time_from_it(tmp_path: Path) -> None:
    path = tmp_path / "calcium.omex"
    path.write_bytes(omex_bytes(RUNS_IN_ARCHIVE))
    root = package("COPASI").CRootContainer
    model = root.addDatamodel()
    try:
        assert model.openCombineArchive(str(path))
        values = {v.getSBMLId(): v.getInitialValue() for v in model.getModel().getModelValues()}
        assert (model.getModel().getNumMetabs(), model.getModel().getNumReactions()) == (7, 9)
        assert (values["calcium"], values["k_urine"], values["k_potency"]) == (1500, 30, 0.125)
        problem = model.getTask("Time-Course").getProblem()
        assert (problem.getDuration(), problem.getStepNumber()) == (12 * DAYS_PER_YEAR, 120)
    finally:
        root.removeDatamodel(model)


@pytest.mark.parametrize("scenario", [*RUNS_IN_ARCHIVE.values(), EXPERIMENT])
def test_tellurium_opens_and_runs_the_archive(
    scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As its users do, in one call; here without windows for its plots."""
    monkeypatch.setenv("MPLBACKEND", "Agg")
    path = tmp_path / "calcium.omex"
    path.write_bytes(omex_bytes(archived(scenario)))
    package("tellurium").convertAndExecuteCombineArchive(str(path))


def test_tellurium_reads_the_same_changes_from_the_archive(tmp_path: Path) -> None:
    path = tmp_path / "calcium.omex"
    path.write_bytes(omex_bytes(RUNS_IN_ARCHIVE))
    text = package("tellurium").convertCombineArchive(str(path))
    assert "with calcium = 1500, vitamin_d = 600, vitamin_k2 = 20, years = 12\n" in text
    assert text.count("simulate uniform(0, 4383, 120)") == 3


@pytest.mark.parametrize("scenario", [RUNS_IN_ARCHIVE["this run"], EXPERIMENT])
def test_libsbml_and_libcombine_read_who_made_the_model_when_and_what_it_is_called(
    scenario: Scenario, tmp_path: Path
) -> None:
    model = package("libsbml").readSBMLFromString(sbml_text(scenario)).getModel()
    history, path = model.getModelHistory(), tmp_path / "calcium.omex"
    path.write_bytes(omex_bytes(archived(scenario)))
    archive = package("libcombine").CombineArchive()
    assert archive.initializeFromArchive(str(path))
    described = archive.getMetadataForLocation(".")
    for creator in (history.getCreator(0), described.getCreator(0)):
        assert f"{creator.getGivenName()} {creator.getFamilyName()}" == "Calcium Paradox Lab contributors"
    dates = history.getCreatedDate().getDateAsString(), history.getModifiedDate(0).getDateAsString()
    assert dates == (RELEASED["1.0"], RELEASED[MODEL_VERSION])
    assert described.getCreated().getDateAsString() == RELEASED["1.0"]
    assert model.getName() == title(scenario)
    archive.cleanUp()


def test_libsbml_knows_the_kind_of_everything() -> None:
    library = package("libsbml")
    model = library.readSBMLFromString(sbml_text(Scenario())).getModel()
    kinds = {
        "isModellingFramework": [model],
        "isMaterialEntity": [*model.getListOfCompartments(), *model.getListOfSpecies()],
        "isQuantitativeParameter": list(model.getListOfParameters()),
        "isOccurringEntityRepresentation": list(model.getListOfReactions()),
        "isRateLaw": [reaction.getKineticLaw() for reaction in model.getListOfReactions()],
    }  # fmt: skip
    for question, elements in kinds.items():
        assert elements and all(getattr(library.SBO, question)(element.getSBOTerm()) for element in elements), question


def test_what_the_archive_tells_to_do_gives_this_projects_numbers(tmp_path: Path) -> None:
    """Follows the SED-ML by hand: change the model's attributes, simulate, compare."""
    path = tmp_path / "calcium.omex"
    path.write_bytes(omex_bytes(RUNS_IN_ARCHIVE))
    with ZipFile(path) as archive:
        sedml, text = ElementTree.fromstring(archive.read("simulation.sedml")), archive.read("model.xml")
    spaces = {"sbml": NAMESPACE, "sed": SEDML}
    courses = sedml.findall(".//sed:uniformTimeCourse", spaces)
    models = sedml.findall(".//sed:model", spaces)
    for model, course, scenario in zip(models, courses, RUNS_IN_ARCHIVE.values(), strict=True):
        sbml = ElementTree.fromstring(text)
        for change in model.findall(".//sed:changeAttribute", spaces):
            place, _, attribute = change.attrib["target"].rpartition("/@")
            (target,) = sbml.findall(place.replace("/sbml:sbml/", "./", 1), spaces)
            target.set(attribute, change.attrib["newValue"])
        days = np.linspace(0, float(course.attrib["outputEndTime"]), int(course.attrib["numberOfSteps"]) + 1)
        found = roadrunner(ElementTree.tostring(sbml, encoding="unicode"), days, COMPARTMENT_NAMES)
        assert difference(found, run_model(scenario.values(), days)[:, :, 0]) < TOLERANCE
