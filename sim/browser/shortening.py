"""
The scripts and style sheets of the hosts made of the modules, by the tools that `.ci/javascript` fetches.

Development only: what it makes lies in `built/` and needs no tool.
"""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from sim.browser import FOLDER
from sim.browser.built import BUILT, HOSTS, LATER
from sim.browser.packing import modules, taking

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
TOOLS = CACHE / "calcium-paradox-lab" / "javascript" / "node_modules" / ".bin"


def built_files() -> dict[Path, str]:
    """
    Return what each file of `built/` should hold.

    Raises
    ------
    FileNotFoundError
        If the tools are not there: `bash .ci/javascript` fetches them.
    """
    with TemporaryDirectory() as name:
        folder = Path(name) / "browser"
        copytree(FOLDER, folder)
        for module in modules():
            (folder / module).write_text(taking(module), "utf-8")
        makers: dict[str, Callable[[Path], str]] = {"js": _script, "css": _style}
        names = [f"{host}.{kind}" for host in HOSTS for kind in makers] + [f"{LATER}.js"]
        return {BUILT / name: makers[name.partition(".")[2]](folder / "hosts" / name) for name in names}


def _script(entry: Path) -> str:
    whole = _run(
        "esbuild", str(entry), "--bundle", "--minify", "--format=esm", "--charset=utf8", f"--external:./{LATER}.js"
    )
    return _run("terser", "--module", "--compress", "passes=2", "--mangle", text=whole)


def _style(entry: Path) -> str:
    return _run("esbuild", str(entry), "--bundle", "--minify", "--charset=utf8", "--external:data:*")


def _run(tool: str, *arguments: str, text: str = "") -> str:
    done = subprocess.run([TOOLS / tool, *arguments], input=text, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ValueError(f"{tool} refused {arguments[0]}: {done.stderr.strip()}")
    return done.stdout
