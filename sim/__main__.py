"""
The command line: the same runs, pictures and data as the page, without the page.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from sim.batch import balanced_run
from sim.export import FORMATS, PICTURES, data, make_file
from sim.narrative import NOTICE, headline, provenance, unit
from sim.parameters import CONTROLS, number
from sim.scenarios import PRESETS, Scenario, simulate


class OneLineParser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        """Print the message and leave with status 2."""
        self.exit(2, f"{self.prog}: {' '.join(message.split())}\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    made = OneLineParser(
        prog="python -m sim",
        description="Run one scenario and save its pictures and data.",
        epilog=NOTICE,
    )
    made.add_argument("--preset", default="balanced", metavar="NAME", help=f"start from: {', '.join(PRESETS)}")
    for row in CONTROLS:
        made.add_argument(
            f"--{row.name.replace('_', '-')}",
            dest=row.name,
            metavar="N",
            help=f"{row.label}, {number(row.low)} to {number(row.high)} {unit(row.unit)}",
        )
    made.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="change a model parameter (may be repeated)"
    )
    made.add_argument("--out", type=Path, default=Path("plots"), metavar="DIR", help="folder to write to (plots/)")
    made.add_argument(
        "--picture", action="append", choices=list(PICTURES), help="picture to save (may be repeated; default: all)"
    )
    made.add_argument(
        "--format", action="append", choices=list(FORMATS), help="format to save (may be repeated; default: png, csv)"
    )
    made.add_argument("--force", action="store_true", help="overwrite files that exist")
    return made


def scenario_of(arguments: argparse.Namespace) -> Scenario:
    """Return the scenario that the arguments ask for; raises ValueError with one clear sentence."""
    if arguments.preset not in PRESETS:
        raise ValueError(f"Invalid preset '{arguments.preset}'. Must be one of: {', '.join(PRESETS)}.")
    settings = {row.name: getattr(arguments, row.name) for row in CONTROLS if getattr(arguments, row.name) is not None}
    parameters = {}
    for text in arguments.set:
        name, equals, value = text.partition("=")
        if not equals:
            raise ValueError(f"Invalid --set '{text}'. Must be NAME=VALUE.")
        parameters[name.strip()] = value
    return replace(PRESETS[arguments.preset], **settings, parameters=parameters)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console without a true minus shows a question mark
    arguments = parser().parse_args(argv)
    try:
        scenario = scenario_of(arguments)
        files = write_files(scenario, arguments)
    except (ValueError, RuntimeError, FileExistsError) as error:
        print("python -m sim:", *str(error).split(), file=sys.stderr)
        return 2
    except OSError as error:
        print(f"python -m sim: Invalid --out '{arguments.out}'. {error.strerror}.", file=sys.stderr)
        return 2
    print(headline(simulate(scenario), balanced_run(scenario)).replace("**", ""))
    print(provenance(scenario), NOTICE)
    print(*files, sep="\n")
    return 0


def write_files(scenario: Scenario, arguments: argparse.Namespace) -> list[Path]:
    """Make every file first, then write them all, or none if one of them exists."""
    result = simulate(scenario)
    formats = list(dict.fromkeys(arguments.format or ["png", "csv"]))
    pictures = list(dict.fromkeys(arguments.picture or PICTURES))
    wanted = [("run", f) if f in data.FORMATS else (picture, f) for f in formats for picture in pictures]
    made = [make_file(scenario, what, f, result=result) for what, f in dict.fromkeys(wanted)]
    paths = [arguments.out / file.name for file in made]
    existing = [str(path) for path in paths if path.exists()]
    if existing and not arguments.force:
        raise FileExistsError(f"{existing[0]} exists already. Add --force to overwrite it.")
    if arguments.out.exists() and not arguments.out.is_dir():
        raise ValueError(f"Invalid --out '{arguments.out}'. Must be a folder.")
    arguments.out.mkdir(parents=True, exist_ok=True)
    for path, file in zip(paths, made, strict=True):
        path.write_bytes(file.content)
    return paths


if __name__ == "__main__":
    sys.exit(main())
