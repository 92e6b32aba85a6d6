"""Rate laws as text: what is refused, and derivatives worked by hand."""

import math

import numpy as np
import pytest

from sim.model import expressions
from sim.model.expressions import Graph, names, parse
from sim.model.kernel import Kernel

AT = {"x": 1.7, "k": 2.5, "h": 0.6, "w": 0.3, "p": 2.2}


CALLS = [
    "max(x, 0)",
    "abs(x)",
    "sqrt(x, h)",
    "sqrt()",
    "sqrt(x=h)",
    "sqrt(x, y=h)",
    "sqrt(*x)",
    "exp(x)(h)",
    "k.sqrt(x)",
]
OPERATORS = ["x < h", "x == h", "x // h", "x % h", "x ^ h", "x @ h", "~x", "+x", "not x", "x and h", "x if h else k"]
OTHERS = ["x.real", "x[0]", "[x]", "(x, h)", "{x}", "lambda: x", "(y := x)", "[i for i in x]", "'x'", "1j * x", "None"]
NOT_A_NAME = ["True * x", "sqrt + x", "2 * exp", "__import__('os')"]


@pytest.mark.parametrize("law", [*CALLS, *OPERATORS, *OTHERS, *NOT_A_NAME])
def test_forbidden_syntax_is_refused_with_a_clear_error(law: str) -> None:
    with pytest.raises(ValueError, match=r"^Invalid rate law .*Must be made of names, numbers") as error:
        parse(law)
    assert law in str(error.value)


@pytest.mark.parametrize("law", ["", "x +", "(x", "x = h"])
def test_text_that_is_not_one_expression_is_refused_in_the_same_form(law: str) -> None:
    with pytest.raises(ValueError, match="Invalid rate law"):
        parse(law)


@pytest.mark.parametrize("law", ["x", "2", "0.5", "1e-3 * x", "-x", "k * x / (h + x)", "x**2", "sqrt(x) - exp(-x)"])
def test_allowed_syntax_is_read(law: str) -> None:
    parse(law)


def test_names_are_those_of_the_law_without_the_functions() -> None:
    assert names("0.5 * (x - h + sqrt((x - h)**2 + w**2)) * exp(-k)") == {"x", "h", "w", "k"}


def test_an_exponent_that_depends_on_the_state_is_refused() -> None:
    with pytest.raises(ValueError, match="exponent depends on the state"):
        Kernel(("x", "y"), {}, {"flow": ("x", "y", "k**x")})


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
def test_a_derivative_is_the_one_worked_by_hand(law: str, derivative: str) -> None:
    kernel = Kernel(("x", "y"), {}, {"flow": ("x", "y", f"({law}) + k * 0")})
    values = {name: value for name, value in AT.items() if name != "x"}
    scope = {"sqrt": math.sqrt, "exp": math.exp, **AT}
    found = kernel.jacobian(np.array([AT["x"], 1.0]), values)
    assert found[1, 0] == pytest.approx(eval(derivative, scope), rel=1e-14, abs=1e-15)  # a few roundings
    assert found[0, 0] == -found[1, 0]
    assert not np.any(found[:, 1])
    named = kernel.named(np.array([AT["x"], 1.0]), values)
    assert named["flow"] == pytest.approx(eval(law, scope), rel=1e-14)


def test_equal_parts_are_stored_once() -> None:
    graph = Graph()
    known = {"x": graph.symbol("x")}
    assert graph.read("exp(x * k)", known) == graph.read("exp(x * k)", known)
    assert graph.read("0 * x + 1 * x - 0", known) == graph.read("x", known)
    assert len(graph.nodes) == len(set(graph.nodes))


def test_only_two_functions_are_known() -> None:
    assert set(expressions.FUNCTIONS) == {"sqrt", "exp"}
