"""
A class's answers: for each question how many chose what, with the model's own choice marked.
"""

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from sim.figures.style import CORNER, LIGHT, TEXT_SIZE, Sheet, Theme, new_axes, quiet, write_foot
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
    Return the picture of a class's answers to some questions of a lesson, as high as these need.

    The model's choice has a hatch and a sign: it is found in grey as well.
    """
    rows = sum(len(tally.bars) + 1.6 for tally in counted)
    sheet = Sheet(WIDTH, rows * ROW + MARGINS["top"] + MARGINS["bottom"] + 0.5)
    figure, ax = new_axes(theme, sheet, MARGINS)
    quiet(ax, theme, "x")
    ax.set_xlim(0, max([1, *(count for tally in counted for _, count in tally.bars)]))
    ax.set_ylim(rows, 0)
    ax.set_xlabel("students", color=theme.ink, fontsize=TEXT_SIZE)
    ax.xaxis.set_major_locator(MaxNLocator(5, integer=True))
    ax.set_yticks([])
    place = 0.0
    for tally in counted:
        ax.text(
            LEFT, place + 0.5, f"{tally.number}. {tally.question.about}", va="center", color=theme.ink,
            fontsize=TEXT_SIZE, fontweight="bold", transform=ax.get_yaxis_transform(),
        )  # fmt: skip
        _question(ax, tally, place + 1.5, theme)
        place += len(tally.bars) + 1.6
    foot = f"{APP_NAME}, model {MODEL_VERSION}. {NOTICE}", "Bars: students. Hatched: the choice that the model gives."
    write_foot(figure, foot, theme, (CORNER[0], 0.1 / sheet.height))
    return figure


def _question(ax: Axes, tally: Tally, top: float, theme: Theme) -> None:
    """Draw the bars of one question from this place downwards."""
    style = {"va": "center", "color": theme.ink, "fontsize": TEXT_SIZE, "annotation_clip": False}
    for row, (name, count) in enumerate(tally.bars):
        model = row == tally.question.answer()
        fill: dict[str, Any] = {"facecolor": theme.grid, "edgecolor": theme.faint}
        if model:
            fill = {"facecolor": theme.paper, "edgecolor": theme.bone, "hatch": HATCH, "linewidth": 1.6}
        ax.barh(top + row, count, 0.72, gid=f"bar-{tally.number}-{row}", **fill)
        at = {"xytext": (-6, 0), "textcoords": "offset points", "ha": "right"}
        ax.annotate(name, (0, top + row), **style | at)
        weight = "bold" if model else "normal"
        text = f"{count}  {MODEL_SIGN}" if model else str(count)
        at = {"xytext": (6, 0), "textcoords": "offset points", "ha": "left", "fontweight": weight}
        ax.annotate(text, (count, top + row), **style | at)
