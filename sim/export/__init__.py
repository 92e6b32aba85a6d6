"""
Files to take home: `make_file` turns a scenario into the bytes of one file.
"""

from dataclasses import dataclass

from sim.batch import balanced_run
from sim.export import data, images
from sim.parameters import number
from sim.plots import FIGURES, LIGHT, PANEL, Theme
from sim.scenarios import Result, Scenario, simulate

PICTURES = {**FIGURES, PANEL.name: PANEL}
FORMATS = {**images.FORMATS, **data.FORMATS}
__all__ = ["FORMATS", "PICTURES", "ExportFile", "file_name", "make_file"]


@dataclass(frozen=True)
class ExportFile:
    """A file ready to be saved: its name, type and content."""

    name: str
    mime: str
    content: bytes


def file_name(scenario: Scenario, what: str, file_format: str) -> str:
    """
    Return a file name that tells the settings.

    Examples
    --------
    >>> file_name(Scenario(), "bone", "png")
    'bone_ca1000_d800_k100_10y.png'
    """
    calcium, vitamin_d, vitamin_k2, years = (number(v).replace(",", "") for v in scenario.settings().values())
    changed = "_changed" if scenario.parameters else ""
    return f"{what}_ca{calcium}_d{vitamin_d}_k{vitamin_k2}_{years}y{changed}.{file_format}"


def make_file(
    scenario: Scenario, what: str, file_format: str, theme: Theme = LIGHT, result: Result | None = None
) -> ExportFile:
    """
    Return one exported file.

    Parameters
    ----------
    scenario : Scenario
    what : str
        Name of a picture; for the data formats it does not matter.
    file_format : str
        One of FORMATS.
    theme : Theme
        Colours; on paper the light ones.
    result : Result, optional
        The scenario's run, if it has been made already.

    Raises
    ------
    ValueError
        If the picture or the format does not exist.
    """
    if file_format not in FORMATS:
        raise ValueError(f"Invalid format '{file_format}'. Must be one of: {', '.join(FORMATS)}.")
    result = result or simulate(scenario)
    if file_format in data.FORMATS:
        text = data.csv_text(result) if file_format == "csv" else data.json_text(result)
        return ExportFile(file_name(scenario, "run", file_format), FORMATS[file_format], text.encode())
    if what not in PICTURES:
        raise ValueError(f"Invalid picture '{what}'. Must be one of: {', '.join(PICTURES)}.")
    picture = PICTURES[what]
    figure = picture.draw(result, balanced_run(scenario), theme)
    content = images.image_bytes(figure, file_format, scenario, title=picture.title)
    return ExportFile(file_name(scenario, what, file_format), FORMATS[file_format], content)
