"""
Runs laid over each other: this run, the pinned runs and the balanced run, each with a dash, a marker and a label.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath
from numpy.typing import NDArray

from sim.figures.style import (
    LIGHT,
    SMALL_SIZE,
    TEXT_SIZE,
    EndLabel,
    Sheet,
    Theme,
    end_labels,
    frame,
    margins,
    new_figure,
    note,
    shown_changes,
    write_foot,
)
from sim.model.parameters import NORMAL_BLOOD_CALCIUM
from sim.runs.many import dose_response
from sim.runs.run import Run
from sim.session.pins import BALANCED_RUN
from sim.text.comparison import Named
from sim.text.sentences import NOTICE, made_with, settings_line, signed

SHEET = Sheet(7.4, 4.8)
PRINTED = Sheet(7.4, 4.2, foot=False)
"""For a report, where notice and settings stand once for all pictures."""
# On the right there is room for the longest name a pin may have. [inches]
MARGINS = {"left": 0.957, "right": 3.05, "top": 0.43, "bottom": 0.609}
FOOT_LINES = 3
"""Lines for which a sheet has room."""
FOOT_LINE = 1.2 * SMALL_SIZE / 72
"""What each more makes it higher. [inches]"""
LABEL_WIDTH = 72 * MARGINS["right"] - 14
"""Room for the letters of a label. [points]"""


@dataclass(frozen=True)
class Look:
    """How a run is told from the others: by dash, marker and colour."""

    dash: tuple[float, ...]
    marker: str
    sign: str
    colour: Callable[[Theme], str]


LOOKS = (
    Look((), "o", "●", lambda theme: theme.ink),
    Look((7, 2), "s", "■", lambda theme: theme.bone),
    Look((1.5, 1.5), "^", "▲", lambda theme: theme.arteries),
    Look((7, 2, 1.5, 2), "D", "◆", lambda theme: theme.blood),
    Look((4, 1.5, 1.5, 1.5, 1.5, 1.5), "v", "▼", lambda theme: theme.other),
)
"""Of this run, then of the pins in their order."""


@dataclass(frozen=True)
class Curve:
    """
    A quantity over time.

    Attributes
    ----------
    title, unit : str
    values : callable
        The quantity's values in a run.
    text : callable
        How its last value is written.
    reach : tuple of float
        What the axis reaches at least, so that small differences do not look large.
    """

    title: str
    unit: str
    values: Callable[[Run], NDArray]
    text: Callable[[float], str]
    reach: tuple[float, float]


CURVES = {
    "bone": Curve(
        "Bone calcium", "% of start", lambda run: 100 + run.bone_change, lambda v: f"{signed(v - 100, 2)} %", (99, 101)
    ),
    "arteries": Curve("Artery calcium", "mg", lambda run: run.amounts["arteries"], lambda v: f"{v:,.0f} mg", (0, 0)),
    "blood": Curve(
        "Blood calcium", "mg/dL", lambda run: run.blood_calcium, lambda v: f"{v:.2f} mg/dL", NORMAL_BLOOD_CALCIUM
    ),
}
ACTIVATION = "activation"
TITLES = {name: curve.title for name, curve in CURVES.items()} | {ACTIVATION: "What vitamin K2 switches on"}
"""Pictures in which runs can be laid over each other, and what they are called."""


def overlay_figure(name: str, runs: Sequence[Named], theme: Theme = LIGHT, sheet: Sheet = SHEET) -> Figure:
    """
    Return a picture with all runs in it.

    Parameters
    ----------
    name : str
        One of TITLES.
    runs : sequence of Named
        This run, then at most four pinned runs.
    theme : Theme
    sheet : Sheet
    """
    foot = _foot(runs, sheet) if sheet.foot else []
    more = max(0, len(foot) - FOOT_LINES) * FOOT_LINE
    sheet = replace(sheet, height=sheet.height + more)
    figure = new_figure(theme, sheet)
    ax = figure.subplots()
    figure.subplots_adjust(**margins(sheet, **MARGINS | {"bottom": MARGINS["bottom"] + more}))
    if name == ACTIVATION:
        _draw_activation(ax, runs, theme)
    else:
        _draw_curves(ax, CURVES[name], runs, theme)
    write_foot(figure, foot, theme, sheet)
    return figure


def _foot(runs: Sequence[Named], sheet: Sheet) -> list[str]:
    """Return what stands at the foot: program, model version, notice, and the settings of every run."""
    scenarios = [named.run.scenario for named in runs]
    lines = [f"{made_with(scenarios[0])} {NOTICE}"]
    for look, named, scenario in zip(LOOKS, runs, scenarios, strict=False):
        other = "" if scenario.lens == scenarios[0].lens else f"{scenario.account().label}: "
        head, line = f"{look.sign} {named.name}:", f"{other}{settings_line(scenario)}"
        together = _width(f"{head} {line}", SMALL_SIZE) <= 72 * sheet.width - 2 * SMALL_SIZE
        lines += [f"{head} {line}"] if together else [head, line]
        lines += filter(None, [shown_changes(scenario, sheet)])
    return lines


def _draw_curves(ax: Axes, curve: Curve, runs: Sequence[Named], theme: Theme) -> None:
    frame(ax, curve.title, "years", curve.unit, theme)
    usual = runs[0].balanced
    reference = curve.values(usual)
    ax.plot(usual.years, reference, color=theme.faint, linewidth=1.6, dashes=(4, 2.5), gid="balanced")
    labels = [EndLabel("balanced", reference[-1], f"{BALANCED_RUN}\n{curve.text(reference[-1])}", theme.faint)]
    for look, named in zip(LOOKS, runs, strict=False):
        values, colour = curve.values(named.run), look.colour(theme)
        width = 3.4 if named is runs[0] else 2.4
        ax.plot(
            named.run.years, values, color=colour, linewidth=width, dashes=look.dash or (None, None), gid=named.name
        )
        ax.plot(named.run.years[-1:], values[-1:], look.marker, color=colour, markersize=9, clip_on=False, zorder=5)
        labels.append(EndLabel(named.name, values[-1], f"{_title(look, named)}\n{curve.text(values[-1])}", colour))
    ax.set_xlim(0, runs[0].run.scenario.years)
    ax.margins(y=0.08)
    ax.update_datalim([(0, end) for end in curve.reach])
    ax.autoscale_view(scalex=False)
    if not curve.reach[0]:
        ax.set_ylim(bottom=0)
    if curve is CURVES["blood"]:
        ax.axhspan(*curve.reach, color=theme.grid, zorder=0)
        note(ax, "grey: usual range", theme, "lower left")
    ax.locator_params(nbins=5)
    ax.ticklabel_format(useOffset=False, style="plain")
    end_labels(ax, labels)


def _draw_activation(ax: Axes, runs: Sequence[Named], theme: Theme) -> None:
    """Draw the activation curves of this run's world and where on them, or beside them, each run lies."""
    scenario = runs[0].run.scenario
    frame(ax, TITLES[ACTIVATION], f"{scenario.form().nutrient} [µg/day]", "% activated", theme)
    doses, curves = dose_response(scenario)
    for protein, dash in (("osteocalcin", ()), ("mgp", (5, 2))):
        line = 100 * curves[protein]
        ax.plot(doses, line, color=theme.faint, linewidth=2, dashes=dash or (None, None), gid=protein)
    labels = []
    for look, named in zip(LOOKS, runs, strict=False):
        active, colour = named.run.activation, look.colour(theme)
        dose, values = named.run.scenario.vitamin_k2, [100 * active["osteocalcin"], 100 * active["mgp"]]
        ax.plot([dose, dose], values, color=colour, linewidth=1.5, dashes=look.dash or (None, None))
        ax.plot([dose, dose], values, look.marker, color=colour, markersize=9, clip_on=False, zorder=5, gid=named.name)
        text = f"{_title(look, named)}\nosteocalcin {values[0]:.0f} %, MGP {values[1]:.0f} %"
        labels.append(EndLabel(named.name, values[0], text, colour))
    ax.set_xlim(doses[0], doses[-1])
    ax.set_ylim(0, 100)
    place = len(doses) * 3 // 5
    for protein, text, ha, va, gap in (("osteocalcin", "osteocalcin", "right", "bottom", 5),
                                       ("mgp", "MGP (dashed)", "left", "top", -5)):  # fmt: skip
        ax.annotate(
            text, (doses[place], 100 * curves[protein][place]), xytext=(0, gap), ha=ha, va=va,
            textcoords="offset points", color=theme.faint, fontsize=TEXT_SIZE,
        )  # fmt: skip
    end_labels(ax, labels)


