"""The projector's view: the sentence, two curves and the sliders, large; one key goes there and back."""

from support.visit import Open, Visit, expect, sentence

from sim import PRESETS, Scenario
from sim.figures import FIGURES
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.session.link import to_query

PARADOX = PRESETS["calcium paradox"]
QUERY = "?calcium=2000&vitamin_d=4000&vitamin_k2=10"


def projects(visit: Visit, scenario: Scenario) -> None:
    """Wait until the view shows this scenario and nothing that belongs to the usual page."""
    expect(visit.sentence).to_have_text(sentence(scenario))
    expect(visit.pictures).to_have_count(2)
    for name in ("bone", "arteries"):
        words = FIGURES[name].describe(simulate(scenario), balanced_run(scenario))
        expect(visit.picture(name)).to_have_attribute("aria-description", words)
        expect(visit.picture(name)).to_be_visible()
    expect(visit.page.get_by_role("button", name="Save", exact=True)).to_have_count(0)
    expect(visit.page.get_by_test_id("stHeader")).to_be_hidden()
    expect(visit.notice_in_bar).to_be_visible()
    visit.page.wait_for_function(f"new URLSearchParams(location.search).get('calcium') === '{scenario.calcium:.0f}'")
    assert visit.address() == to_query(scenario, "projector")


def test_one_key_goes_to_the_projector_where_all_is_large_and_back_with_the_same_settings(lab: Open) -> None:
    visit = lab(QUERY)
    for width, height in ((1280, 720), (1920, 1080), (1024, 768)):
        visit.resize(width, height).settle().page.keyboard.press("p")
        projects(visit, PARADOX)
        all_in_sight(visit, width)
        visit.page.keyboard.press("p")
        expect(visit.page.get_by_role("button", name="Reset")).to_be_visible()
    visit.resize(390, 844)
    expect(visit.page.get_by_role("button", name="Projector view")).to_be_hidden()  # not on a phone
    visit.shows(PARADOX)
    assert visit.errors == []


def all_in_sight(visit: Visit, width: int) -> None:
    """Check that both pictures stand above the bar and that they and the sentence are large."""
    bar_top = (visit.bar.bounding_box() or {})["y"]
    for picture in visit.pictures.all():
        box = picture.bounding_box() or {}
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= bar_top
        assert box["width"] > 0.45 * width
    size = visit.sentence.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 0.025 * width  # the sentence fills the width in about 60 letters


def test_a_link_opens_the_projector_and_the_sliders_work_there(lab: Open) -> None:
    visit = lab(QUERY)
    visit.page.goto(f"{visit.server}/{QUERY}&view=projector")
    projects(visit, PARADOX)
    visit.slider("Calcium intake").press("ArrowLeft")
    projects(visit, Scenario(1950, 4000, 10))
    visit.page.get_by_role("button", name="Leave the projector view").click()
    visit.shows(Scenario(1950, 4000, 10))


def test_typing_a_p_into_a_box_does_not_go_to_the_projector(lab: Open) -> None:
    visit = lab()
    visit.saving()
    field = visit.page.get_by_role("combobox", name="Format")
    field.focus()
    visit.page.keyboard.press("p")
    visit.settle()
    assert "view" not in visit.address()
    expect(visit.pictures).to_have_count(5)
