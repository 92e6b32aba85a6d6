"""
Stored results: the numbers of a preset change only when somebody means them to.

After a meant change raise MODEL_VERSION and run ``python -m pytest tests/regression --update-expected``.
"""

import csv
from pathlib import Path

import pytest

from sim import MODEL_VERSION, PRESETS, simulate
from sim.export.data import FILED

EXPECTED = Path(__file__).parent / "expected"
# The stored numbers have ten digits; another processor's exp and sqrt may differ in the last few.
RTOL = 1e-8
ATOL = 1e-9


def rows(name: str) -> list[tuple[str, str, float]]:
    """Return (year, quantity, value) at the start, after one, five and ten years."""
    result = simulate(PRESETS[name], samples=11)
    return [
        (f"{result.years[i]:g}", quantity.name, float(quantity.read(result)[i]))
        for quantity in FILED
        if quantity.over_time
        for i in (0, 1, 5, 10)
    ]


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_gives_the_stored_numbers(name: str, request: pytest.FixtureRequest) -> None:
    path = EXPECTED / f"{name.replace(' ', '_')}.csv"
    if request.config.getoption("--update-expected"):
        with path.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("model_version", MODEL_VERSION, ""))
            table.writerows((year, quantity, f"{value:.10g}") for year, quantity, value in rows(name))
        pytest.skip("expected numbers written, not compared")
    with path.open(newline="", encoding="utf-8") as file:
        (_, version, _), *stored = csv.reader(file)
    assert version == MODEL_VERSION
    for (year, quantity, value), (stored_year, stored_quantity, stored_value) in zip(rows(name), stored, strict=True):
        assert (year, quantity) == (stored_year, stored_quantity)
        assert value == pytest.approx(float(stored_value), rel=RTOL, abs=ATOL), f"{quantity} after {year} years"
