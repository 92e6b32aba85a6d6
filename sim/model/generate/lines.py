"""Lines of arithmetic: names and what they stand for, in any order."""

from collections.abc import Iterable
from typing import Any

import sympy as sp
from sympy.core.parameters import global_parameters

global_parameters.distribute = False  # SymPy would turn 2 * (x + y) into 2 * x + 2 * y, which is more work

Expr = Any
"""An expression of SymPy, whose own annotations are too narrow to be checked."""
Lines = dict[sp.Symbol, Expr]


def add_line(lines: Lines, name: str, value: Expr) -> Expr:
    """Return the symbol of a new line, or of the line that says the same; a mere name or number needs none."""
    if is_plain(value):
        return value
    for symbol, known in lines.items():
        if known == value:
            return symbol
    symbol = sp.Symbol(name)
    lines[symbol] = value
    return symbol


def is_plain(value: Expr) -> bool:
    """Tell whether a value is a name or a number, perhaps with a minus sign."""
    return value.is_Atom or (-value).is_Atom


def symbols_of(values: Iterable[Expr]) -> set[sp.Symbol]:
    """Return every symbol that occurs in one of the values."""
    return set().union(*(value.free_symbols for value in values))


def needed(lines: Lines, results: Iterable[Expr]) -> Lines:
    """Return the lines that the results are computed from, each after those it uses itself."""
    rank = {symbol: number for number, symbol in enumerate(lines)}
    chosen: Lines = {}

    def visit(value: Expr) -> None:
        for symbol in sorted(value.free_symbols & lines.keys(), key=rank.__getitem__):
            if symbol not in chosen:
                visit(lines[symbol])
                chosen[symbol] = lines[symbol]

    for result in results:
        visit(result)
    return chosen
