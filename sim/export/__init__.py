"""
Files to take home: `make_file` turns a scenario into the bytes of one file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from sim.export import data, images
from sim.export.omex import archived, omex_bytes
from sim.export.sbml import sbml_text
from sim.figures import BOTH, FIGURES, LIGHT, PANELS, Theme
from sim.model.lenses import check_name
from sim.model.parameters import exact
from sim.runs.many import Ensemble, balanced_run
from sim.runs.run import Run, simulate
from sim.runs.scenario import Scenario
from sim.session.pins import Pins
from sim.text.comparison import THIS_RUN

PICTURES = {**FIGURES, **BOTH, **{panel.name: panel for panel in PANELS}}
MODEL_FORMATS = {"sbml": "application/sbml+xml", "omex": "application/zip"}
DATA_FORMATS = {**data.FORMATS, **MODEL_FORMATS}
"""Formats that hold the whole run or model, so that no picture is chosen."""
FORMATS = {**images.FORMATS, **DATA_FORMATS}
__all__ = ["DATA_FORMATS", "FORMATS", "PICTURES", "ExportFile", "file_name", "make_file"]


@dataclass(frozen=True)
class ExportFile:
    """A file ready to be saved: its name, type and content."""

    name: str
    mime: str
    content: bytes


def file_name(scenario: Scenario, what: str, file_format: str, *, bands: bool = False, pins: Pins = ()) -> str:
    """
    Return a file name that tells the settings: other runs have another name, on every computer.

    Bands of plausible models show in the pictures that have any; pins are runs in the same file.

    Examples
    --------
    >>> file_name(Scenario(), "bone", "png")
    'bone_ca1000_d800_k100_10y.png'
    >>> file_name(Scenario(parameters={"mgp_strength": 0.5}), "bone", "png", bands=True)
    'bone_ca1000_d800_k100_10y_changed-53114850_bands.png'
    """
    calcium, vitamin_d, vitamin_k2, years = map(exact, scenario.settings().values())
    usual = Scenario()
    named = [name for name in ("lens", "k_form") if getattr(scenario, name) != getattr(usual, name)]
    parts = [what, f"ca{calcium}", f"d{vitamin_d}", f"k{vitamin_k2}", f"{years}y"]
    parts += [getattr(scenario, name) for name in named]
    changed = [f"{name} {exact(value)}" for name, value in scenario.parameters.items()]
    parts += [f"changed-{_mark(changed)}"] if changed else []
    parts += ["bands"] if bands and file_format in images.FORMATS and what in PICTURES and PICTURES[what].bands else []
    parts += [f"and-{_mark([file_name(pin.scenario, pin.name, '') for pin in pins])}"] if pins else []
    return f"{'_'.join(parts)}.{'xml' if file_format == 'sbml' else file_format}"


def _mark(texts: Iterable[str]) -> str:
    """Return a few letters for what is too long for a file's name: other texts have others."""
    return f"{crc32(chr(10).join(texts).encode()):08x}"


def make_file(
    scenario: Scenario, what: str, file_format: str, theme: Theme = LIGHT, models: Ensemble | None = None
) -> ExportFile:
    """
    Return one exported file.

    For the formats of data `what`, a picture, does not matter. Plausible models show as bands in pictures over time.

    Raises
    ------
    ValueError
        If the picture or the format does not exist.
    """
    check_name("format", file_format, FORMATS)
    run = simulate(scenario)
    if file_format in DATA_FORMATS:
        name, content = file_name(scenario, "run", file_format), _whole_run(run, file_format)
    else:
        picture = PICTURES[check_name("picture", what, PICTURES)]
        figure = picture.draw(run, balanced_run(scenario), theme, *([models] if models and picture.bands else []))
        content = images.image_bytes(figure, file_format, scenario, title=picture.title)
        name = file_name(scenario, what, file_format, bands=models is not None)
    return ExportFile(name, FORMATS[file_format], content)


def _whole_run(run: Run, file_format: str) -> bytes:
    if file_format == "omex":
        return omex_bytes(archived(run.scenario))
    if file_format in ("json", "sbml"):
        return (data.json_text(run) if file_format == "json" else sbml_text(run.scenario)).encode()
    return data.runs_bytes({THIS_RUN: run}, file_format)
