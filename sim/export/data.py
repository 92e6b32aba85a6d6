"""
A run as data: a table for programs or a spreadsheet, or JSON from which the same scenario can be made again.

A quantity has the same name in each of them: that of the attribute of a `Run`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from sim.model.equations import MODEL_VERSION
from sim.model.parameters import CONTROLS, PARAMETERS, exact
from sim.runs.experiments import experiment_of
from sim.runs.quantities import PROTEINS, QUANTITIES
from sim.runs.run import Run
from sim.text.data_files import FORMATS as TABLE_FORMATS
from sim.text.data_files import RUN_COLUMNS, Cell, DataTable, about, file_bytes, rounded, setting_cells
from sim.text.sentences import APP_NAME, NOTICE, made_with
from sim.text.spelling import in_ascii

FORMATS = {**TABLE_FORMATS, "json": "application/json"}
FILED = tuple(each for each in QUANTITIES.values() if each.filed)
KINDS = ("amounts", "fluxes", "activation")
Runs = Mapping[str, Run]


def filed(values: ArrayLike) -> Any:
    """Return numbers of a run as files hold them, see `rounded`: a list of an array, a number of a number."""
    plain = np.asarray(values).tolist()
    return [rounded(value) for value in plain] if isinstance(plain, list) else rounded(plain)


def series(run: Run) -> Iterator[tuple[str, str, list[float]]]:
    """Yield every curve of a run as (name, unit, values)."""
    return ((each.name, each.unit, filed(each.read(run))) for each in FILED if each.over_time)


def constants(run: Run) -> Iterator[tuple[str, float, str]]:
    """Yield what does not change during a run as (name, value, unit)."""
    return ((each.name, filed(each.read(run)), each.unit) for each in FILED if not each.over_time)


def run_table(runs: Runs) -> DataTable:
    """
    Return runs as one tidy table whose column ``value`` holds numbers only.

    What does not change during a run stands at time 0. Settings, provenance and notice are columns of each row, so
    that a row says where it comes from and programs find numbers where they look for them.

    Examples
    --------
    >>> from sim import Scenario, simulate
    >>> run_table({"this run": simulate(Scenario(), samples=2)}).rows[0][:5]
    ('this run', 0, 'osteocalcin_activation', 0.77272727, '-')
    """
    rows: list[tuple[Cell, ...]] = []
    for name, run in runs.items():
        scenario = run.scenario
        changed = "; ".join(f"{parameter} = {exact(value)}" for parameter, value in scenario.parameters.items()) or "no"
        facts = (*setting_cells(scenario), changed, made_with(scenario), NOTICE)
        rows += [(name, 0, *constant, *facts) for constant in constants(run)]
        for quantity, unit, values in series(run):
            points = zip(filed(run.years), values, strict=True)
            rows += [(name, year, quantity, value, unit, *facts) for year, value in points]
    return DataTable("run", RUN_COLUMNS, rows)


def sheets(runs: Runs) -> list[DataTable]:
    """Return runs as sheets: curves, fluxes and ledger as columns, then settings, assumptions with sources, notice."""
    curves = _curves("run", runs, fluxes=False), _curves("fluxes", runs, fluxes=True)
    return [*curves, _ledger(runs), _about(runs), _assumptions(runs)]


def _curves(title: str, runs: Runs, *, fluxes: bool) -> DataTable:
    """Return the fluxes or the other curves as columns, the runs one below the other."""
    rows: list[tuple[Cell, ...]] = []
    heads: list[str] = []
    for name, run in runs.items():
        chosen = [curve for curve in series(run) if (curve[0] in run.fluxes) == fluxes]
        heads = [f"{quantity} [{unit}]" for quantity, unit, _ in chosen]
        lines = zip(filed(run.years), *(values for *_, values in chosen), strict=True)
        rows += [(name, *line) for line in lines]
    return DataTable(title, ("run", "time_years", *heads), rows)


def _ledger(runs: Runs) -> DataTable:
    rows: list[tuple[Cell, ...]] = []
    for name, run in runs.items():
        ledger = run.ledger()
        amounts = ((entry, amount, 100 * amount / ledger["eaten"]) for entry, amount in ledger.items())
        rows += [(name, entry, rounded(amount), rounded(share)) for entry, amount, share in amounts]
    return DataTable("ledger", ("run", "where it went", "calcium [mg]", "share of eaten [%]"), rows)


def _about(runs: Runs) -> DataTable:
    rows: list[tuple[Cell, ...]] = []
    for name, run in runs.items():
        rows += [(name, *row, None) for row in about(run.scenario).rows]
        rows += [(name, *constant) for constant in constants(run)]
    return DataTable("about", ("run", "item", "value", "unit"), rows)


def _assumptions(runs: Runs) -> DataTable:
    """Return every number of the model: its value in each run, its range, meaning and source."""
    columns = ("name", "unit", *runs, "lowest", "highest", "meaning", "source")
    known = [{**run.values, **run.scenario.settings()} for run in runs.values()]
    rows = [
        (row.name, row.unit, *(float(values[row.name]) for values in known), row.low, row.high,
         in_ascii(row.meaning), in_ascii(row.source))
        for row in (*CONTROLS, *PARAMETERS)
    ]  # fmt: skip
    return DataTable("sources", columns, rows)


def runs_bytes(runs: Runs, file_format: str) -> bytes:
    """Return runs as a CSV file or as a workbook."""
    tables = [run_table(runs)] if file_format == "csv" else sheets(runs)
    return file_bytes(tables, file_format, ", ".join(runs))


def json_text(run: Run) -> str:
    """
    Return a run as JSON; ``Scenario(**json.loads(text)["scenario"])`` is the same scenario, which is exact.

    Examples
    --------
    >>> from sim import Scenario, simulate
    >>> scenario = Scenario(calcium=2000)
    >>> Scenario(**json.loads(json_text(simulate(scenario)))["scenario"]) == scenario
    True
    """
    grouped = {*run.amounts, *run.fluxes, *(each.name for each in PROTEINS)}
    single = [each for each in FILED if each.name not in grouped]
    content = {
        "notice": NOTICE,
        "made_with": APP_NAME,
        "model_version": MODEL_VERSION,
        "account": run.scenario.account().phrase,
        "experiment": experiment_of(run.scenario),
        "scenario": run.scenario.to_dict(),
        "units": {"years": "years", "amounts": "mg", "fluxes": "mg/day", "activation": "-", "ledger": "mg"}
        | {each.name: each.unit for each in single},
        "years": filed(run.years),
        **{kind: {name: filed(values) for name, values in getattr(run, kind).items()} for kind in KINDS},
        **{each.name: filed(each.read(run)) for each in single},
        "ledger": {entry: rounded(amount) for entry, amount in run.ledger().items()},
    }
    # Whole numbers are written as everywhere, without ".0": each number ends its line.
    return re.sub(r"\.0(?=,?$)", "", json.dumps(content, indent=1, ensure_ascii=False), flags=re.MULTILINE) + "\n"
