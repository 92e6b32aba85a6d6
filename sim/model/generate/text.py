"""Values as code that Python and JavaScript read alike, one operation at a time."""

import textwrap
from collections.abc import Iterable

import sympy as sp

from sim.model.generate.lines import Expr

WIDTH = 120
Operation = tuple[str, tuple[Expr, ...]]


def operation(value: Expr) -> Operation:
    """
    Return what is done last to compute a value, and with what.

    Examples
    --------
    >>> operation(sp.sympify("x / y - 1"))
    ('-', (x/y, 1))
    """
    if value.is_Add:
        terms = value.as_ordered_terms()
        minus = [-term for term in terms if term.as_coeff_Mul()[0].is_negative]
        plus = [term for term in terms if -term not in minus]
        if not plus:
            return "negative", (sp.Add(*minus),)
        if not minus:
            return "+", (sp.Add(*plus[:-1]), plus[-1])
        return "-", (sp.Add(*plus, *(-term for term in minus[:-1])), minus[-1])
    if value.is_Mul:
        if value.as_coeff_Mul()[0].is_negative:
            return "negative", (-value,)
        factors = value.as_ordered_factors()
        below = [1 / factor for factor in factors if is_inverse(factor)]
        above = [factor for factor in factors if not is_inverse(factor)]
        if below:
            return "/", (sp.Mul(*above), sp.Mul(*below))
        return "*", (sp.Mul(*above[:-1]), above[-1])
    if is_inverse(value):
        return "/", (sp.S.One, 1 / value)
    if isinstance(value, sp.exp):
        return "exp", value.args
    base, exponent = value.as_base_exp()
    if exponent in (2, sp.S.Half):
        return "square" if exponent == 2 else "sqrt", (base,)
    return "**", (base, exponent)


def is_inverse(value: Expr) -> bool:
    """Tell whether a value is something to a negative power."""
    return value.is_Pow and value.exp.is_number and bool(value.exp.is_negative)


def number(value: Expr) -> str:
    """Return a number as code."""
    return str(value) if value.is_Integer else repr(float(value))


BINDS = {"+": 1, "-": 1, "negative": 1, "*": 2, "/": 2, "square": 3, "**": 3}
"""How tightly an operation binds; calls and names bind tighter."""


def text(value: Expr, level: int = 1) -> str:
    """Return a value as code, in brackets if it binds less tightly than `level`."""
    if value.is_Atom:
        return number(value) if value.is_Number else str(value)
    name, parts = operation(value)
    binds = BINDS.get(name, 4)
    if name == "square" and parts[0].is_Symbol:  # much faster than a power
        code, binds = f"{parts[0]} * {parts[0]}", 2
    elif name == "square":
        code = f"{text(parts[0], 4)}**2"
    elif name == "**":
        code = f"{text(parts[0], 4)}**{text(parts[1], 4)}"
    elif name == "negative":
        code = f"-{text(parts[0], 4)}"
    elif len(parts) == 1:
        code = f"{name}({text(parts[0])})"
    else:
        code = f"{text(parts[0], binds)} {name} {text(parts[1], binds + 1)}"
    return code if binds >= level else f"({code})"


def wrapped(words: str, indent: str = "    ") -> str:
    """Return code as indented lines that are not too long; what is broken must stand in brackets."""
    return textwrap.fill(
        words, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}    ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def tuple_of(names: Iterable[object]) -> str:
    """Return names as a tuple."""
    members = list(map(str, names))
    return f"({members[0]},)" if len(members) == 1 else f"({', '.join(members)})"
