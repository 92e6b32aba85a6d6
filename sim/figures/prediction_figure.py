"""
A prediction over its result: where a measure stood before, where it stands after, and what had been predicted.
"""

from collections.abc import Mapping

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, MaxNLocator

from sim.figures.style import LIGHT, SHEET, EndLabel, Sheet, Theme, end_labels, finish, frame, new_axes
from sim.lessons.measures import MEASURES, Measure
from sim.lessons.old_lesson import Question
from sim.lessons.prediction_words import check_predictions, said
from sim.model.invalid import invalid
from sim.runs.run import simulate

# Room for title, scale and, on the right, what was predicted. [inches]
MARGINS = {"left": 0.957, "right": 1.6, "top": 0.43, "bottom": 0.58}
Regions = dict[str, tuple[float, float]]
HATCHES = {"rises": "//", "stays": "..", "falls": "\\\\"}
BEFORE, AFTER, EDGES = 0.0, 1.0, (-0.45, 1.45)
"""Where the two runs stand on the horizontal axis, with room for their numbers below them."""


def prediction_figure(
    question: Question, predictions: Mapping[str, int], theme: Theme = LIGHT, sheet: Sheet = SHEET, *,
    hidden: bool = False,
) -> Figure:  # fmt: skip
    """
    Return the picture of a prediction over its result.

    Parameters
    ----------
    predictions : mapping of str to int
        How many predicted each outcome; one student alone counts as 1; may be empty.
    hidden : bool
        Whether the result is left out, for a student's sheet; nothing in the picture gives it away then.

    Raises
    ------
    ValueError
        If the question asks for two measures, or a prediction is none of the outcomes.
    """
    if question.measure not in MEASURES:
        raise invalid("measure", question.measure, f"Must be one measure: {', '.join(MEASURES)}.")
    check_predictions(predictions)
    measure = MEASURES[question.measure]
    figure, ax = new_axes(theme, sheet, MARGINS)
    frame(ax, measure.label, "", measure.unit, theme)
    values = [measure.read(simulate(scenario)) for scenario in (question.before, question.after)]
    regions = _scale(ax, values, measure.notable(simulate(question.before)), measure, hidden)
    _regions(ax, regions, predictions, theme)
    _line(ax, values, measure, theme, hidden)
    _region_labels(ax, regions, predictions, theme, hidden)
    finish(figure, question.before if hidden else question.after, theme, sheet)
    return figure


def _scale(ax: Axes, values: list[float], step: float, measure: Measure, hidden: bool) -> Regions:
    """Fix the axes and return where each region begins and ends."""
    before, after = values
    # The scale must not give the result away: it goes as far up as down, and while hidden it is always as wide.
    reach = 4 * step if hidden else max(1.3 * abs(after - before), 2.5 * step)
    low, high = before - reach, before + reach
    if not measure.quantity.signed:  # a change may be negative, an amount may not
        low = max(low, 0)
    if measure.unit == "%":
        high = min(high, 100)
    ax.set_ylim(low, high)
    ax.set_xlim(*EDGES)
    ax.xaxis.grid(False)
    ticks = MaxNLocator(nbins=5).tick_values(low, high)
    ax.yaxis.set_major_locator(FixedLocator([tick for tick in ticks if low <= tick <= high]))
    return {"rises": (before + step, high), "stays": (before - step, before + step), "falls": (low, before - step)}


def _regions(ax: Axes, regions: Regions, predictions: Mapping[str, int], theme: Theme) -> None:
    """Draw the three regions; the more predicted one, the darker it is, and each has a hatch of its own."""
    everybody = sum(predictions.values()) or 1
    for outcome, (low, high) in regions.items():
        share = predictions.get(outcome, 0) / everybody
        if share:
            ax.axhspan(
                low, high, facecolor=_mixed(theme.other, theme.paper, 0.08 + 0.16 * share),
                edgecolor=_mixed(theme.faint, theme.paper, 0.55),
                hatch=HATCHES[outcome], linewidth=0, zorder=0.5, gid=f"predicted-{outcome}",
            )  # fmt: skip
    for y in regions["stays"]:
        ax.axhline(y, color=theme.faint, linewidth=1, dashes=(2, 2))


def _mixed(colour: str, paper: str, share: float) -> tuple[float, ...]:
    """Return a colour thinned with the paper's; a transparent one would make the hatch of an SVG fade."""
    return tuple(share * c + (1 - share) * p for c, p in zip(to_rgb(colour), to_rgb(paper), strict=True))


def _line(ax: Axes, values: list[float], measure: Measure, theme: Theme, hidden: bool) -> None:
    """Draw the model's line from before to after, both numbers below it; only its start while it is hidden."""
    colour = getattr(theme, measure.quantity.colour)
    names = [f"{name}\n{measure.shown(value)}" for name, value in zip(("before", "after"), values, strict=True)]
    if hidden:
        values, names[1] = values[:1], "after\n?"
    ax.set_xticks([BEFORE, AFTER], names)
    style = {"color": colour, "linewidth": 3.4, "markersize": 9, "solid_capstyle": "round", "clip_on": False}
    ax.plot([BEFORE, AFTER][: len(values)], values, "-o", gid="run", **style)


def _region_labels(ax: Axes, regions: Regions, predictions: Mapping[str, int], theme: Theme, hidden: bool) -> None:
    """Write on the right what each region means and who predicted it; boxes to tick while the result is hidden."""
    labels = []
    for outcome, (low, high) in regions.items():
        who = said(predictions, outcome)
        told = f"{who}: {outcome}".replace(" said:", "\nsaid:").replace("predicted: ", "predicted:\n")
        text = told if who else f"□ {outcome}" if hidden else outcome
        labels.append(EndLabel(outcome, (low + high) / 2, text, theme.ink if who else theme.faint))
    end_labels(ax, labels)
