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
        Prints, and returns an exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=__name__)
    try:
        try:
            return command()
        finally:
            if sys.stdout:
                sys.stdout.flush()  # now, not after the end, where nobody could say what went wrong
    except KeyboardInterrupt:
        return _ended("Stopped.", STOPPED)
    except BrokenPipeError:
        _forget_output()
        return NO_READER
    except OSError as error:
        _forget_output()
        return _ended(f"The output cannot be written. {error.strerror}.", NOT_WRITTEN)


def _ended(sentence: str, code: int) -> int:
    with suppress(OSError):
        print("python -m sim:", sentence, file=sys.stderr)
    return code


def _forget_output() -> None:
    """Let what was not written go nowhere: Python tries again at its end and would complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
