"""The table of numbers is complete, and what is out of range is refused with a message that helps."""

import copy
import pickle
import re
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest

from sim import Run, Scenario, simulate
from sim.model import expressions
from sim.model.equations import COMPARTMENTS, FLUXES, QUANTITIES
from sim.model.parameters import CONTROLS, DEFAULTS, PARAMETERS, Parameter, lookup, number

ROWS = (*CONTROLS, *PARAMETERS)
UNITS = {"mg", "mg/day", "IU/day", "ug/day", "nmol/L", "1/day", "dL", "-", "years"}
NOT_NUMBERS = [
    float("nan"),
    float("inf"),
    float("-inf"),
    "plenty",
    "",
    b"1",
    None,
    True,
    False,
    [1000],
    {},
    1j,
    10**400,
]

each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)


# The table.


@each_row
def test_every_parameter_says_what_it_is(row: Parameter) -> None:
    assert row.name.isidentifier()
    assert row.symbol
    assert row.unit in UNITS
    assert row.meaning.endswith(".")
    assert not row.meaning[0].islower()
    assert "\n" not in row.meaning


@each_row
def test_every_default_lies_within_its_range(row: Parameter) -> None:
    assert row.low <= row.default <= row.high
    assert row.low < row.high


@each_row
def test_every_parameter_has_a_source_or_the_word_assumed(row: Parameter) -> None:
    published = re.search(r"\b(19|20)\d\d, (doi:10\.\d{4,}/\S+|[A-Z].*)", row.source)  # author year, DOI or journal
    assert published or row.source.startswith("assumed")
    assert row.assumed == row.source.startswith("assumed")


def test_names_and_symbols_are_unique() -> None:
    for column in ("name", "symbol"):
        cells = [getattr(row, column) for row in (*ROWS, *COMPARTMENTS, *QUANTITIES)]
        assert sorted(set(cells)) == sorted(cells)


def test_every_parameter_is_used() -> None:
    used = set().union(*(expressions.names(row.law) for row in (*QUANTITIES, *FLUXES)))
    used |= {compartment.start for compartment in COMPARTMENTS}
    used |= {"blood_volume", "years"}  # these turn amounts into concentrations and set the horizon
    assert {row.name for row in ROWS} <= used


def test_every_name_in_a_law_is_defined_before_it_is_used() -> None:
    known = {row.name for row in (*ROWS, *COMPARTMENTS)}
    for row in (*QUANTITIES, *FLUXES):
        assert expressions.names(row.law) <= known
        known.add(row.name)


def test_a_control_and_its_reference_have_the_same_range_and_default() -> None:
    for control in CONTROLS[:3]:
        reference = lookup(f"reference_{control.name}")
        assert (control.low, control.high, control.default) == (reference.low, reference.high, reference.default)


def test_the_food_store_outlasts_the_longest_run_at_the_highest_intake() -> None:
    calcium, years = (next(c for c in CONTROLS if c.name == name) for name in ("calcium", "years"))
    assert lookup("diet_store").low > calcium.high * 365.25 * years.high


@pytest.mark.parametrize(
    ("value", "text"),
    [(10_000, "10,000"), (4e-5, "0.00004"), (0.5, "0.5"), (0, "0"), (-2.5, "-2.5"), (1e-14, "1e-14"), (1e30, "1e+30")],
)
def test_numbers_are_written_for_readers(value: float, text: str) -> None:
    assert number(value) == text


# Messages.


def test_the_message_names_value_unit_and_range() -> None:
    message = r"^Invalid vitamin_k2 '9000' \[ug/day\]\. Must be between 0 and 500\.$"
    with pytest.raises(ValueError, match=message):
        Scenario(vitamin_k2=9000)


@each_row
def test_values_just_outside_the_range_are_refused_and_its_ends_are_not(row: Parameter) -> None:
    def scenario(value: float) -> Scenario:
        if row in CONTROLS:
            return Scenario(**{row.name: value})  # type: ignore[arg-type]
        return Scenario(parameters={row.name: value})

    width = row.high - row.low
    for good in (row.low, row.high):
        assert scenario(good).values()[row.name] == good
    for bad in (row.low - 1e-6 * width, row.high + 1e-6 * width):
        expected = f"Invalid {row.name} '{bad}' [{row.unit}]. Must be between {number(row.low)} and {number(row.high)}."
        with pytest.raises(ValueError, match=f"^{re.escape(expected)}$"):
            scenario(bad)


