"""
Class codes: a student's answers and settings as one short line of text, and back. No name is in it.

A code reads ``CPL1-4-ABCAXX-2000-4000-10-10-SM7-K7PW-XY7K``: code version, lesson, answers in order (X: not
answered), calcium, vitamin D, vitamin K2, years, lens with form of vitamin K (and C if assumptions were
changed: their values are too long for a code), mark, checksum.
"""

import re
import zlib
from itertools import product

from sim.lessons.answer_sheet import SIGNS, Sheet, shown
from sim.lessons.old import LESSONS, Lesson
from sim.lessons.screens import LETTERS, SKIPPED
from sim.model.invalid import invalid
from sim.model.parameters import CONTROLS, number
from sim.runs.scenario import Scenario

KIND, VERSION = "CPL", "1"
PARTS = 10
NOT_ANSWERED = "X"
LENS_LETTERS = {"story": "S", "trials": "T"}
FORM_LETTERS = {"mk7": "M7", "mk4": "M4", "k1": "K1"}
CHANGED = "C"
WORLDS = {LENS_LETTERS[lens] + FORM_LETTERS[form]: (lens, form) for lens, form in product(LENS_LETTERS, FORM_LETTERS)}
# Four of 32 signs are 20 bits of the CRC-32. Of random texts that have all parts in range, one in
# 2^20 (a million) passes. In a text of up to 90 letters no single wrong letter and no two neighbours
# that have changed places leave these 20 bits as they were (tests/unit/lessons/test_codes.py tries them all).
# Three signs (one in 32,768) would let too many pass.
CHECK_LENGTH = 4
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


def encode(sheet: Sheet) -> str:
    """
    Return the code of a sheet: capitals, digits and hyphens only, so that chat programs leave it alone.

    Examples
    --------
    >>> sheet = Sheet("absorption", "ab-c", Scenario(calcium=2000, vitamin_k2=10), mark="K7PW")
    >>> encode(sheet)
    'CPL1-1-ABXCXX-2000-800-10-10-SM7-K7PW-CE7X'
    """
    answers = "".join(NOT_ANSWERED if letter == SKIPPED else letter.upper() for letter in sheet.answers)
    settings = [f"{value:.0f}" for value in sheet.scenario.settings().values()]
    world = LENS_LETTERS[sheet.scenario.lens] + FORM_LETTERS[sheet.scenario.k_form] + CHANGED * sheet.changed
    body = "-".join([KIND + VERSION, str(sheet.lesson.number), answers, *settings, world, sheet.mark])
    return f"{body}-{checksum(body)}"


def decode(text: str) -> Sheet:
    """
    Return the sheet of a code; small letters, long dashes, and spaces, quotes or stops around it do no harm.

    Raises
    ------
    ValueError
        In one sentence: which part cannot be read, and what it may be.

    Examples
    --------
    >>> decode("“cpl1–1–abxcxx–2000–800–10–10–sm7–k7pw–ce7x”.").answers
    'ab-c--'
    >>> decode("CPL1-1-ABXCXX-3000-800-10-10-SM7-K7PW-CE7X")
    Traceback (most recent call last):
    ValueError: Invalid calcium '3000' [mg/day]. Must be between 200 and 2,500.
    """
    code = tidy(text)
    parts = code.split("-")
    if not (kind := re.fullmatch(rf"{KIND}(\w*)", parts[0])):
        raise invalid("code", shown(code), f"Must begin with {KIND}{VERSION}-.")
    if kind[1] != VERSION:
        raise invalid("code version", shown(kind[1]), f"Must be {VERSION}.")
    if len(parts) != PARTS:
        raise invalid("number of parts", len(parts), f"Must be {PARTS}, with a hyphen between them.")
    _, lesson_number, letters, *values, world, mark, check = parts
    by_number = {str(lesson.number): lesson for lesson in LESSONS.values()}
    if lesson_number not in by_number:
        raise invalid("lesson", shown(lesson_number), by_number)
    lesson = by_number[lesson_number]
    answers = _answers(lesson, letters)
    scenario, changed = _scenario(values, world)
    sheet = Sheet(lesson.key, answers, scenario, changed, mark)
    if check != checksum(code.rpartition("-")[0]):
        raise invalid("checksum", shown(check), "Must fit the rest: a letter or digit in this code is wrong.")
    return sheet


def tidy(text: str) -> str:
    """
    Return a code as it was before a chat program or a hurried hand changed its dashes, case or ends.

    Examples
    --------
    >>> tidy(" 'cpl1–4–abc'. ")
    'CPL1-4-ABC'
    """
    plain = text.translate(UNSEEN).translate(DASHES)
    # Not by a regular expression: on a long row of dashes that takes minutes.
    places = [place for place, letter in enumerate(plain) if letter.isalnum()]
    return plain[places[0] : places[-1] + 1].upper() if places else ""


def checksum(body: str) -> str:
    """Return the signs that guard the rest of a code."""
    left = zlib.crc32(body.encode())
    signs = []
    for _ in range(CHECK_LENGTH):
        left, place = divmod(left, len(SIGNS))
        signs.append(SIGNS[place])
    return "".join(signs)


def _answers(lesson: Lesson, text: str) -> str:
    """Return the answers as the lesson keeps them."""
    if len(text) != len(lesson.questions):
        raise invalid("answers", shown(text), f"Must be {len(lesson.questions)} letters for lesson {lesson.number}.")
    for place, (letter, question) in enumerate(zip(text, lesson.questions, strict=True), 1):
        allowed = LETTERS[: len(question.choices)].upper() + NOT_ANSWERED
        if letter not in allowed:
            raise invalid("answer", letter, [*allowed], where=f"to question {place}")
    return "".join(SKIPPED if letter == NOT_ANSWERED else letter.lower() for letter in text)


def _scenario(texts: list[str], world: str) -> tuple[Scenario, bool]:
    """Return the settings, and whether assumptions were changed."""
    values = {}
    for row, text in zip(CONTROLS, texts, strict=True):
        if not re.fullmatch("0|[1-9][0-9]{0,5}", text):
            rule = f"Must be a whole number, in digits only, between {number(row.low)} and {number(row.high)}."
            raise invalid(row.name, shown(text), rule, row.unit)
        values[row.name] = int(text)
    changed = world.endswith(CHANGED)
    if (known := world.removesuffix(CHANGED)) not in WORLDS:
        rule = f"Must be one of: {', '.join(WORLDS)}, or one with {CHANGED}."
        raise invalid("lens and form", shown(world), rule)
    lens, form = WORLDS[known]
    return Scenario(**values, lens=lens, k_form=form), changed
