"""A lesson on paper: what a pupil gets asks everything and answers nothing, what a teacher gets holds all."""

import re
import shutil
import subprocess
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from support.for_each import for_each
from support.paper import bare, drawn, elements, links, pages, texts

from sim import simulate
from sim.__main__ import main
from sim.export.lesson_sheet import student_sheet_pdf, teacher_key_pdf
from sim.export.paper import PAPERS
from sim.export.printed_link import lesson_address
from sim.export.sheet_tasks import on_axis, on_sheet
from sim.lessons import LESSONS, played
from sim.lessons.filling import evidence_table
from sim.lessons.tasks import Choose, Drag, Draw, Find, LetRun, Sort, Tick, Vote, Write
from sim.runs.quantities import QUANTITIES
from sim.text.values import told

pytestmark = pytest.mark.slow  # PDFs are made and read

ADDRESS = lesson_address("https://lab.example.org", "tablets")
MM = 72 / 25.4
each_lesson = for_each("key", LESSONS)
each_paper = for_each("paper", PAPERS)


@cache
def student(key: str = "tablets", paper: str = "A4", address: str = "") -> bytes:
    return student_sheet_pdf(LESSONS[key], address, paper)


@cache
def teacher(key: str = "tablets", paper: str = "A4") -> bytes:
    return teacher_key_pdf(LESSONS[key], paper)


def everything(pdf: bytes) -> str:
    """Return the words of all pages, and those that a screen reader says of pictures."""
    return "".join(texts(pdf)) + bare("".join(alt for _, alt in elements(pdf)))


def ticks(task: Draw | Drag) -> list[str]:
    return [on_axis(QUANTITIES[task.quantity], tick) for tick in task.ticks]


@each_lesson
@each_paper
def test_a_pupil_finds_every_task_with_its_choices(key: str, paper: str) -> None:
    text = everything(student(key, paper))
    for task in played(key).tasks.values():
        if isinstance(task, (Choose, Vote)):
            asked = [task.on_paper or task.ask, *(choice.text for choice in task.choices)]
        elif isinstance(task, Draw):
            asked = [*task.because, *ticks(task)]
        elif isinstance(task, Drag):
            asked = ticks(task)
        elif isinstance(task, Sort):
            asked = [task.ask, *(card.text for card in task.cards), *(box.short for box in task.boxes)]
        elif isinstance(task, Write):
            asked = [task.ask, *task.starters, task.starter]
        else:
            asked = [*task.items] if isinstance(task, Tick) else []
        assert [each for each in asked if bare(each) not in text] == [], task.key


@each_lesson
def test_no_answer_stands_on_a_pupils_sheet_and_every_one_in_the_key(key: str) -> None:
    lesson = played(key)
    sheet, key_text = everything(student(key)), everything(teacher(key))
    answers = [lesson.notes.idea, lesson.notes.careful, lesson.notes.extension, *lesson.notes.standards]
    answers += [step.notes for step in lesson.steps]
    for task in lesson.tasks.values():
        answers += [task.expected, *(reply.text for reply in task.after)]
        answers += [choice.reason for choice in task.choices] if isinstance(task, (Choose, Vote)) else []
        answers += [card.reason for card in task.cards] if isinstance(task, Sort) else []
        answers += [task.found.text] if isinstance(task, Find) else []
        answers += [task.text] if isinstance(task, Drag) else []
        answers += [task.model] if isinstance(task, Write) else []
        answers += [task.ledger.text] if isinstance(task, LetRun) and task.ledger else []
        answers += [row[1] for row in evidence_table(lesson, task.evidence)[1]] if isinstance(task, Vote) else []
    answers = [bare(each) for each in answers if each]
    assert [each for each in answers if each in sheet] == []
    assert [each for each in answers if each not in key_text] == []


