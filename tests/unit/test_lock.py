"""What pyproject.toml asks for is what the lock file holds, and any installer can resolve it."""

import itertools
import re
import tomllib
from collections import defaultdict
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
SYSTEMS = [
    {"platform_system": "Linux", "sys_platform": "linux"},
    {"platform_system": "Darwin", "sys_platform": "darwin"},
    {"platform_system": "Windows", "sys_platform": "win32"},
]


def fits(requirement: Requirement, computer: dict[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(computer)


def locked() -> dict[str, list[tuple[Requirement, int]]]:
    """Return each package's locked versions, one for each kind of computer, with the number of their hashes."""
    packages: dict[str, list[tuple[Requirement, int]]] = defaultdict(list)
    lines = "\n".join(line for line in LOCK.splitlines() if not line.lstrip().startswith("#"))
    for entry in lines.replace("\\\n", " ").splitlines():
        requirement = Requirement(entry.split("--hash")[0])
        packages[requirement.name].append((requirement, len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry))))
    return packages


def test_the_lock_holds_one_version_of_each_dependency_inside_its_bounds_on_every_computer() -> None:
    packages = locked()
    for python, system in itertools.product(PYTHONS, SYSTEMS):
        computer = {**system, "python_version": python, "python_full_version": f"{python}.0"}
        for wanted in map(Requirement, PROJECT["dependencies"]):
            if fits(wanted, computer):
                (held,) = (held for held, _ in packages[wanted.name] if fits(held, computer))
                (pin,) = held.specifier
                assert pin.operator == "==" and wanted.specifier.contains(pin.version), f"{held} for {wanted}"


def test_the_lock_is_made_for_the_oldest_python_that_the_project_allows() -> None:
    (oldest,) = (each.version for each in SpecifierSet(PROJECT["requires-python"]) if each.operator == ">=")
    assert f" --python-version {oldest} " in LOCK and oldest == PYTHONS[0]


def test_every_locked_version_has_hashes() -> None:
    assert all(hashes for versions in locked().values() for _, hashes in versions)


def test_the_lock_names_no_registry_and_no_folder() -> None:
    assert not re.search(r"://|@|(^|[\s=])[./]", LOCK, flags=re.MULTILINE)


def test_no_extra_names_the_project_itself() -> None:  # Poetry cannot resolve one that does
    extras = PROJECT["optional-dependencies"]
    names = {Requirement(wanted).name for each in extras.values() for wanted in each}
    assert PROJECT["name"] not in names
