"""A made-up class: what pupils' devices tell a live room, without the devices."""

import json
from random import Random
from typing import Any
from urllib.request import Request

from support.served import open_url

PLACES = {"bones": 0, "blood": 1, "arteries": 2, "out": 3}


def answers(chance: Random) -> dict[str, Any]:
    """Return what a pupil may answer in the first lesson."""

    def line(start: int, end: int) -> list[int]:
        return [round(start + (end - start) * year / 20) for year in range(21)]

    return {
        "place": chance.randrange(4),
        "draw_bones": {"line": line(50, chance.randint(10, 95)), "because": chance.randrange(4)},
        "draw_arteries": {"line": line(17, chance.randint(10, 90)), "because": chance.randrange(4)},
        "stop_it": {
            "runs": chance.randint(1, 9),
            "settings": {"calcium": 2, "vitamin_d": 5, "vitamin_k2": chance.choice([0.1, 1, 1.7, 2])},
            "found": chance.random() < 0.5,
        },
        "vote": [chance.randrange(4), chance.randrange(4)],
        "share_of_mgp": chance.randrange(3),
        "same_share": {"runs": 3, "settings": {"calcium": 1, "vitamin_d": 5, "vitamin_k2": 2.4}, "found": True},
        "trials": [chance.randint(0, 100), chance.randint(0, 100)],
        "sort": [chance.randrange(3) for _ in range(5)],
        "ticks": [chance.random() < 0.5 for _ in range(5)],
    }


class Pupils:
    """The devices of a class, in the room of these letters."""

    def __init__(self, server: str, letters: str, count: int, seed: int = 1) -> None:
        self.address = f"{server}/rooms/{letters}"
        chance = Random(seed)
        self.answers = [answers(chance) for _ in range(count)]

    def _post(self, path: str, **what: Any) -> dict[str, Any]:
        request = Request(
            f"{self.address}/{path}", json.dumps(what).encode(), {"content-type": "application/json"}, method="POST"
        )
        with open_url(request) as answer:
            return json.loads(answer.read())

    def join(self, *who: int) -> None:
        """Let these pupils join, all by themselves."""
        for pupil in who or range(len(self.answers)):
            self._post("join", ticket=f"pupil{pupil:03}", record={"at": 0, "answers": {}})

    def answer(self, *tasks: str, who: range | None = None) -> None:
        """Let pupils tell all that they have answered: these tasks."""
        for pupil in who or range(len(self.answers)):
            told = {task: self.answers[pupil][task] for task in tasks}
            self._post("record", ticket=f"pupil{pupil:03}", record={"at": 0, "answers": told})
