"""
The live rooms of a server, in its memory: bounded, and gone when they end or after three hours.

What it is asked comes from strangers, as JSON has it; what it answers is JSON again (`live_room` has the protocol).
"""

import re
import secrets
import time
from collections.abc import Callable, Mapping
from typing import Any

from sim.lessons import LESSONS
from sim.lessons.flood import Bucket
from sim.lessons.live_room import Pupil, Room, TooMany, Unknown
from sim.lessons.seats import MOST
from sim.model.invalid import invalid, shortened
from sim.model.lenses import check_name

Wish = Mapping[str, Any]
SIGNS = "BCDFGHJKLMNPQRSTVWXZ"
"""Of a room's letters: no vowels, so that they make no words; no I and O."""
LETTERS = re.compile(f"[{SIGNS}]{{4}}")
KEY = re.compile(r"[\w-]{20,64}", re.ASCII)
TICKET = re.compile(r"[a-z0-9]{8}")
MOST_ROOMS = 50
LIFE = 3 * 3600.0
"""How long a room lasts. [s]"""
UNWATCHED = 120.0
"""A room that nobody is in and no board has asked for so long gives its place to another, where all are taken. [s]"""
OPENING = (20, 0.2)
"""Rooms that one address opens at once, and a second after that; behind a school's address are many teachers."""
ENDED = {"closed": True}


class Rooms:
    """All rooms of a server. It does one thing after the other: whoever serves it calls it from one thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._rooms: dict[str, Room] = {}
        self._ended: dict[str, float] = {}
        """When rooms have ended."""
        self._opening: dict[str, Bucket] = {}

    def open(self, wish: Wish, asker: str = "") -> dict[str, str]:
        """
        Open a room, or one again that was forgotten; twice is once.

        Raises
        ------
        ValueError
            If the lesson, letters or key cannot be.
        PermissionError
            If the letters are another's.
        TooMany
            If there are too many, or one asks for too many.
        """
        now = self.sweep()
        key, letters, seats = wish.get("key"), wish.get("letters"), wish.get("seats", [])
        lesson = LESSONS[check_name("lesson", str(wish.get("lesson")), LESSONS)]
        if letters is None:
            key, letters = secrets.token_urlsafe(24), self._free_letters()
        if not isinstance(letters, str) or not LETTERS.fullmatch(letters):
            raise invalid("letters", shortened(str(letters)), f"Must be four of {SIGNS}.")
        if not isinstance(key, str) or not KEY.fullmatch(key):
            raise invalid("key", "...", "Must be one that was given to a room.")
        if not isinstance(seats, list) or len(seats) > MOST or any(type(late) is not bool for late in seats):
            raise invalid("seats", shortened(str(seats)), f"Must be a list of at most {MOST}: late or not.")
        if letters in self._ended:
            raise invalid("letters", letters, "That room has ended. Open another one.")
        if letters not in self._rooms:
            self._make_place(asker, now)
            self._rooms[letters] = Room(lesson, letters, key, now, tuple(seats))
        room = self._steered(letters, key)
        return {"letters": letters, "key": key, "lesson": room.lesson.key}

    def look(self, letters: str, ticket: str = "") -> dict[str, Any]:
        """Return what a pupil is told; without a ticket, what whoever is about to join is told."""
        now = self.sweep()
        if self._has_ended(letters):
            return ENDED
        room = self._room(letters)
        if ticket:
            return room.state_for(room.pupil(ticket, now))
        room.stranger(now)
        return room.state_for()

    def join(self, letters: str, wish: Wish) -> dict[str, Any]:
        """Give whoever has a ticket a place."""
        place = sat if type(sat := wish.get("place")) is int else -1
        return self._told(letters, wish, lambda room, *asked: room.join(*asked, place))

    def record(self, letters: str, wish: Wish) -> dict[str, Any]:
        """Take a pupil's record."""
        return self._told(letters, wish, Room.record)

    def board(self, letters: str, key: str, version: int) -> dict[str, Any] | None:
        """Return all that a board shows, None if it shows that already."""
        now = self.sweep()
        if self._has_ended(letters):
            return {"state": {"lesson": "", "open": 0, "follow": True, "revealed": [], "version": 0, **ENDED},
                    "seats": [], "answers": {}, "show": {}}  # fmt: skip
        return self._steered(letters, key).board(version, now)

    def steer(self, letters: str, wish: Wish) -> dict[str, Any]:
        """Do what a teacher asks for."""
        now = self.sweep()
        if self._has_ended(letters):
            return ENDED
        room = self._steered(letters, str(wish.get("key")))
        if wish.get("do") == "end":
            self._end(letters, now)
            return ENDED
        room.steer(wish)
        return room.state()

    def sweep(self) -> float:
        """Forget what is too old, and return the time."""
        now = self._clock()
        for letters in [letters for letters, room in self._rooms.items() if now - room.opened >= LIFE]:
            self._end(letters, now)
        self._ended = {letters: ended for letters, ended in self._ended.items() if now - ended < LIFE}
        return now

    def _told(self, letters: str, wish: Wish, do: Callable[..., Pupil]) -> dict[str, Any]:
        now, ticket = self.sweep(), wish.get("ticket")
        if self._has_ended(letters):
            return ENDED
        room = self._room(letters)
        if not isinstance(ticket, str) or not TICKET.fullmatch(ticket):
            raise invalid("ticket", shortened(str(ticket)), "Must be eight small letters and digits.")
        return room.state_for(do(room, ticket, wish.get("record"), now))

    def _room(self, letters: str) -> Room:
        found = self._rooms.get(letters)
        if found is None:
            raise Unknown(f"There is no room {shortened(letters)!r}. Look at the letters on the board again.")
        return found

    def _steered(self, letters: str, key: str) -> Room:
        room = self._room(letters)
        if not secrets.compare_digest(room.key.encode(), key.encode()):
            raise PermissionError(f"Only the teacher's devices may steer the room {letters}.")
        return room

    def _has_ended(self, letters: str) -> bool:
        return letters in self._ended

    def _end(self, letters: str, now: float) -> None:
        del self._rooms[letters]
        self._ended[letters] = now

    def _free_letters(self) -> str:
        while True:
            letters = "".join(secrets.choice(SIGNS) for _ in range(4))
            if letters not in self._rooms and letters not in self._ended:
                return letters

    def _make_place(self, asker: str, now: float) -> None:
        """Let one more room be opened, or raise `TooMany`."""
        if len(self._opening) > 1000:  # each is full again after a while
            self._opening.clear()
        if not self._opening.setdefault(asker, Bucket(*OPENING, now)).take(now):
            raise TooMany("Too many rooms were opened from here. Wait a minute.")
        if len(self._rooms) < MOST_ROOMS:
            return
        idle = [room for room in self._rooms.values() if not room.pupils and now - room.watched > UNWATCHED]
        if not idle:
            raise TooMany(f"This server has no free room: {MOST_ROOMS} are open. Try again later.")
        del self._rooms[min(idle, key=lambda room: room.watched).letters]
