"""Keyboard and screen reader: what the Lab needs of the page around it."""

from support.lab import Lab, expect, sentence
from support.visit import Open

from sim import Scenario

PARADOX = "?calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10"
MOST_STOPS = 4
FOCUSED = """() => {
  let node = document.activeElement;
  while (node.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node.ariaLabel || node.textContent.trim();
}"""


def test_the_first_tab_offers_the_sliders_and_few_stops_lead_there_with_the_picture_in_sight(lab: Open) -> None:
    visit = lab(PARADOX).resize(1280, 720)
    stops = [press(visit, "Tab")]
    assert stops == ["To the sliders"]
    stops.append(press(visit, "Enter"))
    while "Calcium" not in stops[-1] and len(stops) <= MOST_STOPS:
        stops.append(press(visit, "Tab"))
    assert len(stops) <= MOST_STOPS, stops
    expect(visit.slider("calcium")).to_be_focused()
    expect(visit.scene).to_be_in_viewport(ratio=0.9)
    visit.page.keyboard.press("ArrowRight")
    visit.shows(Scenario(2050, 4000, 10))


def press(lab: Lab, key: str) -> str:
    """Press a key; return the name of what has the focus then."""
    lab.page.keyboard.press(key)
    return lab.page.evaluate(FOCUSED)


def test_a_change_is_read_out_by_one_polite_line_with_its_numbers(lab: Open) -> None:
    visit = lab(PARADOX)
    lines = visit.page.locator("[aria-live=polite], [role=status]")
    assert [line.inner_text() for line in lines.all() if line.inner_text()] == []
    visit.slider("vitamin_k2").press("End")
    solved = Scenario(2000, 4000, 500)
    expect(visit.spoken).to_contain_text(sentence(solved))
    expect(visit.spoken).to_contain_text("after 10 years")
    assert len([line for line in lines.all() if line.inner_text()]) == 1
