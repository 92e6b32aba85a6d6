"""Lines and dots that are put on axes, by mouse, touch and keys."""

import pytest
from playwright.sync_api import expect
from support.lesson_page import TASKS, OpenAt, answer, can_go_on, drawn, keys, paper, press, seen, stroke, swipe

# A line is drawn


def test_a_line_is_drawn_with_the_mouse_and_needs_its_end_and_a_reason(at_task: OpenAt) -> None:
    page = at_task("draw_bones")
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


def test_a_line_without_a_reason_is_not_locked(at_task: OpenAt) -> None:
    page = at_task("draw_bones")
    left, right, _, bottom = paper(page)
    stroke(page, (left, bottom), (right, bottom))
    assert len(answer(page, "draw_bones")["line"]) == 21 and not can_go_on(page)


def test_a_part_drawn_again_leaves_the_rest(at_task: OpenAt) -> None:
    page = at_task("draw_bones")
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


def test_start_again_leaves_nothing_but_the_start(at_task: OpenAt) -> None:
    page = at_task("draw_arteries")
    left, right, top, _ = paper(page)
    stroke(page, (left, top), (right, top))
    page.get_by_role("button", name="Start again").click()
    assert answer(page, "draw_arteries")["line"] == [17]
    assert not page.get_by_role("button", name="Start again").is_visible()


def test_a_line_is_drawn_with_keys_and_says_where_it_is(at_task: OpenAt) -> None:
    page = at_task("draw_bones")
    pen = page.get_by_role("slider")
    pen.focus()
    keys(page, "ArrowRight", "ArrowRight", "ArrowUp", "ArrowUp", "PageUp")
    assert answer(page, "draw_bones")["line"] == [50, 50, 64]
    assert pen.get_attribute("aria-valuetext") == "year 1: +1.7 %"
    assert pen.get_attribute("aria-valuenow") == "64"
    keys(page, "End", "ArrowDown", "Home", "PageDown")
    line = answer(page, "draw_bones")["line"]
    assert (line[:3], line[3:20], line[20]) == ([50, 40, 64], [64] * 17, 62)


def test_a_locked_line_stays_as_it_is(at_task: OpenAt) -> None:
    page = at_task("draw_bones")
    left, right, top, bottom = paper(page)
    stroke(page, (left, top), (right, top))
    page.get_by_text(TASKS["draw_bones"].because[1]).click()
    press(page)
    before = answer(page, "draw_bones")
    expect(page.get_by_role("slider")).to_have_count(0)
    expect(page.locator(".axes-line.model")).to_have_count(0)
    stroke(page, (left, bottom), (right, bottom))
    page.locator(".axes svg").dispatch_event("keydown", {"key": "ArrowDown"})
    assert answer(page, "draw_bones") == before
    page.get_by_role("button", name="Change it").click()
    stroke(page, (left, bottom), (right, bottom))
    assert answer(page, "draw_bones")["line"][20] == 0


@pytest.mark.parametrize("height", [844, 640, 390])
def test_a_finger_draws_without_moving_the_page_and_moves_it_beside(at_task: OpenAt, height: int) -> None:
    page = at_task("draw_bones", width=390, height=height, has_touch=True)
    axes = page.locator(".axes svg").bounding_box()
    assert axes and axes["height"] <= 0.6 * height + 1
    low = (axes["x"] + 220, min(axes["y"] + axes["height"] - 30, height - 130))
    swipe(page, low, (low[0], low[1] - 90))
    swipe(page, low, (low[0] - 100, low[1] - 90))
    assert min(answer(page, "draw_bones")["line"]) < 40
    drawn(page)
    assert page.evaluate("scrollY") == 0
    title = (axes["x"] + 100, axes["y"] - 12)
    swipe(page, title, (title[0], title[1] - 90))
    page.wait_for_function("scrollY > 0")


def test_nothing_of_the_model_is_on_the_axes_before_its_run_and_its_line_is_after(at_task: OpenAt) -> None:
    page = at_task("draw_arteries")
    assert page.locator(".axes-line.model").count() == 0
    assert "model" not in (page.locator(".axes svg").get_attribute("aria-label") or "")
    after = at_task("first_idea")
    for _ in range(2):
        after.get_by_role("button", name="Back").click()
    expect(after.locator(".axes-line.model")).to_have_count(1)
    words = after.locator(".axes svg").get_attribute("aria-label") or ""
    assert f"model: {seen('bone_change')}." in words
    assert after.get_by_role("slider").count() == 0


def test_a_line_that_is_changed_has_its_axes_again_until_the_run_of_the_same_step(at_task: OpenAt) -> None:
    task = "draw_arteries_with_little_k2"
    page = at_task(task, lesson="mgp")
    for end_of_line in (83, 17):  # at the lines of ×3 and ×1
        left, right, top, bottom = paper(page)
        stroke(page, (left, bottom), (right, top if end_of_line == 83 else bottom))
        assert answer(page, task, "mgp")["line"][20] == end_of_line
        page.get_by_role("radio").first.check()
        press(page)
        expect(page.locator("figcaption")).to_have_text(["×1.0 artery wall\n30 specks"], use_inner_text=True)
        expect(page.locator(".axes text.own")).to_have_count(1)  # drawn once its size is known
        if end_of_line == 83:
            page.get_by_role("button", name="Change it").click()
    press(page)
    assert page.locator(".reply b").inner_text().startswith("You drew ×1.0,")


# Dots are dragged


def test_dots_are_dragged_with_keys_and_tell_nothing_before(at_task: OpenAt) -> None:
    page = at_task("trials")
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
    expect(page.locator(".axes-line.trials")).to_have_count(2)
    expect(page.get_by_role("slider")).to_have_count(0)
    words = page.locator(".axes svg").get_attribute("aria-label") or ""
    for label, multiple in (("little K2", 0.1), ("a lot of K2", 2)):
        assert f"{label}: {seen('arteries_times', vitamin_k2=multiple, lens='trials')}." in words


@pytest.mark.parametrize("touch", [False, True])
def test_dots_are_dragged_by_hand_and_a_tap_leaves_one_where_it_is(at_task: OpenAt, touch: bool) -> None:
    page = at_task("trials", width=390, height=640, has_touch=touch)
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
