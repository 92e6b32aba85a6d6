"""
Rate laws as LaTeX, with the symbols of the tables.
"""

import ast

from sim.model.equations import COMPARTMENTS, QUANTITIES
from sim.model.parameters import CONTROLS, PARAMETERS, number
from sim.model.syntax import parse

SYMBOLS = {row.name: row.symbol for row in (*COMPARTMENTS, *QUANTITIES, *CONTROLS, *PARAMETERS)}


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
