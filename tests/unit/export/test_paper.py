"""On paper: what a student gets holds no answer, what a teacher gets holds all, and a report is one page."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text
from pypdf import PageObject, PdfReader
from reportlab.graphics.shapes import Drawing
from reportlab.graphics.shapes import Path as Outline
from reportlab.platypus import Paragraph
from support.for_each import for_each

from sim import PRESETS, Scenario, simulate
from sim.__main__ import main
from sim.content.evidence import claim_of
from sim.export.flowables import QR_SIZE, link, qr_flowable, scenario_address
from sim.export.lesson_sheet import student_sheet_pdf, teacher_key_pdf
from sim.export.markup import markup
from sim.export.paper import PAPERS
from sim.export.question_block import EMPTY, LINES, RIGHT, empty_axes, result_figure, starts_from_a_result
from sim.export.report import difference_table, report_pdf
from sim.figures import qr
from sim.lessons.measures import MEASURES
from sim.lessons.old import LESSONS, Question
from sim.model.parameters import PARAMETERS
from sim.runs.many import balanced_run
from sim.runs.run import Run
from sim.session.link import read
from sim.session.pins import LONGEST_NAME
from sim.text.comparison import Named, side_by_side
from sim.text.sentences import NOTICE, headline, made_with, provenance, settings_line
from sim.text.tables import ledger_table

pytestmark = pytest.mark.slow  # PDFs are made and read

BASE = "https://lab.example.org"
PARADOX = PRESETS["calcium paradox"]
# Width and height in millimetres, from the standards.
SIZES = {"A4": (210, 297), "Letter": (215.9, 279.4)}
MM = 72 / 25.4
MAKERS = {"student": student_sheet_pdf, "teacher": teacher_key_pdf}
ANOTHER_PROCESS = """
from hashlib import sha256
from sim.lessons.old import LESSONS
from sim.export.lesson_sheet import teacher_key_pdf
print(sha256(teacher_key_pdf(LESSONS["mgp"], LESSONS["mgp"].start, "https://lab.example.org", "A4")).hexdigest())
"""

FURNITURE = 2  # lines on each page: below its head and above its foot
each_lesson = for_each("key", LESSONS)
each_paper = for_each("paper", PAPERS)


@cache
def report(paper: str = "A4", count: int = 1, address: str = BASE) -> bytes:
    runs = [named(name, simulate(scenario)) for name, scenario in [("paradox", PARADOX), *PRESETS.items()][:count]]
    return report_pdf(runs, address, paper)


def named(name: str, result: Run) -> Named:
    return Named(name, result, balanced_run(result.scenario))


@cache
def sheet(who: str, key: str = "paradox", paper: str = "A4") -> bytes:
    return MAKERS[who](LESSONS[key], LESSONS[key].start, BASE, paper)


@cache
def pages(pdf: bytes) -> list[PageObject]:
    return list(PdfReader(io.BytesIO(pdf)).pages)


def bare(text: str) -> str:
    """Return text without blanks and marks: lines are broken wherever the page wants it."""
    return "".join(text.replace("*", "").split())


@cache
def texts(pdf: bytes) -> list[str]:
    return [bare(page.extract_text()) for page in pages(pdf)]


@cache
def links(pdf: bytes) -> set[str]:
    found = (note.get_object() for page in pages(pdf) for note in page.get("/Annots", []))
    return {note["/A"]["/URI"] for note in found}


def words(figure: Figure) -> set[str]:
    return {text.get_text() for text in figure.findobj(Text)} - {""}  # type: ignore[attr-defined]


def every_paper() -> Iterator[tuple[str, bytes]]:
    for paper in PAPERS:
        yield paper, report(paper, 5)
        yield paper, sheet("student", "paradox", paper)
        yield paper, sheet("teacher", "paradox", paper)


# What all papers share.


def test_pages_have_the_size_that_was_asked_for() -> None:
    for paper, pdf in every_paper():
        for page in pages(pdf):
            size = float(page.mediabox.width) / MM, float(page.mediabox.height) / MM
            assert size == pytest.approx(SIZES[paper], abs=0.1)  # printers cut no finer


def test_each_page_carries_notice_settings_version_and_its_number() -> None:
    for _, pdf in every_paper():
        for number, text in enumerate(texts(pdf), 1):
            for line in (NOTICE, provenance(PARADOX), f"page {number} of {len(texts(pdf))}"):
                assert bare(line) in text


def test_a_file_tells_its_title_its_language_and_its_settings() -> None:
    reader = PdfReader(io.BytesIO(sheet("student")))
    about = reader.metadata
    assert about is not None and about.title == "Lesson 4: The calcium paradox (student's sheet)"
    assert about.subject == f"{provenance(PARADOX)} {NOTICE}"
    assert str(reader.root_object["/Lang"]).startswith("en")


def test_all_letters_are_of_a_font_that_lies_in_the_file_and_large_enough_to_read() -> None:
    def check(text: str, cm: list[float], tm: list[float], font: Mapping | None, size: float) -> None:
        if text.strip():
            assert font is not None
            assert "DejaVuSans" in font["/BaseFont"] and "/FontFile2" in font["/FontDescriptor"]
            assert size * abs(cm[3] * tm[3]) >= 7, text  # points; smaller print is hard to read

    for _, pdf in every_paper():
        for page in pages(pdf):
            page.extract_text(visitor_text=check)


def test_the_same_input_gives_the_same_bytes_twice_and_in_another_process() -> None:
    lesson = LESSONS["mgp"]
    made = sheet("teacher", "mgp")
    assert made == teacher_key_pdf(lesson, lesson.start, BASE)
    assert report() == report_pdf([named("paradox", simulate(PARADOX))], BASE)
    command = [sys.executable, "-c", ANOTHER_PROCESS]
    seeded = {**os.environ, "PYTHONHASHSEED": "5"}
    done = subprocess.run(command, capture_output=True, text=True, env=seeded, check=True)
    assert done.stdout.strip() == sha256(made).hexdigest()


@for_each(
    ("make", "sentence"),
    [
        (lambda: report("A3"), "Invalid paper 'A3'. Must be one of: A4, Letter."),
        (lambda: sheet("student", "mgp", "a4"), "Invalid paper 'a4'. Must be one of: A4, Letter."),
        (lambda: report(address="ftp:x"), "Invalid address 'ftp:x'. Must begin with http:// or https://."),
        (lambda: report(count=0), "Invalid number of runs '0'. Must be between 1 and 5."),
        (lambda: report(count=6), "Invalid number of runs '6'. Must be between 1 and 5."),
    ],
)
def test_a_mistake_gives_one_sentence_with_what_is_allowed(make: Callable[[], bytes], sentence: str) -> None:
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value) == sentence


def test_signs_of_markup_in_a_text_stand_for_themselves() -> None:
    assert markup('1 < 2 & "x" </b> 2 * 3 * 4') == '1 &lt; 2 &amp; "x" &lt;/b&gt; 2 * 3 * 4'
    Paragraph(markup("*a **b* c** <i>"))  # reportlab raises on tags that cross
    name = 'K2 < 10 & "more" <b>'
    pdf = report_pdf([named(name, simulate(PARADOX))], f'{BASE}/?a="&b=<i>')
    assert bare(name) in texts(pdf)[0]
    assert f'{BASE}/?a="&b=<i>' in links(pdf)


# Link and QR code.


def test_the_qr_code_holds_the_address_square_by_square() -> None:
    address = scenario_address(BASE, PARADOX)
    code = qr_flowable(address)
    assert isinstance(code, Drawing)
    # The code that the page shows as well; test_sharing.py knows how much of it may be hidden.
    expected = [list(row) for row in qr.code(address).matrix_iter()]
    square = QR_SIZE / len(expected)
    (outline,) = code.contents
    assert isinstance(outline, Outline)
    corners = zip(outline.points[::8], outline.points[1::8], strict=True)  # four corners of two numbers a square
    dark = {(round((QR_SIZE - y) / square) - 1, round(x / square)) for x, y in corners}
    assert dark == {(i, j) for i, row in enumerate(expected) for j, cell in enumerate(row) if cell}


@for_each("letters", [1_000, 10_000])  # too fine to read; more than a QR code can hold
def test_an_address_too_long_for_a_qr_code_is_said_to_be(letters: int) -> None:
    sheet("student")  # the first paper brings the letters
    told = qr_flowable(f"{BASE}/?{letters * 'x'}")
    assert isinstance(told, Paragraph) and told.text == "This link is too long for a QR code."


def test_a_long_address_is_printed_in_part_and_linked_in_whole() -> None:
    address = f"{BASE}/?{1000 * 'x'}"
    assert f'href="{address}"' in link(address)
    assert len(link(address)) < 1500


def test_sheet_and_key_link_the_lesson_with_the_settings() -> None:
    address = scenario_address(BASE, PARADOX, "paradox")
    assert all(address in links(sheet(who)) for who in MAKERS)
    restored, notices = read(parse_qs(urlsplit(address).query))
    assert (restored.scenario, restored.progress.lesson, notices) == (PARADOX, "paradox", [])


def test_without_an_address_there_is_no_link() -> None:
    assert links(report(address="")) == set()
    assert links(student_sheet_pdf(LESSONS["mgp"], Scenario(), "")) == set()


# The report.


@each_paper
@for_each("count", range(1, 6))
def test_the_report_of_one_to_five_runs_is_one_page(paper: str, count: int) -> None:
    (text,) = texts(report(paper, count))
    runs = [("paradox", PARADOX), *PRESETS.items()][:count]
    for name, scenario in runs:
        for line in (name, settings_line(scenario), headline(simulate(scenario), balanced_run(scenario))):
            assert bare(line) in text
    for row in ledger_table(simulate(PARADOX)).rows:
        assert bare("".join(row)) in text
    assert bare(made_with(PARADOX)) in text and bare(PARADOX.account().about) in text
    assert claim_of("k2_slows_arteries").grade in text


@each_paper
def test_the_longest_names_and_all_parameters_changed_still_give_one_page(paper: str) -> None:
    usual = PARADOX.values()
    changed = {row.name: min(usual[row.name] * 1.0001, row.high) for row in PARAMETERS if usual[row.name]}
    other = simulate(replace(PARADOX, lens="trials", parameters=changed))
    runs = [named(f"{number}{(LONGEST_NAME - 1) * 'W'}", other) for number in range(4)]
    pdf = report_pdf([*runs, named("story", simulate(PARADOX))], scenario_address(BASE, PARADOX), paper)
    (text,) = texts(pdf)
    assert bare(f"{len(changed)} changed parameters") in text


def test_differences_are_taken_from_the_balanced_run_of_the_same_years_and_account() -> None:
    scenario = replace(PARADOX, years=20, lens="trials")
    _, (name, *trials) = difference_table([named("story", simulate(PARADOX)), named("trials", simulate(scenario))]).rows
    own, usual = simulate(scenario).amounts["arteries"][-1], balanced_run(scenario).amounts["arteries"][-1]
    expected = f"{own - usual:+,.1f} ({100 * (own / usual - 1):+.1f}\u00a0%)"
    assert name == "trials" and trials[1] == expected.replace("-", "−")
    (row,) = difference_table([named("balanced", simulate(Scenario()))]).rows
    nothing = ("0.0 (0.0 %)", "0.0 (0.0 %)", "0.000 (0.0 %)", "0.0 (0.0 %)")
    assert row == ("balanced", *(text.replace(" %", "\u00a0%") for text in nothing))


# Lessons.


@each_lesson
@each_paper
def test_a_student_finds_every_question_with_its_choices_on_the_same_page(key: str, paper: str) -> None:
    lesson = LESSONS[key]
    for who in MAKERS:
        for question in lesson.questions:
            parts = [question.prompt, *(choice.text for choice in question.choices)]
            on = [page for page in texts(sheet(who, key, paper)) if bare(question.filled(question.prompt)) in page]
            assert len(on) == 1, question.key
            assert all(bare(question.filled(part)) in on[0] for part in parts), question.key


@each_lesson
def test_the_student_sheet_holds_no_answer_and_the_key_holds_all(key: str) -> None:
    lesson = LESSONS[key]
    student, teacher = ("".join(texts(sheet(who, key))) for who in MAKERS)
    assert RIGHT not in student
    for question in lesson.questions:
        feedback = [question.filled(choice.feedback) for choice in question.choices]
        for told in (*feedback, question.notice, lesson.filled(lesson.takeaway), lesson.teacher_notes):
            assert bare(question.filled(told)) not in student
        for told in (*feedback, question.notice):
            assert bare(question.filled(told)) in teacher
        right = question.filled(question.choices[question.answer()].text)
        assert bare(f"{RIGHT} {'abc'[question.answer()]}{right}") in teacher
    assert teacher.count(RIGHT) == len(lesson.questions) + 1  # and once where it is explained
    assert student.count(EMPTY) == sum(len(question.choices) for question in lesson.questions)


@each_lesson
def test_the_student_sheet_holds_no_number_of_a_result(key: str) -> None:
    lesson = LESSONS[key]
    text = "".join(texts(sheet("student", key))).replace(bare(lesson.filled(lesson.intro)), "")
    for index, question in enumerate(lesson.activities):
        before, after = shown(question, question.before), shown(question, question.after)
        assert bare(after) not in text
        drawn = words(empty_axes(question, scale=not starts_from_a_result(lesson, index)))
        assert before == after or not any(after in word for word in drawn)
        for other in lesson.activities[:index]:
            assert other.measure != question.measure or not any(shown(other, other.after) in word for word in drawn)
        assert any(after in word for word in words(result_figure(question)))


def shown(question: Question, scenario: Scenario) -> str:
    measure = MEASURES[question.measure]
    return measure.shown(measure.read(simulate(scenario)))


def test_axes_that_start_from_an_earlier_result_hold_no_number() -> None:
    question = LESSONS["paradox"].activities[2]
    assert not any(letter.isdigit() for word in words(empty_axes(question, scale=False)) for letter in word)


@each_lesson
def test_what_is_to_be_explained_stands_behind_the_last_prediction(key: str) -> None:
    # "Why does it fall?" below the boxes to tick would be the answer.
    lesson = LESSONS[key]
    told = texts(sheet("student", key))
    last = max(page for page, text in enumerate(told) for q in lesson.activities if bare(q.filled(q.prompt)) in text)
    for question in lesson.activities:
        assert not any(bare(question.filled(question.explain)) in text for text in told[: last + 1])
        assert any(bare(question.filled(question.explain)) in text for text in told[last + 1 :])


@each_lesson
def test_the_key_links_both_settings_of_each_step_and_cites_the_studies_with_their_grades(key: str) -> None:
    lesson = LESSONS[key]
    found, text = links(sheet("teacher", key)), "".join(texts(sheet("teacher", key)))
    for question in lesson.activities:
        assert {scenario_address(BASE, question.before), scenario_address(BASE, question.after)} <= found
    for claim in map(claim_of, lesson.claims):
        assert bare(f"{claim.grade}: {claim.statement}") in text
        assert {study.address for study in claim.studies if study.address} <= found
    for standard in lesson.standards:
        assert bare(standard) in text


@each_lesson
def test_an_open_task_stands_at_the_end_of_sheet_and_key(key: str) -> None:
    task = bare(LESSONS[key].filled(LESSONS[key].task))
    for who in MAKERS:
        text = "".join(texts(sheet(who, key)))
        assert ("Yourowninvestigation" in text) == bool(task)
        assert task in text
        assert text.find("Quiz") < text.find("Yourowninvestigation") or not task


def test_a_student_has_lines_to_write_on_for_the_open_task_and_the_key_has_none() -> None:
    lesson = LESSONS["absorption"]
    without = replace(lesson, task="")
    for made, count in ((student_sheet_pdf, LINES), (teacher_key_pdf, 0)):
        more = lines_drawn(made(lesson, Scenario(), BASE)) - lines_drawn(made(without, Scenario(), BASE))
        assert more in (count, count + FURNITURE)  # with or without a page more


def lines_drawn(pdf: bytes) -> int:
    contents = (page.get_contents() for page in pages(pdf))
    return sum(content.get_data().count(b" l S") for content in contents if content is not None)


# The command line.


def test_the_command_line_writes_the_same_report_and_sheets(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    assert main(["report", "--preset", "calcium paradox", "--out", str(file), "--paper", "Letter"]) == 0
    assert file.read_bytes() == report_pdf(side_by_side(PARADOX, ()), "", "Letter")
    assert main(["lesson", "paradox", "--out", str(tmp_path / "sheets"), "--address", BASE]) == 0
    written = {path.name: path.read_bytes() for path in (tmp_path / "sheets").iterdir()}
    assert written == {f"lesson_4_paradox_{who}_A4.pdf": sheet(who) for who in MAKERS}


def test_the_links_on_paper_are_whole_when_the_address_comes_from_a_browser(tmp_path: Path) -> None:
    copied = f"{BASE}/lessons?lesson=mgp&calcium=500#x"
    assert main(["lesson", "paradox", "--out", str(tmp_path), "--address", copied]) == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        f"lesson_4_paradox_{who}_A4.pdf": sheet(who) for who in MAKERS
    }
    file = tmp_path / "report.pdf"
    assert main(["report", "--out", str(file), "--address", f"{BASE}/compare?calcium=500"]) == 0
    assert scenario_address(BASE, Scenario()) in links(file.read_bytes())


@for_each(
    ("arguments", "sentence"),
    [
        (["lesson", "teeth"], "Invalid lesson 'teeth'. Must be one of: absorption, osteocalcin, mgp, paradox,"),
        (["report", "--paper", "A5"], "Invalid paper 'A5'. Must be one of: A4, Letter."),
        (["report", "--address", ""], "Invalid address ''. Must begin with http:// or https://."),
        (["lesson", "mgp", "--address", "http://x:0"], "Invalid address 'http://x:0'. Must hold a host, and a port"),
        (["lesson", "mgp", "--paper", "a/b"], "Invalid paper 'a/b'. Must be one of: A4, Letter."),
    ],
)
def test_the_command_line_says_what_is_wrong_and_writes_nothing(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--out", str(tmp_path / "out")]) == 2
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
