"""Files to take home: the same bytes every time, readable by other programs, with settings and notice inside."""

import codecs
import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections import defaultdict
from dataclasses import replace
from functools import cache
from hashlib import sha256
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from support.for_each import for_each

from sim import MODEL_VERSION, PRESETS, Scenario, simulate
from sim.export import FORMATS, MODEL_FORMATS, PICTURES, file_name, make_file
from sim.export.elements import RELEASED
from sim.export.images import image_bytes
from sim.figures import FIGURES, THEMES
from sim.figures.style import SHEET, new_figure
from sim.model.equations import COMPARTMENT_NAMES, FLUXES
from sim.runs.experiments import EXPERIMENTS
from sim.session.pins import Pin
from sim.text.data_files import rounded
from sim.text.sentences import APP_NAME, NOTICE, provenance, settings_line
from sim.text.spelling import in_ascii

CHANGED = replace(PRESETS["calcium paradox"], years=7, parameters={"mgp_strength": 0.5, "k_clearance": 4e-5})
SVG = "{http://www.w3.org/2000/svg}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
HASHES = """
from hashlib import sha256
from sim import PRESETS
from sim.export import FORMATS, make_file
for form in FORMATS:
    print(form, sha256(make_file(PRESETS["calcium paradox"], "blood", form).content).hexdigest())
"""


@cache
def content(file_format: str, what: str = "activation", scenario: Scenario = CHANGED) -> bytes:
    return make_file(scenario, what, file_format).content


def pdf_information(pdf: bytes) -> dict[str, str]:
    """Return the texts of a PDF's information dictionary."""
    found = {}
    for name, raw in re.findall(
        rb"/(Title|Subject|Creator|Producer|CreationDate) \(((?:\\.|[^\\)])*)\)", pdf, re.DOTALL
    ):
        text = re.sub(rb"\\(.)", lambda m: {b"n": b"\n", b"r": b"\r"}.get(m[1], m[1]), raw, flags=re.DOTALL)
        wide = text.startswith(codecs.BOM_UTF16_BE)
        found[name.decode()] = text.decode("utf-16") if wide else text.decode("latin-1")
    return found


def told(file_format: str) -> str:
    """Return what a file says about itself, in text that programs can find."""
    raw = content(file_format)
    if file_format == "xlsx":
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            return "\n".join(parts.read(name).decode() for name in parts.namelist())
    if file_format == "png":
        return "\n".join(str(value) for value in Image.open(io.BytesIO(raw)).info.values())
    if file_format == "pdf":
        return "\n".join(pdf_information(raw).values())
    return raw.decode(errors="replace" if file_format == "omex" else "strict")  # its texts are stored as they are


@for_each("file_format", FORMATS)
def test_every_file_carries_the_notice_the_version_and_the_settings(file_format: str) -> None:
    text = told(file_format)
    for words in (NOTICE, APP_NAME, MODEL_VERSION, "the popular story"):
        assert words in text
    if file_format in ("csv", "json"):
        for name, value in CHANGED.parameters.items():
            assert re.search(rf"{name}\W+{value}\b", text), name
    elif file_format != "xlsx":  # its cells are read in test_data_files.py
        settings = settings_line(CHANGED)
        assert (in_ascii(settings) if file_format in MODEL_FORMATS else settings) in text
        undated = re.sub("|".join(RELEASED.values()), "", text)
        assert not re.search(r"20[2-9]\d-[01]\d", undated)  # no date of today: it would change the bytes


@pytest.mark.slow
def test_the_same_scenario_gives_the_same_bytes_twice_and_in_other_processes() -> None:
    command = [sys.executable, "-c", HASHES]
    seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=seed) for seed in seeds]
    elsewhere = [process.communicate()[0].splitlines() for process in started]
    files = {form: make_file(PRESETS["calcium paradox"], "blood", form).content for form in FORMATS}
    here = [f"{form} {sha256(content).hexdigest()}" for form, content in files.items()]
    assert elsewhere == [here, here]
    for form in ("csv", "json", "svg"):
        assert make_file(PRESETS["calcium paradox"], "blood", form).content == files[form]


