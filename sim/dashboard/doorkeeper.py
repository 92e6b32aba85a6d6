"""
Whom the server lets in, and what it says when it starts.
"""

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sim.cli.terminal import SCRIPT
from sim.session.lab_address import ENVIRONMENT, Option, given_address
from sim.session.own_address import means_this_machine
from sim.text.sentences import APP_NAME

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Server = Callable[[Message, Receive, Send], Awaitable[None]]

EVERYWHERE = ("0.0.0.0", "::")
"""What a server listens on that every device of the network can reach."""
NOT_FOUND = "this computer's address in the network was not found; is it connected?"
HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    # The address holds the settings of whoever looks; the study behind a link need not know them.
    (b"referrer-policy", b"same-origin"),
)
"""Goes with every answer. No frame-ancestors: teachers may show the lab inside their own pages."""


@dataclass(frozen=True)
class Doorkeeper:
    """
    Refuse pages of strangers before Streamlit looks at them.

    Streamlit would look up whether a strange origin is this computer's public address: it asks a server on the
    internet, and every session waits meanwhile. Whatever is let in here comes without a strange origin.
    """

    app: Server
    option: Option

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Let a request in or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        host, origin = headers.get(b"host", ""), headers.get(b"origin")
        fault = unknown_host(host, self.option)
        if scope["type"] == "websocket" and origin is not None:
            fault = fault or unknown_origin(origin, host, self.option)
            scope = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"origin"]}
        if fault:
            return await refuse(scope, send, fault)

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *HEADERS]}
            await send(message)

        return await self.app(scope, receive, answer)


async def refuse(scope: Message, send: Send, fault: str) -> None:
    """Answer 403 with one sentence; a websocket is closed before it opens, its sentence goes to the terminal."""
    if scope["type"] == "websocket":
        logging.getLogger(__name__).warning("%s", fault)
        return await send({"type": "websocket.close", "code": 1008})
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *HEADERS]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": fault.encode()})


def unknown_host(host: str, option: Option) -> str:
    """
    Return what is wrong with the name a visitor used for this server, or nothing.

    A stranger's page can give its own name the address of this computer (DNS rebinding) and would then count as the
    server's own. A server for this computer only knows its names; a class may come by any.

    Examples
    --------
    >>> unknown_host("evil.example:8501", {"server.address": "localhost"}.get)
    "Invalid host 'evil.example:8501'. Must be localhost, or named with --server.allowedHosts."
    >>> unknown_host("[::1]:8501", {"server.address": "localhost"}.get)
    ''
    """
    if not host or option("server.allowedHosts") or not only_here(option("server.address")):
        return ""  # what is named in allowedHosts is Streamlit's to check
    if means_this_machine(host_name(f"//{host}")):
        return ""
    return f"Invalid host {host!r}. Must be localhost, or named with --server.allowedHosts."


def unknown_origin(origin: str, host: str, option: Option) -> str:
    """
    Return what is wrong with the page that a visitor comes from, or nothing.

    Examples
    --------
    >>> options = {"server.enableCORS": True, "server.corsAllowedOrigins": ["https://lab.school.example"]}
    >>> unknown_origin("http://evil.example", "192.168.1.20:8501", options.get)
    "Invalid origin 'http://evil.example'. Must be this server, or named with --server.corsAllowedOrigins."
    >>> unknown_origin("https://lab.school.example", "127.0.0.1:8501", options.get)
    ''
    """
    named = {host_name(each.strip()) for each in option("server.corsAllowedOrigins") or ()}
    named.add((option("browser.serverAddress") or "localhost").lower())
    name = host_name(origin)
    if not option("server.enableCORS") or origin.rpartition("://")[2] == host:
        return ""
    if name and (name in named or means_this_machine(name)):
        return ""
    return f"Invalid origin {origin!r}. Must be this server, or named with --server.corsAllowedOrigins."


def host_name(url: str) -> str:
    """
    Return the host of an address in small letters, empty if there is none.

    Examples
    --------
    >>> [host_name(url) for url in ("http://Lab.example:8501", "//[::1]:8501", "null", "http://[")]
    ['lab.example', '::1', '', '']
    """
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def only_here(address: str | None) -> bool:
    """
    Tell whether a server that listens there can be reached from its own computer only.

    Examples
    --------
    >>> [only_here(address) for address in ("localhost", "::1", "0.0.0.0", "::", "192.168.1.20", None)]
    [True, True, False, False, False, False]
    """
    return address is not None and means_this_machine(address) and address not in EVERYWHERE


def own_url(option: Option, host: str | None = None) -> str:
    """
    Return the address of the page on a host, by default the one for this computer.

    Examples
    --------
    >>> own_url({"server.port": 8501, "server.address": "0.0.0.0"}.get)
    'http://localhost:8501'
    """
    listens = option("server.address")
    host = str(host or ("localhost" if listens in (None, *EVERYWHERE) else listens))
    scheme = "https" if option("server.sslCertFile") else "http"
    place = f"[{host}]" if ":" in host else host
    return f"{scheme}://{place}:{option('server.port')}/{(option('server.baseUrlPath') or '').strip('/')}".rstrip("/")


def welcome(option: Option, own: str | None, *, contained: bool = False) -> str:
    """
    Return what the terminal shows when the server is there.

    `own` is this computer's address in the network; in a container only this computer knows it.
    """
    given, wrong = given_address(option)
    lines = [APP_NAME, f"On this computer:  {own_url(option)}", _class_line(option, own, given, contained)]
    return "\n" + "".join(f"  {line}\n" for line in [*lines, "To stop it:        Ctrl+C", *wrong])


def _class_line(option: Option, own: str | None, given: str, contained: bool) -> str:
    """Return where a class finds the page, or how it could."""
    listens = option("server.address")
    if only_here(listens) and not given:
        return f"For a class:       stop it and start it with {SCRIPT} --class"
    host = own if listens in (None, *EVERYWHERE) else listens
    if not given and contained and host == own:
        return f"For the class:     not known in a container; set the environment variable {ENVIRONMENT}"
    return f"For the class:     {given or (own_url(option, host) if host else NOT_FOUND)}"
