"""Every generated file holds what the tables say."""

from importlib import import_module

from support.optional import package


def test_every_generated_file_is_in_step_with_the_tables() -> None:
    package("sympy", "test")
    generated = import_module("sim.write_generated").generated()
    assert {path.name for path in generated} == {
        "compiled.py",
        "model.js",
        "tables.js",
        "glossary_tables.js",
        "food_tables.js",
        "lesson_tables.js",
        "lesson_notes.js",
        "en.js",
        "MODEL.md",
    }
    stale = [path.name for path, text in generated.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run `python -m sim.write_generated`"
