"""
Processor time of the server for one change of a setting, beside the empty page's.

The servers take turns in short rounds, so that what else the machine does meets both, and the
median round counts. A round lasts for many changes, because the system counts in steps of 10 ms.
"""

import asyncio
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice

from load_client import Session, open_page
from support.served import Server
from table import Row, at_most

ROUNDS = 7
CHANGES = 100
ROUND_SECONDS = 3.0
GOAL_KNOWN, GOAL_NEW, GOAL_DATA = 2.0, 2.0, 5.0
KNOWN = 6
REST_SECONDS = 0.05  # what the server does after it has said that it is finished belongs to the change
Settings = dict[str, float]


@dataclass(frozen=True)
class Cost:
    """Medians over the rounds of one page: processor time [ms] and bytes received [kB] for each change."""

    cpu: float
    data: float


def known() -> Iterator[Settings]:
    """Move K2 to and fro among a few values, which the server has heard before."""
    for place in cycle(range(KNOWN)):
        yield {"vitamin_k2": 50 + 5 * place}


def unseen() -> Iterator[Settings]:
    """
    Move one slider after the other up the diagonals of the cube of settings, never to the same place twice.

    The browser's measures keep to calcium 2000 with vitamin D 4000, where no diagonal passes.
    """
    for lap in range(30):
        for step in range(40):
            for moved in range(3):
                calcium, vitamin_d, vitamin_k2 = (step + (moved >= slider) for slider in range(3))
                yield {
                    "calcium": 200 + 50 * calcium,
                    "vitamin_d": 700 + 100 * vitamin_d,
                    "vitamin_k2": 5 * (vitamin_k2 + 2 * lap),
                }


def one_slider() -> Iterator[Settings]:
    """Move the only slider of the empty page, each time to another value."""
    for place in cycle(range(101)):
        yield {"vitamin_k2": 5 * place}


async def cost_of(server: Server, session: Session, changes: Iterator[Settings]) -> Cost:
    """Make changes one after the other for one round and return what each of them cost."""
    done, received = 0, 0
    before, end = server.cpu_seconds(), time.monotonic() + ROUND_SECONDS
    for settings in islice(changes, CHANGES):
        received += (await session.change(settings)).received
        done += 1
        if time.monotonic() > end:
            break
    await asyncio.sleep(REST_SECONDS)
    return Cost(1e3 * (server.cpu_seconds() - before) / done, received / done / 1e3)


def median(rounds: list[Cost]) -> Cost:
    """Return the median over the rounds."""
    return Cost(statistics.median(each.cpu for each in rounds), statistics.median(each.data for each in rounds))


async def race(empty: Server, ours: Server) -> list[tuple[Cost, Cost]]:
    """Return the costs of both pages, for known settings and for unseen ones."""
    sessions = [(await open_page(server.address))[0] for server in (ours, empty)]
    for session in sessions:  # the known settings become known, the code warm
        for settings in islice(known(), 2 * KNOWN):
            await session.change(settings)
    found: list[tuple[Cost, Cost]] = []
    for of_ours in (known(), unseen()):
        runs = (ours, sessions[0], of_ours), (empty, sessions[1], one_slider())
        rounds = [[await cost_of(*run) for run in runs] for _ in range(ROUNDS)]
        mine, its = zip(*rounds, strict=True)
        found.append((median(list(its)), median(list(mine))))
    for session in sessions:
        await session.socket.close()
    return found


def rows(empty: Server, ours: Server) -> list[Row]:
    """Return the rows of this measure."""
    (its_known, our_known), (its_unseen, our_unseen) = asyncio.run(race(empty, ours))
    return [
        at_most("Server CPU a change, settings known [ms]", its_known.cpu, our_known.cpu, GOAL_KNOWN),
        at_most("Server CPU a change, new settings [ms]", its_unseen.cpu, our_unseen.cpu, GOAL_NEW),
        Row("Data a change [kB]", its_unseen.data, our_unseen.data, f"≤ {GOAL_DATA:g}", our_unseen.data <= GOAL_DATA),
    ]
