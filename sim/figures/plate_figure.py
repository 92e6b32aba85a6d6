"""
What a plate holds beside recommended intakes and upper limits.

The numbers come from `sim.content.foods.plate`; nothing is added up here.
"""

from collections.abc import Mapping

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.content.foods.listing import range_text, shown
from sim.content.foods.plate import Total, reference
from sim.content.foods.plate_listing import not_known
from sim.content.intakes import NONE_SET, Intake, name_of
from sim.figures.style import FOOT, LIGHT, TEXT_SIZE, Sheet, Theme, new_figure, quiet, write_foot
from sim.model.parameters import control, number
from sim.text.sentences import APP_NAME, NOTICE, unit

SHEET = Sheet(6.6, 4.7)
# Room for the first title, the last scale and the notice. [inches]
TOP, BOTTOM, SIDE = 0.55, 0.3 + FOOT, 0.2
BEYOND = 1.04
"""How far a scale goes on after the last thing it must show."""


def plate_figure(totals: Mapping[str, Total], age: str, theme: Theme = LIGHT) -> Figure:
    """Return the picture of a plate: a bar for the typical total, a whisker for its range, lines for references."""
    figure = new_figure(theme, SHEET)
    axes = figure.subplots(len(totals), 1)
    figure.subplots_adjust(
        left=SIDE / SHEET.width, right=1 - 1.5 * SIDE / SHEET.width,
        top=1 - TOP / SHEET.height, bottom=BOTTOM / SHEET.height, hspace=2.1,
    )  # fmt: skip
    limits = reference(age)
    for ax, each in zip(axes, totals.values(), strict=True):
        _draw(ax, each, limits[each.nutrient], theme)
    signs = f"Bar: typical. Whisker: lowest to highest. Lines: {age}, Institute of Medicine."
    write_foot(figure, (f"{APP_NAME}. {NOTICE}", signs), theme)
    return figure


def _draw(ax: Axes, total: Total, limits: Intake, theme: Theme) -> None:
    """Draw one nutrient on a scale that is the same for every plate: the slider's, or up to the upper limit."""
    end = BEYOND * max(control(total.nutrient).high, limits.upper_limit or 0)
    quiet(ax, theme, "")
    ax.set_xlim(0, end)
    ax.set_ylim(-0.5, 0.5)
    low, typical, high = (min(x, end) for x in (total.span.low, total.span.typical, total.span.high))
    ax.barh([0], [typical], color=theme.other, height=0.62, gid=f"bar-{total.nutrient}")
    if high > low:
        # On a ribbon of paper, so that it stands out from the bar as well.
        ax.plot([low, high], [0, 0], color=theme.paper, linewidth=8, solid_capstyle="butt")
        ax.plot([low, high], [0, 0], "-|", color=theme.ink, linewidth=2, markersize=11, markeredgewidth=2,
                gid=f"range-{total.nutrient}")  # fmt: skip
    _lines(ax, limits, end, theme)
    ax.set_yticks([])
    ax.locator_params(axis="x", nbins=6)
    ax.xaxis.set_major_formatter(lambda value, _: number(value))
    ax.annotate(
        _title(total, end), (0, 1), xycoords="axes fraction", xytext=(0, 21), textcoords="offset points",
        color=theme.ink, fontsize=TEXT_SIZE + 1, fontweight="bold",
    )  # fmt: skip


def _title(total: Total, end: float) -> str:
    """Return the nutrient with its total, and that the bar goes on where it does."""
    typical, of_unit = shown(total.span.typical), unit(control(total.nutrient).unit)
    if not total.known:
        return f"{name_of(total.nutrient)}: {not_known(total)}"
    spread = f" ({range_text(total.span)})" if total.span.high > total.span.low else ""
    beyond = ", goes on ▸" if total.span.high > end else ""
    return f"{name_of(total.nutrient)}: {typical} {of_unit}{spread}{beyond}"


def _lines(ax: Axes, limits: Intake, end: float, theme: Theme) -> None:
    """Draw recommended intake and upper limit with their names, or say that none is set."""
    marks = (
        ("recommended", limits.recommended, theme.ink, "--", 0.3),
        ("upper limit", limits.upper_limit, theme.arteries, "-", 0.6),
    )
    for word, value, colour, dash, turn in marks:
        if value is None:
            continue
        # On a ribbon of paper too: a line of the theme need not stand out from the bar.
        ax.plot([value, value], [-0.5, 0.5], color=theme.paper, linewidth=7, clip_on=False)
        ax.plot([value, value], [-0.5, 0.5], dash, color=colour, linewidth=2.5, gid=word, clip_on=False)
        side = "right" if value > turn * end else "left"
        ax.annotate(f"{word} {number(value)}", (value, 0.5), xytext=(0, 4), textcoords="offset points", ha=side,
                    color=colour, fontsize=TEXT_SIZE, annotation_clip=False)  # fmt: skip
    missing = [word for word, value, *_ in marks if value is None]
    if missing:
        ax.annotate(f"{' and '.join(missing)}: {NONE_SET}", (0, 0.5), xytext=(0, 4), textcoords="offset points",
                    color=theme.faint, fontsize=TEXT_SIZE, annotation_clip=False)  # fmt: skip
