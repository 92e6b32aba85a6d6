"""What a device keeps of a lesson: every stroke, until somebody new begins; and what can still be changed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from support.for_each import for_each
from support.lesson import LessonPage, kept_at, lesson_page, lessons, places

from sim.text.messages import say

TABLETS = lessons()["tablets"]


@pytest.fixture
def lesson(browser: Browser) -> Iterator[LessonPage]:
    with lesson_page(browser) as page:
        yield page


@for_each("place", places("tablets"))
def test_a_page_that_is_loaded_anew_is_at_the_same_place_with_all_that_was_answered(
    place: tuple[int, int], lesson: LessonPage
) -> None:
    at, done = place
    lesson.at(at, done)
    seen, kept = lesson.root.locator(".step").inner_text(), lesson.kept()
    lesson.again()
    expect(lesson.root.locator(".step")).to_have_text(seen, use_inner_text=True)
    assert lesson.kept() | {"at": 0} == kept | {"at": 0}
    expect(lesson.where).to_have_text(f"Step {at + 1} of 9")


def test_a_draft_is_kept_at_every_stroke(lesson: LessonPage) -> None:
    lesson.at(3, 1)
    field = lesson.root.get_by_role("textbox")
    field.press_sequentially("Bone is a st")
    assert lesson.kept()["answers"]["first_idea"] == "Bone is a st"
    lesson.again()
    expect(lesson.root.get_by_role("textbox")).to_have_value("Bone is a st")
    assert "first_idea" not in lesson.kept()["locked"]


def test_two_lessons_on_one_device_know_nothing_of_each_other(lesson: LessonPage) -> None:
    lesson.at(3, 1)
    tablets = lesson.kept()
    lesson.start("mgp")
    expect(lesson.where).to_have_text("Step 1 of 4")
    lesson.at(1, 0, "mgp")
    assert lesson.kept() == tablets
    lesson.start("tablets")
    expect(lesson.where).to_have_text("Step 4 of 9")


def test_a_device_that_keeps_nothing_says_so_and_plays_all_the_same(browser: Browser) -> None:
    with lesson_page(browser) as lesson:
        lesson.page.evaluate("""() => Object.defineProperty(window, 'localStorage',
          { get() { throw new DOMException('refused', 'SecurityError'); } })""")
        lesson.start()
        expect(lesson.root.locator("[data-about=storage]")).to_have_text(say("lesson-not-kept"))
        lesson.root.get_by_label("Blood").check()
        lesson.press()
        lesson.press()
        expect(lesson.where).to_have_text("Step 2 of 9")
        lesson.back.click()
        expect(lesson.root.get_by_label("Blood")).to_be_checked()
        lesson.start()  # closed and opened again on the same page
        expect(lesson.root.get_by_label("Blood")).to_be_checked()


@for_each("text", ["", "null", "{", "[]", "5", '{"version": 0, "step": 3}', '{"version": 1, "step": "x"}'])
def test_what_is_no_kept_lesson_is_passed_over(text: str, lesson: LessonPage) -> None:
    lesson.page.evaluate("text => localStorage.setItem('calcium-lab.lesson.tablets', text)", text)
    lesson.start()
    expect(lesson.where).to_have_text("Step 1 of 9")


def test_what_nobody_touches_for_a_week_goes_and_all_else_stays(lesson: LessonPage) -> None:
    now = lesson.page.evaluate("Date.now()")
    day = 24 * 3600 * 1000
    lesson.keep(kept_at("tablets", 2) | {"at": now - 8 * day})
    lesson.keep(kept_at("mgp", 1) | {"at": now - 6 * day}, "mgp")
    lesson.page.evaluate("localStorage.setItem('somebody-else', 'x')")
    lesson.page.evaluate("async () => (await import('/lesson/progress.js')).sweep()")
    assert lesson.kept() == {}
    assert lesson.kept("mgp")["step"] == 1
    assert lesson.page.evaluate("localStorage.getItem('somebody-else')") == "x"


def test_someone_new_begins_with_nobodys_answers_after_a_question(lesson: LessonPage) -> None:
    lesson.at(3, 1)
    note = lesson.root.locator("[data-about=resumed]")
    note.get_by_text(say("lesson-renew")).click()
    expect(note.get_by_text(say("lesson-renew-no"))).to_be_focused()
    note.get_by_text(say("lesson-renew-no")).click()
    assert lesson.kept()["answers"]["place"] == 0
    ticket = lesson.kept()["ticket"]
    note.get_by_text(say("lesson-renew")).click()
    note.get_by_text(say("lesson-renew-yes")).click()
    expect(lesson.where).to_have_text("Step 1 of 9")
    expect(note).to_have_count(0)
    assert lesson.kept()["answers"] == {} and lesson.kept()["locked"] == []
    assert lesson.kept()["ticket"] != ticket
    expect(lesson.root.locator("input:checked")).to_have_count(0)


# Back, and what can still be changed.


def test_back_is_free_and_the_browsers_own_goes_a_step_back_too(lesson: LessonPage) -> None:
    lesson.at(3)
    lesson.back.click()
    expect(lesson.where).to_have_text("Step 3 of 9")
    lesson.press()
    expect(lesson.where).to_have_text("Step 4 of 9")
    lesson.page.go_back()
    expect(lesson.where).to_have_text("Step 3 of 9")
    lesson.page.go_back()
    expect(lesson.where).to_have_text("Step 4 of 9")
    lesson.page.go_forward()
    expect(lesson.where).to_have_text("Step 3 of 9")


def test_no_step_can_be_gone_to_before_the_ones_before_it_are_done(lesson: LessonPage) -> None:
    lesson.keep(kept_at("tablets", 2) | {"step": 7})
    lesson.start()
    expect(lesson.where).to_have_text("Step 3 of 9")


def test_what_is_locked_can_be_changed_until_its_run_is_seen(lesson: LessonPage) -> None:
    lesson.at(0, 1)
    change = lesson.task("place").get_by_role("button", name=say("lesson-change"))
    expect(lesson.root.get_by_label("Bones")).to_be_disabled()
    change.click()
    lesson.root.get_by_label("Out again").check()
    lesson.press()
    assert lesson.kept()["answers"]["place"] == 3
    lesson.keep(kept_at("tablets", 3, 1) | {"step": 0})
    lesson.start()
    expect(lesson.where).to_have_text("Step 1 of 9")
    expect(change).to_be_hidden()
    lesson.keep(kept_at("tablets", 3, 1) | {"step": 1})
    lesson.start()
    expect(lesson.task("draw_bones").get_by_role("button", name=say("lesson-change"))).to_be_hidden()
