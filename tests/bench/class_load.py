"""
A class: many sessions on one server, each moving a slider every two seconds, each with settings of its own.

A session that gets its answer late makes its next change at once, so a server that is too slow shows
as long reruns, not as a longer queue. Memory is the growth of the server's resident memory from
before the first session to the end, all sessions open: caches that fill up meanwhile count as well. What a session
holds after very many changes has a measure of its own, with few sessions, side by side: a session may make ten changes
a second in the long run (`sim.dashboard.turns`), so a thousand take a hundred seconds.

``python tests/bench/class_load.py --beside pictures`` (or ``changes``) measures a class of thirty alone and beside a
hostile client, in turns on one server. Read the ratio of the 95th percentiles.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))  # for support

from beside import BESIDE, Hostile
from load_client import COMPONENT, Session, open_page
from support.served import Server, serving
from table import Row
from websockets.exceptions import WebSocketException

PERIOD = 2.0
EMPTY_SHARE = 1 / 3  # the empty page's class is over in a third of the time
LARGE, LARGE_SECONDS = 300, 20.0
GOAL_MEDIAN, GOAL_95TH, GOAL_LARGE, GOAL_MEMORY = 5.0, 10.0, 50.0, 0.5
LONG_SESSIONS, LONG_CHANGES = 10, 1_000


@dataclass
class Class:
    """What happened to all sessions of one server."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    memory: float = 0.0

    def percentile(self, share: float) -> float | None:
        """Return the time that this share of the reruns did not exceed, if there were any. [ms]"""
        times = sorted(self.seconds)
        return 1e3 * times[min(int(share * len(times)), len(times) - 1)] if times else None


