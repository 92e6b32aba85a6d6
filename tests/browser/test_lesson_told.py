"""Nothing of a lesson is told before it is predicted, and nothing that is written is told to a room."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from support.for_each import for_each
from support.lesson import TEXT, LessonPage, answer, kept_at, lesson_page, lessons, places, tasks

from sim.text.messages import say

TABLETS = lessons()["tablets"]


@pytest.fixture
def lesson(browser: Browser) -> Iterator[LessonPage]:
    with lesson_page(browser) as page:
        yield page


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


def test_a_task_appears_when_the_one_before_it_is_locked(lesson: LessonPage) -> None:
    for at, done in places("tablets"):
        keys = [task["key"] for task in TABLETS["steps"][at]["tasks"]][: done + 1]
        shown = lesson.at(at, done).root.locator(".task").all()
        assert [task.get_attribute("data-task") for task in shown] == keys


def test_what_is_to_be_said_after_a_task_is_said_there_and_on_the_page_taken_home(browser: Browser) -> None:
    with lesson_page(browser) as page:
        for key, found in lessons().items():
            for at, step in enumerate(found["steps"]):
                for done, task in enumerate(step["tasks"], 1):
                    if task.get("after") and task.get("reveal", "now") == "now":
                        page.at(at, done, key)
                        expect(page.task(task["key"])).to_contain_text(task["after"][0]["title"])
            page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
            told = page.root.locator(".on-paper").text_content() or ""
            early = key == "tablets"  # whose first is said only until the run
            assert [
                task["key"] for task in tasks(key) if task.get("after") and task["after"][0]["title"] not in told
            ] == (["place"] if early else [])


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
    expect(lesson.where).to_have_text("Step 5 of 9")
    sent = lesson.page.evaluate("sent")
    assert sent[-1]["answers"]["place"] == 0 and sent[-1]["answers"]["run"] is True
    assert TEXT not in json.dumps(sent)


def test_a_room_that_goes_on_takes_along_who_is_done_and_nobody_else(lesson: LessonPage) -> None:
    lesson.keep(kept_at("tablets", 0, 1))
    lesson.page.evaluate("says({open: 0})")
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


def test_a_room_has_the_answers_and_no_code_is_asked_for(lesson: LessonPage) -> None:
    lesson.at(8, 2)
    expect(lesson.root.locator(".class-code")).to_be_visible()
    lesson.page.evaluate("says({open: 8, revealed: ['ten_years']})")
    lesson.start(room=True)
    expect(lesson.root.locator(".ending")).to_contain_text(say("lesson-end"))
    expect(lesson.root.locator(".class-code")).to_have_count(0)
