"""
MODEL.md's equations and tables, and README.md's claims, written from the model's own tables.

Run ``python -m sim.document`` after a change of the model: it rewrites what stands between the
``<!-- begin NAME -->`` and ``<!-- end NAME -->`` marks and leaves the rest alone. A test fails
while document and code differ.
"""

import ast
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from sim import model_facts
from sim.evidence import table
from sim.expressions import parse
from sim.lenses import K_FORMS, LENSES, Choice
from sim.model import COMPARTMENTS, FLUXES, MODEL_VERSION, QUANTITIES
from sim.parameters import CONTROLS, PARAMETERS, Parameter, number

PATH = Path(__file__).with_name("MODEL.md")
README = Path(__file__).parent.with_name("README.md")
SYMBOLS = {row.name: row.symbol for row in (*COMPARTMENTS, *QUANTITIES, *CONTROLS, *PARAMETERS)}
_LEVELS = {ast.Add: 1, ast.Sub: 1, ast.Mult: 2, ast.Div: 2, ast.Pow: 4}


def latex(law: str) -> str:
    r"""
    Return a rate law as LaTeX, with the symbols of the tables.

    Examples
    --------
    >>> latex("k_endogenous * blood")
    'k_e \\, B'
    >>> latex("blood / (blood + threshold_width)**2")
    '\\frac{B}{\\left(B + w\\right)^{2}}'
    """
    return _latex(parse(law))[0]


def _latex(tree: ast.expr) -> tuple[str, int]:
    """Return LaTeX and how tightly it binds: 1 sum, 2 product, 3 minus sign, 4 power, 5 atom."""
    match tree:
        case ast.Name(id=name):
            return SYMBOLS[name], 5 if "^" not in SYMBOLS[name] else 4
        case ast.Constant(value=int() | float() as value):
            return number(value).replace(",", ""), 5
        case ast.UnaryOp(operand=operand):
            return f"-{_wrapped(operand, 2)}", 3
        case ast.Call(func=ast.Name(id="sqrt"), args=[argument]):
            return rf"\sqrt{{{_latex(argument)[0]}}}", 5
        case ast.Call(args=[argument]):
            return rf"e^{{{_latex(argument)[0]}}}", 4
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return rf"\frac{{{_latex(left)[0]}}}{{{_latex(right)[0]}}}", 4
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return rf"{_wrapped(left, 5)}^{{{_latex(right)[0]}}}", 4
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return rf"{_wrapped(left, 2)} \, {_wrapped(right, 2)}", 2
        case ast.BinOp(left=left, op=op, right=right):
            sign, tight = ("+", 1) if isinstance(op, ast.Add) else ("-", 2)
            return f"{_wrapped(left, 1)} {sign} {_wrapped(right, tight)}", 1
    raise AssertionError("parse() admits nothing else")


def _wrapped(tree: ast.expr, level: int) -> str:
    text, binds = _latex(tree)
    return text if binds >= level else rf"\left({text}\right)"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


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
    shown = [q for q in QUANTITIES if not q.name.startswith("reference_") or "same for the balanced" not in q.meaning]
    return "\n\n".join(
        f"{q.meaning} [{q.unit}]\n\n{_equation(q.symbol, q.law, i)}" for i, q in enumerate(shown, len(FLUXES) + 1)
    )


def controls() -> str:
    """Return the table of controls."""
    return _parameter_table(CONTROLS)


def parameters() -> str:
    """Return the table of parameters."""
    return _parameter_table(PARAMETERS)


def _parameter_table(rows: Iterable[Parameter]) -> str:
    head = ("name", "symbol", "value", "range", "plausible", "unit", "meaning", "source")
    return _table(
        head,
        (
            (f"`{p.name}`", f"${p.symbol}$", number(p.default), _range(p.low, p.high), _plausible(p.plausible),
             p.unit.replace("ug", "µg"), p.meaning, p.source)
            for p in rows
        ),
    )  # fmt: skip


def _range(low: float, high: float) -> str:
    return f"{number(low)} to {number(high)}"


def _plausible(ends: tuple[float, float] | None) -> str:
    return _range(*ends) if ends and ends[0] < ends[1] else "-"


def lenses() -> str:
    """Return the table of what the lens of human trials changes."""
    return _choice_table((choice.parameter, choice) for choice in LENSES["trials"].choices)


def k_forms() -> str:
    """Return the table of the forms of vitamin K."""
    return _choice_table((form.label, form.potency) for form in K_FORMS.values())


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


def rests_on() -> str:
    """Return how many parameters rest on what."""
    return _table(("the value is", "how many", "parameters"), model_facts.rests_on())


def misfits() -> str:
    """Return what is known not to fit, as a list."""
    return "\n".join(f"- {sentence}" for sentence in model_facts.misfits())


def arrows() -> str:
    """Return the claims behind the fluxes, with their grades and studies."""
    return table("flux")


def claims() -> str:
    """Return the claims of the article, with their grades and studies."""
    return table("article")


Parts = dict[str, Callable[[], str]]
DOCUMENTS: dict[Path, Parts] = {
    path: {part.__name__: part for part in parts}
    for path, parts in (
        (
            PATH,
            (
                version,
                presets,
                compartments,
                fluxes,
                quantities,
                controls,
                parameters,
                rests_on,
                lenses,
                k_forms,
                arrows,
                misfits,
            ),
        ),
        (README, (claims,)),
    )
}


def filled(text: str, parts: Parts) -> str:
    """Return a document with every generated part up to date."""
    for name, part in parts.items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        if not after:
            raise ValueError(f"Invalid document: '{begin}' ... '{end}' is missing.")
        text = f"{before}{begin}\n\n{part()}\n\n{end}{after}"
    return text


def readable(text: str) -> str:
    """Return the document without its marks, for a page that shows them."""
    return re.sub(r"<!-- .*? -->\n*", "", text)


if __name__ == "__main__":
    for path, parts in DOCUMENTS.items():
        path.write_text(filled(path.read_text(encoding="utf-8"), parts), encoding="utf-8")
