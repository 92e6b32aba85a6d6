"""Class results: every code in a paste counts once, whatever stands beside it is not kept, what is broken is named."""

import csv
import io
import re
from itertools import islice
from time import process_time

from hypothesis import given
from hypothesis import strategies as st
from support.for_each import for_each

from sim import Scenario
from sim.figures import DARK, LIGHT, Theme
from sim.figures.class_figure import HATCH, MODEL_SIGN, class_results_figure
from sim.lessons.answer_sheet import SIGNS, Sheet
from sim.lessons.codes import encode
from sim.lessons.old import LESSONS
from sim.lessons.results import (
    COLUMNS,
    MOST_CODES,
    MOST_LETTERS,
    NO_CODE,
    describe_tallies,
    lessons_of,
    of_lesson,
    read_codes,
    results_bytes,
    results_table,
    tallies,
)
from sim.lessons.sample_codes import sample_codes
from sim.lessons.screens import LETTERS
from sim.text.sentences import NOTICE

LESSON = LESSONS["paradox"]
RIGHT = "".join(LETTERS[question.answer()] for question in LESSON.questions)
WRONG = "".join(LETTERS[(question.answer() + 1) % len(question.choices)] for question in LESSON.questions)
ALL, NONE, HALF = (
    encode(Sheet("paradox", RIGHT, Scenario(calcium=2000, vitamin_k2=10), mark="AAAA")),
    encode(
        Sheet("paradox", WRONG, Scenario(lens="trials", k_form="mk4", parameters={"mgp_strength": 0.5}), mark="BBBB")
    ),
    encode(Sheet("paradox", RIGHT[:3], Scenario(), mark="CCCC")),
)
OTHER = encode(Sheet("absorption", "abc", Scenario(), mark="DDDD"))
SHEET = f"""Timestamp,Name,"Your code",Remark
2026-11-27 10:02:11,Somebody Else,"{ALL}",fine
2026-11-27T10:03:00Z\tO'Neil; Jean-Marie-Anne de la Tour\t{NONE.lower().replace("-", "–")}\tdone!

2026-11-27,,{ALL},again; and also {HALF}.
{OTHER[:-1]}
"""


def test_a_mixed_spreadsheet_gives_its_codes_and_names_what_is_broken() -> None:
    entries, notices = read_codes(SHEET)
    assert [encode(entry.sheet) for entry in entries] == [ALL, NONE, HALF]
    assert [(entry.number, entry.line) for entry in entries] == [(1, 2), (2, 3), (3, 5)]
    assert notices == [
        f"Line 5: '{ALL}' stands in line 2 already; it counts once.",
        f"Line 6: '{OTHER[:-1]}' is left out. Invalid checksum '{OTHER[:-1].split('-')[-1]}'. "
        "Must fit the rest: a letter or digit in this code is wrong.",
    ]


def test_names_and_times_are_in_nothing_that_is_kept() -> None:
    entries, notices = read_codes(SHEET)
    kept = (
        repr(entries)
        + results_bytes(entries, "csv").decode()
        + repr(results_table(LESSON, entries))
        + " ".join(notices)
    )
    for word in ("Somebody", "Neil", "Jean", "2026", "10:02", "fine", "done"):
        assert word not in kept


@for_each("around", ["{}", '"{}"', "code={}", "my code is ({}).", "a\t{}\tb", "x;{};y", "https://x.org/?c={}"])
def test_a_code_is_found_inside_whatever_stands_around_it(around: str) -> None:
    entries, notices = read_codes(around.format(ALL))
    assert [encode(entry.sheet) for entry in entries] == [ALL]
    assert notices == []