@each_lesson
def test_no_number_that_is_to_be_predicted_stands_on_a_pupils_sheet(key: str) -> None:
    lesson = played(key)
    sheet = everything(student(key))
    for step in lesson.steps:  # what these may tell before it is predicted, spoilers.py knows
        for text in step.text.split("\n\n"):
            sheet = sheet.replace(bare(text), "")
    for task in lesson.tasks.values():
        if isinstance(task, (Draw, LetRun)):
            run, others = simulate(lesson.scenario(task.case)), simulate(lesson.scenario(task.beside))
            for name in ("bone_change", "arteries_times"):
                quantity = QUANTITIES[name]
                end = told(quantity, quantity.end(run))
                assert end == told(quantity, quantity.end(others)) or bare(end) not in sheet


@each_lesson
def test_the_key_says_how_long_each_step_takes_also_in_a_class_of_20_minutes(key: str) -> None:
    for number, step in enumerate(LESSONS[key].steps, 1):
        short = {0: ", left out in", step.minutes: ""}.get(step.short, f", {step.short} of them in")
        told = f"{number}. {step.title} {step.minutes} min{short}{' a class of 20 minutes' if short else ''}"
        assert bare(told) in everything(teacher(key)), step.key


def test_what_is_right_is_marked_in_the_key_once_for_each_question() -> None:
    asked = [task for task in played("tablets").tasks.values() if isinstance(task, (Choose, Vote))]
    (_, *marks) = everything(teacher()).split("✓")
    assert len(marks) == len(asked) + 1  # and once where it is explained
    for task in asked:
        assert task.right is not None
        right = f"{'ABCD'[task.right]}✓{task.choices[task.right].text}"
        assert bare(right) in everything(teacher()), task.key


@each_paper
@for_each("address", ["", ADDRESS])
def test_the_first_lesson_is_two_pages_and_the_second_is_for_after_the_run(paper: str, address: str) -> None:
    first, second = texts(student(paper=paper, address=address))
    lesson = played("tablets")
    assert bare(lesson.title) in first and bare(lesson.later_title) not in first
    assert second.count(bare(lesson.later_title)) == 1
    steps = [step.key for step in lesson.steps]
    for number, step in enumerate(lesson.steps):
        on = first if number <= steps.index(lesson.later_from) else second
        assert bare(step.title) in on, step.key
        if on is first:
            assert bare(step.text) in on and bare(step.small) in on, step.key
    for early in ("MGP", "osteocalcin", "proteins"):
        assert early not in first


