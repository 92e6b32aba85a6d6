"""
What stands on printed pages besides text: figures, tables, links and QR codes.

Figures are pixels, 300 to the inch: reportlab cannot place vector drawings of matplotlib without another library.
"""

from collections.abc import Sequence
from io import BytesIO
from urllib.parse import urlencode
from xml.sax.saxutils import escape

import numpy as np
from matplotlib.figure import Figure
from PIL import Image as Pixels
from reportlab.graphics.shapes import Drawing
from reportlab.graphics.shapes import Path as Outline
from reportlab.lib.colors import black
from reportlab.lib.units import inch, mm
from reportlab.platypus import Flowable, Image, Paragraph
from reportlab.platypus import Table as Grid

from sim.export.images import DRAWING, PRINT_DPI
from sim.export.paper import CELL, NUMBER, RULE, SMALL
from sim.figures import qr
from sim.runs.scenario import Scenario
from sim.session.link import Link, written
from sim.session.pages import LESSONS
from sim.text.tables import Table

QR_SIZE = 27 * mm
SMALLEST_MODULE = 0.35 * mm
"""A square of a QR code that a phone still reads from an ordinary print."""
LONGEST_ADDRESS = 300
"""Letters of an address that are printed; the link behind them is whole."""


def figure_flowable(figure: Figure, width: float) -> Image:
    """Return a figure for a page, `width` points wide, sharp enough for print."""
    in_inches = figure.get_figwidth(), figure.get_figheight()
    file = BytesIO()
    with DRAWING:
        figure.savefig(file, format="png", dpi=PRINT_DPI * width / inch / in_inches[0])
    plain = BytesIO()
    # Without transparency, which old printers are slow with.
    Pixels.open(file).convert("RGB").save(plain, format="png")
    return Image(plain, width=width, height=width * in_inches[1] / in_inches[0])


def table_flowable(table: Table, width: float, first: float = 0.3) -> list[Flowable]:
    """Return a table's caption and the table, `width` points wide, its first column a share of it."""
    rest = (1 - first) / (len(table.columns) - 1)
    rows = [table.columns, *table.rows]
    cells = [[Paragraph(escape(text), NUMBER if i else CELL) for i, text in enumerate(row)] for row in rows]
    grid = Grid(cells, colWidths=[width * first, *[width * rest] * (len(table.columns) - 1)], repeatRows=1)
    grid.setStyle([
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, black), ("LINEBELOW", (0, 1), (-1, -1), 0.3, RULE),
        ("TOPPADDING", (0, 0), (-1, -1), 1.2), ("BOTTOMPADDING", (0, 0), (-1, -1), 1.8),
        ("LEFTPADDING", (0, 0), (-1, -1), 1), ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    ])  # fmt: skip
    return [Paragraph(f"<b>{escape(table.caption)}</b>", SMALL), grid]


def beside(parts: Sequence[tuple[Sequence[Flowable], float]]) -> Grid:
    """Return contents side by side, each with its width [points]."""
    grid = Grid([[list(content) for content, _ in parts]], colWidths=[width for _, width in parts], hAlign="LEFT")
    sides = ("LEFT", "RIGHT", "TOP", "BOTTOM")
    bare = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in sides]
    grid.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *bare])
    return grid


def scenario_address(base: str, scenario: Scenario, lesson: str = "") -> str:
    """
    Return the link that opens a scenario, and a lesson with it if one is named, in the lab served at `base`.

    Examples
    --------
    >>> scenario_address("https://lab.example.org/", Scenario())[:44]
    'https://lab.example.org/?calcium=1000&vitami'
    >>> scenario_address("https://lab.example.org", Scenario(), "mgp").split("&")[-2:]
    ['lesson=mgp', 'link=4']
    """
    query = written(Link(scenario=scenario, lesson=lesson))
    return f"{base.rstrip('/')}/{LESSONS.path if lesson else ''}?{urlencode(query)}"


def link(address: str, words: str = "") -> str:
    """Return reportlab's markup of a link: its words, or the address itself."""
    shown = words or (address if len(address) <= LONGEST_ADDRESS else f"{address[:LONGEST_ADDRESS]}...")
    return f'<link href="{escape(address, {chr(34): "&quot;"})}"><u>{escape(shown)}</u></link>'


def qr_flowable(address: str, size: float = QR_SIZE) -> Flowable:
    """Return an address as a QR code, or words where it is too long to be read from paper."""
    too_long = Paragraph(qr.TOO_LONG, SMALL)
    try:
        modules = qr.modules(address)
    except ValueError:
        return too_long
    square = size / len(modules)
    if square < SMALLEST_MODULE:
        return too_long
    drawing = Drawing(size, size)
    outline = Outline(fillColor=black, strokeColor=None, strokeWidth=0)  # one shape: no hairlines between its squares
    for row, column in np.argwhere(modules).tolist():
        left, low = column * square, size - (row + 1) * square
        outline.moveTo(left, low)
        for x, y in ((left + square, low), (left + square, low + square), (left, low + square)):
            outline.lineTo(x, y)
        outline.closePath()
    drawing.add(outline)
    return drawing
