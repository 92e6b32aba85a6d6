"""
Pictures over time: bone, arteries and blood, each with the balanced run for reference.
"""

from collections.abc import Callable

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.ticker import StrMethodFormatter
from numpy.typing import NDArray

from sim.figures.style import LIGHT, SHEET, EndLabel, Sheet, Theme, end_labels, finish, frame, margins, new_figure, note
from sim.model.parameters import NORMAL_BLOOD_CALCIUM, number
from sim.runs.axes import axis_extent, axis_is_wide
from sim.runs.many import Ensemble
from sim.runs.run import Run
from sim.text.sentences import signed

Draw = Callable[[Axes, Run, Run, Theme, Ensemble | None], None]

BANDS = (0.9, 0.5)
"""Shares of the plausible models that the bands hold, the wider one first."""
BANDS_NOTE = "bands: 50 % and 90 % of plausible models"
# Room for title, axis labels and, on the right, line labels. [inches]
MARGINS = {"left": 0.957, "right": 1.452, "top": 0.43, "bottom": 0.609}


def bone_figure(
    run: Run, balanced: Run, theme: Theme = LIGHT, models: Ensemble | None = None, sheet: Sheet = SHEET
) -> Figure:
    """Return the picture of bone calcium over time, in percent of its start."""
    return _figure(draw_bone, run, balanced, theme, models, sheet)


def arteries_figure(
    run: Run, balanced: Run, theme: Theme = LIGHT, models: Ensemble | None = None, sheet: Sheet = SHEET
) -> Figure:
    """Return the picture of artery calcium over time, in mg and in multiples of its start."""
    return _figure(draw_arteries, run, balanced, theme, models, sheet)


def blood_figure(
    run: Run, balanced: Run, theme: Theme = LIGHT, models: Ensemble | None = None, sheet: Sheet = SHEET
) -> Figure:
    """Return the picture of blood calcium over time, with the usual range of healthy adults."""
    return _figure(draw_blood, run, balanced, theme, models, sheet)


def _figure(draw: Draw, run: Run, balanced: Run, theme: Theme, models: Ensemble | None, sheet: Sheet) -> Figure:
    figure = new_figure(theme, sheet)
    ax = figure.subplots()
    figure.subplots_adjust(**margins(sheet, **MARGINS))
    draw(ax, run, balanced, theme, models)
    finish(figure, run.scenario, theme, sheet)
    return figure


def draw_bone(ax: Axes, run: Run, balanced: Run, theme: Theme, models: Ensemble | None = None) -> None:
    """Draw bone calcium into the axes."""
    frame(ax, _title("Bone calcium", run), "years", "% of start", theme)
    values = 100 + run.bone_change
    low, high = axis_extent(run).bone_change
    bands = _bands(models, "bone_change", 100)
    _scale(ax, run, 100 + low, 100 + high, bands)
    ax.axhline(100, color=theme.faint, linewidth=1)
    _bands_of_run(ax, models, bands, theme.bone, theme)
    _runs(ax, run, values, balanced, 100 + balanced.bone_change, theme, theme.bone)
    _labels(ax, run, values, balanced, 100 + balanced.bone_change, theme, theme.bone, _percent)


def draw_arteries(ax: Axes, run: Run, balanced: Run, theme: Theme, models: Ensemble | None = None) -> None:
    """Draw artery calcium into the axes; the labels also tell it as a multiple of the start."""
    frame(ax, _title("Artery calcium", run), "years", "mg", theme)
    values, reference = run.amounts["arteries"], balanced.amounts["arteries"]
    start = values[0]
    bands = _bands(models, "arteries")
    _scale(ax, run, *axis_extent(run).arteries, bands)
    ax.axhline(start, color=theme.faint, linewidth=1)
    _bands_of_run(ax, models, bands, theme.arteries, theme)
    _runs(ax, run, values, balanced, reference, theme, theme.arteries)
    _labels(ax, run, values, balanced, reference, theme, theme.arteries, lambda mg: f"{mg:,.0f} mg\n×{mg / start:.1f}")


