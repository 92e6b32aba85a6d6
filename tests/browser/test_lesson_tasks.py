"""Ten years that pass, places that are tapped, and every kind of task on phones and to those who cannot see it."""

import json

import pytest
from playwright.sync_api import expect
from support.accessible import found_by_axe
from support.lesson_page import TASKS, OpenAt, answer, kept, press, run_of, seen, slide, try_out

# Ten years pass


def test_ten_years_show_what_the_model_has_and_answer_each_line(at_task: OpenAt) -> None:
    page = at_task("run")
    bone, artery = (page.locator(f"figure.{name} svg") for name in ("bone_change", "arteries_times"))
    assert "200 struts, 200 at" in (bone.get_attribute("aria-label") or "")
    press(page)
    run = run_of()
    struts = round(200 * run.amounts["bone"][-1] / run.amounts["bone"][0])
    specks = round(run.amounts["arteries"][-1] / 10)
    assert bone.get_attribute("aria-label") == f"Slice of bone: {struts} struts, 200 at the start."
    expect(page.locator(".strut:not(.lost, [display=none])")).to_have_count(struts)
    expect(page.locator(".strut.lost")).to_have_count(200 - struts)
    assert f"{specks} specks of calcium in its wall, 30 at" in (artery.get_attribute("aria-label") or "")
    assert page.locator(".speck.new").count() == pytest.approx(specks - 30, abs=1)
    assert page.locator(".organs-scale").inner_text() == "1 strut = 5 g. 1 speck = 10 mg, 500 times less."
    replies = page.locator(".reply").all_inner_texts()
    drawn = {0: ("", "", 0), 1: ("bone_change", "+2.4 %", 2), 2: ("arteries_times", "×1.6", 5)}
    for place, (quantity, end_of_line, number) in drawn.items():
        expected = TASKS["run"].replies[number]
        title = expected.title.replace("{drawn}", end_of_line)
        if quantity:
            title = title.replace(f"{{run.{quantity}}}", seen(quantity))
        assert replies[place].split("\n\n") == [title, expected.text]
    assert "run" in kept(page)["locked"]


def test_the_years_pass_before_they_are_told(at_task: OpenAt) -> None:
    page = at_task("run", reduced_motion="no-preference")
    page.evaluate("import('/lesson_tables.js').then(m => { m.LESSONS.tablets.steps[3].tasks[0].seconds = 1.2; })")
    press(page)
    midway = page.wait_for_function("""() => {
      const go = document.querySelector('.go'), all = selector => document.querySelectorAll(selector).length;
      return go.textContent === 'Year 5' && {
        able: go.ariaDisabled !== 'true', kept: localStorage.getItem('calcium-lab.lesson.tablets'),
        replies: all('.reply'), lost: all('.strut.lost')};
    }""").json_value()
    assert "run" not in json.loads(midway["kept"])["locked"]
    assert (midway["able"], midway["replies"]) == (False, 0)
    assert 0 < midway["lost"] < 5
    page.locator(".reply").first.wait_for()
    assert "run" in kept(page)["locked"]
    expect(page.locator(".strut.lost")).to_have_count(5)


# For everybody


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("task", ["place", "draw_bones", "run", "stop_it", "same_share", "trials"])
def test_a_check_for_accessibility_finds_nothing_at_a_task_and_after_it(at_task: OpenAt, task: str, dark: bool) -> None:
    page = at_task(task, height=2000, color_scheme="dark" if dark else "light")
    found = found_by_axe(page)
    if task == "run":
        press(page)
    elif task == "stop_it":
        try_out(page, "vitamin_k2", 2, "better", "better")
    elif task == "same_share":
        slide(page, "vitamin_k2", 2.4)
        press(page)
    elif task == "trials":
        for i in range(2):
            page.get_by_role("slider").nth(i).press("ArrowUp")
        press(page)
    assert found + found_by_axe(page) == []


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("task", ["place", "draw_arteries", "run", "stop_it", "same_share", "trials"])
def test_on_a_phone_nothing_leaves_the_screen(at_task: OpenAt, task: str, width: int) -> None:
    page = at_task(task, width=width, height=700)
    if task == "run":
        press(page)
    elif task == "stop_it":
        try_out(page, "calcium", 1, "better", "better")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    labels = page.locator(".axes text:visible, .person text:visible").all()
    for box in [label.bounding_box() for label in labels]:
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width


def test_on_a_phone_what_a_setting_does_stands_under_its_slider(at_task: OpenAt) -> None:
    page = at_task("same_share", width=390, height=844)
    slider, shown = (page.locator(place).bounding_box() for place in ("input[type=range]", ".proteins"))
    assert slider and shown
    assert 0 < shown["y"] - slider["y"] < 200
    expect(page.locator(".proteins")).to_have_count(1)


def test_places_are_tapped_on_the_body_as_well(at_task: OpenAt) -> None:
    page = at_task("place")
    for i, place in enumerate(("bone", "blood", "artery", "out")):
        page.locator(f".person-place[data-place={place}]").click()
        assert answer(page, "place") == i
        assert page.locator(".person-place.chosen").get_attribute("data-place") == place
        assert page.get_by_role("radio").nth(i).is_checked()
    page.locator(".person-bone").click()
    assert answer(page, "place") == 0
    press(page)
    page.locator(".person-place[data-place=out]").click()
    assert answer(page, "place") == 0


def test_a_list_of_which_nothing_is_ticked_is_an_answer(at_task: OpenAt) -> None:
    page = at_task("ticks")
    press(page)
    assert answer(page, "ticks") == [False] * len(TASKS["ticks"].items)


def test_on_a_phone_held_sideways_picture_and_text_stand_beside_each_other(at_task: OpenAt) -> None:
    page = at_task("draw_bones", width=844, height=390)
    picture, heading = (page.locator(name).bounding_box() for name in (".axes", "h1"))
    assert picture and heading and picture["x"] + picture["width"] <= heading["x"]
    assert heading["y"] < 390 / 2
