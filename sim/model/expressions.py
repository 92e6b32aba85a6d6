"""
Rate laws as text, read into a graph that can be differentiated and written as code.

A rate law is one line of Python syntax made of names, numbers, ``+ - * / **``, ``sqrt`` and
``exp``. That text is the only statement of the law: values, derivatives, the formula in
MODEL.md and the exports are all read from it. Equal sub-expressions become one node of the
graph, so what several laws share is computed once.
"""

import ast
from collections.abc import Iterable, Mapping

FUNCTIONS = ("sqrt", "exp")
_OPERATORS: dict[type, str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**"}

Node = int


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
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            _check(left)
            return _check(right)
        case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if name in FUNCTIONS:
            return _check(argument)
    raise SyntaxError(f"found {type(tree).__name__}")


def names(law: str) -> set[str]:
    """Return the names a rate law uses, without the functions."""
    return {node.id for node in ast.walk(parse(law)) if isinstance(node, ast.Name)} - set(FUNCTIONS)


class Graph:
    """
    Expressions with shared parts: each node is ``(operation, arguments)``, stored once.

    Nodes are numbers into ``self.nodes``; an argument always has a lower number than the node
    that uses it, so writing the nodes in order gives valid straight-line code.
    """

    def __init__(self) -> None:
        self.nodes: list[tuple] = []
        self._index: dict[tuple, Node] = {}
        self._derivatives: dict[tuple[Node, Node], Node] = {}

    def _node(self, *key: object) -> Node:
        if key not in self._index:
            self._index[key] = len(self.nodes)
            self.nodes.append(key)
        return self._index[key]

    def symbol(self, name: str) -> Node:
        """Return the node of a named input."""
        return self._node("symbol", name)

    def number(self, value: float) -> Node:
        """Return the node of a constant."""
        return self._node("number", float(value))

    def _value(self, node: Node) -> float | None:
        operation, *arguments = self.nodes[node]
        return arguments[0] if operation == "number" else None

    def apply(self, operation: str, *arguments: Node) -> Node:
        """Return the node of an operation, leaving out what adds zero or multiplies by one."""
        values = [self._value(a) for a in arguments]
        left, right = arguments[0], arguments[-1]
        if operation == "neg":
            return self.apply("-", self.number(0), left)
        if operation in FUNCTIONS:
            return self._node(operation, left)
        zero_left, zero_right = values[0] == 0, values[1] == 0
        if operation == "+" and (zero_left or zero_right):
            return right if zero_left else left
        if operation == "-" and zero_right:
            return left
        if operation == "*" and (zero_left or zero_right):
            return self.number(0)
        if operation == "*" and 1 in values:
            return right if values[0] == 1 else left
        if operation == "/" and (zero_left or values[1] == 1):
            return left
        if operation == "**" and values[1] in (1, 2):
            return left if values[1] == 1 else self._node("*", left, left)
        return self._node(operation, left, right)

    def read(self, law: str, known: Mapping[str, Node]) -> Node:
        """Return the node of a rate law, with `known` names replaced by their nodes."""

        def visit(tree: ast.expr) -> Node:
            match tree:
                case ast.Name(id=name):
                    return known[name] if name in known else self.symbol(name)
                case ast.Constant(value=int() | float() as value):
                    return self.number(value)
                case ast.UnaryOp(operand=operand):
                    return self.apply("neg", visit(operand))
                case ast.BinOp(left=left, op=op, right=right):
                    return self.apply(_OPERATORS[type(op)], visit(left), visit(right))
                case ast.Call(func=ast.Name(id=name), args=[argument]):
                    return self.apply(name, visit(argument))
            raise AssertionError("parse() admits nothing else")

        return visit(parse(law))

    def derivative(self, node: Node, by: Node) -> Node:
        """Return the node of the exact partial derivative of `node` by the symbol `by`."""
        key = (node, by)
        if key not in self._derivatives:
            self._derivatives[key] = self._differentiate(node, by)
        return self._derivatives[key]

    def _differentiate(self, node: Node, by: Node) -> Node:
        operation, *arguments = self.nodes[node]
        if operation in ("symbol", "number"):
            return self.number(node == by)
        apply = self.apply
        a, b = arguments[0], arguments[-1]
        da = self.derivative(a, by)
        if operation == "sqrt":
            return apply("/", da, apply("+", node, node))
        if operation == "exp":
            return apply("*", node, da)
        db = self.derivative(b, by)
        if operation in "+-":
            return apply(operation, da, db)
        if operation == "*":
            return apply("+", apply("*", da, b), apply("*", a, db))
        if operation == "/":
            return apply("/", apply("-", da, apply("*", node, db)), b)
        if self._value(db) != 0:
            raise ValueError("Invalid rate law: an exponent depends on the state.")
        lower = apply("**", a, apply("-", b, self.number(1)))
        return apply("*", apply("*", b, lower), da)

    def inputs(self, targets: Iterable[Node]) -> set[Node]:
        """Return every node that the targets are computed from, themselves included."""
        seen: set[Node] = set()
        pending = list(targets)
        while pending:
            node = pending.pop()
            if node not in seen:
                seen.add(node)
                operation, *arguments = self.nodes[node]
                pending += arguments if operation not in ("symbol", "number") else []
        return seen
