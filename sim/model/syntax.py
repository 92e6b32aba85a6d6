"""
What a rate law may be made of.

A rate law is one line of Python syntax made of names, numbers, ``+ - * / **``, ``sqrt`` and
``exp``. That text is the only statement of the law: code, derivatives, the formula in MODEL.md
and the exports are all made from it.
"""

import ast

FUNCTIONS = ("sqrt", "exp")
OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)


def parse(law: str) -> ast.expr:
    """
    Return the syntax tree of a rate law, after checking that it uses allowed syntax only.

    Raises
    ------
    ValueError
        If the text holds anything but names, numbers, ``+ - * / **``, ``sqrt`` and ``exp``.

    Examples
    --------
    >>> ast.unparse(parse("k * blood / (half + blood)"))
    'k * blood / (half + blood)'
    """
    try:
        tree = ast.parse(law, mode="eval").body
        _check(tree)
    except SyntaxError as error:
        raise ValueError(
            f"Invalid rate law '{law}': {error.msg}. Must be made of names, numbers, + - * / **, sqrt and exp."
        ) from None
    return tree


def _check(tree: ast.expr) -> None:
    """Raise SyntaxError at the first part of a rate law that is not allowed."""
    match tree:
        case ast.Name(id=name) if name not in FUNCTIONS:
            return
        case ast.Constant(value=value) if type(value) in (int, float):
            return
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _check(operand)
        case ast.BinOp(left=left, op=op, right=right) if isinstance(op, OPERATORS):
            _check(left)
            return _check(right)
        case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if name in FUNCTIONS:
            return _check(argument)
    raise SyntaxError(f"found {type(tree).__name__}")


def names(law: str) -> set[str]:
    """Return the names a rate law uses, without the functions."""
    return {node.id for node in ast.walk(parse(law)) if isinstance(node, ast.Name)} - set(FUNCTIONS)