@each_paper
def test_pupils_read_eleven_points_and_have_lines_to_write_on_to_the_end_of_each_page(paper: str) -> None:
    sizes: dict[float, int] = {}

    def count(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        sizes[round(size)] = sizes.get(round(size), 0) + len(text.strip())

    for page in pages(student(paper=paper)):
        page.extract_text(visitor_text=count)
        foot = 16 * MM
        lowest = min(y for _, y in drawn(page) if y > foot)
        assert lowest < foot + 20 * MM
    inside = sum(letters for size, letters in sizes.items() if size != 8)  # without head and foot
    assert sum(letters for size, letters in sizes.items() if size >= 11) > 0.8 * inside


@each_paper
def test_each_text_to_write_has_at_least_three_lines(paper: str) -> None:
    for page, texts_to_write in zip(pages(student(paper=paper, address=ADDRESS)), (1, 3), strict=True):
        at_left = sorted({round(y) for x, y in drawn(page) if abs(x - 15 * MM) < 1})
        lines = [above - below for below, above in pairwise(at_left) if 6.9 * MM < above - below < 9.1 * MM]
        assert len(lines) >= 2 * texts_to_write


def test_without_a_chosen_address_a_sheet_has_no_link_and_no_code() -> None:
    assert links(student()) == set() and "QR" not in everything(student())
    assert links(student(address=ADDRESS)) == {ADDRESS}
    assert f"QRcodeof{ADDRESS}" in everything(student(address=ADDRESS))
    assert links(teacher()) == set()


def test_a_link_to_the_file_and_one_to_the_page_open_the_lesson_at_its_beginning() -> None:
    assert lesson_address("https://a.example/x/Lab.HTML", "mgp") == "https://a.example/x/Lab.HTML#lesson=mgp"
    assert lesson_address("https://a.example/lab/", "mgp") == "https://a.example/lab/lessons?lesson=mgp"


def test_nothing_of_a_task_reaches_a_sheet_that_is_not_named_there() -> None:
    lesson = played("tablets")
    kinds = {task.kind for task in lesson.tasks.values()}
    assert kinds == {"choose", "draw", "run", "write", "tick", "find", "vote", "drag", "sort"}
    for task in lesson.tasks.values():
        assert not {"right", "reason", "expected", "model", "found", "replies"} & set(on_sheet(task, lesson))


def test_squares_to_colour_are_as_many_as_the_proteins_that_are_built() -> None:
    lesson = played("tablets")
    block = on_sheet(lesson.tasks["same_share"], lesson)
    built = round(20 * simulate(lesson.scenario("more_d")).constant("k2_need"))
    assert [count for _, count in block["strips"]] == [built, built]
    alternatives = [alt for tag, alt in elements(student()) if tag == "/Figure"]
    assert alternatives.count(f"{built} squares") == 2


def test_the_table_of_ones_own_runs_begins_where_the_pupil_begins() -> None:
    lesson = played("tablets")
    start, *empty = on_sheet(lesson.tasks["stop_it"], lesson)["table"]["rows"]
    assert [cell for cell in start if cell] == ["she", "×2", "×5", "×0.1"]
    assert [cell for row in empty for cell in row[1:] if cell] == []


def test_a_sheet_says_where_to_mark_to_read_off_and_to_guess() -> None:
    tablets, depth = everything(student()), everything(student("in_people"))
    for words in ("Guess before each run", "One change that worked", "Calcium after 10 years, as the model has it:"):
        assert bare(words) in tablets
    assert bare("crosses at year 10: little K2, more K2.") in depth
    assert bare("Vitamin K2 at ×1") + bare("Vitamin K2 at ×") + bare("Is it true") in tablets


def test_the_neighbours_line_lies_on_the_axes_where_the_model_has_it() -> None:
    lesson = played("tablets")
    for key, start, end in (("draw_bones", 0.5, 0.5), ("draw_arteries", 1 / 6, None)):
        task = lesson.tasks[key]
        assert isinstance(task, Draw)
        block = on_sheet(task, lesson)["axes"]
        line = block["beside"]["line"]
        assert len(line) == 21 and line[0] == pytest.approx(start)
        quantity = QUANTITIES[task.quantity]
        last = float(quantity.end(simulate(lesson.scenario("neighbour"))))
        assert line[-1] == pytest.approx((last - task.low) / (task.high - task.low))
        assert end is None or line[-1] == pytest.approx(end, abs=0.01)
        assert [place for _, place in block["ticks"]] == [(t - task.low) / (task.high - task.low) for t in task.ticks]


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="needs pdfinfo of poppler-utils, which reads the tags")
def test_a_screen_reader_is_told_each_step_in_order_and_every_choice(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(student())
    done = subprocess.run(
        ["pdfinfo", "-struct-text", file], capture_output=True, text=True, encoding="utf-8", check=True
    )
    told = "".join(bare(part) for part in re.findall(r'^ *"(.*)"$', done.stdout, re.MULTILINE))
    at = 0
    for step in played("tablets").steps[:-1]:  # the last has the title of its page
        assert bare(step.title) in told[at:], step.key
        at = told.index(bare(step.title), at)
        for task in step.tasks:
            choices = [choice.text for choice in getattr(task, "choices", ())] + [*getattr(task, "because", ())]
            assert [each for each in choices if bare(each) not in told[at:]] == [], task.key


# The command line.


def test_the_command_line_writes_sheet_and_key_as_two_files(tmp_path: Path) -> None:
    assert main(["lesson", "tablets", "--out", str(tmp_path)]) == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "lesson_1_tablets_student_A4.pdf": student(),
        "lesson_1_tablets_teacher_A4.pdf": teacher(),
    }


def test_the_link_on_a_sheet_is_whole_when_the_address_comes_from_a_browser(tmp_path: Path) -> None:
    copied = "https://lab.example.org/lessons?lesson=mgp&calcium=500#x"
    assert main(["lesson", "tablets", "--out", str(tmp_path), "--address", copied, "--paper", "Letter"]) == 0
    sheet = tmp_path / "lesson_1_tablets_student_Letter.pdf"
    assert sheet.read_bytes() == student(paper="Letter", address=ADDRESS)
