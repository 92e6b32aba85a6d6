"""Folding: the same value with fewer operations while a run goes on."""

import pytest

from sim.model.codegen import Function
from sim.model.expressions import Graph
from sim.model.folding import Folding

VALUES = {"x": 3.7, "y": 0.6, "a": 2.5, "b": -1.25, "c": 0.4}


def value(graph: Graph, node: int) -> float:
    given = {graph.symbol(name): number for name, number in VALUES.items()}
    (found,) = Function("f", graph, {"given": list(given)}, [node]).of_numbers(list(given.values()))
    return found


def moving_operations(graph: Graph, node: int) -> int:
    """Return how many operations have to be done again whenever x or y changes."""
    moving = {graph.symbol("x"), graph.symbol("y")}
    for number, (operation, *arguments) in enumerate(graph.nodes):
        if operation not in ("symbol", "number") and moving & set(arguments):
            moving.add(number)
    inputs = graph.inputs([node]) & moving
    return len(inputs - {graph.symbol("x"), graph.symbol("y")})


@pytest.mark.parametrize(
    ("law", "operations"),
    [
        ("a * (x / b) * (y / c)", 2),
        ("a - (0 - x)", 1),
        ("0 - a * x * b", 1),
        ("a * x - b * y * c", 3),
        ("exp(a * (x / b - 1)) * c", 5),
        ("a / (b + x) * (x / c)", 4),
        ("sqrt(x * a) / (y * b)", 4),
        ("a * b + c", 0),
    ],
)
def test_a_folded_law_has_the_same_value_and_few_operations(law: str, operations: int) -> None:
    graph = Graph()
    node = graph.read(law, {})
    (folded,) = Folding(graph, [graph.symbol("x"), graph.symbol("y")]).fold([node])
    assert value(graph, folded) == pytest.approx(value(graph, node), rel=1e-14)  # rounding only
    assert moving_operations(graph, folded) == min(operations, moving_operations(graph, node))
