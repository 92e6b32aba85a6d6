"""
What ``python -m sim report`` and ``python -m sim lesson`` make: the report of a run, a lesson on paper.
"""

import argparse
from pathlib import Path

from sim.comparison import side_by_side
from sim.export.flowables import check_address, scenario_address
from sim.export.report import report_pdf
from sim.export.sheet import sheet_name, student_sheet_pdf, teacher_key_pdf
from sim.lenses import check_name
from sim.lessons import LESSONS, Lesson
from sim.scenarios import Scenario


def report_files(scenario: Scenario, arguments: argparse.Namespace) -> dict[Path, bytes]:
    """Return the report of one run, by the path it is wanted at."""
    base = check_address(arguments.address)
    address = scenario_address(base, scenario) if base else ""
    return {arguments.out: report_pdf(side_by_side(scenario, ()), address, arguments.paper)}


def lesson_of(arguments: argparse.Namespace) -> Lesson:
    """
    Return the lesson that the arguments ask for.

    Raises
    ------
    ValueError
        If there is no lesson of that name.
    """
    return LESSONS[check_name("lesson", arguments.lesson, LESSONS)]


def lesson_files(lesson: Lesson, arguments: argparse.Namespace) -> dict[Path, bytes]:
    """Return a student's sheet and the teacher's key, by their paths."""
    given = (lesson, lesson.start, arguments.address, arguments.paper)
    made = {"student": student_sheet_pdf, "teacher": teacher_key_pdf}
    return {arguments.out / sheet_name(lesson, who, arguments.paper): make(*given) for who, make in made.items()}