@pytest.mark.parametrize("value", NOT_NUMBERS, ids=lambda value: repr(value)[:12])
def test_what_is_not_a_finite_number_is_refused_with_the_same_message(value: Any) -> None:
    must = {str: "Must be a number in plain digits, between"}.get(type(value), "Must be between")
    # Both ranges hold 0 and 1, which True and False must not pass for.
    with pytest.raises(ValueError, match=rf"^Invalid vitamin_d '.*' \[IU/day\]\. {must} 0 and 10,000\.$"):
        Scenario(vitamin_d=value)
    with pytest.raises(ValueError, match=rf"^Invalid pth_share '.*' \[-\]\. {must} 0 and 1\.$"):
        Scenario(parameters={"pth_share": value})


@pytest.mark.parametrize("text", ["1_000", "1__000", "１０００", "١٠٠٠", "1\u20090", "१०००"])
def test_a_text_in_other_than_plain_digits_is_refused_though_python_reads_most_of_them(text: str) -> None:
    message = rf"^Invalid calcium '{text}' \[mg/day\]\. Must be a number in plain digits, between 200 and 2,500\.$"
    with pytest.raises(ValueError, match=message):
        Scenario(calcium=text)  # type: ignore[arg-type]
    assert Scenario(calcium="\u00a01e3 ") == Scenario()  # type: ignore[arg-type]  # blanks around it do no harm


@pytest.mark.parametrize("name", ["k_urin", "", "calcium", "years", "gut", "serum_25ohd"])
def test_an_unknown_parameter_is_refused_and_the_known_ones_are_listed(name: str) -> None:
    with pytest.raises(ValueError, match=f"^Invalid parameter '{name}'. Must be one of: .*k_urine") as error:
        Scenario(parameters={name: 1})
    assert all(row.name in str(error.value) for row in PARAMETERS)


@pytest.mark.parametrize("samples", [1, 0, -5])
def test_too_few_samples_are_refused(samples: int) -> None:
    with pytest.raises(ValueError, match=rf"^Invalid samples '{samples}'\. Must be at least 2\.$"):
        simulate(Scenario(), samples=samples)


# Scenario and Run do not change under anyone's hands.


def test_a_scenario_fills_in_defaults_and_keeps_what_differs() -> None:
    scenario = Scenario(calcium=2000, parameters={"k_urine": 10})
    assert scenario.values() == {**DEFAULTS, "calcium": 2000, "k_urine": 10}
    assert scenario.settings() == {"calcium": 2000, "vitamin_d": 800, "vitamin_k2": 100, "years": 10}
    assert all(type(value) is float for value in scenario.values().values())


def test_a_scenario_cannot_be_changed() -> None:
    given = {"k_urine": 10.0}
    scenario = Scenario(parameters=given)
    given["k_urine"] = 30.0
    assert scenario.parameters == {"k_urine": 10}
    with pytest.raises(FrozenInstanceError):
        scenario.calcium = 500  # type: ignore[misc]
    with pytest.raises(TypeError):
        scenario.parameters["k_urine"] = 30  # type: ignore[index]


def test_equal_scenarios_have_equal_hashes_and_survive_copy_and_pickle() -> None:
    scenario = Scenario(calcium=2000, parameters={"k_urine": 10, "k_transit": 5})
    twin = Scenario(calcium=2000.0, parameters={"k_transit": 5, "k_urine": 10})
    for other in (twin, pickle.loads(pickle.dumps(scenario)), copy.deepcopy(scenario), replace(scenario)):
        assert other == scenario
        assert hash(other) == hash(scenario)
    for other in (Scenario(calcium=2000), replace(twin, parameters={"k_urine": 10}), replace(twin, years=9)):
        assert other != scenario
        assert len({other, scenario}) == 2


@pytest.fixture(scope="module")
def result() -> Run:
    return simulate(Scenario(calcium=500, years=3), samples=25)


def test_arrays_of_a_result_are_read_only(result: Run) -> None:
    for array in (result.years, result.blood_calcium, *result.amounts.values(), *result.fluxes.values()):
        assert array.shape == (25,)
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_mappings_and_fields_of_a_result_cannot_be_changed(result: Run) -> None:
    for mapping in (result.amounts, result.fluxes, result.activation):
        with pytest.raises(TypeError):
            mapping["bone"] = 0  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        result.years = result.years  # type: ignore[misc]