def test_the_csv_is_one_tidy_table_with_every_quantity_at_every_time() -> None:
    head, *rows = csv.reader(io.StringIO(content("csv").decode(), newline=""))
    assert head[:5] == ["run", "time_years", "quantity", "value", "unit"]
    assert {len(row) for row in rows} == {len(head)}
    assert {row[0] for row in rows} == {"this run"}
    series, units = defaultdict(list), {}
    for _, time, quantity, value, unit, *_ in rows:
        series[quantity].append((time, value))
        units.setdefault(quantity, unit)
    run = simulate(CHANGED)
    curves = {**run.amounts, **run.fluxes, "bone_change": run.bone_change, "blood_calcium": run.blood_calcium}
    curves["arteries_times"] = run.arteries_times
    assert {name for name, points in series.items() if len(points) > 1} == set(curves)
    for name, curve in curves.items():
        times, values = np.array(series[name], dtype=float).T
        assert values.tolist() == list(map(rounded, curve)), name
        assert values == pytest.approx(curve, rel=5e-8, abs=5e-10), name  # eight digits
        assert times.tolist() == list(map(rounded, run.years))
        assert len(values) == 121
    assert {units[name] for name in COMPARTMENT_NAMES} == {"mg"}
    assert {units[flux.name] for flux in FLUXES} == {"mg/day"}
    assert (units["blood_calcium"], units["bone_change"]) == ("mg/dL", "%")


def test_each_row_of_the_csv_says_settings_assumptions_version_and_notice_and_its_values_are_numbers() -> None:
    rows = list(csv.DictReader(io.StringIO(content("csv").decode(), newline="")))
    settings = {"calcium_mg_per_day": "2000", "vitamin_d_IU_per_day": "4000", "vitamin_k_ug_per_day": "10"}
    changed = {"changed_assumptions": "k_clearance = 4e-05; mgp_strength = 0.5"}
    facts = {**settings, **changed, "years": "7", "notice": NOTICE}
    for row in rows:
        assert facts.items() <= row.items()
        assert MODEL_VERSION in row["made_with"]
        float(row["value"])
    (status,) = (row for row in rows if row["quantity"] == "serum_25ohd")
    assert (status["time_years"], status["unit"]) == ("0", "nmol/L")
    assert float(status["value"]) == rounded(simulate(CHANGED).serum_25ohd)


@for_each("scenario", [*PRESETS.values(), CHANGED, Scenario(1234.5, 0, 0.1, 2.5)])
def test_the_json_reads_back_as_the_same_scenario_and_the_same_curves(scenario: Scenario) -> None:
    read = json.loads(content("json", "bone", scenario))
    assert Scenario(**read["scenario"]) == scenario
    run = simulate(scenario)
    assert read["amounts"] == {name: list(map(rounded, amount)) for name, amount in run.amounts.items()}
    assert read["fluxes"] == {name: list(map(rounded, flux)) for name, flux in run.fluxes.items()}
    assert read["years"] == list(map(rounded, run.years))
    assert read["ledger"] == {name: rounded(amount) for name, amount in run.ledger().items()}
    assert read["arteries_times"] == list(map(rounded, run.arteries_times))
    assert set(read["units"]) >= {"amounts", "fluxes", "years", "ledger", "blood_calcium"}


def test_the_png_is_300_dpi_and_as_large_as_the_picture() -> None:
    image = Image.open(io.BytesIO(content("png")))
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.01)  # PNG counts whole pixels a metre
    assert image.size == (round(SHEET.width * 300), round(SHEET.height * 300))
    assert image.info["Title"] == FIGURES["activation"].title


