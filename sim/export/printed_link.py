"""
Links on paper: the address as text that opens, and as a QR code.
"""

from typing import Any
from urllib.parse import urlencode

from sim.figures import qr
from sim.runs.scenario import Scenario
from sim.session.link import Link, written
from sim.session.pages import LESSONS

QR_SIZE = 27
"""Side of a code with its quiet zone. [mm]"""
SMALLEST_MODULE = 0.35
"""A square of a QR code that a phone still reads from an ordinary print. [mm]"""
LONGEST_ADDRESS = 300
"""Letters of an address that are printed; the link behind them is whole."""
LONGEST_LINK = 8000
"""Letters of an address that a PDF can open."""


def scenario_address(base: str, scenario: Scenario) -> str:
    """
    Return the link that opens a scenario in the lab served at `base`.

    Examples
    --------
    >>> scenario_address("https://lab.example.org/", Scenario())[:44]
    'https://lab.example.org/?calcium=1000&vitami'
    """
    return f"{base.rstrip('/')}/?{urlencode(written(Link(scenario=scenario)))}"


def lesson_address(base: str, lesson: str) -> str:
    """
    Return the link that opens a lesson at its beginning: in the lab served at `base`, or in the file that lies there.

    Examples
    --------
    >>> lesson_address("http://192.168.1.20:8501", "tablets")
    'http://192.168.1.20:8501/lessons?lesson=tablets'
    >>> lesson_address("https://school.example/calcium-lab.html", "tablets")
    'https://school.example/calcium-lab.html#lesson=tablets'
    """
    is_file = base.lower().endswith((".html", ".htm"))
    return f"{base}#lesson={lesson}" if is_file else f"{base.rstrip('/')}/{LESSONS.path}?lesson={lesson}"


def link_data(address: str) -> dict[str, Any] | None:
    """
    Return an address for a template: whole, as it is printed, and as a QR code; nothing where there is no address.

    A code that is too fine to be read from paper is words instead.
    """
    if not address:
        return None
    shown = address if len(address) <= LONGEST_ADDRESS else f"{address[:LONGEST_ADDRESS]}..."
    svg = _code(address)
    opens = address if len(address) <= LONGEST_LINK else None
    return {"link": opens, "shown": shown, "code": {"svg": svg, "alt": f"QR code of {shown}" if svg else qr.TOO_LONG}}


def _code(address: str) -> str | None:
    try:
        fits = len(qr.modules(address)) * SMALLEST_MODULE <= QR_SIZE
    except ValueError:
        fits = False
    return qr.svg(address) if fits else None
