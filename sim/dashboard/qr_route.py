"""
QR codes for the browser: ``POST rooms/qr`` with an address as JSON answers its picture. It keeps nothing.
"""

import json

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sim.figures import qr
from sim.model.invalid import invalid

LONGEST = 500
"""Of an address: a room's has some hundred letters."""
LONGEST_BODY = 4 * LONGEST
HINT = "Must be a text that begins with http:// or https://, of at most {most} letters."


async def qr_code(request: Request) -> Response:
    """Answer the QR code of an address as SVG, or 400 and what is wrong with it."""
    try:
        return Response(qr.svg(await _address(request)), media_type="image/svg+xml")
    except ValueError as error:
        return PlainTextResponse(str(error), status_code=400)


async def _address(request: Request) -> str:
    """Return the address that a request asks for."""
    rule = HINT.format(most=LONGEST)
    # Pages of strangers cannot send JSON without asking first, and nobody answers them.
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise invalid("content type", request.headers.get("content-type", ""), "Must be application/json.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            raise invalid("address", f"of more than {LONGEST_BODY} bytes", rule)
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        raise invalid("request", "", "Must be JSON.") from None
    address = given.get("address") if isinstance(given, dict) else None
    if not isinstance(address, str) or len(address) > LONGEST or not address.startswith(("http://", "https://")):
        raise invalid("address", str(address)[:60], rule)
    return address
