"""
The tornado picture: which uncertain number moves bone and arteries most, for the current settings.
"""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.figures.style import LIGHT, SHEET, TEXT_SIZE, Theme, finish, frame, new_figure
from sim.runs.many import Swing, tornado
from sim.runs.run import Run
from sim.text.sentences import parameter_name

SHOWN = 6
"""How many of the numbers are shown; the table has them all."""


def tornado_figure(run: Run, balanced: Run, theme: Theme = LIGHT) -> Figure:
    """Return bars from the lowest to the highest plausible value of each uncertain number, widest first."""
    figure = new_figure(theme)
    left, right = figure.subplots(1, 2, sharey=True)
    figure.subplots_adjust(left=0.335, right=0.96, top=0.875, bottom=0.345, wspace=0.16)
    swings = tornado(run.scenario)[:SHOWN]
    bone = [swing.bone for swing in swings]
    arteries = [swing.arteries for swing in swings]
    _draw(left, "Bone", "change [%]", swings, bone, float(run.bone_change[-1]), 1.0, theme.bone, theme)
    _draw(right, "Arteries", "times start", swings, arteries, float(run.arteries_times[-1]), 0.2, theme.arteries, theme)
    left.set_yticks(range(len(swings)), [parameter_name(swing.parameter) for swing in swings])
    left.set_ylim(SHOWN - 0.4, -0.6)
    figure.text(0.015, 0.175, "\u25cb lowest \u25cf highest\nplausible value", color=theme.ink, fontsize=TEXT_SIZE - 2)
    finish(figure, run.scenario, theme, SHEET)
    return figure


def _draw(
    ax: Axes, title: str, label: str, swings: tuple[Swing, ...], ends: list[tuple[float, float]], usual: float,
    least: float, colour: str, theme: Theme,
) -> None:  # fmt: skip
    """Draw one bar a number, its two ends told apart by an open and a filled dot."""
    frame(ax, title, label, "", theme)
    ax.tick_params(axis="y", length=0)
    ax.axvline(usual, color=theme.ink, linewidth=1.2, gid="usual")
    for row, (swing, (low, high)) in enumerate(zip(swings, ends, strict=True)):
        ax.plot([low, high], [row, row], color=colour, linewidth=5, solid_capstyle="butt", gid=swing.parameter)
        ax.plot([low], [row], "o", color=colour, markerfacecolor=theme.paper, markersize=8, markeredgewidth=2)
        ax.plot([high], [row], "o", color=colour, markersize=8, markeredgewidth=2)
    ax.locator_params(axis="x", nbins=3)
    # Never tighter than `least`: a bar of nothing must look like nothing.
    low, high = min([usual, *map(min, ends)]), max([usual, *map(max, ends)])
    room = max(0.08 * (high - low), (least - (high - low)) / 2)
    ax.set_xlim(low - room, high + room)
