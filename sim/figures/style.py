"""
How pictures look: sizes, colours for light and dark, the frame every picture shares.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import fmean as mean
from textwrap import wrap
from typing import Literal

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager
from matplotlib.offsetbox import AnchoredText

from sim.runs.scenario import Scenario
from sim.text.sentences import NOTICE, changed_line, made_with, settings_line

# The same bytes for the same picture; letters as outlines in SVG, so that no font can be missing.
matplotlib.rcParams["svg.hashsalt"] = "calcium-paradox-lab"
matplotlib.rcParams["svg.fonttype"] = "path"
matplotlib.rcParams["pdf.fonttype"] = 42
# The page's letters (fonts/README.md); signs and alphabets that they lack come from matplotlib's own.
FONT = "Calcium Sans"
FONT_FILES = {name: Path(__file__).parent / "fonts" / f"CalciumSans-{name}.ttf" for name in ("Regular", "Bold")}
for each in FONT_FILES.values():
    fontManager.addfont(each)
matplotlib.rcParams["font.family"] = [FONT, "DejaVu Sans"]
# A $ is a dollar sign: names of runs come from readers, and half a formula is an error.
matplotlib.rcParams["text.parse_math"] = False

TEXT_SIZE = 14
SMALL_SIZE = 10
LINE_HEIGHT = 1.2 * TEXT_SIZE
"""Room that a line of a label at the end of a curve needs. [points]"""


@dataclass(frozen=True)
class Sheet:
    """What a picture is drawn on: its size [inches], and whether notice and settings stand at its foot."""

    width: float
    height: float
    foot: bool = True


# A picture is half a slide wide: on a whole slide its text is nearly twice as large: the notice 17 pt, the rest 25.
SHEET = Sheet(6.6, 3.9)
CARD = Sheet(4.6, 3.3, foot=False)
FOOT = 0.62
"""Room for the foot. [inches]"""


@dataclass(frozen=True)
class Theme:
    """
    Colours of one theme; safe for colour-blind readers (Okabe and Ito) and checked for contrast.

    `faint` is for secondary text and reference lines, `rule` for the lines that axes have; quantities have their own
    dash or marker as well.
    """

    paper: str
    ink: str
    faint: str
    rule: str
    grid: str
    bone: str
    arteries: str
    blood: str
    other: str


_ROWS = {
    "light": "#ffffff #0a1016 #4f5b66 #85919d #dfe4e9 #0063a3 #b84600 #8a3b7a #007a4d",
    "dark": "#10151b #f3f6f9 #aab6c1 #6d7a86 #2f3943 #5cb3f0 #f59a52 #d892c8 #4fc795",
}
THEMES = {name: Theme(*row.split()) for name, row in _ROWS.items()}
LIGHT, DARK = THEMES.values()


def new_figure(theme: Theme, sheet: Sheet = SHEET) -> Figure:
    """Return an empty figure on the theme's paper."""
    return Figure(figsize=(sheet.width, sheet.height), facecolor=theme.paper)


def new_axes(theme: Theme, sheet: Sheet, room: Mapping[str, float]) -> tuple[Figure, Axes]:
    """Return an empty figure and its axes with room around them [inches], below more for the foot, if there is one."""
    figure = new_figure(theme, sheet)
    ax = figure.subplots()
    figure.subplots_adjust(**margins(sheet, **room))
    return figure, ax


def margins(sheet: Sheet, left: float, right: float, top: float, bottom: float) -> dict[str, float]:
    """Return margins [inches] as matplotlib wants them; below stays room for the foot, if there is one."""
    below = bottom + (FOOT if sheet.foot else 0)
    places = {"left": left / sheet.width, "right": 1 - right / sheet.width}
    return {**places, "top": 1 - top / sheet.height, "bottom": below / sheet.height}


CORNER = (0.012, 0.015)
"""Where the foot stands, in widths and heights of the sheet."""


def finish(figure: Figure, scenario: Scenario, theme: Theme, sheet: Sheet, at: tuple[float, float] = CORNER) -> None:
    """Write model version, notice, settings and changed parameters at the foot, where the sheet has one."""
    if sheet.foot:
        lines = (f"{made_with(scenario)} {NOTICE}", settings_line(scenario), shown_changes(scenario, sheet))
        write_foot(figure, filter(None, lines), theme, at)


def shown_changes(scenario: Scenario, sheet: Sheet) -> str:
    """Return the changed parameters in one line at the foot, or how many they are."""
    changed = changed_line(scenario)
    # 10 pt text runs at about 15 letters to the inch.
    if len(changed) <= 15 * sheet.width:
        return changed
    return f"With {len(scenario.parameters)} changed parameters, listed in the file's own description."


