"""MODEL.md, README.md and the code say the same."""

import re
from pathlib import Path

import pytest

from sim import document
from sim.model import FLUXES
from sim.parameters import PARAMETERS


@pytest.mark.parametrize("path", document.DOCUMENTS, ids=lambda path: path.name)
def test_a_document_holds_the_equations_and_tables_of_the_code(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert document.filled(text, document.DOCUMENTS[path]) == text, "run `python -m sim.document`"


def test_a_document_without_the_marks_of_a_part_is_refused() -> None:
    with pytest.raises(ValueError, match="'<!-- begin version -->'"):
        document.filled("# Empty", document.DOCUMENTS[document.PATH])


def test_model_md_shows_every_flux_and_every_parameter_with_its_source() -> None:
    text = document.PATH.read_text(encoding="utf-8")
    for flux in FLUXES:
        assert flux.meaning in text
    for parameter in PARAMETERS:
        row = next(line for line in text.splitlines() if line.startswith(f"| `{parameter.name}` "))
        assert row.endswith(f"{parameter.meaning} | {parameter.source} |")


def test_the_page_shows_the_document_without_its_marks() -> None:
    shown = document.readable(document.PATH.read_text(encoding="utf-8"))
    assert "<!--" not in shown
    assert shown.startswith("# The model")


def test_brackets_stay_where_the_law_needs_them() -> None:
    assert document.latex("blood * (gut + bone)") == r"B \, \left(G + M\right)"
    assert document.latex("blood - (gut - bone)") == r"B - \left(G - M\right)"
    assert document.latex("(blood + gut)**2") == r"\left(B + G\right)^{2}"
    assert document.latex("exp(-blood)") == "e^{-B}"
    assert document.latex("sqrt(blood / gut)") == r"\sqrt{\frac{B}{G}}"


def test_every_symbol_of_an_equation_is_explained_in_a_table_or_an_equation() -> None:
    text = document.PATH.read_text(encoding="utf-8")
    defined = set(re.findall(r"\| \$([^$]+)\$ \|", text)) | set(re.findall(r"^(\S+) = ", text, flags=re.M))
    for symbol in document.SYMBOLS.values():
        base = symbol.removesuffix("^*")
        assert symbol in defined or base in defined, symbol
