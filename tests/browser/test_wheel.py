"""What pip installs starts the page from any folder, with its own settings, and holds nothing twice."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from support.served import open_url, started
from support.visit import Visit

pytest.importorskip("hatchling", reason="Building the wheel needs hatchling: python -m pip install '.[test]'")

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from sim.cli.launcher import main; raise SystemExit(main())"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that holds what the wheel holds."""
    from hatchling.builders.wheel import WheelBuilder

    folder = tmp_path_factory.mktemp("installed")
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    with zipfile.ZipFile(wheel) as content:
        content.extractall(folder)
    return folder


def environment(installed: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(installed)}


def test_the_wheel_holds_the_page_with_its_settings_and_the_command(installed: Path) -> None:
    for inside, outside in (("app.py", "app.py"), (".streamlit/config.toml", ".streamlit/config.toml")):
        assert (installed / "sim" / "start" / inside).read_bytes() == (ROOT / outside).read_bytes()
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "calcium-paradox-lab = sim.cli.launcher:main" in entry_points.read_text()
    assert not (ROOT / "sim" / "start").exists()
    assert {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")} == {"sim"}


def test_the_wheel_says_its_licence_and_holds_it(installed: Path) -> None:
    (information,) = installed.glob("*.dist-info")
    said = (information / "METADATA").read_text(encoding="utf-8").splitlines()
    places = ("sim/LICENSE", "sim/figures/fonts/OFL.txt", "sim/browser/words/fluent/LICENSE")
    files = {f"License-File: {place}" for place in places}
    assert {"License-Expression: MIT AND Apache-2.0 AND OFL-1.1", *files} <= set(said)
    licence = (information / "licenses" / "sim" / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("MIT License\n\nCopyright (c) 2026 Calcium Paradox Lab contributors\n")


def test_the_installed_command_says_its_version(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run([*COMMAND, "--version"], cwd=tmp_path, env=environment(installed), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert done.stdout.decode().startswith(f"calcium-paradox-lab {version}, model ") and done.stdout.count(b"\n") == 1


def test_the_installed_command_serves_the_page_from_an_empty_folder(
    installed: Path, tmp_path: Path, context: BrowserContext
) -> None:
    empty, log = tmp_path / "empty", tmp_path / "log.txt"
    empty.mkdir()
    with started(COMMAND, empty, log, ["--headless"], environment(installed)) as server:
        visit = Visit(context.new_page(), server.address).open("?calcium=2000&vitamin_d=4000&vitamin_k2=10&years=10")
        visit.sentence.filter(has_text="calcium paradox").wait_for()
        assert visit.errors == []
        visit.page.close()
        with open_url(server.address) as answer:
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
    said = log.read_text()
    assert "On this computer:" in said and "Traceback" not in said
    assert "You can now view" not in said  # Streamlit's welcome, which our settings hide
    assert list(empty.iterdir()) == []
