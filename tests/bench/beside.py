"""
A hostile client beside a class: it saves pictures for print, or changes without pause.

Bounded in count and time, and only ever pointed at a server that this bench has started itself.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine

from load_client import Session, open_page
from streamlit.proto.BackMsg_pb2 import BackMsg
from support.served import Server

CLIENTS = 30
CHANGES_A_SECOND = 165
AT_ONCE = 6  # what a browser asks of one server at a time
LINK = "calcium=1000&vitamin_d=800&vitamin_k2=100&years=10&lens=story&link=4"

Hostile = Callable[[Server, float], Coroutine[None, None, int]]


async def pictures(server: Server, end: float) -> int:
    """Save pictures for print, several at once; return how many were made."""
    made = await asyncio.gather(*(_picture_after_picture(server, number, end) for number in range(AT_ONCE)))
    return sum(made)


async def _picture_after_picture(server: Server, number: int, end: float) -> int:
    """Save the map of one setting after the other as PNG."""
    session, _ = await open_page(server.address, LINK.replace("=800", f"={800 + 100 * number}"), page="map")
    made = 0
    while time.monotonic() < end:
        await _save(session, str(made), end)
        made += 1
    await session.socket.close()
    return made


async def _save(session: Session, request: str, end: float) -> None:
    """Ask for the first file of the page, which is a PNG, and wait until it is made."""
    message = BackMsg()
    asked = message.backend_operation_request
    asked.request_id, asked.session_id, asked.deferred_file.file_id = request, session.identity, session.files[0]
    await session.socket.send(message.SerializeToString())
    await session.answer(request, max(end - time.monotonic(), 0) + 30)


async def changes(server: Server, end: float) -> int:
    """Send changes of one slider without waiting for answers; return how many were sent."""
    session, _ = await open_page(server.address)
    reading = asyncio.create_task(_forget(session))
    start, sent = time.monotonic(), 0
    while time.monotonic() < end and not reading.done():
        await session.say({"vitamin_k2": 5.0 * (sent % 101)})
        sent += 1
        await asyncio.sleep(max(start + sent / CHANGES_A_SECOND - time.monotonic(), 0))
    reading.cancel()
    await session.socket.close()
    return sent


async def _forget(session: Session) -> None:
    """Take what the server sends and look at none of it."""
    async for _ in session.socket:
        pass


BESIDE: dict[str, Hostile] = {"pictures": pictures, "changes": changes}
"""By name on the command line; each takes the server and when to end, by the clock of `time.monotonic`."""
