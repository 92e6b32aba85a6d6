"""
What ``python -m sim report`` and ``python -m sim lesson`` make: the report of a run, a lesson on paper.
"""

import argparse
from functools import partial

from sim.cli.saving import Targets
from sim.export.flowables import scenario_address
from sim.export.lesson_sheet import sheet_name, student_sheet_pdf, teacher_key_pdf
from sim.export.paper import PAPERS
from sim.export.report import report_pdf
from sim.lessons import LESSONS, Lesson
from sim.model.lenses import check_name
from sim.runs.scenario import Scenario
from sim.session.lab_address import lab_address
from sim.text.comparison import side_by_side


def report_targets(scenario: Scenario, arguments: argparse.Namespace) -> Targets:
    """Return what makes the report of one run, by the path it is wanted at."""
    base, paper = _base(arguments), check_name("paper", arguments.paper, PAPERS)
    address = scenario_address(base, scenario) if base else ""
    return {arguments.out: lambda: report_pdf(side_by_side(scenario, ()), address, paper)}


def _base(arguments: argparse.Namespace) -> str:
    """Return where the lab is served, empty where it is not told."""
    return "" if arguments.address is None else lab_address(arguments.address)


def lesson_of(arguments: argparse.Namespace) -> Lesson:
    """
    Return the lesson that the arguments ask for.

    Raises
    ------
    ValueError
        If there is no lesson of that name.
    """
    return LESSONS[check_name("lesson", arguments.lesson, LESSONS)]


def lesson_targets(lesson: Lesson, arguments: argparse.Namespace) -> Targets:
    """Return what makes a student's sheet and the teacher's key, by their paths."""
    paper = check_name("paper", arguments.paper, PAPERS)
    given = (lesson, lesson.start, _base(arguments), paper)
    makers = {"student": student_sheet_pdf, "teacher": teacher_key_pdf}
    return {arguments.out / sheet_name(lesson, who, paper): partial(make, *given) for who, make in makers.items()}
