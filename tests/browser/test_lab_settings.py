"""Settings moved on the page: whatever moves, sentence, picture, sliders, address and server agree."""

import pytest
from support.line import SlowLine
from support.visit import Open, expect

from sim import PRESETS, Scenario

PARADOX = PRESETS["calcium paradox"]
SAME_MOMENT = 60
# A button of Streamlit's and a step of a slider of the bar, in the same millisecond.
BOTH = """(root, first) => {
  const pin = () => document.querySelector('.st-key-pin button').click();
  const step = () => root.querySelector('button.plus[data-key=vitamin_k2]').click();
  for (const press of first === 'pin' ? [pin, step] : [step, pin]) press();
}"""
# Several presses in one and the same task of the page, so in the same millisecond, while answers to others come in.
PRESSES = """async (root, rounds) => {
  const click = selector => root.querySelector(selector).click();
  for (let round = 0; round < rounds; round++) {
    click(`[data-preset="${round % 2 ? 'balanced' : 'calcium paradox'}"]`);
    click('button.plus[data-key=vitamin_k2]');
    click(`[data-lens=${round % 3 ? 'trials' : 'story'}]`);
    root.dispatchEvent(new KeyboardEvent('keydown', {key: 'z', ctrlKey: true, bubbles: true, composed: true}));
    click('button.plus[data-key=calcium]');
    await new Promise(done => setTimeout(done, 3 * (round % 10)));
  }
}"""


def test_a_slider_moved_by_keyboard_mouse_or_typing_changes_sentence_picture_address_and_server(lab: Open) -> None:
    visit = lab("?calcium=1000&vitamin_d=800&vitamin_k2=100")
    visit.shows(Scenario())
    before = visit.line("bone_change")
    visit.slider("vitamin_d").press("ArrowRight")
    visit.shows(Scenario(vitamin_d=900))
    assert visit.line("bone_change") != before
    visit.slider("calcium").press("End")
    visit.shows(Scenario(calcium=2500, vitamin_d=900))
    hand = visit.hold("vitamin_k2", 0.3)
    hand.to(1)
    hand.up()
    visit.shows(Scenario(calcium=2500, vitamin_d=900, vitamin_k2=500))
    visit.number("calcium").fill("1033")
    visit.number("calcium").press("Enter")
    visit.shows(Scenario(calcium=1033, vitamin_d=900, vitamin_k2=500))
    visit.button("minus", "vitamin_k2").click()
    visit.shows(Scenario(calcium=1033, vitamin_d=900, vitamin_k2=495))


def test_quick_presses_end_where_the_last_one_says(lab: Open) -> None:
    visit = lab("?calcium=1000")
    visit.slider("calcium").focus()
    for pause in (0, 100):  # ms: a held key, a quick finger
        for _ in range(8):
            visit.page.keyboard.press("ArrowRight")
            visit.page.wait_for_timeout(pause)
    visit.shows(Scenario(calcium=1800))


def test_no_press_is_lost_among_many_in_the_same_millisecond(lab: Open) -> None:
    visit = lab()
    visit.root.evaluate(PRESSES, SAME_MOMENT)
    visit.shows(Scenario(1050, 800, 105))  # of the last round, with its account taken back
    visit.open_menu()
    visit.root.locator("[data-do=share]").evaluate(
        "node => { const root = node.getRootNode(); node.click(); root.querySelector('button.plus').click(); }"
    )
    expect(visit.page.get_by_role("dialog")).to_be_visible()  # what was asked for in the same moment comes as well
    visit.heard(Scenario(1100, 800, 105))


@pytest.mark.parametrize("first", ["pin", "step"])
def test_a_button_of_the_page_and_a_slider_pressed_in_the_same_millisecond_both_count(lab: Open, first: str) -> None:
    visit = lab("map?calcium=1200")
    visit.ready()
    visit.page.locator(".st-key-pin button").first.wait_for()
    visit.settle().page.locator(".lab[data-mode=bar]").evaluate(BOTH, first)  # the map is another
    visit.heard(Scenario(1200, vitamin_k2=105))
    assert len(visit.line_to_server.told["session"]["pins"]) == 1


def test_on_a_slow_line_the_page_is_never_behind_and_late_answers_pull_nothing_back(lab: Open) -> None:
    visit = lab("?calcium=1200&vitamin_k2=50", slow=True)
    line = visit.line_to_server
    assert isinstance(line, SlowLine)
    line.hold()
    for number, key in enumerate(("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowRight"), 1):
        visit.slider("calcium").press(key)
        line.wait_for_answer(number)
    visit.tells(Scenario(calcium=1300, vitamin_k2=50))
    visit.choose_preset("calcium paradox")
    visit.tells(PARADOX)
    hand = visit.hold("vitamin_k2", 0.7)
    line.release()  # older answers come while the slider is held
    visit.page.wait_for_timeout(500)  # nothing tells that nothing comes
    held = Scenario(2000, 4000, float(visit.number("vitamin_k2").input_value()))
    assert held != PARADOX
    visit.tells(held)
    hand.up()
    visit.shows(held)
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    assert visit.errors == []