def draw_blood(ax: Axes, run: Run, balanced: Run, theme: Theme, models: Ensemble | None = None) -> None:
    """Draw blood calcium into the axes, over the band of healthy adults."""
    frame(ax, _title("Blood calcium", run), "years", "mg/dL", theme)
    band_low, band_high = NORMAL_BLOOD_CALCIUM
    low, high = axis_extent(run).blood_calcium
    bands = _bands(models, "blood_calcium")
    _scale(ax, run, min(low, band_low - 0.3), max(high, band_high + 0.2), bands)
    ax.axhspan(band_low, band_high, color=theme.grid, zorder=0)
    _bands_of_run(ax, models, bands, theme.blood, theme)
    note(ax, f"usual range {number(band_low)} to {number(band_high)}", theme)
    _runs(ax, run, run.blood_calcium, balanced, balanced.blood_calcium, theme, theme.blood)
    _labels(ax, run, run.blood_calcium, balanced, balanced.blood_calcium, theme, theme.blood, lambda v: f"{v:.2f}")


def _title(quantity: str, run: Run) -> str:
    return f"{quantity} (wider scale)" if axis_is_wide(run) else quantity


def _percent(value: float) -> str:
    return f"{signed(value - 100)} %"


Bands = list[tuple[NDArray, NDArray]]


def _bands(models: Ensemble | None, quantity: str, offset: float = 0) -> Bands:
    """Return between which curves 90 % and 50 % of the plausible models lie, if they are shown."""
    pairs = [models.band(quantity, share) for share in BANDS] if models else []
    return [(low + offset, high + offset) for low, high in pairs]


def _bands_of_run(ax: Axes, models: Ensemble | None, bands: Bands, colour: str, theme: Theme) -> None:
    """Draw the bands of a picture over time, if they are shown."""
    if models:
        draw_bands(ax, models.runs.years, bands, colour)
        note(ax, BANDS_NOTE, theme, "lower left")


def draw_bands(ax: Axes, x: NDArray, bands: Bands, colour: str) -> None:
    """Draw bands behind the lines, each with an edge: a wash of colour alone is hard to see on a projector."""
    for share, (low, high) in zip(BANDS, bands, strict=True):
        look = {"facecolor": to_rgba(colour, 0.16), "edgecolor": to_rgba(colour, 0.5), "linewidth": 0.8}
        ax.fill_between(x, low, high, zorder=1, gid=f"band {100 * share:.0f}", **look)


def _scale(ax: Axes, run: Run, low: float, high: float, bands: Bands) -> None:
    """Fix the axes: the same for all settings of these years in both accounts; bands may widen them."""
    low = min([low, *(float(band.min()) for band, _ in bands)])
    high = max([high, *(float(band.max()) for _, band in bands)])
    room = 0.06 * (high - low) or 0.01 * high  # where nothing moves, a line still needs axes
    ax.set_xlim(0, run.scenario.years)
    ax.set_ylim(low - room, high + room)
    ax.locator_params(nbins=5)
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(StrMethodFormatter("{x:g}"))


def _runs(ax: Axes, run: Run, values: NDArray, balanced: Run, reference: NDArray, theme: Theme, colour: str) -> None:
    """Draw the balanced run dashed and this run as a thick line with a dot at its end."""
    ax.plot(balanced.years, reference, color=theme.faint, linewidth=2.2, dashes=(4, 2.5), gid="balanced")
    ax.plot(run.years, values, color=colour, linewidth=3.4, solid_capstyle="round", gid="run")
    ax.plot(run.years[-1:], values[-1:], "o", color=colour, markersize=9, clip_on=False, zorder=5, gid="end")


def _labels(
    ax: Axes, run: Run, values: NDArray, balanced: Run, reference: NDArray, theme: Theme, colour: str,
    text: Callable[[float], str],
) -> None:  # fmt: skip
    """Label both lines at their ends, or the one line if the run is the balanced one."""
    if run.scenario == balanced.scenario:
        end_labels(ax, [EndLabel("run", values[-1], f"balanced\n{text(values[-1])}", colour)])
        return
    end_labels(
        ax,
        [
            EndLabel("run", values[-1], f"this run\n{text(values[-1])}", colour),
            EndLabel("balanced", reference[-1], f"balanced\n{text(reference[-1])}", theme.faint),
        ],
    )
