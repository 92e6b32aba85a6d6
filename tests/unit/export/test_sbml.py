"""The model for other programs: SBML and the COMBINE archive say what the tables say, without other packages."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZIP_STORED, ZipFile

import numpy as np
import pytest
from support.for_each import for_each

from sim import PRESETS, Scenario, simulate
from sim.__main__ import main
from sim.export import make_file
from sim.export.elements import RDF, RELEASED, xml, xml_text
from sim.export.omex import SBML_MODEL, SEDML, archived, omex_bytes, sedml_text
from sim.export.sbml import MATHML, NAMESPACE, sbml_text, unit_id
from sim.model.equations import COMPARTMENT_NAMES, COMPARTMENTS, FLUXES, INTERMEDIATES, MODEL_VERSION
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, DAYS_PER_YEAR, PARAMETERS, lookup
from sim.model.problem import named
from sim.runs.experiments import experiment_of
from sim.text.sentences import NOTICE, provenance
from sim.text.spelling import in_ascii

TRIALS = Scenario(2000, 4000, 45, 7, {"k_urine": 30, "bone_turnover": 400}, lens="trials", k_form="mk4")
SPACES = {"s": NAMESPACE, "sbml": NAMESPACE, "m": MATHML, "d": SEDML, "rdf": RDF}
ROWS = (*CONTROLS, *PARAMETERS)
OPERATIONS: Mapping[str, Callable[..., float]] = {
    "plus": lambda a, b: a + b,
    "minus": lambda a, b=None: -a if b is None else a - b,
    "times": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "power": lambda a, b: a**b,
    "root": math.sqrt,
    "exp": math.exp,
}


@cache
def document(scenario: Scenario = TRIALS) -> Element:
    return ElementTree.fromstring(sbml_text(scenario))


def elements(path: str, root: Element | None = None) -> list[Element]:
    return (document() if root is None else root).findall(path, SPACES)


def only(path: str, root: Element | None = None) -> Element:
    (found,) = elements(path, root)
    return found


def note(name: str, scenario: Scenario = TRIALS) -> str:
    return " ".join("".join(only(f".//s:parameter[@id='{name}']/s:notes", document(scenario)).itertext()).split())


def evaluate(tree: Element, named: Mapping[str, float]) -> float:
    """Return what a MathML expression is worth."""
    tag = tree.tag.removeprefix(f"{{{MATHML}}}")
    text = (tree.text or "").strip()
    if tag in ("math", "ci", "cn"):
        return evaluate(tree[0], named) if tag == "math" else named[text] if tag == "ci" else float(text)
    assert tag == "apply"
    return OPERATIONS[tree[0].tag.removeprefix(f"{{{MATHML}}}")](*(evaluate(part, named) for part in tree[1:]))


def test_every_flux_is_a_reaction_from_its_source_to_its_target() -> None:
    reactions = {element.get("id"): element for element in elements(".//s:reaction")}
    assert list(reactions) == [flux.name for flux in FLUXES]
    for flux in FLUXES:
        reaction = reactions[flux.name]
        assert only("s:listOfReactants/s:speciesReference", reaction).get("species") == flux.source
        assert only("s:listOfProducts/s:speciesReference", reaction).get("species") == flux.target
        assert {one.get("stoichiometry") for one in elements(".//s:speciesReference", reaction)} == {"1"}
        seen = {one.get("species") for one in reaction.iter() if one.get("species")}
        used = {(one.text or "").strip() for one in elements(".//m:ci", reaction)}
        assert used & set(COMPARTMENT_NAMES) <= seen


@for_each("scenario", [TRIALS, PRESETS["calcium paradox"]])
def test_every_law_is_worth_what_the_model_computes(scenario: Scenario) -> None:
    state = np.array([210.0, 1290.0, 9e5, 700.0, 2e7, 50.0, 90.0])
    known = {name: float(value) for name, value in named(state, scenario.values()).items()}
    known |= {element.attrib["id"]: float(element.attrib["value"])
              for element in elements(".//s:parameter[@value]", document(scenario))}  # fmt: skip
    rules = {e.attrib["variable"]: e for e in elements(".//s:assignmentRule", document(scenario))}
    laws = rules | {e.attrib["id"]: e for e in elements(".//s:reaction", document(scenario))}
    known["blood_calcium"] = 1290 / scenario.values()["blood_volume"]
    assert set(laws) == {row.name for row in (*INTERMEDIATES, *FLUXES)} | {"blood_calcium"}
    for name, element in laws.items():
        # Sums in another order differ in the last digits.
        assert evaluate(only(".//m:math", element), known) == pytest.approx(known[name], rel=1e-12), name


def test_species_are_amounts_in_mg_and_start_where_the_model_starts() -> None:
    starts = {e.attrib["symbol"]: (only(".//m:ci", e).text or "").strip() for e in elements(".//s:initialAssignment")}
    for compartment in COMPARTMENTS:
        species = only(f".//s:species[@id='{compartment.name}']")
        assert (species.get("substanceUnits"), species.get("hasOnlySubstanceUnits")) == ("mg", "true")
        assert starts.get(compartment.name, "0") == compartment.start
        start = TRIALS.values().get(compartment.start, 0)
        if compartment.start != "reference_gut":
            assert float(species.attrib["initialAmount"]) == start
    assert len(elements(".//s:species")) == len(COMPARTMENTS)


def test_every_name_and_unit_is_defined_once() -> None:
    ids = [e.attrib["id"] for e in document().iter() if "id" in e.attrib and not e.tag.endswith("unitDefinition")]
    assert len(ids) == len(set(ids))
    assert {(e.text or "").strip() for e in elements(".//m:ci")} <= set(ids)
    units = {e.attrib["id"] for e in elements(".//s:unitDefinition")} | {"dimensionless"}
    used = {v for e in document().iter() for k, v in e.attrib.items() if k.lower().endswith("units")} - {"true"}
    assert used <= units
    for row in (*ROWS, *INTERMEDIATES):
        assert only(f".//s:parameter[@id='{row.name}']").get("units") == unit_id(row.unit)


def test_the_values_are_those_of_the_scenario_to_the_last_digit() -> None:
    values = {e.attrib["id"]: float(e.attrib["value"]) for e in elements(".//s:parameter[@constant='true']")}
    assert values == TRIALS.values()
    assert (values["calcium"], values["k_urine"], values["mgp_power"], values["k_potency"]) == (2000, 30, 1, 0.125)


def test_the_file_carries_notice_provenance_meanings_and_sources() -> None:
    notes = [element.text for element in elements("s:model/s:notes/*")]
    assert NOTICE in notes and in_ascii(provenance(TRIALS)) in notes
    for row in ROWS:
        assert row.meaning in note(row.name)
    assert note("blood_baseline").endswith(f"Source: {lookup('blood_baseline').source}.")
    assert "Source: set for this run (default 20: assumed)." in note("k_urine")
    for choice in TRIALS.account().choices:
        assert in_ascii(choice.reason) in note(choice.parameter)
        assert in_ascii(choice.source) in note(choice.parameter)


def test_only_a_source_that_gives_the_value_is_said_to_describe_it() -> None:
    described = {}
    for element in elements(".//s:parameter[s:annotation]"):
        (about,) = elements(".//rdf:Description", element)
        assert about.get(f"{{{RDF}}}about") == f"#{element.get('metaid')}"
        described[element.get("id")] = [one.get(f"{{{RDF}}}resource") for one in elements(".//rdf:li", element)]
    assert described["absorption_capacity"] == ["https://doi.org/10.1002/jbmr.5650040404"]
    assert set(described) == {row.name for row in PARAMETERS if not row.assumed and "doi:" in row.source}
    changed = document(replace(TRIALS, parameters={"absorption_capacity": 300}))
    assert not elements(".//s:parameter[@id='absorption_capacity']/s:annotation", changed)


def test_the_files_have_the_names_and_types_that_other_programs_expect() -> None:
    files = [make_file(Scenario(), "bone", name) for name in ("sbml", "omex")]
    assert [file.name for file in files] == ["run_ca1000_d800_k100_10y.xml", "run_ca1000_d800_k100_10y.omex"]
    assert [file.mime for file in files] == ["application/sbml+xml", "application/zip"]


def test_the_same_scenario_gives_the_same_text() -> None:
    assert sbml_text(TRIALS) == sbml_text(replace(TRIALS))
    assert omex_bytes(archived(TRIALS)) == omex_bytes(archived(replace(TRIALS)))


def test_the_archive_holds_what_its_manifest_names_uncompressed_and_without_a_date() -> None:
    archive = ZipFile(BytesIO(make_file(TRIALS, "run", "omex").content))
    manifest = ElementTree.fromstring(archive.read("manifest.xml"))
    places = [element.attrib["location"] for element in manifest]
    assert sorted(["./manifest.xml", *places]) == sorted([".", *(f"./{name}" for name in archive.namelist())])
    assert [element.attrib["location"] for element in manifest if element.get("master")] == ["./simulation.sedml"]
    assert {(one.compress_type, one.date_time) for one in archive.infolist()} == {(ZIP_STORED, (1980, 1, 1, 0, 0, 0))}
    assert archive.read("model.xml").decode() == sbml_text(TRIALS)
    assert NOTICE in archive.read("metadata.rdf").decode()


@for_each(
    ("scenario", "names"),
    [
        (Scenario(), ["balanced", "calcium paradox"]),
        (PRESETS["calcium paradox"], ["calcium paradox", "balanced"]),
        (TRIALS, ["this run", "balanced", "calcium paradox"]),
    ],
)
def test_an_archive_simulates_the_scenario_first_and_two_presets_in_its_world(
    scenario: Scenario, names: list[str]
) -> None:
    runs = archived(scenario)
    assert list(runs) == names
    assert next(iter(runs.values())) == scenario
    assert {(run.years, run.lens) for run in runs.values()} == {(scenario.years, scenario.lens)}
    if scenario.lens == "story":
        assert all(run == PRESETS[name] for name, run in runs.items())


def test_the_sed_ml_turns_the_model_into_each_scenario() -> None:
    runs = {**archived(TRIALS), "story": Scenario(years=3)}
    sedml = ElementTree.fromstring(sedml_text(runs))
    for model, scenario in zip(elements(".//d:model", sedml), runs.values(), strict=True):
        values = {e.attrib["id"]: e.attrib["value"] for e in elements(".//s:parameter[@value]")}
        for change in elements(".//d:changeAttribute", model):
            path, _, attribute = change.attrib["target"].rpartition("/@")
            target = only(path.replace("/sbml:sbml/", "./", 1))
            assert (attribute, target.get("constant")) == ("value", "true")
            values[target.attrib["id"]] = change.attrib["newValue"]
        assert {name: float(value) for name, value in values.items()} == scenario.values()
    ends = [float(e.attrib["outputEndTime"]) for e in elements(".//d:uniformTimeCourse", sedml)]
    assert ends == [run.years * DAYS_PER_YEAR for run in runs.values()]


def test_every_reference_of_the_sed_ml_finds_its_target() -> None:
    sedml = ElementTree.fromstring(sedml_text(archived(TRIALS)))
    ids = [e.attrib["id"] for e in sedml.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[A-Za-z_]\w*", one, re.ASCII) for one in ids)
    references = {v for e in sedml.iter() for k, v in e.attrib.items() if k.endswith("Reference")}
    assert references and references <= set(ids)
    shown = [e.attrib["target"] for e in elements(".//d:variable[@target]", sedml)]
    assert all(target.startswith(SBML_MODEL) for target in shown)
    for target in shown:
        only(target.replace("/sbml:sbml/", "./", 1))
    assert len(elements(".//d:report", sedml)) == 3 and len(elements(".//d:curve", sedml)) == 6


def test_the_sed_ml_speaks_level_1_version_4() -> None:
    """Tellurium's own help for version 3 breaks the file, see tests/referee."""
    sedml = ElementTree.fromstring(sedml_text(archived(TRIALS)))
    assert (sedml.tag, sedml.get("level"), sedml.get("version")) == (f"{{{SEDML}}}sedML", "1", "4")
    assert SEDML.endswith("/level1/version4")
    assert {e.get("numberOfSteps") for e in elements(".//d:uniformTimeCourse", sedml)} == {"120"}
    of_version_3 = {"logX", "logY", "numberOfPoints"}
    assert not [e.tag for e in sedml.iter() if of_version_3 & set(e.attrib)]
    assert {e.get("type") for e in elements(".//d:curve", sedml)} == {"points"}
    for plot in elements(".//d:plot2D", sedml):
        assert only("d:xAxis", plot).attrib == {"name": "time [day]", "type": "linear"}
        assert only("d:yAxis", plot).attrib == {"name": plot.get("name"), "type": "linear"}


