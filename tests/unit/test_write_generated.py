"""Every generated file holds what the tables say."""

from importlib import import_module

from support.optional import give_up, package

from sim.browser.shortening import TOOLS


def test_every_generated_file_is_in_step_with_the_tables() -> None:
    package("sympy", "test")
    if not TOOLS.exists():
        give_up("It needs the tools of the JavaScript: bash .ci/javascript")
    written = import_module("sim.write_generated").everything()
    assert {path.name for path in written} == {
        *(f"{host}.{kind}" for host in ("streamlit", "offline", "join", "board") for kind in ("js", "css")),
        "pages.js",
        "calcium-lab.html",
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
    stale = [path.name for path, text in written.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run `python -m sim.write_generated`"
