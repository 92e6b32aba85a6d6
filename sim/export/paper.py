"""
The frame that every printed page shares: sizes, letters, head, foot, figures, tables, links.

Pages are laid out by reportlab (BSD licence, pure Python): breaking text into lines and pages, keeping a
question with its choices and numbering pages has nothing to do with calcium and is long solved. QR codes
are made by segno (BSD licence, pure Python) on this machine, so that no address is sent to a stranger.
Letters are the DejaVu Sans that matplotlib brings along: µ, −, × and → are on every machine then, and
figures and text look alike. Figures are pixels, 300 to the inch: reportlab cannot place vector drawings of
matplotlib without another library. Nothing depends on the clock: the same input gives the same bytes.
"""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlencode
from xml.sax.saxutils import escape

import matplotlib
import segno
from matplotlib.figure import Figure
from PIL import Image as Pixels
from reportlab.graphics.shapes import Drawing
from reportlab.graphics.shapes import Path as Outline
from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch, mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, Paragraph, SimpleDocTemplate
from reportlab.platypus import Table as Grid

from sim.export.images import DRAWING, PRINT_DPI
from sim.lenses import check_name
from sim.links import to_query
from sim.narrative import APP_NAME, NOTICE, made_with, provenance, settings_line
from sim.scenarios import Scenario
from sim.tables import Table

PAPERS = {"A4": A4, "Letter": LETTER}
SIDE, ABOVE, BELOW = 15 * mm, 17 * mm, 21 * mm
"""Margins: printers leave up to 6 mm white; head and foot stand in the upper and lower one."""
PADDING = 6
"""What reportlab leaves inside its margins. [points]"""
QR_SIZE = 27 * mm
SMALLEST_MODULE = 0.35 * mm
"""A square of a QR code that a phone still reads from an ordinary print."""
LONGEST_ADDRESS = 300
"""Letters of an address that are printed; the link behind them is whole."""
LONGEST_FOOT = 280
"""Letters that fit the foot."""
FONT, BOLD = "DejaVu Sans", "DejaVu Sans Bold"
FAINT = Color(0.33, 0.33, 0.33)  # 7:1 on white paper
RULE = Color(0.6, 0.6, 0.6)
# reportlab and its fonts keep global state: one PDF at a time.
MAKING = Lock()

# DejaVu runs wide: 9 points of it read like 10 of other fonts.
BODY = ParagraphStyle("body", fontName=FONT, fontSize=9, leading=12.5, spaceAfter=4, textColor=black)
SMALL = ParagraphStyle("small", BODY, fontSize=7.8, leading=10.4, spaceAfter=3)
TITLE = ParagraphStyle("title", BODY, fontName=BOLD, fontSize=16, leading=20, spaceAfter=4)
HEADING = ParagraphStyle("heading", BODY, fontName=BOLD, fontSize=11, leading=14, spaceBefore=8, spaceAfter=4)
CELL = ParagraphStyle("cell", SMALL, fontSize=7.2, leading=9, spaceAfter=0)
NUMBER = ParagraphStyle("number", CELL, alignment=TA_RIGHT)
FOOT = ParagraphStyle("foot", CELL, textColor=FAINT)

Story = Callable[[float, float], list[Flowable]]
"""Takes width and height of the text [points], returns what stands on the pages."""


def pdf_bytes(paper: str, title: str, scenario: Scenario, story: Story) -> bytes:
    """
    Return a PDF with head, foot and page numbers.

    Parameters
    ----------
    paper : str
        One of PAPERS.
    title : str
        Stands at the head of each page and in the file's description.
    scenario : Scenario
        The settings that stand at the foot of each page, beside the notice.
    story : callable
        Takes width and height of the text [points], returns what stands on the pages.

    Raises
    ------
    ValueError
        If the size of paper is not one of PAPERS.
    """
    check_name("paper", paper, PAPERS)
    with MAKING:
        _register_fonts()
        width, height = PAPERS[paper]
        content = story(width - 2 * SIDE, height - ABOVE - BELOW)
        file = BytesIO()
        SimpleDocTemplate(
            file, pagesize=PAPERS[paper], leftMargin=SIDE - PADDING, rightMargin=SIDE - PADDING,
            topMargin=ABOVE - PADDING, bottomMargin=BELOW - PADDING,
            title=title, author=APP_NAME, subject=f"{provenance(scenario)} {NOTICE}", creator=APP_NAME,
            lang="en-GB", displayDocTitle=1, invariant=1, initialFontName=FONT,
        ).build(content, canvasmaker=partial(Numbered, title, shown_provenance(scenario)))  # fmt: skip
        return file.getvalue()


