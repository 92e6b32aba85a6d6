"""
A picture as a file: PNG, SVG or PDF, with settings and the notice in its metadata.
"""

from io import BytesIO
from threading import Lock

from matplotlib.figure import Figure

from sim.model.invalid import invalid
from sim.runs.scenario import Scenario
from sim.text.sentences import APP_NAME, NOTICE, provenance

FORMATS = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
PRINT_DPI = 300
# matplotlib's settings are global, and drawing is not faster in two threads at once: one at a time, everywhere.
DRAWING = Lock()


def image_bytes(figure: Figure, file_format: str, scenario: Scenario, *, title: str, about: str = "") -> bytes:
    """
    Return a figure as a file. Nothing in it depends on the date: the same run gives the same bytes.

    Parameters
    ----------
    figure : Figure
    file_format : str
        One of FORMATS.
    scenario : Scenario
        The settings to write into the file's metadata.
    title : str
        Title to write into the metadata.
    about : str
        What made the picture from which settings, if these are more than the scenario's.

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
    if file_format not in FORMATS:
        raise invalid("format", file_format, FORMATS)
    file = BytesIO()
    with DRAWING:
        figure.savefig(
            file,
            format=file_format,
            dpi=PRINT_DPI,
            facecolor=figure.get_facecolor(),
            metadata=metadata[file_format],
        )
    return file.getvalue()
