"""
How fast the Lab as one file is: until its first picture, and under a drag, also with the processor slowed six times.

Run it with ``python tests/bench/offline.py``; it takes a minute and needs Chromium and the `test` extra. The file is
opened from a folder with an empty cache. How a drag is measured says ``browser_timing``; medians count.
"""

import gzip
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path.extend(map(str, (HERE.parents[1], HERE.parent)))  # for sim and support

from browser_timing import DRAGGED, SLOWED, dragged  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402
from probe import Visit  # noqa: E402
from support.chromium import chromium_path, running_chromium  # noqa: E402
from table import Row, machine, markdown  # noqa: E402

from sim.browser import offline  # noqa: E402

VISITS = 7
GOAL_BYTES, GOAL_PACKED = 400, 180  # kB
GOAL_PICTURE, GOAL_PICTURE_SLOWED = 500, 1500  # ms
GOAL_DRAG_SLOWED = 30  # pictures a second


def first_picture(browser: Browser, address: str, slowed: float) -> float:
    """Return when the first picture was there, after the start of the navigation. [ms]"""

    def once() -> float:
        visit = Visit(browser, "file")
        visit.slow_down(slowed)
        time = visit.open(address).page.evaluate("firstPicture")
        visit.page.context.close()
        return time

    return statistics.median(once() for _ in range(VISITS))


def rows(browser: Browser, file: Path) -> list[Row]:
    """Return the rows of all measures."""
    file.write_text(offline.html(), "utf-8")
    size, packed = len(file.read_bytes()) / 1e3, len(gzip.compress(file.read_bytes())) / 1e3
    first, slow = (first_picture(browser, file.as_uri(), slowed) for slowed in (1, SLOWED))
    at_settings = f"{file.as_uri()}#{DRAGGED[1:]}"
    drag, slow_drag = (dragged(browser, "file", at_settings, slowed) for slowed in (1, SLOWED))
    return [
        Row("Size of the file [kB]", None, size, f"≤ {GOAL_BYTES}", size <= GOAL_BYTES),
        Row("Packed by gzip [kB]", None, packed, f"≤ {GOAL_PACKED}", packed <= GOAL_PACKED),
        Row("First picture [ms]", None, first, f"≤ {GOAL_PICTURE}", first <= GOAL_PICTURE),
        Row(f"First picture, processor {SLOWED} times slower [ms]", None, slow, f"≤ {GOAL_PICTURE_SLOWED}",
            slow <= GOAL_PICTURE_SLOWED),
        Row("Drag: pictures a second", None, drag.picture),
        Row("Drag: frames from hand to picture, most", None, drag.to_picture, "≤ 1", drag.to_picture <= 1),
        Row(f"Drag, processor {SLOWED} times slower: pictures a second", None, slow_drag.picture,
            f"≥ {GOAL_DRAG_SLOWED}", slow_drag.picture >= GOAL_DRAG_SLOWED),
    ]  # fmt: skip


def main() -> None:
    """Print the table."""
    about = machine()
    with TemporaryDirectory() as folder, running_chromium(chromium_path()) as browser:
        print(f"{about}\n\n{markdown(rows(browser, Path(folder) / offline.NAME))}")


if __name__ == "__main__":
    main()
