"""A pupil in a live room: the way in, going with the class, a lost line, a server that was started again."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from support.accessible import found_by_axe
from support.room import Teacher
from support.served import STREAMLIT, started
from support.visit import expect

ROOT = Path(__file__).parents[2]
PHONE = {"width": 390, "height": 844}
STEP, CARD, NOTE = ".lesson .where", ".joining .card", ".lesson-notes"


@pytest.fixture
def teacher(server: str) -> Teacher:
    return Teacher(server)


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Return what opens the pupils' page on a device of its own; none may complain."""
    pages: list[Page] = []
    errors: list[str] = []

    def open_page(address: str = "", at: str = server, **how: Any) -> Page:
        context = browser.new_context(**{"viewport": PHONE, "reduced_motion": "reduce", **how})
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        pages.append(page)
        page.goto(f"{at}/join{address}")
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert errors == []


def go_in(page: Page, words: str = "Go in") -> Page:
    """Press the button of the way in and wait for the lesson."""
    page.get_by_role("button", name=words).click()
    expect(page.locator(STEP)).to_be_visible()
    return page


def tap(page: Page, choice: str, button: str = "Lock my place") -> None:
    """Choose and lock."""
    page.get_by_role("radio", name=choice, exact=True).check(force=True)
    page.get_by_role("button", name=button).click()


def onward(page: Page) -> None:
    """Press the button at the foot."""
    page.locator(".foot .go").click()


def draw(page: Page) -> None:
    """Draw a line with the keys, say why, and lock it."""
    line = page.locator("[role='slider'], .picture svg [tabindex='0']").first
    line.focus()
    line.press("End")
    line.press("ArrowUp")
    page.locator("fieldset input").first.check(force=True)
    page.get_by_role("button", name="Lock my line").click()


def test_a_pupil_types_four_letters_and_is_on_the_board_as_an_animal(phone: Callable, teacher: Teacher) -> None:
    page = phone()
    page.keyboard.type(f" {teacher.letters.lower()[:2]} {teacher.letters.lower()[2:]}")  # the field has the focus
    expect(page.get_by_role("heading")).to_have_text("You areRed cat")
    expect(page.locator(CARD)).to_contain_text("On the board you are only this.")
    assert [seat["seat"] for seat in teacher.board()["seats"]] == [{"colour": "red", "animal": "cat"}]
    go_in(page)
    expect(page.locator(".who")).to_have_text("Red cat")
    assert page.url.endswith(f"/join#room={teacher.letters}")
    tap(page, "Blood")
    assert teacher.until(lambda board: board["answers"])["answers"] == {"place": [[0, 1]]}


def test_letters_of_no_room_are_said_to_be_and_can_be_typed_again(phone: Callable, teacher: Teacher) -> None:
    page = phone("#room=ZZZZ")
    expect(page.get_by_role("status")).to_have_text("There is no room 'ZZZZ'. Look at the letters on the board again.")
    page.get_by_role("textbox").fill(teacher.letters)
    expect(page.get_by_role("heading")).to_contain_text("Red cat")


def test_pages_go_with_the_class_and_ten_years_pass_for_all_at_once(phone: Callable, teacher: Teacher) -> None:
    page = go_in(phone(f"#room={teacher.letters}"))
    tap(page, "Bones")
    expect(page.get_by_role("button", name="Wait for your class")).to_be_visible()
    for step in (1, 2):
        teacher.steer("open", step=step)
        expect(page.locator(STEP)).to_contain_text(f"Step {step + 1}")
        draw(page)
    teacher.steer("open", step=3)
    expect(page.locator(STEP)).to_contain_text("Step 4")
    expect(page.get_by_role("button", name="Wait for your class")).to_be_visible()
    expect(page.locator("[data-task='run']")).not_to_contain_text("the model says")
    teacher.steer("reveal", step="ten_years")
    expect(page.locator("[data-task='run']")).to_contain_text("the model says")
    page.get_by_role("button", name="Back").click()
    teacher.steer("open", step=4)
    expect(page.locator(STEP)).to_contain_text("Step 5")


def test_whoever_comes_late_first_says_what_the_run_tells_then_goes_to_where_the_class_is(
    phone: Callable, teacher: Teacher
) -> None:
    teacher.steer("open", step=5)
    teacher.steer("reveal", step="ten_years")
    page = go_in(phone(f"#room={teacher.letters}"))
    expect(page.locator(STEP)).to_contain_text("Step 1")
    expect(page.locator(NOTE)).to_contain_text("Your class is at step 6. Say first what you think will happen")
    tap(page, "Bones")
    for _ in range(2):
        onward(page)
        draw(page)
    onward(page)
    page.get_by_role("button", name="Let ten years pass").click()
    expect(page.locator(NOTE)).to_contain_text("Your class is at step 6.")
    page.get_by_role("button", name="Go there").click()
    expect(page.locator(STEP)).to_contain_text("Step 6")
    board = teacher.until(lambda board: board["seats"][0]["at"] == 5)
    assert board["seats"][0]["late"] is True
    assert [answer[2] for answer in board["answers"]["draw_bones"]] == [True]


def test_a_class_that_goes_freely_waits_for_nobody(phone: Callable, teacher: Teacher) -> None:
    teacher.steer("follow", follow=False)
    page = go_in(phone(f"#room={teacher.letters}"))
    tap(page, "Bones")
    onward(page)
    expect(page.locator(STEP)).to_contain_text("Step 2")


