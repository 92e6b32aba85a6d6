"""
Turns: heavy work is done one piece at a time for all sessions, and who has had little of it goes first.

Two drawings at once are not faster (they share one interpreter) and hold up everybody else, and without turns one
reader who draws without pause would fill the queue before a whole class. What is made already waits for nobody.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from itertools import count
from threading import Condition, Lock, get_ident, local
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
AT_ONCE, A_SECOND = 30.0, 10.0
"""How many changes a session may make at once, and how many a second in the long run: more than hands can."""


@dataclass
class Share:
    """What a session has had of the server."""

    heavy: float = 0.0
    """How long others have waited for its heavy work. [s]"""
    changes: float = 0.0
    """How many changes it has made of late, those that are allowed meanwhile taken off."""
    at: float = field(default_factory=time.monotonic)
    """When that was. [s]"""

    def change(self, now: float) -> float:
        """
        Count a change and return how long it has to wait. [s]

        Examples
        --------
        >>> eager = Share(at=0)
        >>> [eager.change(now=0) for _ in range(32)][29:]
        [0.0, 0.1, 0.2]
        >>> eager.change(now=60)
        0.0
        """
        self.changes = max(self.changes - A_SECOND * (now - self.at), 0) + 1
        self.at = now
        return max(self.changes - AT_ONCE, 0) / A_SECOND


class Queue:
    """Lets one thread work at a time, the one whose session has had least; files come after pages."""

    def __init__(self) -> None:
        self._change = Condition()
        self._waiting: list[tuple[float, int]] = []
        self._tickets = count()
        self._worker: int | None = None
        self._session = local()

    def work_for(self, share: Share) -> None:
        """Note whose page this thread draws from now on."""
        self._session.share = share

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for this thread's turn; within a turn there is no more waiting."""
        if self._worker == get_ident():
            yield
            return
        share: Share = getattr(self._session, "share", None) or Share(heavy=float("inf"))
        ticket = share.heavy, next(self._tickets)
        with self._change:
            self._waiting.append(ticket)
            self._change.wait_for(lambda: self._worker is None and min(self._waiting) == ticket)
            self._waiting.remove(ticket)
            self._worker = get_ident()
        start = time.monotonic()
        try:
            yield
        finally:
            share.heavy += time.monotonic() - start
            with self._change:
                self._worker = None
                self._change.notify_all()


QUEUE = Queue()


def one_at_a_time(make: Callable[P, R]) -> Callable[P, R]:
    """Make something heavy in turn."""

    @wraps(make)
    def in_turn(*args: P.args, **kwargs: P.kwargs) -> R:
        with QUEUE.turn():
            return make(*args, **kwargs)

    return in_turn


def made_once(maxsize: int) -> Callable[[Callable[..., R]], Callable[..., R]]:
    """Make something heavy in turn and keep it for all sessions, those used last; what is kept waits for nobody."""

    def decorate(make: Callable[..., R]) -> Callable[..., R]:
        kept: OrderedDict[tuple[Hashable, ...], R] = OrderedDict()
        book = Lock()

        @wraps(make)
        def get(*args: Hashable) -> R:
            with book:
                if args in kept:
                    kept.move_to_end(args)
                    return kept[args]
            with QUEUE.turn():
                if args not in kept:  # nor made for another session meanwhile
                    made = make(*args)
                    with book:
                        kept[args] = made
                        if len(kept) > maxsize:
                            kept.popitem(last=False)
                return kept[args]

        return get

    return decorate