def test_programs_that_read_no_initial_assignment_start_where_the_model_starts() -> None:
    changed = replace(TRIALS, parameters={"reference_calcium": 800, "arteries_baseline": 500})
    written = {e.attrib["id"]: float(e.attrib["initialAmount"]) for e in elements(".//s:species", document(changed))}
    assert written == {name: amounts[0] for name, amounts in simulate(changed, samples=2).amounts.items()}


def test_everything_has_a_name_for_readers_and_a_kind() -> None:
    kinds = ("species", "parameter", "reaction", "compartment")
    named = {e.attrib["id"]: e.attrib["name"] for kind in kinds for e in elements(f".//s:{kind}")}
    assert len(named) == len(COMPARTMENTS) + len(ROWS) + len(INTERMEDIATES) + 1 + len(FLUXES) + 1
    some = {
        "calcium": "Calcium intake", "vitamin_k2": "Vitamin K2 as MK-4", "mgp_ed50": "MGP ED50",
        "blood": "calcium in blood", "reference_vitamin_d": "reference vitamin D", "k2_need": "K2 need",
        "bone_formation": "bone formation",
    }  # fmt: skip
    assert {name: named[name] for name in some} == some
    k1 = document(Scenario(k_form="k1"))
    assert only(".//s:parameter[@id='vitamin_k2']", k1).get("name") == Scenario(k_form="k1").form().nutrient
    of_a_kind = [*kinds, "speciesReference", "modifierSpeciesReference", "kineticLaw"]
    terms = {kind: [e.get("sboTerm", "") for e in elements(f".//s:{kind}")] for kind in of_a_kind}
    assert all(re.fullmatch(r"SBO:\d{7}", term) for kind in of_a_kind for term in terms[kind])
    assert only(".//s:parameter[@id='k_urine']").get("sboTerm") == "SBO:0000009"  # kinetic constant
    assert only(".//s:parameter[@id='calcium']").get("sboTerm") == "SBO:0000002"  # any other parameter
    for part, kind in (("Reactants", "SBO:0000010"), ("Products", "SBO:0000011")):
        assert {e.get("sboTerm") for e in elements(f".//s:listOf{part}/s:speciesReference")} == {kind}


