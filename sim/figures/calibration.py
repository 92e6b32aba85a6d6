"""
Calibration pictures: the model's curves over published points.

What is drawn comes from `sim.content.evidence.fit`; nothing is computed here.
"""

from itertools import groupby

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.content.evidence import Point
from sim.content.evidence.fit import TITLES, Fit, fit, place
from sim.figures.style import LIGHT, TEXT_SIZE, Theme, frame, new_figure, write_foot
from sim.model.equations import MODEL_VERSION
from sim.text.sentences import APP_NAME, NOTICE

# Room for axis labels on the left, the legend on the right, the notice below.
MARGINS = {"left": 0.135, "right": 0.695, "top": 0.89, "bottom": 0.28}
LABELS = {
    "osteocalcin": ("K2 supplement [µg/day]", "change [%]"),
    "mgp": ("K2 supplement [µg/day]", "change [%]"),
    "absorption": ("calcium eaten [mg/day]", "absorbed [%]"),
    "serum_25ohd": ("vitamin D, all sources [IU/day]", "25(OH)D [nmol/L]"),
}
LIMITS = {
    "osteocalcin": (0, 500, -100, 5),
    "mgp": (0, 500, -100, 5),
    "absorption": (0, 2500, 0, 60),
    "serum_25ohd": (0, 12_500, 0, 160),
}
MARKERS = ("o", "^", "s", "D")


def calibration_figure(name: str, theme: Theme = LIGHT) -> Figure:
    """Return the picture of one of the model's curves, those of `TITLES`, over published points."""
    figure = new_figure(theme)
    ax = figure.subplots()
    figure.subplots_adjust(**MARGINS)
    frame(ax, TITLES[name], *LABELS[name], theme)
    colour = {"osteocalcin": theme.bone, "mgp": theme.arteries}.get(name, theme.other)
    _draw(ax, fit(name), theme, colour)
    if name == "osteocalcin":
        _draw(ax, fit("osteocalcin_ratio"), theme, theme.blood, ratio=True)
    ax.axis(LIMITS[name])
    ax.locator_params(nbins=5)
    style = {"frameon": False, "fontsize": TEXT_SIZE - 2, "labelcolor": theme.ink, "handlelength": 1.6}
    ax.legend(loc="upper left", bbox_to_anchor=(1.01, 1.04), borderaxespad=0, labelspacing=0.6, **style)
    signs = "Curve: the model. Points: groups of people in published studies."
    write_foot(figure, (f"{APP_NAME}, model {MODEL_VERSION}. {NOTICE}", signs), theme)
    return figure


def _draw(ax: Axes, fitted: Fit, theme: Theme, colour: str, *, ratio: bool = False) -> None:
    """Draw a curve and its points, with a marker for each study; that of the ratio, another quantity, is dashed."""
    label = "model, ratio\ninactive : active" if ratio else "model"
    dash, gid = ("--", "ratio") if ratio else ("-", "model")
    ax.plot(fitted.x, fitted.y, dash, color=colour, linewidth=3, label=label, gid=gid)
    studies = groupby(fitted.points, key=lambda p: p.study)
    for marker, (study, group) in zip("v" if ratio else MARKERS, studies, strict=False):
        kind = "ratio" if ratio else "dialysis" if "dialysis" in study.design else ""
        _draw_points(ax, list(group), marker, f"{study.name}\n({kind})" if kind else study.name, theme, colour)


def _draw_points(ax: Axes, points: list[Point], marker: str, label: str, theme: Theme, fill: str) -> None:
    """Draw published points, with their intervals where these are known."""
    ends = [(p.y, p.y) if p.y_low is None or p.y_high is None else (p.y_low, p.y_high) for p in points]
    x, y = np.array([place(p) for p in points]), np.array([p.y for p in points])
    reach = np.abs(np.array(ends).T - y)
    style = {"color": theme.ink, "markerfacecolor": fill, "markeredgecolor": theme.ink, "markersize": 9}
    ax.errorbar(x, y, reach if reach.any() else None, fmt=marker, label=label, clip_on=False, zorder=5, **style)
