"""Tasks of a lesson that are drawn: a line, ten years, a search for a setting, dots; by mouse, touch and keys."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from support.accessible import found_by_axe
from support.lesson_page import answer, can_go_on, kept, open_lesson, run_of

from sim.lessons import played
from sim.lessons.placeholders import PROTEINS
from sim.runs.quantities import QUANTITIES
from sim.text.values import told

Open = Callable[..., Page]
TASKS: Any = played("tablets").tasks
TENTHS = {"calcium": (4, 25), "vitamin_d": (0, 50), "vitamin_k2": (0, 50)}


@pytest.fixture
def at(browser: Browser) -> Iterator[Open]:
    """Return what opens the lesson of the tablets at a task, with less motion; nothing may fail on the way."""
    pages: list[Page] = []
    failed: list[str] = []

    def open_at(task: str, **how: Any) -> Page:
        pages.append(open_lesson(browser, task, **{"reduced_motion": "reduce", **how}))
        pages[-1].on("pageerror", lambda error: failed.append(str(error)))
        return pages[-1]

    yield open_at
    for page in pages:
        page.context.close()
    assert failed == []


def end(quantity: str, **settings: Any) -> float:
    return float(QUANTITIES[quantity].end(run_of(**settings)))


def seen(quantity: str, **settings: Any) -> str:
    return told(QUANTITIES[quantity], end(quantity, **settings))


def press(page: Page) -> None:
    page.locator(".go").click()


def keys(page: Page, *names: str) -> None:
    for name in names:
        page.keyboard.press(name)


def paper(page: Page) -> tuple[float, float, float, float]:
    """Return where the axes lie on the screen: left, right, top and bottom line."""
    rules = [page.locator(".axes-rule").nth(i).bounding_box() for i in (0, -1)]
    first, last = rules
    assert first and last
    ends = sorted([first["y"], last["y"]])
    return first["x"], first["x"] + first["width"], ends[0], ends[1]


def stroke(page: Page, *points: tuple[float, float]) -> None:
    page.mouse.move(*points[0])
    page.mouse.down()
    for point in points[1:]:
        page.mouse.move(*point, steps=30)
    page.mouse.up()


def swipe(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Move a finger over the screen."""
    screen = page.context.new_cdp_session(page)
    for i in range(11):
        x, y = (a + (b - a) * i / 10 for a, b in zip(start, end, strict=True))
        kind = "touchMove" if i else "touchStart"
        screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


# A line is drawn


def test_a_line_is_drawn_with_the_mouse_and_needs_its_end_and_a_reason(at: Open) -> None:
    page = at("draw_bones")
    left, right, top, bottom = paper(page)
    middle = (top + bottom) / 2
    stroke(page, (left, middle), ((left + right) / 2, middle))
    page.get_by_text(TASKS["draw_bones"].because[1]).click()
    assert len(answer(page, "draw_bones")["line"]) == 11 and not can_go_on(page)
    stroke(page, ((left + right) / 2, middle), (right, top))
    line = answer(page, "draw_bones")["line"]
    assert (len(line), line[0], line[20]) == (21, 50, 100)
    assert line[:10] == [50] * 10 and line[9:] == sorted(line[9:])
    assert line[15] == pytest.approx(75, abs=2)
    assert answer(page, "draw_bones")["because"] == 1 and can_go_on(page)


def test_a_line_without_a_reason_is_not_locked(at: Open) -> None:
    page = at("draw_bones")
    left, right, _, bottom = paper(page)
    stroke(page, (left, bottom), (right, bottom))
    assert len(answer(page, "draw_bones")["line"]) == 21 and not can_go_on(page)


def test_a_part_drawn_again_leaves_the_rest(at: Open) -> None:
    page = at("draw_bones")
    left, right, top, bottom = paper(page)
    stroke(page, (left, (top + bottom) / 2), (right, top))
    before = answer(page, "draw_bones")["line"]
    along = [left + (right - left) * i / 20 for i in (5, 8)]
    stroke(page, (along[0], bottom), (along[1], bottom))
    after = answer(page, "draw_bones")["line"]
    assert after[5:9] == [0] * 4
    stroke(page, (left, top), (along[0], top))
    assert answer(page, "draw_bones")["line"][:6] == [50] + [100] * 5  # where everything begins stays
    assert after[:5] + after[9:] == before[:5] + before[9:]


