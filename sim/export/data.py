"""
A run as data: one tidy CSV table, or JSON from which the same scenario can be made again.
"""

import csv
import json
from collections.abc import Iterator
from io import StringIO

from numpy.typing import NDArray

from sim.experiments import experiment_of
from sim.model import MODEL_VERSION
from sim.narrative import APP_NAME, NOTICE, unit
from sim.parameters import CONTROLS, PARAMETERS
from sim.scenarios import Result

FORMATS = {"csv": "text/csv", "json": "application/json"}
COLUMNS = ("run", "time", "quantity", "value", "unit")


def series(result: Result) -> Iterator[tuple[str, str, NDArray]]:
    """Yield every curve of a run as (name, unit, values)."""
    for name, amount in result.amounts.items():
        yield name, "mg", amount
    yield "bone change", "%", result.bone_change
    yield "arteries, times start", "-", result.arteries_times
    yield "blood calcium", "mg/dL", result.blood_calcium
    for name, flux in result.fluxes.items():
        yield name, "mg/day", flux


def csv_text(result: Result, run: str = "this run") -> str:
    """
    Return a run as one tidy table with the columns run, time [years], quantity, value, unit.

    Settings, model version and notice are rows of the same table, at time 0, so that every
    program that reads tables opens it.

    Examples
    --------
    >>> from sim import Scenario, simulate
    >>> print(csv_text(simulate(Scenario(), samples=2)).splitlines()[0])
    run,time,quantity,value,unit
    """
    file = StringIO()
    table = csv.writer(file, lineterminator="\n")
    table.writerow(COLUMNS)
    facts = [("notice", NOTICE, ""), ("made with", APP_NAME, ""), ("model version", MODEL_VERSION, "")]
    facts += [
        ("account", result.scenario.account().account, ""),
        ("form of vitamin K", result.scenario.form().label, ""),
        ("unit of time", "years", ""),
    ]
    settings = result.scenario.settings()
    facts += [(f"setting: {row.name}", f"{settings[row.name]:.10g}", unit(row.unit)) for row in CONTROLS]
    changed = result.scenario.parameters
    facts += [
        (f"parameter: {row.name}", f"{changed[row.name]:.10g}", unit(row.unit))
        for row in PARAMETERS
        if row.name in changed
    ]
    facts += [(f"{name} activation", f"{value:.10g}", "-") for name, value in result.activation.items()]
    facts += [("25(OH)D", f"{result.serum_25ohd:.10g}", "nmol/L"), ("bone quality", f"{result.bone_quality:.10g}", "-")]
    table.writerows((run, 0, *fact) for fact in facts)
    for name, of_unit, values in series(result):
        for year, value in zip(result.years, values, strict=True):
            table.writerow((run, f"{year:.10g}", name, f"{value:.10g}", of_unit))
    return file.getvalue()


def json_text(result: Result) -> str:
    """
    Return a run as JSON; ``Scenario(**json.loads(text)["scenario"])`` is the same scenario.

    Examples
    --------
    >>> from sim import Scenario, simulate
    >>> scenario = Scenario(calcium=2000)
    >>> Scenario(**json.loads(json_text(simulate(scenario)))["scenario"]) == scenario
    True
    """
    content = {
        "notice": NOTICE,
        "made_with": APP_NAME,
        "model_version": MODEL_VERSION,
        "account": result.scenario.account().account,
        "experiment": experiment_of(result.scenario),
        "scenario": result.scenario.to_dict(),
        "units": {
            "years": "years",
            "amounts": "mg",
            "fluxes": "mg/day",
            "activation": "-",
            "serum_25ohd": "nmol/L",
            "bone_quality": "-",
            "blood_calcium": "mg/dL",
            "bone_change": "%",
            "ledger": "mg",
        },
        "years": result.years.tolist(),
        "amounts": {name: amount.tolist() for name, amount in result.amounts.items()},
        "fluxes": {name: flux.tolist() for name, flux in result.fluxes.items()},
        "activation": dict(result.activation),
        "serum_25ohd": result.serum_25ohd,
        "bone_quality": result.bone_quality,
        "blood_calcium": result.blood_calcium.tolist(),
        "bone_change": result.bone_change.tolist(),
        "ledger": result.ledger(),
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
