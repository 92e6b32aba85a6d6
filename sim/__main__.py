"""
The command line: the same runs, pictures, data and papers as the page, without the page.

``python -m sim`` saves pictures and data; ``export`` after it saves the model for other programs, ``report`` a
report of the run on one page, ``lesson`` a lesson on paper.
"""

import argparse
import sys
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path

from sim.arguments import COMMANDS, parser, scenario_of
from sim.batch import balanced_run, ensemble
from sim.export import DATA_FORMATS, PICTURES, make_file
from sim.narrative import NOTICE, headline, provenance
from sim.paper_commands import lesson_files, lesson_of, report_files
from sim.scenarios import Scenario, simulate


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console without a true minus shows a question mark
    words = list(sys.argv[1:] if argv is None else argv)
    command = words.pop(0) if words and words[0] in COMMANDS else ""
    arguments = COMMANDS.get(command, parser)().parse_args(words)
    try:
        scenario, files = write(command, arguments)
    except (ValueError, RuntimeError, FileExistsError) as error:
        print("python -m sim:", *str(error).split(), file=sys.stderr)
        return 2
    except OSError as error:
        what = f"file '{error.filename}'" if command == "export" else f"--out '{arguments.out}'"
        print(f"python -m sim: Invalid {what}. {error.strerror}.", file=sys.stderr)
        return 2
    if command in ("", "report"):
        print(headline(simulate(scenario), balanced_run(scenario)).replace("**", ""))
    print(provenance(scenario), NOTICE)
    print(*files, sep="\n")
    return 0


def write(command: str, arguments: argparse.Namespace) -> tuple[Scenario, list[Path]]:
    """Do what a command says; return the scenario and the files written."""
    if command == "lesson":
        lesson = lesson_of(arguments)
        made = lesson_files(lesson, arguments)
        make_folder(arguments.out)
        return lesson.start, save(made, force=arguments.force)
    scenario = scenario_of(arguments)
    if command == "report":
        return scenario, save(report_files(scenario, arguments), force=arguments.force)
    return scenario, write_models(scenario, arguments) if command else write_files(scenario, arguments)


def write_files(scenario: Scenario, arguments: argparse.Namespace) -> list[Path]:
    """Make every file first, then write them all, or none if one of them exists."""
    result = simulate(scenario)
    formats = list(dict.fromkeys(arguments.format or ["png", "csv"]))
    pictures = list(dict.fromkeys(arguments.picture or PICTURES))
    wanted = [("run", f) if f in DATA_FORMATS else (picture, f) for f in formats for picture in pictures]
    models = ensemble(scenario) if arguments.bands else None
    made = [make_file(scenario, what, f, result=result, models=models) for what, f in dict.fromkeys(wanted)]
    make_folder(arguments.out)
    return save({arguments.out / file.name: file.content for file in made}, force=arguments.force)


def make_folder(path: Path) -> None:
    """Make the folder to write to, if it is not there."""
    if path.exists() and not path.is_dir():
        raise ValueError(f"Invalid --out '{path}'. Must be a folder.")
    path.mkdir(parents=True, exist_ok=True)


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
