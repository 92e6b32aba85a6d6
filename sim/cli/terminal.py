"""
How the command line speaks and ends: errors of one line, letters that the terminal has, no tracebacks.
"""

import argparse
import codecs
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from sim.model.invalid import invalid
from sim.text.spelling import in_ascii

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

NOT_WRITTEN, STOPPED, NO_READER = 1, 130, 141
"""Exit codes: the disk behind the output is full; Ctrl-C; the pipe was closed (128 and the signal's number)."""
SCRIPT = "calcium-paradox-lab"
"""The command that pip installs."""


class Once(argparse.Action):
    """Keep the value of an option; given twice, the second would win in silence."""

    given = False

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        """Keep the first value, refuse a second."""
        if self.given:
            parser.error(str(invalid(str(option_string), values, "Must be given only once.")))
        self.given = True
        setattr(namespace, self.dest, values)


class OneLineParser(argparse.ArgumentParser):
    """A parser for one command line, whose errors are one line."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(prog=prog, description=description, epilog=epilog)
        self.register("action", None, Once)

    def error(self, message: str) -> NoReturn:
        """Print the message and leave with status 2."""
        self.exit(2, f"{self.prog}: {' '.join(message.split())}\n")

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help; unlike argparse do not keep quiet where it cannot be printed."""
        print(self.format_help(), end="", file=file)


def typed() -> str:
    """Return the command that the user typed to start this program."""
    return SCRIPT if Path(sys.argv[0]).stem == SCRIPT else "python -m sim"


def spelled(error: UnicodeError) -> tuple[str, int]:
    """Return plain letters for what an encoding lacks: an error handler of `codecs`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return in_ascii(error.object[error.start : error.end]), error.end


codecs.register_error(__name__, spelled)


def finished(command: Callable[[], int]) -> int:
    """Run a command and return its exit code, or one that says why it ended early; never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=__name__)
    try:
        try:
            code = command()
        except SystemExit as end:  # argparse leaves so
            code = int(end.code or 0)
        _flush(sys.stdout)
    except KeyboardInterrupt:
        say("Stopped.")
        code = STOPPED
    except BrokenPipeError:
        code = NO_READER
    except OSError as error:
        say(f"The output cannot be written. {error.strerror}.")
        code = NOT_WRITTEN
    with suppress(OSError):
        _flush(sys.stderr)
    return code


def say(sentence: str) -> None:
    """Print what is wrong as one line, if anybody hears it."""
    with suppress(OSError):
        print(f"{typed()}:", *sentence.split(), file=sys.stderr)


def _flush(stream: TextIO | None) -> None:
    """Print what waits to be printed now; after the end nobody could say what went wrong."""
    if stream:
        try:
            stream.flush()
        except OSError:
            # Python would try again at its end and complain.
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
            raise
