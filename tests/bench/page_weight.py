"""
What a first visit costs: bytes and time from the start of the navigation, with an empty cache.

Bytes are those that came over the line: finished responses with their headers, and what the
websocket carried. A response counts when it has come in whole. Network times and the page's own clock
are brought together through the main document, which has both. The median visit counts.
"""

import base64
import statistics
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser
from probe import Kind, Visit
from support.served import Server
from table import Row, at_most

VISITS = 5
QUIET = 2_000  # ms
GOAL_TIMES, GOAL_MORE, GOAL_AFTER = 1.3, 240.0, 500.0


@dataclass
class Line:
    """What came over the line: (time [s], bytes) of each response and message, and when the document was asked for."""

    came: list[tuple[float, int]] = field(default_factory=list)
    asked: tuple[float, float] = (0.0, 0.0)
    local: set[str] = field(default_factory=set)

    def request(self, event: dict[str, Any]) -> None:
        """Note when the document was asked for, by both clocks, and which requests never leave the browser."""
        if not event["request"]["url"].startswith("http"):
            self.local.add(event["requestId"])
        elif event.get("type") == "Document" and self.asked == (0.0, 0.0):
            self.asked = event["timestamp"], event["wallTime"]

    def finished(self, event: dict[str, Any]) -> None:
        """Note a response that has come in whole."""
        if event["requestId"] not in self.local:
            self.came.append((event["timestamp"], int(event["encodedDataLength"])))

    def message(self, event: dict[str, Any]) -> None:
        """Note a message of the websocket: those that are not text come as base64."""
        data = event["response"]["payloadData"]
        size = len(data.encode()) if event["response"]["opcode"] == 1 else len(base64.b64decode(data))
        self.came.append((event["timestamp"], size))

    def kilobytes(self, until: float = float("inf")) -> float:
        """Return what had come in until a time."""
        return sum(size for when, size in self.came if when <= until) / 1e3


@dataclass(frozen=True)
class Weight:
    """A first visit: time to the first picture [ms], bytes until then and after it [kB]."""

    time: float
    before: float
    after: float


def weigh(browser: Browser, kind: Kind, address: str) -> Weight:
    """Visit a page for the first time."""
    visit, line = Visit(browser, kind), Line()
    network = visit.page.context.new_cdp_session(visit.page)
    network.on("Network.requestWillBeSent", line.request)
    network.on("Network.loadingFinished", line.finished)
    network.on("Network.webSocketFrameReceived", line.message)
    network.send("Network.enable")
    visit.open(address)
    arrived = -1
    while arrived != len(line.came):
        arrived = len(line.came)
        visit.settle(QUIET)
    started, shown = visit.page.evaluate("[performance.timeOrigin, firstPicture]")
    visit.page.context.close()
    timestamp, wall = line.asked
    before = line.kilobytes(timestamp + (started + shown) / 1e3 - wall)
    return Weight(shown, before, line.kilobytes() - before)


def median(visits: list[Weight]) -> Weight:
    """Return the median of each number."""
    return Weight(*(statistics.median(getattr(each, name) for each in visits) for name in ("time", "before", "after")))


def rows(browser: Browser, empty: Server, ours: Server) -> list[Row]:
    """Return the rows of this measure."""
    visits = [(weigh(browser, "empty", empty.address), weigh(browser, "lab", ours.address)) for _ in range(VISITS)]
    its, our = (median(list(each)) for each in zip(*visits, strict=True))
    more = our.before - its.before
    return [
        at_most("First visit: time to the first picture [ms]", its.time, our.time, GOAL_TIMES),
        Row("First visit: data before the first picture [kB]", its.before, our.before, f"≤ {GOAL_MORE:g} more",
            more <= GOAL_MORE),
        Row("First visit: data after it [kB]", its.after, our.after, f"< {GOAL_AFTER:g}", our.after < GOAL_AFTER),
    ]  # fmt: skip
