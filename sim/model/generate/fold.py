"""Less work while a run goes on: what does not change is computed before it, what is used twice only once."""

from collections.abc import Iterable

import sympy as sp

from sim.model.generate.lines import Expr, Lines, add_line, is_plain


def hoist(lines: Lines, moving: Iterable[sp.Symbol], constant: Lines) -> Lines:
    """
    Return lines of the same values in which each largest part that does not change is a name.

    Parameters
    ----------
    lines : Lines
        Each after those it uses itself.
    moving : iterable of symbols
        What changes during a run: compartments and step size.
    constant : Lines
        Grows by those parts.
    """
    moved = set(moving)
    for symbol, value in lines.items():
        if value.free_symbols & moved:
            moved.add(symbol)
        else:
            constant[symbol] = value

    def fold(value: Expr) -> Expr:
        if is_plain(value):
            return value
        if not value.free_symbols & moved:
            return add_line(constant, f"constant{len(constant)}", value)
        if isinstance(value, sp.Add | sp.Mul):
            fixed, rest = value.as_independent(*moved)
            return value.func(fold(fixed), *map(fold, rest.args if rest.func == value.func else (rest,)))
        return value.func(*map(fold, value.args))

    return {symbol: fold(value) for symbol, value in lines.items() if symbol in moved}


def share(lines: Lines) -> Lines:
    """Return lines of the same values in which a part that occurs more than once has a name."""
    parts, values = sp.cse(list(lines.values()), symbols=sp.numbered_symbols("part", start=1))
    named: Lines = dict(zip(lines, values, strict=True))
    known: dict[Expr, Expr] = {part: symbol for symbol, part in named.items() if part in dict(parts)}
    shared = dict(parts) | {symbol: value for symbol, value in named.items() if value not in known}
    return {known.get(symbol, symbol): value.xreplace(known) for symbol, value in shared.items()}
