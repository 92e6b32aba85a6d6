"""
Paper: a picture as matplotlib draws it, once for everybody; the browser moves only the ink on it.

Colours are left as names (``var(--ink)``), so that one paper serves every theme.
"""

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from io import BytesIO
from zlib import crc32

import matplotlib
from matplotlib.figure import Figure
from matplotlib.text import Annotation

from sim.dashboard.cached_runs import models
from sim.dashboard.turns import made_once
from sim.export.images import DRAWING
from sim.figures import FIGURES, LIGHT
from sim.figures.style import LINE_HEIGHT, SHEETS
from sim.runs.axes import axis_is_wide
from sim.runs.many import balanced_run
from sim.runs.paradox_map import world_of
from sim.runs.run import Run, simulate
from sim.runs.scenario import PRESETS, Scenario


@dataclass(frozen=True)
class Order:
    """Which paper a run's picture needs; equal orders get the same paper."""

    name: str
    sheet: str
    world: Scenario
    """Everything that the paper shows but the nutrients."""
    wide: bool
    banded: Scenario | None
    """The run itself where bands of plausible models are drawn: they depend on every setting."""
    sample: Scenario = field(compare=False)
    """Any run with this paper, to draw it with."""

    @property
    def key(self) -> str:
        """A short name under which the browser keeps the paper."""
        return f"{self.name}.{self.sheet}.{digest(self.world, self.wide, self.banded)}"


def digest(*what: object) -> str:
    """Return a short name for values that print themselves."""
    return f"{crc32(repr(what).encode()):08x}"


def orders(sheets: Mapping[str, str], run: Run, bands: bool) -> dict[str, Order]:
    """Return which paper each of a run's pictures needs on its sheet."""
    scenario, world, wide = run.scenario, world_of(run.scenario), axis_is_wide(run)
    banded = {name: scenario if bands and FIGURES[name].bands else None for name in sheets}
    return {name: Order(name, sheet, world, wide, banded[name], scenario) for name, sheet in sheets.items()}


@made_once(maxsize=400)
def paper(wanted: Order) -> bytes:
    """Return paper: gzipped JSON with ``svg`` and what the browser must know to write on it."""
    picture, sample = FIGURES[wanted.name], wanted.sample
    if sample == sample.balanced():  # its picture has one label less
        sample = replace(sample, vitamin_k2=PRESETS["K2 deficiency"].vitamin_k2)
    shown = [models(wanted.banded)] if wanted.banded else []
    with DRAWING:
        figure = picture.draw(simulate(sample), balanced_run(sample), LIGHT, *shown, sheet=SHEETS[wanted.sheet])
        text = _svg(figure)
    return gzip.compress(json.dumps({"svg": text, **_geometry(figure)}).encode(), 9, mtime=0)


def _svg(figure: Figure) -> str:
    """Return a figure as short SVG text with named colours, and letters in the page's own font."""
    file = BytesIO()
    with matplotlib.rc_context({"svg.fonttype": "none"}):
        figure.savefig(file, format="svg", facecolor=figure.get_facecolor(), metadata={"Date": None})
    text = file.getvalue().decode()
    text = text[text.index("<svg") :]
    text = re.sub(r"<metadata>.*?</metadata>\s*|<style.*?</style>\s*|font-family: [^;]*; ", "", text, flags=re.DOTALL)
    text = re.sub(r' transform="rotate\(-0 [^)]*\)"| (?:width|height)="[\d.]+pt"', "", text)
    for name, colour in asdict(LIGHT).items():
        text = text.replace(colour, f"var(--{name})")
    return re.sub(r"\s*\n\s*", " ", text)


def _geometry(figure: Figure) -> dict:
    """Return where axes and labels lie, in the units of the SVG, y downwards."""
    width, height = figure.get_size_inches() * 72
    axes, labels = [], {}
    for ax in figure.axes:
        box = ax.get_position()
        left, right, top, bottom = box.x0 * width, box.x1 * width, (1 - box.y1) * height, (1 - box.y0) * height
        axes.append({"box": [left, top, right, bottom], "x": ax.get_xlim(), "y": ax.get_ylim()})
        for label in ax.texts:
            if isinstance(label, Annotation) and (label.get_gid() or "").startswith("label-"):
                labels[label.get_gid()] = bottom - label.xy[1] * (bottom - top)
    return {"width": width, "height": height, "axes": axes, "labels": labels, "lineHeight": LINE_HEIGHT}
