"""
Functions in Python, in two forms.

The form for plain numbers is ordinary arithmetic; it also serves arrays of any shape where speed
does not matter. The form for many scenarios takes no memory: each operation writes into a row of
`out` or of `work`, and a row of `work` is used again as soon as what it holds is not needed any
more. So all of it stays in the processor's cache.
"""

from collections.abc import Iterable, Iterator, Mapping

import sympy as sp

from sim.model.generate.derive import Function
from sim.model.generate.lines import symbols_of
from sim.model.generate.text import WIDTH, number, operation, text, tuple_of, wrapped

HEAD = '''"""
The laws of the model as straight-line code. Written by ``python -m sim.write_generated``, not to be edited.

Each law is a line of its own name. ``pth_by_blood`` is a derivative, ``blood_to_bone`` what flows net,
``pth_constant`` a part that does not change during a run, ``pth_part`` one that is used more than once.
"""

# fmt: off
import math
from collections.abc import Sequence
from typing import Any

from numpy import {ufuncs}
from numpy.typing import NDArray

Array = NDArray[Any]
Rows = Sequence[Array]
'''
UFUNCS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "**": "power"}


def of_numbers(function: Function) -> str:
    """Return a function of plain numbers, or of arrays if it is handed NumPy's `exp` and `sqrt`."""
    body = list(_unpacked(function))
    for symbol, value in function.lines.items():
        line = f"    {symbol} = {text(value)}"
        body.append(line if len(line) <= WIDTH else wrapped(f"{symbol} = ({text(value)})"))
    body.append(wrapped(f"return {tuple_of(map(text, function.results))}"))
    used = [name for name in ("exp", "sqrt") if f"{name}(" in "".join(body)]
    head = _head(function.name, function, [f"{name}: Any = math.{name}" for name in used], "tuple[Any, ...]")
    return "\n".join([*head, *body])


def _head(name: str, function: Function, more: Iterable[str], returns: str) -> list[str]:
    """Return the first lines of a function."""
    arguments = ", ".join([*(f"{given}: Sequence[Any]" for given in function.given), *more])
    line = f"def {name}({arguments}) -> {returns}:"
    lines = [line] if len(line) <= WIDTH else [f"def {name}(", f"    {arguments},", f") -> {returns}:"]
    return [*lines, f'    """{function.summary}"""']


def _unpacked(function: Function) -> Iterator[str]:
    """Yield lines that give names to what lies in the arguments; what is not used is called ``_``."""
    used = symbols_of([*function.lines.values(), *function.results])
    for argument, symbols in function.given.items():
        yield wrapped(f"{tuple_of(s if s in used else '_' for s in symbols)} = {argument}")


class InPlace:
    """
    The form of a function for many scenarios.

    Attributes
    ----------
    code : str
        The function. Its results are in `out`; or, without `out`, in rows of `work` and in what it is given.
    rows : int
        How many rows of `work` it needs.
    numbers : dict of str to str
        Constants it needs, as arrays, so that NumPy need not convert them at each call.
    """

    def __init__(self, function: Function, *, fills_out: bool) -> None:
        self.rows = 0
        self.numbers: dict[str, str] = {}
        self._free: list[str] = []
        results = {sp.Symbol(f"out{i}"): value for i, value in enumerate(function.results)} if fills_out else {}
        place = {value: str(row) for row, value in reversed(results.items()) if value in function.lines}
        rest = {row: value for row, value in results.items() if place.get(value) != str(row)}
        place |= {row: str(row) for row in rest}
        lines = function.lines | rest
        last = {used: symbol for symbol, value in lines.items() for used in value.free_symbols}
        kept = () if fills_out else function.results
        held: dict[sp.Symbol, str] = {}
        body = []
        for symbol, value in lines.items():
            # The result may overwrite what is used for the last time; the rows of other such parts are free after it.
            spent = [held.pop(s) for s in list(held) if last.get(s) == symbol and s not in kept]
            row = place.get(symbol) or (spent.pop() if spent else self._take())
            code = self._code(value, row)
            body.append(wrapped(f"{symbol} = {code}" if symbol in last or symbol in kept else code))
            self._free += spent
            if symbol not in place:
                held[symbol] = row
        given = [*_unpacked(function)]
        if self.rows:
            given.append(wrapped(f"{tuple_of(f'work{i}' for i in range(self.rows))} = work"))
        if results:
            given.append(wrapped(f"{tuple_of(results)} = out"))
        result = "out" if fills_out else tuple_of(function.results)
        more, returns = (["out: Array", "work: Rows"], "Array") if fills_out else (["work: Rows"], "tuple[Any, ...]")
        head = _head(f"{function.name}_in_place", function, more, returns)
        self.code = "\n".join([*head, *given, *body, wrapped(f"return {result}")])

    def _number(self, value: sp.Expr) -> str:
        """Return the name of a constant."""
        name = f"NUMBER_{number(value)}".replace(".", "_").replace("-", "MINUS_")
        self.numbers[name] = f"asarray({float(value)!r})"
        return name

    def _take(self) -> str:
        """Return a row of `work` that nothing uses."""
        if self._free:
            return self._free.pop()
        self.rows += 1
        return f"work{self.rows - 1}"

    def _code(self, value: sp.Expr, row: str) -> str:
        """Return code that leaves a value in `row`, which may be where one of its parts still lies."""
        return f"copyto({row}, {text(value)})" if value.is_Atom else self._call(value, row)[0]

    def _call(self, value: sp.Expr, row: str | None = None) -> tuple[str, str | None]:
        """Return code of a value, and the row of `work` that it takes, if it does."""
        if value.is_Atom:
            return self._number(value) if value.is_Number else str(value), None
        name, parts = operation(value)
        codes, rows = zip(*map(self._call, parts), strict=True)
        taken = [r for r in rows if r]
        place = row or (taken.pop() if taken else self._take())
        self._free += taken
        return f"{UFUNCS.get(name, name)}({', '.join(codes)}, {place})", place


def module(functions: Mapping[str, Function]) -> str:
    """Return the module that a solver needs."""
    inputs, names = functions["named"].given["values"], functions["named"].lines
    plain = [of_numbers(functions[name]) for name in ("statics", "rates", "factors", "solve", "named")]
    arrays = {name: InPlace(functions[name], fills_out=name != "factors") for name in ("rates", "factors", "solve")}
    code = "".join(f"\n\n{function}\n" for function in [*plain, *(form.code for form in arrays.values())])
    ufuncs = [name for name in ("copyto", "exp", "negative", "sqrt", "square", *UFUNCS.values()) if f"{name}(" in code]
    numbers = {name: value for form in arrays.values() for name, value in form.numbers.items()}
    constants = [f"{name} = {value}" for name, value in sorted(numbers.items())]
    rows = ", ".join(f'"{name}": {form.rows}' for name, form in arrays.items())
    head = HEAD.format(ufuncs=", ".join(sorted([*ufuncs, "asarray"])))
    data = [_data("INPUTS", inputs), _data("NAMED", names), f"ROWS = {{{rows}}}", *constants]
    return "\n".join([head, *data]) + "\n" + code


def _data(name: str, symbols: Iterable[sp.Symbol]) -> str:
    """Return names as a constant."""
    return wrapped(name + " = " + tuple_of(f'"{symbol}"' for symbol in symbols), "")
