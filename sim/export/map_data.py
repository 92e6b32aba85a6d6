"""
The paradox map as data: one tidy CSV table of every run on its grid.
"""

import csv
from io import StringIO

from sim.narrative import NOTICE, provenance, unit
from sim.paradox_map import ParadoxMap
from sim.parameters import control
from sim.scenarios import Scenario

COLUMNS = ("vitamin_k2", "vitamin_d", "calcium", "years", "quantity", "value", "unit")


def map_csv(found: ParadoxMap, scenario: Scenario) -> str:
    """
    Return a map as one tidy table: settings of each run, then quantity, value, unit.

    Notice, provenance and the units of the settings are rows of the same table, in the line of the
    current setting.

    Examples
    --------
    >>> from sim.paradox_map import paradox_map
    >>> print(map_csv(paradox_map(Scenario()), Scenario()).splitlines()[0])
    vitamin_k2,vitamin_d,calcium,years,quantity,value,unit
    """
    file = StringIO()
    table = csv.writer(file, lineterminator="\n")
    table.writerow(COLUMNS)
    here = [f"{scenario.settings()[name]:.10g}" for name in COLUMNS[:4]]
    facts = [("notice", NOTICE, ""), ("made with", provenance(scenario), "")]
    facts += [(f"unit of {name}", unit(control(name).unit), "") for name in COLUMNS[:4]]
    table.writerows((*here, *fact) for fact in facts)
    for i, height in enumerate(found.upwards):
        for j, dose in enumerate(found.vitamin_k2):
            settings = found.world.settings() | {found.up: height, "vitamin_k2": dose}
            place = [f"{settings[name]:.10g}" for name in COLUMNS[:4]]
            table.writerow((*place, "bone change", f"{found.bone_change[i, j]:.10g}", "%"))
            table.writerow((*place, "arteries, times start", f"{found.arteries_times[i, j]:.10g}", "-"))
            table.writerow((*place, "calcium paradox", "yes" if found.paradox[i, j] else "no", ""))
    return file.getvalue()
