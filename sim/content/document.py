"""
MODEL.md's equations and tables, written from the model's own tables.

``python -m sim.write_generated`` after a change of the model rewrites what stands between the
``<!-- begin NAME -->`` and ``<!-- end NAME -->`` marks and leaves the rest alone. A test fails
while document and code differ.
"""

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from sim.content import model_facts
from sim.content.evidence import flux_claims
from sim.model.equations import COMPARTMENTS, FLUXES, INTERMEDIATES, MODEL_VERSION
from sim.model.latex import SYMBOLS, latex
from sim.model.lenses import K_FORMS, LENSES, Choice
from sim.model.parameters import CONTROLS, PARAMETERS, Parameter, number
from sim.text.sentences import unit
from sim.text.tables import Table

PATH = Path(__file__).parents[1] / "MODEL.md"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    return Table("", tuple(head), [tuple(row) for row in rows]).to_markdown(numbers=False)


def _equation(left: str, law: str, i: int) -> str:
    return f"$$\n{left} = {latex(law)} \\qquad ({i})\n$$"


def _words(name: str) -> str:
    return name.replace("_", " ")


def compartments() -> str:
    """Return the table of compartments."""
    rows = [
        (_words(c.name) + (" (bookkeeping)" if c.bookkeeping else ""), f"${c.symbol}$", c.meaning) for c in COMPARTMENTS
    ]
    return _table(("compartment", "symbol [mg]", "meaning"), rows)


def fluxes() -> str:
    """Return the table of fluxes and their numbered equations."""
    rows = [(str(i), _words(f.name), f"{f.source} → {f.target}", f.meaning) for i, f in enumerate(FLUXES, 1)]
    equations = [_equation(rf"\text{{{_words(f.name)}}}", f.law, i) for i, f in enumerate(FLUXES, 1)]
    return _table(("no.", "flux [mg/day]", "from → to", "meaning"), rows) + "\n\n" + "\n\n".join(equations)


def quantities() -> str:
    """Return each quantity's meaning and equation, numbered on from the fluxes."""
    names = {q.name for q in INTERMEDIATES}
    # The balanced adult's counterpart of another has its equation, and needs none of its own.
    shown = [
        q
        for q in INTERMEDIATES
        if q.name.removeprefix("reference_") == q.name or q.name.removeprefix("reference_") not in names
    ]
    return "\n\n".join(
        f"{q.meaning} [{unit(q.unit)}]\n\n{_equation(q.symbol, q.law, i)}" for i, q in enumerate(shown, len(FLUXES) + 1)
    )


def _parameter_table(rows: Iterable[Parameter]) -> str:
    head = ("name", "symbol", "value", "range", "plausible", "unit", "meaning", "source")
    return _table(
        head,
        (
            (f"`{p.name}`", f"${p.symbol}$", number(p.default), _range(p.low, p.high), _plausible(p.plausible),
             unit(p.unit), p.meaning, p.source)
            for p in rows
        ),
    )  # fmt: skip


def _range(low: float, high: float) -> str:
    return f"{number(low)} to {number(high)}"


def _plausible(ends: tuple[float, float] | None) -> str:
    return _range(*ends) if ends and ends[0] < ends[1] else "-"


def _choice_table(rows: Iterable[tuple[str, Choice]]) -> str:
    return _table(
        ("for", "parameter", "value", "plausible", "why", "source"),
        (
            (name, f"${SYMBOLS[c.parameter]}$", number(c.value), _plausible(c.plausible), c.reason, c.source)
            for name, c in rows
        ),
    )


def version() -> str:
    """Return the model version and how many parameters are assumed."""
    assumed = sum(p.assumed for p in PARAMETERS)
    return (
        f"Model version {MODEL_VERSION}: {len(FLUXES)} fluxes between {len(COMPARTMENTS)} compartments, "
        f"{len(PARAMETERS)} parameters, of which {assumed} are assumed; the others rest on a source."
    )


def presets() -> str:
    """Return where the presets end in both accounts."""
    head = ("preset", "settings", "popular story: bone, arteries", "human trials: bone, arteries")
    return f"{_table(head, model_facts.presets())}\n\n{model_facts.bone_level()}"


def misfits() -> str:
    """Return what is known not to fit, as a list."""
    return "\n".join(f"- {sentence}" for sentence in model_facts.misfits())


PARTS: dict[str, Callable[[], str]] = {
    "version": version,
    "presets": presets,
    "compartments": compartments,
    "fluxes": fluxes,
    "quantities": quantities,
    "controls": partial(_parameter_table, CONTROLS),
    "parameters": partial(_parameter_table, PARAMETERS),
    "rests_on": lambda: _table(("the value is", "how many", "parameters"), model_facts.rests_on()),
    "lenses": lambda: _choice_table((choice.parameter, choice) for choice in LENSES["trials"].choices),
    "k_forms": lambda: _choice_table((form.label, form.potency) for form in K_FORMS.values()),
    "flux_claims": flux_claims,
    "misfits": misfits,
}
"""What stands between the marks of each name."""


def filled(text: str) -> str:
    """Return the document with every generated part up to date."""
    for name, part in PARTS.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        if not after:
            raise ValueError(f"Invalid document: '{begin}' ... '{end}' is missing.")
        text = f"{before}{begin}\n\n{part()}\n\n{end}{after}"
    return text


def readable(text: str) -> tuple[str, str]:
    """Return the document for a page, without title and marks: what stands before and after the drawing in letters."""
    _, _, body = re.sub(r"<!-- .*? -->\n*", "", text).partition("\n")
    before, _, after = body.split("```")
    return before.strip(), after.strip()