def test_a_page_that_is_loaded_anew_has_its_seat_and_its_step(phone: Callable, teacher: Teacher) -> None:
    first = go_in(phone(f"#room={teacher.letters}"))
    page = go_in(phone(f"#room={teacher.letters}"))
    expect(page.locator(".who")).to_have_text("Blue bear")
    tap(page, "Out again")
    teacher.steer("open", step=1)
    expect(page.locator(STEP)).to_contain_text("Step 2")
    page.reload()
    expect(page.locator(".who")).to_have_text("Blue bear")
    expect(page.locator(STEP)).to_contain_text("Step 2")
    assert len(teacher.board()["seats"]) == 2
    expect(first.locator(".who")).to_have_text("Red cat")


def test_the_next_one_on_a_shared_device_gets_a_seat_and_answers_of_its_own(phone: Callable, teacher: Teacher) -> None:
    page = go_in(phone(f"#room={teacher.letters}"))
    tap(page, "Bones")
    teacher.until(lambda board: board["answers"])
    other = Teacher(teacher.server)
    page.goto(f"{teacher.server}/join#room={other.letters}")
    expect(page.get_by_role("heading")).to_have_text("Someone has begun this lesson on this device.")
    page.get_by_role("button", name="I am someone new").click()
    go_in(page)
    assert (other.board()["answers"], len(other.board()["seats"])) == ({}, 1)
    expect(page.get_by_role("button", name="Lock my place")).to_have_attribute("aria-disabled", "true")


def test_what_is_written_and_who_writes_it_never_leaves_the_device(phone: Callable, teacher: Teacher) -> None:
    teacher.steer("follow", follow=False)
    page = phone(f"#room={teacher.letters}")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data} {request.headers}"))
    go_in(page)
    tap(page, "Bones")
    for _ in range(2):
        onward(page)
        draw(page)
    onward(page)
    page.get_by_role("button", name="Let ten years pass").click()
    page.get_by_role("textbox").fill("my own secret words")
    page.get_by_role("button", name="Keep my idea").click()
    teacher.until(lambda board: board["answers"].get("run"))
    for _ in range(2):
        page.wait_for_event("request")  # and what it asks later
    assert len(sent) > 5
    assert {url.split("/")[2] for url in sent} == {teacher.server.split("/")[2]}
    assert [each for each in sent if "secret" in each] == []
    assert [each for each in sent if "cookie" in each.lower()] == []


def test_when_the_room_ends_everybody_goes_on_alone(phone: Callable, teacher: Teacher) -> None:
    page = go_in(phone(f"#room={teacher.letters}"))
    tap(page, "Bones")
    teacher.steer("end")
    expect(page.locator(NOTE)).to_contain_text("The room has ended. Go on by yourself")
    onward(page)
    expect(page.locator(STEP)).to_contain_text("Step 2")
    again = phone(f"#room={teacher.letters}")
    expect(again.get_by_role("status")).to_have_text("This room has ended.")


def test_without_a_room_the_lessons_are_there_to_do_alone(phone: Callable) -> None:
    page = phone()
    page.get_by_role("button", name="No room?").click()
    page.get_by_role("button", name="Start lesson 1").click()
    expect(page.locator(STEP)).to_contain_text("Step 1")
    page.go_back()
    expect(page.get_by_role("heading", name="Lessons")).to_be_visible()


def test_a_server_that_was_started_again_loses_nothing_pages_sit_down_again_by_themselves(
    phone: Callable, tmp_path: Path, chromium: str
) -> None:
    with started([*STREAMLIT, "app.py"], ROOT, tmp_path / "first.txt") as first:
        teacher, port = Teacher(first.address), int(first.address.rpartition(":")[2])
        pages = [go_in(phone(f"#room={teacher.letters}", first.address)) for _ in range(2)]
        tap(pages[0], "Bones")
        teacher.until(lambda board: board["answers"])
    expect(pages[1].locator(NOTE)).to_contain_text("No line to the room. Go on: your answers are kept here")
    tap(pages[1], "Blood")  # while there is no server
    with started([*STREAMLIT, "app.py"], ROOT, tmp_path / "second.txt", port=port):
        expect(pages[0].locator(NOTE)).to_contain_text("No line")  # there is a server, and no room
        teacher.again()
        board = teacher.until(lambda board: len(board["answers"].get("place", [])) == 2)
        assert sorted(board["answers"]["place"]) == [[0, 0], [1, 1]]
        assert [seat["lost"] for seat in board["seats"]] == [False, False]
        for page, words in zip(pages, ("Red cat", "Blue bear"), strict=True):
            expect(page.locator(".who")).to_have_text(words)
            expect(page.locator(NOTE)).not_to_contain_text("No line")
        assert "Traceback" not in (tmp_path / "second.txt").read_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_way_in_is_accessible_and_fits_a_narrow_phone(phone: Callable, teacher: Teacher, scheme: str) -> None:
    page = phone(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    fits = "document.documentElement.scrollWidth <= 320"
    assert (found_by_axe(page), page.evaluate(fits)) == ([], True)
    page.get_by_role("textbox").fill("ZZZZ")
    expect(page.get_by_role("status")).to_contain_text("There is no room")
    assert (found_by_axe(page), page.evaluate(fits)) == ([], True)
    page.get_by_role("textbox").fill(teacher.letters)
    expect(page.get_by_role("heading")).to_contain_text("Red cat")
    assert (found_by_axe(page), page.evaluate(fits)) == ([], True)
    go_in(page)
    assert (found_by_axe(page), page.evaluate(fits)) == ([], True)
