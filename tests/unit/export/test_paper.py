"""What all papers share, and the report: one page, tagged, the same bytes twice, whatever runs are called."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from support.for_each import for_each
from support.paper import about, bare, drawn, elements, links, pages, root, texts

from sim import PRESETS, Scenario, simulate
from sim.__main__ import main
from sim.content.evidence import claim_of
from sim.export.lesson_sheet import student_sheet_pdf, teacher_key_pdf
from sim.export.markup import markup
from sim.export.paper import PAPERS
from sim.export.printed_link import link_data, scenario_address
from sim.export.report import difference_table, report_pdf
from sim.figures import qr
from sim.lessons import LESSONS
from sim.model.parameters import PARAMETERS
from sim.runs.many import balanced_run
from sim.runs.run import Run
from sim.session.pins import LONGEST_NAME
from sim.text.comparison import Named, side_by_side
from sim.text.sentences import NOTICE, headline, made_with, provenance, settings_line
from sim.text.tables import ledger_table

pytestmark = pytest.mark.slow  # PDFs are made and read

BASE = "https://lab.example.org"
PARADOX = PRESETS["calcium paradox"]
TABLETS = LESSONS["tablets"]
# Width and height in millimetres, from the standards.
SIZES = {"A4": (210, 297), "Letter": (215.9, 279.4)}
MM = 72 / 25.4
ANOTHER_PROCESS = """
from hashlib import sha256
from sim.lessons import LESSONS
from sim.export.lesson_sheet import student_sheet_pdf
print(sha256(student_sheet_pdf(LESSONS["tablets"], "https://lab.example.org")).hexdigest())
"""
CODE = '#panic("x") $x^2$ *a* _b_ <c> @d `e` \\ [f] "g" // &amp; -- ~'
NAMES = [CODE, "骨 😀 عظم", "a" * LONGEST_NAME, "\u202ex\u200by"]
each_paper = for_each("paper", PAPERS)


@cache
def report(paper: str = "A4", count: int = 1, address: str = BASE) -> bytes:
    runs = [named(name, simulate(scenario)) for name, scenario in [("paradox", PARADOX), *PRESETS.items()][:count]]
    return report_pdf(runs, address, paper)


def named(name: str, result: Run) -> Named:
    return Named(name, result, balanced_run(result.scenario))


@cache
def student(paper: str = "A4") -> bytes:
    return student_sheet_pdf(TABLETS, BASE, paper)


@cache
def teacher(paper: str = "A4") -> bytes:
    return teacher_key_pdf(TABLETS, paper)


def every_paper() -> Iterator[tuple[str, bytes]]:
    for paper in PAPERS:
        yield paper, report(paper, 5)
        yield paper, student(paper)
        yield paper, teacher(paper)


# What all papers share.


def test_pages_have_the_size_that_was_asked_for_and_nothing_stands_outside_their_margins() -> None:
    for paper, pdf in every_paper():
        for page in pages(pdf):
            size = float(page.mediabox.width) / MM, float(page.mediabox.height) / MM
            assert size == pytest.approx(SIZES[paper], abs=0.1)  # printers cut no finer
            inside = 6 * MM  # what printers leave white
            for x, y in drawn(page):
                assert inside <= x <= float(page.mediabox.width) - inside
                assert inside <= y <= float(page.mediabox.height) - inside


def test_each_page_carries_notice_model_version_and_its_number() -> None:
    for _, pdf in every_paper():
        for number, text in enumerate(texts(pdf), 1):
            for line in (NOTICE, made_with(PARADOX), f"page {number} of {len(texts(pdf))}"):
                assert bare(line) in text


def test_a_report_tells_its_settings_on_the_page_and_in_its_description() -> None:
    assert bare(provenance(PARADOX)) in texts(report())[0]
    assert about(report()).title == "Report: paradox"
    assert about(report()).subject == f"{provenance(PARADOX)} {NOTICE}"


def test_every_paper_is_tagged_for_screen_readers() -> None:
    for _, pdf in every_paper():
        top = root(pdf)
        assert top["/MarkInfo"]["/Marked"] and top["/ViewerPreferences"]["/DisplayDocTitle"]
        assert top["/Lang"] == "en-GB" and about(pdf).title
        assert b"<pdfuaid:part>1</pdfuaid:part>" in top["/Metadata"].get_data()
        tags = [tag for tag, _ in elements(pdf)]
        assert tags.count("/H1") >= 1 and "/H3" not in tags[: tags.index("/H1")]
        assert {"/Table", "/THead", "/TH", "/TD"} <= set(tags)
        assert all(alt for tag, alt in elements(pdf) if tag == "/Figure")


def test_pictures_of_a_report_have_text_alternatives_that_tell_their_ends() -> None:
    alternatives = [alt for tag, alt in elements(report()) if tag == "/Figure"]
    assert any("paradox: −2.6 %" in alt for alt in alternatives)
    assert any("paradox: ×2.4" in alt for alt in alternatives)
    assert sum("QR code of" in alt for alt in alternatives) == 1


def test_all_letters_are_of_a_font_that_lies_in_the_file_and_large_enough_to_read() -> None:
    def check(text: str, cm: list[float], tm: list[float], font: Mapping | None, size: float) -> None:
        if text.strip():
            assert font is not None
            (inner,) = font.get("/DescendantFonts", [font])
            file = {"/FontFile2", "/FontFile3"} & set(inner.get_object()["/FontDescriptor"])
            assert file and re.search("CalciumSans|DejaVuSans", font["/BaseFont"])
            assert size * abs(cm[3] * tm[3]) >= 7, text  # points; smaller print is hard to read

    for _, pdf in every_paper():
        for page in pages(pdf):
            page.extract_text(visitor_text=check)


def test_sheet_and_key_are_black_and_grey_only() -> None:
    # Whatever a printer makes of colours: nothing on a sheet depends on one.
    for pdf in (student(), teacher()):
        for page in pages(pdf):
            colours = re.findall(rb"((?:[\d.]+ ){3})(?:rg|RG|scn|SCN)\b", page.get_contents().get_data())  # type: ignore
            assert all(len(set(colour.split())) == 1 for colour in colours)


def test_the_same_input_gives_the_same_bytes_twice_and_in_another_process() -> None:
    made = student()
    assert made == student_sheet_pdf(TABLETS, BASE)
    assert report() == report_pdf([named("paradox", simulate(PARADOX))], BASE)
    command = [sys.executable, "-c", ANOTHER_PROCESS]
    seeded = {**os.environ, "PYTHONHASHSEED": "5"}
    done = subprocess.run(command, capture_output=True, text=True, env=seeded, check=True)
    assert done.stdout.strip() == sha256(made).hexdigest()


@for_each(
    ("make", "sentence"),
    [
        (lambda: report("A3"), "Invalid paper 'A3'. Must be one of: A4, Letter."),
        (lambda: teacher("a4"), "Invalid paper 'a4'. Must be one of: A4, Letter."),
        (lambda: report(address="ftp:x"), "Invalid address 'ftp:x'. Must begin with http:// or https://."),
        (lambda: report(count=0), "Invalid number of runs '0'. Must be between 1 and 5."),
        (lambda: report(count=6), "Invalid number of runs '6'. Must be between 1 and 5."),
    ],
)
def test_a_mistake_gives_one_sentence_with_what_is_allowed(make: Callable[[], bytes], sentence: str) -> None:
    with pytest.raises(ValueError) as error:
        make()
    assert str(error.value) == sentence


# Names and marks.


@pytest.mark.filterwarnings("ignore:Glyph")  # of the picture, which has no letters for some of them
@for_each("name", NAMES)
def test_a_name_on_paper_is_text_and_nothing_else(name: str) -> None:
    pdf = report_pdf([named(name, simulate(PARADOX))], f'{BASE}/?a="&b=<i>#panic()')
    assert links(pdf) == {f'{BASE}/?a="&b=<i>#panic()'}
    if name.isascii():
        # The head stands in the font of the page: letters come out one by one.
        assert bare(name).replace("*", "") in texts(pdf)[0].replace("*", "")
    assert about(pdf).title == f"Report: {name}"


def test_pieces_of_a_text_are_strong_or_not_and_every_other_sign_stays() -> None:
    assert markup('1 < 2 & "x" </b> 2 * 3 * 4') == [('1 < 2 & "x" </b> 2 * 3 * 4', False)]
    assert markup("a *b* **c d**") == [("a ", False), ("b", True), (" ", False), ("c d", True)]
    assert markup("") == []
    assert "".join(words for words, _ in markup("*a **b* c** #x")).replace("*", "") == "a b c #x"


# Link and QR code.


def test_the_qr_code_on_paper_is_that_of_the_whole_address() -> None:
    address = scenario_address(BASE, PARADOX)
    data = link_data(address)
    assert data is not None and data["link"] == data["shown"] == address
    assert data["code"]["svg"] == qr.svg(address) and address in data["code"]["alt"]


@for_each("letters", [1_000, 10_000])  # too fine to read; more than a QR code can hold
def test_an_address_too_long_for_a_qr_code_is_said_to_be_printed_in_part_and_linked_in_whole(letters: int) -> None:
    address = f"{BASE}/?{letters * 'x'}"
    pdf = report(address=address)
    assert bare("This link is too long for a QR code.") in texts(pdf)[0]
    assert links(pdf) == ({address} if letters < 8_000 else set()) and len(texts(pdf)) == 1
    assert 250 < texts(pdf)[0].count("x") < 400


def test_without_an_address_there_is_no_link_and_no_code() -> None:
    assert links(report(address="")) == set()
    assert not any("QR" in alt for _, alt in elements(report(address="")))


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
@for_each("count", (1, 3, 5))
def test_a_report_uses_its_page(paper: str, count: int) -> None:
    (page,) = pages(report(paper, count))
    heights = sorted(y for _, y in drawn(page))
    gaps = [above - below for below, above in pairwise(heights)]
    assert max(gaps) < 20 * MM  # white that is more than room between parts


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


# The command line.


def test_the_command_line_writes_the_same_report(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    assert main(["report", "--preset", "calcium paradox", "--out", str(file), "--paper", "Letter"]) == 0
    assert file.read_bytes() == report_pdf(side_by_side(PARADOX, ()), "", "Letter")
    copied = f"{BASE}/compare?calcium=500#x"
    assert main(["report", "--out", str(file), "--address", copied, "--force"]) == 0
    assert links(file.read_bytes()) == {scenario_address(BASE, Scenario())}


@for_each(
    ("arguments", "sentence"),
    [
        (["lesson", "teeth"], "Invalid lesson 'teeth'. Must be one of: tablets"),
        (["report", "--paper", "A5"], "Invalid paper 'A5'. Must be one of: A4, Letter."),
        (["report", "--address", ""], "Invalid address ''. Must begin with http:// or https://."),
        (
            ["lesson", "tablets", "--address", "http://x:0"],
            "Invalid address 'http://x:0'. Must hold a host, and a port",
        ),
        (["lesson", "tablets", "--paper", "a/b"], "Invalid paper 'a/b'. Must be one of: A4, Letter."),
    ],
)
def test_the_command_line_says_what_is_wrong_and_writes_nothing(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--out", str(tmp_path / "out")]) == 2
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
