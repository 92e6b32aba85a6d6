"""A lesson as pupils play it: by keyboard alone, kept at every stroke, nothing told before it is due."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect
from support.accessible import found_by_axe, nothing_in
from support.for_each import for_each
from support.lesson import TEXT, LessonPage, answer, kept_at, lesson_page, lessons, places, tasks

from sim.text.messages import say
from sim.text.sentences import NOTICE

TABLETS = lessons()["tablets"]


@pytest.fixture
def lesson(browser: Browser) -> Iterator[LessonPage]:
    with lesson_page(browser) as page:
        yield page


class Keys:
    """Somebody who has only a keyboard."""

    def __init__(self, lesson: LessonPage) -> None:
        self.lesson = lesson
        self.press = lesson.page.keyboard.press

    def to(self, goal: Locator) -> None:
        """Go on by Tab until something has the focus."""
        for _ in range(60):
            if goal.evaluate("each => each === document.activeElement"):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not reach {goal}.")

    def choose(self, fields: Locator) -> None:
        """Choose the first answer of each group."""
        for at in range(fields.count()):
            self.to(fields.nth(at).locator("input").first)
            self.press("Space")

    def move(self, slider: Locator, key: str, times: int) -> None:
        """Move a slider."""
        self.to(slider)
        for _ in range(times):
            self.press(key)

    def onward(self) -> None:
        """Press the button at the foot."""
        expect(self.lesson.go).to_have_attribute("aria-disabled", "false")
        self.to(self.lesson.go)
        self.press("Enter")

    def do(self, task: dict[str, Any]) -> None:
        """Do a task and lock it; the vote twice."""
        place, kind = self.lesson.task(task["key"]), task["kind"]
        groups = place.locator("fieldset:visible")
        if kind == "draw":
            self.move(self.lesson.root.locator("svg[role=slider]"), "End", 1)
            self.move(self.lesson.root.locator("svg[role=slider]"), "ArrowUp", 3)
        if kind == "find":
            self.move(place.locator("input[data-key=vitamin_k2]"), "ArrowRight", 17 if task.get("guesses") else 14)
        if kind == "drag":
            for dot in self.lesson.root.locator("svg [role=slider]").all():
                self.move(dot, "ArrowDown", 5)
        if kind == "write":
            for field in place.locator("textarea").all():
                self.to(field)
                self.lesson.page.keyboard.type(TEXT)
        if kind in ("choose", "draw", "find", "vote", "sort", "tick"):
            self.choose(groups)
        self.onward()
        if kind == "vote":
            expect(self.lesson.go).to_have_text(say("lesson-vote-again"))
            self.choose(groups)
            self.onward()
        expect(place).to_have_attribute("data-locked", "yes")


def test_the_first_lesson_is_walked_by_keyboard_alone_and_the_focus_is_never_lost(lesson: LessonPage) -> None:
    keys = Keys(lesson.start())
    for at, step in enumerate(TABLETS["steps"]):
        expect(lesson.where).to_have_text(f"Step {at + 1} of 9")
        for task in step["tasks"]:
            keys.do(task)
            assert lesson.page.evaluate("document.activeElement.closest('.lesson') !== null"), task["key"]
        if at < 8:
            keys.onward()
            expect(lesson.heading).to_be_focused()
    with lesson.page.expect_download() as download:
        keys.onward()
    text = download.value.path().read_text("utf-8-sig")
    assert download.value.suggested_filename == "tablets.txt"
    assert NOTICE in text and TEXT in text and TABLETS["laterTitle"] in text
    code = lesson.root.locator(".class-code").inner_text()
    assert re.fullmatch("[A-Z2-9]{4}(-[A-Z2-9]{4}){3}", code) and code in text


@for_each("key", [key for key in lessons() if key != "tablets"])
def test_every_lesson_can_be_done_to_its_end(key: str, browser: Browser) -> None:
    with lesson_page(browser) as lesson:
        for at, step in enumerate(lessons()[key]["steps"]):
            for done, task in enumerate(step["tasks"]):
                lesson.at(at, done, key)
                expect(lesson.go).to_have_text(say("lesson-vote") if task["kind"] == "vote" else task["button"])
            lesson.at(at, len(step["tasks"]), key)
            expect(lesson.go).to_have_text(step["next"])
            expect(lesson.go).to_have_attribute("aria-disabled", "false")


def test_the_button_waits_for_an_answer_and_says_what_it_will_do(lesson: LessonPage) -> None:
    lesson.start()
    expect(lesson.go).to_have_text("Lock my place")
    expect(lesson.go).to_have_attribute("aria-disabled", "true")
    lesson.go.dispatch_event("click")
    assert lesson.kept() is None
    lesson.root.get_by_label("Bones").check()
    lesson.press()
    assert lesson.kept()["locked"] == ["place"]
    expect(lesson.go).to_have_text(TABLETS["steps"][0]["next"])


# Nothing is lost.


@for_each("place", places("tablets"))
def test_a_page_that_is_loaded_anew_is_at_the_same_place_with_all_that_was_answered(
    place: tuple[int, int], lesson: LessonPage
) -> None:
    at, done = place
    lesson.at(at, done)
    seen, kept = lesson.root.locator(".step").inner_text(), lesson.kept()
    lesson.again()
    assert lesson.root.locator(".step").inner_text() == seen
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
    assert lesson.kept() is None
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
    assert lesson.root.locator("input:checked").count() == 0


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


# Nothing is told before it is due.


def told_by(task: dict[str, Any]) -> list[str]:
    """Return the texts that a task brings once it is locked, cut where numbers of a run are filled in."""
    several = task.get("several")
    replies = [
        *task.get("after", []),
        *task.get("replies", []),
        task.get("found"),
        task.get("ledger"),
    ]
    texts = [each[part] for each in replies if each for part in ("title", "text") if part in each]
    texts += [each["reason"] for each in [*task.get("choices", []), *task.get("cards", [])] if "reason" in each]
    texts += [cell for row in task.get("evidence", {"rows": []})["rows"] for cell in row[1:]]
    texts += [task["title"], task["text"]] if task["kind"] == "drag" else []
    texts += [several["model"]] if several else []
    return [piece.strip() for text in texts for piece in re.split(r"\{[^}]*\}|\n\n", text) if len(piece.strip()) > 5]


@for_each(("key", "place"), [(key, place) for key in lessons() for place in places(key)])
def test_nothing_is_told_before_it_is_predicted(key: str, place: tuple[int, int], browser: Browser) -> None:
    """Texts of the page, of the picture, of labels and of the tab, at every place of every lesson."""
    lesson = lessons()[key]
    with lesson_page(browser) as page:
        page.at(*place, key)
        seen = page.texts()
    locked = set(kept_at(key, *place)["locked"])
    due = [task for task in tasks(key) if task["key"] not in locked]
    early = {piece for task in due for piece in told_by(task) if task["kind"] != "find"} & set(seen.split(" | "))
    later = {task["key"] for task in due if task["kind"] == "choose" and task["reveal"] != "now"}
    assert not early, later
    if "laterTitle" in lesson and lesson["steps"][lesson["laterFrom"]]["tasks"][0]["key"] not in locked:
        assert lesson["laterTitle"] not in seen
        assert "harden" not in seen.lower() and "paradox" not in seen.lower().replace(say("app-name").lower(), "")


def test_no_number_of_the_run_stands_on_the_page_before_it_was_seen(lesson: LessonPage) -> None:
    numbers = lesson.page.evaluate(
        """async scenario => {
      const {simulate} = await import('/run.js'), {end} = await import('/quantities.js');
      const {told} = await import('/words/numbers.js');
      const run = simulate(scenario, 121);
      return ['bone_change', 'arteries_times', 'mgp_activation', 'osteocalcin_activation', 'day_urine'].map(
        name => told(name, end(name, run))); }""",
        TABLETS["cases"]["she"]["scenario"],
    )
    assert len(set(numbers)) == 5
    for place in [each for each in places("tablets") if each < (3, 1)]:
        texts = lesson.at(*place).texts()
        assert not [number for number in numbers if number in texts], place
    assert numbers[0] in lesson.at(3, 1).texts()


def test_the_title_tells_the_question_only_after_the_run(lesson: LessonPage) -> None:
    lesson.at(3, 0)
    expect(lesson.heading).to_have_text("Let ten years pass")
    lesson.press()
    expect(lesson.heading).to_have_text(TABLETS["laterTitle"])


# In a room.


def test_in_a_room_ten_years_pass_when_the_teacher_lets_them_and_nothing_written_is_sent(lesson: LessonPage) -> None:
    lesson.keep(kept_at("tablets", 3))
    lesson.page.evaluate("says({open: 3})")
    lesson.start(room=True)
    expect(lesson.go).to_have_text(say("lesson-wait"))
    expect(lesson.go).to_have_attribute("aria-disabled", "true")
    lesson.page.evaluate("says({revealed: ['ten_years']})")
    expect(lesson.heading).to_have_text(TABLETS["laterTitle"])
    lesson.root.get_by_role("textbox").fill(TEXT)
    lesson.press()
    expect(lesson.go).to_have_text(say("lesson-wait"))
    lesson.page.evaluate("says({open: 4})")
    expect(lesson.go).to_have_text(TABLETS["steps"][3]["next"])
    sent = lesson.page.evaluate("sent")
    assert sent[-1]["answers"]["place"] == 0 and sent[-1]["answers"]["run"] is True
    assert TEXT not in json.dumps(sent)


def test_a_room_that_goes_on_takes_along_who_is_done_and_nobody_else(lesson: LessonPage) -> None:
    lesson.keep(kept_at("tablets", 0, 1))
    lesson.page.evaluate("says({open: 0, follow: true})")
    lesson.start(room=True)
    lesson.page.evaluate("says({open: 1})")
    expect(lesson.where).to_have_text("Step 2 of 9")
    lesson.page.evaluate("says({open: 2})")
    expect(lesson.where).to_have_text("Step 2 of 9")


def test_a_lost_line_is_said_and_the_lesson_goes_on(lesson: LessonPage) -> None:
    lesson.page.evaluate("says({open: 8, lost: true})")
    lesson.start(room=True)
    expect(lesson.root.locator("[data-about=line]")).to_have_text(say("lesson-lost-line"))
    lesson.root.get_by_label("Bones").check()
    lesson.press()
    lesson.page.evaluate("says({lost: false})")
    expect(lesson.root.locator("[data-about=line]")).to_have_count(0)


def test_the_first_vote_is_sent_when_it_is_cast_and_the_table_of_a_search_never(lesson: LessonPage) -> None:
    lesson.keep(kept_at("tablets", 5))
    lesson.page.evaluate("says({open: 8, revealed: ['ten_years']})")
    lesson.start(room=True)
    lesson.root.get_by_role("radio").nth(2).check()
    lesson.press()
    answers = lesson.page.evaluate("sent.at(-1).answers")
    assert answers["vote"] == [2]
    assert answers["stop_it"] == {key: value for key, value in answer(tasks("tablets")[5]).items() if key != "table"}


# What it looks like.


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_any_step(width: int, scheme: Any, browser: Browser) -> None:
    found: dict[str, list[str]] = {}
    with lesson_page(browser, width=width, height=3000, color_scheme=scheme) as lesson:
        for at, step in enumerate(TABLETS["steps"]):
            for done in {0, len(step["tasks"])}:
                lesson.at(at, done)
                found[f"step {at + 1}, {done} done"] = found_by_axe(lesson.page)
    nothing_in(found)


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(width: int, browser: Browser) -> None:
    wide: dict[object, int] = {}
    with lesson_page(browser, width=width, height=640) as lesson:
        for key in lessons():
            for place in places(key):
                lesson.at(*place, key)
                wide[key, place] = lesson.page.evaluate("document.documentElement.scrollWidth")
    assert {where: found for where, found in wide.items() if found != width} == {}


@pytest.mark.parametrize("size", [(320, 640), (390, 844), (1280, 720)])
def test_the_button_at_the_foot_is_in_sight_in_every_step(size: tuple[int, int], browser: Browser) -> None:
    with lesson_page(browser, width=size[0], height=size[1]) as lesson:
        for place in places("tablets"):
            lesson.at(*place)
            box = lesson.go.bounding_box()
            assert box and box["y"] + box["height"] <= size[1], place
            assert box["height"] >= 48


def test_on_paper_stands_the_own_page_on_one_sheet_and_nothing_to_press(lesson: LessonPage) -> None:
    lesson.at(8, 2)
    lesson.page.emulate_media(media="print")
    lesson.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = lesson.root.locator(".on-paper")
    expect(paper).to_contain_text(NOTICE)
    expect(paper).to_contain_text(TEXT)
    expect(lesson.go).to_be_hidden()
    assert lesson.page.pdf(format="A4").count(b"/Type /Page\n") == 1
    lesson.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(paper).to_have_count(0)