def test_the_svg_is_xml_with_title_and_no_outside_address_to_fetch() -> None:
    root = ElementTree.fromstring(content("svg"))
    assert root.tag == f"{SVG}svg"
    assert FIGURES["activation"].title in [one.text for one in root.iter(f"{DUBLIN_CORE}title")]
    fetched = [value for element in root.iter() for key, value in element.attrib.items() if key.endswith("href")]
    assert fetched
    assert all(value.startswith("#") for value in fetched)
    assert not re.search(r"<(script|image)|@import|url\((?!#)", content("svg").decode())


def test_the_pdf_has_a_title_and_embeds_its_letters() -> None:
    pdf = content("pdf")
    assert pdf_information(pdf)["Title"] == FIGURES["activation"].title
    assert "CreationDate" not in pdf_information(pdf)
    assert b"/FontFile2" in pdf  # TrueType: letters stay letters, not shapes


def test_a_dark_picture_has_dark_paper() -> None:
    image = Image.open(io.BytesIO(make_file(Scenario(), "bone", "png", THEMES["dark"]).content)).convert("RGB")
    assert image.getpixel((2, 2)) == (0x10, 0x15, 0x1B)


def test_a_file_that_does_not_exist_is_refused_in_the_form_of_the_house() -> None:
    for what, file_format, words in (("bone", "gif", "format 'gif'"), ("heart", "png", "picture 'heart'")):
        with pytest.raises(ValueError) as error:
            make_file(Scenario(), what, file_format)
        known = FORMATS if what == "bone" else PICTURES
        assert str(error.value) == f"Invalid {words}. Must be one of: {', '.join(known)}."
    with pytest.raises(ValueError, match=r"^Invalid format 'csv'\. Must be one of: png, svg, pdf\.$"):
        image_bytes(new_figure(THEMES["light"]), "csv", Scenario(), title="x")


def test_the_file_name_tells_what_settings_and_that_parameters_were_changed() -> None:
    assert file_name(Scenario(2000, 10_000, 10, 1), "bone", "svg") == "bone_ca2000_d10000_k10_1y.svg"
    assert file_name(Scenario(years=2.5), "panel", "pdf") == "panel_ca1000_d800_k100_2.5y.pdf"
    assert make_file(CHANGED, "bone", "csv").name.startswith("run_ca2000_d4000_k10_7y_changed-")
    assert make_file(CHANGED, "bone", "json").mime == "application/json"


def test_runs_that_differ_in_anything_have_files_of_different_names_that_every_system_takes() -> None:
    scenarios = [Scenario(), Scenario(calcium=1000.001), Scenario(years=9.9999999), Scenario(lens="trials")]
    scenarios += [Scenario(k_form="k1"), Scenario(parameters={"mgp_block": 1}), Scenario(parameters={"mgp_block": 0.5})]
    scenarios += [Scenario(parameters={"osteocalcin_block": 1}), CHANGED]
    pins = [(), (Pin("a", Scenario()),), (Pin("b", Scenario()),), (Pin("a", CHANGED),)]
    names = [
        file_name(scenario, "bone", "png", bands=bands, pins=pinned)
        for scenario in scenarios
        for bands in (False, True)
        for pinned in pins
    ]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert re.fullmatch(r"[\w.-]{1,100}", name, re.ASCII)
    for what in ("run", "bone", "tornado"):  # neither a table nor the tornado has bands
        for ending in ("csv", "json") if what != "tornado" else ("png",):
            assert file_name(Scenario(), what, ending, bands=True) == file_name(Scenario(), what, ending)


@for_each("name", EXPERIMENTS)
def test_a_run_of_an_experiment_says_so_in_every_file(name: str) -> None:
    scenario = Scenario(parameters=EXPERIMENTS[name].parameters)
    assert name in provenance(scenario)
    assert name in json.loads(make_file(scenario, "", "json").content)["experiment"]
    assert name in make_file(scenario, "", "sbml").content.decode()
    assert name in pdf_information(make_file(scenario, "bone", "pdf").content)["Subject"]
    foot = " ".join(text.get_text() for text in FIGURES["bone"].draw(*[simulate(scenario)] * 2).texts)
    assert name in foot
