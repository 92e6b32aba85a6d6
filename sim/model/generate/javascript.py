"""Functions and tables in JavaScript, with types that ``tsc --checkJs`` reads."""

import json
from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType

import sympy as sp

from sim.model.generate.derive import Function
from sim.model.generate.lines import symbols_of
from sim.model.generate.text import text, wrapped


def function(what: Function, names: Iterable[str]) -> str:
    """
    Return a function whose arguments are arrays and whose results go into the array `out`.

    Parameters
    ----------
    what : Function
    names : iterable of str
        In which order controls and parameters lie in the argument ``values``.
    """
    given = {**what.given, **({"values": [sp.Symbol(name) for name in names]} if "values" in what.given else {})}
    used = symbols_of([*what.lines.values(), *what.results])
    body = [f"const {s} = {name}[{i}];" for name, symbols in given.items() for i, s in enumerate(symbols) if s in used]
    body += [f"const {symbol} = {text(value)};" for symbol, value in what.lines.items()]
    body += [f"out[{i}] = {text(value)};" for i, value in enumerate(what.results)]
    types = [f"@param {{ArrayLike<number>}} {name}" for name in given]
    comment = [what.summary, "", "@template {Numbers} T", *types, "@param {T} out", "@returns {T}"]
    head = ["/**", *(f" * {line}".rstrip() for line in comment), " */"]
    lines = [wrapped(line, "  ") for line in [*body, "return out;"]]
    return "\n".join([*head, f"export function {what.name}({', '.join([*given, 'out'])}) {{", *lines, "}", ""])


def table(name: str, value: object) -> str:
    """Return an exported constant, whose lines end after commas only, not within a text."""
    code = f"export const {name} = {json.dumps(value, ensure_ascii=False, separators=(',%', ': '))};"
    return wrapped(code.replace(" ", "%%").replace(",%", ", "), "").replace("%%", " ") + "\n"


def tables(what: Mapping[str, object], types: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return a module that is nothing but tables, an entry a line: they hold texts. `types` are checked by tools."""
    comments = {name: f"/** @type {{{kind}}} */\n" for name, kind in types.items()}
    rows = (f"{comments.get(name, '')}export const {name} = {_entries(value)};\n" for name, value in what.items())
    return TABLES_HEAD + "".join(rows)


def _entries(value: object) -> str:
    write = partial(json.dumps, ensure_ascii=False)
    if not isinstance(value, dict):
        return write(value)
    return "".join(["{\n", *(f"  {write(name)}: {write(each)},\n" for name, each in value.items()), "}"])


def text_module(name: str, what: str, source: str) -> str:
    """Return a module that is nothing but a text, line by line as it is."""
    escaped = what.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    head = f"// A copy of {source}. Written by `python -m sim.write_generated`, not to be edited."
    return f"{head}\n\nexport const {name} = `{escaped}`;\n"


def module(functions: Mapping[str, Function], tables: Mapping[str, object], names: Iterable[str]) -> str:
    """Return a module of tables and functions."""
    constants = "".join(table(name, value) for name, value in tables.items())
    wanted = ("statics", "rates", "factors", "solve", "fluxes", "named")
    return HEAD + constants + "".join("\n" + function(functions[name], names) for name in wanted)


HEAD = """\
// The laws of the model and its tables. Written by `python -m sim.write_generated`, not to be edited.

/** @typedef {number[] | Float64Array} Numbers */

const { exp, sqrt } = Math;

"""
TABLES_HEAD = """\
// Tables of the model's controls, outputs and words. Written by `python -m sim.write_generated`, not to be edited.

"""
