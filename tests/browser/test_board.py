"""The board of a class and the teacher's devices on a real server, with pupils who answer by themselves."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Self

import pytest
from PIL import Image
from playwright.sync_api import Locator
from support.accessible import BOTH_THEMES, violations
from support.class_room import Pupils
from support.visit import Open, Visit, expect

from sim.browser import FOLDER
from sim.text.sentences import NOTICE

PATIENCE = 10_000  # ms: the board asks once a second, on a busy machine later


class Board:
    """A board with an open room, and its class."""

    def __init__(self, visit: Visit, count: int) -> None:
        self.visit, self.page = visit, visit.page
        self.page.locator("[data-lesson=tablets]").click()
        self.letters = self.page.locator(".letters").inner_text()
        self.pupils = Pupils(visit.server, self.letters, count)
        self.heading = self.page.locator(".top h1")
        self.count = self.page.locator(".side .count")

    def press(self, *names: str) -> Self:
        """Press what stands at the foot, one after the other, each once."""
        for name in names:
            self.page.locator(f".foot > .controls [data-do={name}]").click()
            expect(self.page.locator(".foot > .controls")).to_have_attribute("aria-busy", "false")
        return self

    def more(self, name: str) -> Locator:
        """Unfold what is rarely needed and return one of it."""
        if not self.page.locator(".more[open]").count():
            self.page.locator(".more > summary").click()
        return self.page.locator(f".more [data-do={name}]")

    def drawn(self) -> Locator:
        """Return the lines of the class."""
        return self.page.locator(".plot .drawn")

    def revealed(self) -> Self:
        """Go on until ten years have passed, all having answered."""
        self.press("start", "next", "next", "next")
        self.pupils.answer("place", "draw_bones", "draw_arteries")
        expect(self.page.locator(".faces .is-in")).to_have_count(len(self.pupils.answers), timeout=PATIENCE)
        self.press("reveal")
        expect(self.heading).to_have_text("Her bones: you and the model", timeout=PATIENCE)
        return self


@pytest.fixture
def board(lab: Open) -> Iterator[Callable[..., Board]]:
    """Return what opens a room for a class that has joined; all rooms end with the test."""
    opened: list[Board] = []

    def open_board(count: int = 5, **how: bool) -> Board:
        board = Board(lab("class", **how), count)
        opened.append(board)
        board.pupils.join()
        expect(board.page.locator(".lobby .face")).to_have_count(count, timeout=PATIENCE)
        return board

    yield open_board
    for each in opened:
        each.page.on("dialog", lambda dialog: dialog.accept())
        if each.page.locator(".more").count():
            each.more("end").click()
            each.page.locator("[data-do=again]").wait_for()  # or the next test would find its room


def test_a_code_on_the_wall_names_the_page_of_pupils_and_the_room(board: Callable[..., Board]) -> None:
    shown = board()
    code = shown.page.locator(".qr img")
    assert code.get_attribute("alt") == f"QR code of http://192.168.1.20:8501/join#room={shown.letters}"
    assert re.fullmatch("[BCDFGHJKLMNPQRSTVWXZ]{4}", shown.letters)
    expect(shown.page.get_by_role("status").filter(has_text="5 pupils are here")).to_be_visible()
    expect(shown.page.get_by_role("img", name="Red cat")).to_be_visible()


def test_counts_stand_on_the_board_only_once_answers_are_closed(board: Callable[..., Board]) -> None:
    shown = board().press("start")
    shown.pupils.answer("place")
    expect(shown.count).to_have_text("5 of 5 answers in", timeout=PATIENCE)
    assert shown.page.locator(".plot .bar").count() == 0
    expect(shown.page.locator(".as-table table")).to_have_count(0)
    shown.press("close")
    bars = shown.page.locator(".plot .count")
    expect(bars).to_have_count(4)
    given = [answers["place"] for answers in shown.pupils.answers]
    assert bars.all_text_contents() == [str(given.count(place)) for place in range(4)]
    expect(shown.page.locator(".plot .right")).to_have_count(0)  # what is right is told by the run


def test_lines_come_up_after_closing_or_as_they_come_whichever_is_chosen(board: Callable[..., Board]) -> None:
    shown = board().press("start", "next")
    shown.pupils.answer("draw_bones", who=range(3))
    expect(shown.count).to_have_text("3 of 5 lines in", timeout=PATIENCE)
    assert shown.drawn().count() == 0
    shown.more("after").click()
    expect(shown.drawn()).to_have_count(3)
    shown.more("after").click()
    expect(shown.drawn()).to_have_count(0)
    shown.press("close")
    expect(shown.drawn()).to_have_count(3)


def test_the_models_line_comes_over_the_classs_and_who_comes_then_is_not_counted(board: Callable[..., Board]) -> None:
    shown = board().press("start", "next", "close")
    assert shown.page.locator(".plot .model").count() == 0
    assert "model" not in shown.page.locator(".board").inner_text().replace("teaching model", "")
    shown.press("next", "next")
    shown.pupils.answer("place", "draw_bones", "draw_arteries", who=range(4))
    expect(shown.page.locator(".faces .is-in")).to_have_count(4, timeout=PATIENCE)
    shown.press("reveal")
    expect(shown.page.locator(".plot .model")).to_have_count(1, timeout=PATIENCE)
    shown.pupils.answer("place", "draw_bones", "draw_arteries", who=range(4, 5))
    expect(shown.page.locator(".faces .is-in")).to_have_count(5, timeout=PATIENCE)
    expect(shown.drawn()).to_have_count(4)
    expect(shown.count).to_have_text("4 of 5 lines in")
    bars = shown.page.locator(".plot .count").all_text_contents()
    assert sum(map(int, bars)) == 4


def test_a_press_on_an_animal_shows_its_line_alone_the_next_hides_it_and_a_third_brings_it_back(
    board: Callable[..., Board],
) -> None:
    shown = board().revealed()
    face = shown.page.get_by_role("button", name="Red cat")
    for how, lines, picked in (("click", 5, 1), ("key", 4, 0), ("key", 5, 0)):
        face.click() if how == "click" else face.press("Enter")
        expect(shown.drawn()).to_have_count(lines)
        expect(shown.page.locator(".plot .picked")).to_have_count(picked)
        expect(face).to_be_focused()


def test_a_vote_is_closed_twice_and_says_who_changed(board: Callable[..., Board]) -> None:
    shown = board().revealed().press("next", "next")
    shown.pupils.answers = [{**answers, "vote": [0, 1]} for answers in shown.pupils.answers]
    before = ("place", "draw_bones", "draw_arteries")
    shown.pupils.answer(*before, "vote")
    expect(shown.count).to_have_text("5 of 5 votes in", timeout=PATIENCE)
    shown.press("close")
    expect(shown.page.locator(".plot .bar")).to_have_count(4)
    expect(shown.page.locator(".plot .right")).to_have_count(0)
    shown.press("close")
    expect(shown.page.locator(".plot .bar")).to_have_count(8)
    expect(shown.page.locator(".plot .right")).to_have_count(1)
    expect(shown.page.locator(".sentence-of-counts")).to_have_text("5 left A for B after talking. Ask one of them why.")
    expect(shown.page.locator(".foot > .controls [data-do=close]")).to_have_count(0)


def test_a_class_of_twenty_minutes_leaves_steps_out(board: Callable[..., Board]) -> None:
    shown = board().revealed()
    shown.more("short").click()
    shown.press("next", "next")
    expect(shown.heading).to_contain_text("where would trials in people put her arteries")


def test_what_a_teacher_keeps_are_counts_and_a_picture_without_seats(board: Callable[..., Board]) -> None:
    shown = board().revealed()
    with shown.page.expect_download() as saved:
        shown.more("csv").click()
    text = saved.value.path().read_text("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert {row["notice"] for row in rows} == {NOTICE}
    assert not re.search("cat|bear|rabbit|owl|frog|pupil0", text)
    places = [int(row["pupils"]) for row in rows if row["asked"].startswith("Where will most")]
    given = [answers["place"] for answers in shown.pupils.answers]
    assert places == [given.count(place) for place in range(4)]
    ends = [int(row["pupils"]) for row in rows if row["step"] == "2" and row["part"] == "Year 10"]
    assert (len(ends), sum(ends)) == (12, 5)
    with shown.page.expect_download() as saved:
        shown.more("png").click()
    assert saved.value.suggested_filename == "class_tablets_draw_bones.png"
    picture = Image.open(saved.value.path())
    assert picture.width > 1500
    assert picture.getextrema() != ((255, 255),) * 3


def test_a_phone_that_is_paired_has_notes_and_buttons_and_the_board_follows_it(
    board: Callable[..., Board], lab: Open
) -> None:
    shown = board().press("start")
    shown.more("pair").click()
    code = shown.page.get_by_role("img", name="QR code that makes a phone the teacher's")
    expect(code).to_be_visible()
    shown.page.get_by_role("button", name="Hide it").click()
    expect(code).to_have_count(0)
    opened = json.loads(shown.page.evaluate("localStorage.getItem('calcium-lab.room')"))
    phone = lab(f"class?role=teacher#room={opened['letters']}&key={opened['key']}&lesson=tablets")
    phone.resize(390, 844)
    expect(phone.page.get_by_text("Say nothing about the answer.")).to_be_visible()
    assert opened["key"] not in phone.page.url
    phone.page.locator(".teacher .foot [data-do=next]").click()
    expect(shown.heading).to_have_text("Draw the next ten years of her bones", timeout=PATIENCE)
    assert violations(phone) == []


def test_nothing_that_only_teachers_read_stands_on_the_board_or_in_a_pupils_page(board: Callable[..., Board]) -> None:
    text = (FOLDER / "lesson_notes.js").read_text("utf-8")
    notes = json.loads(text[text.index('"tablets": ') + 11 : text.index("},\n") + 1])
    secrets = [*notes["steps"].values(), *notes["tasks"].values(), *notes["standards"]]
    shown = board().press("start")
    words = shown.page.locator(".board").inner_text()
    for _ in range(8):
        if shown.page.locator(".foot > .controls [data-do=reveal]").count():
            shown.press("reveal")
        shown.press("next")
        words += shown.page.locator(".board").inner_text()
    assert [secret for secret in secrets if secret.split("\n")[0] in words] == []
    scripts = [each for each in shown.visit.requests if re.search("calcium-lab.*js", each)]
    pupils = "".join(shown.page.request.get(each).text() for each in scripts)
    assert len(pupils) > 100_000
    assert [secret for secret in secrets if json.dumps(secret)[1:40] in pupils] == []


def test_a_reloaded_board_is_the_same_rooms(board: Callable[..., Board]) -> None:
    shown = board().revealed()
    shown.page.reload()
    expect(shown.heading).to_have_text("Her bones: you and the model", timeout=30_000)
    expect(shown.drawn()).to_have_count(5)
    expect(shown.page.locator(".code")).to_contain_text(shown.letters)


def test_a_room_that_has_ended_keeps_its_picture_on_the_board_until_another_is_opened(
    board: Callable[..., Board],
) -> None:
    shown = board().revealed()
    shown.page.on("dialog", lambda dialog: dialog.accept())
    shown.more("end").click()
    expect(shown.page.get_by_text("The room has ended.")).to_be_visible(timeout=PATIENCE)
    expect(shown.drawn()).to_have_count(5)
    shown.page.locator("[data-do=again]").click()
    expect(shown.page.locator("[data-lesson=tablets]")).to_be_visible()


@BOTH_THEMES
def test_axe_finds_nothing_on_any_picture_of_the_board(board: Callable[..., Board], dark: bool) -> None:
    shown = board(3, dark=dark)
    assert violations(shown.visit) == []
    shown.press("start")
    shown.pupils.answer(*shown.pupils.answers[0])
    expect(shown.page.locator(".faces .is-in")).to_have_count(3, timeout=PATIENCE)
    found: list[str] = []
    for _ in range(8):
        while shown.page.locator(".foot > .controls [data-do=close]").count():
            shown.press("close")
        found += violations(shown.visit)
        if shown.page.locator(".foot > .controls [data-do=reveal]").count():
            shown.press("reveal")
            found += violations(shown.visit)
        shown.press("next")
    assert found == []


def test_nothing_is_wider_than_the_window(board: Callable[..., Board]) -> None:
    shown = board()
    for name in ("", "start", "next", "close"):
        if name:
            shown.press(name)
        for size in ((1280, 720), (1024, 768), (390, 844), (320, 640)):
            shown.visit.resize(*size)
            assert shown.page.locator(".board").evaluate("board => board.scrollWidth - board.clientWidth") <= 0


def test_the_models_line_goes_on_where_it_was_if_the_picture_is_drawn_anew_meanwhile(
    board: Callable[..., Board],
) -> None:
    shown = board().press("start", "next", "close")
    shown.pupils.answer("draw_bones", who=range(4))
    expect(shown.drawn()).to_have_count(4, timeout=PATIENCE)
    shown.press("next", "next")
    shown.press("reveal")
    expect(shown.page.locator(".plot .model.playing")).to_have_count(1)
    shown.page.locator(".plot .model.playing").evaluate("""line => new Promise(done => {
      const look = () => line.getAnimations()[0].currentTime > 1500 ? done() : requestAnimationFrame(look);
      look();
    })""")
    shown.page.get_by_role("button", name="Red cat").click()
    expect(shown.page.locator(".plot .picked")).to_have_count(1)
    since = shown.page.locator(".plot > svg").evaluate("svg => parseFloat(svg.style.getPropertyValue('--since'))")
    assert -6500 <= since < -1500
