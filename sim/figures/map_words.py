"""
What lies on the bands of the paradox map: lines of arteries, the region of the paradox, the current setting.

Each function is given the cells that words take already and returns them with those of its own words.
"""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from sim.figures.label_places import CELL, Cells, Point, block, nearest_room, place_of, size_of
from sim.figures.style import TEXT_SIZE, Theme
from sim.model.parameters import number
from sim.runs.paradox_map import ParadoxMap
from sim.text.messages import say

Array = NDArray[np.float64]

FLAT = 0.15
"""Where artery calcium differs over the map by less than this share of the largest gain, lines would show nothing."""
NONE, NAME, THIS_RUN = say("map-none"), say("map-paradox"), say("map-this-run")
IN_TWO_LINES = NAME.replace(" ", "\n", 1)


def is_flat(paradox_map: ParadoxMap) -> bool:
    """Tell whether artery calcium is so much the same on the whole map that lines would show nothing."""
    return bool(np.ptp(paradox_map.arteries_times) < FLAT * (paradox_map.arteries_times.max() - 1))


def draw_arteries(ax: Axes, paradox_map: ParadoxMap, theme: Theme, inside: Cells, taken: Cells) -> Cells:
    """Draw arteries as lines of equal gain, with labels; return the cells that are taken now."""
    values = paradox_map.arteries_times
    ticks = MaxNLocator(6, steps=[1, 2, 2.5, 5, 10]).tick_values(values.min(), values.max())
    levels = [level for level in ticks if values.min() < level < values.max()]
    if not levels or is_flat(paradox_map):
        return taken
    grid = (paradox_map.vitamin_k2, paradox_map.upwards, values)
    lines = ax.contour(*grid, levels=levels, colors=theme.ink, linewidths=1.2, linestyles="solid")
    for path, level in zip(lines.get_paths(), levels, strict=True):
        text = f"×{number(round(level, 6))}"
        side = max(size_of(text, TEXT_SIZE))
        box = (side, side)  # however the label turns with its line
        room = _room_on(ax, np.asarray(path.vertices), ~(inside | taken), box)
        room = room or _room_on(ax, np.asarray(path.vertices), ~taken, box)
        if room is not None:
            at, vertex = room
            taken = taken | block(taken.shape, at, box)
            labels = ax.clabel(lines, [level], manual=[vertex], fmt=text, fontsize=TEXT_SIZE, colors=theme.ink)
            for each in labels:
                each.set(bbox=_box(theme), gid="times")
    return taken


def _box(theme: Theme) -> dict:
    """Return the piece of paper under a word on the map, so that no line or hatch runs through it."""
    return {"facecolor": theme.paper, "edgecolor": "none", "pad": 1.5}


def _room_on(ax: Axes, vertices: Array, free: Cells, box: Point) -> tuple[Point, Point] | None:
    """Return the highest point of a line with room for a label, in points and in data units."""
    for x, y in vertices[np.argsort(-vertices[:, 1], kind="stable")]:
        at = place_of(ax, x, y)
        near = nearest_room(free & block(free.shape, at, (box[0] + 2 * CELL, box[1] + 2 * CELL)), box, at)
        if near:
            return at, (x, y)
    return None


def draw_region(ax: Axes, paradox_map: ParadoxMap, theme: Theme, inside: Cells, taken: Cells) -> Cells:
    """Outline the region of the calcium paradox, hatch it and name it; return the cells that are taken now."""
    words: dict[str, Any] = {
        "color": theme.ink, "fontsize": TEXT_SIZE, "fontweight": "bold", "ha": "center", "va": "center",
        "linespacing": 1.1, "bbox": _box(theme), "xycoords": "axes points", "textcoords": "axes points",
    }  # fmt: skip
    rows, columns = np.nonzero(inside)
    if not rows.size:
        size, corner = size_of(NONE, TEXT_SIZE), (inside.shape[1] * CELL, inside.shape[0] * CELL)
        at = nearest_room(~taken, size, corner)
        ax.annotate(NONE, at or corner, xytext=at or corner, gid="region", **words)
        return taken | block(taken.shape, at or corner, size)
    _outline(ax, paradox_map, theme)
    middle = ((columns.mean() + 0.5) * CELL, (rows.mean() + 0.5) * CELL)
    for text, angle in ((IN_TWO_LINES, 0), (NAME, 0), (NAME, 90)):
        width, height = size_of(text, TEXT_SIZE)
        size = (height, width) if angle else (width, height)
        at = nearest_room(inside & ~taken, size, middle)
        if at:
            ax.annotate(text, at, xytext=at, rotation=angle, gid="region", **words)
            return taken | block(taken.shape, at, size)
    # Too small for its name: beside it, with a line to the part of it that is nearest to its middle.
    size = size_of(IN_TWO_LINES, TEXT_SIZE)
    nearest = np.argmin(np.hypot((columns + 0.5) * CELL - middle[0], (rows + 0.5) * CELL - middle[1]))
    tip = ((columns[nearest] + 0.5) * CELL, (rows[nearest] + 0.5) * CELL)
    at = nearest_room(~(inside | taken), size, (tip[0] + size[0], tip[1])) or nearest_room(~taken, size, tip) or tip
    arrow = {"arrowstyle": "-", "color": theme.ink, "linewidth": 1.6}
    ax.annotate(IN_TWO_LINES, tip, xytext=at, arrowprops=arrow, gid="region", **words)
    return taken | block(taken.shape, at, size)


def _outline(ax: Axes, paradox_map: ParadoxMap, theme: Theme) -> None:
    """Draw the region's edge, exactly where the margin is 0, and its hatch."""
    grid = (paradox_map.vitamin_k2, paradox_map.upwards, paradox_map.margin)
    if paradox_map.margin.min() < 0:
        ax.contour(*grid, levels=[0], colors=theme.ink, linewidths=3.2, linestyles="solid")
    hatch = ax.contourf(*grid, levels=[0, paradox_map.margin.max() + 1], colors="none", hatches=["//"])
    hatch.set(edgecolor=theme.ink, linewidth=0)


def draw_mark(ax: Axes, now: Point, theme: Theme, taken: Cells) -> None:
    """Mark the current setting by a ring and name it where there is room."""
    for width, colour in ((6, theme.paper), (2.8, theme.ink)):
        style = {"markerfacecolor": "none", "markeredgecolor": colour, "markeredgewidth": width}
        ax.plot(*now, "o", color=colour, markersize=13, clip_on=False, zorder=5, gid="now", **style)
    at = nearest_room(~(taken | ring_cells(ax, now, taken)), size_of(THIS_RUN, TEXT_SIZE), place_of(ax, *now))
    if at:
        ax.annotate(
            THIS_RUN, at, xycoords="axes points", color=theme.ink, fontsize=TEXT_SIZE, fontweight="bold",
            ha="center", va="center", zorder=6, gid="this-run", bbox=_box(theme),
        )  # fmt: skip


def ring_cells(ax: Axes, now: Point, cells: Cells) -> Cells:
    """Return the cells that the ring around a setting takes."""
    return block(cells.shape, place_of(ax, *now), (20, 20))