def test_start_again_leaves_nothing_but_the_start(at: Open) -> None:
    page = at("draw_arteries")
    left, right, top, _ = paper(page)
    stroke(page, (left, top), (right, top))
    page.get_by_role("button", name="Start again").click()
    assert answer(page, "draw_arteries")["line"] == [17]
    assert not page.get_by_role("button", name="Start again").is_visible()


def test_a_line_is_drawn_with_keys_and_says_where_it_is(at: Open) -> None:
    page = at("draw_bones")
    pen = page.get_by_role("slider")
    pen.focus()
    keys(page, "ArrowRight", "ArrowRight", "ArrowUp", "ArrowUp", "PageUp")
    assert answer(page, "draw_bones")["line"] == [50, 50, 64]
    assert pen.get_attribute("aria-valuetext") == "year 1: +1.7 %"
    assert pen.get_attribute("aria-valuenow") == "64"
    keys(page, "End", "ArrowDown", "Home", "PageDown")
    line = answer(page, "draw_bones")["line"]
    assert (line[:3], line[3:20], line[20]) == ([50, 40, 64], [64] * 17, 62)


def test_a_locked_line_stays_as_it_is(at: Open) -> None:
    page = at("draw_bones")
    left, right, top, bottom = paper(page)
    stroke(page, (left, top), (right, top))
    page.get_by_text(TASKS["draw_bones"].because[1]).click()
    press(page)
    before = answer(page, "draw_bones")
    assert page.get_by_role("slider").count() == 0 and page.locator(".axes-line.model").count() == 0
    stroke(page, (left, bottom), (right, bottom))
    page.locator(".axes svg").dispatch_event("keydown", {"key": "ArrowDown"})
    assert answer(page, "draw_bones") == before
    page.get_by_role("button", name="Change it").click()
    stroke(page, (left, bottom), (right, bottom))
    assert answer(page, "draw_bones")["line"][20] == 0


@pytest.mark.parametrize("height", [844, 640, 390])
def test_a_finger_draws_without_moving_the_page_and_moves_it_beside(at: Open, height: int) -> None:
    page = at("draw_bones", width=390, height=height, has_touch=True)
    axes = page.locator(".axes svg").bounding_box()
    assert axes and axes["height"] <= 0.6 * height + 1
    low = (axes["x"] + 220, min(axes["y"] + axes["height"] - 30, height - 130))
    swipe(page, low, (low[0], low[1] - 90))
    swipe(page, low, (low[0] - 100, low[1] - 90))
    assert min(answer(page, "draw_bones")["line"]) < 40
    page.wait_for_timeout(200)
    assert page.evaluate("scrollY") == 0
    title = (axes["x"] + 100, axes["y"] - 12)
    swipe(page, title, (title[0], title[1] - 90))
    page.wait_for_function("scrollY > 0")


def test_nothing_of_the_model_is_on_the_axes_before_its_run_and_its_line_is_after(at: Open) -> None:
    page = at("draw_arteries")
    assert page.locator(".axes-line.model").count() == 0
    assert "model" not in (page.locator(".axes svg").get_attribute("aria-label") or "")
    after = at("first_idea")
    for _ in range(2):
        after.get_by_role("button", name="Back").click()
    assert after.locator(".axes-line.model").count() == 1
    words = after.locator(".axes svg").get_attribute("aria-label") or ""
    assert f"model: {seen('bone_change')}." in words
    assert after.get_by_role("slider").count() == 0


# Ten years pass


def test_ten_years_show_what_the_model_has_and_answer_each_line(at: Open) -> None:
    page = at("run")
    bone, artery = (page.locator(f"figure.{name} svg") for name in ("bone_change", "arteries_times"))
    assert "200 struts, 200 at" in (bone.get_attribute("aria-label") or "")
    press(page)
    run = run_of()
    struts = round(200 * run.amounts["bone"][-1] / run.amounts["bone"][0])
    specks = round(run.amounts["arteries"][-1] / 10)
    assert bone.get_attribute("aria-label") == f"Slice of bone: {struts} struts, 200 at the start."
    assert page.locator(".strut:not(.lost, [display=none])").count() == struts
    assert page.locator(".strut.lost").count() == 200 - struts
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


