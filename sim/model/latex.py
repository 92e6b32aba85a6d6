"""Rate laws as LaTeX, with the symbols of the tables."""

import ast

from sim.model.equations import COMPARTMENTS, INTERMEDIATES
from sim.model.parameters import CONTROLS, PARAMETERS, number
from sim.model.syntax import parse

SYMBOLS = {row.name: row.symbol for row in (*COMPARTMENTS, *INTERMEDIATES, *CONTROLS, *PARAMETERS)}
OPERATIONS = {
    ast.Add: ("{} + {}", 1, 1, 1),
    ast.Sub: ("{} - {}", 1, 1, 2),
    ast.Mult: (r"{} \, {}", 2, 2, 2),
    ast.Div: (r"\frac{{{}}}{{{}}}", 4, 0, 0),
    ast.Pow: ("{}^{{{}}}", 4, 5, 0),
}
"""How each is written, how tightly it binds, and how tightly its two sides must bind to need no brackets."""


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
    return _latex(parse(law), 0)


def _latex(tree: ast.expr, level: int) -> str:
    """Return LaTeX, in brackets if it binds less tightly than `level`: 1 sum, 2 product, 3 minus, 4 power, 5 atom."""
    match tree:
        case ast.Name(id=name):
            text, binds = SYMBOLS[name], 4 if "^" in SYMBOLS[name] else 5
        case ast.Constant(value=int() | float() as value):
            text, binds = number(value).replace(",", ""), 5
        case ast.UnaryOp(operand=operand):
            text, binds = f"-{_latex(operand, 2)}", 3
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            form, binds = (r"\sqrt{{{}}}", 5) if name == "sqrt" else ("e^{{{}}}", 4)
            text = form.format(_latex(argument, 0))
        case ast.BinOp(left=left, op=op, right=right):
            form, binds, of_left, of_right = OPERATIONS[type(op)]
            text = form.format(_latex(left, of_left), _latex(right, of_right))
        case _:
            raise AssertionError("parse() admits nothing else")
    return text if binds >= level else rf"\left({text}\right)"
