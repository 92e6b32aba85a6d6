"""What passes between a page and its server: what the Lab has said and what it was told; held up as on slow Wi-Fi."""

import json
from typing import Any

from playwright.sync_api import Page, WebSocket, WebSocketRoute
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from sim.dashboard.state import COMPONENT, SAID


class Line:
    """The line of one page, listened to."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: dict[str, Any] = {}
        self.told: dict[str, Any] = {}
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self.hear_page)
        socket.on("framereceived", self.hear_server)

    def hear_page(self, frame: str | bytes) -> None:
        """Note what the Lab says in a message to the server."""
        for widget in BackMsg.FromString(_bytes(frame)).rerun_script.widget_states.widgets:
            if widget.id.endswith(f"-{COMPONENT}") and widget.json_value:
                self.said = json.loads(widget.json_value).get(SAID) or self.said

    def hear_server(self, frame: str | bytes) -> None:
        """Note what a message of the server tells the Lab."""
        self.told = _told(frame) or self.told

    def heard(self) -> bool:
        """Tell whether the server has heard all that the Lab has said."""
        return not self.said or (self.told.get("life"), self.told.get("heard")) == (self.said["life"], self.said["n"])


class SlowLine(Line):
    """A line on which what the server says can be held up."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.waiting: list[str | bytes] | None = None
        self.to_page: WebSocketRoute | None = None
        page.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, to_page: WebSocketRoute) -> None:
        self.to_page, to_server = to_page, to_page.connect_to_server()

        def from_page(message: str | bytes) -> None:
            self.hear_page(message)
            to_server.send(message)

        to_page.on_message(from_page)
        to_server.on_message(self._pass_on)

    def _pass_on(self, message: str | bytes) -> None:
        if self.waiting is not None:
            self.waiting.append(message)
        elif self.to_page:
            self.hear_server(message)
            self.to_page.send(message)

    def hold(self) -> None:
        """Let nothing of what the server says reach the page."""
        self.waiting = []

    def wait_for_answer(self, number: int) -> None:
        """Wait until what was said under a number is answered, and the answer is held."""
        for _ in range(1000):
            if any(_told(message).get("heard") == number for message in self.waiting or []):
                return
            self.page.wait_for_timeout(10)
        raise AssertionError(f"Said {self.said}; no answer to {number}.")

    def release(self) -> None:
        """Let the page have all that was held, in its order and one after the other as on a real line."""
        while self.waiting and self.to_page:
            message = self.waiting.pop(0)
            self.hear_server(message)
            self.to_page.send(message)
            self.page.wait_for_timeout(5)
        self.waiting = None


def _told(frame: str | bytes) -> dict[str, Any]:
    """Return what a message of the server tells the Lab; nothing if it is for others."""
    element = ForwardMsg.FromString(_bytes(frame)).delta.new_element
    component = element.bidi_component
    if element.WhichOneof("type") == "bidi_component" and component.id.endswith(f"-{COMPONENT}"):
        return json.loads(component.json)[0]
    return {}


def _bytes(frame: str | bytes) -> bytes:
    return frame.encode() if isinstance(frame, str) else frame
