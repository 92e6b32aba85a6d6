"""
How the command line ends and speaks: exit codes without tracebacks, and letters that the terminal has.
"""

import codecs
import os
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

NOT_WRITTEN, STOPPED, NO_READER = 1, 130, 141
"""Exit codes: the disk behind the output is full; Ctrl-C; the pipe was closed (128 and the signal's number)."""
SPELLED = {"−": "-", "–": "-", "—": "-", "µ": "u", "×": "x", "·": "*", "±": "+/-", "°": " degrees ", "→": "->",
           "≤": "<=", "≥": ">=", "≈": "~", "‘": "'", "’": "'", "“": '"', "”": '"', "•": "*"}  # fmt: skip
"""Signs in plain letters, for terminals that lack them: the minus of a result must never be lost."""


def spelled(error: UnicodeError) -> tuple[str, int]:
    """Return plain letters for what an encoding lacks: an error handler of `codecs`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(SPELLED.get(letter) or _plain(letter) for letter in lost), error.end


def _plain(letter: str) -> str:
    """Return a letter without its accents, or a question mark."""
    return unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode() or "?"


codecs.register_error(__name__, spelled)


def finished(command: Callable[[], int]) -> int:
    """
    Run a command and return its exit code, or one that says why it ended early; never a traceback.

    Parameters
    ----------
    command : callable
        Prints, and returns an exit code or leaves with one.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=__name__)
    try:
        code = _code(command)
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
        print("python -m sim:", *sentence.split(), file=sys.stderr)


def _code(command: Callable[[], int]) -> int:
    """Run a command and return its exit code, though argparse leaves with it."""
    try:
        return command()
    except SystemExit as end:
        return int(end.code or 0)


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
