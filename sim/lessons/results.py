"""
Class results: from pasted codes to counts, a table and a tidy file. Whatever stands beside a code is not kept.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sim.lessons.answer_sheet import Sheet, shown
from sim.lessons.codes import DASHES, KIND, UNSEEN, decode, encode
from sim.lessons.old import LESSONS, Lesson, Question
from sim.lessons.screens import LETTERS, chosen
from sim.text.data_files import SETTINGS, Cell, DataTable, file_bytes, setting_cells
from sim.text.sentences import NOTICE, made_with
from sim.text.tables import Table

NO_CODE = (
    f"There is no class code in this text. A class code begins with {KIND}1- and stands on a student's last screen."
)
# What stands between the cells of a pasted table, the words of a sentence, and around them.
BETWEEN = re.compile(r"[\s,;|\"'“”„‘’«»<>()]+")
BEGINS = re.compile(rf"(?<![^\W_]){KIND}\d", re.IGNORECASE)
MOST_LETTERS, MOST_CODES = 300_000, 1_000
"""A text for a whole school: a code has 50 letters, its row in a spreadsheet some hundred."""
HYPHENS = 6
"""So many make a word a code with its first letters wrong; a date has two, a UUID four."""
UNANSWERED = "not answered"
COLUMNS = (
    "entry", "lesson_number", "lesson", "question", "part", "about", "answer", "predicted", "model", "agrees",
    *SETTINGS, "assumptions_changed", "notice",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One code that was read: its number among those that count, the line it stood in, and what it holds."""

    number: int
    line: int
    sheet: Sheet


@dataclass(frozen=True)
class Tally:
    """How a class answered one question: its number, and how many gave each choice, and none."""

    number: int
    question: Question
    counts: tuple[int, ...]
    not_answered: int

    @property
    def bars(self) -> list[tuple[str, int]]:
        """Each choice in short, its letter and its outcome, with how many gave it; last those who gave none."""
        choices = zip(LETTERS.upper(), self.question.choices, self.counts, strict=False)
        bars = [(f"{letter} {choice.outcome}", count) for letter, choice, count in choices]
        return [*bars, (UNANSWERED, self.not_answered)] if self.not_answered else bars

    @property
    def predictions(self) -> dict[str, int]:
        """How many predicted each outcome."""
        pairs = zip(self.question.choices, self.counts, strict=True)
        return {choice.outcome: count for choice, count in pairs if count}


def read_codes(text: str) -> tuple[list[Entry], list[str]]:
    """
    Return the codes in a text and a notice for each that does not count as it stands.

    Lines, cells of a pasted table, sentences: every code in them is found, and all else is passed over.

    Examples
    --------
    >>> entries, notices = read_codes("name;code\\nsomebody;CPL1-1-ABXCXX-2000-800-10-10-SM7-K7PW-CE7X\\nCPL1-1-AB")
    >>> [entry.sheet.answers for entry in entries]
    ['ab-c--']
    >>> notices
    ["Line 3: 'CPL1-1-AB' is left out. Invalid number of parts '3'. Must be 10, with a hyphen between them."]
    """
    if len(text) > MOST_LETTERS:
        return [], [f"Invalid text of {len(text):,} letters. Must have at most {MOST_LETTERS:,}: paste fewer codes."]
    entries: list[Entry] = []
    notices: list[str] = []
    lines: dict[str, int] = {}
    for line, word in _possible_codes(text):
        try:
            sheet = decode(word)
        except ValueError as error:
            notices.append(f"Line {line}: '{shown(word)}' is left out. {error}")
            continue
        code = encode(sheet)
        if code in lines:
            where = f"stands in line {lines[code]} already" if lines[code] != line else "stands in this line twice"
            notices.append(f"Line {line}: '{code}' {where}; it counts once.")
            continue
        if len(entries) == MOST_CODES:
            rest = f"Only the first {MOST_CODES:,} codes count: paste those from line {line:,} on by themselves."
            notices.insert(0, rest)
            break
        lines[code] = line
        entries.append(Entry(len(entries) + 1, line, sheet))
    if text.strip() and not entries and not notices:
        notices.append(NO_CODE)
    return entries, notices


def _possible_codes(text: str) -> Iterator[tuple[int, str]]:
    """Yield what may be a code, with the number of its line."""
    plain = text.translate(UNSEEN).translate(DASHES)
    for number, line in enumerate(re.split(r"\r\n|\r|\n", plain), 1):
        for word in BETWEEN.split(line):
            begins = BEGINS.search(word)
            if begins or word.count("-") >= HYPHENS:
                yield number, word[begins.start() if begins else 0 :].rstrip(".:!?-")


