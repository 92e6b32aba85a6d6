"""
The words of the command line: a parser for each command, and the scenario its arguments ask for.
"""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sim.cli.terminal import SCRIPT, OneLineParser, typed
from sim.export import FORMATS, PICTURES
from sim.export.paper import PAPERS
from sim.lessons import LESSONS
from sim.model.invalid import invalid
from sim.model.lenses import K_FORMS, LENSES, Form, Lens, check_name
from sim.model.parameters import CONTROLS, number
from sim.runs.experiments import EXPERIMENTS
from sim.runs.scenario import PRESETS, Scenario
from sim.text.sentences import NOTICE, unit


def _path(text: str) -> Path:
    """Return a path; an empty one is a slip, such as a variable of the shell that is not set."""
    if not text:
        raise argparse.ArgumentTypeError("invalid path ''. Must not be empty.")
    return Path(text)


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``python -m sim``."""
    parser = OneLineParser(
        prog=f"{typed()} pictures" if typed() == SCRIPT else typed(),
        description="Run one scenario and save its pictures and data. "
        f"'{typed()} export --help' tells how to save the model for other simulators, "
        "'report --help' a report on one page, 'lesson --help' a lesson on paper.",
        epilog=NOTICE,
    )
    add_scenario_options(parser)
    parser.add_argument("--out", type=_path, default=Path("plots"), metavar="DIR", help="folder to write to (plots/)")
    add = parser.add_argument
    add("--picture", action="append", choices=list(PICTURES), help="picture to save (may be repeated; default: all)")
    add("--format", action="append", choices=list(FORMATS), help="format to save (may be repeated; default: png, csv)")
    add("--bands", action="store_true", help="show where plausible models lie in the pictures over time")
    return parser


def export_parser() -> argparse.ArgumentParser:
    """Return the parser of ``python -m sim export``."""
    parser = OneLineParser(
        prog=f"{typed()} export",
        description="Save the model with the values of one scenario, for other simulators.",
        epilog=NOTICE,
    )
    parser.add_argument("--sbml", type=_path, metavar="FILE", help="save the model as SBML Level 3 Version 2")
    parser.add_argument(
        "--omex", type=_path, metavar="FILE", help="save a COMBINE archive: SBML, and SED-ML of the run and two presets"
    )
    add_scenario_options(parser)
    return parser


def report_parser() -> argparse.ArgumentParser:
    """Return the parser of ``python -m sim report``."""
    parser = OneLineParser(
        prog=f"{typed()} report", description="Save the report of one run, one page as PDF.", epilog=NOTICE
    )
    add_scenario_options(parser)
    _add_report_options(parser)
    return parser


def lesson_parser() -> argparse.ArgumentParser:
    """Return the parser of ``python -m sim lesson``."""
    parser = OneLineParser(
        prog=f"{typed()} lesson",
        description="Save a lesson on paper as PDF: the student's sheet and the teacher's key.",
        epilog=NOTICE,
    )
    _add_lesson_options(parser)
    return parser


COMMANDS = {"export": export_parser, "report": report_parser, "lesson": lesson_parser}


def _add_report_options(parser: argparse.ArgumentParser) -> None:
    """Add what a report needs besides the scenario."""
    parser.add_argument(
        "--out", type=_path, default=Path("report.pdf"), metavar="FILE", help="file to write (report.pdf)"
    )
    _add_paper(parser)


def _add_lesson_options(parser: argparse.ArgumentParser) -> None:
    """Add what a lesson on paper needs."""
    parser.add_argument("lesson", metavar="LESSON", help=f"one of: {', '.join(LESSONS)}")
    parser.add_argument("--out", type=_path, default=Path("sheets"), metavar="DIR", help="folder to write to (sheets/)")
    parser.add_argument("--force", action="store_true", help="overwrite files that exist")
    _add_paper(parser)


def _add_paper(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--paper", default="A4", metavar="SIZE", help=f"one of: {', '.join(PAPERS)} (A4)")
    parser.add_argument(
        "--address", metavar="URL", help="where phones find the lab, as copied from a browser, for link and QR code"
    )


def add_scenario_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that `scenario_of` reads, and ``--force``."""
    parser.add_argument("--preset", default="balanced", metavar="NAME", help=f"start from: {', '.join(PRESETS)}")
    for row in CONTROLS:
        parser.add_argument(
            f"--{row.name.replace('_', '-')}",
            dest=row.name,
            metavar="N",
            help=f"{row.label}, {number(row.low)} to {number(row.high)} {unit(row.unit)}",
        )
    parser.add_argument("--lens", metavar="NAME", help=f"whose account: {_choices(LENSES)}")
    parser.add_argument("--k-form", metavar="NAME", help=f"form of vitamin K: {_choices(K_FORMS)}")
    parser.add_argument("--experiment", metavar="NAME", help=f"block what it blocked: {', '.join(EXPERIMENTS)}")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="change a model parameter (may be repeated)"
    )
    parser.add_argument("--force", action="store_true", help="overwrite files that exist")


def _choices(table: Mapping[str, Lens] | Mapping[str, Form]) -> str:
    return ", ".join(f"{name} ({row.label})" for name, row in table.items())


def scenario_of(arguments: argparse.Namespace) -> Scenario:
    """Return the scenario that the arguments ask for; raises ValueError with one clear sentence."""
    check_name("preset", arguments.preset, PRESETS)
    settings = {row.name: getattr(arguments, row.name) for row in CONTROLS if getattr(arguments, row.name) is not None}
    if arguments.experiment is not None:
        check_name("experiment", arguments.experiment, EXPERIMENTS)
    parameters = EXPERIMENTS[arguments.experiment].parameters if arguments.experiment else {}
    given: dict[str, str] = {}
    for text in arguments.set:
        name, equals, value = text.partition("=")
        if not equals:
            raise invalid("--set", text, "Must be NAME=VALUE.")
        name = name.strip()
        if name in given:
            raise invalid("--set", text, f"Must set {name} only once.")
        given[name] = value
    names = {kind: getattr(arguments, kind) for kind in ("lens", "k_form") if getattr(arguments, kind) is not None}
    return replace(PRESETS[arguments.preset], **settings, **names, parameters={**parameters, **given})
