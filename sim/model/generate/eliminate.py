"""Gauss elimination done once, with symbols for numbers."""

from collections.abc import Mapping, Sequence

import sympy as sp

from sim.model.generate.lines import Expr, Lines, add_line, symbols_of

Entries = Mapping[tuple[str, str], Expr]


def eliminate(names: Sequence[str], jacobian: Entries, lines: Lines) -> tuple[list[sp.Symbol], Lines, list[Expr]]:
    """
    Eliminate in the matrix ``shift * I - Jacobian``, and leave out what is zero.

    The pivot is always the one that fills in least (Markowitz 1957, doi:10.1287/mnsc.3.3.255).
    No row exchange is needed: columns of the Jacobian sum to zero, so with the shifts of all steps
    taken every column of the matrix is diagonally dominant (tests hold this).

    Parameters
    ----------
    names : sequence of str
        Of rows and columns.
    jacobian : mapping of (row, column) to expression
        What is not zero.
    lines : Lines
        Grows by what the factors are computed from.

    Returns
    -------
    factors, substitution, solution
        The solution is computed by the lines `substitution` from factors and the right side, ``right_...``.
    """
    diagonal = {p: minus(sp.Symbol("shift"), jacobian.get((p, p), sp.S.Zero)) for p in names}
    # Off the diagonal with the sign of the Jacobian, not of the matrix: mostly positive, so that lines add.
    entries = {(i, j): add_line(lines, f"{i}_by_{j}", value) for (i, j), value in jacobian.items() if i != j}
    reduced: dict[str, Expr] = {p: sp.Symbol(f"right_{p}") for p in names}
    substitution: Lines = {}
    pivots: list[tuple[str, Expr, list[str]]] = []
    left = list(names)
    while left:
        p = min(left, key=lambda q: sum((i, q) in entries for i in left) * sum((q, j) in entries for j in left))
        left.remove(p)
        inverse = add_line(lines, f"inverse_{p}", 1 / diagonal[p])
        beside = [j for j in left if (p, j) in entries]
        pivots.append((p, inverse, beside))
        for i in [i for i in left if (i, p) in entries]:
            ratio = add_line(lines, f"{i}_per_{p}", entries[i, p] * inverse)
            reduced[i] = add_line(substitution, f"{i}_without_{p}", reduced[i] + ratio * reduced[p])
            for j in beside:
                added = ratio * entries[p, j]
                if i == j:
                    diagonal[i] = minus(diagonal[i], added)
                else:
                    value = entries.get((i, j), sp.S.Zero) + added
                    entries[i, j] = add_line(lines, f"{i}_by_{j}_without_{p}", value)
    for p, inverse, beside in reversed(pivots):
        total = reduced[p] + sp.Add(*(entries[p, j] * reduced[j] for j in beside))
        reduced[p] = add_line(substitution, p, total * inverse)
    given = {*substitution, *(sp.Symbol(f"right_{p}") for p in names)}
    factors = sorted(symbols_of(substitution.values()) - given, key=str)
    return factors, substitution, [reduced[p] for p in names]


def minus(value: Expr, other: Expr) -> Expr:
    """Return a difference without brackets."""
    return sp.Add(value, *(-part for part in sp.Add.make_args(other)))
