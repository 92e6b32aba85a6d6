"""
Where one day's calcium goes, at the end of a run.
"""

from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure

from sim.figures.style import LIGHT, SHEET, TEXT_SIZE, Sheet, Theme, finish, margins, new_figure, quiet
from sim.model.parameters import control
from sim.runs.axes import axis_range
from sim.runs.quantities import QUANTITIES, Quantity
from sim.runs.run import Run
from sim.text.values import digits

# Room for title, names on the left and numbers on the right. [inches]
MARGINS = {"left": 1.55, "right": 1.32, "top": 0.507, "bottom": 0.22}
EATEN = QUANTITIES["day_eaten"]
GROUPS = [[QUANTITIES[f"day_{name}"] for name in group]
          for group in (("absorbed", "faeces", "urine"), ("bone",), ("arteries",))]  # fmt: skip


def daily_calcium_figure(run: Run, balanced: Run, theme: Theme = LIGHT, sheet: Sheet = SHEET) -> Figure:
    """Return the picture of where the calcium of one day goes; bone and arteries have scales of their own."""
    figure = new_figure(theme, sheet)
    draw_daily_calcium(figure, run, balanced, theme, margins(sheet, **MARGINS))
    finish(figure, run.scenario, theme, sheet)
    return figure


def draw_daily_calcium(
    figure: Figure | SubFigure, run: Run, balanced: Run, theme: Theme, room: dict[str, float]
) -> None:
    """Draw three groups of bars, each on its own fixed scale: gut and kidney, bone, arteries."""
    axes = figure.subplots(3, 1, gridspec_kw={"height_ratios": [len(group) for group in GROUPS]})
    figure.subplots_adjust(**room, hspace=0.62)
    scales = ((0, control("calcium").high), *(axis_range(group[0], run, balanced) for group in GROUPS[1:]))
    for ax, group, (low, high) in zip(axes, GROUPS, scales, strict=True):
        _bars(ax, group, run, balanced, theme)
        beyond = 0.04 * (high - low)
        ax.set_xlim(min(low, 0) - beyond if low < 0 else 0, max(high, 0) + beyond)
        ax.locator_params(axis="x", nbins=4)
    axes[0].annotate(
        f"Where a day's {digits(EATEN, EATEN.of(run))} mg go", (room["left"] - 0.2, room["top"]),
        xycoords="subfigure fraction", xytext=(0, 10), textcoords="offset points", annotation_clip=False,
        color=theme.ink, fontsize=TEXT_SIZE + 2, fontweight="bold", gid="eaten",
    )  # fmt: skip
    axes[0].annotate(
        "◇ balanced", (1, 1), xycoords="axes fraction", xytext=(10, 8), textcoords="offset points",
        color=theme.faint, fontsize=TEXT_SIZE, annotation_clip=False,
    )  # fmt: skip


def _bars(ax: Axes, group: list[Quantity], run: Run, balanced: Run, theme: Theme) -> None:
    """Draw one group of bars with numbers at the right and a diamond for the balanced run."""
    quiet(ax, theme, "x")
    colours = [getattr(theme, each.colour) for each in group]
    rows = range(len(group))
    bars = ax.barh(rows, [each.of(run) for each in group], color=colours, height=0.62)
    for bar, each in zip(bars, group, strict=True):
        bar.set_gid(f"bar-{each.name.removeprefix('day_')}")
    ax.plot([each.of(balanced) for each in group], rows, "D", color=theme.paper, markersize=8, clip_on=False,
            markeredgecolor=theme.ink, markeredgewidth=1.6)  # fmt: skip
    ax.axvline(0, color=theme.ink, linewidth=1)
    ax.set_yticks(rows, [each.short for each in group])
    ax.set_ylim(len(group) - 0.45, -0.55)
    ax.tick_params(axis="x", length=3, pad=1)
    for row, each, colour in zip(rows, group, colours, strict=True):
        ax.annotate(f"{digits(each, each.of(run))} mg", (1, row), xycoords=("axes fraction", "data"), xytext=(10, 0),
                    textcoords="offset points", va="center", color=colour, fontsize=TEXT_SIZE, fontweight="bold",
                    annotation_clip=False, gid=f"value-{each.name.removeprefix('day_')}")  # fmt: skip
