"""
A QR code on a sheet: the code, its address as text for those who must type it, and the notice.
"""

from textwrap import wrap

import numpy as np
from matplotlib.figure import Figure

from sim.figures.qr import modules
from sim.figures.style import LIGHT, SMALL_SIZE, Sheet, finish, new_figure
from sim.runs.scenario import Scenario

SHEET = Sheet(6.6, 8.2)
SIDE = 5.6
"""Of the code with its quiet zone. [inches]"""
LETTERS_A_LINE = 72
BLACK = "#000000"


def qr_figure(address: str, scenario: Scenario) -> Figure:
    """
    Return the sheet of an address, which opens these settings, black on white.

    Raises
    ------
    ValueError
        If the address is too long for a QR code.
    """
    figure = new_figure(LIGHT, SHEET)
    width, height = SIDE / SHEET.width, SIDE / SHEET.height
    ax = figure.add_axes(((1 - width) / 2, 0.985 - height, width, height))
    black = modules(address)
    # Bars and not an image: an image in an SVG is blurred by some programs. One bar for each run of black in a row.
    for y, row in enumerate(black):
        edges = np.flatnonzero(np.diff(row.astype(int), prepend=0, append=0)).reshape(-1, 2)
        runs = [(float(start), float(end - start)) for start, end in edges]
        ax.broken_barh(runs, (y, 1), color=BLACK, linewidth=0, antialiased=False)
    ax.set_xlim(0, len(black))
    ax.set_ylim(len(black), 0)
    ax.set_aspect("equal")
    ax.set_axis_off()
    lines = wrap(address, LETTERS_A_LINE)
    text = "\n".join([*lines[:9], "..."] if len(lines) > 10 else lines)
    style = {"ha": "center", "va": "top", "color": LIGHT.ink, "fontsize": SMALL_SIZE + 1, "family": "monospace"}
    figure.text(0.5, 0.98 - height, text, **style)
    finish(figure, scenario, LIGHT, SHEET)
    return figure
