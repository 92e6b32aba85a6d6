"""
A lesson on paper: the student's sheet without any answer, and the teacher's key with all of them.
"""

from functools import partial
from xml.sax.saxutils import escape

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, Spacer

from sim.content.evidence import GRADES, Claim, citation, claim_of
from sim.export.flowables import QR_SIZE, beside, figure_flowable, link, qr_flowable, scenario_address, table_flowable
from sim.export.markup import markup, paragraphs
from sim.export.paper import BODY, HEADING, SMALL, TITLE, pdf_bytes
from sim.export.question_block import LINES, RIGHT, explain, in_words, lines, quiz_question, step
from sim.figures import FIGURES, LIGHT
from sim.figures.style import CARD
from sim.lessons.old import Lesson
from sim.lessons.screens import pace
from sim.runs.many import balanced_run
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.session.lab_address import lab_address
from sim.text.tables import Table

START_PICTURES = ("bone", "arteries")
NAME_LINE = f"Name or group: {45 * '_'}"
KEY = f"<b>Teacher's key.</b> {RIGHT} marks what the model gives."
HOW = (
    "<b>In each step</b> tick what you expect and draw it as a dashed line from <i>before</i> to <i>after</i>. Then "
    "run both settings in the lab, write the numbers below the axes and draw the result as a solid line, "
    "with an arrow where it leaves them."
)
# What is to be explained tells what happens: it must not stand below the boxes to tick.
EXPLAIN = "Turn to this page when you have run all steps. Explain in your own words."


def sheet_name(lesson: Lesson, who: str, paper: str) -> str:
    """
    Return the file name of a sheet for a ``student`` or a ``teacher``.

    Examples
    --------
    >>> from sim.lessons.old import LESSONS
    >>> sheet_name(LESSONS["paradox"], "student", "A4")
    'lesson_4_paradox_student_A4.pdf'
    """
    return f"lesson_{lesson.number}_{lesson.key}_{who}_{paper}.pdf"


def sheet_pdf(lesson: Lesson, scenario: Scenario, address: str, paper: str = "A4", *, key: bool) -> bytes:
    """
    Return a student's sheet, on which no answer stands, or the teacher's key: the same with results, notes, evidence.

    Link and QR code open these settings at the lab's address; it is empty where nobody knows it.

    Raises
    ------
    ValueError
        If paper or address are not what they must be.
    """
    base = lab_address(address) if address else ""
    kind = "teacher's key" if key else "student's sheet"

    def story(width: float, _: float) -> list[Flowable]:
        opening = _opening(lesson, scenario, base, width)
        steps = [step(lesson, index, width, key=key, base=base) for index in range(len(lesson.activities))]
        questions = (quiz_question(question, number, key=key) for number, question in enumerate(lesson.quiz, 1))
        quiz = _whole("Quiz", *questions)
        if lesson.task:
            told = [Paragraph(text, BODY) for text in paragraphs(lesson.filled(lesson.task))]
            quiz += _whole("Your own investigation", [*told, *([] if key else lines(LINES))])
        if key:
            return [Paragraph(KEY, BODY), *opening, *_for_the_teacher(lesson, width), *steps, *quiz, *_founded(lesson)]
        reasons = ([explain(question, number), *lines(LINES), Spacer(0, 8)]
                   for number, question in enumerate(lesson.activities, 1))  # fmt: skip
        head = [Paragraph(NAME_LINE, BODY), *opening, Paragraph(HOW, BODY)]
        return [*head, *steps, PageBreak(), *_whole(EXPLAIN, *reasons), *quiz]

    return pdf_bytes(paper, f"Lesson {lesson.number}: {lesson.title} ({kind})", scenario, story)


student_sheet_pdf, teacher_key_pdf = (partial(sheet_pdf, key=key) for key in (False, True))


def _whole(heading: str, first: list[Flowable], *others: list[Flowable]) -> list[Flowable]:
    """Return parts that the end of a page does not tear, the first with its heading."""
    return [KeepTogether([Paragraph(heading, HEADING), *first]), *map(KeepTogether, others)]


