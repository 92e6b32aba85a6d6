"""Files saved from the page: each opens, carries the notice and the settings, and holds the run."""

import csv
import json
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from PIL import Image
from support.visit import Visit

from sim import PRESETS, Scenario, simulate
from sim.text.data_files import SETTINGS as SETTINGS_COLUMNS
from sim.text.sentences import NOTICE, provenance

PARADOX = PRESETS["calcium paradox"]
SETTINGS = ("2,000 mg/day", "4,000 IU/day", "10 µg/day", "10 years")
Save = Callable[..., bytes]


@pytest.fixture
def save(paradox: Visit, tmp_path: Path) -> Save:
    """Return a function that saves a file in a format, of a picture."""

    def saved(file_format: str, picture: str | None = None, label: str = "") -> bytes:
        button = paradox.saving()
        paradox.choose("Format", label or file_format)
        if picture:
            paradox.choose("Picture", picture)
        paradox.settle()
        with paradox.page.expect_download() as download:
            button.click()
        name = download.value.suggested_filename
        assert name.endswith(f"_ca2000_d4000_k10_10y.{file_format.lower()}")
        download.value.save_as(tmp_path / name)
        return (tmp_path / name).read_bytes()

    return saved


def carries_notice_and_settings(text: str) -> None:
    """Check that a text has the notice, what made it and every setting."""
    assert NOTICE in text
    assert provenance(PARADOX) in text
    assert all(setting in text for setting in SETTINGS)


@pytest.mark.parametrize("picture", ["Bone calcium", "All pictures on one sheet"])
def test_a_png_opens_at_print_resolution_and_carries_notice_and_settings(save: Save, picture: str) -> None:
    with Image.open(BytesIO(save("PNG", picture))) as image:
        image.load()
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)  # PNG counts dots per metre
        assert min(image.size) > 1000
        assert image.info["Title"] == picture
        carries_notice_and_settings(image.info["Description"])


def test_an_svg_parses_and_carries_notice_and_settings(save: Save) -> None:
    root = ElementTree.fromstring(save("SVG"))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    described = root.iterfind(".//{http://purl.org/dc/elements/1.1/}description")
    carries_notice_and_settings(" ".join(element.text or "" for element in described))


def test_a_pdf_is_one(save: Save) -> None:
    content = save("PDF")
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    for text in (NOTICE, provenance(PARADOX)):
        assert text.encode("utf-16-be") in content  # how a PDF writes text with a µ


def test_a_csv_is_tidy_and_holds_the_values_of_the_run(save: Save) -> None:
    text = save("CSV").decode()
    assert text.startswith("run,time_years,quantity,value,unit,")
    rows = list(csv.DictReader(StringIO(text)))
    assert {row["notice"] for row in rows} == {NOTICE}
    assert [float(rows[0][name]) for name in SETTINGS_COLUMNS[:4]] == [*PARADOX.settings().values()]
    result = simulate(PARADOX)
    for name, amount in result.amounts.items():
        curve = [(float(row["time_years"]), float(row["value"])) for row in rows if row["quantity"] == name]
        assert {row["unit"] for row in rows if row["quantity"] == name} == {"mg"}
        assert [time for time, _ in curve] == pytest.approx(list(result.years), rel=1e-9)
        assert [value for _, value in curve] == pytest.approx(list(amount), rel=1e-9)  # ten digits are written
    for name, flux in result.fluxes.items():
        curve = [float(row["value"]) for row in rows if row["quantity"] == name]
        assert curve == pytest.approx(list(flux), rel=1e-9)


def test_a_spreadsheet_opens_and_holds_the_ledger_of_the_run(save: Save) -> None:
    content = save("XLSX", label="Spreadsheet (.xlsx)")
    ledger = pd.read_excel(BytesIO(content), "ledger").set_index("where it went")["calcium [mg]"]
    assert ledger.to_dict() == pytest.approx(simulate(PARADOX).ledger(), rel=1e-9)  # ten digits are written


def test_a_json_file_gives_the_same_scenario_again(save: Save) -> None:
    content = json.loads(save("JSON"))
    assert Scenario(**content["scenario"]) == PARADOX
    assert content["notice"] == NOTICE
    assert content["amounts"]["bone"] == simulate(PARADOX).amounts["bone"].tolist()
