"""
A live room under load: a class joins, answers, is led through a step and looks at the board, all at once.

``python tests/bench/room.py`` starts the server and measures; ``--pupils 100`` is the goal's class. Pupils are HTTP
clients that do what `sim/browser/room/channel.js` does: fetch the page, look, join, send the whole record, and ask
every 1.5 s. Nothing here is a test: how fast a machine is decides what it prints.
"""

import argparse
import asyncio
import gzip
import json
import random
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

sys.path.append(str(Path(__file__).resolve().parents[1]))  # for support

from support.served import Server, serving
from table import Row, text

EVERY, BOARD_EVERY = 1.5, 1.0
JOIN_SECONDS, ANSWER_SECONDS, STEP_SECONDS = 10.0, 30.0, 2.0


class Http:
    """One connection at a time to one server, kept alive as a browser keeps it."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.host, self.port = parts.hostname or "", parts.port or 80
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._turn = asyncio.Lock()

    async def ask(self, path: str, send: Any = None, **headers: str) -> tuple[int, bytes]:
        """Return status and body."""
        body = b"" if send is None else json.dumps(send).encode()
        lines = [f"{'GET' if send is None else 'POST'} /{path} HTTP/1.1", f"host: {self.host}:{self.port}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        lines += ["accept-encoding: gzip", "content-type: application/json", f"content-length: {len(body)}", "", ""]
        async with self._turn:
            if self._streams is None:
                self._streams = await asyncio.open_connection(self.host, self.port)
            reader, writer = self._streams
            writer.write("\r\n".join(lines).encode() + body)
            status, told = _head(await reader.readuntil(b"\r\n\r\n"))
            found = await reader.readexactly(int(told.get("content-length", 0)))
        return status, gzip.decompress(found) if told.get("content-encoding") == "gzip" else found


def _head(head: bytes) -> tuple[int, dict[str, str]]:
    first, *lines = head.decode().strip().split("\r\n")
    return int(first.split()[1]), dict(line.lower().split(": ", 1) for line in lines)


class Pupil:
    """A device in a room."""

    def __init__(self, address: str, number: int, letters: str, failures: list[str]) -> None:
        self.http, self.ticket, self.letters = Http(address), f"{number:08d}", letters
        self.failures, self.heard = failures, {}
        self.record: dict[str, Any] = {"at": 0, "answers": {}}
        self.seconds: list[float] = []

    async def tell(self, path: str, send: Any = None, **headers: str) -> None:
        """Ask, and keep how long it took and what was heard."""
        begun = time.monotonic()
        status, body = await self.http.ask(f"rooms/{self.letters}{path}", send, **headers)
        self.seconds.append(time.monotonic() - begun)
        if status != 200:
            self.failures.append(f"{path or 'look'}: {status} {body[:100]!r}")
        else:
            self.heard = json.loads(body)

    async def join(self) -> None:
        """Fetch the page and sit down."""
        status, page = await self.http.ask("join")
        if status != 200 or b"</html>" not in page:
            self.failures.append(f"join page: {status}")
        await self.tell("")
        await self.tell("/join", {"ticket": self.ticket, "record": self.record})

    async def answer(self, task: str, value: Any) -> None:
        """Send the record with one more answer."""
        self.record["answers"][task] = value
        await self.tell("/record", {"ticket": self.ticket, "record": self.record})

    async def follow(self) -> None:
        """Ask where the class is, on and on."""
        while True:
            await asyncio.sleep(EVERY * random.uniform(0.8, 1.2))
            await self.tell("", x_room_ticket=self.ticket)


class Board:
    """The teacher's laptop."""

    def __init__(self, address: str, room: dict[str, str]) -> None:
        self.http, self.room, self.shown = Http(address), room, {}

    async def steer(self, do: str, **more: Any) -> None:
        """Press a button."""
        wish = {"key": self.room["key"], "do": do, **more}
        await self.http.ask(f"rooms/{self.room['letters']}/steer", wish)

    async def until(self, task: str, count: int) -> float:
        """Ask as a board does until so many answers are there; return how long it took, infinity if they never were."""
        begun = time.monotonic()
        while len(self.shown.get("answers", {}).get(task, ())) < count:
            if time.monotonic() - begun > 2 * ANSWER_SECONDS:
                return float("inf")
            await asyncio.sleep(BOARD_EVERY)
            version = self.shown.get("state", {}).get("version", -1)
            path = f"rooms/{self.room['letters']}/board?version={version}"
            status, body = await self.http.ask(path, x_room_key=self.room["key"])
            self.shown = json.loads(body) if status == 200 else self.shown
        return time.monotonic() - begun


