"""
From rate laws to fast functions: the generated code that the solver calls.

The laws are read once into a graph; from it three straight-line functions are written and
compiled: the derivatives, the factors of the matrix ``shift * I - Jacobian``, and the solution
of a linear system with them. Zeros of the Jacobian are left out and what does not depend on the
state is computed once a run, so the work per step is small. Each function has two forms (see
`sim.model.codegen`): for arrays of scenarios, and for one scenario in plain numbers, where NumPy's cost
per call would be most of the time.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.model.codegen import Function
from sim.model.expressions import Graph, Node
from sim.model.folding import Folding

Values = Mapping[str, Any]
Array = NDArray[np.float64]


class Kernel:
    """
    Compiled functions of a compartment model.

    Parameters
    ----------
    compartments : sequence of str
        Names of the state variables, in order.
    quantities : mapping of str to str
        Named intermediate results and their laws; each may use those before it.
    fluxes : mapping of str to (from, to, law)
        What flows where. Its law may use every name above.
    """

    def __init__(
        self,
        compartments: Sequence[str],
        quantities: Mapping[str, str],
        fluxes: Mapping[str, tuple[str, str, str]],
    ) -> None:
        self.compartments = tuple(compartments)
        self.graph = Graph()
        known = {name: self.graph.symbol(name) for name in compartments}
        self._state = list(known.values())
        for name, law in quantities.items():
            known[name] = self.graph.read(law, known)
        for name, (_, _, law) in fluxes.items():
            known[name] = self.graph.read(law, known)
        self._known = known
        shift = self.graph.symbol("shift")
        moving = {*self._state, shift}
        folding = Folding(self.graph, moving)
        self._rates = folding.fold(self._balance(known, fluxes))
        self._jacobian = [[self.graph.derivative(rate, x) for x in self._state] for rate in self._rates]
        exact, right, solution = self._eliminate(shift)
        factors = folding.fold(exact)
        static = self._static([*self._rates, *factors], moving)
        given = {"state": self._state, "values": static}
        self._static_function = Function("static", self.graph, {"values": ()}, static)
        self._rates_function = Function("rates", self.graph, given, self._rates)
        self._factors_function = Function("factors", self.graph, {**given, "shift": [shift]}, factors)
        self._solve_function = Function("solve", self.graph, {"factors": exact, "right": right}, solution)
        self._named_function = self._function_of_values("named", list(known.values()))

    def _function_of_values(self, name: str, targets: Sequence[Node]) -> Function:
        return Function(name, self.graph, {"state": self._state, "values": ()}, targets)

    def _balance(self, known: Mapping[str, Node], fluxes: Mapping[str, tuple[str, str, str]]) -> list[Node]:
        """Add each flux to the compartment it enters and take it from the one it leaves."""
        rates = dict.fromkeys(self.compartments, self.graph.number(0))
        for name, (source, target, _) in fluxes.items():
            rates[source] = self.graph.apply("-", rates[source], known[name])
            rates[target] = self.graph.apply("+", rates[target], known[name])
        return list(rates.values())

    def _eliminate(self, shift: Node) -> tuple[list[Node], list[Node], list[Node]]:
        """
        Do Gauss elimination on the matrix ``shift * I - J`` once, with symbols for numbers.

        The pivot is always the one that fills in least (Markowitz 1957, doi:10.1287/mnsc.3.3.255).
        No row exchange is needed: columns of J sum to zero, so with the shifts of all steps taken
        every column of the matrix is diagonally dominant (tests hold this).

        Returns
        -------
        factors, right, solution : list of nodes
            What the solution is computed from, the right side's symbols among it.
        """
        apply, n = self.graph.apply, len(self.compartments)
        zero = self.graph.number(0)
        matrix = [
            [apply("-", shift if i == j else zero, entry) for j, entry in enumerate(row)]
            for i, row in enumerate(self._jacobian)
        ]
        right = [self.graph.symbol(f"right_{name}") for name in self.compartments]
        reduced = list(right)
        factors: dict[Node, None] = {}
        pivots: list[tuple[int, Node, dict[int, Node]]] = []
        left = set(range(n))

        def minus(node: Node, factor: Node, other: Node) -> Node:
            factors[factor] = None
            return apply("-", node, apply("*", factor, other))

        while left:
            entries = {(i, j) for i in left for j in left if matrix[i][j] != zero}
            rows, columns = Counter(i for i, _ in entries), Counter(j for _, j in entries)
            p = min(left, key=lambda q: (rows[q] - 1) * (columns[q] - 1))
            left.remove(p)
            inverse = apply("/", self.graph.number(1), matrix[p][p])
            factors[inverse] = None
            pivots.append((p, inverse, {j: matrix[p][j] for j in sorted(left) if (p, j) in entries}))
            for i in sorted(left):
                if (i, p) in entries:
                    ratio = apply("*", matrix[i][p], inverse)
                    reduced[i] = minus(reduced[i], ratio, reduced[p])
                    for j in left:
                        if (p, j) in entries:
                            matrix[i][j] = apply("-", matrix[i][j], apply("*", ratio, matrix[p][j]))
        for p, inverse, others in reversed(pivots):
            for j, entry in others.items():
                reduced[p] = minus(reduced[p], entry, reduced[j])
            reduced[p] = apply("*", reduced[p], inverse)
        return list(factors), right, reduced

    def _static(self, targets: Sequence[Node], moving: set[Node]) -> list[Node]:
        """Return what does not change during a run: computed once, then handed to each call."""
        graph = self.graph
        moving = set(moving)
        for node, (operation, *arguments) in enumerate(graph.nodes):
            if operation not in ("symbol", "number") and any(a in moving for a in arguments):
                moving.add(node)
        used = graph.inputs(targets)
        edge = {a for n in used & moving for a in self._arguments(n)} | set(targets)
        return sorted(n for n in edge if n not in moving and graph.nodes[n][0] != "number")

    def _arguments(self, node: Node) -> list[Node]:
        operation, *arguments = self.graph.nodes[node]
        return arguments if operation not in ("symbol", "number") else []

    def static(self, values: Values) -> tuple:
        """
        Return what does not change during a run, from controls and parameters by name.

        Plain numbers if all values are; else arrays, those without dimension for what all scenarios share.
        """
        if any(np.ndim(value) for value in values.values()):
            return tuple(map(np.asarray, self._static_function.of_anything(values)))
        return self._static_function.of_numbers(values)

    def rates(self, state: Array, static: tuple, out: Array) -> Array:
        """Fill `out`, shape (n, n_scenarios), with the derivative of each compartment. [mg/day]"""
        if state.shape[1] == 1:
            out[:, 0] = self._rates_function.of_numbers(state[:, 0].tolist(), static)
        else:
            self._rates_function.in_place(state, static, out, self._rates_function.work(state))
        return out

    def factorise(self, state: Array, static: tuple, shift: float) -> Sequence:
        """Return the factors of ``shift * I - Jacobian`` at `state`, for `solve`."""
        function = self._factors_function
        if state.shape[1] == 1:
            return function.of_numbers(state[:, 0].tolist(), static, (shift,))
        out = np.empty((len(function.targets), state.shape[1]))
        function.in_place(state, static, (np.asarray(shift),), out, function.work(state))
        return tuple(out)

    def solve(self, factors: Sequence, right: Array, out: Array) -> Array:
        """Fill `out`, which is not `right`, with the solution x of ``(shift * I - Jacobian) x = right``."""
        if right.shape[1] == 1:
            out[:, 0] = self._solve_function.of_numbers(factors, right[:, 0].tolist())
        else:
            self._solve_function.in_place(factors, right, out, self._solve_function.work(right))
        return out

    def named(self, state: Any, values: Values) -> dict[str, Any]:
        """Return every compartment, quantity and flux by name."""
        return dict(zip(self._known, self._named_function.of_anything(state, values), strict=True))

    def jacobian(self, state: Any, values: Values) -> Array:
        """Return the full Jacobian, shape (n, n, ...); for tests and documents, not for speed."""
        n = len(self.compartments)
        flat = self._function_of_values("jacobian", [e for row in self._jacobian for e in row]).of_anything(
            state, values
        )
        shape = np.broadcast_shapes(*(np.shape(value) for value in flat))
        return np.stack([np.broadcast_to(value, shape) for value in flat]).reshape(n, n, *shape)

    def depends(self, name: str, on: str) -> bool:
        """Tell whether a quantity or flux is computed from the symbol `on`, directly or not."""
        return self.graph.symbol(on) in self.graph.inputs([self._known[name]])
