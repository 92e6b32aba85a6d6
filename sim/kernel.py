"""
From rate laws to fast functions: the generated code that the solver calls.

The laws are read once into a graph; from it three straight-line functions are written and
compiled: the derivatives, the factors of the matrix ``shift * I - Jacobian``, and the solution
of a linear system with them. Zeros of the Jacobian are left out and what does not depend on the
state is computed once a run, so the work per step is small. The same text is compiled twice:
for arrays of scenarios, and for one scenario in plain numbers, where NumPy's cost per call
would be most of the time.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.expressions import Graph, Node

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
        self._rates = self._balance(known, fluxes)
        self._jacobian = [[self.graph.derivative(rate, x) for x in self._state] for rate in self._rates]
        factors, self._solve = self._eliminate()
        self._static_nodes: list[Node] = []
        self._outputs = {"rates": self._rates, "factors": factors, "named": list(known.values())}
        self._split([*self._rates, *factors])
        self._functions = {name: self._compile(name, nodes) for name, nodes in self._outputs.items()}

    def _balance(self, known: Mapping[str, Node], fluxes: Mapping[str, tuple[str, str, str]]) -> list[Node]:
        """Add each flux to the compartment it enters and take it from the one it leaves."""
        rates = dict.fromkeys(self.compartments, self.graph.number(0))
        for name, (source, target, _) in fluxes.items():
            rates[source] = self.graph.apply("-", rates[source], known[name])
            rates[target] = self.graph.apply("+", rates[target], known[name])
        return list(rates.values())

    def _eliminate(self) -> tuple[list[Node], "Compiled"]:
        """
        Do Gauss elimination on the matrix ``shift * I - J`` once, with symbols for numbers.

        The pivot is always the one that fills in least (Markowitz 1957, doi:10.1287/mnsc.3.3.255).
        No row exchange is needed: columns of J sum to zero, so with the shifts of all steps taken
        every column of the matrix is diagonally dominant (tests hold this).
        """
        graph, n = self.graph, len(self.compartments)
        shift, zero = graph.symbol("shift"), graph.number(0)
        matrix = [
            [graph.apply("-", shift if i == j else zero, entry) for j, entry in enumerate(row)]
            for i, row in enumerate(self._jacobian)
        ]
        factors: list[Node] = []
        lines: list[str] = []
        left = set(range(n))
        back: list[str] = []

        def factor(node: Node) -> str:
            if node not in factors:
                factors.append(node)
            return f"f{factors.index(node)}"

        while left:
            entries = {(i, j) for i in left for j in left if matrix[i][j] != zero}
            rows, columns = Counter(i for i, _ in entries), Counter(j for _, j in entries)
            p = min(left, key=lambda q: (rows[q] - 1) * (columns[q] - 1))
            left.remove(p)
            inverse = graph.apply("/", graph.number(1), matrix[p][p])
            terms = [f" - {factor(matrix[p][j])} * r{j}" for j in sorted(left) if (p, j) in entries]
            back.append(f"    out[{p}] = r{p} = (r{p}{''.join(terms)}) * {factor(inverse)}")
            for i in sorted(left):
                if (i, p) in entries:
                    ratio = graph.apply("*", matrix[i][p], inverse)
                    lines.append(f"    r{i} = r{i} - {factor(ratio)} * r{p}")
                    for j in left:
                        if (p, j) in entries:
                            matrix[i][j] = graph.apply("-", matrix[i][j], graph.apply("*", ratio, matrix[p][j]))
        header = [
            "def solve(factors, r, out):",
            f"    {_row('f', len(factors))} = factors",
            f"    {_row('r', n)} = r",
        ]
        return factors, Compiled("solve", "\n".join([*header, *lines, *reversed(back)]))

    def _split(self, targets: Iterable[Node]) -> None:
        """Find what does not change during a run: computed once, then handed to each call."""
        graph = self.graph
        moving = {*self._state, graph.symbol("shift")}
        for node, (operation, *arguments) in enumerate(graph.nodes):
            if operation not in ("symbol", "number") and any(a in moving for a in arguments):
                moving.add(node)
        used = graph.inputs(targets)
        edge = {a for n in used & moving for a in self._arguments(n)} | set(targets)
        self._static_nodes = sorted(n for n in edge if n not in moving and graph.nodes[n][0] != "number")
        self._static_function = self._compile("static", self._static_nodes)

    def _arguments(self, node: Node) -> list[Node]:
        operation, *arguments = self.graph.nodes[node]
        return arguments if operation not in ("symbol", "number") else []

    def _compile(self, name: str, targets: Sequence[Node]) -> "Compiled":
        """Write and compile one straight-line function that returns the target nodes."""
        graph = self.graph
        given = {} if name in ("static", "named") else {n: f"s{n}" for n in self._static_nodes}
        lines: list[str] = []
        text: dict[Node, str] = dict(given)

        def visit(node: Node) -> str:
            if node in text:
                return text[node]
            operation, *arguments = graph.nodes[node]
            if operation == "symbol":
                state = graph.symbol(arguments[0]) in self._state or arguments[0] == "shift"
                text[node] = arguments[0] if state else f"values[{arguments[0]!r}]"
            elif operation == "number":
                text[node] = repr(arguments[0])
            else:
                parts = [visit(a) for a in arguments]
                law = f"{operation}({parts[0]})" if len(parts) == 1 else f"{parts[0]} {operation} {parts[1]}"
                lines.append(f"    t{node} = {law}")
                text[node] = f"t{node}"
            return text[node]

        result = "".join([f"{visit(node)}, " for node in targets])
        header = [f"def {name}(state, values, shift=None):"]
        header += [] if name == "static" else [f"    {', '.join(self.compartments)}, = state"]
        header += [f"    {', '.join(given.values())}, = values"] if given else []
        return Compiled(name, "\n".join([*header, *lines, f"    return ({result})"]))

    def static(self, values: Values) -> tuple:
        """Return what does not change during a run, from controls and parameters by name."""
        single = not any(np.ndim(value) for value in values.values())
        return self._static_function.choose(single)(None, values)

    def rates(self, state: Array, static: tuple, out: Array) -> Array:
        """Fill `out`, shape (n, n_scenarios), with the derivative of each compartment. [mg/day]"""
        rates = self._functions["rates"]
        if state.shape[1] == 1:
            out[:, 0] = rates.of_numbers(state[:, 0].tolist(), static)
        else:
            for row, value in enumerate(rates.of_arrays(state, static)):
                out[row] = value
        return out

    def factorise(self, state: Array, static: tuple, shift: float) -> tuple:
        """Return the factors of ``shift * I - Jacobian`` at `state`, for `solve`."""
        factors = self._functions["factors"]
        if state.shape[1] == 1:
            return factors.of_numbers(state[:, 0].tolist(), static, shift)
        return factors.of_arrays(state, static, shift)

    def solve(self, factors: tuple, right: Array, out: Array) -> Array:
        """Fill `out` with the solution x of ``(shift * I - Jacobian) x = right``."""
        if right.shape[1] == 1:
            numbers = [0.0] * len(out)
            self._solve.of_numbers(factors, right[:, 0].tolist(), numbers)
            out[:, 0] = numbers
        else:
            self._solve.of_arrays(factors, right, out)
        return out

    def named(self, state: Any, values: Values) -> dict[str, Any]:
        """Return every compartment, quantity and flux by name."""
        return dict(zip(self._known, self._functions["named"].of_arrays(state, values), strict=True))

    def jacobian(self, state: Any, values: Values) -> Array:
        """Return the full Jacobian, shape (n, n, ...); for tests and documents, not for speed."""
        n = len(self.compartments)
        entries = [entry for row in self._jacobian for entry in row]
        flat = self._compile("named", entries).of_arrays(state, values)
        shape = np.broadcast_shapes(*(np.shape(value) for value in flat))
        return np.stack([np.broadcast_to(value, shape) for value in flat]).reshape(n, n, *shape)

    def depends(self, name: str, on: str) -> bool:
        """Tell whether a quantity or flux is computed from the symbol `on`, directly or not."""
        return self.graph.symbol(on) in self.graph.inputs([self._known[name]])


def _row(letter: str, count: int) -> str:
    return ", ".join(f"{letter}{i}" for i in range(count)) + ","


class Compiled:
    """One generated function in two forms: for arrays of scenarios and for plain numbers."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source
        self.of_arrays = self._load(np.sqrt, np.exp)
        self._of_numbers = self._load(math.sqrt, math.exp)

    def _load(self, sqrt: Callable[[Any], Any], exp: Callable[[Any], Any]) -> Callable[..., Any]:
        """Compile the text, which is made from the model's own tables only."""
        scope: dict[str, Any] = {"sqrt": sqrt, "exp": exp}
        exec(compile(self.source, f"<sim kernel: {self.name}>", "exec"), scope)
        return scope[self.name]

    def of_numbers(self, *arguments: Any) -> Any:
        """Call the form for plain numbers; where Python refuses, give NumPy's nan or inf."""
        try:
            return self._of_numbers(*arguments)
        except (ArithmeticError, ValueError):
            with np.errstate(all="ignore"):
                return self.of_arrays(*map(_as_numpy, arguments))

    def choose(self, single: bool) -> Callable[..., Any]:
        """Return the form for one scenario or for many."""
        return self.of_numbers if single else self.of_arrays


def _as_numpy(argument: Any) -> Any:
    """Return plain numbers, or those in a list, tuple or mapping, as NumPy's."""
    if isinstance(argument, Mapping):
        return {name: _as_numpy(value) for name, value in argument.items()}
    if isinstance(argument, list | tuple):
        return [_as_numpy(value) for value in argument]
    return np.float64(argument) if isinstance(argument, int | float) else argument
