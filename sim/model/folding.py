"""
Fewer operations for the same value: in each product, what does not change is multiplied together first.

``bone_turnover * (blood / blood_baseline) * (bone / bone_baseline)`` becomes one factor, known
before the run, times ``blood * bone``; and ``a - (0 - b)`` becomes ``a + b``.
"""

from collections.abc import Collection, Sequence

from sim.model.expressions import Graph, Node

Parts = tuple[bool, Node, Node]


class Folding:
    """
    Rewrites nodes of a graph.

    Parameters
    ----------
    graph : Graph
    moving : collection of nodes
        The symbols whose values change during a run.
    """

    def __init__(self, graph: Graph, moving: Collection[Node]) -> None:
        self._graph, self._moving = graph, frozenset(moving)
        self._zero, self._one = graph.number(0), graph.number(1)
        self._parts: dict[Node, Parts] = {}

    def fold(self, nodes: Sequence[Node]) -> list[Node]:
        """Return nodes of the same values, but for rounding, that cost less."""
        return [self._whole(self._split(node)) for node in nodes]

    def _split(self, node: Node) -> Parts:
        """Return a node as three parts: whether it is negated, its constant factor, and the factor that moves."""
        if node not in self._parts:
            self._parts[node] = self._find(node)
        return self._parts[node]

    def _find(self, node: Node) -> Parts:
        operation, *arguments = self._graph.nodes[node]
        one, apply = self._one, self._graph.apply
        if operation in ("symbol", "number"):
            return (False, one, node) if node in self._moving else (False, node, one)
        parts = [self._split(a) for a in arguments]
        if all(core == one for _, _, core in parts):
            return False, node, one
        (negative, factor, core), (other_negative, other_factor, other_core) = parts[0], parts[-1]
        if operation in ("*", "/"):
            return (
                negative != other_negative,
                apply(operation, factor, other_factor),
                apply(operation, core, other_core),
            )
        if operation in ("+", "-"):
            return self._sum(parts[0], (other_negative != (operation == "-"), other_factor, other_core))
        return False, one, apply(operation, *map(self._whole, parts))

    def _sum(self, left: Parts, right: Parts) -> Parts:
        a, b = (self._whole((False, *parts[1:])) for parts in (left, right))
        if a == self._zero:
            return right
        if left[0] == right[0]:
            return left[0], self._one, self._graph.apply("+", a, b)
        first, second = (b, a) if left[0] else (a, b)
        return False, self._one, self._graph.apply("-", first, second)

    def _whole(self, parts: Parts) -> Node:
        """Return the node that three parts make together."""
        negative, factor, core = parts
        apply = self._graph.apply
        operation, *arguments = self._graph.nodes[core]
        if negative:
            factor = apply("-", self._zero, factor)
        if operation == "/" and arguments[0] == self._one:
            return apply("/", factor, arguments[1])
        return apply("*", factor, core)
