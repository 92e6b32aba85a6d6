"""
Numbers as files: one table as CSV for programs, or tables as the sheets of a workbook for spreadsheets.

Every such file is written here. CSV does not say what a full stop means: where the comma is the decimal sign, a
spreadsheet reads 0.175 as 175. A workbook holds the numbers themselves and reads the same everywhere.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO, StringIO

import xlsxwriter
from xlsxwriter.format import Format

from sim.model.parameters import CONTROLS, exact
from sim.runs.experiments import experiment_of
from sim.runs.scenario import Scenario
from sim.text.messages import say
from sim.text.sentences import APP_NAME, NOTICE, made_with

FORMATS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
SHORT_LABELS = {"csv": "CSV", "xlsx": "Spreadsheet (.xlsx)"}
LABELS = {"csv": say("save-csv"), "xlsx": "Spreadsheet (.xlsx), the run as tables"}
SETTINGS = ("calcium_mg_per_day", "vitamin_d_IU_per_day", "vitamin_k_ug_per_day", "years", "lens", "form_of_vitamin_k")
"""Columns of the settings of a run, of the same name in every file."""
RUN_COLUMNS = (
    "run", "time_years", "quantity", "value", "unit", *SETTINGS, "changed_assumptions", "made_with", "notice",
)  # fmt: skip
"""Columns of the table of a run."""
BYTE_ORDER_MARK = "\ufeff"
FORMULA_SIGNS = ("=", "+", "-", "@")
WIDEST = 100
"""Letters that fit into a column of a sheet."""

Cell = str | float | bool | None


@dataclass(frozen=True)
class DataTable:
    """One tidy table: its name, the names of its columns, and rows of numbers and texts; None is an empty cell."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def setting_cells(scenario: Scenario) -> tuple[Cell, ...]:
    """Return what stands in the columns SETTINGS for a scenario."""
    values = scenario.settings()
    return (*(values[row.name] for row in CONTROLS), scenario.account().label, scenario.form().label)


def about(scenario: Scenario) -> DataTable:
    """Return the sheet that says what made a file, from which settings, and the notice."""
    rows = [
        ("notice", NOTICE),
        ("made with", made_with(scenario)),
        *zip(SETTINGS, setting_cells(scenario), strict=True),
    ]
    rows += [(f"changed: {name}", value) for name, value in scenario.parameters.items()]
    if experiment := experiment_of(scenario):
        rows.append(("experiment", experiment))
    return DataTable("about", ("item", "value"), rows)


def rounded(number: float) -> float:
    """
    Return a computed number as files hold it: with eight digits, but nothing finer than a billionth or coarser than 1.

    That is more than the solver's tolerance means, and less than the last bits in which two computers or the browser
    may differ. Yet halves, as of what is eaten evenly, would be a matter of those bits: rounding three digits finer
    first makes each the same half everywhere. Settings are not computed and stay exact.

    Examples
    --------
    >>> rounded(0.1 + 0.2), rounded(2 / 3), rounded(39969562.5 - 1e-8), rounded(-3e-13), rounded(1e9 / 7)
    (0.3, 0.66666667, 39969562.0, 0.0, 142857143.0)
    """
    decimals = min(9, max(0, 7 - int(f"{number:.7e}".partition("e")[2])))
    return round(round(float(number), decimals + 3), decimals) + 0.0  # numpy's own numbers round less well


def csv_bytes(table: DataTable) -> bytes:
    """
    Return a table as CSV.

    A text that a spreadsheet would take for a formula gets an apostrophe before it. Where letters are not ASCII, as
    in a name that somebody typed, the file begins with the mark by which spreadsheets know UTF-8.

    Examples
    --------
    >>> csv_bytes(DataTable("runs", ("run", "value", "unit"), [("=1+1", 0.175, "-")]))
    b"run,value,unit\\n'=1+1,0.175,-\\n"
    """
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    text = file.getvalue()
    return (text if text.isascii() else BYTE_ORDER_MARK + text).encode()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA_SIGNS) and len(cell) > 1 else cell
    return exact(cell)


def xlsx_bytes(tables: Sequence[DataTable], title: str) -> bytes:
    """Return tables as the sheets of a workbook; texts are never formulas, and the same tables give the same bytes."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        properties = {"title": title, "author": APP_NAME, "comments": NOTICE, "created": datetime(2000, 1, 1)}
        book.set_properties(properties)
        head, text = book.add_format({"bold": True, "bottom": 1, "indent": 1}), book.add_format({"indent": 1})
        for table in tables:
            _add_sheet(book, table, head, text)
    return file.getvalue()


def _add_sheet(book: xlsxwriter.Workbook, table: DataTable, head: Format, text: Format) -> None:
    """Write a table into a sheet of its own, which stays readable on the screen and on paper."""
    sheet = book.add_worksheet(table.name)
    for j, name in enumerate(table.columns):
        cells = [row[j] for row in table.rows]
        sheet.set_column(j, j, min(WIDEST, max(len(_written(cell)) for cell in (name, *cells)) + 3))
        sheet.write_string(0, j, name, head)
        for i, cell in enumerate(cells, 1):
            if isinstance(cell, str):
                sheet.write_string(i, j, cell, text)
            elif cell is not None:
                sheet.write_number(i, j, cell)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{NOTICE}&R&A, &P of &N")


def file_bytes(tables: Sequence[DataTable], file_format: str, title: str) -> bytes:
    """Return the first table as CSV, or all as a workbook: `file_format` is one of FORMATS."""
    return csv_bytes(tables[0]) if file_format == "csv" else xlsx_bytes(tables, title)
