"""The rooms of the house and the arrows between them (design/house.md, section 2)."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sim
from sim.dashboard.look import SCRIPTS
from sim.expressions import names
from sim.model import COMPARTMENT_NAMES, COMPARTMENTS, FLUXES, QUANTITIES
from sim.parameters import DEFAULTS

SIM = Path(sim.__file__).parent
ROOT = SIM.parent
# A module may import from the lines above its own only; modules of one line do not know each other.
ORDER = (
    ("parameters", "spelling"),
    ("expressions",),
    ("codegen", "folding"),
    ("kernel",),
    ("model", "solver", "lenses"),
    ("result",),
    ("scenarios",),
    ("batch",),
    ("extents", "evidence"),
    ("experiments", "paradox_map"),
    ("narrative", "intakes", "latex", "pins"),
    ("descriptions", "tables", "data_files", "model_facts"),
    ("comparison", "foods", "lessons", "document"),
    ("links", "qr", "lab_address", "saving", "terminal"),
    ("addresses",),
    ("serving",),
    ("plots",),
    ("words",),
    ("export",),
    ("dashboard",),
    ("app", "arguments", "paper_commands"),
    ("commands",),
    ("__main__",),
    ("launcher",),
)
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
KNOWS_NOTHING_OF_SIM = {"parameters", "spelling", "expressions", "solver"}
NO_PICTURES = {
    "parameters",
    "expressions",
    "codegen",
    "kernel",
    "model",
    "solver",
    "lenses",
    "result",
    "scenarios",
    "batch",
    "paradox_map",
}
FILES = [p for p in sorted(SIM.rglob("*.py")) if p != SIM / "__init__.py"] + [
    p for p in [ROOT / "app.py"] if p.exists()
]


def room(path: Path) -> str:
    """Return the room a file belongs to: the first name below sim, or app."""
    return (path.relative_to(SIM).parts[0] if path.is_relative_to(SIM) else path.name).removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are written in full here"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_rooms(path: Path) -> set[str]:
    """Return the rooms of sim a file imports from; a public name of the package comes from scenarios."""
    parts = [name.split(".") for name in imports(path) if name.split(".")[0] == "sim"]
    inside = [p[1] if len(p) > 1 else "scenarios" for p in parts]
    return {name if (SIM / name).exists() or (SIM / f"{name}.py").exists() else "scenarios" for name in inside}


each_file = pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))


@each_file
def test_a_module_imports_only_from_rooms_before_its_own(path: Path) -> None:
    assert room(path) in RANK, f"give the new room '{room(path)}' its place in ORDER"
    for other in imported_rooms(path) - {room(path)}:
        assert RANK[other] < RANK[room(path)], f"{room(path)} must not import {other}"


@each_file
def test_solver_expressions_and_parameters_import_nothing_of_sim(path: Path) -> None:
    if room(path) in KNOWS_NOTHING_OF_SIM:
        assert imported_rooms(path) == set()


@each_file
def test_numbers_know_no_pictures(path: Path) -> None:
    if room(path) in NO_PICTURES:
        assert not [name for name in imports(path) if name.split(".")[0] == "matplotlib"]


@each_file
def test_only_the_dashboard_and_app_import_streamlit(path: Path) -> None:
    if room(path) not in ("dashboard", "app"):
        assert not [name for name in imports(path) if name.split(".")[0] == "streamlit"]


@each_file
def test_nothing_imports_pyplot(path: Path) -> None:
    assert not [name for name in imports(path) if name.startswith(("matplotlib.pyplot", "pylab", "matplotlib.pylab"))]


def test_importing_sim_loads_neither_matplotlib_nor_streamlit() -> None:
    code = "import sys, sim; print([m for m in ('matplotlib', 'streamlit', 'scipy', 'pandas') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_the_public_names_are_there() -> None:
    assert {"Scenario", "simulate", "sweep", "PRESETS"} <= set(sim.__all__)
    assert all(hasattr(sim, name) for name in sim.__all__)


# The tables agree with each other.


def test_every_flux_goes_from_one_compartment_to_another() -> None:
    for flux in FLUXES:
        assert flux.source in COMPARTMENT_NAMES
        assert flux.target in COMPARTMENT_NAMES
        assert flux.source != flux.target
        assert flux.unit == "mg/day"


def test_every_compartment_takes_part_and_starts_with_something_known() -> None:
    assert {f.source for f in FLUXES} | {f.target for f in FLUXES} == set(COMPARTMENT_NAMES)
    assert all(c.start in {"0", *DEFAULTS, *(q.name for q in QUANTITIES)} for c in COMPARTMENTS)


def test_nothing_downstream_of_the_blood_reaches_the_gut() -> None:
    assert [f.name for f in FLUXES if f.target == "gut"] == ["intake"]


def test_every_quantity_is_used_by_a_law_or_a_start_or_shown() -> None:
    used = set().union(*(names(row.law) for row in (*QUANTITIES, *FLUXES)), {c.start for c in COMPARTMENTS})
    shown_only = {"bone_quality"}  # an index for readers: nothing flows by it
    assert {q.name for q in QUANTITIES} - shown_only <= used


def test_what_the_browser_gets_lies_in_one_folder_and_each_module_of_it_is_used() -> None:
    found = {path for path in SIM.rglob("*") if path.suffix in (".js", ".css")}
    folder = SIM / "dashboard" / "live" / "browser"
    assert {path.parent for path in found} == {folder}
    read = " ".join(path.read_text("utf-8") for path in found)
    entries = {"main.js", "live.css", "map.js", "map.css", "page.css", *SCRIPTS}
    assert {path.name for path in found if path.name not in entries and path.name not in read} == set()
