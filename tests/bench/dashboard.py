"""
What our page costs beside an empty one: Streamlit with one slider and one text, served with the same settings.

Run it with ``python tests/bench/dashboard.py``; it takes about ten minutes and prints one table. It
needs Linux, Chromium and the `test` extra. Each part says in its own file how it measures:

- ``server_cpu``: processor time of the server for one change of a setting, known and new, from /proc, driven over a
  websocket as a browser does it (``load_client``);
- ``browser_timing``: from the key press to the changed picture, and a drag with the mouse, in Chromium;
- ``class_load``: a hundred sessions at once, and three hundred: times, failures, whether each is held to its own
  settings; memory, also after very many changes;
- ``page_weight``: bytes and time of a first visit;
- ``lost_presses``: presses in the same millisecond as other messages of the page, in Chromium.

Read the ratios. Times change with the machine and with what else it does, so the two pages take
turns and medians count; even so, on two busy cores ratios of processor time move by a tenth and those
of browser times by a fifth. A row that misses its goal by less than that should be run again.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))  # for support

import browser_timing
import class_load
import lost_presses
import page_weight
import server_cpu
from playwright.sync_api import Browser
from support.chromium import chromium_path, running_chromium
from support.served import Server, serving
from table import Row, machine, markdown

HERE = Path(__file__).resolve().parent
PARTS = ("cpu", "press", "class", "memory", "weight", "lost")


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description="Measure the page beside an empty one.")
    parser.add_argument("--root", type=Path, default=HERE.parents[1], help="project to measure (this one)")
    parser.add_argument("--sessions", type=int, default=100, help="sessions in the class (100)")
    parser.add_argument("--seconds", type=float, default=60, help="how long the class lasts (60)")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="parts to measure (all)")
    return parser.parse_args()


@contextmanager
def servers(root: Path) -> Iterator[tuple[Server, Server]]:
    """Serve the empty page and ours."""
    with serving(HERE / "empty_page.py", root) as empty, serving(root / "app.py", root) as ours:
        yield empty, ours


def in_browser(measure: Callable[[Browser, Server, Server], list[Row]], empty: Server, ours: Server) -> list[Row]:
    """Return the rows of a measure that needs Chromium."""
    with running_chromium(chromium_path()) as browser:
        return measure(browser, empty, ours)


def main() -> None:
    """Print the table."""
    asked, rows = arguments(), list[Row]()
    root, about = asked.root.resolve(), machine()
    with servers(root) as (empty, ours):
        if "weight" in asked.only:
            rows += in_browser(page_weight.rows, empty, ours)
        if "cpu" in asked.only:
            rows += server_cpu.rows(empty, ours)
        if "press" in asked.only:
            rows += in_browser(browser_timing.rows, empty, ours)
        if "lost" in asked.only:
            rows += in_browser(lost_presses.rows, empty, ours)
        if "memory" in asked.only:
            rows.append(asyncio.run(class_load.memory_row(empty, ours)))
    if "class" in asked.only:
        with servers(root) as (empty, ours):
            rows += class_load.rows(empty, ours, asked.sessions, asked.seconds)
        with servers(root) as (_, ours):
            rows += class_load.large_rows(ours)
    print(f"{about}\n\n{markdown(rows)}")


if __name__ == "__main__":
    main()
