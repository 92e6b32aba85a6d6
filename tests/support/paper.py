"""Reads PDFs back: pages, words, links, tags, and where on a page something is drawn."""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

from pypdf import PageObject, PdfReader


@cache
def root(pdf: bytes) -> Any:
    return PdfReader(io.BytesIO(pdf)).root_object


@cache
def about(pdf: bytes) -> Any:
    """Return what a PDF says of itself: title, subject."""
    return PdfReader(io.BytesIO(pdf)).metadata


@cache
def pages(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(pdf)).pages)


def bare(text: str) -> str:
    """Return text without blanks and marks: lines are broken wherever the page wants it."""
    return "".join(text.replace("*", "").split())


@cache
def texts(pdf: bytes) -> list[str]:
    """Return the words of each page, bare."""
    return [bare(page.extract_text()) for page in pages(pdf)]


@cache
def links(pdf: bytes) -> set[str]:
    """Return the addresses that are linked."""
    found: Any = [note.get_object() for page in pages(pdf) for note in page.get("/Annots", [])]
    return {note["/A"]["/URI"] for note in found if "/A" in note}


@cache
def elements(pdf: bytes) -> list[tuple[str, str]]:
    """Return the tags of a PDF in reading order, each with its text alternative."""
    return list(_inside(root(pdf)["/StructTreeRoot"]))


def _inside(element: Any) -> Iterator[tuple[str, str]]:
    if "/S" in element:
        yield element["/S"], str(element.get("/Alt", ""))
    inside = element.get("/K", [])
    for each in inside if isinstance(inside, list) else [inside]:
        child = each.get_object()
        if isinstance(child, dict) and child.get("/Type") != "/MCR":
            yield from _inside(child)


def drawn(page: PageObject) -> list[tuple[float, float]]:
    """Return where on a page texts and other things begin, in points from the lower left corner."""
    places: list[tuple[float, float]] = []

    def note(operator: bytes, operands: list, cm: list[float], tm: list[float]) -> None:
        if operator in (b"Tj", b"TJ"):
            x, y = tm[4], tm[5]
        elif operator in (b"m", b"l"):
            x, y = map(float, operands)
        else:
            return
        places.append((x * cm[0] + y * cm[2] + cm[4], x * cm[1] + y * cm[3] + cm[5]))

    page.extract_text(visitor_operand_before=note)
    return places
