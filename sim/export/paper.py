"""
From data to a PDF: the templates beside this file (``*.typ``) set it, Typst lays it out.

The PDF is tagged (PDF/UA-1): headings, tables with their heads, pictures with text alternatives, title, language.
Nothing in it depends on the clock: the same input gives the same bytes.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib
import typst
from matplotlib.figure import Figure

from sim.export.images import image_bytes
from sim.figures.style import FONT_FILES
from sim.model.lenses import check_name
from sim.runs.scenario import Scenario
from sim.text.sentences import APP_NAME, NOTICE, made_with, provenance, settings_line
from sim.text.tables import Table

PAPERS = {"A4": "a4", "Letter": "us-letter"}
"""What Typst calls each size."""
LONGEST_FOOT = 280
"""Letters that fit the foot."""


def pdf_bytes(template: str, paper: str, title: str, about: str, described: str, data: Mapping[str, Any]) -> bytes:
    """
    Return a PDF of a template with the title at the head of each page, the notice and what it is `about` at its foot.

    Raises
    ------
    ValueError
        If the size of paper is not one of PAPERS.
    """
    frame = {
        "title": title,
        "paper": PAPERS[check_name("paper", paper, PAPERS)],
        "app": APP_NAME,
        "notice": NOTICE,
        "about": about,
        "described": f"{described} {NOTICE}",
    }
    folder = Path(__file__).parent
    # As data, never as a part of the template: a name is no code.
    return typst.compile(
        str(folder / f"{template}.typ"), root=str(folder), font_paths=_fonts(), ignore_system_fonts=True, format="pdf",
        sys_inputs={"data": json.dumps({**data, **frame})}, pdf_standards=["ua-1"],
    )  # fmt: skip


@cache
def _fonts() -> typst.Fonts:
    """Return the letters of pictures and those that stand in for what they lack: the same on every machine."""
    folders = {FONT_FILES["Regular"].parent, Path(matplotlib.get_data_path()) / "fonts" / "ttf"}
    paths = [str(folder) for folder in sorted(folders)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)


def shown_provenance(scenario: Scenario) -> str:
    """Return the line of provenance; many changed parameters are counted, the file's description names them."""
    text = provenance(scenario)
    if len(text) <= LONGEST_FOOT:
        return text
    count = len(scenario.parameters)
    return f"{made_with(scenario)} {settings_line(scenario)} {count} changed parameters: see the file's description."


def picture_data(figure: Figure, scenario: Scenario, title: str, alt: str) -> dict[str, Any]:
    """Return a figure for a template: its lines, its size, its text alternative."""
    svg = image_bytes(figure, "svg", scenario, title=title).decode()
    return {"svg": svg, "alt": alt, "width": figure.get_figwidth(), "height": figure.get_figheight()}


def table_data(table: Table, caption: str = "") -> dict[str, Any]:
    """Return a table for a template."""
    return {"caption": caption or table.caption, "columns": table.columns, "rows": table.rows}
