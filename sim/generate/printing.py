"""
Functions as text: in Python for plain numbers, in Python for many scenarios at once, and in JavaScript.

The form for many scenarios takes no memory: each operation writes into a row of `work` or `out`,
and a row of `work` is used again as soon as what it holds is not needed any more. So all of it
stays in the processor's cache.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence

import sympy as sp
from sympy.core.parameters import distribute
from sympy.printing.pycode import PythonCodePrinter

from sim.generate.derive import Function
from sim.generate.lines import symbols_of

WIDTH = 120


class _Printer(PythonCodePrinter):
    """Prints what Python and JavaScript read alike, where ``exp`` and ``sqrt`` are known by these names."""

    def _print_Pow(self, expr: sp.Pow, rational: bool = False) -> str:
        if expr.exp == 2 and expr.base.is_Symbol:  # much faster than a power
            return f"({expr.base}*{expr.base})"
        return super()._print_Pow(expr, rational=rational)


_text = _Printer({"fully_qualified_modules": False}).doprint


def text(value: sp.Expr) -> str:
    """Return a value as one line of code."""
    with distribute(False):
        return _text(value).removeprefix("(").removesuffix(")") if value.is_Pow and value.exp == 2 else _text(value)


def wrapped(start: str, parts: Iterable[str], end: str, indent: str) -> str:
    """Return words as indented lines of at most `WIDTH` characters."""
    return textwrap.fill(
        start + " ".join(parts) + end, WIDTH, initial_indent=indent, subsequent_indent=indent + "    ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def names(symbols: Sequence[object]) -> list[str]:
    """Return names as the members of a tuple."""
    return [f"{symbol}," for symbol in symbols]


def unpacked(function: Function) -> Iterator[str]:
    """Yield lines that give what lies in the arguments its name; what is not used is ``_``."""
    used = symbols_of([*function.lines.values(), *function.results])
    for argument, symbols in function.given.items():
        given = f"map({argument}.__getitem__, INPUTS)" if argument == "values" else argument
        yield wrapped("(", names([s if s in used else "_" for s in symbols]), f") = {given}", "    ")


def of_numbers(function: Function) -> str:
    """Return a function of plain numbers, or with NumPy's `exp` and `sqrt` of arrays, that returns a tuple."""
    arguments = [*function.given, *(f"{name}=math.{name}" for name in ("exp", "sqrt"))]
    lines = [f"def {function.name}({', '.join(arguments)}):", f'    """{function.summary}"""', *unpacked(function)]
    for symbol, value in function.lines.items():
        line = f"    {symbol} = {text(value)}"
        lines.append(line if len(line) <= WIDTH else wrapped(f"{symbol} = (", [text(value)], ")", "    "))
    return "\n".join([*lines, wrapped("return (", names(list(map(text, function.results))), ")", "    ")])
