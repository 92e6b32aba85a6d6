"""
The commands of the command line: what each is asked for, and what makes it.
"""

import argparse
from functools import cache, partial

from sim.cli.arguments import COMMANDS, parser, scenario_of
from sim.cli.paper_commands import lesson_of, lesson_targets, report_targets
from sim.cli.saving import Targets, save
from sim.cli.terminal import say
from sim.export import DATA_FORMATS, PICTURES, file_name, make_file
from sim.runs.many import Ensemble, balanced_run, ensemble
from sim.runs.run import simulate
from sim.runs.scenario import Scenario
from sim.text.sentences import NOTICE, headline, provenance


def run(words: list[str]) -> int:
    """Run the command that the words of a command line name, and return its exit code."""
    command = words.pop(0) if words and words[0] in COMMANDS else ""
    arguments = COMMANDS.get(command, parser)().parse_args(words)
    try:
        scenario, targets = asked_for(command, arguments)
        files = save(targets, arguments.out if command in ("", "lesson") else None, force=arguments.force)
    except (ValueError, RuntimeError) as error:
        say(str(error))
        return 2
    if command in ("", "report"):
        print(headline(simulate(scenario), balanced_run(scenario)).replace("**", ""))
    print(provenance(scenario), NOTICE)
    print(*files, sep="\n")
    return 0


def asked_for(command: str, arguments: argparse.Namespace) -> tuple[Scenario, Targets]:
    """Return the scenario and what makes each file; nothing is made yet."""
    if command == "lesson":
        lesson = lesson_of(arguments)
        return lesson.start, lesson_targets(lesson, arguments)
    scenario = scenario_of(arguments)
    targets = {"": picture_targets, "report": report_targets, "export": model_targets}[command]
    return scenario, targets(scenario, arguments)


def picture_targets(scenario: Scenario, arguments: argparse.Namespace) -> Targets:
    """Return what makes each picture and table, by the path it is wanted at."""
    formats = list(dict.fromkeys(arguments.format or ["png", "csv"]))
    pictures = list(dict.fromkeys(arguments.picture or PICTURES))
    wanted = [("run", f) if f in DATA_FORMATS else (picture, f) for f in formats for picture in pictures]

    @cache
    def models() -> Ensemble | None:
        return ensemble(scenario) if arguments.bands else None

    def make(what: str, file_format: str) -> bytes:
        return make_file(scenario, what, file_format, models=models()).content

    return {arguments.out / file_name(scenario, *each, bands=arguments.bands): partial(make, *each) for each in wanted}


def model_targets(scenario: Scenario, arguments: argparse.Namespace) -> Targets:
    """Return what makes each model file, by the path it is wanted at."""
    paths = {name: path for name in ("sbml", "omex") if (path := getattr(arguments, name))}
    if not paths or len(paths) != len({path.resolve() for path in paths.values()}):
        raise ValueError("Invalid export. Must be --sbml FILE, --omex FILE, or both with two names.")

    def make(file_format: str) -> bytes:
        return make_file(scenario, "run", file_format).content

    return {path: partial(make, name) for name, path in paths.items()}