def _opening(lesson: Lesson, scenario: Scenario, base: str, width: float) -> list[Flowable]:
    """Return title, aim, link, what is read first, the start and its pictures."""
    start = start_of(lesson, scenario)
    words = [
        Paragraph(escape(f"Lesson {lesson.number}: {lesson.title}"), TITLE),
        Paragraph(escape(f"{lesson.minutes} minutes · {lesson.level}"), SMALL),
        Paragraph(f"<b>Aim.</b> {markup(lesson.filled(lesson.aim))}", BODY),
    ]
    opened = f"<b>Open the lesson</b> with {escape(in_words(scenario))}"
    if base:
        address = scenario_address(base, scenario, lesson.key)
        words.append(Paragraph(f"{opened} {link(address)}", SMALL))
        head = beside([(words, width - QR_SIZE - 8), ([qr_flowable(address)], QR_SIZE + 8)])
    else:
        head = beside([([*words, Paragraph(opened, SMALL)], width)])
    pictures = [FIGURES[name].draw(simulate(start), balanced_run(start), LIGHT, sheet=CARD) for name in START_PICTURES]
    half = 0.42 * width
    return [
        head,
        Spacer(0, 5),
        *(Paragraph(text, BODY) for text in paragraphs(lesson.filled(lesson.intro))),
        KeepTogether([
            Paragraph(f"<b>This is what a run looks like.</b> {escape(in_words(start))}", SMALL),
            beside([([figure_flowable(figure, half)], width / 2) for figure in pictures]),
        ]),
    ]  # fmt: skip


def start_of(lesson: Lesson, scenario: Scenario) -> Scenario:
    """
    Return the run whose pictures open the sheet: these settings, unless a question asks for their result.

    Examples
    --------
    >>> from sim import PRESETS
    >>> from sim.lessons.old import LESSONS
    >>> start_of(LESSONS["paradox"], PRESETS["calcium paradox"]) == PRESETS["balanced"]
    True
    """
    asked = {question.after for question in lesson.questions}
    return lesson.activities[0].before if scenario in asked else scenario


def _for_the_teacher(lesson: Lesson, width: float) -> list[Flowable]:
    """Return notes, times and standards."""
    notes = [Paragraph(text, BODY) for text in paragraphs(lesson.filled(lesson.teacher_notes))]
    times = Table("Time", ("part", "minutes"), [(part, str(minutes)) for part, minutes in pace(lesson)])
    standards = [Paragraph(f"\u2022 {escape(standard)}", SMALL) for standard in lesson.standards]
    columns = [
        (table_flowable(times, 0.45 * width - 10, 0.75), 0.45 * width),
        ([Paragraph("<b>Standards</b>", SMALL), *standards], 0.55 * width),
    ]
    return [Paragraph("For the teacher", HEADING), *notes, beside(columns), Spacer(0, 6)]


def _founded(lesson: Lesson) -> list[Flowable]:
    """Return what to keep in mind, and the claims with grades and studies."""
    kept: list[Flowable] = [Paragraph(text, BODY) for text in paragraphs(lesson.filled(lesson.takeaway))]
    claims = [claim_of(key) for key in lesson.claims]
    used = {claim.grade for claim in claims}
    meaning = " ".join(f"<b>{grade}</b>: {escape(GRADES[grade])}" for grade in GRADES if grade in used)
    founded = _whole("How well it is founded", [Paragraph(meaning, SMALL)])
    return [*_whole("To keep in mind", kept), *founded, *(Paragraph(_claim(claim), SMALL) for claim in claims)]


def _claim(claim: Claim) -> str:
    """Return a claim with grade and studies, as markup."""
    studies = [link(study.address, citation(study)) if study.address else escape(citation(study))
               for study in claim.studies]  # fmt: skip
    return f"<b>{claim.grade}</b>: {escape(claim.statement)} {'; '.join(studies)}."
