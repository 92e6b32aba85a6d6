"""Every generated file holds what the tables say."""

import os
from importlib import import_module

import pytest


def test_every_generated_file_is_in_step_with_the_tables() -> None:
    (import_module if os.environ.get("CI") == "true" else pytest.importorskip)("sympy")
    generated = import_module("sim.write_generated").generated()
    assert {path.name for path in generated} == {"compiled.py", "model.js", "MODEL.md", "README.md"}
    stale = [path.name for path, text in generated.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run `python -m sim.write_generated`"
