"""Account, form of vitamin K, strength, years, exact values, experiments: each changes the run as it does in Python."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect
from support.accessible import RULES, axe, selector
from support.for_each import for_each
from support.lab_page import LabPage, lab_page

from sim import Scenario
from sim.content import intakes
from sim.content.evidence import STUDIES, citation
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import number
from sim.runs.experiments import EXPERIMENTS, comparison
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import PRESETS
from sim.text.sentences import BLOOD_THINNER

PARADOX = PRESETS["calcium paradox"]
NOT_ADVICE = "Experiments on animals and a rare disease, shown to test the story. Never a model to follow."
CELLS = "table => [...table.rows].map(row => [...row.cells].map(cell => cell.textContent))"
PANELS = ("body", "numbers", "assumptions")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[LabPage]:
    with lab_page(browser, reduced_motion="reduce") as lab:
        yield lab


@pytest.fixture
def panel(page: LabPage) -> Locator:
    return opened(page, PARADOX)


def opened(lab: LabPage, scenario: Scenario) -> Locator:
    lab.start(scenario).do("assumptions")
    panel = lab.page.locator("dialog.panel-assumptions")
    expect(panel).to_be_visible()
    return panel


def shows(lab: LabPage, scenario: Scenario) -> None:
    """Check that the Lab has these settings and their run, and that undo knows them."""
    lab.frame()
    assert Scenario(**lab.settings()) == scenario
    run = simulate(scenario)
    ends = lab.store("[store.run.amounts.bone.at(-1), store.run.amounts.arteries.at(-1)]")
    assert ends == pytest.approx([run.amounts[name][-1] for name in ("bone", "arteries")], rel=1e-9)
    assert lab.store("store.canUndo")


def test_the_account_says_what_it_means_and_takes_its_own_numbers(page: LabPage) -> None:
    changed = Scenario(2000, 4000, 10, parameters={"mgp_strength": 0.5, "k_passive": 0.1})
    panel = opened(page, changed)
    for lens in LENSES.values():
        expect(panel.locator("[data-section=account]")).to_contain_text(lens.about)
    story, trials = (panel.get_by_role("radio", name=LENSES[name].label) for name in ("story", "trials"))
    expect(story).to_be_checked()
    story.press("ArrowDown")
    expect(trials).to_be_checked()
    shows(page, Scenario(2000, 4000, 10, lens="trials", parameters={"k_passive": 0.1}))


def test_each_form_of_vitamin_k_is_told_with_its_source(page: LabPage, panel: Locator) -> None:
    for name, form in K_FORMS.items():
        panel.get_by_role("radio", name=form.label).check()
        shows(page, Scenario(2000, 4000, 10, k_form=name)) if name != "mk7" else None
        told = panel.locator("[data-section=form]")
        expect(told).to_contain_text(form.potency.reason)
        expect(told).to_contain_text(f"Source: {form.potency.source}.")
        expect(panel.locator("[data-section=exact]")).to_contain_text(f"{form.nutrient} [µg/day]")


def test_the_strength_of_k2_is_set_by_keyboard_and_its_own_value_is_no_change(page: LabPage, panel: Locator) -> None:
    low, high = next(each for each in LENSES["trials"].choices if each.parameter == "mgp_strength").plausible
    expect(panel.locator("[data-section=strength]")).to_contain_text(f"leave room for {number(low)} to {number(high)}.")
    slider = panel.get_by_role("slider", name="Strength of K2 on arteries")
    slider.press("Home")
    shows(page, Scenario(2000, 4000, 10, parameters={"mgp_strength": 0}))
    for _ in range(3):
        slider.press("ArrowRight")
    shows(page, Scenario(2000, 4000, 10, parameters={"mgp_strength": 0.15}))
    expect(slider).to_have_attribute("aria-valuetext", "0.15")
    expect(panel.locator("[data-section=changed]")).to_contain_text("Changed: mgp_strength = 0.15.")
    slider.press("End")
    page.frame()
    assert page.settings()["parameters"] == {}
    expect(panel.locator("[data-section=changed]")).to_contain_text("Nothing")


def test_years_go_from_one_to_thirty(page: LabPage, panel: Locator) -> None:
    slider = panel.get_by_role("slider", name="Years")
    slider.press("End")
    shows(page, Scenario(2000, 4000, 10, years=30))
    slider.press("Home")
    shows(page, Scenario(2000, 4000, 10, years=1))
    expect(panel.locator("[data-section=years] output")).to_have_text("1 year")


def test_exact_values_are_typed_and_what_is_not_allowed_is_told(page: LabPage, panel: Locator) -> None:
    box = panel.get_by_role("textbox", name="Vitamin K2 [µg/day]")
    box.fill("173")
    box.press("Enter")
    shows(page, Scenario(2000, 4000, 173))
    for typed in ("501", "much"):
        box.fill(typed)
        box.press("Enter")
        told = panel.locator("[data-section=exact] [role=alert]")
        expect(told).to_contain_text(typed)
        expect(told).to_contain_text("500")
        expect(box).to_have_attribute("aria-invalid", "true")
        assert page.settings()["vitamin_k2"] == 173
    box.fill("20")
    box.press("Enter")
    expect(told).to_have_text("")
    shows(page, Scenario(2000, 4000, 20))


@for_each("name", EXPERIMENTS)
def test_an_experiment_is_told_beside_what_the_model_does(page: LabPage, name: str) -> None:
    panel = opened(page, Scenario(2000, 4000, 10, years=5, lens="story", parameters={"k_passive": 0.1}))
    expect(panel.locator("[data-section=experiments]")).to_contain_text(NOT_ADVICE)
    expect(panel.get_by_role("button", name="End the experiment")).to_be_hidden()
    experiment, button = EXPERIMENTS[name], panel.get_by_role("button", name=name)
    expect(button).to_have_attribute("aria-pressed", "false")
    button.press("Enter")
    run = Scenario(years=5, parameters={"k_passive": 0.1, **experiment.parameters})
    shows(page, run)
    expect(button).to_have_attribute("aria-pressed", "true")
    told = panel.locator(".experiment")
    for text in (
        f"Experiment, not advice: {name} ({experiment.organism}).", experiment.done, f"Seen: {experiment.seen}",
        comparison(experiment, simulate(run), balanced_run(run)),
        *(citation(STUDIES[key]) for key in experiment.studies),
    ):  # fmt: skip
        expect(told).to_contain_text(text)
    panel.get_by_role("button", name="End the experiment").press("Enter")
    shows(page, Scenario(years=5, parameters={"k_passive": 0.1}))
    expect(told).to_be_empty()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_recommended_intakes_stand_beside_with_their_sources(panel: Locator) -> None:
    table = intakes.table()
    section = panel.locator("[data-section=intakes]")
    assert section.locator("table").evaluate(CELLS) == [list(line) for line in (table.columns, *table.rows)]
    for text in (intakes.K_TOTAL, intakes.IOM_2011, BLOOD_THINNER, "not as advice"):
        expect(section).to_contain_text(text)


@for_each("name", PANELS)
def test_a_panel_closes_by_escape_button_and_a_press_beside_it(page: LabPage, name: str) -> None:
    panel = page.page.locator("dialog.panel")
    closes = (
        lambda: page.page.keyboard.press("Escape"),
        lambda: panel.get_by_role("button", name="Close").click(),
        lambda: page.page.mouse.click(3, 300),
    )
    for close in closes:
        page.start(PARADOX).do(name)
        expect(panel.get_by_role("heading").first).to_be_focused()
        close()
        expect(panel).to_have_count(0)
        expect(page.page.locator(".menu > summary")).to_be_focused()


@for_each("how", [{}, {"color_scheme": "dark"}, {"width": 390, "height": 844}, {"forced_colors": "active"}])
def test_panels_and_card_are_accessible(browser: Browser, how: dict) -> None:
    with lab_page(browser, reduced_motion="reduce", **how) as lab:
        lab.page.evaluate(axe())
        for name in PANELS:
            lab.start(PARADOX).do(name)
            expect(lab.page.locator("dialog.panel")).to_be_visible()
            lab.frame()
            assert faults(lab) == [], name
            if name == "body":
                lab.page.locator(".body-picture [data-part=mgp]").dispatch_event("click")
                assert faults(lab) == [], "card"


def faults(lab: LabPage) -> list[str]:
    """Return what axe says against the open panel."""
    run = "rules => axe.run({fromShadowDom: ['#place', 'dialog.panel']}, {runOnly: rules, resultTypes: ['violations']})"
    found = lab.page.evaluate(run, RULES)["violations"]
    return [f"{rule['id']} at {selector(node)}: {rule['help']}" for rule in found for node in rule["nodes"]]


def test_everything_of_a_panel_is_printed_and_nothing_else(page: LabPage, panel: Locator) -> None:
    page.page.emulate_media(media="print")
    try:
        expect(panel).to_be_visible()
        expect(page.page.locator("h1")).to_be_hidden()
        last = panel.locator("p").last.bounding_box()
        room = panel.locator(".panel-room").bounding_box()
        assert last and room and last["y"] + last["height"] <= room["y"] + room["height"]  # nothing is cut
        assert room["y"] + room["height"] > 720
    finally:
        page.page.emulate_media(media="screen")
