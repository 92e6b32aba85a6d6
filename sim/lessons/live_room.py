"""
A live room: a class does a lesson together, each pupil on an own device, the teacher at the board.

A room has four letters, which pupils type, and a key, which only the teacher's devices know. It knows no names: a pupil
is a place with a colour and an animal; the ticket by which a device finds its place again is drawn on the device. What
is written in a lesson never comes here. A room lies in memory only (`open_rooms` keeps them).

The protocol, JSON over HTTP, addresses relative to that of the page (`sim.dashboard.room_routes`):

=================================  =================================================================================
``POST rooms``                     ``{lesson}`` opens one: ``{letters, key, lesson}``. ``{lesson, letters, key,
                                   seats: [late, ...]}`` makes one again that the server forgot; its places are
                                   kept for the devices that sat there.
``GET rooms/HTRM``                 what pupils are told (*state*); with the header ``x-room-ticket`` for the one who
                                   sits there, without it for whoever is about to join.
``POST rooms/HTRM/join``           ``{ticket, record, place?}``: *state* with the seat. The same ticket has the same
                                   place; `place` is where the device sat before the server forgot the room.
``POST rooms/HTRM/record``         ``{ticket, record}``: the whole record each time, so that sending twice does no
                                   harm: *state*.
``GET rooms/HTRM/board?version=N`` with the header ``x-room-key``: 204 if nothing is newer than N, else
                                   ``{state, seats: [{seat, at, late, lost}], answers: {task: [[place, value],
                                   ...]}, show}``. A third entry, true, says: given after the result was told.
``POST rooms/HTRM/steer``          ``{key, do, ...}``: ``open`` (step: index), ``reveal`` (step: key), ``follow``
                                   (follow: whether pupils' pages go with the class; if not, all steps are open and
                                   each lets the years pass alone), ``show`` (show: what the board shows, kept as it
                                   is), ``end``: the board's *state*.
``POST rooms/qr``                  ``{address}``: its QR code as SVG.
=================================  =================================================================================

*state* is ``{lesson, open, follow, revealed: [step keys], closed, version}``, for a pupil who sits there also ``place,
seat, late``. A record is ``{at, answers: {task: value}}``, checked by `records`. Errors are ``{error: one sentence}``
with 400 (a value), 403 (the key), 404 (with ``unknown: true``: no such room, or nobody with that ticket in it), 429
(too much at once, or full). A room that has ended answers ``closed: true`` to all for a while.

An answer whose result was told can no longer change; one that comes only then is marked.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sim.lessons.flood import Bucket
from sim.lessons.lesson import Lesson
from sim.lessons.records import Record, checked
from sim.lessons.seats import MOST, seat
from sim.lessons.tasks import Task
from sim.model.invalid import invalid, shortened
from sim.model.lenses import check_name

LOST = 20.0
"""A device that asks for nothing for so long has no line. [s]"""
A_PUPIL = (20, 3.0)
"""Requests at once and a second after that; a device asks every two seconds."""
STRANGERS = (300, 20.0)
"""The same for all together who have no place yet: a whole class joins at once, each by asking three times at most."""


@dataclass
class Pupil:
    """A place: who sits there, how far, what was answered. Without a ticket it waits for its device to come back."""

    ticket: str
    late: bool
    seen: float
    bucket: Bucket
    at: int = 0
    answers: dict[str, Any] = field(default_factory=dict)
    after: set[str] = field(default_factory=set)
    """Tasks that were answered only after their result was told."""


class Unknown(LookupError):
    """No such room, or nobody with that ticket in it."""


class TooMany(RuntimeError):
    """More than fits, or more at once than is answered."""


class Room:
    """One room; every `now` is a time on the same clock. [s]"""

    def __init__(self, lesson: Lesson, letters: str, key: str, now: float, seats: tuple[bool, ...] = ()) -> None:
        self.lesson, self.letters, self.key, self.opened, self.watched = lesson, letters, key, now, now
        self.open, self.follow, self.show = 0, True, {}
        self.revealed: list[str] = []
        # By chance, so that a board never takes a room that was made again for the one it knew.
        self.version = 1 + secrets.randbelow(10**9)
        self.pupils = [Pupil("", late, now, Bucket(*A_PUPIL, now)) for late in seats]
        self.strangers = Bucket(*STRANGERS, now)
        self._lost: tuple[bool, ...] = ()

    def state(self) -> dict[str, Any]:
        """Return where the class is, as its board is told."""
        return {
            "lesson": self.lesson.key, "open": self.open, "follow": self.follow, "revealed": list(self.revealed),
            "closed": False, "version": self.version,
        }  # fmt: skip

    def state_for(self, pupil: Pupil | None = None) -> dict[str, Any]:
        """Return where a pupil's page may go: where the class is, or everywhere."""
        state = self.state()
        if not self.follow:
            state |= {"open": len(self.lesson.steps) - 1, "revealed": [step.key for step in self.lesson.steps]}
        if pupil is None:
            return state
        place = self.pupils.index(pupil)
        return {**state, "place": place, "seat": seat(place), "late": pupil.late}

    def pupil(self, ticket: str, now: float) -> Pupil:
        """Return who has a ticket, here at this moment; raises `Unknown`, or `TooMany` for one who asks too often."""
        found = next((each for each in self.pupils if each.ticket == ticket and ticket), None)
        if found is None:
            self.stranger(now)
            raise Unknown(f"Nobody in the room {self.letters} has this ticket.")
        if not found.bucket.take(now):
            raise TooMany("Too many requests at once. Wait a second.")
        found.seen = now
        return found

    def stranger(self, now: float) -> None:
        """Let somebody ask who has no place yet; raises `TooMany`."""
        if not self.strangers.take(now):
            raise TooMany(f"Too many join the room {self.letters} at once. Wait a second.")

    def join(self, ticket: str, record: object, now: float, place: int = -1) -> Pupil:
        """Return the pupil of a ticket, with a place from now on: the one it had, if that waits for it."""
        try:
            return self.record(ticket, record, now)
        except Unknown:
            taken = checked(self.lesson, record)
        waits = 0 <= place < len(self.pupils) and not self.pupils[place].ticket
        pupil = self.pupils[place] if waits else self._sit(now)
        pupil.ticket, pupil.seen = ticket, now
        self._take(pupil, taken)
        if waits:  # what it brings was there before the server forgot it
            pupil.after = set()
        return pupil

    def record(self, ticket: str, record: object, now: float) -> Pupil:
        """Take a pupil's whole record; if it cannot be, nothing changes."""
        found = self.pupil(ticket, now)
        self._take(found, checked(self.lesson, record))
        return found

    def board(self, version: int, now: float) -> dict[str, Any] | None:
        """Return all that a board shows, None if that is what it shows already."""
        self.watched = now
        lost = tuple(now - pupil.seen > LOST or not pupil.ticket for pupil in self.pupils)
        if lost != self._lost:
            self._lost, self.version = lost, self.version + 1
        if version == self.version:
            return None
        seats = [
            {"seat": seat(place), "at": pupil.at, "late": pupil.late, "lost": lost[place]}
            for place, pupil in enumerate(self.pupils)
        ]
        answers = {key: given for key in self.lesson.tasks if (given := self._given(key))}
        return {"state": self.state(), "seats": seats, "answers": answers, "show": self.show}

    def steer(self, wish: Mapping[str, Any]) -> None:
        """Do what the teacher asks for."""
        do, keys = wish.get("do"), [step.key for step in self.lesson.steps]
        if do == "open":
            if type(step := wish.get("step")) is not int or not 0 <= step < len(keys):
                raise invalid("step", shortened(str(step)), f"Must be between 0 and {len(keys) - 1}.")
            self.open = step
        elif do == "reveal":
            check_name("step", str(wish.get("step")), dict.fromkeys(keys))
            self.revealed = [key for key in keys if key in {*self.revealed, wish["step"]}]
        elif do == "follow" and type(wish.get("follow")) is bool:
            self.follow = wish["follow"]
        elif do == "show" and isinstance(wish.get("show"), dict):
            self.show = wish["show"]
        else:
            raise invalid("do", shortened(str(do)), "Must be open, reveal, follow, show or end, each with its value.")
        self.version += 1

    def _sit(self, now: float) -> Pupil:
        if len(self.pupils) >= MOST:
            raise TooMany(f"The room {self.letters} is full: it has {MOST} places.")
        self.pupils.append(Pupil("", bool(self.revealed), now, Bucket(*A_PUPIL, now)))
        self.version += 1
        return self.pupils[-1]

    def _take(self, pupil: Pupil, record: Record) -> None:
        told, given = {task.key for task in self._told()}, record["answers"]
        kept = {key: value for key, value in pupil.answers.items() if key in told}
        after = pupil.after | {key for key in given if key in told and key not in kept}
        before = (pupil.at, pupil.answers, pupil.after)
        pupil.at, pupil.answers, pupil.after = record["at"], {**given, **kept}, after
        self.version += before != (pupil.at, pupil.answers, pupil.after)

    def _told(self) -> list[Task]:
        """Return the tasks whose result the class has seen."""
        return [task for task in self.lesson.tasks.values() if getattr(task, "reveal", "") in self.revealed]

    def _given(self, key: str) -> list[list[Any]]:
        return [
            [place, pupil.answers[key], *([True] if key in pupil.after else [])]
            for place, pupil in enumerate(self.pupils)
            if key in pupil.answers
        ]
