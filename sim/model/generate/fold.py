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

    def fold(name: str, value: Expr) -> Expr:
        if is_plain(value):
            return value
        if not value.free_symbols & moved:
            return add_line(constant, unused(f"{name}_constant", constant), value)
        if isinstance(value, sp.Add | sp.Mul):
            fixed, rest = value.as_independent(*moved)
            parts = rest.args if rest.func == value.func else (rest,)
            return value.func(fold(name, fixed), *(fold(name, part) for part in parts))
        return value.func(*(fold(name, part) for part in value.args))

    return {s: fold(str(s), value) for s, value in lines.items() if s in moved}


def share(lines: Lines) -> Lines:
    """Return lines of the same values in which a part that occurs more than once has a name."""
    parts, values = sp.cse(list(lines.values()), symbols=sp.numbered_symbols("part"))
    found = dict(parts)
    names = {value: symbol for symbol, value in zip(lines, values, strict=True) if value in found}

    def name(owner: sp.Symbol, value: Expr) -> None:
        """Name the parts of a line after it, if no line before has."""
        for part in sorted(value.free_symbols & found.keys(), key=str):
            if part not in names:
                names[part] = sp.Symbol(unused(f"{owner}_part", names.values()))
                name(owner, found[part])

    shared = {symbol: found.get(value, value) for symbol, value in zip(lines, values, strict=True)}
    for symbol, value in shared.items():
        name(symbol, value)
    shared = {names[part]: value for part, value in parts} | shared
    return {symbol: value.xreplace(names) for symbol, value in shared.items()}


def unused(name: str, symbols: Iterable[sp.Symbol]) -> str:
    """Return a name that no symbol has: with a number from 2 on, where it has to be."""
    taken = set(map(str, symbols))
    return next(n for n in (name, *(f"{name}{number}" for number in range(2, len(taken) + 3))) if n not in taken)