def write_foot(figure: Figure, lines: Iterable[str], theme: Theme, at: tuple[float, float] = CORNER) -> None:
    """Write lines at the foot."""
    style = {"color": theme.faint, "fontsize": SMALL_SIZE, "va": "bottom", "linespacing": 1.15}
    figure.text(*at, "\n".join(lines), **style)


def frame(ax: Axes, title: str, x_label: str, y_label: str, theme: Theme) -> None:
    """Give axes their title, labels and quiet grid."""
    quiet(ax, theme)
    ax.set_title(title, loc="left", color=theme.ink, fontsize=TEXT_SIZE + 2, fontweight="bold", pad=8)
    ax.set_xlabel(x_label, color=theme.ink, fontsize=TEXT_SIZE)
    ax.set_ylabel(y_label, color=theme.ink, fontsize=TEXT_SIZE)


def plain_number(value: float, _: object = None) -> str:
    """Return a number as it stands at an axis, with a true minus."""
    return f"{value:,g}".replace("-", "−")


def quiet(ax: Axes, theme: Theme, grid: Literal["both", "x", ""] = "both") -> None:
    """Give axes a quiet grid and frame; where the grid has vertical lines only, it is the frame."""
    ax.set_facecolor(theme.paper)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(plain_number)
    ax.tick_params(colors=theme.ink, labelsize=TEXT_SIZE, length=0 if grid == "x" else 3)
    if grid:
        ax.grid(True, axis=grid, color=theme.grid, linewidth=0.8)
        ax.set_axisbelow(True)
    for side, spine in ax.spines.items():
        spine.set_visible(side in ("left", "bottom") and grid != "x")
        spine.set_color(theme.rule)


@dataclass(frozen=True)
class EndLabel:
    """A label at the right end of a line: `y` is where the line ends, in data units."""

    name: str
    y: float
    text: str
    colour: str


def end_labels(ax: Axes, labels: Sequence[EndLabel]) -> None:
    """Write labels at the right of axes that have their final y limits."""
    low, high = ax.get_ylim()
    height = ax.bbox.height / ax.figure.dpi * 72
    wanted = [(label.y - low) / (high - low) * height for label in labels]
    centres = place_labels(wanted, [label.text.count("\n") + 1 for label in labels], height)
    for label, centre in zip(labels, centres, strict=True):
        ax.annotate(
            label.text, (1, centre / height), xycoords="axes fraction", xytext=(8, 0), textcoords="offset points",
            va="center", color=label.colour, fontsize=TEXT_SIZE, fontweight="bold", linespacing=1.1,
            annotation_clip=False, gid=f"label-{label.name}",
        )  # fmt: skip


def place_labels(wanted: Sequence[float], lines: Sequence[int], height: float) -> list[float]:
    """
    Return where the centres of labels of so many lines go: pushed apart where they would touch, inside the axes.

    All lengths are in points, from below.

    Examples
    --------
    >>> [round(y, 1) for y in place_labels([50, 40, 119], [2, 2, 2], 120)]
    [61.8, 28.2, 103.2]
    """
    halves = [count * LINE_HEIGHT / 2 for count in lines]
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    # Measured from the lowest place each label can have with the others below it, labels only must not swap.
    below = [halves[order[0]]]
    for lower, upper in pairwise(order):
        below.append(below[-1] + halves[lower] + halves[upper])
    groups: list[list[float]] = []
    for index, floor in zip(order, below, strict=True):
        groups.append([wanted[index] - floor])
        while len(groups) > 1 and mean(groups[-2]) > mean(groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    room = height - halves[order[-1]] - below[-1]
    free = [max(0.0, min(mean(group), room)) for group in groups for _ in group]
    places = dict(zip(order, map(sum, zip(free, below, strict=True)), strict=True))
    return [places[index] for index in range(len(wanted))]


def note(ax: Axes, text: str, theme: Theme, location: str = "upper left") -> None:
    """Write a quiet remark into a corner of the axes."""
    # 13 pt text runs at about 6.3 points a letter.
    lines = wrap(text, int(ax.bbox.width / ax.figure.dpi * 72 / 6.3))
    look = {"color": theme.faint, "fontsize": TEXT_SIZE - 1}
    ax.add_artist(AnchoredText("\n".join(lines), loc=location, frameon=False, pad=0.2, prop=look))
