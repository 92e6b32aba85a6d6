"""Heavy work takes turns: one piece at a time, who has had least first, and what is made waits for nobody."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from sim.dashboard.turns import QUEUE, Share, made_once, one_at_a_time

PATIENCE = 20.0  # s


@contextmanager
def somebody_works() -> Iterator[None]:
    """Let another thread have the turn for the length of the block."""
    begun, end = Event(), Event()

    def work() -> None:
        with QUEUE.turn():
            begun.set()
            end.wait(PATIENCE)

    thread = Thread(target=work)
    thread.start()
    assert begun.wait(PATIENCE)
    try:
        yield
    finally:
        end.set()
        thread.join(PATIENCE)


def queued(count: int) -> None:
    """Wait until so many threads wait for their turn."""
    end = time.monotonic() + PATIENCE
    while len(QUEUE._waiting) != count:
        assert time.monotonic() < end
        time.sleep(0.001)


def started(work: Callable[[], object], share: Share | None = None) -> Thread:
    """Start work in a thread, for a session or, as the making of a file, for none."""

    def run() -> None:
        if share:
            QUEUE.work_for(share)
        work()

    thread = Thread(target=run)
    thread.start()
    return thread


def order_of(*shares: Share | None) -> list[int]:
    """Return in which order threads of these sessions, queued in this order, get their turns."""
    order: list[int] = []
    with somebody_works():
        threads = []
        for number, share in enumerate(shares):
            threads.append(started(lambda number=number: one_at_a_time(order.append)(number), share))
            queued(number + 1)
    for thread in threads:
        thread.join(PATIENCE)
    return order


def test_what_is_known_waits_for_nobody() -> None:
    make = made_once(maxsize=1)(lambda number: [number])
    known = make(7)
    found: list[object] = []
    with somebody_works():
        thread = started(lambda: found.append(make(7)))
        thread.join(PATIENCE)
        assert found and found[0] is known


def test_who_has_had_least_goes_first_then_who_came_first_and_files_come_last() -> None:
    assert order_of(None, Share(heavy=9), Share(heavy=1), Share(), Share()) == [3, 4, 2, 1, 0]


def test_heavy_work_is_counted_for_its_session() -> None:
    share = Share()
    thread = started(lambda: one_at_a_time(time.sleep)(0.01), share)
    thread.join(PATIENCE)
    assert share.heavy >= 0.01


def test_what_many_ask_for_together_is_made_once() -> None:
    made: list[int] = []

    @made_once(maxsize=2)
    def make(number: int) -> int:
        made.append(number)
        return number

    with somebody_works():
        threads = [started(lambda: make(7), Share()) for _ in range(8)]
        queued(8)
    for thread in threads:
        thread.join(PATIENCE)
    assert made == [7]


def test_what_was_used_longest_ago_is_forgotten_first() -> None:
    made: list[int] = []
    make = made_once(maxsize=2)(made.append)
    for number in (1, 2, 1, 3, 1, 2):
        make(number)
    assert made == [1, 2, 3, 2]


def test_heavy_work_within_heavy_work_does_not_wait_for_itself() -> None:
    assert one_at_a_time(lambda: one_at_a_time(lambda: 5)())() == 5


def test_an_error_ends_the_turn() -> None:
    with pytest.raises(ZeroDivisionError):
        one_at_a_time(lambda: 1 / 0)()
    done = Event()
    started(one_at_a_time(done.set)).join(PATIENCE)
    assert done.is_set()


def test_thirty_changes_at_once_are_free_and_ten_a_second_after_them() -> None:
    share = Share(at=100.0)
    waits = [share.change(100.0 + number / 165) for number in range(165)]
    assert waits[:29] == [0.0] * 29
    assert waits == sorted(waits)
    assert waits[-1] == pytest.approx((165 - 30) / 10 - 164 / 165, abs=0.01)
    assert Share(at=0.0).change(1e6) == 0
