"""
The command line: the same runs, pictures and data as the page, without the page.

``python -m sim`` saves pictures and data; ``python -m sim export`` saves the model for other programs.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from sim.batch import balanced_run, ensemble
from sim.experiments import EXPERIMENTS
from sim.export import DATA_FORMATS, FORMATS, PICTURES, make_file
from sim.lenses import K_FORMS, LENSES, Form, Lens, check_name
from sim.narrative import NOTICE, headline, provenance, unit
from sim.parameters import CONTROLS, number
from sim.scenarios import PRESETS, Scenario, simulate


class OneLineParser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        """Print the message and leave with status 2."""
        self.exit(2, f"{self.prog}: {' '.join(message.split())}\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``python -m sim``."""
    made = OneLineParser(
        prog="python -m sim",
        description="Run one scenario and save its pictures and data. "
        "'python -m sim export --help' tells how to save the model for other simulators.",
        epilog=NOTICE,
    )
    add_scenario_options(made)
    made.add_argument("--out", type=Path, default=Path("plots"), metavar="DIR", help="folder to write to (plots/)")
    made.add_argument(
        "--picture", action="append", choices=list(PICTURES), help="picture to save (may be repeated; default: all)"
    )
    made.add_argument(
        "--format", action="append", choices=list(FORMATS), help="format to save (may be repeated; default: png, csv)"
    )
    made.add_argument("--bands", action="store_true", help="show where plausible models lie in the pictures over time")
    return made


def export_parser() -> argparse.ArgumentParser:
    """Return the parser of ``python -m sim export``."""
    made = OneLineParser(
        prog="python -m sim export",
        description="Save the model with the values of one scenario, for other simulators.",
        epilog=NOTICE,
    )
    made.add_argument("--sbml", type=Path, metavar="FILE", help="save the model as SBML Level 3 Version 2")
    made.add_argument(
        "--omex", type=Path, metavar="FILE", help="save a COMBINE archive: SBML, and SED-ML of the run and two presets"
    )
    add_scenario_options(made)
    return made


def add_scenario_options(made: argparse.ArgumentParser) -> None:
    """Add the options that `scenario_of` reads, and ``--force``."""
    made.add_argument("--preset", default="balanced", metavar="NAME", help=f"start from: {', '.join(PRESETS)}")
    for row in CONTROLS:
        made.add_argument(
            f"--{row.name.replace('_', '-')}",
            dest=row.name,
            metavar="N",
            help=f"{row.label}, {number(row.low)} to {number(row.high)} {unit(row.unit)}",
        )
    made.add_argument("--lens", metavar="NAME", help=f"whose account: {_choices(LENSES)}")
    made.add_argument("--k-form", metavar="NAME", help=f"form of vitamin K: {_choices(K_FORMS)}")
    made.add_argument("--experiment", metavar="NAME", help=f"block what it blocked: {', '.join(EXPERIMENTS)}")
    made.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="change a model parameter (may be repeated)"
    )
    made.add_argument("--force", action="store_true", help="overwrite files that exist")


def _choices(table: Mapping[str, Lens] | Mapping[str, Form]) -> str:
    return ", ".join(f"{name} ({row.label})" for name, row in table.items())


def scenario_of(arguments: argparse.Namespace) -> Scenario:
    """Return the scenario that the arguments ask for; raises ValueError with one clear sentence."""
    check_name("preset", arguments.preset, PRESETS)
    settings = {row.name: getattr(arguments, row.name) for row in CONTROLS if getattr(arguments, row.name) is not None}
    if arguments.experiment is not None:
        check_name("experiment", arguments.experiment, EXPERIMENTS)
    parameters: dict = dict(EXPERIMENTS[arguments.experiment].parameters) if arguments.experiment else {}
    for text in arguments.set:
        name, equals, value = text.partition("=")
        if not equals:
            raise ValueError(f"Invalid --set '{text}'. Must be NAME=VALUE.")
        parameters[name.strip()] = value
    names = {kind: getattr(arguments, kind) for kind in ("lens", "k_form") if getattr(arguments, kind) is not None}
    return replace(PRESETS[arguments.preset], **settings, **names, parameters=parameters)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console without a true minus shows a question mark
    words = list(sys.argv[1:] if argv is None else argv)
    exporting = words[:1] == ["export"]
    arguments = export_parser().parse_args(words[1:]) if exporting else parser().parse_args(words)
    try:
        scenario = scenario_of(arguments)
        files = write_models(scenario, arguments) if exporting else write_files(scenario, arguments)
    except (ValueError, RuntimeError, FileExistsError) as error:
        print("python -m sim:", *str(error).split(), file=sys.stderr)
        return 2
    except OSError as error:
        what = f"file '{error.filename}'" if exporting else f"--out '{arguments.out}'"
        print(f"python -m sim: Invalid {what}. {error.strerror}.", file=sys.stderr)
        return 2
    if not exporting:
        print(headline(simulate(scenario), balanced_run(scenario)).replace("**", ""))
    print(provenance(scenario), NOTICE)
    print(*files, sep="\n")
    return 0


def write_files(scenario: Scenario, arguments: argparse.Namespace) -> list[Path]:
    """Make every file first, then write them all, or none if one of them exists."""
    result = simulate(scenario)
    formats = list(dict.fromkeys(arguments.format or ["png", "csv"]))
    pictures = list(dict.fromkeys(arguments.picture or PICTURES))
    wanted = [("run", f) if f in DATA_FORMATS else (picture, f) for f in formats for picture in pictures]
    models = ensemble(scenario) if arguments.bands else None
    made = [make_file(scenario, what, f, result=result, models=models) for what, f in dict.fromkeys(wanted)]
    if arguments.out.exists() and not arguments.out.is_dir():
        raise ValueError(f"Invalid --out '{arguments.out}'. Must be a folder.")
    arguments.out.mkdir(parents=True, exist_ok=True)
    return save({arguments.out / file.name: file.content for file in made}, force=arguments.force)


def write_models(scenario: Scenario, arguments: argparse.Namespace) -> list[Path]:
    """Make the model files that are asked for, then write all or none."""
    paths = {name: path for name in ("sbml", "omex") if (path := getattr(arguments, name))}
    if not paths or len(paths) != len({path.resolve() for path in paths.values()}):
        raise ValueError("Invalid export. Must be --sbml FILE, --omex FILE, or both with two names.")
    result = simulate(scenario)
    files = {path: make_file(scenario, "run", name, result=result).content for name, path in paths.items()}
    return save(files, force=arguments.force)


def save(files: Mapping[Path, bytes], *, force: bool) -> list[Path]:
    """Write all files, or none if one of them exists or cannot be written."""
    for path in files:
        if path.exists() and not path.is_file():
            raise ValueError(f"Invalid file '{path}'. Must be a file, not a folder or device.")
        if path.exists() and not force:
            raise FileExistsError(f"{path} exists already. Add --force to overwrite it.")
        if not path.parent.is_dir():
            raise ValueError(f"Invalid file '{path}'. Its folder does not exist.")
    parts = {path: path.resolve().with_name(f".{path.name}.part") for path in files}
    path = Path()
    try:
        for path, part in parts.items():
            part.write_bytes(files[path])
        for path, part in parts.items():
            part.replace(path.resolve())
    except OSError as error:
        raise ValueError(f"Invalid file '{path}'. {error.strerror}.") from None
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return list(files)


if __name__ == "__main__":
    sys.exit(main())
