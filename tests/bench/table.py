"""
The table that the benchmark prints: one row a measure, the empty page beside ours.
"""

import os
import platform
import sys
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("streamlit", "uvloop", "numpy", "matplotlib", "playwright")


@dataclass(frozen=True)
class Row:
    """One measure of both pages; None where a page has no such thing or where nothing is wanted of it."""

    measure: str
    empty: float | None
    ours: float | None
    goal: str = ""
    met: bool | None = None

    def ratio(self) -> float | None:
        """Return how many times the empty page's value ours is."""
        return self.ours / self.empty if self.ours is not None and self.empty else None


def at_most(measure: str, empty: float, ours: float, times: float) -> Row:
    """Return the row of a measure in which our page may cost so many times what the empty page costs."""
    return Row(measure, empty, ours, f"ratio ≤ {times:g}", ours <= times * empty)


def text(value: float | None) -> str:
    """
    Return a number with three digits that say something.

    Examples
    --------
    >>> text(1234.5), text(0.02345), text(None), text(0)
    ('1,234', '0.0234', '', '0')
    """
    if value is None:
        return ""
    if value == round(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def machine() -> str:
    """Return when and where the table was made, and with which versions."""
    about = Path("/proc/cpuinfo").read_text().split("model name\t: ")
    model = about[1].partition("\n")[0] if len(about) > 1 else platform.machine()
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M %Z}; {model}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.2f} at the start; Python {sys.version.split()[0]}, {versions}"
    )


def markdown(rows: list[Row]) -> str:
    """Return the table."""
    lines = ["| measure | empty page | our page | ratio | goal | met |", "|---|---:|---:|---:|---|---|"]
    for row in rows:
        met = "" if row.met is None else "yes" if row.met else "**no**"
        numbers = " | ".join(map(text, (row.empty, row.ours, row.ratio())))
        lines.append(f"| {row.measure} | {numbers} | {row.goal} | {met} |")
    return "\n".join(lines)
