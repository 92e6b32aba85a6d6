"""The experiments behind the story: what the model is given, and whether it does what was seen."""

import re

import pytest

from sim import Scenario, simulate
from sim.content.evidence import ORGANISMS, STUDIES
from sim.model.lenses import LENSES
from sim.model.parameters import INTERVENTIONS
from sim.runs.experiments import EXPERIMENTS, comparison, matching
from sim.runs.many import balanced_run
from sim.runs.verdict import verdict


def done(name: str, lens: str = "story") -> Scenario:
    return Scenario(parameters=EXPERIMENTS[name].parameters, lens=lens)


def told(name: str, lens: str = "story") -> str:
    scenario = done(name, lens)
    return comparison(EXPERIMENTS[name], simulate(scenario), balanced_run(scenario))


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_an_experiment_has_an_organism_a_citation_and_only_blocks_activation(name: str) -> None:
    experiment = EXPERIMENTS[name]
    assert experiment.organism in ORGANISMS
    assert experiment.studies
    assert all(STUDIES[key].doi or STUDIES[key].pmid for key in experiment.studies)
    assert experiment.parameters
    assert set(experiment.parameters) < set(INTERVENTIONS)
    assert experiment.seen.endswith(".") and experiment.done.endswith(".")
    assert not re.search(r"\byou\b|should|dose", f"{experiment.done} {experiment.seen}")


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_an_experiment_is_found_again_by_its_parameters_among_other_assumptions(name: str) -> None:
    parameters = {**EXPERIMENTS[name].parameters, "k_urine": 10}
    assert EXPERIMENTS[name] in matching(parameters)
    assert matching({"k_urine": 10}) == []


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_balanced_adult_beside_an_experiment_is_not_experimented_on(name: str, lens: str) -> None:
    assert balanced_run(done(name, lens)).scenario == Scenario(lens=lens)


def test_without_mgp_arteries_harden_in_the_story_as_in_mice_and_rats() -> None:
    assert "arteries harden (as seen)" in told("MGP knock-out mouse")
    assert "arteries harden (as seen)" in told("warfarin-treated rat")
    run = simulate(done("warfarin-treated rat"))
    assert max(abs(run.blood_calcium / run.blood_calcium[0] - 1)) < 0.02  # as in the rats: blood stays as it was


def test_the_model_does_not_know_why_bones_of_mice_without_mgp_were_thin() -> None:
    assert "bone keeps steady (not what was seen)" in told("MGP knock-out mouse")


@pytest.mark.parametrize(
    ("lens", "bone"), [("story", "falls (not what was seen)"), ("trials", "keeps steady (as seen)")]
)
def test_without_osteocalcin_the_story_loses_bone_and_mice_did_not(lens: str, bone: str) -> None:
    assert told("osteocalcin knock-out mouse", lens) == f"In the model bone {bone}."


def test_people_without_mgp_do_not_all_calcify_so_both_are_as_seen() -> None:
    for lens in LENSES:
        assert "(as seen)" in told("people without MGP (Keutel syndrome)", lens)


def test_the_words_of_a_verdict_are_those_an_experiment_may_use() -> None:
    bones, arteries = {"falls", "grows", "keeps steady"}, {"harden", "gain as usual", "gain less", "lose calcium"}
    for experiment in EXPERIMENTS.values():
        assert set(experiment.bone) <= bones
        assert set(experiment.arteries) <= arteries
    balanced = simulate(Scenario())
    settings = ((2000, 4000, 10), (2000, 4000, 500), (200, 0, 500))
    seen = [verdict(simulate(Scenario(*each)), balanced) for each in settings]
    assert seen == [("falls", "harden"), ("grows", "gain less"), ("falls", "lose calcium")]
    assert verdict(balanced, balanced) == ("keeps steady", "gain as usual")
