"""
The words of the command line: a parser for each command, and the scenario its arguments ask for.
"""

import argparse
from collections.abc import Callable, Mapping
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


def parser(command: str) -> OneLineParser:
    """Return the parser of one of COMMANDS."""
    about, add_options = COMMANDS[command]
    name = f"{typed()} {command}" if command != PICTURES_COMMAND or typed() == SCRIPT else typed()
    made = OneLineParser(name, about.format(typed()), NOTICE)
    add_options(made)
    return made


def _add_picture_options(parser: OneLineParser) -> None:
    _add_scenario_options(parser)
    add = parser.add_argument
    add("--out", type=_path, default=Path("plots"), metavar="DIR", help="folder to write to (plots/)")
    add("--picture", action="append", choices=list(PICTURES), help="picture to save (may be repeated; default: all)")
    add("--format", action="append", choices=list(FORMATS), help="format to save (may be repeated; default: png, csv)")
    add("--bands", action="store_true", help="show where plausible models lie in the pictures over time")


def _add_export_options(parser: OneLineParser) -> None:
    add = parser.add_argument
    add("--sbml", type=_path, metavar="FILE", help="save the model as SBML Level 3 Version 2")
    about = "save a COMBINE archive: SBML, and SED-ML of the run and two presets"
    add("--omex", type=_path, metavar="FILE", help=about)
    _add_scenario_options(parser)


def _add_report_options(parser: OneLineParser) -> None:
    _add_scenario_options(parser)
    add = parser.add_argument
    add("--out", type=_path, default=Path("report.pdf"), metavar="FILE", help="file to write (report.pdf)")
    _add_paper_options(parser)


def _add_lesson_options(parser: OneLineParser) -> None:
    add = parser.add_argument
    add("lesson", metavar="LESSON", help=f"one of: {', '.join(LESSONS)}; or 'check' and the FILE of a lesson")
    add("file", nargs="?", type=_path, metavar="FILE", help="with 'check': say what is wrong with this lesson file")
    add("--out", type=_path, default=Path("sheets"), metavar="DIR", help="folder to write to (sheets/)")
    _add_force(parser)
    _add_paper_options(parser)


def _add_offline_options(parser: OneLineParser) -> None:
    parser.add_argument("file", type=_path, metavar="FILE", help="file to write, such as calcium-lab.html")
    _add_scenario_options(parser)
    parser.set_defaults(preset=None)


PICTURES_COMMAND = "pictures"
"""The command that need not be named after ``python -m sim``."""
COMMANDS: dict[str, tuple[str, Callable[[OneLineParser], None]]] = {
    PICTURES_COMMAND: (
        "Run one scenario and save its pictures and data. '{0} export --help' tells how to save the model for other "
        "simulators, 'report --help' a report on one page, 'offline --help' the lab as one file, 'lesson --help' a "
        "lesson on paper.",
        _add_picture_options,
    ),
    "export": ("Save the model with the values of one scenario, for other simulators.", _add_export_options),
    "report": ("Save the report of one run, one page as PDF.", _add_report_options),
    "offline": (
        "Save the lab as one HTML file, which runs without Python, server or internet. It opens at the settings named.",
        _add_offline_options,
    ),
    "lesson": ("Save a lesson on paper as PDF: the student's sheet and the teacher's key.", _add_lesson_options),
}
"""What each command is for, and what adds its options."""


def _add_paper_options(parser: OneLineParser) -> None:
    add = parser.add_argument
    add("--paper", default="A4", metavar="SIZE", help=f"one of: {', '.join(PAPERS)} (A4)")
    about = "where phones find the lab, as copied from a browser, for link and QR code"
    add("--address", metavar="URL", help=about)


def _add_force(parser: OneLineParser) -> None:
    parser.add_argument("--force", action="store_true", help="overwrite files that exist")


def _add_scenario_options(parser: OneLineParser) -> None:
    """Add the options that `scenario_of` reads, and ``--force``."""
    add = parser.add_argument
    add("--preset", default="balanced", metavar="NAME", help=f"start from: {', '.join(PRESETS)}")
    for row in CONTROLS:
        about = f"{row.label}, {number(row.low)} to {number(row.high)} {unit(row.unit)}"
        add(f"--{row.name.replace('_', '-')}", metavar="N", help=about)
    add("--lens", metavar="NAME", help=f"whose account: {_choices(LENSES)}")
    add("--k-form", metavar="NAME", help=f"form of vitamin K: {_choices(K_FORMS)}")
    add("--experiment", metavar="NAME", help=f"block what it blocked: {', '.join(EXPERIMENTS)}")
    about = "change a model parameter (may be repeated)"
    add("--set", action="append", default=[], metavar="NAME=VALUE", help=about)
    _add_force(parser)


def _choices(table: Mapping[str, Lens] | Mapping[str, Form]) -> str:
    return ", ".join(f"{name} ({row.label})" for name, row in table.items())


def names_settings(arguments: argparse.Namespace) -> bool:
    """Tell whether there is any setting among the arguments."""
    return any(value for name, value in vars(arguments).items() if name not in ("file", "force"))


def scenario_of(arguments: argparse.Namespace) -> Scenario:
    """Return the scenario that the arguments ask for; raises ValueError with one clear sentence."""
    preset = PRESETS[check_name("preset", arguments.preset or "balanced", PRESETS)]
    named = (*(row.name for row in CONTROLS), "lens", "k_form")
    settings = {name: getattr(arguments, name) for name in named if getattr(arguments, name) is not None}
    if arguments.experiment is not None:
        check_name("experiment", arguments.experiment, EXPERIMENTS)
    parameters = EXPERIMENTS[arguments.experiment].parameters if arguments.experiment else {}
    given: dict[str, str] = {}
    for text in arguments.set:
        name, equals, value = text.partition("=")
        if not equals:
            raise invalid("--set", text, "Must be NAME=VALUE.")
        if (name := name.strip()) in given:
            raise invalid("--set", text, f"Must set {name} only once.")
        given[name] = value
    return replace(preset, **settings, parameters={**parameters, **given})
