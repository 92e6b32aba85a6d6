"""Lenses and forms of vitamin K: named parameter values, and words that say whose account they are."""

from dataclasses import replace

import pytest
from support import laws

from sim import PRESETS, Scenario, simulate
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS, INTERVENTIONS, check, lookup
from sim.runs.many import balanced_run
from sim.text.sentences import certainty, contrast, headline, label, made_with, provenance, settings_line

PARADOX = PRESETS["calcium paradox"]
CHOICES = [choice for lens in LENSES.values() for choice in lens.choices]
CHOICES += [form.potency for form in K_FORMS.values()]


def words(scenario: Scenario) -> str:
    return headline(simulate(scenario), balanced_run(scenario))


def other(scenario: Scenario) -> str:
    lens = next(name for name in LENSES if name != scenario.lens)
    return contrast(simulate(scenario), simulate(replace(scenario, lens=lens)))


def test_the_story_is_the_default_lens_and_changes_nothing() -> None:
    assert Scenario().lens == "story"
    assert LENSES["story"].values() == {}


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: f"{choice.parameter}={choice.value}")
def test_every_choice_is_allowed_plausible_and_has_a_source(choice) -> None:
    row = lookup(choice.parameter)
    assert check(row, choice.value) == choice.value
    low, high = choice.plausible
    assert row.low <= low <= choice.value <= high <= row.high
    assert choice.source
    assert choice.reason.endswith(".")


def test_every_lens_and_form_is_refused_by_another_name() -> None:
    with pytest.raises(ValueError, match=r"^Invalid lens 'truth'. Must be one of: story, trials.$"):
        Scenario(lens="truth")
    with pytest.raises(ValueError, match=r"^Invalid k_form 'mk9'. Must be one of: mk7, mk4, k1.$"):
        Scenario(k_form="mk9")
    with pytest.raises(ValueError, match="Invalid lens 'None'"):
        Scenario(lens=None)  # type: ignore[arg-type]


def test_the_sentence_says_which_lens_speaks_and_what_the_other_one_says() -> None:
    story, trials = PARADOX, replace(PARADOX, lens="trials")
    assert words(story).startswith("In the popular story: bone −")
    assert words(trials).startswith("Going by human trials: bone +")
    assert other(story).startswith("Going by human trials, the model says something else: bone +")
    assert other(trials).startswith("The popular story says something else: bone −")
    numbers = words(trials).removeprefix("Going by human trials: ").partition(" after ")[0]
    assert numbers in other(story)


def test_where_both_lenses_agree_the_sentence_says_so() -> None:
    assert other(Scenario(years=1)).startswith("Going by human trials, the model says much the same: bone 0.0 %")


@pytest.mark.parametrize("lens", LENSES)
def test_what_leaves_the_page_says_whose_account_it_is(lens: str) -> None:
    scenario = Scenario(lens=lens)
    assert LENSES[lens].phrase in made_with(scenario)
    assert LENSES[lens].phrase in provenance(scenario)


def test_a_weaker_form_counts_as_less_mk7() -> None:
    for name, form in K_FORMS.items():
        run = simulate(Scenario(vitamin_k2=100, k_form=name))
        same = simulate(Scenario(vitamin_k2=100 * form.potency.value))
        assert run.activation == pytest.approx(same.activation, rel=1e-12)  # the same product in another order
    activated = [simulate(Scenario(k_form=name)).activation["mgp"] for name in ("mk7", "k1", "mk4")]
    assert activated == sorted(activated, reverse=True)


def test_the_form_of_vitamin_k_names_the_control_everywhere() -> None:
    row = next(row for row in CONTROLS if row.name == "vitamin_k2")
    for name, form in K_FORMS.items():
        scenario = Scenario(vitamin_k2=45, k_form=name)
        assert label(row, scenario) == form.nutrient
        assert f"{form.nutrient} 45 µg/day" in settings_line(scenario)
    assert len({form.nutrient for form in K_FORMS.values()}) == len(K_FORMS)


def test_what_is_done_to_one_run_reaches_no_quantity_of_the_balanced_adult() -> None:
    for name in INTERVENTIONS:
        for quantity in ("reference_osteocalcin_response", "reference_mgp_response", "reference_gut"):
            assert not laws.depends(quantity, name)
        assert laws.depends("bone_formation", name) or laws.depends("arterial_deposition", name)


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, " 0 % "),
        (0.004, " less than 1 % "),
        (0.01, " in 1 % "),
        (0.487, " 49 % "),
        (0.99, " in 99 % "),
        (0.996, " more than 99 % "),
        (1.0, " 100 % "),
    ],
)
def test_the_share_of_models_is_told_without_false_certainty(share: float, text: str) -> None:
    assert text in certainty(1000, share)
    assert "1,000 plausible models" in certainty(1000, share)


def test_other_forms_of_vitamin_k_count_as_much_as_their_papers_leave_room_for() -> None:
    # As the source beside each value says: MK-4 8 times weaker (6 to 10), K1 7 to 8 times; typed here a second time.
    assert K_FORMS["mk7"].potency.value == 1
    assert K_FORMS["mk4"].potency.value == 1 / 8
    assert 1 / 8 <= K_FORMS["k1"].potency.value <= 1 / 7