@for_each("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_the_teacher_sees_them(end: str) -> None:
    _, notices = read_codes(end.join(["", ALL, "", "CPL1-4"]))
    assert notices == [
        "Line 4: 'CPL1-4' is left out. Invalid number of parts '2'. Must be 10, with a hyphen between them."
    ]


def test_a_code_with_its_first_letters_wrong_is_named_and_not_passed_over() -> None:
    entries, notices = read_codes(f"CPI{ALL[3:]}\n{NONE}")
    assert len(entries) == 1
    assert notices[0].startswith(f"Line 1: 'CPI{ALL[3:]}' is left out. Invalid code")


def test_a_damaged_code_with_six_hyphens_is_named_and_a_word_with_five_is_passed_over() -> None:
    _, notices = read_codes(f"CPI-1-2-3-4-5-6\na-b-c-d-e-f\n{ALL}")
    assert len(notices) == 1
    assert notices[0].startswith("Line 1: 'CPI-1-2-3-4-5-6' is left out. Invalid ")


def test_the_same_code_twice_in_a_line_counts_once_and_is_said() -> None:
    entries, notices = read_codes(f"{ALL} {ALL}")
    assert len(entries) == 1
    assert notices == [f"Line 1: '{ALL}' stands in this line twice; it counts once."]


def test_text_without_codes_gets_one_sentence_and_no_text_none() -> None:
    words = "Hello 2026-11-27 123e4567-e89b-12d3-a456-426614174000 mother-in-law CPL"
    assert read_codes(words) == ([], [NO_CODE])
    assert read_codes(" \n ") == ([], [])


@given(st.text())
def test_any_text_can_be_pasted_and_a_code_after_it_still_counts(text: str) -> None:
    entries, _ = read_codes(f"{text}\n{ALL}")
    assert encode(entries[-1].sheet) == ALL


@for_each("junk", ["x-", "-", "a", "CPL1", "CPL1-", "'-", "\ufeff", "CPL1-4 "])
def test_a_large_paste_of_junk_is_read_in_a_moment(junk: str) -> None:
    start = process_time()
    read_codes((junk * 100_000)[:MOST_LETTERS])
    # Two tenths of a second on a slow laptop; a search that goes back at every letter takes minutes.
    assert process_time() - start < 10


def test_a_text_too_long_is_refused_in_one_sentence_and_one_as_long_as_may_be_is_read() -> None:
    text = ALL.ljust(MOST_LETTERS)
    assert len(read_codes(text)[0]) == 1
    sentence = "Invalid text of 300,001 letters. Must have at most 300,000: paste fewer codes."
    assert read_codes(text + " ") == ([], [sentence])


def test_of_too_many_codes_the_first_thousand_count_and_one_sentence_says_so() -> None:
    sheets = (Sheet("paradox", RIGHT, Scenario(), mark=f"AA{a}{b}") for a in SIGNS for b in SIGNS)
    codes = [encode(sheet) for sheet in islice(sheets, MOST_CODES + 2)]
    full = "\n".join(codes[:MOST_CODES] + codes[:1])
    entries, notices = read_codes(full)
    assert (len(entries), len(notices)) == (MOST_CODES, 1)  # the last one stands twice
    entries, notices = read_codes("\n".join(codes))
    assert [encode(entry.sheet) for entry in entries] == codes[:MOST_CODES]
    assert notices == ["Only the first 1,000 codes count: paste those from line 1,001 on by themselves."]


@for_each(
    "text",
    ["$x$", "a|b", "![](x)", "this run", "=1+1", '{"link": {"calcium": 500}}', "[1, 2]", "<!DOCTYPE html><p>404",
     "\x89PNG\r\n\0\0", "\ufeff", "\ufffd" * 9, "C\0P\0L\0001\0", "x" * MOST_LETTERS],
)  # fmt: skip
def test_a_text_of_any_other_kind_gets_one_sentence(text: str) -> None:
    assert read_codes(text) == ([], [NO_CODE])


def test_each_choice_is_counted_and_the_rest_did_not_answer() -> None:
    entries, _ = read_codes("\n".join([ALL, NONE, HALF, OTHER]))
    assert lessons_of(entries) == [LESSONS["absorption"], LESSON]
    assert [entry.number for entry in of_lesson(LESSON, entries)] == [1, 2, 3]
    first, *_, last = tallies(LESSON, entries)
    right = first.question.answer()
    assert (first.counts[right], first.counts[(right + 1) % 3], first.not_answered) == (2, 1, 0)
    assert (last.counts[last.question.answer()], sum(last.counts), last.not_answered) == (1, 2, 1)
    assert first.predictions[first.question.outcome()] == 2


def test_the_table_has_a_row_for_the_model_and_one_for_each_entry() -> None:
    entries, _ = read_codes("\n".join([ALL, NONE, HALF, OTHER]))
    table = results_table(LESSON, entries)
    model, *rows = table.rows
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert model[:8] == ("the model", "4", *RIGHT.upper())
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert [row[8] for row in rows] == ["6", "0", "3"]
    assert [row[7] for row in rows] == [f"{RIGHT[5].upper()} ✓", WRONG[5].upper(), "–"]
    assert "Assumptions changed" in rows[1][9]
    assert "Assumptions changed" not in rows[0][9]


def test_the_file_is_a_tidy_table_that_codap_can_read() -> None:
    entries, _ = read_codes("\n".join([ALL, NONE, HALF]))
    text = results_bytes(entries, "csv").decode()
    header, *cases = csv.reader(io.StringIO(text))
    assert tuple(header) == COLUMNS
    # CODAP drops what stands in brackets and turns other signs into "_": these names it takes as they are.
    assert all(re.fullmatch(r"[A-Za-z]\w*", name) for name in header)
    assert len(cases) == 3 * len(LESSON.questions)
    assert all(len(case) == len(header) and all(case) for case in cases)
    assert all(NOTICE in case[-1] for case in cases)
    rows = [dict(zip(header, case, strict=True)) for case in cases]
    assert [row["agrees"] for row in rows] == ["yes"] * 6 + ["no"] * 6 + ["yes"] * 3 + ["not answered"] * 3
    assert rows[0]["calcium_mg_per_day"] == "2000"
    assert (rows[6]["lens"], rows[6]["form_of_vitamin_k"]) == ("What human trials show", "K2 as MK-4")
    assert (rows[0]["assumptions_changed"], rows[6]["assumptions_changed"]) == ("no", "yes")
    assert all(row["model"] == q.outcome() for row, q in zip(rows, LESSON.questions, strict=False))


def test_the_file_tells_predictions_from_the_quiz() -> None:
    entries, _ = read_codes(ALL)
    rows = csv.DictReader(io.StringIO(results_bytes(entries, "csv").decode()))
    count = len(LESSON.activities)
    assert [row["part"] for row in rows] == ["prediction"] * count + ["quiz"] * (len(LESSON.questions) - count)


def test_made_up_codes_are_all_good_the_same_each_time_and_of_every_lesson() -> None:
    entries, notices = read_codes(sample_codes())
    assert notices == []
    assert lessons_of(entries) == list(LESSONS.values())
    assert sample_codes(seed=1) == sample_codes(seed=1) != sample_codes(seed=2)


@for_each("theme", [LIGHT, DARK])
def test_the_picture_marks_the_models_choice_by_hatch_and_sign_once_for_each_question(theme: Theme) -> None:
    entries, _ = read_codes("\n".join([ALL, NONE, HALF]))
    figure = class_results_figure(tallies(LESSON, entries), theme)
    (ax,) = figure.axes
    hatched = [bar.get_gid() for bar in ax.patches if getattr(bar, "get_hatch")() == HATCH]  # noqa: B009
    assert hatched == [f"bar-{i}-{q.answer()}" for i, q in enumerate(LESSON.questions, 1)]
    assert sum(MODEL_SIGN in text.get_text() for text in ax.texts) == len(LESSON.questions)
    assert any(NOTICE in text.get_text() for text in figure.texts)


@for_each("key", list(LESSONS))
def test_nothing_in_the_picture_is_cut_off(key: str) -> None:
    entries, _ = read_codes(sample_codes(students=400))
    figure = class_results_figure(tallies(LESSONS[key], entries))
    figure.draw_without_rendering()
    (ax,) = figure.axes
    for text in (*ax.texts, *figure.texts):
        box = text.get_window_extent()
        assert figure.bbox.x0 <= box.x0 and box.x1 <= figure.bbox.x1, text.get_text()


def test_the_words_for_the_picture_give_every_count() -> None:
    entries, _ = read_codes("\n".join([ALL, NONE, HALF]))
    words = describe_tallies(tallies(LESSON, entries))
    assert words.count("(as the model)") == len(LESSON.questions)
    assert words.startswith("Question 1, Bone calcium: ")
    assert words.count("not answered 1") == 3
