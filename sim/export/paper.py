"""
The frame that every printed page shares: sizes, letters, head, foot, page numbers.

Letters are the DejaVu Sans that matplotlib brings along: µ, −, × and → are on every machine then, and
figures and text look alike. Nothing depends on the clock: the same input gives the same bytes.
"""

from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any
from xml.sax.saxutils import escape

import matplotlib
from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from sim.model.lenses import check_name
from sim.runs.scenario import Scenario
from sim.text.sentences import APP_NAME, NOTICE, made_with, provenance, settings_line

PAPERS = {"A4": A4, "Letter": LETTER}
SIDE, ABOVE, BELOW = 15 * mm, 17 * mm, 21 * mm
"""Margins: printers leave up to 6 mm white; head and foot stand in the upper and lower one."""
PADDING = 6
"""What reportlab leaves inside its margins. [points]"""
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
    Return a PDF with page numbers, the title at the head of each page, settings and notice at its foot.

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
        ).build(content, canvasmaker=partial(Numbered, (paper, title, shown_provenance(scenario))))  # fmt: skip
        return file.getvalue()


class Numbered(Canvas):
    """Pages that get their head and foot last: "page 2 of 3" is known only when all are laid out."""

    def __init__(self, texts: tuple[str, str, str], *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._texts, self._kept = texts, []

    def showPage(self: Any) -> None:
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


def _head_and_foot(canvas: Canvas, paper: str, title: str, about: str, count: int) -> None:
    """Write title, notice, settings and page number into the margins."""
    width, height = PAPERS[paper]
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


@cache
def _register_fonts() -> None:
    """Take regular, bold and slanted letters from matplotlib's folder."""
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    files = {FONT: "DejaVuSans", BOLD: "DejaVuSans-Bold", f"{FONT} Slanted": "DejaVuSans-Oblique"}
    for name, file in files.items():
        registerFont(TTFont(name, folder / f"{file}.ttf"))
    registerFontFamily(FONT, normal=FONT, bold=BOLD, italic=f"{FONT} Slanted", boldItalic=BOLD)
