"""
The paradox map as data: one tidy table of every run on its grid.
"""

from dataclasses import replace

from sim.runs.paradox_map import ACROSS, ParadoxMap
from sim.runs.quantities import QUANTITIES
from sim.runs.scenario import Scenario
from sim.text.data_files import SETTINGS, Cell, DataTable, about, file_bytes, rounded, setting_cells
from sim.text.sentences import NOTICE, provenance
from sim.text.spelling import in_ascii

COLUMNS = (*SETTINGS, "quantity", "value", "unit", "made_with", "notice")


def map_table(world_map: ParadoxMap, scenario: Scenario) -> DataTable:
    """
    Return a map as one tidy table: settings of each run, then quantity, value, unit.

    The value of ``calcium_paradox`` is 1 where it shows, else 0. What made the map and from which settings, and the
    notice, are columns of each row.

    Examples
    --------
    >>> from sim.runs.paradox_map import paradox_map
    >>> map_table(paradox_map(Scenario()), Scenario()).rows[0][:4]
    (1000.0, 0.0, 0.0, 10.0)
    """
    facts = (in_ascii(provenance(scenario)), NOTICE)
    ends = {name: (getattr(world_map, name), QUANTITIES[name].unit) for name in ("bone_change", "arteries_times")}
    ends["calcium_paradox"] = world_map.paradox, "-"
    rows: list[tuple[Cell, ...]] = []
    for i, height in enumerate(world_map.upwards.tolist()):
        for j, dose in enumerate(world_map.vitamin_k2.tolist()):
            there = setting_cells(replace(world_map.world, **{world_map.up: height, ACROSS: dose}))
            told = ((name, rounded(values[i, j]), unit) for name, (values, unit) in ends.items())
            rows += [(*there, *row, *facts) for row in told]
    return DataTable("map", COLUMNS, rows)


def map_bytes(world_map: ParadoxMap, scenario: Scenario, file_format: str) -> bytes:
    """Return a map as a CSV file or as a workbook."""
    return file_bytes([map_table(world_map, scenario), about(scenario)], file_format, "The paradox map")
