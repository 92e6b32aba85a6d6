"""A teacher of a live room, by HTTP, as the board is one."""

import json
from collections.abc import Callable
from time import monotonic, sleep
from typing import Any
from urllib.request import Request, urlopen

PATIENCE = 20.0  # s


class Teacher:
    """Opens a room, steers it and sees its board."""

    def __init__(self, server: str, lesson: str = "tablets") -> None:
        self.server = server
        self.opened = self.ask("rooms", {"lesson": lesson})
        self.letters = self.opened["letters"]

    def ask(self, path: str, send: Any = None) -> Any:
        """Return what the server answers."""
        headers = {"content-type": "application/json", "x-room-key": getattr(self, "opened", {}).get("key", "")}
        body = None if send is None else json.dumps(send).encode()
        with urlopen(Request(f"{self.server}/{path}", body, headers), timeout=10) as answer:
            return json.load(answer)

    def steer(self, do: str, **more: Any) -> None:
        """Press a button."""
        self.ask(f"rooms/{self.letters}/steer", {"key": self.opened["key"], "do": do, **more})

    def board(self) -> Any:
        """Return all that the board shows."""
        return self.ask(f"rooms/{self.letters}/board")

    def again(self) -> None:
        """Make the room again with as many places, as a board does whose server was started again."""
        seats = [seat["late"] for seat in self.seats]
        self.ask("rooms", {**self.opened, "seats": seats})

    def until(self, seen: Callable[[Any], object]) -> Any:
        """Wait until the board shows it, and return the board."""
        end = monotonic() + PATIENCE
        board = self.board()
        while not seen(board):
            assert monotonic() < end, f"The board never showed it: {board}"
            sleep(0.1)
            board = self.board()
        self.seats = board["seats"]
        return board
