"""
From the laws as text to lines of arithmetic: what is constant, derivatives, and a linear solve.

Each law stays a line of its own name. Beside it come lines for its derivatives (``pth_by_blood``),
for what two compartments exchange net (``blood_to_bone``), for parts that do not change during a
run (``pth_constant``), and for parts that occur more than once (``pth_part``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sympy as sp
from sympy.functions.elementary.hyperbolic import HyperbolicFunction
from sympy.parsing.sympy_parser import parse_expr, rationalize, standard_transformations

from sim.model.generate.eliminate import eliminate
from sim.model.generate.fold import hoist, share
from sim.model.generate.lines import Expr, Lines, add_line, needed, symbols_of
from sim.model.syntax import names

Fluxes = Mapping[str, tuple[str, str, str]]

TAKEN = ("state", "known", "shifts", "shift", "factors", "right", "values", "out", "work", "exp", "sqrt")
"""Arguments of generated functions, and the functions of laws."""


@dataclass(frozen=True)
class Function:
    """One function to be printed: what lies in each argument, lines to compute, and what is returned."""

    name: str
    summary: str
    given: Mapping[str, Sequence[sp.Symbol]]
    lines: Lines
    results: Sequence[Expr]


def derive(compartments: Sequence[str], quantities: Mapping[str, str], fluxes: Fluxes) -> dict[str, Function]:
    """
    Return the functions of a model by name.

    Parameters
    ----------
    compartments : sequence of str
        Names of the state variables, in order.
    quantities : mapping of str to str
        Named intermediate results and their laws; each may use those before it.
    fluxes : mapping of str to (from, to, law)
        What flows where. Its law may use every name above.
    """
    laws = {sp.Symbol(name): read(law) for name, law in quantities.items()}
    laws |= {sp.Symbol(name): read(law) for name, (_, _, law) in fluxes.items()}
    state, shift = [sp.Symbol(name) for name in compartments], sp.Symbol("shift")
    constant, live = split(laws, state)
    rates = balance(compartments, fluxes, live)
    jacobian = differentiate(rates, state, live)
    factors, substitution, solution = eliminate(compartments, jacobian, live)
    live = share(hoist(live, [*state, shift], constant))
    inputs = sorted(symbols_of(laws.values()) - {*laws, *state}, key=str)
    made = {*map(sp.Symbol, TAKEN), *live, *constant} - {*laws} | live.keys() & constant
    if clash := made & {*state, *laws, *inputs}:
        raise ValueError(f"Invalid name '{min(map(str, clash))}' in the model. Must be none that its code uses itself.")
    flows = [sp.Symbol(name) for name in fluxes]
    wanted = symbols_of([*needed(live, [*rates, *factors, *flows]).values(), *rates, *factors, *flows])
    known = [symbol for symbol in [*inputs, *constant] if symbol in wanted]
    moving = {"state": state, "known": known}
    right = [sp.Symbol(f"right_{name}") for name in compartments]
    functions = (
        Function("statics", "Return what does not change during a run.", {"values": inputs},
                 needed(constant, known), known),
        Function("rates", "Return the derivative of each compartment. [mg/day]", moving, needed(live, rates), rates),
        Function("factors", "Return the factors of ``shift * I - Jacobian``.", {**moving, "shifts": [shift]},
                 needed(live, factors), factors),
        Function("solve", "Return the solution x of ``(shift * I - Jacobian) x = right``.",
                 {"factors": factors, "right": right}, needed(substitution, solution), solution),
        Function("fluxes", "Return every flux. [mg/day]", moving, needed(live, flows), flows),
        Function("named", "Return every quantity and flux.", {"state": state, "values": inputs}, laws, list(laws)),
    )  # fmt: skip
    return {function.name: function for function in functions}


def read(law: str) -> Expr:
    """Return a law as SymPy's expression, its decimal numbers as exact fractions."""
    symbols: dict[str, Expr] = {name: sp.Symbol(name) for name in names(law)}
    return parse_expr(law, symbols, (*standard_transformations, rationalize))


def split(laws: Lines, state: Sequence[sp.Symbol]) -> tuple[Lines, Lines]:
    """Return the laws that depend on no compartment, and those that do."""
    constant: Lines = {}
    live: Lines = {}
    for name, law in laws.items():
        moving = {*state, *live}
        if any(power.exp.free_symbols & moving for power in law.atoms(sp.Pow)):
            raise ValueError(f"Invalid rate law of {name}: an exponent depends on the state.")
        if law.free_symbols & moving:
            # (x / k)**p as x**p / k**p, for amounts are positive; a * x + b * x as (a + b) * x
            live[name] = sp.factor_terms(sp.expand_power_base(law, force=True))
        else:
            constant[name] = law
    return constant, live


def balance(compartments: Sequence[str], fluxes: Fluxes, lines: Lines) -> list[Expr]:
    """Return the derivative of each compartment; `lines` grows by what two compartments exchange net."""
    exchange: dict[tuple[str, str], Expr] = {}
    for name, (source, target, _) in fluxes.items():
        back = (target, source) in exchange
        pair = (target, source) if back else (source, target)
        exchange[pair] = exchange.get(pair, sp.S.Zero) + sp.Symbol(name) * (-1 if back else 1)
    rates = dict.fromkeys(compartments, sp.S.Zero)
    for (source, target), net in exchange.items():
        flow = add_line(lines, f"{source}_to_{target}", net)
        rates[source] -= flow
        rates[target] += flow
    return list(rates.values())


def differentiate(rates: Sequence[Expr], state: Sequence[sp.Symbol], lines: Lines) -> dict[tuple[str, str], Expr]:
    """Return what is not zero of the Jacobian; `lines` grows by the derivatives of each line, by the chain rule."""
    slopes: dict[tuple[sp.Basic, sp.Symbol], Expr] = {(x, x): sp.S.One for x in state}

    def slope(value: Expr, by: sp.Symbol) -> Expr:
        through = [s for s in sorted(value.free_symbols, key=str) if (s, by) in slopes]
        return sp.Add(*(simpler(value.diff(s)) * slopes[s, by] for s in through))

    for symbol, value in list(lines.items()):
        slopes |= {(symbol, x): add_line(lines, f"{symbol}_by_{x}", d) for x in state if (d := slope(value, x))}
    rows = zip(map(str, state), rates, strict=True)
    return {(row, str(x)): d for row, rate in rows for x in state if (d := slope(rate, x))}


def simpler(value: Expr) -> Expr:
    """Return a value in fewer operations, all of which laws have too: SymPy likes to write exp as cosh."""
    found = sp.simplify(value)
    return value if found.has(HyperbolicFunction) else found
