"""Experiments behind the story, what other models say, and files of the model."""

from dataclasses import replace

from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario
from sim.content.evidence import STUDIES
from sim.dashboard.parts.save_panel import FORMAT_NAMES
from sim.export import DATA_FORMATS, PICTURES, make_file
from sim.runs.experiments import EXPERIMENTS, comparison
from sim.runs.many import MEMBERS, balanced_run, ensemble
from sim.runs.run import simulate
from sim.text.descriptions import describe_tornado
from sim.text.sentences import certainty

PARADOX = PRESETS["calcium paradox"]
QUERY = "?calcium=2000&vitamin_d=4000&vitamin_k2=10"
RAT = "warfarin-treated rat"


def experiment_of(name: str, **changes: str) -> Scenario:
    """Return the scenario that the button of an experiment sets up."""
    return replace(PRESETS["balanced"], parameters=EXPERIMENTS[name].parameters, **changes)


def start(visit: Visit, name: str) -> None:
    """Press the button of an experiment."""
    visit.page.locator(".st-key-experiments").get_by_role("button", name=name).click()


def says_how_sure(visit: Visit, scenario: Scenario) -> None:
    """Check the sentence with the share of models, and the words of the tornado."""
    share = ensemble(scenario).paradox_share()
    expect(visit.page.get_by_text(certainty(MEMBERS, share))).to_be_visible()
    words = describe_tornado(simulate(scenario), balanced_run(scenario))
    expect(visit.page.get_by_alt_text(words, exact=True)).to_be_visible()


def test_an_experiment_tells_organism_finding_and_source_and_that_it_is_no_advice(lab: Open) -> None:
    visit = lab(QUERY).assume()
    for name, experiment in EXPERIMENTS.items():
        start(visit, name)
        scenario = experiment_of(name)
        visit.shows(scenario)
        visit.pictures_tell(scenario)
        told = f"{name} ({experiment.organism})", experiment.seen, "not advice"
        for words in (*told, comparison(experiment, simulate(scenario), balanced_run(scenario))):
            expect(visit.experiment).to_contain_text(words)
        for study in (STUDIES[key] for key in experiment.studies):
            link = visit.experiment.get_by_role("link", name=study.name)
            expect(link).to_have_attribute("href", study.address)
        expect(visit.preset("balanced")).to_have_attribute("data-testid", "stBaseButton-secondary")


def test_ending_an_experiment_takes_its_blocks_away_and_leaves_the_rest(lab: Open) -> None:
    visit = lab("?lens=trials&mgp_strength=0.3").assume()
    start(visit, RAT)
    assumed = {"mgp_strength": 0.3}
    blocked = {**assumed, **EXPERIMENTS[RAT].parameters}
    visit.shows(Scenario(lens="trials", parameters=blocked))
    visit.slider("Calcium intake").press("ArrowRight")
    visit.shows(Scenario(1050, lens="trials", parameters=blocked))
    visit.page.get_by_role("button", name="End the experiment").click()
    visit.shows(Scenario(1050, lens="trials", parameters=assumed))
    expect(visit.experiment).to_have_count(0)


def test_a_preset_ends_an_experiment_and_keeps_the_lens(lab: Open) -> None:
    visit = lab("?lens=trials").assume()
    start(visit, RAT)
    visit.shows(experiment_of(RAT, lens="trials"))
    visit.preset("calcium paradox").click()
    visit.shows(replace(PARADOX, lens="trials"))
    expect(visit.experiment).to_have_count(0)


def test_the_bands_say_in_how_many_models_the_paradox_survives(lab: Open) -> None:
    visit = lab(QUERY)
    band = visit.drawn("bone", "band 90")
    expect(band).to_have_count(0)
    visit.unfold("How sure is this?")
    visit.bands.press("Space")
    says_how_sure(visit, PARADOX)
    expect(band).to_have_count(1)
    visit.lens("What human trials show").click()
    says_how_sure(visit, replace(PARADOX, lens="trials"))
    visit.lens("The popular story").click()
    visit.shows(PARADOX)
    visit.bands.press("Space")
    expect(band).to_have_count(0)
    expect(visit.page.get_by_text("plausible models with these settings")).to_have_count(0)


def test_the_evidence_page_and_back_keeps_lens_assumptions_and_bands(lab: Open) -> None:
    visit = lab(f"{QUERY}&lens=trials&k_form=mk4&mgp_strength=0.3&osteocalcin_block=1").show_bands()
    scenario = replace(
        PARADOX, lens="trials", k_form="mk4", parameters={"mgp_strength": 0.3, "osteocalcin_block": 1}
    )  # fmt: skip
    visit.shows(scenario)
    visit.go("Evidence", "What is known, and how well")
    visit.go("Lab", "Calcium Paradox Lab")
    visit.shows(scenario)
    expect(visit.drawn("bone", "band 90")).to_have_count(1)
    visit.unfold("How sure is this?")
    expect(visit.bands).to_be_checked()
    says_how_sure(visit, scenario)
    expect(visit.experiment).to_contain_text("osteocalcin knock-out mouse")


def test_a_saved_file_of_each_format_is_the_one_that_settings_and_picture_give(lab: Open) -> None:
    visit = lab(f"{QUERY}&lens=trials&k_form=k1&mgp_strength=0.5")
    scenario = replace(PARADOX, lens="trials", k_form="k1", parameters={"mgp_strength": 0.5})
    visit.saving()
    picture = visit.page.get_by_role("combobox", name="Picture")
    visit.choose("Picture", PICTURES["panel"].title)
    for file_format, label in FORMAT_NAMES.items():
        visit.choose("Format", label)
        (expect(picture).to_be_disabled if file_format in DATA_FORMATS else expect(picture).to_be_enabled)()
        visit.settle()
        saved, expected = visit.saved("Save file"), make_file(scenario, "panel", file_format)
        assert saved.suggested_filename == expected.name
        same = saved.path().read_bytes() == expected.content  # pytest takes minutes to compare long bytes
        assert same, file_format


def test_a_picture_saved_with_the_bands_shows_them(lab: Open) -> None:
    visit = lab(QUERY).show_bands()
    visit.saving()
    saved = visit.saved("Save file").path().read_bytes()
    with_bands = make_file(PARADOX, "bone", "png", models=ensemble(PARADOX)).content
    assert with_bands != make_file(PARADOX, "bone", "png").content
    same = saved == with_bands
    assert same
