"""The lessons: nothing is shown before it is predicted, every option is answered, and the keyboard is enough."""

import re

import pytest
from streamlit.testing.v1 import AppTest
from support.accessible import BOTH_THEMES, PHONE, WIDE, nothing_in, violations
from support.alone import alone, press
from support.for_each import for_each
from support.visit import Open, Visit, expect

from sim import Scenario
from sim.lessons.old import LESSONS, Lesson, Question
from sim.lessons.prediction_words import describe_prediction
from sim.lessons.screens import LETTERS, score, screens
from sim.session.link import Link, Progress, to_query
from sim.text.sentences import BLOOD_THINNER

PARADOX = LESSONS["paradox"]
INVESTIGATION = "Your own investigation"
NEXT = "lesson_next"
ENOUGH_TABS = 60  # the picture of the body alone has thirty places to stop at
each_lesson = pytest.mark.parametrize("lesson", LESSONS.values(), ids=list(LESSONS))


def page(**query: str) -> AppTest:
    """Return the page as a link opens it."""
    return alone("lessons_page", **query)


def told(at: AppTest) -> str:
    """Return all words on the page."""
    kinds = (at.title, at.header, at.markdown, at.caption, at.success, at.info, at.warning)
    text = "\n".join(element.value for kind in kinds for element in kind)
    assert not re.search(r"\{\w+\.\w+\}", text)  # every number is filled in
    return text


def choose(at: AppTest, index: int) -> AppTest:
    """Choose an option of the question that is shown."""
    return at.radio[0].set_value(index).run()


def plain(text: str) -> str:
    """Return a text without what Markdown adds to it."""
    return " ".join(re.sub(r":\w+-badge\[:material/\w+: ([\w ]+)\]", r"\1", text).replace("*", "").split())


# Without a browser.


def test_the_list_shows_each_lesson_with_its_aim_time_level_and_standards() -> None:
    text = told(page())
    for lesson in LESSONS.values():
        assert lesson.title in text
        assert lesson.filled(lesson.aim) in text
        assert f"{lesson.minutes} minutes · {lesson.level}" in text
        assert all(standard in text for standard in lesson.standards)


@each_lesson
def test_a_lesson_can_be_walked_to_its_end_after_who_takes_a_blood_thinner_is_told(lesson: Lesson) -> None:
    at = page()
    assert BLOOD_THINNER in told(at)
    assert BLOOD_THINNER in told(press(at, f"start_{lesson.key}"))
    shown = screens(lesson)
    given = ""
    for step, screen in enumerate(shown):
        assert at.title[0].value.startswith(f"Lesson {lesson.number}, step {step + 1} of {len(shown)}: ")
        if screen.kind in ("predict", "quiz"):
            question = lesson.questions[screen.index or 0]
            nothing_is_given_away(at, question)
            choice = step % len(question.choices)
            given += LETTERS[choice]
            press(choose(at, choice), NEXT)
            if screen.kind == "quiz":
                every_option_is_answered(at, question)
        assert told(at)
        if screen.kind not in ("predict", "end"):
            press(at, NEXT)
    assert at.session_state["session"].link.progress.answers == given
    assert score(lesson, given) in told(at)


def nothing_is_given_away(at: AppTest, question: Question) -> None:
    """Check that neither numbers after the change nor any feedback is shown yet."""
    text = plain(told(at))
    assert plain(question.filled(question.notice)) not in text
    for choice in question.choices:
        assert plain(question.filled(choice.feedback)) not in text


def every_option_is_answered(at: AppTest, question: Question) -> None:
    """Check that each option has its feedback, and the right one says so."""
    text = plain(told(at))
    for choice in question.choices:
        assert plain(question.filled(choice.feedback)) in text
    right = question.choices[question.answer()]
    assert [success.value for success in at.success if right.text in success.value]
    assert len(at.success) == 1


@for_each("lesson", LESSONS.values())
def test_the_result_tells_prediction_numbers_and_what_to_notice(lesson: Lesson) -> None:
    question = lesson.activities[0]
    for choice in range(3):
        at = page(lesson=lesson.key, step="2", answers=LETTERS[choice])
        text = plain(told(at))
        said = question.choices[choice]
        assert describe_prediction(question, {said.outcome: 1}) in text
        assert plain(question.filled(said.feedback)) in text
        assert plain(question.filled(question.notice)) in text
        assert len(at.success) == (choice == question.answer())