def test_the_years_pass_before_they_are_told(at: Open) -> None:
    page = at("run", reduced_motion="no-preference")
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
    assert page.locator(".strut.lost").count() == 5


def test_a_line_that_is_changed_has_its_axes_again_until_the_run_of_the_same_step(at: Open) -> None:
    task = "draw_arteries_with_little_k2"
    page = at(task, lesson="mgp")
    for end_of_line in (83, 17):  # at the lines of ×3 and ×1
        left, right, top, bottom = paper(page)
        stroke(page, (left, bottom), (right, top if end_of_line == 83 else bottom))
        assert answer(page, task, "mgp")["line"][20] == end_of_line
        page.get_by_role("radio").first.check()
        press(page)
        assert page.locator("figcaption").all_inner_texts() == ["×1.0 artery wall\n30 specks"]
        expect(page.locator(".axes text.own")).to_have_count(1)  # drawn once its size is known
        if end_of_line == 83:
            page.get_by_role("button", name="Change it").click()
    press(page)
    assert page.locator(".reply b").inner_text().startswith("You drew ×1.0,")


# A setting is searched


def slide(page: Page, nutrient: str, multiple: float) -> None:
    page.locator(f"input[data-key={nutrient}]").fill(str(multiple))


def guess(page: Page, *words: str) -> None:
    for i, word in enumerate(words):
        page.locator(".guess").nth(i).get_by_text(word).click()


def try_out(page: Page, nutrient: str, multiple: float, *guesses: str) -> str:
    slide(page, nutrient, multiple)
    guess(page, *guesses)
    press(page)
    return page.locator("[data-task=stop_it] .reply").inner_text()


def test_one_change_of_k2_and_no_other_meets_the_goal_as_python_has_it(blank: Page) -> None:
    found = blank.evaluate(
        """async tenths => {
          const [{ LESSONS: { tablets } }, { simulate }, { meets, settingsOf }] =
            await Promise.all(["/lesson_tables.js", "/run.js", "/lesson/conditions.js"].map(name => import(name)));
          const task = tablets.steps.flatMap(step => step.tasks).find(({ key }) => key === "stop_it");
          const she = tablets.cases.she.scenario, one = tablets.cases.neighbour.scenario;
          const tried = settings => ({ settings, run: simulate({ ...she,
            calcium: settings.calcium * one.calcium, vitamin_d: settings.vitamin_d * one.vitamin_d,
            vitamin_k2: settings.vitamin_k2 * one.vitamin_k2 }, 121) });
          const her = tried(settingsOf(tablets, "she"));
          return Object.entries(tenths).flatMap(([nutrient, [low, high]]) =>
            Array.from({ length: high - low + 1 }, (_, i) => (low + i) / 10)
              .filter(multiple => meets(task, tried({ ...her.settings, [nutrient]: multiple }), her))
              .map(multiple => [nutrient, multiple]));
        }""",
        TENTHS,
    )

    def met(nutrient: str, multiple: float) -> bool:
        changed = {nutrient: multiple}
        return end("bone_change", **changed) >= 0 and end("arteries_times", **changed) <= 1.5

    asked = [(name, tenth / 10) for name, (low, high) in TENTHS.items() for tenth in range(low, high + 1)]
    expected = [[name, multiple] for name, multiple in asked if met(name, multiple)]
    assert found == expected
    assert {name for name, _ in expected} == {"vitamin_k2"} and expected[0][1] > 1


def test_each_run_is_guessed_first_told_and_kept_in_the_table(at: Open) -> None:
    page = at("stop_it")
    slide(page, "calcium", 1)
    assert not can_go_on(page)
    guess(page, "worse")
    assert not can_go_on(page)
    reply = try_out(page, "calcium", 1, "worse", "better")
    bone, arteries = (seen(name, calcium=1) for name in ("bone_change", "arteries_times"))
    assert reply.startswith(f"Calcium ×1: bone {bone}, arteries {arteries}.")
    assert TASKS["stop_it"].replies[1].when == "changed=calcium calcium<her"
    assert TASKS["stop_it"].replies[1].text in reply
    rows = page.locator(".tried tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["she", "×2", "×5", "×0.1", seen("bone_change"), seen("arteries_times"), ""],
        ["1", "×1", "×5", "×0.1", bone, arteries, "2 of 2"],
    ]
    guess(page, "better", "better")
    assert not can_go_on(page)  # the same once more would tell nothing
    try_out(page, "calcium", 1.9, "worse", "same")
    assert seen("arteries_times", calcium=1.9) == seen("arteries_times") != seen("arteries_times", calcium=1)
    assert page.locator(".tried tbody tr").last.inner_text().endswith("2 of 2")
    assert "stop_it" not in kept(page)["locked"]


