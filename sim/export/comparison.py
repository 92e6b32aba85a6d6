"""
Compared runs as a file: a picture with all of them, or one tidy table.
"""

from sim.comparison import side_by_side
from sim.export import data, images
from sim.narrative import provenance
from sim.pins import Pins
from sim.plots.overlay import TITLES, overlay_figure
from sim.scenarios import Scenario

FORMATS = {
    "png": "PNG, for slides and worksheets",
    "svg": "SVG, sharp at any size",
    "pdf": "PDF, for print",
    "csv": "CSV, all runs in one table",
}
MIMES = {name: (images.FORMATS | data.FORMATS)[name] for name in FORMATS}


def comparison_bytes(scenario: Scenario, pins: Pins, what: str, file_format: str) -> bytes:
    """
    Return compared runs as a file.

    Parameters
    ----------
    scenario : Scenario
        This run.
    pins : tuple of Pin
        The runs it is compared with.
    what : str
        One of `sim.plots.overlay.TITLES`; for the table it does not matter.
    file_format : str
        One of FORMATS.
    """
    runs = side_by_side(scenario, pins)
    if file_format == "csv":
        tables = [data.csv_text(run.result, run.name) for run in runs]
        text = tables[0] + "".join(table.split("\n", 1)[1] for table in tables[1:])
        return text.encode()
    about = " ".join(f"{run.name}: {provenance(run.result.scenario)}" for run in runs)
    return images.image_bytes(overlay_figure(what, runs), file_format, scenario, title=TITLES[what], about=about)
