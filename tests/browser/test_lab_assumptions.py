"""Accounts, assumptions, experiments and what is made of them: whatever is questioned, all that is shown follows."""

from dataclasses import replace

from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario
from sim.dashboard.parts.save_panel import EXPERTS, TABLES
from sim.export import PICTURES, ExportFile, make_file
from sim.export.images import LABELS
from sim.runs.experiments import EXPERIMENTS
from sim.runs.many import MEMBERS, ensemble
from sim.text.sentences import certainty

PARADOX = PRESETS["calcium paradox"]
QUERY = "?calcium=2000&vitamin_d=4000&vitamin_k2=10"
QUESTIONED = Scenario(1500, 2000, 50, 20, {"mgp_strength": 0.5, "mgp_block": 1}, "trials", "k1")
LINK = "?calcium=1500&vitamin_d=2000&vitamin_k2=50&years=20&mgp_strength=0.5&mgp_block=1&lens=trials&k_form=k1"


def assumptions(visit: Visit) -> None:
    """Open the panel of assumptions."""
    visit.do("assumptions")
    expect(visit.root.locator("dialog[open]")).to_be_visible()


def test_a_reload_and_a_shared_link_restore_every_assumption_and_reset_puts_them_back(lab: Open) -> None:
    first = lab(LINK)
    first.shows(QUESTIONED)
    first.page.reload()
    first.ready()
    second = lab("?" + first.page.url.partition("?")[2])
    for visit in (first, second):
        visit.shows(QUESTIONED)
        assumptions(visit)
        expect(visit.root.locator("dialog[open]")).to_contain_text("MGP knock-out mouse")
        visit.page.keyboard.press("Escape")
        visit.do("reset")
        visit.shows(Scenario())


def test_every_experiment_begins_in_its_panel_tells_who_saw_it_and_ends_by_a_preset(lab: Open) -> None:
    visit = lab("?lens=trials&mgp_strength=0.3")
    for name, experiment in EXPERIMENTS.items():
        assumptions(visit)
        panel = visit.root.locator("dialog[open]")
        panel.get_by_role("button", name=name).click()
        blocked = {"mgp_strength": 0.3, **experiment.parameters}
        visit.shows(Scenario(lens="trials", parameters=blocked))
        expect(panel).to_contain_text(experiment.seen)
        visit.page.keyboard.press("Escape")
    visit.choose_preset("calcium paradox")
    visit.shows(replace(PARADOX, lens="trials", parameters={"mgp_strength": 0.3}))


def test_how_sure_it_is_is_said_of_the_account_that_is_shown(lab: Open) -> None:
    for lens in ("story", "trials"):
        visit = lab(f"{QUERY}&lens={lens}")
        visit.do("certainty")
        share = ensemble(replace(PARADOX, lens=lens)).paradox_share()
        expect(visit.root.locator(".panel-certainty .certainty")).to_have_text(certainty(MEMBERS, share))


def same(visit: Visit, button: str, expected: ExportFile) -> bool:
    """Tell whether a button saves the file that settings and picture give."""
    saved = visit.saved(button)
    assert saved.suggested_filename == expected.name
    return saved.path().read_bytes() == expected.content  # pytest takes minutes to compare long bytes


def test_a_saved_file_of_each_format_is_the_one_that_settings_and_picture_give(lab: Open) -> None:
    visit = lab(f"{QUERY}&lens=trials&k_form=k1&mgp_strength=0.5")
    scenario = replace(PARADOX, lens="trials", k_form="k1", parameters={"mgp_strength": 0.5})
    visit.open_panel("save")
    visit.choose("Picture", PICTURES["panel"].title)
    for file_format, label in LABELS.items():
        visit.choose("Format", label)
        assert same(visit, "Save figure", make_file(scenario, "panel", file_format)), file_format
    visit.unfold("For experts")
    for file_format, label in {**TABLES, **EXPERTS}.items():
        assert same(visit, label, make_file(scenario, "run", file_format)), file_format


def test_a_figure_saved_with_the_bands_shows_them(lab: Open) -> None:
    visit = lab(QUERY)
    visit.open_panel("save").get_by_text("Bands in saved pictures, too").click()
    visit.settle()
    visit.choose("Picture", PICTURES["bone"].title)
    with_bands = make_file(PARADOX, "bone", "png", models=ensemble(PARADOX))
    assert with_bands.content != make_file(PARADOX, "bone", "png").content
    assert same(visit, "Save figure", with_bands)
