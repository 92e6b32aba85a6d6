"""
Straight-line code written from a graph and compiled, in two forms.

Both come from the same nodes. The form for plain numbers is ordinary arithmetic; it also serves
arrays of any shape where speed does not matter. The form for arrays of scenarios takes no memory:
each operation writes into a row of `out` or of `work`, and a row of `work` is used again as soon
as what it holds is not needed any more. So all of it stays in the processor's cache.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.model.expressions import FUNCTIONS, Graph, Node

_UFUNCS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "**": "power"}
_ARRAY_NAMES = {name: getattr(np, name) for name in (*_UFUNCS.values(), *FUNCTIONS, "copyto")}


class Function:
    """
    One generated function.

    Parameters
    ----------
    name : str
    graph : Graph
    arguments : mapping of str to sequence of nodes
        Name of each argument, and the nodes whose values are handed over in it, in order.
        A symbol that is in none of them is looked up by name in ``values``.
    targets : sequence of nodes
        What the function returns.
    """

    def __init__(
        self, name: str, graph: Graph, arguments: Mapping[str, Sequence[Node]], targets: Sequence[Node]
    ) -> None:
        self.name, self._graph, self._arguments, self.targets = name, graph, arguments, tuple(targets)
        self._given = {node for nodes in arguments.values() for node in nodes}
        self.rows = 0
        """How many rows of `work` the form for arrays needs."""
        self._numbers_text, self._arrays_text = self._write_numbers(), self._write_arrays()
        self._of_numbers = self._load(self._numbers_text, {"sqrt": math.sqrt, "exp": math.exp})
        self.of_anything = self._load(self._numbers_text, {"sqrt": np.sqrt, "exp": np.exp})
        constants = {f"t{n}": np.array(v[1]) for n, v in enumerate(graph.nodes) if v[0] == "number"}
        self.in_place = self._load(self._arrays_text, _ARRAY_NAMES | constants)

    def _load(self, source: str, scope: dict[str, Any]) -> Any:
        """Compile the text, which is made from the model's own tables only."""
        exec(compile(source, f"<sim: {self.name}>", "exec"), scope)
        return scope[self.name]

    def work(self, like: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return room for the form for arrays, for as many scenarios as `like` has."""
        return np.empty((self.rows, like.shape[1]))

    def of_numbers(self, *arguments: Any) -> Any:
        """Return the targets for plain numbers; where Python refuses, give NumPy's nan or inf."""
        try:
            return self._of_numbers(*arguments)
        except (ArithmeticError, ValueError):
            with np.errstate(all="ignore"):
                return self.of_anything(*map(_as_numpy, arguments))

    def _operations(self) -> Iterator[tuple[Node, str, list[Node]]]:
        """Yield each operation that the targets need and nobody hands over, in order: node, operation, arguments."""
        done = set(self._given)

        def visit(node: Node) -> Iterator[tuple[Node, str, list[Node]]]:
            operation, *arguments = self._graph.nodes[node]
            if node not in done and operation not in ("symbol", "number"):
                done.add(node)
                for argument in arguments:
                    yield from visit(argument)
                yield node, operation, arguments

        for target in self.targets:
            yield from visit(target)

    def _text(self, node: Node) -> str:
        """Return how the code names a node."""
        operation, *arguments = self._graph.nodes[node]
        if operation == "symbol":
            return arguments[0] if node in self._given else f"values[{arguments[0]!r}]"
        return f"t{node}"

    def _header(self, *more: str) -> list[str]:
        used = {a for _, _, arguments in self._operations() for a in arguments} | set(self.targets)
        unpack = [
            f"    {self._text(node)} = {name}[{i}]"
            for name, nodes in self._arguments.items()
            for i, node in enumerate(nodes)
            if node in used
        ]
        return [f"def {self.name}({', '.join([*self._arguments, *more])}):", *unpack]

    def _write_numbers(self) -> str:
        def text(node: Node) -> str:
            operation, *arguments = self._graph.nodes[node]
            return repr(arguments[0]) if operation == "number" else self._text(node)

        lines = self._header()
        for node, operation, arguments in self._operations():
            parts = [text(a) for a in arguments]
            law = f"{operation}({parts[0]})" if len(parts) == 1 else f"{parts[0]} {operation} {parts[1]}"
            lines.append(f"    t{node} = {law}")
        return "\n".join([*lines, f"    return ({''.join(f'{text(node)}, ' for node in self.targets)})"])

    def _write_arrays(self) -> str:
        operations = list(self._operations())
        last = {a: i for i, (_, _, arguments) in enumerate(operations) for a in arguments}
        place = {node: f"o{i}" for i, node in reversed(list(enumerate(self.targets)))}
        made = {node for node, _, _ in operations}
        free: list[str] = []
        lines: list[str] = []
        for i, (node, operation, arguments) in enumerate(operations):
            parts = [place[a] if a in made else self._text(a) for a in arguments]
            free += sorted({place[a] for a in arguments if a in made and last[a] == i and place[a][0] == "w"})
            if node not in place:
                if not free:
                    free.append(f"w{self.rows}")
                    self.rows += 1
                place[node] = free.pop()
            lines.append(f"    {_UFUNCS.get(operation, operation)}({', '.join([*parts, place[node]])})")
        for i, node in enumerate(self.targets):
            if node not in made or place[node] != f"o{i}":
                lines.append(f"    copyto(o{i}, {place[node] if node in made else self._text(node)})")
        rows = [
            f"    {''.join(f'{letter}{i}, ' for i in range(count))} = {name}"
            for letter, name, count in (("o", "out", len(self.targets)), ("w", "work", self.rows))
            if count
        ]
        return "\n".join([*self._header("out", "work"), *rows, *lines, "    return out"])


def _as_numpy(argument: Any) -> Any:
    """Return plain numbers, or those in a list, tuple or mapping, as NumPy's."""
    if isinstance(argument, Mapping):
        return {name: _as_numpy(value) for name, value in argument.items()}
    if isinstance(argument, list | tuple):
        return [_as_numpy(value) for value in argument]
    return np.float64(argument) if isinstance(argument, int | float) else argument