def test_the_units_of_length_and_area_fit_that_of_volume() -> None:
    model = only("s:model")
    assert {model.get(f"{what}Units") for what in ("length", "area", "volume")} == {"dimensionless"}


def test_the_notes_say_what_copasi_and_pysces_make_of_the_file() -> None:
    told = " ".join(element.text or "" for element in elements("s:model/s:notes/*"))
    assert (
        "COPASI shows mg as mol" in told and "PySCeS reads neither initial assignments nor numbers with units" in told
    )
    (attribute,) = re.findall(r'every (\S+="\w+") for it', told)
    assert sbml_text(TRIALS).count(f" {attribute}>")  # what PySCeS's users are told to delete is there


EXPERIMENT = Scenario(years=2, parameters={"osteocalcin_block": 1, "k_urine": 22})


def test_the_files_of_an_experiment_are_called_after_it() -> None:
    name = "Calcium Paradox Lab: osteocalcin knock-out mouse"
    model = only("s:model", document(EXPERIMENT))
    assert model.get("name") == name == elements("s:notes/*", model)[0].text
    archive = ZipFile(BytesIO(make_file(EXPERIMENT, "run", "omex").content))
    spaces = {"terms": "http://purl.org/dc/terms/"}
    assert ElementTree.fromstring(archive.read("metadata.rdf")).findtext(".//terms:title", None, spaces) == name
    assert name in archive.read("simulation.sedml").decode()
    assert only("s:model").get("name") == "Calcium Paradox Lab"