def lessons_of(entries: Sequence[Entry]) -> list[Lesson]:
    """Return the lessons that were answered, in the order of their numbers."""
    return [lesson for lesson in LESSONS.values() if of_lesson(lesson, entries)]


def of_lesson(lesson: Lesson, entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that answer a lesson."""
    return [entry for entry in entries if entry.sheet.lesson_key == lesson.key]


def tallies(lesson: Lesson, entries: Iterable[Entry]) -> tuple[Tally, ...]:
    """Return for each question of a lesson how many gave each choice."""
    sheets = [entry.sheet for entry in of_lesson(lesson, entries)]

    def tally(index: int, question: Question) -> Tally:
        given = [chosen(sheet.answers, index) for sheet in sheets]
        counts = tuple(given.count(choice) for choice in range(len(question.choices)))
        return Tally(index + 1, question, counts, given.count(None))

    return tuple(tally(*each) for each in enumerate(lesson.questions))


def describe_tallies(counted: Sequence[Tally]) -> str:
    """Return the text alternative of the picture of a class's answers."""
    lines = []
    for tally in counted:
        right = tally.question.answer()
        parts = (
            f"{name} {count}{' (as the model)' if row == right else ''}" for row, (name, count) in enumerate(tally.bars)
        )
        lines.append(f"Question {tally.number}, {tally.question.about}: {', '.join(parts)}.")
    return " ".join(lines)


def _given(sheet: Sheet) -> list[tuple[Question, int | None, int]]:
    """Return each question of a sheet with the choice that was given and the model's."""
    questions = enumerate(sheet.lesson.questions)
    return [(question, chosen(sheet.answers, index), question.answer()) for index, question in questions]


def results_table(lesson: Lesson, entries: Iterable[Entry]) -> Table:
    """Return the answers to a lesson, one entry a row; the first row is the model's."""
    answering, count = of_lesson(lesson, entries), len(lesson.questions)
    letters = (LETTERS[question.answer()].upper() for question in lesson.questions)
    rows = [("the model", str(lesson.number), *letters, str(count), "")]
    for entry in answering:
        given = [(mine, right) for _, mine, right in _given(entry.sheet)]
        cells = ("–" if mine is None else LETTERS[mine].upper() + " ✓" * (mine == right) for mine, right in given)
        agreed = sum(mine == right for mine, right in given)
        rows.append((str(entry.number), str(lesson.number), *cells, str(agreed), entry.sheet.settings_line))
    caption = (
        f"Lesson {lesson.number}, {lesson.title}: {len(answering)} {'entry' if len(answering) == 1 else 'entries'}. "
        f"Q1: question 1. ✓: as the model has it. –: {UNANSWERED}."
    )
    questions = (f"Q{number}" for number in range(1, count + 1))
    return Table(caption, ("entry", "lesson", *questions, "as the model", "settings at the end"), rows)


def results_bytes(entries: Iterable[Entry], file_format: str) -> bytes:
    """
    Return the entries as a file with one tidy table: a case for each entry and question.

    CODAP takes the first line of CSV for the names of attributes and drops what is in brackets. The notice is a
    column of its own: as a last row it would be one more case in every count and plot.

    Examples
    --------
    >>> results_bytes([], "csv").split(b",")[:4]
    [b'entry', b'lesson_number', b'lesson', b'question']
    """
    cases = [case for entry in entries for case in _cases(entry)]
    return file_bytes([DataTable("class results", COLUMNS, cases)], file_format, "Class results")


def _cases(entry: Entry) -> Iterator[tuple[Cell, ...]]:
    """Yield the cases of one entry, one for each question."""
    sheet, scenario = entry.sheet, entry.sheet.scenario
    world = (*setting_cells(scenario), "yes" if sheet.changed else "no", f"{made_with(scenario)} {NOTICE}")
    for number, (question, mine, right) in enumerate(_given(sheet), 1):
        part = "prediction" if number <= len(sheet.lesson.activities) else "quiz"
        given = (UNANSWERED,) * 2 if mine is None else (LETTERS[mine].upper(), question.choices[mine].outcome)
        agrees = UNANSWERED if mine is None else "yes" if mine == right else "no"
        asked = (entry.number, sheet.lesson.number, sheet.lesson.title, number, part, question.about)
        yield *asked, *given, question.choices[right].outcome, agrees, *world