async def attend(server: Server, count: int) -> list[Row]:
    """Let a class go through two steps, and return what was measured."""
    teacher = Http(server.address)
    await teacher.ask("join")  # made and packed once, as it is for the board that opens before the pupils
    room = json.loads((await teacher.ask("rooms", {"lesson": "tablets"}))[1])
    failures: list[str] = []
    pupils = [Pupil(server.address, number, room["letters"], failures) for number in range(count)]
    board, begun, cpu = Board(server.address, room), time.monotonic(), server.cpu_seconds()
    await asyncio.gather(*(pupil.join() for pupil in pupils))
    joined = time.monotonic() - begun
    following = [asyncio.create_task(pupil.follow()) for pupil in pupils]

    async def draw(pupil: Pupil) -> None:
        await asyncio.sleep(random.uniform(0, ANSWER_SECONDS / 3))
        await pupil.answer("draw_bones", {"line": [random.randrange(101) for _ in range(21)], "because": 0})

    drawing = [asyncio.create_task(draw(pupil)) for pupil in pupils]
    seen = await board.until("draw_bones", count)
    tapping = [asyncio.create_task(pupil.answer("place", number % 4)) for number, pupil in enumerate(pupils)]
    in_step = await board.until("place", count)
    await asyncio.gather(*drawing, *tapping)
    begun = time.monotonic()
    await board.steer("open", step=3)
    while any(pupil.heard["open"] != 3 for pupil in pupils) and time.monotonic() - begun < ANSWER_SECONDS:
        await asyncio.sleep(0.05)
    followed, cpu = time.monotonic() - begun, server.cpu_seconds() - cpu
    for task in following:
        task.cancel()
    await asyncio.gather(*following, return_exceptions=True)
    for failure in failures[:5]:
        print(failure, file=sys.stderr)
    took = sorted(second for pupil in pupils for second in pupil.seconds)
    given = board.shown.get("answers", {})
    wrong = len(failures) + sum(count - len(given.get(task, ())) for task in ("draw_bones", "place"))
    name = f"Room of {count}"

    def at_most(measure: str, seconds: float, goal: float) -> Row:
        return Row(f"{name}: {measure} [s]", None, seconds, f"≤ {goal:g}", seconds <= goal)

    return [
        at_most("all have joined", joined, JOIN_SECONDS),
        at_most("all lines on the board", seen, ANSWER_SECONDS),
        at_most("all answer at once, board in step", in_step, STEP_SECONDS),
        at_most("all follow a step", followed, STEP_SECONDS),
        Row(f"{name}: answer, 95th percentile [ms]", None, 1e3 * took[int(0.95 * len(took))]),
        Row(f"{name}: requests refused or lost, of {len(took):,}", None, wrong, "0", not wrong),
        Row(f"{name}: processor time of the server [s]", None, cpu),
    ]


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(description="Measure a live room under load.")
    parser.add_argument("--pupils", type=int, default=100, help="in the room (100)")
    asked = parser.parse_args()
    root = Path(__file__).parents[2]
    with serving(root / "app.py", root) as server:
        for row in asyncio.run(attend(server, asked.pupils)):
            print(f"{row.measure}: {text(row.ours)} {row.goal}")


if __name__ == "__main__":
    main()
