"""The sentence above the picture: never against the headline, true in every year and account, on one line."""

import random
import re
from dataclasses import replace
from itertools import product

from support.for_each import for_each

from sim import PRESETS, Scenario, simulate
from sim.runs.experiments import EXPERIMENTS
from sim.runs.many import balanced_run
from sim.runs.verdict import verdict
from sim.text.live_sentence import Live, live_sentence
from sim.text.messages import FILE, say
from sim.text.sentences import headline

LONGEST = 118
BONE = ("falls", "grows", "keeps-steady")
ARTERIES = ("harden", "gain-as-usual", "gain-less", "lose-calcium")
KINDS = {"begin", "balanced", "paradox", "both", "blocked", "falls", "hardens", "trials", "solved", "near"}


def live(scenario: Scenario, year: float | None = None) -> Live:
    return live_sentence(simulate(scenario), balanced_run(scenario), scenario.years if year is None else year)


@for_each(
    ("preset", "lens", "lead"),
    [
        ("balanced", "story", "In balance."),
        ("calcium paradox", "story", "The calcium paradox."),
        ("ordinary diet + tablets", "story", "The calcium paradox."),
        ("paradox resolved with K2", "story", "Paradox solved."),
        ("vitamin D deficiency", "story", "Too little calcium gets in."),
        ("K2 deficiency", "story", "Too little K2."),
        ("balanced", "trials", "In balance."),
        ("calcium paradox", "trials", "In human trials K2 changed little."),
        ("paradox resolved with K2", "trials", "In human trials K2 changed little."),
        ("K2 deficiency", "trials", "In human trials K2 changed little."),
        ("vitamin D deficiency", "trials", "Too little calcium gets in."),
    ],
)
@for_each("years", [1, 10, 30])
def test_each_preset_has_its_lead_in_each_account_after_one_year_and_after_thirty(
    preset: str, lens: str, lead: str, years: int
) -> None:
    assert live(replace(PRESETS[preset], lens=lens, years=years)).lead == lead


@for_each(
    ("settings", "lead", "rest"),
    [
        ({"calcium": 200, "vitamin_k2": 0}, "Too little K2.", "Little calcium gets in, and too few guards are awake"),
        ({"vitamin_k2": 55, "k_form": "k1"}, "Too little K1.", "Too few guards are awake"),
        ({"vitamin_k2": 55, "k_form": "mk4"}, "Too little K2.", "Too few guards are awake"),
        (
            {"calcium": 900, "vitamin_d": 1200, "vitamin_k2": 80},
            "The artery wall hardens.",
            "Bone holds, but the guards",
        ),
        ({"calcium": 2000, "vitamin_d": 4000, "vitamin_k2": 150}, "Half solved.", "Bone gains, yet the artery wall"),
        (
            {"parameters": {"need_slope": 0, "deposition_power": 1}, "calcium": 2500},
            "Half solved.",
            "faster than in balance.",
        ),
        ({"calcium": 2200, "vitamin_d": 100, "vitamin_k2": 500}, "Paradox solved.", "loses calcium (rats only)."),
        ({"vitamin_k2": 200}, "Near balance.", "Bone hardly changes, and the artery wall gains"),
        ({"calcium": 2000}, "Bone gains.", "The artery wall gains about as in balance."),
        ({"parameters": {"mgp_block": 1}}, "Guards are blocked.", "bone hardly changes, the artery wall hardens."),
        ({"parameters": {"osteocalcin_block": 1}}, "Guards are blocked.", "bone thins, the artery wall gains"),
        ({"lens": "trials", "calcium": 1100, "k_form": "k1"}, "In human trials vitamin K changed little.", "Bone "),
    ],
)
def test_other_settings_have_theirs(settings: dict, lead: str, rest: str) -> None:
    said = live(Scenario(**settings))
    assert said.lead == lead
    assert rest in said.rest


def random_scenarios() -> list[Scenario]:
    """Return settings of all accounts, forms and years; every fourth is an experiment."""
    dice = random.Random(3)
    experiments = [experiment.parameters for experiment in EXPERIMENTS.values()]
    return [
        Scenario(
            dice.randrange(200, 2501, 50), dice.randrange(0, 10_001, 100), dice.randrange(0, dice.choice([61, 501]), 5),
            dice.randint(1, 30), dice.choice(experiments) if i % 4 == 0 else {}, dice.choice(["story", "trials"]),
            dice.choice(["mk7", "mk7", "mk4", "k1"]),
        )
        for i in range(400)
    ]  # fmt: skip


def test_it_never_says_other_than_the_headline() -> None:
    for scenario in random_scenarios():
        run, balanced = simulate(scenario), balanced_run(scenario)
        (lead, rest), whole = live(scenario), headline(run, balanced)
        bone, arteries = verdict(run, balanced)
        assert (lead == "The calcium paradox.") == ("**calcium paradox**" in whole), scenario
        assert (lead in ("Too little K2.", "Too little K1.")) == ("**too little K2**" in whole), scenario
        assert ("artery wall hardens" in f"{lead} {rest}".lower() or lead == "Half solved.") == (arteries == "harden")
        thins = any(word in f"{lead} {rest}" for word in ("thins", "takes it from bone"))
        assert thins == (bone == "falls"), (scenario, lead, rest)
        assert ("gains about" in rest) <= (arteries == "gain as usual"), scenario
        assert ("loses calcium" in rest) <= (arteries == "lose calcium"), scenario


def test_a_year_of_a_long_run_is_told_as_the_end_of_a_short_one() -> None:
    for scenario in random_scenarios()[:60]:
        thirty = replace(scenario, years=30)
        for year in (1, 10, 20):
            assert live(thirty, year) == live(replace(scenario, years=year)), (scenario, year)


def test_before_the_first_year_is_over_it_says_where_to_look() -> None:
    for scenario in (PRESETS["calcium paradox"], Scenario(lens="trials", years=1)):
        assert live(scenario, 0) == live(scenario, 0.99)
        assert live(scenario, 0).lead == "The years begin."
        assert live(scenario, 1).lead != "The years begin."


@for_each("kind", sorted(KINDS))
def test_it_fits_on_its_line_whatever_is_filled_in(kind: str) -> None:
    choices = product(BONE, ARTERIES, ("K1", "K2"), ("less", "enough"), ("fewer", "enough"))
    for bone, arteries, k, absorbed, closers in choices:
        words = {"bone": bone, "arteries": arteries, "k": k, "absorbed": absorbed, "closers": closers}
        said = f"{say(f'live-{kind}-lead', **words)} {say(f'live-{kind}', **words)}"
        assert len(said) <= LONGEST, said


def test_every_kind_is_tried_above() -> None:
    names = re.findall(r"^live-([a-z]+)-lead =", FILE.read_text("utf-8"), re.MULTILINE)
    assert {*names} == KINDS
