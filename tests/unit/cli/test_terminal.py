"""How the command line ends when it is stopped, and what it says where letters are missing."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.cli.terminal import NO_READER, NOT_WRITTEN, STOPPED, finished, spelled
from sim.model.lenses import LENSES
from sim.runs.run import simulate
from sim.runs.scenario import PRESETS, Scenario
from sim.text.sentences import NOTICE, headline, provenance

Captured = pytest.CaptureFixture[str]
HELP = [sys.executable, "-m", "sim", "--help"]


def test_signs_are_spelled_where_they_are_missing_only() -> None:
    text = "\u22122.9\u00a0% \u00b5g \u00d72 \u2026 \u2265 \u00b1 caf\u00e9 K\u2082 \u6f22"
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="sim.cli.terminal")
    out.write(text)
    out.flush()
    assert out.buffer.getvalue() == b"-2.9 % ug x2 ... >= +/- cafe K2 ?"  # type: ignore[attr-defined]
    assert text.encode("utf-8", "sim.cli.terminal").decode() == text
    assert "\u00d7\u2212".encode("cp1252", "sim.cli.terminal") == b"\xd7-"
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", "sim.cli.terminal")


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("lens", LENSES)
def test_every_result_is_said_in_plain_letters_without_a_gap(preset: str, lens: str) -> None:
    shown = PRESETS[preset]
    scenario = Scenario(shown.calcium, shown.vitamin_d, shown.vitamin_k2, shown.years, lens=lens)
    text = headline(simulate(scenario), simulate(Scenario(lens=lens))) + provenance(scenario) + NOTICE
    assert text.encode("ascii", "sim.cli.terminal").count(b"?") == text.count("?")


def fail(error: BaseException) -> Callable[[], int]:
    def command() -> int:
        raise error

    return command


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "python -m sim: Stopped.\n"),
        (BrokenPipeError(), 141, ""),
        (OSError(28, "No space left"), 1, "python -m sim: The output cannot be written. No space left.\n"),
        (SystemExit(2), 2, ""),
        (SystemExit(None), 0, ""),
    ],
)
def test_a_command_that_ends_early_says_so_in_one_line(
    error: BaseException, code: int, said: str, capsys: Captured
) -> None:
    assert finished(fail(error)) == code
    assert capsys.readouterr() == ("", said)


def test_ctrl_c_while_files_are_made_leaves_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sim.__main__ import main

    monkeypatch.setattr("sim.cli.commands.make_file", lambda *_, **__: fail(KeyboardInterrupt())())
    assert main(["--out", str(tmp_path / "new")]) == STOPPED
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_is_gone_ends_it_quietly(unbuffered: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(HELP, stdout=writer, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (NO_READER, b"")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_behind_the_output_is_said_in_one_line(unbuffered: str) -> None:
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(HELP, stdout=full, stderr=subprocess.PIPE, env=environment, check=False)
    assert done.returncode == NOT_WRITTEN
    assert done.stderr == b"python -m sim: The output cannot be written. No space left on device.\n"


def test_what_is_wrong_keeps_its_exit_code_though_nobody_hears_it() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    for words in (["--iron"], ["--calcium", "1"]):
        done = subprocess.run([*HELP[:3], *words], stdout=subprocess.PIPE, stderr=writer, check=False)
        assert (done.returncode, done.stdout) == (2, b"")
    os.close(writer)


def test_the_error_handler_is_one_for_encoding() -> None:
    assert spelled(UnicodeEncodeError("ascii", "a\u2212\u00b5b", 1, 3, "")) == ("-u", 3)
