"""
A QR code on a sheet: the code, its address as text for those who must type it, and the notice.
"""

from textwrap import wrap

from matplotlib.figure import Figure

from sim.plots.style import LIGHT, SMALL_SIZE, Sheet, finish, new_figure
from sim.qr import modules
from sim.scenarios import Scenario

SHEET = Sheet(6.6, 8.2)
SIDE = 5.6
"""Of the code with its quiet zone. [inches]"""
LETTERS_A_LINE = 72


def qr_figure(address: str, scenario: Scenario) -> Figure:
    """
    Return the sheet of an address, black on white.

    Parameters
    ----------
    address : str
    scenario : Scenario
        The settings that the address opens.

    Raises
    ------
    ValueError
        If the address is too long for a QR code.
    """
    figure = new_figure(LIGHT, SHEET)
    width, height = SIDE / SHEET.width, SIDE / SHEET.height
    ax = figure.add_axes(((1 - width) / 2, 0.985 - height, width, height))
    # Cells and not an image: an image in an SVG is blurred by some programs.
    ax.pcolormesh(modules(address), cmap="gray_r", vmin=0, vmax=1, antialiased=False, linewidth=0)
    ax.invert_yaxis()
    ax.set_aspect("equal")
    ax.set_axis_off()
    lines = wrap(address, LETTERS_A_LINE)
    text = "\n".join([*lines[:9], "..."] if len(lines) > 10 else lines)
    look = {"ha": "center", "va": "top", "color": LIGHT.ink, "fontsize": SMALL_SIZE + 1, "family": "monospace"}
    figure.text(0.5, 0.98 - height, text, **look)
    finish(figure, scenario, LIGHT, SHEET)
    return figure