def test_two_experiments_that_do_the_same_are_both_named() -> None:
    told = experiment_of(Scenario(parameters={"mgp_block": 1}))
    assert told == "MGP knock-out mouse or people without MGP (Keutel syndrome)"
    assert experiment_of(Scenario(parameters={"mgp_block": 0.5})) is None


@for_each("lens", LENSES)
@for_each("form", K_FORMS)
def test_the_texts_are_ascii_with_every_letter_spelled(lens: str, form: str) -> None:
    """Tellurium writes them to files in the computer's own code, which need not know other letters."""
    scenario = Scenario(lens=lens, k_form=form)
    texts = sbml_text(scenario), sedml_text(archived(scenario))
    assert all(text.isascii() and "\\N{" not in text and "ug/day" in text for text in texts)
    assert in_ascii("5 µg × 2 − 1, Rønn, naïve ☃", "namereplace") == "5 ug x 2 - 1, Ronn, naive \\N{SNOWMAN}"


def test_signs_that_are_spelled_with_signs_of_markup_stay_text() -> None:
    text = xml_text(xml("p", "1 \u2264 2 \u201cK2\u201d", name="\u201c\u2264\u201d"))
    read = ElementTree.fromstring(text.encode())
    assert (read.text, read.get("name")) == ('1 <= 2 "K2"', '"<="')


def test_every_version_of_the_model_has_its_date() -> None:
    """The dates are typed, so that the same run gives the same bytes: add one when MODEL_VERSION changes."""
    assert list(RELEASED)[-1] == MODEL_VERSION
    assert list(RELEASED.values()) == sorted(RELEASED.values())
    spaces = {"terms": "http://purl.org/dc/terms/"}
    archive = ZipFile(BytesIO(omex_bytes(archived(TRIALS))))
    for text in (sbml_text(TRIALS), archive.read("metadata.rdf").decode()):
        root = ElementTree.fromstring(text)
        (made,) = root.findall(".//terms:created/terms:W3CDTF", spaces)
        (changed,) = root.findall(".//terms:modified/terms:W3CDTF", spaces)
        assert (made.text, changed.text) == (min(RELEASED.values()), RELEASED[MODEL_VERSION])


