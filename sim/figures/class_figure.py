"""
A class's answers: for each question how many chose what, with the model's own choice marked.
"""

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from sim.figures.style import LIGHT, SMALL_SIZE, TEXT_SIZE, Sheet, Theme, margins, new_figure
from sim.lessons.results import Tally
from sim.model.equations import MODEL_VERSION
from sim.text.sentences import APP_NAME, NOTICE

WIDTH, ROW = 6.6, 0.3
"""Of the picture and of one bar with its gap. [inches]"""
MARGINS = {"left": 1.85, "right": 1.95, "top": 0.15, "bottom": 0.55}
LEFT = -(MARGINS["left"] - 0.1) / (WIDTH - MARGINS["left"] - MARGINS["right"])
"""Where the questions begin, in widths of the axes."""
MODEL_SIGN = "◀ the model"
HATCH = "///"


def class_results_figure(counted: Sequence[Tally], theme: Theme = LIGHT) -> Figure:
    """
    Return the picture of a class's answers, as high as the questions need.

    The model's choice has a hatch and a sign: it is found in grey as well.

    Parameters
    ----------
    counted : sequence of Tally
        From `sim.lessons.results.tallies`: all questions of a lesson, or some.
    theme : Theme
    """
    rows = sum(len(tally.bars) + 1.6 for tally in counted)
    sheet = Sheet(WIDTH, rows * ROW + MARGINS["top"] + MARGINS["bottom"] + 0.5)
    figure = new_figure(theme, sheet)
    ax = figure.subplots()
    figure.subplots_adjust(**margins(sheet, **MARGINS))
    _frame(ax, counted, rows, theme)
    place = 0.0
    for tally in counted:
        ax.text(
            LEFT, place + 0.5, f"{tally.number}. {tally.question.about}", va="center", color=theme.ink,
            fontsize=TEXT_SIZE, fontweight="bold", transform=ax.get_yaxis_transform(),
        )  # fmt: skip
        _question(ax, tally, place + 1.5, theme)
        place += len(tally.bars) + 1.6
    foot = f"{APP_NAME}, model {MODEL_VERSION}. {NOTICE}\nBars: students. Hatched: the choice that the model gives."
    figure.text(0.012, 0.1 / sheet.height, foot, color=theme.faint, fontsize=SMALL_SIZE, va="bottom", linespacing=1.15)
    return figure


def _frame(ax: Axes, counted: Sequence[Tally], rows: float, theme: Theme) -> None:
    """Fix the axes: students from left to right, the first question on top."""
    most = max((count for tally in counted for _, count in tally.bars), default=0)
    ax.set_facecolor(theme.paper)
    ax.set_xlim(0, max(most, 1))
    ax.set_ylim(rows, 0)
    ax.set_xlabel("students", color=theme.ink, fontsize=TEXT_SIZE)
    ax.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    ax.grid(True, axis="x", color=theme.grid, linewidth=0.8)
    ax.set_axisbelow(True)
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.set_yticks([])
    ax.tick_params(colors=theme.ink, labelsize=TEXT_SIZE, length=0)


def _question(ax: Axes, tally: Tally, top: float, theme: Theme) -> None:
    """Draw the bars of one question from this place downwards."""
    right = tally.question.answer()
    style = {"va": "center", "color": theme.ink, "fontsize": TEXT_SIZE, "annotation_clip": False}
    for row, (name, count) in enumerate(tally.bars):
        model = row == right
        fill: dict[str, Any] = {"facecolor": theme.grid}
        if model:
            fill = {"facecolor": theme.paper, "hatch": HATCH, "linewidth": 1.6}
        edge = theme.bone if model else theme.faint
        ax.barh(top + row, count, 0.72, edgecolor=edge, gid=f"bar-{tally.number}-{row}", **fill)
        at = {"xytext": (-6, 0), "textcoords": "offset points", "ha": "right"}
        ax.annotate(name, (0, top + row), **style | at)
        weight = "bold" if model else "normal"
        text = f"{count}  {MODEL_SIGN}" if model else str(count)
        at = {"xytext": (6, 0), "textcoords": "offset points", "ha": "left", "fontweight": weight}
        ax.annotate(text, (count, top + row), **style | at)
