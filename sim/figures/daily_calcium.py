"""
Where one day's calcium goes, at the end of a run.
"""

from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure

from sim.figures.style import LIGHT, SHEET, TEXT_SIZE, Sheet, Theme, finish, margins, new_figure
from sim.model.parameters import control
from sim.runs.axes import axis_extent
from sim.runs.run import Run
from sim.text.sentences import signed

# Room for title, names on the left and numbers on the right. [inches]
MARGINS = {"left": 1.55, "right": 1.32, "top": 0.507, "bottom": 0.22}
GROUPS = (("absorbed", "faeces", "urine"), ("bone",), ("arteries",))
LABELS = {
    "absorbed": "absorbed",
    "faeces": "faeces",
    "urine": "urine",
    "bone": "bone, net",
    "arteries": "arteries, net",
}
DECIMALS = {"bone": 1, "arteries": 3}


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
    extent = axis_extent(run)
    scales = ((0, control("calcium").high), extent.bone_balance, extent.arteries_balance)
    colours = (theme.other, theme.bone, theme.arteries)
    now, reference = run.last_day(), balanced.last_day()
    for ax, group, (low, high), colour in zip(axes, GROUPS, scales, colours, strict=True):
        _bars(ax, group, now, reference, theme, colour)
        beyond = 0.04 * (high - low)
        ax.set_xlim(min(low, 0) - beyond if low < 0 else 0, max(high, 0) + beyond)
        ax.locator_params(axis="x", nbins=4)
    axes[0].annotate(
        f"Where a day's {now['eaten']:,.0f} mg go", (0, 1), xycoords="axes fraction", xytext=(-103, 10),
        textcoords="offset points", color=theme.ink, fontsize=TEXT_SIZE + 2, fontweight="bold", gid="eaten",
    )  # fmt: skip
    axes[0].annotate(
        "◇ balanced", (1, 1), xycoords="axes fraction", xytext=(10, 8), textcoords="offset points",
        color=theme.faint, fontsize=TEXT_SIZE, annotation_clip=False,
    )  # fmt: skip


def _bars(
    ax: Axes, group: tuple[str, ...], now: dict[str, float], reference: dict[str, float], theme: Theme, colour: str
) -> None:
    """Draw one group of bars with numbers at the right and a diamond for the balanced run."""
    ax.set_facecolor(theme.paper)
    for bar, name in zip(ax.barh(group, [now[name] for name in group], color=colour, height=0.62), group, strict=True):
        bar.set_gid(f"bar-{name}")
    ax.plot([reference[name] for name in group], group, "D", color=theme.paper, markersize=8, clip_on=False,
            markeredgecolor=theme.ink, markeredgewidth=1.6)  # fmt: skip
    ax.axvline(0, color=theme.ink, linewidth=1)
    ax.set_yticks(range(len(group)), [LABELS[name] for name in group])
    ax.set_ylim(len(group) - 0.45, -0.55)
    ax.tick_params(colors=theme.ink, labelsize=TEXT_SIZE, length=0)
    ax.tick_params(axis="x", length=3, pad=1)
    ax.grid(True, axis="x", color=theme.grid, linewidth=0.8)
    ax.set_axisbelow(True)
    for spine in ax.spines.values():
        spine.set_visible(False)
    for row, name in enumerate(group):
        decimals = DECIMALS.get(name)
        text = f"{now[name]:,.0f}" if decimals is None else signed(now[name], decimals)
        ax.annotate(f"{text} mg", (1, row), xycoords=("axes fraction", "data"), xytext=(10, 0),
                    textcoords="offset points", va="center", color=colour, fontsize=TEXT_SIZE,
                    fontweight="bold", annotation_clip=False, gid=f"value-{name}")  # fmt: skip
