"""Class codes: what goes in comes out, what chat programs do is undone, what is wrong is noticed and named."""

import re
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.for_each import for_each

from sim import Scenario
from sim.lessons.answer_sheet import SIGNS, Sheet, new_mark
from sim.lessons.codes import CHECK_LENGTH, FORM_LETTERS, LENS_LETTERS, decode, encode, tidy
from sim.lessons.old import LESSONS
from sim.lessons.screens import LETTERS, SKIPPED
from sim.model.lenses import K_FORMS, LENSES
from sim.model.parameters import CONTROLS

SHEET = Sheet("paradox", "abca-c", Scenario(calcium=2000, vitamin_d=4000, vitamin_k2=10), mark="K7PW")
CODE = encode(SHEET)
IN_CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Return any sheet that a student can hand in."""
    lesson = draw(st.sampled_from(list(LESSONS.values())))
    answers = "".join(draw(st.sampled_from(LETTERS[: len(q.choices)] + SKIPPED)) for q in lesson.questions)
    settings: dict[str, Any] = {row.name: draw(st.integers(int(row.low), int(row.high))) for row in CONTROLS}
    names: dict[str, Any] = {
        "lens": draw(st.sampled_from(list(LENSES))),
        "k_form": draw(st.sampled_from(list(K_FORMS))),
    }
    mark = draw(st.text(SIGNS, min_size=4, max_size=4))
    return Sheet(lesson.key, answers, Scenario(**settings, **names), draw(st.booleans()), mark)


@given(sheets())
def test_a_sheet_comes_back_from_its_code(sheet: Sheet) -> None:
    assert decode(encode(sheet)) == sheet


@given(sheets())
def test_a_code_has_capitals_digits_and_hyphens_only_and_fits_in_a_line_of_chat(sheet: Sheet) -> None:
    # The longest: 4 + 1 + 6 answers + 4 + 5 + 3 + 2 + 4 + 4 + 4 and 9 hyphens; lessons may grow to two digits.
    assert re.fullmatch(r"CPL1-[A-Z0-9-]{20,50}", encode(sheet))


@given(
    sheets(), st.sampled_from("–—‑−"), st.sampled_from(['"{}"', " {}\t", "“{}”.", "({}),", "'{}'!", "\ufeff{}\u200b"])
)
def test_dashes_case_and_what_stands_around_a_code_do_no_harm(sheet: Sheet, dash: str, around: str) -> None:
    assert decode(around.format(encode(sheet).lower().replace("-", dash))) == sheet


@for_each("place", range(len(CODE)))
def test_a_wrong_letter_is_noticed_at_every_place(place: int) -> None:
    for wrong in set(IN_CODES + " ÄO.$") - {CODE[place]}:
        with pytest.raises(ValueError):
            decode(CODE[:place] + wrong + CODE[place + 1 :])


def test_a_missing_a_doubled_letter_and_two_that_changed_places_are_noticed() -> None:
    changed = {CODE[:i] + CODE[i + 1 :] for i in range(len(CODE))}
    changed |= {CODE[:i] + CODE[i] + CODE[i:] for i in range(len(CODE))}
    changed |= {CODE[:i] + CODE[i + 1] + CODE[i] + CODE[i + 2 :] for i in range(len(CODE) - 1)}
    for text in changed - {CODE}:
        with pytest.raises(ValueError):
            decode(text)


def test_the_kept_bits_of_the_checksum_see_every_change_of_one_letter_or_of_two_that_swap() -> None:
    # A CRC of equal lengths is linear: whether a change shows depends on the change and its place only,
    # not on the text. So all of them can be tried on a text of zeros.
    kept = len(SIGNS) ** CHECK_LENGTH
    for length in range(1, 91):
        plain = zlib.crc32(bytes(length))
        for change in range(1, 256):
            assert (zlib.crc32(bytes([change]) + bytes(length - 1)) ^ plain) % kept
            assert length < 2 or (zlib.crc32(bytes([change, change]) + bytes(length - 2)) ^ plain) % kept


def test_the_signs_of_mark_and_checksum_cannot_be_mistaken_for_each_other() -> None:
    assert len(SIGNS) == len(set(SIGNS)) == 32
    assert not set(SIGNS) & set("O0I1")


def test_every_lens_and_form_has_letters_of_its_own() -> None:
    assert LENS_LETTERS.keys() == LENSES.keys()
    assert FORM_LETTERS.keys() == K_FORMS.keys()
    assert len(set(LENS_LETTERS.values())) == len(LENSES)
    assert len(set(FORM_LETTERS.values())) == len(K_FORMS)


def test_changed_assumptions_are_marked_and_their_values_left_out() -> None:
    sheet = Sheet("paradox", "", Scenario(parameters={"mgp_strength": 0.5}))
    back = decode(encode(sheet))
    assert "-SM7C-" in encode(sheet)
    assert back.changed
    assert back.scenario == Scenario()


def test_two_students_who_answer_alike_have_two_codes() -> None:
    codes = {encode(Sheet("paradox", "abcabc", Scenario())) for _ in range(30)}
    # One pair of 435 may share its mark by chance (once in 2,400 classes), two hardly ever.
    assert len(codes) >= 29


def test_a_mark_says_nothing_about_a_person() -> None:
    assert all(re.fullmatch(f"[{SIGNS}]{{4}}", new_mark()) for _ in range(50))


def resigned(**changes: str) -> str:
    """Return the code with one part replaced and everything else as it was."""
    names = ("kind", "lesson", "answers", *(row.name for row in CONTROLS), "world", "mark", "check")
    return "-".join({**dict(zip(names, CODE.split("-"), strict=True)), **changes}.values())


@for_each(
    ("code", "message"),
    [
        ("", "Invalid code ''. Must begin with CPL1-."),
        ("hello", "Invalid code 'HELLO'. Must begin with CPL1-."),
        ("x" * 5000, f"Invalid code '{'X' * 60}...'. Must begin with CPL1-."),
        (resigned(kind="CPL2"), "Invalid code version '2'. Must be 1."),
        (CODE.removesuffix("-" + CODE.split("-")[-1]), "Invalid number of parts '9'. Must be 10, with a hyphen"),
        (resigned(lesson="9"), "Invalid lesson '9'. Must be one of: 1, 2, 3, 4, 5."),
        (resigned(answers="ABC"), "Invalid answers 'ABC'. Must be 6 letters for lesson 4."),
        (resigned(answers="ABQABC"), "Invalid answer 'Q' to question 3. Must be one of: A, B, C, X."),
        (resigned(calcium="9000"), "Invalid calcium '9000' [mg/day]. Must be between 200 and 2,500."),
        (resigned(vitamin_d="99999"), "Invalid vitamin_d '99999' [IU/day]. Must be between 0 and 10,000."),
        (resigned(vitamin_k2="1O"), "Invalid vitamin_k2 '1O' [ug/day]. Must be a whole number, in digits only"),
        (resigned(years="0"), "Invalid years '0' [years]. Must be between 1 and 30."),
        (resigned(years="9" * 5000), "Must be a whole number, in digits only, between 1 and 30."),
        (resigned(world="ZM7"), "Invalid lens and form 'ZM7'. Must be one of: SM7, SM4, SK1, TM7, TM4, TK1, or one"),
        (resigned(mark="K7PO"), "Invalid mark 'K7PO'. Must be 4 of ABCDEFGHJKLMNPQRSTUVWXYZ23456789."),
        (resigned(calcium="2100"), "Must fit the rest: a letter or digit in this code is wrong."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_what_is_allowed(code: str, message: str) -> None:
    with pytest.raises(ValueError) as caught:
        decode(code)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Sheet("magic", "", Scenario()), "Invalid lesson 'magic'. Must be one of: absorption"),
        (lambda: Sheet("paradox", "z", Scenario()), "Invalid answer 'z' to question 1"),
        (lambda: Sheet("paradox", "aaaaaaa", Scenario()), "Invalid answers 'aaaaaaa'. Must be at most 6 letters."),
        (lambda: Sheet("paradox", "", Scenario(years=2.5)), "Invalid years '2.5' [years]. Must be a whole number"),
        (lambda: Sheet("paradox", "", Scenario(), mark="me"), "Invalid mark 'me'. Must be 4 of"),
    ],
)
def test_what_no_code_can_hold_is_refused(make: Callable[[], Sheet], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        make()


@given(st.text())
def test_any_text_is_a_code_or_gives_one_sentence(text: str) -> None:
    try:
        assert encode(decode(text)) == tidy(text)
    except ValueError as error:
        assert "Must" in str(error)
