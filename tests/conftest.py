"""What holds for all tests: options, and which of them are slow."""

import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

# Doctests are looked for in every module; two conftest.py files would be one module to that search.
collect_ignore_glob = ["*conftest.py"]
WITHOUT_BROWSER = find_spec("playwright") is None and not os.environ.get("CI")
if WITHOUT_BROWSER:
    collect_ignore_glob.append("browser")
# A busy machine is no fault of the code: no test has a limit of time.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
HERE = Path(__file__).parent
SLOW = [HERE / folder for folder in ("browser", "referee", "unit/figures")]
"""Folders of tests that need seconds each; other slow files and tests carry the mark themselves."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected", action="store_true", help="rewrite tests/regression/expected/ and skip the comparison"
    )


def pytest_report_header() -> list[str]:
    return ["browser tests are left out: python -m pip install '.[test]' brings Playwright"] * WITHOUT_BROWSER


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is slow by the folder it is in."""
    for item in items:
        if any(item.path.is_relative_to(folder) for folder in SLOW):
            item.add_marker("slow")
