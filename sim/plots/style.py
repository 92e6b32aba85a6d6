"""
How pictures look: sizes, colours for light and dark, the frame every picture shares.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.offsetbox import AnchoredText

from sim.narrative import NOTICE, changed_line, made_with, settings_line
from sim.scenarios import Scenario

# The same bytes for the same picture; letters as outlines in SVG, so that no font can be missing.
matplotlib.rcParams["svg.hashsalt"] = "calcium-paradox-lab"
matplotlib.rcParams["svg.fonttype"] = "path"
matplotlib.rcParams["pdf.fonttype"] = 42

# A picture is half a slide wide: on a whole slide its text is nearly twice as large: the notice 17 pt, the rest 25.
SIZE = (6.6, 3.9)
TEXT_SIZE = 13
SMALL_SIZE = 9


@dataclass(frozen=True)
class Theme:
    """
    Colours of one theme; safe for colour-blind readers (Okabe and Ito) and checked for contrast.

    Attributes
    ----------
    paper, ink, faint, grid : str
        Background, text, secondary text and reference lines, grid.
    bone, arteries, blood, other : str
        Colours of the quantities; each has its own dash or marker as well.
    """

    paper: str
    ink: str
    faint: str
    grid: str
    bone: str
    arteries: str
    blood: str
    other: str


LIGHT = Theme("#ffffff", "#10161d", "#545d67", "#dde2e7", "#0063a3", "#b84a00", "#8a3f78", "#00734f")
DARK = Theme("#10161d", "#f2f5f8", "#b3bcc6", "#303a45", "#6cbcf0", "#ff9c5c", "#e79bd0", "#4fd1a1")
# For a washed-out projector: text of 7:1 and lines of 4.5:1 and more.
PROJECTOR_LIGHT = Theme("#ffffff", "#000000", "#39424b", "#c3ccd4", "#004f86", "#963c00", "#72305f", "#005a3c")
PROJECTOR_DARK = Theme("#000000", "#ffffff", "#cfd8e0", "#3f4b57", "#8fd0ff", "#ffb27d", "#f2b6e2", "#74e6bb")
THEMES = {"light": LIGHT, "dark": DARK, "projector light": PROJECTOR_LIGHT, "projector dark": PROJECTOR_DARK}


def new_figure(theme: Theme, size: tuple[float, float] = SIZE) -> Figure:
    """Return an empty figure on the theme's paper."""
    return Figure(figsize=size, facecolor=theme.paper)


def finish(figure: Figure, scenario: Scenario, theme: Theme) -> None:
    """Write model version, notice, settings and changed parameters under a picture, in three lines at most."""
    lines = [f"{made_with(scenario)} {NOTICE}", settings_line(scenario)]
    changed = changed_line(scenario)
    # 9 pt text runs at about 14.5 letters to the inch.
    if changed and len(changed) > 14.5 * figure.get_figwidth():
        changed = f"With {len(scenario.parameters)} changed parameters, listed in the file's own description."
    look = {"color": theme.faint, "fontsize": SMALL_SIZE, "va": "bottom", "linespacing": 1.15}
    figure.text(0.012, 0.015, "\n".join([*lines, changed] if changed else lines), **look)


def frame(ax: Axes, title: str, x_label: str, y_label: str, theme: Theme) -> None:
    """Give axes their title, labels and quiet grid."""
    ax.set_facecolor(theme.paper)
    ax.set_title(title, loc="left", color=theme.ink, fontsize=TEXT_SIZE + 2, fontweight="bold", pad=8)
    ax.set_xlabel(x_label, color=theme.ink, fontsize=TEXT_SIZE)
    ax.set_ylabel(y_label, color=theme.ink, fontsize=TEXT_SIZE)
    ax.tick_params(colors=theme.ink, labelsize=TEXT_SIZE, length=3)
    ax.grid(True, color=theme.grid, linewidth=0.8)
    ax.set_axisbelow(True)
    for side, spine in ax.spines.items():
        spine.set_visible(side in ("left", "bottom"))
        spine.set_color(theme.faint)


def end_labels(ax: Axes, ends: Sequence[tuple[float, str, str]]) -> None:
    """
    Write a label at the right end of each line, pushed apart where they would touch.

    Parameters
    ----------
    ax : Axes
        With its final y limits.
    ends : sequence of (y, text, colour)
        Where each line ends, in data units.
    """
    low, high = ax.get_ylim()
    height = ax.bbox.height / ax.figure.dpi * 72
    lines = {text: text.count("\n") + 1 for _, text, _ in ends}
    place = {text: (y - low) / (high - low) * height for y, text, _ in ends}
    order = sorted(place, key=lambda text: place[text])
    for lower, upper in pairwise(order):
        gap = (lines[lower] + lines[upper]) / 2 * TEXT_SIZE * 1.2
        missing = gap - (place[upper] - place[lower])
        if missing > 0:
            place[lower] -= missing / 2
            place[upper] += missing / 2
    half = TEXT_SIZE * 0.6
    overshoot = max(0.0, max(place[t] + lines[t] * half for t in order) - height)
    undershoot = max(0.0, -min(place[t] - lines[t] * half for t in order))
    for _, text, colour in ends:
        y = (place[text] - overshoot + undershoot) / height
        ax.annotate(
            text, (1, y), xycoords="axes fraction", xytext=(8, 0), textcoords="offset points",
            va="center", color=colour, fontsize=TEXT_SIZE, fontweight="bold", linespacing=1.1,
            annotation_clip=False,
        )  # fmt: skip


def note(ax: Axes, text: str, theme: Theme, location: str = "upper left") -> None:
    """Write a quiet remark into a corner of the axes."""
    box = AnchoredText(
        text, loc=location, frameon=False, pad=0.2, prop={"color": theme.faint, "fontsize": TEXT_SIZE - 1}
    )
    ax.add_artist(box)
