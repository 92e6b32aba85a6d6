"""The Lab by hand: sliders, typed numbers, keys, presets, accounts, the state before, Play and the sentence."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect
from support.for_each import for_each
from support.lab_page import LabPage, lab_page

from sim import Scenario
from sim.model.parameters import control
from sim.runs.scenario import NUTRIENTS, PRESETS

PARADOX = PRESETS["calcium paradox"]
GHOST = "store.ghost && store.ghost.scenario"


@pytest.fixture
def lab(still: LabPage) -> LabPage:
    return still


def ghost(lab: LabPage) -> Scenario | None:
    """Return the state before, as the store holds it."""
    found = lab.store(GHOST)
    return found and Scenario(**found)


def now(lab: LabPage) -> Scenario:
    return Scenario(**lab.settings())


def told_after(lab: LabPage, scenario: Scenario) -> str:
    """Return what the Lab says of a scenario that is put anew on a page of its own."""
    return lab.page.evaluate(
        """async scenario => {
        const {simulate} = await import('/run.js'), {liveSentence} = await import('/words/live_sentence.js');
        const {balancedOf} = await import('/lab/rules.js');
        const told = liveSentence(simulate(scenario, 121), simulate(balancedOf(scenario), 121), scenario.years);
        return `${told.lead} ${told.rest}`; }""",
        scenario.to_dict(),
    )


def test_a_drag_changes_picture_and_sentence_in_the_frame_of_its_event(lab: LabPage) -> None:
    lab.start(PARADOX)
    told = lab.page.evaluate("""async () => {
      const input = document.querySelector('#place').shadowRoot.querySelector('[type=range][data-key=vitamin_k2]');
      const sentence = input.getRootNode().querySelector('p.sentence');
      const seen = [];
      for (const p of [0.2, 0.4, 0.632455532]) {
        input.value = p;
        input.dispatchEvent(new Event('input', {bubbles: true}));
        await new Promise(done => requestAnimationFrame(done));
        const run = lab.store.run.scenario.vitamin_k2;
        seen.push([lab.store.session.scenario.vitamin_k2, run, sentence.textContent]);
      }
      return seen; }""")
    values = [20, 80, 200]
    assert told == [[k2, k2, told_after(lab, replace(PARADOX, vitamin_k2=k2))] for k2 in values]


def test_many_events_in_one_frame_are_drawn_once_and_none_of_them_is_skipped(lab: LabPage) -> None:
    lab.start(PARADOX)
    found = lab.page.evaluate("""async () => {
      const root = document.querySelector('#place').shadowRoot;
      const input = root.querySelector('[type=range][data-key=vitamin_k2]');
      let drawn = 0;
      const number = root.querySelector('.number[data-key=vitamin_k2]');
      new MutationObserver(() => drawn++).observe(number, {attributes: true});
      const runs = [];
      for (const p of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
        input.value = p; input.dispatchEvent(new Event('input')); runs.push(lab.store.run.scenario.vitamin_k2);
      }
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      return [runs, drawn]; }""")
    assert found[0] == [45, 80, 125, 180, 245, 320]
    assert 1 <= found[1] <= 3  # one write of the number sets two or three attributes


def test_what_was_there_before_a_gesture_stays_until_the_next(lab: LabPage) -> None:
    """A drag of many steps is one gesture; so is a burst of keys; a preset and an account are one each."""
    lab.start()
    assert ghost(lab) is None
    expect(lab.page.locator(".was:visible")).to_have_count(0)
    lab.drag("vitamin_k2", 0.3, 0.2, 0.6, 0.1)
    first = now(lab)
    assert ghost(lab) == Scenario() and first.vitamin_k2 == 5
    lab.frame()
    expect(lab.page.locator(".was:visible")).to_have_count(1)
    for _ in range(3):
        lab.slider("calcium").press("ArrowRight")
    second = now(lab)
    assert ghost(lab) == first and second.calcium == 1150
    lab.preset("paradox resolved with K2").click()
    assert ghost(lab) == second
    lab.do("projector")
    third = now(lab)
    lab.page.locator(".head [data-lens=trials]").click()
    assert ghost(lab) == third and now(lab).lens == "trials"
    lab.do("forget")
    assert ghost(lab) is None
    assert now(lab) == replace(third, lens="trials")


def test_a_burst_of_keys_ends_after_a_second_and_a_half(lab: LabPage) -> None:
    lab.stop_clock()
    lab.start()
    lab.slider("calcium").press("ArrowRight")
    lab.page.clock.run_for(1400)
    lab.slider("calcium").press("ArrowRight")
    assert ghost(lab) == Scenario()
    lab.page.clock.run_for(1600)
    lab.slider("calcium").press("ArrowRight")
    assert ghost(lab) == Scenario(calcium=1100)
    lab.slider("vitamin_d").press("ArrowRight")  # another slider is another gesture at once
    assert ghost(lab) == Scenario(calcium=1150)


def test_more_years_of_the_same_are_no_other_state(lab: LabPage) -> None:
    lab.start()
    lab.preset("calcium paradox").click()
    lab.page.evaluate("lab.store.change({years: 20}, 'years')")
    assert ghost(lab) == Scenario(years=20)
    assert lab.store("store.ghost.scenario.years") == 20


def test_undo_and_redo_by_key_bring_whole_gestures_back(lab: LabPage) -> None:
    lab.start()
    lab.drag("vitamin_k2", 0.3, 0.1)
    lab.preset("calcium paradox").click()
    lab.page.keyboard.press("Control+z")
    assert now(lab) == Scenario(vitamin_k2=5)
    lab.page.keyboard.press("Control+z")
    assert now(lab) == Scenario()
    lab.page.keyboard.press("Control+z")  # there is nothing more
    assert now(lab) == Scenario()
    lab.page.keyboard.press("Control+y")
    lab.page.keyboard.press("Control+Shift+z")
    assert now(lab) == PARADOX
    expect(lab.preset("calcium paradox")).to_have_attribute("aria-pressed", "true")


def test_a_number_can_be_typed_with_its_comma_and_taken_by_enter_or_by_leaving(lab: LabPage) -> None:
    lab.start()
    for text, leave, value in (("2,000", "Enter", 2000), ("1 250", "Tab", 1250), ("999.0", "Enter", 999)):
        lab.number("calcium").fill(text)
        assert now(lab).calcium != value
        lab.number("calcium").press(leave)
        assert now(lab).calcium == value
        expect(lab.number("calcium")).to_have_value(f"{value:,}")
    assert [each["changed"] for each in lab.said()] == [{"calcium": 2000}, {"calcium": 1250}, {"calcium": 999}]


@for_each(
    ("name", "text", "sentence"),
    [
        ("vitamin_k2", "9000", "Invalid Vitamin K2 '9000' [µg/day]. Must be between 0 and 500."),
        ("vitamin_d", "-1", "Invalid Vitamin D '-1' [IU/day]. Must be between 0 and 10,000."),
        ("calcium", "1,5", "Invalid Calcium '1,5' [mg/day]. Must be a whole number between 200 and 2,500."),
        ("calcium", "much", "Invalid Calcium 'much' [mg/day]. Must be a whole number between 200 and 2,500."),
        ("calcium", "", "Invalid Calcium '' [mg/day]. Must be a whole number between 200 and 2,500."),
        ("calcium", "9" * 60, f"Invalid Calcium '{'9' * 40}...' [mg/day]. Must be between 200 and 2,500."),
    ],
)
def test_a_typed_number_that_cannot_be_is_refused_in_a_sentence_and_nothing_is_lost(
    lab: LabPage, name: str, text: str, sentence: str
) -> None:
    lab.start(PARADOX)
    lab.number(name).fill(text)
    lab.number(name).press("Enter")
    expect(lab.refusal).to_have_text(sentence)
    expect(lab.refusal).to_be_visible()
    expect(lab.page.get_by_text("Illustrative teaching model")).to_be_visible()
    expect(lab.number(name)).to_have_attribute("aria-invalid", "true")
    expect(lab.number(name)).to_have_value(text)
    assert now(lab) == PARADOX
    lab.number(name).press("Escape")
    expect(lab.number(name)).to_have_value(f"{getattr(PARADOX, name):,.0f}")
    expect(lab.refusal).to_have_text("")


def test_a_slider_goes_by_its_step_with_every_key_that_moves_sliders(lab: LabPage) -> None:
    for name in NUTRIENTS:
        row = control(name)
        lab_keys = [
            ("ArrowRight", row.default + row.step), ("ArrowLeft", row.default), ("ArrowUp", row.default + row.step),
            ("ArrowDown", row.default), ("PageUp", row.default + 5 * row.step), ("PageDown", row.default),
            ("Home", row.low), ("ArrowLeft", row.low), ("End", row.high), ("ArrowRight", row.high),
        ]  # fmt: skip
        lab.start()
        for key, value in lab_keys:
            lab.slider(name).press(key)
            assert getattr(now(lab), name) == value, key
            lab.frame()
            assert f"{value:,.0f} " in str(lab.slider(name).get_attribute("aria-valuetext"))
            expect(lab.number(name)).to_have_value(f"{value:,.0f}")


def test_low_ends_are_stretched_as_on_the_map_and_every_place_of_the_track_is_a_round_value(lab: LabPage) -> None:
    """Half the track is a quarter of the range, or half of it for calcium; presets stand where they are dragged to."""
    places = lab.page.evaluate("""async () => {
      const {toPosition, toValue} = await import('/lab/scale.js'), {CONTROLS} = await import('/tables.js');
      const rows = Object.entries(CONTROLS).filter(([name]) => name !== 'years');
      return rows.map(([name, row]) => [
        name, toValue(row, 0), toValue(row, 0.5), toValue(row, 1),
        Array.from({length: 1001}, (_, i) => toValue(row, i / 1000)),
        [row.low, row.default, row.high].map(value => toValue(row, toPosition(row, value)) - value)]); }""")
    steps = {"calcium": 50, "vitamin_d": 20, "vitamin_k2": 1}
    halves = {"calcium": 1350, "vitamin_d": 2500, "vitamin_k2": 125}
    for name, low, half, high, values, errors in places:
        row = control(name)
        assert [low, half, high] == [row.low, halves[name], row.high]
        assert values == sorted(values) and errors == [0, 0, 0]
        assert all(value % steps[name] == 0 for value in values)
        assert all(value % row.step == 0 for value in values if value >= 6 * row.step)


def test_minus_and_plus_are_large_enough_and_go_by_a_step(lab: LabPage) -> None:
    lab.start()
    for name in NUTRIENTS:
        row = control(name)
        lab.slider(name).hover()
        for kind, value in (("plus", row.default + row.step), ("minus", row.default)):
            button = lab.page.locator(f"button.{kind}[data-key={name}]")
            box = button.bounding_box()
            assert box and min(box["width"], box["height"]) >= 24
            button.click()
            assert getattr(now(lab), name) == value


def test_marks_stand_at_their_values_and_say_when_the_upper_limit_is_passed(lab: LabPage) -> None:
    lab.start(Scenario(vitamin_d=4000))
    marks = lab.page.locator(".slider[data-key=vitamin_d] .marks")
    expect(marks.locator(".mark")).to_have_text(["advised", "upper limit"])
    thumb = lab.slider("vitamin_d").evaluate("e => 13 + e.value * (e.clientWidth - 26)")
    place = (
        marks.locator(".mark")
        .nth(1)
        .evaluate("e => 13 + parseFloat(e.style.getPropertyValue('--p')) * e.parentNode.clientWidth")
    )
    assert place == pytest.approx(thumb, abs=1)
    lab.slider("vitamin_d").press("ArrowRight")
    expect(marks.locator(".mark")).to_have_text(["advised", "above the upper limit"])
    expect(lab.slider("vitamin_d")).to_have_attribute("aria-valuetext", "4,100 IU a day, above the upper limit")
    expect(lab.page.locator(".slider[data-key=vitamin_k2] .marks")).to_contain_text("no limit set")


def test_the_slider_is_called_by_the_form_of_vitamin_k(lab: LabPage) -> None:
    lab.start()
    for form, label in (("mk4", "Vitamin K2 as MK-4"), ("k1", "Vitamin K1"), ("mk7", "Vitamin K2")):
        lab.page.evaluate("form => lab.store.setForm(form)", form)
        expect(lab.slider("vitamin_k2")).to_have_attribute("aria-label", label)
        expect(lab.page.locator(".slider[data-key=vitamin_k2] .name")).to_have_text(label)


def test_the_host_hears_of_a_drag_once_on_release_and_of_keys_when_they_come_up(lab: LabPage) -> None:
    lab.start(PARADOX)
    lab.drag("vitamin_k2", 0.3, 0.5, 0.632)
    lab.slider("vitamin_k2").press("ArrowRight")
    lab.page.locator("h1").click()
    said = lab.said()
    assert [each["changed"] for each in said] == [{"vitamin_k2": 200}, {"vitamin_k2": 205}]
    assert [Scenario(**each["session"]["scenario"]) for each in said] == [
        replace(PARADOX, vitamin_k2=200), replace(PARADOX, vitamin_k2=205),
    ]  # fmt: skip


def test_all_works_without_a_host(lab: LabPage) -> None:
    lab.start(hosted=False)
    lab.drag("vitamin_k2", 0.3, 0.1)
    lab.preset("calcium paradox").click()
    lab.do("pin")
    assert lab.store("store.session.pins.length") == 1
    sheet = lab.open_menu()
    for name in ("save", "share"):
        expect(sheet.locator(f"[data-do={name}]")).to_have_count(0)


def test_chosen_preset_and_account_are_pressed_and_only_they(lab: LabPage) -> None:
    lab.start(PARADOX, view="projector")
    pressed = lab.page.locator(".head [aria-pressed=true]:visible")
    expect(pressed).to_have_text(["Paradox", "Story"])
    lab.page.locator(".head [data-lens=trials]").click()
    expect(pressed).to_have_text(["Paradox", "Trials"])
    lab.slider("calcium").press("ArrowRight")
    expect(pressed).to_have_text(["Trials"])
    lab.page.evaluate("lab.store.chooseExperiment('MGP knock-out mouse')")
    expect(pressed).to_have_text(["Trials"])  # an experiment is no preset, though its nutrients are one's


def test_the_result_is_said_once_with_its_numbers_when_the_hand_is_still(lab: LabPage) -> None:
    lab.stop_clock()
    lab.start(PARADOX)
    lab.page.clock.run_for(3000)
    expect(lab.spoken).to_have_text("")  # what opens is read as it stands
    for _ in range(4):
        lab.slider("vitamin_k2").press("ArrowRight")
        lab.page.clock.run_for(500)
    assert lab.spoken.text_content() == ""
    lab.page.clock.run_for(300)
    told = told_after(lab, replace(PARADOX, vitamin_k2=30))
    expect(lab.spoken).to_have_text(re.compile(
        f"{re.escape(told)} Bone −\\d\\.\\d percent, artery calcium times \\d\\.\\d after 10 years\\.$"))  # fmt: skip
    expect(lab.spoken).to_have_attribute("role", "status")


def test_years_play_in_five_seconds_pause_midway_and_a_change_goes_to_the_last(browser: Browser) -> None:
    with lab_page(browser) as lab:
        lab.stop_clock()
        lab.start(PARADOX)
        lab.page.locator("button.play").click()
        lab.page.clock.run_for(2500)
        assert lab.store("store.year") == pytest.approx(5, abs=0.1)
        expect(lab.page.locator("button.play")).to_have_attribute("aria-label", "Pause")
        lab.page.locator("button.play").click()
        held = lab.store("store.year")
        lab.page.clock.run_for(1000)
        assert lab.store("[store.year, store.playing]") == [held, False]
        lab.page.locator("button.play").click()  # goes on from there
        lab.page.clock.run_for(1000)
        assert lab.store("store.year") == pytest.approx(held + 2, abs=0.1)
        lab.slider("vitamin_k2").press("ArrowRight")
        assert lab.store("[store.year, store.playing]") == [10, False]
        lab.page.locator("button.play").click()
        lab.page.clock.run_for(5200)
        assert lab.store("[store.year, store.playing]") == [10, False]


def test_the_year_can_be_set_and_is_what_picture_and_sentence_show(lab: LabPage) -> None:
    lab.start(PARADOX)
    year = lab.page.locator("input.year")
    year.fill("0.5")
    expect(lab.sentence).to_have_text("The years begin. Watch the bone on the left and the artery on the right.")
    year.fill("4")
    expect(year).to_have_attribute("aria-valuetext", "year 4 of 10")
    expect(lab.page.locator(".year-text")).to_have_text("Year 4")
    assert lab.store("store.year") == 4


def test_with_less_motion_the_years_go_one_by_one(lab: LabPage) -> None:
    lab.stop_clock()
    lab.start(PARADOX)
    assert lab.store("store.moving") is False
    lab.page.locator("button.play").click()
    seen = []
    for _ in range(40):
        lab.page.clock.run_for(130)
        seen.append(lab.store("store.year"))
    assert sorted(set(seen)) == list(range(11)) and seen == sorted(seen)
