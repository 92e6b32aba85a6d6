"""Code made from laws: small models worked by hand, and that nothing is computed again which does not change."""

import math
import os
from importlib import import_module
from itertools import permutations
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

sympy: Any = (import_module if os.environ.get("CI") == "true" else pytest.importorskip)("sympy")
from sim.model.equations import COMPARTMENT_NAMES, FLUXES, INTERMEDIATES  # noqa: E402
from sim.model.generate import python  # noqa: E402
from sim.model.generate.derive import Fluxes, derive  # noqa: E402

AT = {"x": 1.7, "k": 2.5, "h": 0.6, "w": 0.3, "p": 2.2}


class Small:
    """A small model: its generated module, run."""

    def __init__(self, compartments: tuple[str, ...], quantities: dict[str, str], fluxes: Fluxes) -> None:
        scope: dict[str, Any] = {}
        exec(python.module(derive(compartments, quantities, fluxes)), scope)
        self.code = SimpleNamespace(**scope)

    def solve(self, state: list[float], values: dict[str, float], shift: float, right: list[float]) -> Any:
        """Return x of ``(shift * I - Jacobian) x = right`` in plain numbers, after a look that arrays give the same."""
        code, given = self.code, [values[name] for name in self.code.INPUTS]
        known = code.statics(given)
        solution = code.solve(code.factors(state, known, (shift,)), right)
        work = {name: np.empty((rows, 2)) for name, rows in code.ROWS.items()}
        pair, out = np.array([state, state]).T, np.empty((len(state), 2))
        factors = code.factors_in_place(pair, tuple(map(np.asarray, known)), (np.asarray(shift),), work["factors"])
        code.solve_in_place(factors, np.array([right, right]).T, out, work["solve"])
        np.testing.assert_allclose(out, np.array([solution, solution]).T, rtol=1e-13)
        return solution

    def rates(self, state: list[float], values: dict[str, float]) -> Any:
        """Return the derivatives in plain numbers, after a look that arrays give the same."""
        code, known = self.code, self.code.statics([values[name] for name in self.code.INPUTS])
        rates = code.rates(state, known)
        pair, out = np.array([state, state]).T, np.empty((len(state), 2))
        code.rates_in_place(pair, tuple(map(np.asarray, known)), out, np.empty((code.ROWS["rates"], 2)))
        np.testing.assert_allclose(out, np.array([rates, rates]).T, rtol=1e-13)
        return rates


def test_a_model_of_two_compartments_worked_by_hand() -> None:
    model = Small(("a", "b"), {"speed": "k / 2"}, {"forth": ("a", "b", "speed * a"), "back": ("b", "a", "k * b * b")})
    assert model.rates([3.0, 5.0], {"k": 4.0}) == (94, -94)
    # The Jacobian is [[-2, 40], [2, -40]].
    x, y = model.solve([3.0, 5.0], {"k": 4.0}, 1.0, [1.0, 2.0])
    assert (3 * x - 40 * y, -2 * x + 41 * y) == pytest.approx((1, 2), rel=1e-12)


def test_a_model_without_parameters_works_too() -> None:
    assert Small(("a", "b"), {}, {"flow": ("a", "b", "2 / a")}).rates([4.0, 0.0], {}) == (-0.5, 0.5)


def test_the_linear_solve_of_a_model_where_everything_flows_everywhere_agrees_with_numpy() -> None:
    names = ("a", "b", "c", "d", "e")
    k, state = np.array([0.1, 0.3, 0.5, 0.7, 0.9]), np.array([1.0, 2.0, 0.5, 3.0, 1.5])
    model = Small(names, {}, {f"{s}{t}": (s, t, f"k_{s} * {s} + k_{t} * {s} * {t}") for s, t in permutations(names, 2)})
    jacobian = np.zeros((5, 5))
    for s, t in permutations(range(5), 2):
        for row, sign in ((s, -1), (t, 1)):
            jacobian[row, s] += sign * (k[s] + k[t] * state[t])
            jacobian[row, t] += sign * k[t] * state[s]
    values, right = (
        {f"k_{name}": float(value) for name, value in zip(names, k, strict=True)},
        [1.0, -4.0, 2.0, 0.0, 7.0],
    )
    expected = np.linalg.solve(20 * np.eye(5) - jacobian, right)
    np.testing.assert_allclose(model.solve(state.tolist(), values, 20.0, right), expected, rtol=1e-12)


