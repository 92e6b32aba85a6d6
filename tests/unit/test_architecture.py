"""The rooms of the house and the arrows between them."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import sim
from sim.browser.built import HOSTS
from sim.model.equations import COMPARTMENT_NAMES, COMPARTMENTS, FLUXES, INTERMEDIATES
from sim.model.parameters import DEFAULTS
from sim.model.syntax import names

SIM = Path(sim.__file__).parent
ROOT = SIM.parent
# A room may import from the lines above its own only; rooms of one line do not know each other.
ORDER = (
    ("model",),
    ("runs",),
    ("text",),
    ("session",),
    ("content",),
    ("lessons",),
    ("figures",),
    ("export", "browser"),
    ("cli", "write_generated"),
    ("dashboard", "__main__"),
    ("app",),
)
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
NO_PICTURES = ("model", "runs", "session", "text")
FILES = [*(path for path in sorted(SIM.rglob("*.py")) if path != SIM / "__init__.py"), ROOT / "app.py"]


def room(path: Path) -> str:
    """Return the room a file belongs to: the first name below sim, or app."""
    return (path.relative_to(SIM).parts[0] if path.is_relative_to(SIM) else path.name).removesuffix(".py")


@cache
def imports(path: Path, at_once: bool = False) -> tuple[str, ...]:
    """Return the full name of everything a file imports, wherever in it or as soon as it is imported itself."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = tree.body if at_once else list(ast.walk(tree))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    of = [f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names]
    return (*plain, *of)


def imported_rooms(path: Path) -> set[str]:
    """Return the rooms of sim a file imports from; a public name of the package comes from runs."""
    parts = [name.split(".") for name in imports(path) if name.split(".")[0] == "sim"]
    inside = [p[1] if len(p) > 1 else "runs" for p in parts]
    return {name if name in RANK else "runs" for name in inside}


def importing(library: str, rooms: Callable[[str], bool]) -> list[str]:
    """Return the files of these rooms that import a library or a part of it."""
    return [
        str(path)
        for path in FILES
        if rooms(room(path)) and any(f"{name}.".startswith(f"{library}.") for name in imports(path))
    ]


def test_every_file_stands_in_a_room() -> None:
    assert {room(path) for path in FILES} == {*RANK}


def test_a_room_imports_only_from_rooms_before_its_own() -> None:
    arrows = {(room(path), other) for path in FILES for other in imported_rooms(path) if room(path) != other}
    assert {(low, high) for low, high in arrows if RANK[high] >= RANK[low]} == set()


def test_no_file_imports_itself_by_way_of_others() -> None:
    """Inside a function it may: pages link to each other."""
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in FILES}
    parts = {full: full if full in modules else full.rpartition(".")[0] for path in FILES for full in imports(path)}
    early = {name: {parts[full] for full in imports(path, at_once=True)} & {*modules} for name, path in modules.items()}
    order = [*TopologicalSorter(early).static_order()]  # raises CycleError
    assert order.index("sim.model.parameters") < order.index("sim.dashboard.state")


def test_one_file_name_means_one_file() -> None:
    names = Counter(path.name for path in FILES if path.name != "__init__.py")
    assert {name for name, count in names.items() if count > 1} == set()


def test_numbers_and_words_know_no_pictures() -> None:
    assert importing("matplotlib", lambda where: where in NO_PICTURES) == []


def test_only_the_dashboard_and_app_import_streamlit() -> None:
    assert importing("streamlit", lambda where: where not in ("dashboard", "app")) == []


def test_nothing_imports_pyplot() -> None:
    assert importing("matplotlib.pyplot", bool) + importing("pylab", bool) + importing("matplotlib.pylab", bool) == []


def test_no_test_file_is_imported_what_tests_share_stands_in_support() -> None:
    files = sorted((ROOT / "tests").rglob("*.py"))
    assert len(files) > 100
    test_file = re.compile(r"(^|\.)(test_|conftest\b)")
    assert [(str(path), name) for path in files for name in imports(path) if test_file.search(name)] == []


def test_what_writes_code_from_the_laws_is_not_imported_at_run_time() -> None:
    tools = {SIM / "write_generated.py", *(SIM / "model" / "generate").iterdir()}
    assert {*importing("sympy", bool), *importing("sim.model.generate", bool)} <= set(map(str, tools))
    assert importing("sim.write_generated", bool) == []


def test_importing_sim_loads_neither_matplotlib_nor_streamlit() -> None:
    libraries = ("matplotlib", "streamlit", "scipy", "pandas", "sympy")
    code = f"import sys, sim; print([m for m in {libraries} if m in sys.modules])"
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


def test_every_compartment_takes_part_and_starts_with_something_known() -> None:
    assert {f.source for f in FLUXES} | {f.target for f in FLUXES} == set(COMPARTMENT_NAMES)
    assert all(c.start in {"0", *DEFAULTS, *(q.name for q in INTERMEDIATES)} for c in COMPARTMENTS)


def test_nothing_downstream_of_the_blood_reaches_the_gut() -> None:
    assert [f.name for f in FLUXES if f.target == "gut"] == ["intake"]


def test_every_intermediate_result_is_used_by_a_law_or_a_start() -> None:
    used = set().union(*(names(row.law) for row in (*INTERMEDIATES, *FLUXES)), {c.start for c in COMPARTMENTS})
    assert {row.name for row in INTERMEDIATES} <= used


def test_what_the_browser_gets_lies_in_one_folder_and_each_module_of_it_is_used() -> None:
    made = SIM / "browser" / "built"
    found = {path for path in SIM.rglob("*") if path.suffix in (".js", ".css") and path.parent != made}
    assert [path for path in found if not path.is_relative_to(SIM / "browser")] == []
    read = " ".join(
        path.read_text("utf-8") for path in (*found, *SIM.glob("dashboard/**/*.py"), *SIM.glob("browser/*.py"))
    )
    entries = {SIM / "browser" / "hosts" / f"{host}{kind}" for host in HOSTS for kind in (".js", ".css")}
    assert {path.name for path in found - entries if path.name not in read} == set()
