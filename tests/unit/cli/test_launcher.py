"""The command calcium-paradox-lab: what it starts, and one clear line when something is wrong."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from support.for_each import for_each

from sim.cli import commands, launcher
from sim.cli.arguments import COMMANDS
from sim.cli.terminal import STOPPED

pytestmark = pytest.mark.slow  # Python starts anew for each

Captured = pytest.CaptureFixture[str]
Started = list[list[str]]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Return the command lines that Streamlit is started with, in place of starting it."""
    seen: Started = []
    monkeypatch.setattr(sys, "argv", ["calcium-paradox-lab"])
    monkeypatch.setattr(launcher.runpy, "run_module", lambda name, run_name: seen.append([name, *sys.argv[1:]]))
    monkeypatch.setenv("DISPLAY", ":0")
    return seen


def run(*arguments: str) -> int:
    """Return the exit status, whether it was returned or raised."""
    try:
        return launcher.main(arguments)
    except SystemExit as end:
        return int(end.code or 0)


def answer(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a command as pip installs it."""
    start = f"import sys; sys.argv[0] = '/bin/{launcher.SCRIPT}'; from sim.cli.launcher import main; sys.exit(main())"
    command, root = [sys.executable, "-c", start, *words], Path(launcher.__file__).parents[2]
    # Not as the locale says, which a library of another test may have set.
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=root)


def free_port() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])


PAGE = ["streamlit", "run", str(Path(launcher.__file__).parents[2] / "app.py")]


def test_without_options_it_opens_the_page_for_this_computer_only_at_the_next_free_port(served: Started) -> None:
    assert run() == 0
    assert served == [[*PAGE, "--server.address", "localhost", "--server.headless", "false"]]


@pytest.mark.parametrize("option", [["--class"], ["--address", "0.0.0.0"], ["--server.address", "0.0.0.0"]])
def test_a_class_is_let_in_when_asked_for(option: list[str], served: Started) -> None:
    port = free_port()
    assert run(*option, "--port", port, "--headless") == 0
    given = ["--server.address", "0.0.0.0", "--server.headless", "true", "--server.port", port]
    assert served == [[*PAGE, *given]]


@pytest.mark.parametrize(("platform", "opens"), [("linux", "true"), ("darwin", "false"), ("win32", "false")])
def test_without_a_screen_no_browser_is_opened(
    platform: str, opens: str, served: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    assert run() == 0
    assert served[0][-1] == opens


PORT = "Must be between 1 and 65535."
PLACE = "Must be localhost, 0.0.0.0 or an address of this computer."


@for_each(
    ("arguments", "words"),
    [
        *((["--port", port], f"Invalid port '{port}'. {PORT}") for port in ("65536", "0", "8_501")),
        (["--port=-1"], f"Invalid port '-1'. {PORT}"),
        (["--port", "9" * 5000], PORT),
        (["--port", "\u0668"], PORT),
        *((["--address", at], f"Invalid address '{at}'. {PLACE}") for at in ("192.0.2.77", "localhost:8501", "")),
        (["--address", "a" * 80], PLACE),
        (["picture"], "Invalid command 'picture'. Must be one of: pictures, export, report, offline, lesson."),
        (["--iron", "1"], "--iron"),
    ],
)
def test_bad_options_end_with_status_2_and_one_line(
    arguments: list[str], words: str, served: Started, capsys: Captured
) -> None:
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert (said.out, served) == ("", [])
    assert said.err.startswith("calcium-paradox-lab: ") and words in said.err
    assert said.err.endswith("\n") and len(said.err.splitlines()) == 1


def test_a_port_in_use_is_said_in_one_line(served: Started, capsys: Captured) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run("--port", str(port)) == 2
    said = capsys.readouterr().err
    assert said == f"calcium-paradox-lab: Invalid port '{port}'. Another program uses it; choose another one.\n"
    assert served == []


def test_a_port_the_system_keeps_is_said_in_one_line(
    served: Started, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: socket.socket, place: tuple[str, int]) -> None:
        raise PermissionError(launcher.errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    assert run("--port", "80") == 2
    assert "Invalid port '80'. This computer keeps it for itself" in capsys.readouterr().err
    assert served == []


@pytest.mark.parametrize("words", [["pictures", "--preset", "balanced"], ["lesson", "paradox"]])
def test_the_other_commands_are_those_without_the_page(
    words: list[str], served: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: Started = []
    monkeypatch.setattr("sim.cli.commands.run", lambda words: seen.append(words) or 7)
    assert run(*words) == 7
    assert (seen, served) == ([words], [])


def test_the_command_for_pictures_needs_no_name_without_the_launcher(capsys: Captured) -> None:
    told = []
    for words in (["pictures", "--calcium", "1"], ["--calcium", "1"]):
        assert commands.run(words) == 2
        told.append(capsys.readouterr().err)
    assert told[0] == told[1]
    assert "Invalid calcium '1' [mg/day]." in told[0]


def test_the_commands_without_the_page_are_all_there_are() -> None:
    assert tuple(COMMANDS) == launcher.SUBCOMMANDS


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (["lesson", "nope"], "calcium-paradox-lab: Invalid lesson 'nope'. Must be one of: "),
        (["lesson"], "calcium-paradox-lab lesson: the following arguments are required: LESSON"),
        (["pictures", "--iron", "1"], "calcium-paradox-lab pictures: unrecognized arguments: --iron 1"),
        (["--address", "10.0.0.1", "--class"], "calcium-paradox-lab: argument --class: not allowed with argument"),
        (["--port", "1", "--port", "2"], "calcium-paradox-lab: Invalid --port '2'. Must be given only once."),
    ],
)
def test_an_error_begins_with_the_command_that_was_typed(words: list[str], begins: str) -> None:
    done = answer(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(begins) and len(done.stderr.splitlines()) == 1


def test_help_names_the_command_that_was_typed() -> None:
    assert "python -m sim" not in answer("pictures", "--help").stdout


def test_ctrl_c_at_the_start_is_one_line(served: Started, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(launcher.runpy, "run_module", stop)
    assert run() == STOPPED
    assert capsys.readouterr().err == "calcium-paradox-lab: Stopped.\n"


def test_nothing_slow_is_loaded_before_ctrl_c_is_heeded() -> None:
    slow = ("matplotlib", "typst", "streamlit")
    code = f"import sys, sim.cli.launcher; print([name for name in {slow} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
