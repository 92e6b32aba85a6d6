"""
The commands of the command line: pictures and data of a run, the model, a report, a lesson on paper.
"""

import argparse
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlencode

from sim.browser import offline
from sim.cli.arguments import COMMANDS, PICTURES_COMMAND, names_settings, parser, scenario_of
from sim.cli.saving import Targets, save
from sim.cli.terminal import say
from sim.export import DATA_FORMATS, PICTURES, file_name, make_file
from sim.export.lesson_sheet import sheet_name, student_sheet_pdf, teacher_key_pdf
from sim.export.paper import PAPERS
from sim.export.printed_link import lesson_address, scenario_address
from sim.export.report import report_pdf
from sim.lessons import Lesson, lesson_of
from sim.lessons.reading import read_and_play
from sim.model.invalid import invalid
from sim.model.lenses import check_name
from sim.runs.many import balanced_run, ensemble
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.session.lab_address import lab_address
from sim.session.link import Link, written
from sim.text.comparison import side_by_side
from sim.text.sentences import NOTICE, headline, provenance


def run(words: list[str]) -> int:
    """Run the command that the words of a command line name, and return its exit code."""
    command = words.pop(0) if words and words[0] in COMMANDS else PICTURES_COMMAND
    arguments = parser(command).parse_args(words)
    try:
        if command == "lesson" and arguments.lesson == "check":
            return check_lesson(arguments.file)
        if command == "lesson":
            lesson = lesson_of(arguments.lesson)
            scenario, targets = lesson.scenario(lesson.base), lesson_targets(lesson, arguments)
        else:
            scenario = scenario_of(arguments)
            targets = TARGETS[command](scenario, arguments)
        folder = arguments.out if command in (PICTURES_COMMAND, "lesson") else None
        files = save(targets, folder, force=arguments.force)
    except (ValueError, RuntimeError) as error:
        say(str(error))
        return 2
    if command in (PICTURES_COMMAND, "report"):
        print(headline(simulate(scenario), balanced_run(scenario)).replace("**", ""))
    print(offline.made() if command == "offline" else provenance(scenario), NOTICE)
    print(*files, sep="\n")
    return 0


def picture_targets(scenario: Scenario, arguments: argparse.Namespace) -> Targets:
    """Return what makes each picture and table, by the path it is wanted at."""
    simulate(scenario)  # what cannot be solved is told before anything is written
    formats = list(dict.fromkeys(arguments.format or ["png", "csv"]))
    pictures = list(dict.fromkeys(arguments.picture or PICTURES))
    wanted = [("run", f) if f in DATA_FORMATS else (picture, f) for f in formats for picture in pictures]

    models = cache(lambda: ensemble(scenario) if arguments.bands else None)

    def make(what: str, file_format: str) -> bytes:
        return make_file(scenario, what, file_format, models=models()).content

    return {arguments.out / file_name(scenario, *each, bands=arguments.bands): partial(make, *each) for each in wanted}


def model_targets(scenario: Scenario, arguments: argparse.Namespace) -> Targets:
    """Return what makes each model file, by the path it is wanted at."""
    paths = {name: path for name in ("sbml", "omex") if (path := getattr(arguments, name))}
    if not paths or len(paths) != len({path.resolve() for path in paths.values()}):
        raise ValueError("Invalid export. Must be --sbml FILE, --omex FILE, or both with two names.")
    return {path: lambda name=name: make_file(scenario, "run", name).content for name, path in paths.items()}


def report_targets(scenario: Scenario, arguments: argparse.Namespace) -> Targets:
    """Return what makes the report of one run, by the path it is wanted at."""
    base, paper = _base_and_paper(arguments)
    address = scenario_address(base, scenario) if base else ""
    return {arguments.out: lambda: report_pdf(side_by_side(scenario, ()), address, paper)}


def offline_targets(scenario: Scenario, arguments: argparse.Namespace) -> Targets:
    """Return what makes the lab as one file, by the path it is wanted at."""
    simulate(scenario)
    query = urlencode(written(Link(scenario))) if names_settings(arguments) else ""
    return {arguments.file: lambda: offline.html(query).encode()}


def lesson_targets(lesson: Lesson, arguments: argparse.Namespace) -> Targets:
    """Return what makes a student's sheet and the teacher's key, by their paths."""
    base, paper = _base_and_paper(arguments)
    address = lesson_address(base, lesson.key) if base else ""
    makers = {
        "student": lambda: student_sheet_pdf(lesson, address, paper),
        "teacher": lambda: teacher_key_pdf(lesson, paper),
    }
    return {arguments.out / sheet_name(lesson, who, paper): make for who, make in makers.items()}


def check_lesson(path: Path | None) -> int:
    """Say what is wrong with a lesson file, by raising it, or that nothing is."""
    if path is None:
        raise invalid("file", "", "Must be the path of a lesson: lesson check FILE.")
    lesson = read_and_play(path)
    holds = f"{len(lesson.steps)} steps, {len(lesson.tasks)} tasks, {lesson.minutes} minutes"
    print(f"{path.name}: {holds}. Nothing is wrong.")
    return 0


def _base_and_paper(arguments: argparse.Namespace) -> tuple[str, str]:
    """Return where the lab is served, empty where it is not told, and the name of the paper."""
    base = "" if arguments.address is None else lab_address(arguments.address)
    return base, check_name("paper", arguments.paper, PAPERS)


TARGETS = {
    PICTURES_COMMAND: picture_targets,
    "export": model_targets,
    "report": report_targets,
    "offline": offline_targets,
}
