"""
Live rooms over HTTP, beside Streamlit's own routes: the page that pupils open, and what it and the board ask for.

`sim.lessons.live_room` says what is asked and answered. Only JSON is taken, which pages of strangers cannot send here
without asking first, and are not allowed to; nothing is written down, neither addresses nor answers.
"""

import asyncio
import gzip
import json
from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sim.browser import offline
from sim.figures import qr
from sim.lessons.live_room import TooMany, Unknown
from sim.lessons.open_rooms import LIFE, Rooms
from sim.model.invalid import invalid, shortened

MOST_BYTES = 4096
"""Of what is sent here."""
LONGEST = 500
"""Of an address that becomes a QR code: a room's has some hundred letters."""
STATUS: Mapping[type[Exception], int] = {ValueError: 400, PermissionError: 403, Unknown: 404, TooMany: 429}
NOT_KEPT = {"cache-control": "no-store"}
Answer = Callable[[Request], Awaitable[Response]]


def room_routes(base: str = "", rooms: Rooms | None = None) -> list[Route]:
    """
    Return the routes below the server's base path.

    Examples
    --------
    >>> [route.path for route in room_routes("/lab/")][:3]
    ['/lab/join', '/lab/rooms', '/lab/rooms/qr']
    """
    rooms = rooms or Rooms()
    at = f"/{base.strip('/')}".rstrip("/")

    async def open_room(request: Request) -> Response:
        opened = rooms.open(await _wish(request), request.client.host if request.client else "")
        asyncio.get_running_loop().call_later(LIFE + 1, rooms.sweep)  # also if nobody asks for anything then
        return _json(opened)

    async def qr_code(request: Request) -> Response:
        address = (await _wish(request)).get("address")
        if not isinstance(address, str) or not address.startswith(("http://", "https://")) or len(address) > LONGEST:
            rule = f"Must be a text that begins with http:// or https://, of at most {LONGEST} letters."
            raise invalid("address", shortened(str(address)), rule)
        return Response(qr.svg(address), media_type="image/svg+xml", headers=NOT_KEPT)

    async def look(request: Request) -> Response:
        return _json(rooms.look(_letters(request), request.headers.get("x-room-ticket", "")))

    async def join(request: Request) -> Response:
        return _json(rooms.join(_letters(request), await _wish(request)))

    async def record(request: Request) -> Response:
        return _json(rooms.record(_letters(request), await _wish(request)))

    async def board(request: Request) -> Response:
        version = request.query_params.get("version", "")
        known = int(version) if version.isdecimal() and len(version) < 16 else -1
        told = rooms.board(_letters(request), request.headers.get("x-room-key", ""), known)
        return Response(status_code=204, headers=NOT_KEPT) if told is None else _json(told)

    async def steer(request: Request) -> Response:
        return _json(rooms.steer(_letters(request), await _wish(request)))

    posted = {
        "": open_room,
        "/qr": qr_code,
        "/{letters}/join": join,
        "/{letters}/record": record,
        "/{letters}/steer": steer,
    }
    asked = {"/{letters}": look, "/{letters}/board": board}
    return [
        Route(f"{at}/join", join_page, methods=["GET"]),
        *(Route(f"{at}/rooms{path}", _in_words(answer), methods=["POST"]) for path, answer in posted.items()),
        *(Route(f"{at}/rooms{path}", _in_words(answer), methods=["GET"]) for path, answer in asked.items()),
    ]


async def join_page(request: Request) -> Response:
    """Answer with the page of pupils, packed once; a browser that has it already asks whether it is still the same."""
    text, packed, tag = _page()
    headers = {"cache-control": "no-cache", "etag": tag, "vary": "accept-encoding"}
    if request.headers.get("if-none-match", "").removeprefix("W/") == tag:
        return Response(status_code=304, headers=headers)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(text, media_type="text/html", headers=headers)
    return Response(packed, media_type="text/html", headers={**headers, "content-encoding": "gzip"})


@cache
def _page() -> tuple[bytes, bytes, str]:
    """Return the page, the same packed, and the mark by which it is known."""
    text = offline.join_html().encode()
    return text, gzip.compress(text, mtime=0), f'"{sha256(text).hexdigest()[:20]}"'


def _in_words(answer: Answer) -> Answer:
    """Return what says in one sentence what cannot be."""

    async def safely(request: Request) -> Response:
        try:
            return await answer(request)
        except tuple(STATUS) as error:
            status = next(status for kind, status in STATUS.items() if isinstance(error, kind))
            unknown = {"unknown": True} if isinstance(error, Unknown) else {}
            return _json({"error": str(error), **unknown}, status)

    return safely


def _letters(request: Request) -> str:
    return request.path_params["letters"].upper()


async def _wish(request: Request) -> Mapping[str, Any]:
    """Return what was sent; raises ValueError if it is no JSON object, or too long."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise invalid("content-type", shortened(kind), "Must be application/json.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise invalid("body", f"{len(body):,} bytes or more", f"Must have at most {MOST_BYTES:,} bytes.")
    try:
        wish = json.loads(body)
        json.dumps(wish, ensure_ascii=False, allow_nan=False).encode()  # what comes can be said again
    except (ValueError, RecursionError):
        wish = None
    if not isinstance(wish, dict):
        raise invalid("body", shortened(body.decode(errors="replace")), "Must be a JSON object.")
    return wish


def _json(told: Mapping[str, Any], status: int = 200) -> JSONResponse:
    return JSONResponse(told, status, headers=NOT_KEPT)
