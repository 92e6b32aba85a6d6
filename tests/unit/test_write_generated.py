"""Every generated file holds what the tables say."""

import os
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import sim

sympy: Any = (import_module if os.environ.get("CI") == "true" else pytest.importorskip)("sympy")
from sim.write_generated import generated  # noqa: E402

FILES = generated()


def test_python_javascript_and_both_documents_are_generated() -> None:
    assert {path.name for path in FILES} == {"compiled.py", "model.js", "MODEL.md", "README.md"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_generated_file_is_in_step_with_the_tables(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == FILES[path], "run `python -m sim.write_generated`"
