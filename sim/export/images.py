"""
A picture as a file: PNG, SVG or PDF, with settings and the notice in its metadata.
"""

from io import BytesIO
from threading import Lock

from matplotlib.figure import Figure

from sim.model.lenses import check_name
from sim.runs.scenario import Scenario
from sim.text.sentences import APP_NAME, NOTICE, provenance

LABELS = {"png": "PNG, for slides and worksheets", "svg": "SVG, sharp at any size", "pdf": "PDF, for print"}
FORMATS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
PRINT_DPI = 300
# matplotlib's settings are global, and drawing is not faster in two threads at once: one at a time, everywhere.
DRAWING = Lock()


def image_bytes(figure: Figure, file_format: str, scenario: Scenario, *, title: str, about: str = "") -> bytes:
    """
    Return a figure as a file. Nothing in it depends on the date: the same run gives the same bytes.

    Its metadata hold the title and `about`: what made the picture from which settings, if not the scenario's only.

    Raises
    ------
    ValueError
        If the format is not one of FORMATS.
    """
    about = f"{about or provenance(scenario)} {NOTICE}"
    metadata: dict[str, dict[str, str | None]] = {
        "png": {"Title": title, "Description": about, "Software": APP_NAME},
        "svg": {"Title": title, "Description": about, "Creator": APP_NAME, "Date": None},
        "pdf": {"Title": title, "Subject": about, "Creator": APP_NAME, "CreationDate": None},
    }
    described = metadata[check_name("format", file_format, FORMATS)]
    file = BytesIO()
    with DRAWING:
        figure.savefig(file, format=file_format, dpi=PRINT_DPI, facecolor=figure.get_facecolor(), metadata=described)
    return file.getvalue()
