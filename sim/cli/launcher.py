"""
The command ``calcium-paradox-lab``: starts the page from any folder, or does what ``python -m sim`` does.
"""

import errno
import os
import runpy
import socket
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from sim.cli.terminal import SCRIPT, OneLineParser, finished
from sim.model.equations import MODEL_VERSION
from sim.model.invalid import invalid
from sim.text.sentences import NOTICE

# The keys of `sim.cli.arguments.COMMANDS`, typed here as well because they take a second to load.
SUBCOMMANDS = ("pictures", "export", "report", "offline", "lesson")
# The wheel keeps app.py and its settings in sim/start, a checkout in the root.
SIM = Path(__file__).parents[1]
FOLDERS = (SIM / "start", SIM.parent)
PAGE = next(folder / "app.py" for folder in FOLDERS if (folder / "app.py").is_file())


def parser() -> OneLineParser:
    """Return the parser of ``calcium-paradox-lab``."""
    about = f"Start the lab on this computer. Without the page: '{SCRIPT} {'|'.join(SUBCOMMANDS)} --help'."
    command_line = OneLineParser(prog=SCRIPT, description=about, epilog=NOTICE)
    add = command_line.add_argument
    add("command", nargs="?", metavar="COMMAND", help=f"instead of the page: {', '.join(SUBCOMMANDS)}")
    # The longer names are Streamlit's: what the page and the terminal advise works here as well.
    add("--port", "--server.port", metavar="N", help="1 to 65535 (8501, or the next free one)")
    where = command_line.add_mutually_exclusive_group()
    where.add_argument("--address", "--server.address", default="localhost", metavar="HOST", help="where to listen")
    where.add_argument("--class", dest="address", action="store_const", const="0.0.0.0", help="let a class in")
    add("--headless", action="store_true", help="do not open a browser")
    add("--version", action="store_true", help="show the version")
    return command_line


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    return finished(lambda: run(words))


def run(words: list[str]) -> int:
    """Do what the words of a command line ask for, and return the exit status."""
    if words and words[0] in SUBCOMMANDS:
        # Only now, because it takes a second and the page does not need it.
        from sim.cli import commands

        return commands.run(words)
    command_line = parser()
    arguments = command_line.parse_args(words)
    if arguments.version:
        print(f"{SCRIPT} {version(SCRIPT)}, model {MODEL_VERSION}")
        return 0
    if arguments.command is not None:
        command_line.error(str(invalid("command", arguments.command, SUBCOMMANDS)))
    try:
        check_free(arguments.address, checked_port(arguments.port))
    except ValueError as error:
        command_line.error(str(error))
    serve(arguments.address, arguments.port, headless=arguments.headless or not has_screen())
    return 0


def checked_port(text: str | None) -> int:
    """Return a port as a number, 0 if none is asked for; raises ValueError with one clear sentence."""
    if text is None:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) < 9 and 1 <= int(text) <= 65535):
        raise invalid("port", text, "Must be between 1 and 65535.")
    return int(text)


def check_free(address: str, port: int) -> None:
    """Raise ValueError with one clear sentence unless this computer can listen there."""
    bad_address = invalid("address", address, "Must be localhost, 0.0.0.0 or an address of this computer.")
    if not address:  # which would mean everywhere
        raise bad_address
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as probe:
        if os.name != "nt":  # as the server does: a port that was left a moment ago is free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
            probe.listen()
        except (OSError, UnicodeError) as error:
            bad_ports = {
                errno.EADDRINUSE: invalid("port", port, "Another program uses it; choose another one."),
                errno.EACCES: invalid("port", port, "This computer keeps it for itself; choose one above 1023."),
            }
            raise bad_ports.get(getattr(error, "errno", None) or 0, bad_address) from None


def has_screen() -> bool:
    """Tell whether a browser could be opened; without a screen some systems open one in the terminal."""
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def serve(address: str, port: str | None, *, headless: bool) -> None:
    """Start the page as ``python -m streamlit run app.py`` does, and stay until it is stopped."""
    words = ["run", str(PAGE), "--server.address", address, "--server.headless", str(headless).lower()]
    typed, sys.argv = sys.argv, ["streamlit", *words, *(["--server.port", port] if port else [])]
    try:
        runpy.run_module("streamlit", run_name="__main__")
    finally:
        sys.argv = typed
