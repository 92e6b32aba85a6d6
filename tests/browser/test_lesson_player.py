"""A lesson as pupils play it: by keyboard alone, on any screen, on paper."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect
from support.accessible import found_by_axe, nothing_in
from support.for_each import for_each
from support.lesson import TEXT, LessonPage, lesson_page, lessons, places

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
    assert lesson.kept() == {}
    lesson.root.get_by_label("Bones").check()
    lesson.press()
    assert lesson.kept()["locked"] == ["place"]
    expect(lesson.go).to_have_text(TABLETS["steps"][0]["next"])


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


@pytest.mark.parametrize(("key", "heading"), [("paradox", "Ten years of tablets"), ("constructor", "Lessons")])
def test_an_older_link_finds_the_lesson_that_took_the_place_and_other_words_the_list(
    key: str, heading: str, lesson: LessonPage
) -> None:
    lesson.page.evaluate(
        """async (key) => {
          const { createLessons } = await import("/lesson/lessons.js");
          createLessons(document.querySelector("main"), { opened() {} }).show(key);
        }""",
        key,
    )
    expect(lesson.page.get_by_role("heading", level=1)).to_have_text(heading)