def moves(number: int, lab: bool) -> Iterator[tuple[str, float]]:
    """Move calcium and vitamin D, on our page, to the place that only this session has, and then K2 on and on."""
    if lab:
        yield "calcium", 200.0 + 50 * (number % 40)
        yield "vitamin_d", 900.0 + 100 * (number // 40)
    for turn in range(10_000):
        yield "vitamin_k2", 5.0 * ((number + turn) % 101)


async def enter(server: Server, number: int, found: Class) -> Session | None:
    """Open the page as it is without a link."""
    try:
        session, _ = await open_page(server.address)
        return session
    except (OSError, RuntimeError, TimeoutError, WebSocketException) as error:
        found.failures.append(f"Session {number} did not open: {type(error).__name__} {error}")
        return None


async def work(session: Session, number: int, due: float, end: float, found: Class) -> None:
    """Move a slider every period until the end."""
    for key, value in moves(number, lab=session.has(COMPONENT)):
        await asyncio.sleep(max(due - time.monotonic(), 0))
        if time.monotonic() >= end:
            return
        due += PERIOD
        try:
            done = await session.change({key: value})
        except (OSError, RuntimeError, TimeoutError, WebSocketException) as error:
            found.failures.append(f"Session {number}, {key} {value:g}: {type(error).__name__} {error}")
            return
        found.seconds.append(done.seconds)


async def attend(server: Server, count: int, seconds: float, beside: Callable[[], object] = bool) -> Class:
    """Let a class use a server, call `beside` once all have opened it, and return what happened."""
    found = Class()
    first = await enter(server, -1, found)  # imports and first pictures are no session's
    if first:
        await first.socket.close()
    before = server.memory()
    opened = await asyncio.gather(*(enter(server, number, found) for number in range(count)))
    beside()
    start = time.monotonic()
    sessions = [(number, session) for number, session in enumerate(opened) if session]
    await asyncio.gather(
        *(work(s, number, start + PERIOD * number / count, start + seconds, found) for number, s in sessions)
    )
    found.memory = (server.memory() - before) / count
    await asyncio.gather(*(session.socket.close() for _, session in sessions))
    return found


async def stay(server: Server, sessions: int, changes: int) -> float:
    """Let a few sessions make very many changes; return by how much the server grew meanwhile, a session. [MB]"""
    opened = [(await open_page(server.address))[0] for _ in range(sessions)]
    moving = [moves(number, session.has(COMPONENT)) for number, session in enumerate(opened)]

    async def move(session: Session, own: Iterator[tuple[str, float]]) -> None:
        for key, value in own:
            await session.change({key: value})

    async def change(times: int) -> float:
        await asyncio.gather(*(move(session, islice(own, times)) for session, own in zip(opened, moving, strict=True)))
        return server.memory()

    before = await change(10)  # what a session needs anyway is there
    after = await change(changes)
    await asyncio.gather(*(session.socket.close() for session in opened))
    return (after - before) / sessions


async def memory_row(empty: Server, ours: Server, sessions: int = LONG_SESSIONS, changes: int = LONG_CHANGES) -> Row:
    """Return the row of what many changes leave in a server; both servers work at once, ours as fast as it lets us."""
    its, our = await asyncio.gather(*(stay(server, sessions, changes) for server in (empty, ours)))
    measure = f"Memory a session after {changes:,} changes [MB]"
    return Row(measure, its, our, f"< {GOAL_MEMORY:g} more", our - its < GOAL_MEMORY)


def rows(empty: Server, ours: Server, count: int, seconds: float) -> list[Row]:
    """Return the rows of this measure; the two servers must not have been used before."""
    theirs = asyncio.run(attend(empty, count, max(seconds * EMPTY_SHARE, 2 * PERIOD)))
    mine = asyncio.run(attend(ours, count, seconds))
    name, goals = f"Class of {count}", {"median": (0.5, GOAL_MEDIAN), "95th percentile": (0.95, GOAL_95TH)}
    return [
        *(_row(f"{name}: answer, {which} [ms]", theirs.percentile(share), mine.percentile(share), f"≤ {goal:g}",
               lambda found, goal=goal: found <= goal) for which, (share, goal) in goals.items()),
        _failures(name, theirs, mine),
        Row(f"{name}: memory a session [MB]", theirs.memory, mine.memory),
    ]  # fmt: skip


def large_rows(ours: Server, count: int = LARGE, seconds: float = LARGE_SECONDS) -> list[Row]:
    """Return the rows of a school's worth of sessions on one server."""
    mine, name = asyncio.run(attend(ours, count, seconds)), f"{count} sessions"
    found = mine.percentile(0.95)
    return [
        _row(f"{name}: answer, 95th percentile [ms]", None, found, f"< {GOAL_LARGE:g}", lambda ms: ms < GOAL_LARGE),
        _failures(name, None, mine),
    ]


def _row(measure: str, its: float | None, our: float | None, goal: str, met: Callable[[float], bool]) -> Row:
    return Row(measure, its, our, goal, our is not None and met(our))


def _failures(name: str, theirs: Class | None, mine: Class) -> Row:
    for failure in [*(theirs.failures if theirs else []), *mine.failures][:5]:
        print(failure, file=sys.stderr)
    its = len(theirs.failures) if theirs else None
    return Row(f"{name}: failures, of {len(mine.seconds):,}", its, len(mine.failures), "0", not mine.failures)


async def _attend_beside(server: Server, count: int, seconds: float, hostile: Hostile) -> tuple[Class, int]:
    """Let a class use a server that a hostile client uses too; return what happened, and how much it did."""
    others: list[asyncio.Task[int]] = []

    def begin() -> None:
        others.append(asyncio.create_task(hostile(server, time.monotonic() + seconds)))

    found = await attend(server, count, seconds, begin)
    return found, await others[0]


def beside(server: Server, count: int, seconds: float, hostile: Hostile) -> tuple[float, float]:
    """Return the 95th percentile of a class alone and of one beside a hostile client. [ms]"""
    alone = asyncio.run(attend(server, count, seconds))
    crowded, done = asyncio.run(_attend_beside(server, count, seconds, hostile))
    for failure in [*alone.failures, *crowded.failures][:5]:
        print(failure, file=sys.stderr)
    found = [each.percentile(0.95) or float("nan") for each in (alone, crowded)]
    made = f"{len(crowded.seconds)} reruns of the class, {done} of the hostile client's"
    print(f"95th percentile [ms]: alone {found[0]:.0f}, beside {found[1]:.0f} ({made})", flush=True)
    return found[0], found[1]


def main() -> None:
    """Print the 95th percentiles and the median of their ratios."""
    parser = argparse.ArgumentParser(description="Measure a class beside a hostile client.")
    parser.add_argument("--beside", choices=BESIDE, required=True, help="what the hostile client does")
    parser.add_argument("--sessions", type=int, default=30, help="sessions in the class (30)")
    parser.add_argument("--seconds", type=float, default=20, help="how long each class lasts (20)")
    parser.add_argument("--rounds", type=int, default=3, help="how often both are measured (3)")
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[2], help="project to measure (this one)")
    asked = parser.parse_args()
    root = asked.root.resolve()
    with serving(root / "app.py", root) as server:
        rounds = [beside(server, asked.sessions, asked.seconds, BESIDE[asked.beside]) for _ in range(asked.rounds)]
    print(f"Ratio, median of {asked.rounds}: {statistics.median(b / a for a, b in rounds):.2f} (goal: at most 3)")


if __name__ == "__main__":
    main()
