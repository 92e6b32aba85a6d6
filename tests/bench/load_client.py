"""
A reader without a browser: a websocket client that says what a browser would say to Streamlit.

Like a browser it sends the state of every widget on the page with every change, reruns only the
fragment a widget belongs to, and speaks for the Lab as the browser part of its component does: all that was changed
and not yet heard, under a number that grows. Without a Lab, on the empty page, it moves sliders.
The messages are Streamlit's own, which are not public: a new release may need changes here.
"""

import asyncio
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

COMPONENT, STATE = "lab", "said"
PATIENCE = 30.0  # s until a rerun counts as failed


@dataclass
class Rerun:
    """What came back for one change: how long it took, how much was sent."""

    seconds: float = 0.0
    received: int = 0


@dataclass
class Session:
    """One open page and what its browser would know."""

    socket: ClientConnection
    address: str
    query: str = ""
    page: str = ""
    states: dict[str, WidgetState] = field(default_factory=dict)
    fragments: dict[str, str] = field(default_factory=dict)
    settings: dict[str, float] = field(default_factory=dict)
    said: dict[str, float] = field(default_factory=dict)
    n: int = 0
    told: dict[str, Any] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    name: str = ""
    identity: str = ""

    async def change(self, settings: Mapping[str, float]) -> Rerun:
        """
        Change settings, as one message, and wait until the page has followed.

        Raises
        ------
        RuntimeError
            If the Lab of this session has not heard it, or holds other settings.
        """
        done = await self.rerun(self._say(settings))
        if self.has(COMPONENT):
            heard, held = (self.told["life"], self.told["heard"]), self.told["session"]["scenario"]
            if heard != (self.identity, self.n) or not self.settings.items() <= held.items():
                raise RuntimeError(f"Said {self.n}, {self.settings}; heard {heard}, {held}.")
            self.said.clear()
        return done

    async def say(self, settings: Mapping[str, float]) -> None:
        """Change settings and do not wait for an answer."""
        await self.socket.send(self._request(self._say(settings)).SerializeToString())

    async def ask(self, what: str, which: str) -> Rerun:
        """Ask for a page ("go") or a panel ("open"), as the menu of the Lab does."""
        return await self.rerun(self._say({}, [self.n + 1, what, which]))

    async def answer(self, request: str, patience: float) -> None:
        """Wait until a file that was asked for is made."""
        async with asyncio.timeout(patience):
            while True:
                message = ForwardMsg.FromString(await self.socket.recv(decode=False))
                response = message.backend_operation_response
                if message.WhichOneof("type") == "backend_operation_response" and response.request_id == request:
                    if response.error_msg:
                        raise RuntimeError(f"The file was not made: {response.error_msg}")
                    return

    async def rerun(self, fragment: str = "") -> Rerun:
        """Run the page or one fragment of it."""
        done, start = Rerun(), time.perf_counter()
        await self.socket.send(self._request(fragment).SerializeToString())
        await asyncio.wait_for(self._follow(done, fragment), PATIENCE)
        done.seconds = time.perf_counter() - start
        return done

    def has(self, key: str) -> bool:
        """Tell whether the page has a widget with this key."""
        return any(name.endswith(f"-{key}") for name in self.fragments)

    def _say(self, settings: Mapping[str, float], *asked: list[Any]) -> str:
        """Put sliders or the Lab to these values; return the fragment that runs for it, empty for the page."""
        if not self.has(COMPONENT):
            for key, value in settings.items():
                self.states[self._id(key)].double_array_value.data[:] = [value]
            return self.fragments[self._id(next(iter(settings)))]
        self.n += 1
        self.said.update(settings)
        self.settings.update(settings)
        name, said = self._id(COMPONENT), {"life": self.identity, "n": self.n, "changed": self.said, "asked": asked}
        self.states[name] = WidgetState(id=name, json_value=json.dumps({STATE: said}))
        return self.fragments[name]

    def _id(self, key: str) -> str:
        """Return the id of the widget with this key."""
        return next(name for name in self.fragments if name.endswith(f"-{key}"))

    def _request(self, fragment: str) -> BackMsg:
        """Return the message that asks for a rerun."""
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash, run.fragment_id = self.query, self.page, fragment
        run.page_name = "" if self.page else self.name
        run.widget_states.widgets.extend(self.states.values())
        about = run.context_info
        about.timezone, about.timezone_offset, about.locale, about.color_scheme = "UTC", 0, "en-US", "light"
        about.url, about.is_embedded = f"{self.address}/", False
        return message

    async def _follow(self, done: Rerun, fragment: str) -> None:
        """Take messages until the run is finished."""
        drawn: set[str] = set()
        while True:
            data = await self.socket.recv(decode=False)
            done.received += len(data)
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self._take(message.delta.new_element, message.delta.fragment_id, drawn)
            elif kind == "page_info_changed":
                self.query = message.page_info_changed.query_string
            elif kind == "new_session" and not self.page:
                self.page = message.new_session.page_script_hash
                self.identity = message.new_session.initialize.session_id
            elif kind == "navigation":
                self.page = message.navigation.page_script_hash
            elif kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise RuntimeError("The page has an error in its code.")
                if not fragment:  # what a whole run has not drawn is gone from the page
                    self.states = {name: state for name, state in self.states.items() if name in drawn}
                return

    def _take(self, element: Any, fragment: str, drawn: set[str]) -> None:
        """Note what an element shows and, of a widget, the state it starts with or is given."""
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(f"The page shows an error: {element.exception.message}")
        shown = getattr(element, kind) if kind else None
        name = getattr(shown, "id", "")
        if not name:
            return
        if file := getattr(shown, "deferred_file_id", ""):
            self.files.append(file)
        drawn.add(name)
        self.fragments[name] = fragment
        if kind == "bidi_component" and name.endswith(f"-{COMPONENT}"):
            (self.told,) = json.loads(element.bidi_component.json)
        if name not in self.states or getattr(shown, "set_value", False):
            state = first_state(kind, shown)
            if state is not None:
                self.states[name] = state


def first_state(kind: str, shown: Any) -> WidgetState | None:
    """Return what a browser says of a widget just drawn; None for what says nothing until it is pressed."""
    given = getattr(shown, "set_value", False)
    state = WidgetState(id=shown.id)
    if kind == "slider":
        state.double_array_value.data.extend(shown.value if given else shown.default)
    elif kind == "checkbox":
        state.bool_value = shown.value if given else shown.default
    elif kind == "selectbox":
        state.string_value = shown.raw_value if given else shown.options[shown.default]
    else:
        return None
    return state


async def open_page(address: str, query: str = "", page: str = "") -> tuple[Session, Rerun]:
    """Open a page as a link with this query does, the first one if no other is named; return session and first run."""
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    # Without pings: a server that is too slow to answer them should be told slow, not gone.
    socket = await connect(stream, subprotocols=[Subprotocol("streamlit")], max_size=None, ping_interval=None)
    session = Session(socket, address, query, name=page)
    return session, await session.rerun()