HAND_WORKED = [
    ("k", "0"),
    ("k * x", "k"),
    ("-x * k", "-k"),
    ("k - x", "-1"),
    ("k + x - x", "0"),
    ("k * x * x", "2 * k * x"),
    ("k / x", "-k / x**2"),
    ("k * x / (h + x)", "k * h / (h + x)**2"),
    ("k * x**2", "2 * k * x"),
    ("k * x**3", "3 * k * x**2"),
    ("x**p", "p * x**(p - 1)"),
    ("k * (x / h)**p", "k * p * (x / h)**p / x"),
    ("k * x**0.5", "k * 0.5 / sqrt(x)"),
    ("k * x**-2", "-2 * k / x**3"),
    ("k * sqrt(x)", "k / (2 * sqrt(x))"),
    ("exp(k * x)", "k * exp(k * x)"),
    ("k / (1 + exp(h * (x - 1)))", "-k * h * exp(h * (x - 1)) / (1 + exp(h * (x - 1)))**2"),
    ("0.5 * (x - k + sqrt((x - k)**2 + w**2))", "0.5 * (1 + (x - k) / sqrt((x - k)**2 + w**2))"),
    ("k * sqrt(exp(x) / x)", "k * 0.5 * sqrt(exp(x) / x) * (1 - 1 / x)"),
    ("(x + k) * (x - h) / (x * w)", "((2 * x + k - h) * x - (x + k) * (x - h)) / (x**2 * w)"),
]


@pytest.mark.parametrize(("law", "derivative"), HAND_WORKED, ids=[law for law, _ in HAND_WORKED])
def test_a_law_and_its_derivative_are_those_worked_by_hand(law: str, derivative: str) -> None:
    model = Small(("x", "y"), {}, {"flow": ("x", "y", law)})
    scope = {"sqrt": math.sqrt, "exp": math.exp, **AT}
    value, slope = (eval(text, scope) for text in (law, derivative))
    assert model.rates([AT["x"], 1.0], AT) == pytest.approx((-value, value), rel=1e-14)
    # (shift + slope) x = 1 and shift y = slope x.
    x, y = model.solve([AT["x"], 1.0], AT, 100.0, [1.0, 0.0])
    assert (1 / x - 100, 100 * y / x) == pytest.approx((slope, slope), rel=1e-12, abs=1e-12)  # digits lost to the shift


def test_an_exponent_that_depends_on_the_state_is_refused() -> None:
    with pytest.raises(ValueError, match="exponent depends on the state"):
        derive(("x", "y"), {}, {"flow": ("x", "y", "k**x")})


@pytest.mark.parametrize("name", ["state", "out", "shift", "exp", "pth_by_blood"])
def test_a_name_that_the_generated_code_needs_for_itself_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=f"Invalid .*'?{name}'?"):
        derive(("blood", "y"), {"pth": "k * blood**2"}, {"flow": ("blood", "y", f"pth * {name}")})


@pytest.mark.parametrize("name", ["rates", "factors"])
def test_what_does_not_change_during_a_run_is_not_computed_in_it(name: str) -> None:
    quantities = {quantity.name: quantity.law for quantity in INTERMEDIATES}
    fluxes = {flux.name: (flux.source, flux.target, flux.law) for flux in FLUXES}
    function = derive(COMPARTMENT_NAMES, quantities, fluxes)[name]
    moving = {*function.given["state"], *function.given.get("shifts", ()), *function.lines}
    for line, value in function.lines.items():
        for part in sympy.preorder_traversal(value):
            fixed = part.as_independent(*moving)[0] if part.is_Add or part.is_Mul else part
            assert fixed.is_Atom or (-fixed).is_Atom or fixed.free_symbols & moving, f"{fixed} in {line}"