class Numbered(Canvas):
    """Pages that get their head and foot last: "page 2 of 3" is known only when all are laid out."""

    def __init__(self, title: str, about: str, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._texts, self._kept = (title, about), []

    def showPage(self) -> None:
        """Keep a page that is full and begin the next one."""
        self._kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Give each page head and foot, and write the file."""
        kept = self._kept
        for page in kept:
            self.__dict__.update(page)
            _head_and_foot(self, *self._texts, len(kept))
            super().showPage()
        super().save()


def _head_and_foot(canvas: Canvas, title: str, about: str, count: int) -> None:
    """Write title, notice, settings and page number into the margins."""
    width, height = canvas._pagesize
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    canvas.setFillColor(FAINT)
    canvas.setFont(FONT, FOOT.fontSize)
    canvas.drawString(SIDE, height - 11 * mm, APP_NAME)
    canvas.drawRightString(width - SIDE, height - 11 * mm, title)
    canvas.drawRightString(width - SIDE, BELOW - 7 * mm, f"page {canvas.getPageNumber()} of {count}")
    for y in (height - 13 * mm, BELOW - 3 * mm):
        canvas.line(SIDE, y, width - SIDE, y)
    text = Paragraph(f"<b>{escape(NOTICE)}</b> {escape(about)}", FOOT)
    _, used = text.wrap(width - 2 * SIDE - 22 * mm, BELOW)
    text.drawOn(canvas, SIDE, BELOW - 4 * mm - used)


def shown_provenance(scenario: Scenario) -> str:
    """Return the line of provenance; many changed parameters are counted, the file's description names them."""
    text = provenance(scenario)
    if len(text) <= LONGEST_FOOT:
        return text
    count = len(scenario.parameters)
    return f"{made_with(scenario)} {settings_line(scenario)} {count} changed parameters: see the file's description."


def _register_fonts() -> None:
    """Take regular, bold and slanted letters from matplotlib's folder."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    files = {FONT: "DejaVuSans", BOLD: "DejaVuSans-Bold", f"{FONT} Slanted": "DejaVuSans-Oblique"}
    for name, file in files.items():
        registerFont(TTFont(name, folder / f"{file}.ttf"))
    registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=f"{FONT} Slanted", boldItalic=BOLD)


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


def beside(parts: list[tuple[list[Flowable], float]]) -> Grid:
    """Return contents side by side, each with its width [points]."""
    grid = Grid([[content for content, _ in parts]], colWidths=[width for _, width in parts])
    sides = ("LEFT", "RIGHT", "TOP", "BOTTOM")
    bare = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in sides]
    grid.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *bare])
    return grid


def check_address(address: str) -> str:
    """
    Return an address that may stand on paper; nothing stands for none.

    Raises
    ------
    ValueError
        If it is not one of the web.

    Examples
    --------
    >>> check_address("ftp://x")
    Traceback (most recent call last):
    ValueError: Invalid address 'ftp://x'. Must begin with http:// or https://.
    """
    if address and not address.startswith(("http://", "https://")):
        raise ValueError(f"Invalid address '{address[:LONGEST_ADDRESS]}'. Must begin with http:// or https://.")
    return address


def scenario_address(base: str, scenario: Scenario) -> str:
    """
    Return the link that opens a scenario in the lab served at `base`.

    Examples
    --------
    >>> scenario_address("https://lab.example.org/", Scenario())[:44]
    'https://lab.example.org/?calcium=1000&vitami'
    """
    return f"{base.rstrip('/')}/?{urlencode(to_query(scenario))}"


def link(address: str, words: str = "") -> str:
    """Return reportlab's markup of a link: its words, or the address itself."""
    shown = words or (address if len(address) <= LONGEST_ADDRESS else f"{address[:LONGEST_ADDRESS]}...")
    return f'<link href="{escape(address, {chr(34): "&quot;"})}"><u>{escape(shown)}</u></link>'


def qr_flowable(address: str, size: float = QR_SIZE) -> Flowable:
    """Return an address as a QR code, or words where it is too long to be read from paper."""
    try:
        code = segno.make(address, error="m", micro=False, boost_error=False)
    except segno.DataOverflowError:
        return _too_long()
    count = code.symbol_size()[0]
    if size / count < SMALLEST_MODULE:
        return _too_long()
    drawing, square = Drawing(size, size), size / count
    outline = Outline(fillColor=black, strokeColor=None, strokeWidth=0)  # one shape: no hairlines between its squares
    for row, line in enumerate(code.matrix_iter()):
        for column, dark in enumerate(line):
            if dark:
                left, low = column * square, size - (row + 1) * square
                outline.moveTo(left, low)
                for x, y in ((left + square, low), (left + square, low + square), (left, low + square)):
                    outline.lineTo(x, y)
                outline.closePath()
    drawing.add(outline)
    return drawing


def _too_long() -> Paragraph:
    return Paragraph("This link is too long for a QR code.", SMALL)
