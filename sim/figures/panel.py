"""
All pictures of a run on one sheet of paper, A4 or Letter, whose smallest letters have 9 points.
"""

from functools import partial
from textwrap import wrap

from matplotlib.figure import Figure
from matplotlib.text import Text

from sim.figures.activation import draw_activation
from sim.figures.curves import draw_curve
from sim.figures.daily_calcium import draw_daily_calcium
from sim.figures.style import LIGHT, TEXT_SIZE, Sheet, Theme, finish, new_figure
from sim.runs.quantities import CURVES
from sim.runs.run import Run
from sim.text.sentences import headline, ledger_sentence

SHEETS = {"A4": Sheet(8.27, 11.69), "Letter": Sheet(8.5, 11)}
SMALLER = 10.5 / TEXT_SIZE
"""How large letters are beside those of single pictures, but for the smallest."""
SMALLEST = 9
"""[points]"""
MARGINS = {"left": 0.16, "right": 0.76, "top": 0.86, "bottom": 0.18}


def panel_figure(run: Run, balanced: Run, theme: Theme = LIGHT, sheet: Sheet = SHEETS["A4"]) -> Figure:
    """Return the whole panel: the sentence, every picture, the ledger and one notice for all."""
    figure = new_figure(theme, sheet)
    rows = [0.28, 1, 1, 1, 0.2]  # subfigures know no margins: a row for the sentence, one for ledger and notice
    cells = figure.add_gridspec(len(rows), 2, height_ratios=rows)
    bone, arteries, blood = (partial(draw_curve, CURVES[name]) for name in ("bone", "arteries", "blood"))
    draws = {(1, 0): bone, (1, 1): arteries, (2, 1): draw_activation, (3, 0): blood}
    for (row, column), draw in draws.items():
        part = figure.add_subfigure(cells[row, column], facecolor=theme.paper)
        ax = part.subplots()
        part.subplots_adjust(**MARGINS)
        draw(ax, run=run, balanced=balanced, theme=theme)
    day = figure.add_subfigure(cells[2, 0], facecolor=theme.paper)
    draw_daily_calcium(day, run, balanced, theme, MARGINS | {"left": 0.26, "bottom": 0.1})
    _shrink(figure)
    look = {"color": theme.ink, "fontsize": TEXT_SIZE * SMALLER, "va": "top", "linespacing": 1.35}
    sentence = headline(run, balanced).replace("**", "")
    figure.text(0.03, 0.978, "\n".join(wrap(sentence, 88)), **look | {"fontsize": TEXT_SIZE, "fontweight": "bold"})
    box = cells[3, 1].get_position(figure)
    figure.text(0.54, box.y1 - 0.04, "\n".join(wrap(ledger_sentence(run), 46)), **look)
    finish(figure, run.scenario, theme, sheet, (0.03, 0.025))  # printers leave a few millimetres white
    return figure


def _shrink(figure: Figure) -> None:
    """Give all letters the size for this sheet: two pictures stand beside each other."""
    for text in figure.findobj(Text):
        text.set_fontsize(max(SMALLEST, text.get_fontsize() * SMALLER))  # type: ignore[attr-defined]
    for ax in figure.axes:
        ax.tick_params(labelsize=TEXT_SIZE * SMALLER)
