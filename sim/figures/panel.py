"""
All pictures of a run on one sheet of paper.
"""

from functools import partial
from textwrap import wrap

from matplotlib.figure import Figure, SubFigure

from sim.figures.activation import draw_activation
from sim.figures.curves import draw_curve
from sim.figures.daily_calcium import draw_daily_calcium
from sim.figures.style import LIGHT, TEXT_SIZE, Sheet, Theme, finish, new_figure
from sim.runs.quantities import CURVES
from sim.runs.run import Run
from sim.text.sentences import headline, ledger_sentence

# Two pictures wide and three high: for a sheet of paper; on a slide single pictures read better.
SHEET = Sheet(12.4, 12.4)


def panel_figure(run: Run, balanced: Run, theme: Theme = LIGHT) -> Figure:
    """Return the whole panel: every picture, the sentence, the ledger and one notice for all."""
    figure = new_figure(theme, SHEET)
    cells = figure.add_gridspec(4, 2, height_ratios=[1, 1, 1, 0.18])  # subfigures know no margins: a row for the notice
    bone, arteries, blood = (partial(draw_curve, CURVES[name]) for name in ("bone", "arteries", "blood"))
    draws = {(0, 0): bone, (0, 1): arteries, (1, 1): draw_activation, (2, 0): blood}
    for (row, column), draw in draws.items():
        part = figure.add_subfigure(cells[row, column], facecolor=theme.paper)
        ax = part.subplots()
        part.subplots_adjust(left=0.15, right=0.77, top=0.87, bottom=0.19)
        draw(ax, run=run, balanced=balanced, theme=theme)
    day = figure.add_subfigure(cells[1, 0], facecolor=theme.paper)
    draw_daily_calcium(day, run, balanced, theme, {"left": 0.235, "right": 0.8, "top": 0.87, "bottom": 0.1})
    _write(figure.add_subfigure(cells[2, 1], facecolor=theme.paper), run, balanced, theme)
    finish(figure, run.scenario, theme, SHEET)
    return figure


def _write(part: SubFigure, run: Run, balanced: Run, theme: Theme) -> None:
    """Write the sentence and the ledger into the last cell."""
    sentence = headline(run, balanced).replace("**", "")
    style = {"color": theme.ink, "fontsize": TEXT_SIZE, "va": "top", "linespacing": 1.35}
    lines = [*wrap(sentence, 58), "", *wrap(ledger_sentence(run), 58)]
    part.text(0.05, 0.87, "\n".join(lines), **style)
