"""
The paradox map: colour for bone, lines for arteries, an outlined region for the calcium paradox.
"""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import BoundaryNorm, ListedColormap, to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator
from numpy.typing import NDArray

from sim.figures.label_places import cell_centres
from sim.figures.map_words import draw_arteries, draw_mark, draw_region, is_flat, ring_cells
from sim.figures.style import FOOT, LIGHT, TEXT_SIZE, Sheet, Theme, finish, frame, new_axes, plain_number
from sim.model.parameters import control
from sim.runs.paradox_map import ACROSS, ParadoxMap
from sim.runs.quantities import QUANTITIES
from sim.runs.scenario import Scenario
from sim.runs.verdict import notable_bone_change
from sim.text.messages import say
from sim.text.sentences import label, unit, years_text
from sim.text.values import signed, told

Array = NDArray[np.float64]

MAP_SHEET = Sheet(6.6, 4.8)
MARGINS = {"left": 1.0, "right": 0.24, "top": 0.43, "bottom": 1.58}
"""Room for title, labels of the axes and, at the bottom, the colour bar. [inches]"""
BAR = (0.79, 0.13)
"""Where the colour bar starts, above the foot, and how thick it is. [inches]"""
LOSS = "#d08a00"
"""The colour of bone lost: with the blue of bone gained the pair that colour-blind readers tell apart best."""
SHARES = (0.2, 0.58)
"""How much of its colour the weakest and the strongest band have, the rest is paper: lines lie on the bands."""
BANDS = (1, 2, 4, 8)
"""Where the bands of bone end, as multiples of what words call a change; in between bone keeps steady."""
TICKS = {
    "vitamin_k2": (0, 10, 50, 100, 200, 300, 500),
    "vitamin_d": (0, 400, 1000, 2000, 4000, 7000, 10_000),
    "calcium": (500, 1000, 1500, 2000, 2500),
}
"""Numbers at the axes; those of the vitamins are stretched at the low end."""


def paradox_map_figure(
    paradox_map: ParadoxMap, scenario: Scenario, theme: Theme = LIGHT, sheet: Sheet = MAP_SHEET
) -> Figure:
    """Return the picture of a paradox map for a file, the current setting marked by a ring."""
    figure, ax = new_axes(theme, sheet, MARGINS)
    up = control(paradox_map.up)
    x_label, y_label = (f"{label(row, scenario)} [{unit(row.unit)}]" for row in (control(ACROSS), up))
    frame(ax, say("map-title", years=years_text(paradox_map.world.years)), x_label, y_label, theme)
    ax.grid(False)
    _scale(ax, paradox_map)
    draw_bone(ax, paradox_map, theme, sheet)
    inside = paradox_map.margin_at(*cell_centres(ax)) >= 0
    now = scenario.vitamin_k2, getattr(scenario, paradox_map.up)
    taken = draw_region(ax, paradox_map, theme, inside, ring_cells(ax, now, inside))
    taken = draw_arteries(ax, paradox_map, theme, inside, taken)
    draw_mark(ax, now, theme, taken)
    finish(figure, scenario, theme, sheet)
    return figure


def _scale(ax: Axes, paradox_map: ParadoxMap) -> None:
    """Stretch the low end of the vitamins' axes, where they do most: places go by the square root."""
    for axis, name in ((ax.xaxis, ACROSS), (ax.yaxis, paradox_map.up)):
        if name != "calcium":
            # Below 0 only while matplotlib looks for limits.
            functions = (lambda v: np.sqrt(np.maximum(v, 0)), np.square)
            (ax.set_xscale if axis is ax.xaxis else ax.set_yscale)("function", functions=functions)
        axis.set_major_locator(FixedLocator(TICKS[name]))
        axis.set_major_formatter(plain_number)
    ax.set_xlim(paradox_map.vitamin_k2[0], paradox_map.vitamin_k2[-1])
    ax.set_ylim(paradox_map.upwards[0], paradox_map.upwards[-1])


def bands(theme: Theme) -> list[str]:
    """Return the colours of the bands of bone, from the largest loss to the largest gain."""
    shares = np.linspace(*SHARES, len(BANDS))

    def side(colour: str) -> list[str]:
        paper, full = np.array(to_rgb(theme.paper)), np.array(to_rgb(colour))
        return [to_hex((1 - share) * paper + share * full) for share in shares]

    return [*side(LOSS)[::-1], theme.paper, *side(theme.bone)]


def draw_bone(ax: Axes, paradox_map: ParadoxMap, theme: Theme, sheet: Sheet) -> None:
    """Draw bone as bands of colour, with their scale below."""
    ends = np.array(BANDS) * round(notable_bone_change(paradox_map.world.years), 1)
    levels = np.array([*-ends[::-1], *ends])
    colours = bands(theme)
    filled = ax.contourf(
        paradox_map.vitamin_k2, paradox_map.upwards, paradox_map.bone_change, levels=levels, extend="both",
        cmap=ListedColormap(colours), norm=BoundaryNorm(levels, len(colours), extend="both"),
    )  # fmt: skip
    box = ax.get_position()
    bottom = (BAR[0] + (FOOT if sheet.foot else 0)) / sheet.height
    scale = ax.figure.add_axes((box.x0, bottom, box.width, BAR[1] / sheet.height), gid="scale")
    bar = ax.figure.colorbar(filled, cax=scale, orientation="horizontal", spacing="uniform")
    bar.set_ticks(levels.tolist(), labels=[signed(level, 2).rstrip("0").rstrip(".") for level in levels])
    bar.set_label(f"{say('map-bone')}\n{lines_text(paradox_map)}", color=theme.ink, fontsize=TEXT_SIZE)
    bar.outline.set_edgecolor(theme.faint)
    scale.tick_params(colors=theme.ink, labelsize=TEXT_SIZE, length=3)


def lines_text(paradox_map: ParadoxMap) -> str:
    """Return what the lines are, or that there are none and why."""
    low, high = (told(QUANTITIES["arteries_times"], end(paradox_map.arteries_times)) for end in (np.min, np.max))
    if is_flat(paradox_map):
        return say("map-flat", times=low if low == high else say("map-flat-between", low=low, high=high))
    return say("map-lines")
