"""
Functions in Python, in two forms.

The form for plain numbers is ordinary arithmetic; it also serves arrays of any shape where speed
does not matter. The form for many scenarios takes no memory: each operation writes into a row of
`out` or of `work`, and a row of `work` is used again as soon as what it holds is not needed any
more. So all of it stays in the processor's cache.
"""

from collections.abc import Iterable, Mapping

import sympy as sp

from sim.model.generate.derive import Function
from sim.model.generate.lines import Expr, symbols_of
from sim.model.generate.text import WIDTH, operation, text, tuple_of, wrapped

HEAD = '''"""
The laws of the model as straight-line code. Written by ``python -m sim.write_generated``, not to be edited.

Each law is a line of its own name. ``pth_by_blood`` is a derivative, ``blood_to_bone`` what flows net,
``pth_constant`` a part that does not change during a run, ``pth_part`` one that is used more than once.
"""

# fmt: off
import math

from numpy import {ufuncs}
'''
UFUNCS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "**": "power"}


def of_numbers(function: Function) -> str:
    """Return a function of plain numbers, or of arrays if it is handed NumPy's `exp` and `sqrt`."""
    body = []
    for symbol, value in function.lines.items():
        line = f"    {symbol} = {text(value)}"
        body.append(line if len(line) <= WIDTH else wrapped(f"{symbol} = ({text(value)})"))
    body.append(wrapped(f"return {tuple_of(map(text, function.results))}"))
    used = [name for name in ("exp", "sqrt") if f"{name}(" in "".join(body)]
    return _definition(function.name, function, [f"{name}=math.{name}" for name in used], body)


def _definition(name: str, function: Function, more: Iterable[str], body: Iterable[str]) -> str:
    """Return a function that first gives names to what lies in its arguments; what is not used is called ``_``."""
    used = symbols_of([*function.lines.values(), *function.results])
    given = (f"{tuple_of(s if s in used else '_' for s in symbols)} = {a}" for a, symbols in function.given.items())
    head = [f"def {name}({', '.join([*function.given, *more])}):", f'    """{function.summary}"""']
    return "\n".join([*head, *map(wrapped, given), *body])


def in_place(function: Function, numbers: dict[float, str], *, fills_out: bool) -> tuple[str, int]:
    """
    Return a function of arrays of scenarios, and how many rows of `work` it needs.

    Its results are in `out`; or, if it does not fill that, in rows of `work` and among what it is given. `numbers`
    grows by the names of numbers, which are arrays too, so that NumPy need not convert them at each call.
    """
    work: list[str] = []
    free: list[str] = []

    def take() -> str:
        """Return a row that nothing uses."""
        if not free:
            free.append(f"work{len(work)}")
            work.append(free[-1])
        return free.pop()

    def call(value: Expr, row: str | None = None) -> tuple[str, str | None]:
        """Return code of a value, and its row: the one asked for, where a part of it may still lie, or another."""
        if value.is_Number:
            return numbers.setdefault(float(value), f"NUMBER_{value}".replace("/", "_OVER_")), None
        if value.is_Atom:
            return str(value), None
        name, parts = operation(value)
        codes, rows = zip(*map(call, parts), strict=True)
        spent = [r for r in rows if r]
        row = row or (spent.pop() if spent else take())
        free.extend(spent)
        return f"{UFUNCS.get(name, name)}({', '.join(codes)}, {row})", row

    results = {sp.Symbol(f"out{i}"): value for i, value in enumerate(function.results)} if fills_out else {}
    place = {value: str(row) for row, value in reversed(results.items()) if value in function.lines}
    place |= {row: str(row) for row, value in results.items() if place.get(value) != str(row)}
    lines = function.lines | {row: value for row, value in results.items() if row in place}
    last = {used: symbol for symbol, value in lines.items() for used in value.free_symbols}
    last |= {} if fills_out else dict.fromkeys(function.results)
    held: dict[sp.Symbol, str] = {}
    body = []
    for symbol, value in lines.items():
        # The result may overwrite what is used for the last time; the rows of other such parts are free after it.
        spent = [held.pop(s) for s in list(held) if last[s] == symbol]
        row = place.get(symbol) or (spent.pop() if spent else take())
        code = f"copyto({row}, {text(value)})" if value.is_Atom else call(value, row)[0]
        body.append(wrapped(f"{symbol} = {code}" if symbol in last else code))
        free.extend(spent)
        if symbol not in place:
            held[symbol] = row
    rows = {"work": work, "out": list(results)}
    body = [wrapped(f"{tuple_of(names)} = {argument}") for argument, names in rows.items() if names] + body
    body.append(wrapped(f"return {'out' if fills_out else tuple_of(function.results)}"))
    more = ["out", "work"] if fills_out else ["work"]
    return _definition(f"{function.name}_in_place", function, more, body), len(work)


def module(functions: Mapping[str, Function]) -> str:
    """Return the module that a solver needs."""
    plain = [of_numbers(functions[name]) for name in ("statics", "rates", "factors", "solve", "named")]
    numbers: dict[float, str] = {}
    arrays = {n: in_place(functions[n], numbers, fills_out=n != "factors") for n in ("rates", "factors", "solve")}
    constants = "".join(f"{name} = asarray({number})\n" for number, name in sorted(numbers.items()))
    code = constants + "".join(f"\n\n{function}\n" for function in [*plain, *(form for form, _ in arrays.values())])
    ufuncs = ["asarray", "copyto", "exp", "negative", "sqrt", "square", *UFUNCS.values()]
    ufuncs = sorted(name for name in ufuncs if f"{name}(" in code)
    data = {"INPUTS": functions["named"].given["values"], "NAMED": functions["named"].lines}
    tables = [wrapped(name + " = " + tuple_of(f'"{symbol}"' for symbol in names), "") for name, names in data.items()]
    rows = ", ".join(f'"{name}": {count}' for name, (_, count) in arrays.items())
    return "\n".join([HEAD.format(ufuncs=", ".join(ufuncs)), *tables, f"ROWS = {{{rows}}}", code])
