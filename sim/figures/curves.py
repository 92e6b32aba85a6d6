"""
Pictures over time: one quantity of a run, with the balanced run for reference, or of several runs.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from numpy.typing import NDArray

from sim.figures.style import LIGHT, SHEET, EndLabel, Sheet, Theme, end_labels, finish, frame, new_axes, note
from sim.model.parameters import number
from sim.runs.axes import axis_range, in_every_account, is_wide
from sim.runs.many import BANDS, Ensemble
from sim.runs.quantities import QUANTITIES, Quantity
from sim.runs.run import Run
from sim.text.values import digits, told, unit_over_time

BALANCED = "balanced"
Bands = list[tuple[NDArray, NDArray]]
BANDS_NOTE = f"bands: {' and '.join(f'{100 * share:.0f} %' for share in reversed(BANDS))} of plausible models"
# Room for title, axis labels and, on the right, line labels. [inches]
MARGINS = {"left": 0.957, "right": 1.452, "top": 0.43, "bottom": 0.609}


@dataclass(frozen=True)
class Line:
    """How a run is drawn: id of its line, name beside it, looks of the line, and the marker at its end with its id."""

    gid: str
    run: Run
    name: str
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    marker: str = ""
    marker_gid: str | None = None


def alone(
    draw: Callable[..., None], run: Run, balanced: Run, theme: Theme = LIGHT, models: Ensemble | None = None,
    sheet: Sheet = SHEET,
) -> Figure:  # fmt: skip
    """Return as a figure of its own what is drawn into axes."""
    figure, ax = new_axes(theme, sheet, MARGINS)
    draw(ax, run, balanced, theme, models)
    finish(figure, run.scenario, theme, sheet)
    return figure


def draw_curve(
    quantity: Quantity, ax: Axes, run: Run, balanced: Run, theme: Theme, models: Ensemble | None = None,
    both: bool = False,
) -> None:  # fmt: skip
    """
    Draw a quantity over time into the axes: over its usual range if it has one, else beside its start.

    With `both`, what the other account says of the same settings is drawn too, and the gap between them shaded.
    """
    title = f"{quantity.title} (wider scale)" if is_wide(quantity, run) else quantity.title
    frame(ax, title, "years", unit_over_time(quantity), theme)
    bands = [models.band(quantity, share) for share in BANDS] if models else []
    colour = getattr(theme, quantity.colour)
    _scale(ax, run, quantity, bands)
    if quantity.usual:
        ax.axhspan(*quantity.usual, color=theme.grid, zorder=0)
    else:
        ax.axhline(quantity.of(run)[0], color=theme.faint, linewidth=1)
    if models:
        draw_bands(ax, models.runs.years, bands, colour)
        note(ax, BANDS_NOTE, theme, "lower left" if quantity.usual else _freer_corner(ax, bands))
    if quantity.usual:
        note(ax, f"usual range {' to '.join(map(number, quantity.usual))}", theme)
    reference = Line("balanced", balanced, BALANCED, theme.faint, 2.2, (4, 2.5))
    is_balanced = run.scenario == balanced.scenario
    own = Line("run", run, BALANCED if is_balanced else "this run", colour, 3.4, marker="o", marker_gid="end")
    lines = [own] if is_balanced else [reference, own]
    if both:
        other = in_every_account(run)[1]
        name = other.scenario.account().phrase.removeprefix("the ")
        lines.append(Line("other", other, name, colour, 2.2, (1.5, 1.5), "s", "other-end"))
        look = {"color": colour, "alpha": 0.16, "linewidth": 0, "gid": "gap"}
        ax.fill_between(run.years, quantity.of(run), quantity.of(other), **look)
    end_labels(ax, draw_lines(ax, quantity, lines, _text)[::-1])


def _freer_corner(ax: Axes, bands: Bands) -> str:
    """Return whether there is more room above or below the bands, on the left where words stand."""
    (low, high), [(lower, upper), *_] = ax.get_ylim(), bands
    left = slice(len(lower) * 2 // 3)
    return "upper left" if high - upper[left].max() > lower[left].min() - low else "lower left"


def draw_lines(
    ax: Axes, quantity: Quantity, lines: Sequence[Line], text: Callable[[Quantity, Run], str]
) -> list[EndLabel]:
    """Draw a quantity of one run or of several over time; return their labels, to be written once the axes are set."""
    labels = []
    for line in lines:
        years, values = line.run.years, quantity.of(line.run)
        look = {"color": line.colour, "gid": line.gid, "solid_capstyle": "round", "dashes": line.dash or (None, None)}
        ax.plot(years, values, linewidth=line.width, **look)
        if line.marker:
            ax.plot(years[-1:], values[-1:], line.marker, color=line.colour, markersize=9, clip_on=False, zorder=5,
                    gid=line.marker_gid)  # fmt: skip
        labels.append(EndLabel(line.gid, values[-1], f"{line.name}\n{text(quantity, line.run)}", line.colour))
    return labels


def _text(quantity: Quantity, run: Run) -> str:
    """Return what stands at the end of a line; a long unit stands at the axis only."""
    shown = (QUANTITIES[name] for name in (quantity.name, quantity.also) if name)
    return "\n".join(
        (told if each.prefix or len(each.reader_unit) < 3 else digits)(each, each.end(run)) for each in shown
    )


def draw_bands(ax: Axes, x: NDArray, bands: Bands, colour: str) -> None:
    """Draw bands behind the lines, each with an edge: a wash of colour alone is hard to see on a projector."""
    for share, (low, high) in zip(BANDS, bands, strict=True):
        look = {"facecolor": to_rgba(colour, 0.16), "edgecolor": to_rgba(colour, 0.5), "linewidth": 0.8}
        ax.fill_between(x, low, high, zorder=1, gid=f"band {100 * share:.0f}", **look)


def _scale(ax: Axes, run: Run, quantity: Quantity, bands: Bands) -> None:
    """Fix the axes: the same for all settings in both accounts; bands may widen them."""
    low, high = axis_range(quantity, run)
    low = min([low, *(float(band.min()) for band, _ in bands)])
    high = max([high, *(float(band.max()) for _, band in bands)])
    ax.set_xlim(0, run.scenario.years)
    set_range(ax, low, high)


def set_range(ax: Axes, low: float, high: float) -> None:
    """Let the axis of a quantity reach from low to high, with a little room."""
    room = 0.06 * (high - low)
    ax.set_ylim(low - room, high + room)
    ax.locator_params(nbins=5)
