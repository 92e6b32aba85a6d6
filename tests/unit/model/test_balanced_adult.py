"""Every run starts from an adult in balance: whatever the parameters, and with a ledger that adds up."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sim import PRESETS, Scenario, simulate
from sim.model.equations import COMPARTMENT_NAMES, COMPARTMENTS, FLUXES
from sim.model.parameters import DEFAULTS, INTERVENTIONS, PARAMETERS
from sim.model.problem import Batch, named, start_state, statics

REFERENCES = ("calcium", "vitamin_d", "vitamin_k2")
ANY_PARAMETERS = st.fixed_dictionaries(
    {row.name: st.floats(row.low, row.high) for row in PARAMETERS if row.name not in INTERVENTIONS}
)


def start_rates(parameters: dict[str, float]) -> dict[str, float]:
    """Return the derivative of each compartment at the start, when the balanced adult's intake goes on."""
    values = {**DEFAULTS, **parameters}
    values |= {name: values[f"reference_{name}"] for name in REFERENCES}
    rates = Batch(statics(values)).rates(start_state(values, 1), np.empty((len(COMPARTMENTS), 1)))
    return dict(zip(COMPARTMENT_NAMES, rates[:, 0].tolist(), strict=True))


def assert_balanced(rates: dict[str, float]) -> None:
    # Rounding of sums of some thousand mg/day, and of a quadratic equation for the gut.
    assert abs(rates["gut"]) < 1e-9
    assert abs(rates["bone"]) < 1e-9
    # Arteries alone may move: the balance leaves out the little that blood gives them (0.02 mg/day by default).
    assert abs(rates["blood"] + rates["arteries"]) < 1e-8


def test_the_balanced_adult_is_steady() -> None:
    rates = start_rates({})
    assert_balanced(rates)
    assert abs(rates["blood"]) < 0.03  # mg/day: what the arteries gain, of 500 mg/day through bone


def test_what_is_done_to_one_run_leaves_the_adult_it_starts_from_alone() -> None:
    done = dict.fromkeys(INTERVENTIONS, 0.5)
    assert np.array_equal(start_state({**DEFAULTS, **done}, 1), start_state(DEFAULTS, 1))


@settings(max_examples=200)
@given(ANY_PARAMETERS)
def test_the_balanced_adult_is_steady_for_any_parameters_that_leave_something_to_excrete(
    parameters: dict[str, float],
) -> None:
    known = named(np.ones(len(COMPARTMENTS)), {**DEFAULTS, **parameters})
    # With almost nothing to excrete the kidney's threshold lies so high that its formula loses all digits.
    assume(abs(known["reference_urinary_excretion"]) > 0.1)
    try:
        rates = start_rates(parameters)
    except ValueError as error:
        assert "would have to excrete" in str(error)
        assert known["reference_urinary_excretion"] <= 0
    else:
        assert_balanced(rates)


def test_parameters_that_leave_nothing_to_excrete_are_refused() -> None:
    starving = Scenario(parameters={"reference_calcium": 200, "k_endogenous": 0.12})
    with pytest.raises(ValueError, match=r"^Invalid parameters: the balanced adult would have to excrete -.* mg/day"):
        simulate(starving)


@pytest.mark.parametrize(
    "parameters",
    [{"k1_background": 5, "reference_vitamin_k2": 0, protein: 1} for protein in ("osteocalcin_share", "mgp_strength")],
    ids=["osteocalcin", "mgp"],
)
def test_parameters_within_their_ranges_give_a_result_or_an_error_with_words(parameters: dict[str, float]) -> None:
    try:
        result = simulate(Scenario(parameters=parameters))
    except (ValueError, RuntimeError) as error:
        assert "Invalid" in str(error) or "No accurate solution" in str(error)
    else:
        assert all(np.all(np.isfinite(amount)) for amount in result.amounts.values())


def test_every_run_starts_from_the_same_adult_whatever_the_settings() -> None:
    first = {name: simulate(s, samples=2).amounts for name, s in PRESETS.items()}
    for amounts in first.values():
        assert [a[0] for a in amounts.values()] == [a[0] for a in first["balanced"].values()]
    assert first["balanced"]["blood"][0] == DEFAULTS["blood_baseline"]
    assert first["balanced"]["arteries"][0] == DEFAULTS["arteries_baseline"]


@pytest.mark.parametrize("name", PRESETS)
def test_the_ledger_adds_up(name: str) -> None:
    result = simulate(PRESETS[name])
    eaten, *went = result.ledger().values()
    scenario = result.scenario
    assert eaten == pytest.approx(scenario.calcium * scenario.years * 365.25, rel=1e-9)  # rounding of the food store
    assert sum(went) == pytest.approx(eaten, rel=1e-9)  # the same


@pytest.mark.parametrize("name", PRESETS)
def test_fluxes_are_the_slopes_of_the_amounts(name: str) -> None:
    result = simulate(PRESETS[name], samples=361)
    for compartment in COMPARTMENT_NAMES:
        into = sum(result.fluxes[f.name] for f in FLUXES if f.target == compartment)
        out_of = sum(result.fluxes[f.name] for f in FLUXES if f.source == compartment)
        net = np.broadcast_to(np.asarray(into) - np.asarray(out_of), result.years.shape)
        slope = np.gradient(result.amounts[compartment], result.years * 365.25)
        # From the third sample on, when the fast start is over, a central difference is good to about 1e-5.
        np.testing.assert_allclose(slope[3:-1], net[3:-1], rtol=1e-4, atol=1e-4)


def test_blood_calcium_is_the_amount_in_its_volume() -> None:
    result = simulate(Scenario(parameters={"blood_volume": 150}), samples=3)
    np.testing.assert_allclose(result.blood_calcium, result.amounts["blood"] / 150, rtol=1e-15)
