"""Files of numbers as others read them: pandas, and a spreadsheet where the comma is the decimal sign."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook
from support.for_each import for_each

from sim import PRESETS, Scenario, simulate
from sim.content.foods import listing, plate_listing
from sim.export import make_file
from sim.export.compared_runs import comparison_bytes
from sim.export.data import json_text, sheets
from sim.export.map_data import map_bytes
from sim.model.parameters import CONTROLS, PARAMETERS
from sim.runs.paradox_map import paradox_map
from sim.session.pins import Pin
from sim.text.data_files import DataTable, csv_bytes, file_bytes, rounded, xlsx_bytes
from sim.text.sentences import NOTICE

PARADOX = PRESETS["calcium paradox"]
CHANGED = Scenario(2000, 4000, 10, 7, {"mgp_strength": 0.5, "k_clearance": 4e-5})
LITTLE = "x; $a$ |"
PIN = Pin(LITTLE, CHANGED)
Made = Callable[[str], bytes]
FILES: dict[str, tuple[Made, set[str]]] = {
    "run": (lambda form: make_file(CHANGED, "run", form).content, {"time_years", "value"}),
    "compared runs": (lambda form: comparison_bytes(PARADOX, (PIN,), "bone", form), {"time_years", "value"}),
    "map": (lambda form: map_bytes(paradox_map(PARADOX), PARADOX, form), {"value"}),
    "food table": (lambda form: file_bytes([listing.data_table()], form, "x"), {"low", "typical", "high"}),
    "plate": (
        lambda form: file_bytes([plate_listing.data_table({"natto": 2, "tofu": 1})], form, "x"),
        {"low", "typical", "high", "servings"},
    ),
}
SETTINGS = {"calcium_mg_per_day", "vitamin_d_IU_per_day", "vitamin_k_ug_per_day", "years"}
each_file = for_each("what", FILES)


@cache
def content(what: str, file_format: str) -> bytes:
    return FILES[what][0](file_format)


@cache
def read(what: str) -> Any:
    return pd.read_csv(io.BytesIO(content(what, "csv")))


@cache
def read_sheets(what: str) -> dict[str, Any]:
    return pd.read_excel(io.BytesIO(content(what, "xlsx")), sheet_name=None)


def cells(table: pd.DataFrame, decimal: str = ".") -> list[list[object]]:
    """Return the cells of a table row by row: what reads as a number as one of ten digits, empty ones as nothing."""

    def cell(value: object) -> object:
        try:
            return f"{float(str(value).replace(decimal, '.')):.10g}".replace("nan", "")
        except ValueError:
            return value

    return [[cell(value) for value in row] for row in table.itertuples(index=False)]


@each_file
def test_columns_of_numbers_are_numbers_for_pandas_and_each_row_carries_the_notice_in_ascii_letters(what: str) -> None:
    for table in (read(what), next(iter(read_sheets(what).values()))):
        expected = (FILES[what][1] | SETTINGS) & set(table.columns)
        assert expected
        assert {name for name in expected if not pd.api.types.is_numeric_dtype(table[name])} == set()
    assert FILES[what][1] <= set(read(what).columns)
    assert read(what)["notice"].str.contains(NOTICE, regex=False).all()
    assert content(what, "csv").isascii()


@each_file
def test_every_workbook_tells_the_notice_in_its_cells_its_footers_and_its_properties(what: str) -> None:
    book: Any = load_workbook(io.BytesIO(content(what, "xlsx")))
    assert book.properties.description == NOTICE
    assert any(NOTICE in str(cell.value) for sheet in book for row in sheet for cell in row)
    assert all(sheet.oddFooter.left.text == NOTICE and sheet.freeze_panes == "A2" for sheet in book)
    assert {(sheet.print_title_rows, sheet.page_setup.orientation) for sheet in book} == {("$1:$1", "landscape")}


@each_file
def test_a_workbook_has_no_formula_and_no_time_of_its_making(what: str) -> None:
    made = content(what, "xlsx")
    book = load_workbook(io.BytesIO(made))
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    assert made == FILES[what][0]("xlsx")
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T" in parts.read("docProps/core.xml")


@pytest.mark.parametrize("name", ["=1+1", "+D", "-20 years", "@home"])
def test_a_name_is_never_a_formula(name: str) -> None:
    table = DataTable("runs", ("run", "value"), [(name, -0.5), ("-", 1)])
    assert csv_bytes(table).decode().splitlines()[1:] == [f"'{name},-0.5", "-,1"]
    sheet = load_workbook(io.BytesIO(xlsx_bytes([table], "x")))["runs"]
    assert (sheet["A2"].value, sheet["A2"].data_type) == (name, "s")


def test_a_name_with_other_letters_keeps_them_and_the_file_then_says_how_it_is_written() -> None:
    made = csv_bytes(DataTable("runs", ("run", "value"), [("zu wenig µ, Größe", 1.5)]))
    assert made.startswith(b"\xef\xbb\xbf")
    assert pd.read_csv(io.BytesIO(made))["run"].tolist() == ["zu wenig µ, Größe"]


def test_files_hold_numbers_exactly_and_leave_unknown_numbers_empty() -> None:
    table = DataTable("t", ("a", "b"), [(1 / 3, None), (30_000_000.25, 0), (4e-5, -0.0), (1234.5678901234, True)])
    assert csv_bytes(table) == b"a,b\n0.3333333333333333,\n30000000.25,0\n4e-05,0\n1234.5678901234,1\n"
    rows = load_workbook(io.BytesIO(xlsx_bytes([table], "x")))["t"].iter_rows(min_row=2, values_only=True)
    assert list(rows) == [(pytest.approx(1 / 3, rel=1e-15), None), (30000000.25, 0), (4e-5, 0), (1234.5678901234, 1)]


def test_a_computed_number_has_eight_digits_none_finer_than_a_billionth_nor_coarser_than_one() -> None:
    numbers = {1 / 3: 0.33333333, -1e9 / 7: -142857143, 12345678.9: 12345679, 1.23456789e-5: 1.2346e-05, 4e-10: 0}
    numbers |= {999999.996: 1e6, 999999.994: 999999.99, 0.1 + 0.2: 0.3, 2000: 2000, 0: 0}
    assert {number: rounded(number) for number in numbers} == numbers
    assert not any(str(rounded(tiny)).startswith("-") for tiny in (-0.0, -4e-10))


@for_each("half", [39969562.5, 39969563.5, 314.38171875, -314.38172875, 0.00000000250])
def test_what_is_a_half_but_for_its_last_bits_is_rounded_as_that_half(half: float) -> None:
    assert {rounded(half * (1 + bits * 2e-16)) for bits in (-9, -1, 0, 1, 9)} == {rounded(half)}
    assert (rounded(39969562.5), rounded(39969563.5)) == (39969562, 39969564)  # to the even digit


def test_the_sheets_of_a_run_hold_what_its_csv_holds_and_the_settings_and_sources() -> None:
    long, book = read("compared runs"), read_sheets("compared runs")
    assert list(book) == ["run", "fluxes", "ledger", "about", "sources"]
    wide = {}
    for name in ("run", "fluxes"):
        melted = book[name].melt(["run", "time_years"], var_name="quantity")
        wide |= {(row.run, row.time_years, row.quantity): row.value for row in melted.itertuples()}
    constants = book["about"].dropna(subset="unit")
    wide |= {(row.run, 0, f"{row.item} [{row.unit}]"): row.value for row in constants.itertuples()}
    of_csv = {(r.run, r.time_years, f"{r.quantity} [{r.unit}]"): r.value for r in long.itertuples()}
    assert of_csv == wide
    facts = {(row.run, row.item): row.value for row in book["about"].itertuples()}
    assert (facts[LITTLE, "changed: mgp_strength"], facts[LITTLE, "years"]) == (0.5, PARADOX.years)
    assert facts["this run", "vitamin_k_ug_per_day"] == PARADOX.vitamin_k2
    sources = book["sources"].set_index("name")
    assert list(sources.index) == [row.name for row in (*CONTROLS, *PARAMETERS)]
    assert (sources["this run"]["mgp_strength"], sources[LITTLE]["mgp_strength"]) == (1, 0.5)
    assert sources["source"].notna().all()
    ledger = book["ledger"].set_index(["run", "where it went"])["calcium [mg]"]
    assert ledger["this run"].to_dict() == {name: rounded(mg) for name, mg in simulate(PARADOX).ledger().items()}


def test_a_quantity_has_the_same_name_in_every_file_of_a_run() -> None:
    result = simulate(PARADOX)
    named = set(read("run")["quantity"])
    heads = {head.split(" [")[0] for table in sheets({"a": result})[:2] for head in table.columns[2:]}
    assert heads < named
    for name in named - set(result.amounts) - set(result.fluxes) - {"osteocalcin_activation", "mgp_activation"}:
        assert hasattr(result, name)
        assert f'"{name}": ' in json_text(result)
    assert set(read("map")["quantity"]) - {"calcium_paradox"} < named


# A spreadsheet program, where it is installed.

OFFICE = shutil.which("soffice")
LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item></oor:items>
"""
# Comma, double quote, UTF-8, from line 1, language of the program, all digits, every sheet.
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("locale", "decimal"), [("de-DE", ","), ("en-US", ".")])
def test_a_workbook_has_the_same_numbers_in_a_german_and_an_english_spreadsheet(
    locale: str, decimal: str, tmp_path: Path
) -> None:
    user = tmp_path / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(LOCALE.format(locale))
    for what in FILES:
        (tmp_path / f"{what}.xlsx").write_bytes(content(what, "xlsx"))
    # So that the program is known to read numbers as its language does.
    (tmp_path / "probe.csv").write_text("value\n0.175\n")
    files = [*map(str, tmp_path.glob("*.xlsx")), str(tmp_path / "probe.csv")]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", FILTER, "--outdir", str(tmp_path / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    probe = pd.read_csv(tmp_path / "out" / "probe-probe.csv", decimal=decimal)
    assert probe["value"].tolist() == [175 if decimal == "," else 0.175]
    for what in FILES:
        for name, table in read_sheets(what).items():
            back = pd.read_csv(tmp_path / "out" / f"{what}-{name}.csv", dtype=str)
            assert cells(back, decimal) == cells(table), (what, name)