def test_blood_calcium_is_the_concentration_that_readers_see() -> None:
    rule = only(".//s:assignmentRule[@variable='blood_calcium']/m:math")
    run = simulate(TRIALS, samples=3)
    named = {"blood": float(run.amounts["blood"][-1]), "blood_volume": TRIALS.values()["blood_volume"]}
    assert evaluate(rule, named) == run.blood_calcium[-1]


def test_python_m_sim_export_writes_the_model_and_the_archive(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, archive = tmp_path / "model.xml", tmp_path / "calcium.omex"
    options = ["--preset", "calcium paradox", "--years", "3", "--set", "k_urine=30"]
    assert main(["export", "--sbml", str(model), "--omex", str(archive), *options]) == 0
    scenario = replace(PRESETS["calcium paradox"], years=3, parameters={"k_urine": 30})
    assert model.read_text(encoding="utf-8") == sbml_text(scenario)
    assert archive.read_bytes() == make_file(scenario, "run", "omex").content
    assert {path.name for path in tmp_path.iterdir()} == {"model.xml", "calcium.omex"}
    said = capsys.readouterr().out
    assert NOTICE in said and provenance(scenario) in said and str(model) in said and str(archive) in said


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the command stands in, with a folder and a file of ours."""
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("mine.omex").write_text("mine")
    return tmp_path


@for_each(
    ("arguments", "words"),
    [
        ([], "Must be --sbml FILE, --omex FILE, or both with two names."),
        (["--sbml", "a.xml", "--omex", "./a.xml"], "or both with two names."),
        (["--sbml", "a.xml", "--omex", "folder"], "Invalid file 'folder'. Must be a file, not"),
        (["--sbml", "a.xml", "--omex", "none/a.omex"], "Invalid file 'none/a.omex'. Its folder does not"),
        (["--sbml", "a.xml", "--omex", "a" * 300], "File name too long."),
        (["--sbml", "a.xml", "--omex", "mine.omex"], "mine.omex exists already. Add --force to overwrite it."),
        (["--sbml", "a.xml", "--calcium", "9999"], "Invalid calcium '9999' [mg/day]. Must be between"),
        (["--sbml", "a.xml", "--out", "plots"], "unrecognized arguments: --out plots"),
    ],
)
def test_a_bad_export_ends_with_status_2_and_one_line_and_writes_nothing(
    arguments: list[str], words: str, there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = main(["export", *arguments])
    except SystemExit as end:
        status = end.code
    said = capsys.readouterr()
    assert (status, said.out) == (2, "")
    assert said.err.startswith("python -m sim") and words in said.err and len(said.err.splitlines()) == 1
    assert {path.name for path in there.rglob("*")} == {"folder", "mine.omex"}
    assert Path("mine.omex").read_text() == "mine"


def test_every_unit_has_the_size_it_is_named_for() -> None:
    # In grams, moles, items, litres and seconds; typed by hand, a year being 365.25 days.
    sizes = {
        "mg": 1e-3, "day": 86_400, "years": 31_557_600, "dL": 0.1, "per_day": 1 / 86_400, "mg_per_day": 1e-3 / 86_400,
        "ug_per_day": 1e-6 / 86_400, "IU_per_day": 1 / 86_400, "nmol_per_L": 1e-9, "mg_per_dL": 1e-2,
    }  # fmt: skip
    kinds = {
        "mg": "gram", "day": "second", "years": "second", "dL": "litre", "per_day": "second",
        "mg_per_day": "gram second", "ug_per_day": "gram second", "IU_per_day": "item second",
        "nmol_per_L": "mole litre", "mg_per_dL": "gram litre",
    }  # fmt: skip
    found = {unit.attrib["id"]: elements(".//s:unit", unit) for unit in elements(".//s:unitDefinition")}
    assert set(found) == set(sizes)
    for name, parts in found.items():
        assert [part.attrib["kind"] for part in parts] == kinds[name].split(), name
        size = math.prod(
            (float(part.attrib["multiplier"]) * 10 ** int(part.attrib["scale"])) ** int(part.attrib["exponent"])
            for part in parts
        )
        assert size == pytest.approx(sizes[name], rel=1e-12), name  # rounding of the powers of ten
