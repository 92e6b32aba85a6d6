"""Settings moved on the page: whatever moves, sentence, picture, sliders and address agree."""

from dataclasses import replace

from support.visit import Open, Visit, expect, sentence

from sim import PRESETS, Scenario

PARADOX = PRESETS["calcium paradox"]


def press_k2_and_expect(visit: Visit, before: Scenario) -> None:
    """Move vitamin K2 by a step: nothing else may move with it."""
    visit.shows(before)
    visit.slider("Vitamin K2").press("ArrowRight")
    visit.shows(replace(before, vitamin_k2=before.vitamin_k2 + 5))


def test_a_slider_moved_by_keyboard_or_mouse_changes_sentence_picture_and_address(lab: Open) -> None:
    visit = lab()
    visit.shows(Scenario())
    line = visit.drawn("bone", "run").locator("path")
    before = line.get_attribute("d") or ""
    visit.slider("Vitamin D").press("ArrowRight")
    visit.shows(Scenario(vitamin_d=900))
    expect(line).not_to_have_attribute("d", before)
    visit.slider("Calcium intake").press("End")
    visit.shows(Scenario(calcium=2500, vitamin_d=900))
    thumb, bar = visit.slider("Vitamin K2").bounding_box(), visit.bar.bounding_box()
    assert thumb and bar
    height = thumb["y"] + thumb["height"] / 2
    visit.page.mouse.move(thumb["x"] + thumb["width"] / 2, height)
    visit.page.mouse.down()
    visit.page.mouse.move(bar["x"] + bar["width"] - 1, height, steps=8)
    visit.page.mouse.up()
    visit.shows(Scenario(calcium=2500, vitamin_d=900, vitamin_k2=500))


def test_presets_show_the_paradox_and_that_k2_resolves_it_keep_the_years_and_stay_when_pressed_twice(lab: Open) -> None:
    visit = lab("?years=20")
    visit.preset("calcium paradox").click()
    visit.shows(replace(PARADOX, years=20))
    expect(visit.sentence).to_contain_text("calcium paradox")
    expect(visit.sentence).to_contain_text("bone −")
    for _ in range(2):
        visit.preset("paradox resolved with K2").click()
        visit.shows(replace(PRESETS["paradox resolved with K2"], years=20))
    expect(visit.sentence).not_to_contain_text("calcium paradox")
    expect(visit.sentence).not_to_contain_text("bone −")
    expect(visit.preset("paradox resolved with K2")).to_have_attribute("data-testid", "stBaseButton-primary")
    visit.reset()
    visit.shows(Scenario())


def test_a_typed_value_moves_slider_and_address_and_never_comes_back_from_the_closed_popover(lab: Open) -> None:
    visit = lab()
    visit.more()
    visit.type_exact("Calcium intake", 1033)
    visit.shows(Scenario(calcium=1033))
    visit.type_exact("Vitamin K2", 7)
    visit.shows(Scenario(calcium=1033, vitamin_k2=7))
    visit.close_more()
    visit.preset("calcium paradox").click()
    press_k2_and_expect(visit, PARADOX)


def test_a_popover_that_was_only_looked_at_changes_nothing_later_and_years_changed_in_it_stay_reset(lab: Open) -> None:
    visit = lab()
    visit.more()
    visit.close_more()
    visit.preset("calcium paradox").click()
    press_k2_and_expect(visit, PARADOX)
    visit.reset()
    visit.shows(Scenario())
    visit.more()
    visit.slider("Years").press("End")
    visit.shows(Scenario(years=30))
    expect(visit.sentence).to_contain_text("after 30 years")
    visit.close_more()
    visit.reset()
    press_k2_and_expect(visit, Scenario())


def test_quick_presses_end_where_the_last_one_says(lab: Open) -> None:
    visit = lab()  # starts on a preset, which the first press leaves
    visit.slider("Calcium intake").focus()
    for pause in (0, 100):  # ms: a held key, a quick finger
        for _ in range(8):
            visit.page.keyboard.press("ArrowRight")
            visit.page.wait_for_timeout(pause)
    visit.shows(Scenario(calcium=1800))


def test_on_a_slow_line_presses_end_where_the_last_one_says_and_a_preset_gives_way_to_a_slider(lab: Open) -> None:
    visit = lab(slow=True)
    visit.press_on_a_slow_line("Calcium intake", "RR")
    visit.shows(Scenario(calcium=1100))
    visit.preset("calcium paradox").click()
    visit.shows(PARADOX)
    visit.press_on_a_slow_line("Calcium intake", "RLRR")  # away, back, away
    visit.shows(replace(PARADOX, calcium=2100))


def test_on_a_slow_line_a_slider_keeps_what_a_preset_has_set_for_the_others(lab: Open) -> None:
    visit = lab(slow=True)
    assert visit.line
    visit.line.hold()
    visit.preset("calcium paradox").click()
    visit.page.wait_for_timeout(500)  # the server has answered, but the answer is on its way
    visit.slider("Vitamin K2").press("ArrowRight")
    visit.page.wait_for_timeout(500)
    visit.line.release()
    visit.shows(replace(PARADOX, vitamin_k2=Scenario().vitamin_k2 + 5))  # one step from where it was seen


def test_going_back_and_forth_on_a_slow_line_never_breaks_the_connection(lab: Open) -> None:
    visit = lab("?calcium=1200&vitamin_k2=50", slow=True)  # away from every preset
    visit.shows(Scenario(calcium=1200, vitamin_k2=50))
    visit.press_on_a_slow_line("Calcium intake", "RRRRLLLL")
    expect(visit.sentence).to_have_text(sentence(Scenario(calcium=1200, vitamin_k2=50)))
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    assert visit.errors == []


def test_going_back_and_forth_on_a_slow_line_leaves_the_right_address(lab: Open) -> None:
    visit = lab("?calcium=1200&vitamin_k2=50", slow=True)
    visit.shows(Scenario(calcium=1200, vitamin_k2=50))
    visit.press_on_a_slow_line("Calcium intake", "RL")
    visit.shows(Scenario(calcium=1200, vitamin_k2=50))


def test_the_page_about_the_model_keeps_the_settings(lab: Open) -> None:
    visit = lab("?calcium=1000&vitamin_d=4000&vitamin_k2=10&years=7")
    visit.slider("Calcium intake").press("ArrowRight")
    expected = Scenario(calcium=1050, vitamin_d=4000, vitamin_k2=10, years=7)
    visit.shows(expected)
    visit.page.get_by_role("link", name="The model").click()
    expect(visit.page.get_by_role("heading", name="The model behind the lab")).to_be_visible()
    visit.page.get_by_role("link", name="Lab").click()
    visit.shows(expected)