def _title(look: Look, named: Named) -> str:
    """Return a run's marker and name, cut where the paper ends."""
    name = named.name
    while _width(f"{look.sign} {name}", TEXT_SIZE, "bold") > LABEL_WIDTH:
        name = f"{name.removesuffix('…')[:-1]}…"
    return f"{look.sign} {name}"


def _width(text: str, size: int, weight: str = "normal") -> float:
    """Return how wide a text is. [points]"""
    return TextPath((0, 0), text, size=size, prop=FontProperties(weight=weight)).get_extents().width


def describe_overlay(name: str, runs: Sequence[Named]) -> str:
    """Return the text alternative of a picture with several runs."""
    if name == ACTIVATION:
        parts = (
            f"{named.name}: osteocalcin {100 * named.run.activation['osteocalcin']:.0f} %, "
            f"MGP {100 * named.run.activation['mgp']:.0f} %"
            for named in runs
        )
        return f"Where each run lies on the curves of activation. {'; '.join(parts)}."
    curve = CURVES[name]
    ends = [(BALANCED_RUN, curve.values(runs[0].balanced)), *((named.name, curve.values(named.run)) for named in runs)]
    told = "; ".join(f"{who}: {curve.text(values[-1])}" for who, values in ends)
    return f"Line chart of {curve.title.lower()} in several runs over the same years. At the end, {told}."
