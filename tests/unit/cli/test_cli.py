"""The command line: the files of the page without the page, and one clear line when something is wrong."""

import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from support.for_each import for_each

from sim import PRESETS, Scenario
from sim.__main__ import main
from sim.browser import offline
from sim.export import FORMATS, PICTURES, ExportFile, file_name, make_file
from sim.model.parameters import CONTROLS, number
from sim.text.sentences import NOTICE

Captured = pytest.CaptureFixture[str]


def run(*arguments: str) -> int:
    """Return the exit status, whether it was returned or raised."""
    try:
        return main(arguments)
    except SystemExit as end:
        return int(end.code or 0)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_python_m_sim_writes_the_files_and_says_what_it_did(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sim", "--preset", "calcium paradox", "--out", str(tmp_path / "new" / "plots")]
    done = subprocess.run([*command, "--picture", "bone", "--format", "svg", "--format", "csv"],
                          capture_output=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"})  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    names = {"bone_ca2000_d4000_k10_10y.svg", "run_ca2000_d4000_k10_10y.csv"}
    written = everything(tmp_path / "new" / "plots")
    assert set(written) == names
    scenario = PRESETS["calcium paradox"]
    assert written["bone_ca2000_d4000_k10_10y.svg"] == make_file(scenario, "bone", "svg").content
    assert written["run_ca2000_d4000_k10_10y.csv"] == make_file(scenario, "bone", "csv").content
    assert done.stdout.startswith("In the popular story: bone −")
    assert "calcium paradox" in done.stdout and "**" not in done.stdout
    assert NOTICE in done.stdout
    assert all(name in done.stdout for name in names)


def test_every_file_carries_the_notice(tmp_path: Path) -> None:
    formats = [part for name in FORMATS for part in ("--format", name)]
    assert run("--years", "3", "--picture", "activation", *formats, "--out", str(tmp_path)) == 0
    written = everything(tmp_path)
    endings = sorted("xml" if name == "sbml" else name for name in FORMATS)
    assert sorted(name.rpartition(".")[2] for name in written) == endings
    for name, content in written.items():
        if name.endswith("xlsx"):
            assert load_workbook(io.BytesIO(content)).properties.description == NOTICE
            continue
        # A PDF keeps texts with a µ as UTF-16.
        assert NOTICE.encode() in content or NOTICE.encode("utf-16-be") in content, name


def test_without_picture_and_format_all_pictures_and_the_table_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sim.export.images.PRINT_DPI", 30)  # small pictures: only their names matter here
    assert run() == 0
    expected = {f"{name}_ca1000_d800_k100_10y.png" for name in PICTURES} | {"run_ca1000_d800_k100_10y.csv"}
    assert set(everything(tmp_path / "plots")) == expected


def test_settings_and_parameters_come_on_top_of_the_preset(tmp_path: Path) -> None:
    status = run(
        "--preset", "calcium paradox", "--vitamin-k2", "45.5", "--years", "2", "--set", "mgp_strength=0.5",
        "--set", " k_urine =30", "--format", "json", "--out", str(tmp_path),
    )  # fmt: skip
    assert status == 0
    (text,) = everything(tmp_path).values()
    scenario = Scenario(**json.loads(text)["scenario"])
    assert scenario == Scenario(2000, 4000, 45.5, 2, {"mgp_strength": 0.5, "k_urine": 30})


def test_lens_form_and_experiment_are_taken_too(tmp_path: Path, capsys: Captured) -> None:
    status = run(
        "--lens", "trials", "--k-form", "k1", "--experiment", "MGP knock-out mouse", "--set", "k_urine=30",
        "--format", "json", "--out", str(tmp_path),
    )  # fmt: skip
    assert status == 0
    ((name, text),) = everything(tmp_path).items()
    scenario = Scenario(**json.loads(text)["scenario"])
    assert scenario == Scenario(parameters={"mgp_block": 1, "k_urine": 30}, lens="trials", k_form="k1")
    assert name == file_name(scenario, "run", "json")
    assert capsys.readouterr().out.startswith("Going by human trials: ")


def test_bands_are_drawn_when_asked_for(tmp_path: Path) -> None:
    for option in ([], ["--bands"]):
        assert run("--picture", "bone", "--format", "svg", "--out", str(tmp_path), *option) == 0
    plain, banded = (everything(tmp_path)[f"bone_ca1000_d800_k100_10y{end}.svg"] for end in ("", "_bands"))
    assert b'id="band 90"' in banded and b'id="band 90"' not in plain


def test_the_name_that_is_looked_for_is_the_one_that_the_file_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is found before the file is made; with bands a file may have another name."""
    made: list[str] = []

    def make(*arguments: Any, **options: Any) -> ExportFile:
        made.append(make_file(*arguments, **options).name)
        return ExportFile(made[-1], "", b"")

    monkeypatch.setattr("sim.cli.commands.make_file", make)
    assert run("--bands", "--picture", "bone", "--format", "svg", "--format", "csv", "--out", str(tmp_path)) == 0
    assert set(made) == set(everything(tmp_path))


BAD = [
    (["--lens", "truth"], "Invalid lens 'truth'. Must be one of: story, trials."),
    (["--k-form", "mk9"], "Invalid k_form 'mk9'. Must be one of: mk7, mk4, k1."),
    (["--experiment", "on me"], "Invalid experiment 'on me'. Must be one of: MGP knock-out"),
    (["--preset", "no such"], "Invalid preset 'no such'. Must be one of: balanced, ordinary diet + tablets"),
    (["--preset", "no\nsuch"], "Invalid preset"),
    (["--calcium", "2501"], "Invalid calcium '2501' [mg/day]. Must be between 200 and 2,500."),
    (["--years", "0"], "Invalid years '0' [years]. Must be between 1 and 30."),
    (["--vitamin-d", "-5"], "Invalid vitamin_d '-5' [IU/day]. Must be between 0 and 10,000."),
    (["--vitamin-k2", "nan"], "Invalid vitamin_k2 'nan'"),
    (["--calcium", ""], "Invalid calcium ''"),
    (["--calcium", "1_000"], "Invalid calcium '1_000' [mg/day]. Must be a number in plain digits, between 200 and 2,"),
    (["--calcium"], "--calcium"),
    (["--set", "iron=1"], "Invalid parameter 'iron'. Must be one of: "),
    (["--set", "ir\non=1"], "Invalid parameter"),
    (["--set", "k_urine=41"], "Invalid k_urine '41' [1/day]. Must be between 2 and 40."),
    (["--set", "k_urine=1_0"], "Invalid k_urine '1_0' [1/day]. Must be a number in plain digits, between 2 and 40."),
    (["--set", "k_urine=3", "--set", " k_urine =3"], "Invalid --set ' k_urine =3'. Must set k_urine only once."),
    (["--calcium", "500", "--calcium", "500"], "Invalid --calcium '500'. Must be given only once."),
    (["--set", "k_urine"], "Invalid --set 'k_urine'. Must be NAME=VALUE."),
    (["--format", "gif"], "'gif'"),
    (["--picture", "heart"], "'heart'"),
    (["--iron", "1"], "--iron"),
    (["--out", ""], "--out: invalid path ''. Must not be empty."),
    (["--out", 300 * "x"], "Invalid --out 'xxx"),
]


@for_each(("arguments", "words"), BAD)
def test_bad_input_ends_with_status_2_and_one_line_and_writes_nothing(
    arguments: list[str], words: str, tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "plots"
    where = () if "--out" in arguments else ("--out", str(out))
    assert run("--picture", "bone", "--format", "csv", *where, *arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("python -m sim: ")
    assert words in said.err
    assert said.err.endswith("\n") and len(said.err.splitlines()) == 1
    assert not out.exists()


def test_an_existing_file_is_not_overwritten_and_nothing_else_is_written(tmp_path: Path, capsys: Captured) -> None:
    kept = tmp_path / "run_ca1000_d800_k100_10y.json"
    kept.write_text("mine")
    arguments = ["--picture", "bone", "--format", "csv", "--format", "json", "--format", "svg", "--out", str(tmp_path)]
    assert run(*arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"python -m sim: {kept} exists already. Add --force to overwrite it.\n"
    assert everything(tmp_path) == {kept.name: b"mine"}
    assert run(*arguments, "--force") == 0
    assert kept.read_bytes() == make_file(Scenario(), "bone", "json").content
    assert len(everything(tmp_path)) == 3


@pytest.mark.parametrize(
    ("settings", "query"),
    [
        ([], ""),
        (["--force"], ""),
        (["--preset", "balanced"], "calcium=1000&vitamin_d=800&vitamin_k2=100&years=10&lens=story&k_form=mk7&link=4"),
        (
            ["--lens", "trials", "--k-form", "k1", "--set", "mgp_ed50=50"],
            "calcium=1000&vitamin_d=800&vitamin_k2=100&years=10&lens=trials&k_form=k1&mgp_ed50=50&link=4",
        ),
    ],
)
def test_the_lab_as_one_file_opens_at_the_settings_that_are_named_else_as_a_first_visit(
    settings: list[str], query: str, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "lab.html"
    assert run("offline", str(file), *settings) == 0
    assert everything(tmp_path) == {"lab.html": offline.html(query).encode()}
    assert capsys.readouterr().out == f"{offline.made()} {NOTICE}\n{file}\n"


def test_the_lab_as_one_file_is_refused_in_one_sentence_and_not_written(tmp_path: Path, capsys: Captured) -> None:
    assert run("offline", str(tmp_path / "lab.html"), "--vitamin-k2", "9000") == 2
    said = "python -m sim: Invalid vitamin_k2 '9000' [ug/day]. Must be between 0 and 500.\n"
    assert capsys.readouterr().err == said
    assert everything(tmp_path) == {}


@pytest.mark.parametrize(
    ("arguments", "maker"),
    [
        (["--bands", "--out", "."], "commands.make_file"),
        (["export", "--sbml", "new.xml", "--omex", "mine"], "commands.make_file"),
        (["report", "--out", "mine"], "commands.report_pdf"),
        (["lesson", "tablets", "--out", "."], "commands.student_sheet_pdf"),
        (["offline", "mine"], "commands.offline.html"),
    ],
)
def test_that_a_file_exists_is_said_before_anything_is_drawn(
    arguments: list[str], maker: str, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def draw(*_: object, **__: object) -> bytes:
        raise AssertionError("drawn in vain")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(f"sim.cli.{maker}", draw)
    monkeypatch.setattr("sim.cli.commands.ensemble", draw)
    for name in ("mine", "run_ca1000_d800_k100_10y.csv", "lesson_1_tablets_teacher_A4.pdf"):
        (tmp_path / name).write_text("mine")
    before = everything(tmp_path)
    assert run(*arguments) == 2
    assert "exists already. Add --force to overwrite it.\n" in capsys.readouterr().err
    assert everything(tmp_path) == before


def test_a_folder_that_nobody_may_write_to_is_said_before_anything_is_drawn(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sim.cli.saving.os.access", lambda path, _: path != tmp_path)  # the administrator may do all
    assert run("--out", str(tmp_path / "a" / "b")) == 2
    assert capsys.readouterr().err == f"python -m sim: Invalid --out '{tmp_path / 'a' / 'b'}'. Permission denied.\n"


def test_a_full_disk_ends_with_status_2_and_one_line_and_leaves_what_was_there(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--format", "csv", "--out", str(tmp_path)) == 0
    capsys.readouterr()
    before = everything(tmp_path)

    def write_bytes(path: Path, content: bytes) -> None:
        with path.open("wb") as file:
            file.write(content[:10])
        if ".json" in path.name:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    assert run("--format", "csv", "--format", "json", "--force", "--out", str(tmp_path)) == 2
    file = tmp_path / "run_ca1000_d800_k100_10y.json"
    assert capsys.readouterr() == ("", f"python -m sim: Invalid file '{file}'. No space left on device.\n")
    assert everything(tmp_path) == before


@for_each("below", ["", "sub"])
def test_an_out_folder_that_is_a_file_ends_with_status_2_and_one_line(
    below: str, tmp_path: Path, capsys: Captured
) -> None:
    taken = tmp_path / "plots"
    taken.write_text("mine")
    assert run("--picture", "bone", "--format", "csv", "--force", "--out", str(taken / below)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("python -m sim: ") and str(taken) in said.err
    assert len(said.err.splitlines()) == 1
    assert everything(tmp_path) == {"plots": b"mine"}


def test_a_run_that_cannot_be_solved_ends_with_status_2_and_one_line_and_writes_nothing(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(scenario: Scenario) -> None:
        raise RuntimeError(f"{scenario}: no step is small enough\nat day 3")

    monkeypatch.setattr("sim.cli.commands.simulate", fail)
    assert run("--out", str(tmp_path / "plots")) == 2
    said = capsys.readouterr()
    assert said.err.startswith("python -m sim: Scenario(calcium=1000.0, ") and len(said.err.splitlines()) == 1
    assert (said.out, list(tmp_path.iterdir())) == ("", [])


def test_help_ends_with_status_0_and_names_presets_ranges_and_the_notice(capsys: Captured) -> None:
    assert run("--help") == 0
    text = " ".join(capsys.readouterr().out.split())
    assert all(name in text for name in PRESETS)
    assert all(f"{number(row.low)} to {number(row.high)}" in text for row in CONTROLS)
    assert all(name in text for name in (*FORMATS, *PICTURES))
    assert NOTICE in text


@for_each("encoding", ["ascii", "latin-1", "cp1252"])
@for_each("arguments", [["--format", "csv", "--preset", "calcium paradox", "--force"], ["--help"]])
def test_no_sign_is_lost_where_the_console_lacks_the_true_minus(
    arguments: list[str], encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows `python -m sim > log.txt` writes cp1252, which does not have it."""
    said = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(said, encoding=encoding))
    assert run("--out", str(tmp_path), *arguments) == 0
    sys.stdout.flush()
    text = said.getvalue().decode(encoding)
    assert "?" not in text
    assert "bone -2.6 %, arteries" in text or "--help" in arguments
