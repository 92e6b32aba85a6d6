"""
One question of a lesson on paper: for a student with boxes, empty axes and lines, for a teacher with the answer.
"""

from xml.sax.saxutils import escape

from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, KeepTogether, Paragraph, Spacer

from sim.export.flowables import beside, figure_flowable, link, scenario_address
from sim.export.markup import markup
from sim.export.paper import BODY, FONT, HEADING, RULE, SMALL
from sim.figures.prediction_figure import prediction_figure
from sim.figures.style import LIGHT, Sheet
from sim.lessons.measures import MEASURES
from sim.lessons.old import Lesson, Question
from sim.lessons.screens import LETTERS
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.text.sentences import changed_line, settings_line

EMPTY_AXES = Sheet(4.8, 3.3, foot=False)
RESULT_AXES = Sheet(4.8, 2.9, foot=False)
PICTURE_SHARE = 0.47
"""Of the width of the text."""
LINES, LINE_HEIGHT = 4, 21
"""To write on: how many, and how far apart [points]."""
EMPTY, RIGHT = "\u2610", "\u2714"
CHOICE = ParagraphStyle("choice", BODY, leftIndent=34, bulletFontName=FONT, bulletFontSize=11, spaceAfter=5)
FEEDBACK = ParagraphStyle("feedback", SMALL, leftIndent=34, spaceAfter=7)


def step(lesson: Lesson, index: int, width: float, *, key: bool, base: str) -> Flowable:
    """
    Return what is predicted and run in one step, the activity at `index`; no end of a page tears it apart.

    `width` is that of the text [points]; to the lab's address, which may be empty, link the settings in a key.
    """
    question = lesson.activities[index]
    axes = result_figure(question) if key else empty_axes(question, scale=not starts_from_a_result(lesson, index))
    picture = figure_flowable(axes, PICTURE_SHARE * width)
    left = [*settings(question, base if key else ""), Spacer(0, 4), *choices(question, key=key)]
    content: list[Flowable] = [
        Paragraph(f"Step {index + 1}", HEADING),
        Paragraph(f"<b>{markup(question.filled(question.prompt))}</b>", BODY),
        beside([(left, (1 - PICTURE_SHARE) * width - 8), ([picture], PICTURE_SHARE * width + 8)]),
    ]
    return KeepTogether([*content, *told(question), explain(question)] if key else content)


def explain(question: Question, number: int = 0) -> Paragraph:
    """Return what is to be explained; with a number, if it stands apart from its step."""
    which = f"Step {number}." if number else "Explain."
    return Paragraph(f"<b>{which}</b> {markup(question.filled(question.explain))}", BODY)


def quiz_question(question: Question, number: int, *, key: bool) -> list[Flowable]:
    """Return a question of the quiz with its choices."""
    asked = Paragraph(f"<b>{number}. {markup(question.filled(question.prompt))}</b>", BODY)
    answer = told(question) if key else []
    return [asked, *choices(question, key=key), *answer, Spacer(0, 5)]


def choices(question: Question, *, key: bool) -> list[Flowable]:
    """Return the choices with boxes to tick; in a key the right one has a tick, and each what is said to it."""
    flowables: list[Flowable] = []
    for index, choice in enumerate(question.choices):
        right = key and index == question.answer()
        text = markup(question.filled(choice.text))
        box = f"{RIGHT if right else EMPTY} {LETTERS[index]}"
        flowables.append(Paragraph(f"<b>{text}</b>" if right else text, CHOICE, bulletText=box))
        if key:
            flowables.append(Paragraph(markup(question.filled(choice.feedback)), FEEDBACK))
    return flowables


def told(question: Question) -> list[Flowable]:
    """Return what the model gives and what to notice in it."""
    notice = markup(question.filled(question.notice))
    return [Spacer(0, 3), Paragraph(f"<b>The model: {escape(question.outcome())}.</b> {notice}", BODY)]


def settings(question: Question, base: str) -> list[Flowable]:
    """Return the two settings that are compared, as links where the lab has an address."""
    rows = (("Before", question.before), ("After", question.after))
    texts = [(name, scenario, in_words(scenario, ".")) for name, scenario in rows]
    return [
        Paragraph(f"<b>{name}:</b> {link(scenario_address(base, at), words) if base else escape(words)}", SMALL)
        for name, at, words in texts
    ]


def in_words(scenario: Scenario, stop: str = ":") -> str:
    """Return whose account and which settings."""
    parts = (f"{scenario.account().label}{stop}", settings_line(scenario), changed_line(scenario))
    return " ".join(filter(None, parts))


def lines(count: int) -> list[Flowable]:
    """Return lines to write on."""
    return [HRFlowable(width="100%", thickness=0.5, color=RULE, spaceBefore=LINE_HEIGHT - 1, spaceAfter=0)] * count


def result_figure(question: Question) -> Figure:
    """Return the picture of the model's answer."""
    return prediction_figure(question, {}, LIGHT, RESULT_AXES)


def empty_axes(question: Question, *, scale: bool) -> Figure:
    """Return the picture with where the measure stands before and nothing after it, or without any number."""
    figure = prediction_figure(question, {}, LIGHT, EMPTY_AXES, hidden=True)
    if not scale:
        ax = figure.axes[0]
        ax.yaxis.set_major_formatter(NullFormatter())
        ax.set_xticks(ax.get_xticks(), ["before\n____", "after\n____"])
    return figure


def starts_from_a_result(lesson: Lesson, index: int) -> bool:
    """
    Tell whether an activity's first number is what an earlier one asks for: on paper it would give that away.

    Examples
    --------
    >>> from sim.lessons.old import LESSONS
    >>> [starts_from_a_result(LESSONS["paradox"], index) for index in range(3)]
    [False, False, True]
    """
    question = lesson.activities[index]
    measure = MEASURES[question.measure]
    start = measure.shown(measure.read(simulate(question.before)))
    earlier = (other for other in lesson.activities[:index] if other.measure == question.measure)
    return any(start == measure.shown(measure.read(simulate(other.after))) for other in earlier)
