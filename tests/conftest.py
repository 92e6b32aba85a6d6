"""Options shared by all tests."""

import pytest

# Doctests are looked for in every module; two conftest.py files would be one module to that search.
collect_ignore_glob = ["*conftest.py"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-expected", action="store_true", help="rewrite tests/regression/expected/ and skip the comparison"
    )
