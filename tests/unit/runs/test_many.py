"""Many scenarios at once: sweeps, ensembles of plausible models, the tornado, the dose-response."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from math import gcd

import numpy as np
import pytest

from sim import PRESETS, Scenario, simulate
from sim.model.equations import COMPARTMENT_NAMES
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import DEFAULTS, INTERVENTIONS, PARAMETERS, lookup
from sim.model.problem import start_state
from sim.runs.many import (
    BANDS,
    MEMBERS,
    MULTIPLIER,
    balanced_run,
    dose_response,
    ensemble,
    lattice,
    plausible_ranges,
    sweep,
    tornado,
)
from sim.runs.quantities import QUANTITIES
from sim.runs.verdict import shows_paradox

PARADOX = PRESETS["calcium paradox"]


def test_a_sweep_broadcasts_settings_and_parameters_against_each_other() -> None:
    runs = sweep(
        calcium=[[[500.0]], [[2000.0]]], vitamin_d=[[0.0], [800.0], [4000.0]], vitamin_k2=[10, 200], years=3, samples=7
    )
    assert runs.years.tolist() == pytest.approx([0, 0.5, 1, 1.5, 2, 2.5, 3])
    for name in COMPARTMENT_NAMES:
        assert runs.amounts[name].shape == (7, 2, 3, 2)
    for flux in runs.fluxes.values():
        assert flux.shape == (7, 2, 3, 2)
    assert runs.activation["mgp"].shape == (3, 2)  # of vitamin K and, by the need for it, of vitamin D
    assert runs.ledger()["urine"].shape == (2, 3, 2)


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("k_form", K_FORMS)
def test_each_run_of_a_sweep_is_the_run_of_its_own_scenario(lens: str, k_form: str) -> None:
    strengths = [0.2, 0.9]
    scenario = Scenario(2000, 0, 50, 12, lens=lens, k_form=k_form)
    runs = sweep(scenario, samples=25, vitamin_d=[[0], [4000]], parameters={"mgp_strength": strengths})
    for i, vitamin_d in enumerate((0, 4000)):
        for j, strength in enumerate(strengths):
            alone = simulate(Scenario(2000, vitamin_d, 50, 12, {"mgp_strength": strength}, lens, k_form), samples=25)
            for name, amount in alone.amounts.items():
                # The same arithmetic on numbers and on arrays: only exp() and rounding differ.
                np.testing.assert_allclose(runs.amounts[name][:, i, j], amount, rtol=1e-9, atol=1e-9)
            for name, flux in alone.fluxes.items():
                np.testing.assert_allclose(runs.fluxes[name][:, i, j], flux, rtol=1e-7, atol=1e-9)
            assert runs.bone_change[-1, i, j] == pytest.approx(alone.bone_change[-1], abs=1e-7)


def test_a_sweep_of_numbers_is_one_run_without_further_axes() -> None:
    run = sweep(PARADOX)
    assert run.amounts["bone"].shape == (121,)
    np.testing.assert_allclose(run.amounts["bone"], simulate(PARADOX).amounts["bone"], rtol=1e-12)


def test_a_sweep_cannot_be_changed() -> None:
    runs = sweep(vitamin_k2=[10, 200], samples=2)
    with pytest.raises(ValueError, match="read-only"):
        runs.amounts["bone"][0] = 0
    with pytest.raises(TypeError):
        runs.amounts["bone"] = runs.amounts["blood"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"vitamin_k2": [10, 9000]}, "Invalid vitamin_k2 '9000' [ug/day]. Must be between 0 and 500."),
        ({"calcium": [[1000, float("nan")]]}, "Invalid calcium 'nan' [mg/day]. Must be between 200 and 2,500."),
        ({"parameters": {"mgp_strength": [0, 2]}}, "Invalid mgp_strength '2' [-]. Must be between 0 and 1."),
        ({"parameters": {"magic": 1}}, "Invalid parameter 'magic'. Must be one of: reference_calcium"),
        ({"years": 31}, "Invalid years '31' [years]. Must be between 1 and 30."),
        ({"samples": 1}, "Invalid samples '1'. Must be at least 2."),
        ({"years": [1, 10]}, "Invalid years '[1, 10]'. Must be one value, not many."),
        ({"lens": ["story", "trials"]}, "Invalid lens '['story', 'trials']'. Must be one value, not many."),
        ({"lens": "rumour"}, "Invalid lens 'rumour'. Must be one of: story, trials."),
        ({"k_form": "mk9"}, "Invalid k_form 'mk9'. Must be one of: mk7, mk4, k1."),
        (
            {"calcium": [500, 1000], "vitamin_d": [0, 400, 800]},
            "Invalid shapes calcium (2,), vitamin_d (3,). Must broadcast against each other.",
        ),
    ],
)
def test_a_sweep_names_what_is_wrong(settings: dict, words: str) -> None:
    with pytest.raises(ValueError) as error:
        sweep(**settings)
    assert str(error.value).startswith(words)


def test_the_lattice_has_one_value_in_every_slice_of_every_range() -> None:
    ranges = plausible_ranges(Scenario(k_form="k1"))
    drawn = lattice(ranges)
    assert list(drawn) == list(ranges)
    for name, (low, high) in ranges.items():
        slices = np.floor((drawn[name] - low) / (high - low) * MEMBERS).astype(int)
        assert sorted(slices) == list(range(MEMBERS))


def test_no_two_parameters_of_the_lattice_are_drawn_in_step() -> None:
    most = max(len(plausible_ranges(Scenario(lens=lens, k_form=form))) for lens in LENSES for form in K_FORMS)
    assert gcd(MULTIPLIER, MEMBERS) == 1
    multipliers = [pow(MULTIPLIER, j, MEMBERS) for j in range(most)]
    # Neither the same multiplier twice nor its mirror image.
    assert len({min(each, MEMBERS - each) for each in multipliers}) == most


def test_the_members_lie_far_apart_in_the_picture_of_every_two_parameters() -> None:
    one = np.arange(1, MEMBERS)
    for apart in range(1, 28):
        other = one * pow(MULTIPLIER, apart, MEMBERS) % MEMBERS
        nearest = np.hypot(*(np.minimum(each, MEMBERS - each) for each in (one, other))).min()
        assert nearest > (7 if apart == 20 else 12.6), apart


def latin_hypercube(ranges: Mapping[str, tuple[float, float]], seed: int) -> dict[str, np.ndarray]:
    """Return one random value in every slice of every range: McKay, Beckman & Conover 1979."""
    random = np.random.default_rng(seed)
    places = {name: (random.permutation(MEMBERS) + random.random(MEMBERS)) / MEMBERS for name in ranges}
    return {name: low + (high - low) * places[name] for name, (low, high) in ranges.items()}


@pytest.mark.parametrize("lens", LENSES)
def test_shares_and_bands_are_those_that_random_latin_hypercubes_give(
    monkeypatch: pytest.MonkeyPatch, lens: str
) -> None:
    def found() -> list[float]:
        models = ensemble(replace(PARADOX, lens=lens))
        bands = (models.band(QUANTITIES[name], share) for name in ("bone_change", "arteries_times") for share in BANDS)
        return [models.paradox_share(), *(float(end[-1]) for band in bands for end in band)]

    own, random = found(), []
    for seed in range(1, 21):
        monkeypatch.setattr("sim.runs.many.lattice", partial(latin_hypercube, seed=seed))
        random.append(found())
    assert (np.min(random, axis=0) <= own).all()
    assert (own <= np.max(random, axis=0)).all()


def test_plausible_ranges_hold_the_value_in_use_and_lie_within_what_is_allowed() -> None:
    for lens in LENSES:
        for k_form in K_FORMS:
            scenario = Scenario(lens=lens, k_form=k_form)
            for name, (low, high) in plausible_ranges(scenario).items():
                row = lookup(name)
                assert row.low <= low < high <= row.high, name
                assert low <= scenario.values()[name] <= high, name


def test_what_is_not_uncertain_is_a_starting_point_a_unit_or_an_experiment() -> None:
    certain = {p.name for p in PARAMETERS if p.plausible is None}
    assert certain == {
        "reference_calcium", "reference_vitamin_d", "reference_vitamin_k2", "blood_baseline", "blood_volume",
        "arteries_baseline", "diet_store", *INTERVENTIONS,
    }  # fmt: skip


def test_parameters_set_by_hand_are_not_drawn() -> None:
    by_hand = Scenario(parameters={"mgp_strength": 0.3})
    assert "mgp_strength" in plausible_ranges(Scenario())
    assert "mgp_strength" not in plausible_ranges(by_hand)
    assert ensemble(by_hand).runs.values["mgp_strength"] == 0.3


@pytest.mark.parametrize("lens", LENSES)
def test_every_corner_of_the_plausible_ranges_leaves_the_balanced_adult_something_to_excrete(lens: str) -> None:
    ranges = plausible_ranges(Scenario(lens=lens))
    drawn = latin_hypercube(ranges, 7)
    corners = {name: np.where(drawn[name] < (low + high) / 2, low, high) for name, (low, high) in ranges.items()}
    start_state({**DEFAULTS, **corners}, MEMBERS)  # raises where there is no steady state


def test_an_ensemble_is_the_same_each_time_and_the_same_models_for_every_setting() -> None:
    first = ensemble(PARADOX)
    again, other = ensemble(PARADOX), ensemble(PRESETS["K2 deficiency"])
    assert np.array_equal(first.runs.amounts["bone"], again.runs.amounts["bone"])
    for name in plausible_ranges(PARADOX):
        assert np.array_equal(first.runs.values[name], other.runs.values[name])
    assert first.runs.amounts["bone"].shape == (41, MEMBERS)
    assert np.array_equal(first.balanced.amounts["bone"], other.balanced.amounts["bone"])


def test_the_share_of_models_with_the_paradox_is_the_count_of_single_runs_that_show_it() -> None:
    models = ensemble(PARADOX)
    counted = shows_paradox(models.runs, models.balanced)
    assert models.paradox_share() == np.mean(counted)
    found = []
    for i in range(40):
        drawn = {name: float(models.runs.values[name][i]) for name in plausible_ranges(PARADOX)}
        scenario = replace(PARADOX, parameters=drawn)
        found.append(bool(shows_paradox(simulate(scenario), balanced_run(scenario))))
    assert counted[:40].tolist() == found
    assert {*found} == {True, False}


def test_the_paradox_survives_in_part_of_the_story_and_in_none_of_the_models_that_trials_allow() -> None:
    assert MEMBERS == 1000
    story, trials = ensemble(PARADOX), ensemble(replace(PARADOX, lens="trials"))
    assert 0.3 < story.paradox_share() < 0.7
    assert trials.paradox_share() == 0


def test_experiments_and_forms_of_vitamin_k_are_not_drawn_for_the_balanced_adult() -> None:
    models = ensemble(Scenario(k_form="k1", parameters={"mgp_block": 1}))
    assert np.ptp(models.runs.values["k_potency"]) > 0
    assert models.balanced.values["k_potency"] == 1
    assert models.balanced.values["mgp_block"] == 0


def test_the_band_of_a_dose_response_is_where_the_dose_responses_of_the_models_lie() -> None:
    models, doses = ensemble(PARADOX), np.array([0.0, 45, 180, 500])
    low, high = models.activation_band("mgp", doses, 1.0)
    drawn = {name: models.runs.values[name][:, None] for name in plausible_ranges(PARADOX)}
    curves = sweep(vitamin_d=PARADOX.vitamin_d, vitamin_k2=doses, samples=2, parameters=drawn).activation["mgp"]
    np.testing.assert_allclose(low, np.min(curves, axis=0), rtol=1e-12)
    np.testing.assert_allclose(high, np.max(curves, axis=0), rtol=1e-12)


def test_each_bar_of_the_tornado_is_two_single_runs() -> None:
    swings = {swing.parameter: swing for swing in tornado(PARADOX)}
    assert set(swings) == set(plausible_ranges(PARADOX))
    for name in ("need_slope", "deposition_power", "pth_slope", "k_passive", "mgp_ed50"):
        swing = swings[name]
        assert swing.values == plausible_ranges(PARADOX)[name]
        for end in (0, 1):
            run = simulate(replace(PARADOX, parameters={name: swing.values[end]}), samples=2)
            assert swing.bone[end] == pytest.approx(run.bone_change[-1], abs=1e-6)
            assert swing.arteries[end] == pytest.approx(run.arteries_times[-1], abs=1e-6)


@pytest.mark.parametrize("parameters", [{}, {"osteocalcin_ed50": 60, "mgp_power": 1, "k1_background": 30}])
def test_the_dose_response_is_the_activation_of_runs_at_those_doses(parameters: dict[str, float]) -> None:
    doses, curves = dose_response(Scenario(vitamin_d=4000, parameters=parameters), 11)
    assert doses.tolist() == list(range(0, 501, 50))
    for index in (0, 1, 4, 10):
        run = simulate(Scenario(1000, 4000, doses[index], parameters=parameters), samples=2)
        for protein in ("osteocalcin", "mgp"):
            assert curves[protein][index] == pytest.approx(run.activation[protein], rel=1e-14)  # same law, vectorised


def test_the_dose_response_does_not_depend_on_the_dose_of_the_run() -> None:
    low, high = (dose_response(Scenario(vitamin_k2=k2)) for k2 in (0, 500))
    for protein in ("osteocalcin", "mgp"):
        assert np.array_equal(low[1][protein], high[1][protein])
        assert np.all(np.diff(low[1][protein]) > 0)


@pytest.mark.parametrize("years", [1, 7, 30])
def test_the_balanced_run_keeps_years_and_parameters_and_has_the_balanced_intakes(years: int) -> None:
    scenario = Scenario(2000, 4000, 10, years, {"mgp_strength": 0.5})
    balanced = balanced_run(scenario)
    assert balanced.scenario == Scenario(years=years, parameters={"mgp_strength": 0.5})
    assert balanced.years[-1] == years
    expected = simulate(Scenario(years=years, parameters={"mgp_strength": 0.5}))
    assert np.array_equal(balanced.amounts["arteries"], expected.amounts["arteries"])
    assert not np.array_equal(balanced.amounts["arteries"], balanced_run(Scenario(years=years)).amounts["arteries"])


@pytest.mark.parametrize("lens", LENSES)
def test_the_balanced_run_keeps_the_lens_but_no_experiment_and_no_other_form_of_vitamin_k(lens: str) -> None:
    scenario = Scenario(parameters={"mgp_block": 1, "osteocalcin_block": 0.5}, lens=lens, k_form="k1")
    assert balanced_run(scenario).scenario == Scenario(lens=lens)


def test_the_balanced_run_is_sampled_like_the_run_it_stands_beside() -> None:
    scenario = PRESETS["calcium paradox"]
    assert np.array_equal(balanced_run(scenario).years, simulate(scenario).years)


def test_the_parameters_of_the_lattice_are_drawn_independently_of_each_other() -> None:
    ranges = plausible_ranges(Scenario(k_form="k1"))
    drawn = lattice(ranges)
    related = np.corrcoef(list(drawn.values())) - np.eye(len(ranges))
    # Chance leaves 1 / sqrt(1000) = 0.03 a pair and 0.1 in the worst of 378, parameters in step give 1.
    assert np.abs(related).max() < 0.05


@pytest.mark.parametrize("share", [0.5, 0.9])
@pytest.mark.parametrize("quantity", ["arteries", "bone_change"])
def test_the_band_of_a_curve_leaves_out_as_many_models_below_as_above(quantity: str, share: float) -> None:
    models = ensemble(PARADOX)
    low, high = models.band(QUANTITIES[quantity], share)
    last = (models.runs.amounts["arteries"] if quantity == "arteries" else models.runs.bone_change)[-1]
    assert low.shape == high.shape == models.runs.years.shape
    outside = round(MEMBERS * (1 - share) / 2)  # whole for these shares
    assert ((last < low[-1]).sum(), (last > high[-1]).sum()) == (outside, outside)


def test_the_tornado_begins_with_what_moves_most() -> None:
    swings = tornado(PARADOX)
    bone, arteries = ([abs(np.ptp(getattr(swing, end))) for swing in swings] for end in ("bone", "arteries"))
    widths = [max(b / max(bone), a / max(arteries)) for b, a in zip(bone, arteries, strict=True)]
    assert widths == sorted(widths, reverse=True)
    assert widths[-1] < widths[0] == 1


def test_fluxes_of_more_runs_than_are_computed_at_once_are_those_of_each_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.runs.run.CHUNK", 4)
    doses = np.linspace(0, 500, 9)  # two full parts and one of a single run
    found = sweep(Scenario(2000, 4000, years=5), vitamin_k2=doses, samples=7).fluxes
    for i, dose in enumerate(doses):
        for name, flux in simulate(Scenario(2000, 4000, dose, 5), samples=7).fluxes.items():
            # The same arithmetic on numbers and on arrays: only exp() and rounding differ.
            np.testing.assert_allclose(found[name][:, i], flux, rtol=1e-7, atol=1e-9, err_msg=name)
