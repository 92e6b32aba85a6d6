"""
Compared runs as a file: a picture with all of them, or tables.
"""

from sim.export import data, images
from sim.figures.overlay import TITLES, overlay_figure
from sim.model.lenses import check_name
from sim.runs.scenario import Scenario
from sim.session.pins import Pins
from sim.text import data_files
from sim.text.comparison import side_by_side
from sim.text.sentences import provenance

FORMATS = {
    **images.LABELS,
    "csv": "CSV, all runs in one table",
    "xlsx": "Spreadsheet (.xlsx), all runs",
}


def comparison_bytes(scenario: Scenario, pins: Pins, what: str, file_format: str) -> bytes:
    """
    Return this run and those it is compared with as a file: tables, or the picture `what`, one of TITLES.

    Raises ValueError if picture or format is not one of those there are.
    """
    check_name("format", file_format, FORMATS)
    runs = side_by_side(scenario, pins)
    if file_format in data_files.FORMATS:
        return data.runs_bytes({named.name: named.run for named in runs}, file_format)
    check_name("picture", what, TITLES)
    about = " ".join(f"{named.name}: {provenance(named.run.scenario)}" for named in runs)
    return images.image_bytes(overlay_figure(what, runs), file_format, scenario, title=TITLES[what], about=about)