def test_two_changes_do_not_count_even_where_both_organs_are_well(at: Open) -> None:
    page = at("stop_it")
    slide(page, "calcium", 1.9)
    reply = try_out(page, "vitamin_k2", 3, "better", "better")
    assert end("bone_change", calcium=1.9, vitamin_k2=3) > 0 and end("arteries_times", calcium=1.9, vitamin_k2=3) < 1.5
    assert reply.startswith("Calcium ×1.9, Vitamin K2 ×3:") and TASKS["stop_it"].replies[0].text in reply
    assert not answer(page, "stop_it")["found"]
    page.get_by_role("button", name="Calcium, back to ×2").click()
    guess(page, "better", "better")
    press(page)
    page.get_by_text(TASKS["stop_it"].found.text).wait_for()
    assert answer(page, "stop_it")["settings"] == {"calcium": 2, "vitamin_d": 5, "vitamin_k2": 3}
    assert answer(page, "stop_it")["found"] and answer(page, "stop_it")["runs"] == 2
    assert "stop_it" in kept(page)["locked"]
    assert page.locator("input[type=range]:enabled").count() == 0


def test_a_setting_in_other_words_than_multiples_is_nowhere(at: Open) -> None:
    page = at("stop_it")
    try_out(page, "vitamin_d", 1, "better", "better")
    words = page.locator("[data-task=stop_it]").inner_text()
    assert "×5" in words and "blood thinner" in words
    for unit in ("IU", "µg", "mg"):
        assert unit not in words
    spoken = [each.get_attribute("aria-valuetext") for each in page.locator("input[type=range]").all()]
    assert spoken == ["×2", "×1", "×0.1"]


def test_nothing_moves_before_the_run_and_drafts_stay(at: Open) -> None:
    page = at("stop_it")
    before = page.locator("figure.bone_change").inner_text()
    slide(page, "vitamin_k2", 5)
    assert page.locator("figure.bone_change").inner_text() == before
    guess(page, "better")
    draft = answer(page, "stop_it")
    assert (draft["settings"]["vitamin_k2"], draft["guess"], draft["runs"]) == (5, [0, None], 0)


def proteins(vitamin_k2: float) -> tuple[int, int, str]:
    run = run_of(1, 5, vitamin_k2)
    built = round(PROTEINS * run.constant("k2_need"))
    return built, round(built * run.activation["mgp"]), told(QUANTITIES["mgp_activation"], 100 * run.activation["mgp"])


def test_proteins_follow_the_slider_and_only_the_neighbours_share_is_found(at: Open) -> None:
    page = at("same_share")
    share = 100 * run_of(1, 1, 1).activation["mgp"]
    for multiple in (0, 1.3, 2, 2.4, 3, 5):
        slide(page, "vitamin_k2", multiple)
        built, on, told_share = proteins(multiple)
        assert page.locator(".proteins-count").inner_text() == f"{built} built, {on} switched on: {told_share}"
        assert (page.locator(".protein").count(), page.locator(".protein.on").count()) == (built, on)
        near = abs(100 * run_of(1, 5, multiple).activation["mgp"] - share) <= 2
        assert can_go_on(page) == near == answer(page, "same_share")["found"], multiple
        spoken = page.locator("input[type=range]").get_attribute("aria-valuetext") or ""
        assert spoken.startswith(f"×{multiple}. ") and told_share in spoken
    slide(page, "vitamin_k2", 2.4)
    press(page)
    found = TASKS["same_share"].found
    assert page.locator("[data-task=same_share] .reply b").inner_text() == found.title.replace(
        "{run.vitamin_k2}", "×2.4"
    )