def test_without_a_choice_the_lesson_asks_for_one_and_stays() -> None:
    at = press(page(lesson="paradox", step="1"), NEXT)
    assert "Choose one answer first." in told(at)
    assert at.session_state["session"].link.progress.step == 1
    press(choose(at, 2), NEXT)
    assert at.session_state["session"].link.progress.step == 2
    assert at.session_state["session"].link.progress.answers == "c"


def test_a_prediction_that_is_locked_in_cannot_be_changed_after_the_result_was_seen() -> None:
    at = press(page(lesson="paradox", step="2", answers="a"), "lesson_back")
    assert len(at.radio) == 0
    assert f"You locked in: **{PARADOX.activities[0].choices[0].text}**" in told(at)
    press(at, NEXT)
    assert at.session_state["session"].link.progress == Progress("paradox", 2, "a")


def test_a_lesson_that_is_started_again_begins_anew() -> None:
    at = page(lesson="paradox", step="2", answers="a")
    press(press(press(at, "lesson_close"), "start_paradox"), NEXT)
    assert at.session_state["session"].link.progress == Progress("paradox", 1)
    assert at.radio[0].value is None


def test_words_are_still_there_when_a_student_comes_back() -> None:
    at = page(lesson="paradox", step="3")
    at.text_area[0].set_value("Most of it leaves in urine.").run()
    press(press(at, NEXT), "lesson_back")
    assert at.text_area[0].value == "Most of it leaves in urine."
    assert "stays in this browser tab" in told(at)


def test_a_lesson_leaves_the_settings_of_the_lab_alone() -> None:
    mine = Scenario(calcium=700, vitamin_k2=35, years=3)
    at = page(**to_query(mine))
    press(at, "start_paradox")
    choose(press(at, NEXT), 0)
    press(press(at, NEXT), NEXT)
    assert at.session_state["session"].link.scenario == mine


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        ({"lesson": "alchemy"}, "Invalid lesson 'alchemy'."),
        ({"lesson": "paradox", "step": "99"}, "Invalid step '99'."),
        ({"lesson": "paradox", "step": "two"}, "step 'two' in the link cannot be read: left out."),
        ({"lesson": "paradox", "answers": "axb"}, "Invalid answer 'x' to question 2."),
        ({"lesson": "paradox", "answers": "aaaaaaaaaa"}, "Must be at most 6 letters."),
    ],
)
def test_what_is_no_lesson_step_or_answer_is_passed_over_with_a_sentence(kept: dict, sentence: str) -> None:
    at = page(**kept)
    assert not at.exception
    assert sentence in at.warning[0].value.replace("\\", "")
    if kept["lesson"] == "paradox":
        press(at, NEXT)  # and the lesson goes on


def test_a_teacher_sees_time_and_expected_answers_and_a_student_does_not_unasked() -> None:
    at = page(lesson="paradox")
    assert "Expected answers" not in told(at)
    at.session_state["lesson_teacher"] = True
    at.run()
    text = told(at)
    assert "Expected answers" in text
    for question in PARADOX.questions:
        assert f"({LETTERS[question.answer()]}) {question.filled(question.choices[question.answer()].text)}" in text
    assert "Left for talk" in text


@for_each("lesson", LESSONS.values())
def test_an_open_task_stands_on_the_last_screen_and_nowhere_before(lesson: Lesson) -> None:
    last = len(screens(lesson)) - 1
    task = plain(lesson.filled(lesson.task))
    assert (INVESTIGATION in told(page(lesson=lesson.key, step=str(last)))) == bool(task)
    if task:
        assert task in plain(told(page(lesson=lesson.key, step=str(last))))
        assert task not in plain(told(page(lesson=lesson.key, step=str(last - 1))))


# In the browser.


def lessons(lab: Open, **look: bool) -> Visit:
    """Open the page by its link."""
    visit = lab(**look)
    visit.go("Lessons", "Lessons")
    return visit.settle()


def focused(visit: Visit) -> str:
    """Return the words of what has the focus."""
    return visit.page.evaluate(
        "() => { const e = document.activeElement; return e.getAttribute('aria-label') || e.innerText || e.type || '' }"
    )


