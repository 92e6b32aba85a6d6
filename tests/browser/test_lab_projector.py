"""The projector's view: all of it large and in sight; one key goes there and back."""

from support.visit import Open, Visit, expect

from sim import PRESETS, Scenario
from sim.session.link import Link

PARADOX = PRESETS["calcium paradox"]
QUERY = "?calcium=2000&vitamin_d=4000&vitamin_k2=10"
PROJECTED = Link(view="projector")
SMALLEST = 24  # px at 1280x720


def projects(visit: Visit, scenario: Scenario) -> None:
    """Wait until the view shows this scenario, with a way out in sight and nothing of the page around it."""
    expect(visit.root).to_have_attribute("data-layout", "board")
    visit.shows(scenario, PROJECTED)
    expect(visit.page.get_by_role("button", name="Leave projector view")).to_be_in_viewport(ratio=1)
    expect(visit.page.get_by_test_id("stHeader")).to_be_hidden()


def test_one_key_goes_to_the_projector_where_all_is_large_and_in_sight_and_back_with_the_same_settings(
    lab: Open,
) -> None:
    visit = lab(QUERY)
    for width, height in ((1280, 720), (1920, 1080), (1024, 768)):
        visit.resize(width, height).page.keyboard.press("p")
        projects(visit, PARADOX)
        for part in (visit.sentence, visit.part("bone"), visit.part("arteries"), visit.slider("vitamin_k2"),
                     visit.preset("balanced"), visit.root.locator("[data-lens=trials]:visible").first):  # fmt: skip
            expect(part).to_be_in_viewport(ratio=0.99)
        least = SMALLEST * min(width / 1280, height / 720)
        assert [(text, px) for text, px in visit.letters() if px < least - 0.1] == []
        visit.page.keyboard.press("p")
        visit.shows(PARADOX)
    assert visit.errors == []


def test_a_link_opens_the_projector_where_sliders_presets_and_accounts_work(lab: Open) -> None:
    visit = lab(f"{QUERY}&view=projector")
    projects(visit, PARADOX)
    visit.slider("calcium").press("ArrowLeft")
    projects(visit, Scenario(1950, 4000, 10))
    visit.choose_lens("trials")
    projects(visit, Scenario(1950, 4000, 10, lens="trials"))
    visit.choose_preset("balanced")
    projects(visit, Scenario(lens="trials"))
    visit.page.get_by_role("button", name="Leave projector view").click()
    visit.shows(Scenario(lens="trials"))