def test_what_cannot_be_read_as_a_condition_is_named(blank: Page) -> None:
    hold = """async when => {
      const { holds } = await import("/lesson/conditions.js");
      const settings = { calcium: 2, vitamin_d: 5, vitamin_k2: 0.1 };
      const run = { constants: { mgp_activation: 0.3 } };
      const task = { goal: [{ quantity: "mgp_activation", at_least: 40, at_most: 44 }], one_change: false };
      try {
        return holds(when, task, { settings: { ...settings, calcium: 1 }, run }, { settings, run });
      } catch (error) {
        return error.message;
      }
    }"""
    expected = {
        "": True, "changed=calcium": True, "changed=vitamin_d": False, "changed=many": False, "goal": False,
        "calcium<her": True, "calcium>her": False, "calcium>=her": False, "vitamin_d>=her": True,
        "mgp_activation<goal": True, "mgp_activation>goal": False, "mgp_activation<30": False,
        "mgp_activation>=30": True, "changed=calcium mgp_activation>35": False,
    }  # fmt: skip
    assert {when: blank.evaluate(hold, when) for when in expected} == expected
    assert "Invalid condition 'calcium!her'" in blank.evaluate(hold, "calcium!her")


# Dots are dragged


def test_dots_are_dragged_with_keys_and_tell_nothing_before(at: Open) -> None:
    page = at("trials")
    dots = page.get_by_role("slider")
    assert [dot.get_attribute("aria-valuetext") for dot in dots.all()] == ["?", "?"]
    assert page.locator(".trials").count() == 0 and page.locator(".reply").count() == 0
    dots.nth(0).focus()
    keys(page, "Home", *["ArrowUp"] * 17)
    assert dots.nth(0).get_attribute("aria-valuetext") == "×1.0" and not can_go_on(page)
    dots.nth(1).focus()
    keys(page, "End", "PageDown")
    assert answer(page, "trials") == [17, 90] and can_go_on(page)
    press(page)
    assert page.locator(".axes-line.trials").count() == 2 and page.get_by_role("slider").count() == 0
    words = page.locator(".axes svg").get_attribute("aria-label") or ""
    for label, multiple in (("little K2", 0.1), ("a lot of K2", 2)):
        assert f"{label}: {seen('arteries_times', vitamin_k2=multiple, lens='trials')}." in words


@pytest.mark.parametrize("touch", [False, True])
def test_dots_are_dragged_by_hand_and_a_tap_leaves_one_where_it_is(at: Open, touch: bool) -> None:
    page = at("trials", width=390, height=640, has_touch=touch)
    first, second = (page.locator(".dot .ball").nth(i).bounding_box() for i in (0, 1))
    assert first and second
    x, y = first["x"] + 15, first["y"] + 15
    if touch:
        swipe(page, (x, y), (x, y - 40))
        page.touchscreen.tap(second["x"] + 15, second["y"] + 15)
        assert page.evaluate("scrollY") == 0
    else:
        stroke(page, (x, y), (x, y - 40))
        page.mouse.click(second["x"] + 15, second["y"] + 15)
    moved, stayed = answer(page, "trials")
    assert 75 < moved < 100 and stayed == 33 and can_go_on(page)


# For everybody


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("task", ["place", "draw_bones", "run", "stop_it", "same_share", "trials"])
def test_a_check_for_accessibility_finds_nothing_at_a_task_and_after_it(at: Open, task: str, dark: bool) -> None:
    page = at(task, height=2000, color_scheme="dark" if dark else "light")
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
def test_on_a_phone_nothing_leaves_the_screen(at: Open, task: str, width: int) -> None:
    page = at(task, width=width, height=700)
    if task == "run":
        press(page)
    elif task == "stop_it":
        try_out(page, "calcium", 1, "better", "better")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    labels = page.locator(".axes text:visible, .person text:visible").all()
    for box in [label.bounding_box() for label in labels]:
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width


def test_on_a_phone_what_a_setting_does_stands_under_its_slider(at: Open) -> None:
    page = at("same_share", width=390, height=844)
    slider, shown = (page.locator(place).bounding_box() for place in ("input[type=range]", ".proteins"))
    assert slider and shown
    assert 0 < shown["y"] - slider["y"] < 200
    assert page.locator(".proteins").count() == 1


def test_places_are_tapped_on_the_body_as_well(at: Open) -> None:
    page = at("place")
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
