"""Packages and programs that are not on every machine: a laptop skips what needs them, CI fails."""

import os
from importlib import import_module
from typing import Any, NoReturn

import pytest


def give_up(reason: str) -> NoReturn:
    """Skip on a laptop, fail in CI: there it is a fault that something is missing."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)  # type: ignore[operator]
    raise AssertionError


def package(name: str, extra: str = "referee") -> Any:
    """Return a package of an extra."""
    try:
        return import_module(name)
    except ImportError:
        give_up(f"It needs {name}: python -m pip install '.[{extra}]'")
