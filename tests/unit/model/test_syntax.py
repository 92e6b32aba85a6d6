"""Rate laws as text: what is refused."""

import pytest

from sim.model.syntax import FUNCTIONS, names, parse

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


def test_only_two_functions_are_known() -> None:
    assert set(FUNCTIONS) == {"sqrt", "exp"}
