"""Less work while a run goes on: what does not change is computed before it, what is used twice only once."""

from collections.abc import Iterable

import sympy as sp

from sim.model.generate.lines import Lines, add_line, is_plain


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

    def fold(name: str, value: sp.Expr) -> sp.Expr:
        if is_plain(value):
            return value
        if not value.free_symbols & moved:
            if -value in constant.values():
                return -fold(name, -value)
            taken = sum(str(symbol).startswith(f"{name}_constant") for symbol in constant)
            return add_line(constant, f"{name}_constant{taken or ''}", value)
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
    whole = {value: symbol for symbol, value in zip(lines, values, strict=True) if value in found}
    names = dict(whole)

    def name(owner: sp.Symbol, value: sp.Expr) -> None:
        for part in sorted(value.free_symbols & found.keys(), key=str):
            if part not in names:
                taken = sum(str(known).startswith(f"{owner}_part") for known in names.values())
                names[part] = sp.Symbol(f"{owner}_part{taken or ''}")
                name(owner, found[part])

    shared = {symbol: found.get(value, value) for symbol, value in zip(lines, values, strict=True)}
    for symbol, value in shared.items():
        name(symbol, value)
    return {
        symbol: value.xreplace(names)
        for symbol, value in ({names[part]: found[part] for part in found} | shared).items()
    }
