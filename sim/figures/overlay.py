"""
Runs laid over each other: this run, the pinned runs and the balanced run, each with a dash, a marker and a label.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

from sim.figures import curves, style
from sim.figures.style import LIGHT, SMALL_SIZE, TEXT_SIZE, EndLabel, Sheet, Theme, end_labels, frame, note
from sim.runs.axes import axis_range
from sim.runs.many import dose_response
from sim.runs.quantities import CURVES, PROTEINS, Quantity
from sim.runs.run import Run
from sim.text.comparison import Named
from sim.text.messages import say
from sim.text.sentences import BALANCED_RUN, NOTICE, made_with, settings_line
from sim.text.values import called, told, unit_over_time

SHEET = Sheet(7, 4.8)
PLAIN = Sheet(7, 4.1, foot=False)
"""For a page or a report, where notice and settings stand once for all pictures."""
# On the right there is room for the longest name that suggests itself for a pin. [inches]
MARGINS = curves.MARGINS | {"right": 3.2}
FOOT_LINES = 3
"""Lines for which a sheet has room."""
FOOT_LINE = 1.2 * SMALL_SIZE / 72
"""What each more makes it higher. [inches]"""
LABEL_WIDTH = 72 * MARGINS["right"] - 14
"""Room for the letters of a label. [points]"""


@dataclass(frozen=True)
class Look:
    """How a run is told from the others: by dash [line widths], marker and the name of its colour in a theme."""

    dash: tuple[float, ...]
    marker: str
    sign: str
    colour: str


LOOKS = (
    Look((), "o", "●", "ink"),
    Look((7, 2), "s", "■", "bone"),
    Look((1.5, 1.5), "^", "▲", "arteries"),
    Look((7, 2, 1.5, 2), "D", "◆", "blood"),
    Look((4, 1.5, 1.5, 1.5, 1.5, 1.5), "v", "▼", "other"),
)
"""Of this run, then of the pins in their order."""
ACTIVATION = "activation"
TITLES = {name: quantity.title for name, quantity in CURVES.items()} | {ACTIVATION: "What vitamin K2 switches on"}
"""Pictures in which runs can be laid over each other, and what they are called."""


def overlay_figure(name: str, runs: Sequence[Named], theme: Theme = LIGHT, sheet: Sheet = SHEET) -> Figure:
    """Return the picture of this name, one of TITLES, with all runs in it: this one, then at most four pinned ones."""
    foot = _foot(runs, sheet) if sheet.foot else []
    more = max(0, len(foot) - FOOT_LINES) * FOOT_LINE
    sheet = replace(sheet, height=sheet.height + more)
    figure, ax = style.new_axes(theme, sheet, MARGINS | {"bottom": MARGINS["bottom"] + more})
    if name == ACTIVATION:
        _draw_activation(ax, runs, theme)
    else:
        _draw_curves(ax, CURVES[name], runs, theme)
    style.write_foot(figure, foot, theme)
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
        lines += filter(None, [style.shown_changes(scenario, sheet)])
    return lines


def _draw_curves(ax: Axes, quantity: Quantity, runs: Sequence[Named], theme: Theme) -> None:
    frame(ax, quantity.title, "years", unit_over_time(quantity), theme)
    lines = [curves.Line("balanced", runs[0].balanced, BALANCED_RUN, theme.faint, 1.6, (4, 2.5))]
    for look, named in zip(LOOKS, runs, strict=False):
        width = 3.4 if named is runs[0] else 2.4
        title, colour = _title(look, named), getattr(theme, look.colour)
        lines.append(curves.Line(named.name, named.run, title, colour, width, look.dash, look.marker))
    labels = curves.draw_lines(ax, quantity, lines, _end)
    ax.set_xlim(0, runs[0].run.scenario.years)
    curves.set_range(ax, *axis_range(quantity, *(named.run for named in runs), runs[0].balanced))
    if quantity.usual:
        ax.axhspan(*quantity.usual, color=theme.grid, zorder=0)
        note(ax, "grey: usual range", theme, "lower left")
    end_labels(ax, labels)


def _end(quantity: Quantity, run: Run) -> str:
    return told(quantity, quantity.end(run))


def _draw_activation(ax: Axes, runs: Sequence[Named], theme: Theme) -> None:
    """Draw the activation curves of this run's world and where on them, or beside them, each run lies."""
    scenario = runs[0].run.scenario
    frame(ax, TITLES[ACTIVATION], f"{scenario.form().nutrient} [µg/day]", "% activated", theme)
    doses, responses = dose_response(scenario)
    for protein, line in zip(PROTEINS, responses.values(), strict=True):
        ax.plot(doses, protein.scale * line, protein.dash, color=theme.faint, linewidth=2, gid=protein.short)
    labels = []
    for look, named in zip(LOOKS, runs, strict=False):
        colour, dose = getattr(theme, look.colour), named.run.scenario.vitamin_k2
        values = [p.of(named.run) for p in PROTEINS]
        ax.plot([dose, dose], values, color=colour, linewidth=1.5, dashes=look.dash or (None, None))
        ax.plot([dose, dose], values, look.marker, color=colour, markersize=9, clip_on=False, zorder=5, gid=named.name)
        labels.append(EndLabel(named.name, values[0], f"{_title(look, named)}\n{_activated(named.run)}", colour))
    ax.set_xlim(doses[0], doses[-1])
    ax.set_ylim(0, 100)
    place = len(doses) * 3 // 5
    for protein, text, ha, va, gap in (("osteocalcin", "osteocalcin", "right", "bottom", 5),
                                       ("mgp", "MGP (dashed)", "left", "top", -5)):  # fmt: skip
        ax.annotate(
            text, (doses[place], 100 * responses[protein][place]), xytext=(0, gap), ha=ha, va=va,
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


def _activated(run: Run) -> str:
    return ", ".join(f"{protein.short} {told(protein, protein.of(run))}" for protein in PROTEINS)


def describe_overlay(name: str, runs: Sequence[Named]) -> str:
    """Return the text alternative of a picture with several runs."""
    if name == ACTIVATION:
        parts = (f"{named.name}: {_activated(named.run)}" for named in runs)
        return say("describe-overlay-activation", ends="; ".join(parts))
    quantity = CURVES[name]
    ends = [(BALANCED_RUN, runs[0].balanced), *((named.name, named.run) for named in runs)]
    at_end = "; ".join(f"{who}: {_end(quantity, run)}" for who, run in ends)
    return say("describe-overlay", quantity=called(quantity), ends=at_end)