def tab_to(visit: Visit, name: str) -> None:
    """Press Tab until the focus is on what has this name."""
    for _ in range(ENOUGH_TABS):
        visit.page.keyboard.press("Tab")
        if name in focused(visit) and visit.page.evaluate("document.activeElement.tagName") != "MAIN":
            return
    pytest.fail(f"Tab does not reach '{name}'; the focus is on '{focused(visit)}'")


@pytest.mark.parametrize("key", ["absorption", "paradox"])  # with an open task and without: every kind of screen
def test_a_lesson_is_walked_by_keyboard_alone(lab: Open, key: str) -> None:
    lesson = LESSONS[key]
    visit = lessons(lab)
    keyboard = visit.page.keyboard
    tab_to(visit, f"Start lesson {lesson.number}")
    keyboard.press("Enter")
    shown = screens(lesson)
    for step, screen in enumerate(shown):
        heading = visit.page.get_by_role("heading", level=1)
        expect(heading).to_contain_text(f"step {step + 1} of {len(shown)}")
        expect(heading).to_be_focused()  # a new screen begins at its heading
        visit.settle()
        if screen.kind in ("predict", "quiz"):
            tab_to(visit, "radio")
            keyboard.press("Space")
            expect(visit.page.get_by_role("radio").first).to_be_checked()
            keyboard.press("ArrowDown")
            expect(visit.page.get_by_role("radio").nth(1)).to_be_checked()
            visit.settle()
            tab_to(visit, "Lock in and run" if screen.kind == "predict" else "Check")
            keyboard.press("Enter")
        if screen.kind == "quiz":
            expect(visit.notices).to_have_count(len(lesson.questions[screen.index or 0].choices))
            expect(heading).to_be_focused()
        if screen.kind == "explain":
            tab_to(visit, "Your explanation")
            keyboard.type("Because the model says so.")
        if screen.kind not in ("predict", "end"):
            tab_to(visit, "Next")
            keyboard.press("Space")
    expect(visit.page.get_by_text(score(lesson, "b" * len(lesson.questions)))).to_be_visible()


def test_settings_go_to_the_lab_when_asked(lab: Open) -> None:
    visit = lessons(lab)
    visit.page.get_by_role("button", name="Start lesson 4").click()
    visit.page.get_by_role("button", name="Open these settings in the Lab").click()
    visit.shows(PARADOX.start, Link(progress=Progress("paradox")))  # the lesson stays open, to come back to
    visit.go("Lessons", "Lesson 4, step 1")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("Lesson 4, step 1")


def walk(visit: Visit, found: dict[str, list[str]], wide: tuple[int, int]) -> None:
    """Walk a lesson up to its first answered quiz question and note what axe says of each kind of screen."""
    visit.page.get_by_role("button", name="Start lesson 4").click()
    onward = visit.page.locator(".st-key-lesson_next button")
    quiz_begins = len(PARADOX.activities) * 3 + 1
    for step, screen in enumerate(screens(PARADOX)[: quiz_begins + 1]):
        expect(visit.page.get_by_role("heading", level=1)).to_contain_text(f"step {step + 1} of")
        visit.settle()
        if step < 4 or screen.kind == "quiz":
            found[screen.kind] = violations(visit.resize(*wide))
        if screen.kind == "predict":
            onward.click()
            expect(visit.notices).to_be_visible()
            found["asked to choose"] = violations(visit) if step < 4 else []
        if screen.kind in ("predict", "quiz"):
            visit.page.get_by_test_id("stRadio").locator("label").nth(1).click()
            visit.settle()
        onward.click()
    expect(visit.notices).to_have_count(3)
    found["checked"] = violations(visit)


@BOTH_THEMES
def test_the_lessons_are_accessible(lab: Open, dark: bool) -> None:
    visit = lessons(lab, dark=dark).resize(*WIDE)
    found = {"list": violations(visit)}
    walk(visit, found, WIDE)
    nothing_in(found)


def test_the_lessons_are_accessible_on_a_phone_and_nothing_is_cut_off(lab: Open) -> None:
    visit = lessons(lab).resize(320, PHONE[1])
    found: dict[str, list[str]] = {}
    walk(visit, found, (320, PHONE[1]))
    nothing_in(found)
    width = visit.page.get_by_test_id("stMain").evaluate("main => main.scrollWidth")
    assert width <= 320
