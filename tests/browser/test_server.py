"""What a server of the lab listens on, whom it lets in, and that it asks nobody outside."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext
from support.served import STREAMLIT, open_url, started
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from sim.session.lab_address import ENVIRONMENT

ROOT = Path(__file__).parents[2]
# Python tells this hook of every name looked up, connection opened and packet sent. Connecting a UDP socket sends
# nothing: it only chooses which of the computer's own addresses would be used.
WITNESS = """
import os, socket, sys
def witness(event, arguments):
    if event in ("socket.connect", "socket.sendto"):
        peer = arguments[1]
        if event == "socket.connect" and arguments[0].type & 15 == socket.SOCK_DGRAM or not isinstance(peer, tuple):
            return
        host = peer[0]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    host = host.decode() if isinstance(host, bytes) else host
    if host and host not in ("localhost", "::1", "0.0.0.0", "::") and not host.startswith("127."):
        with open(os.environ["WITNESS"], "a") as out:
            print(event, host, file=out)
sys.addaudithook(witness)
"""


class Proxy:
    """A proxy that forwards nothing and notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                visitor, _ = self.door.accept()
            except OSError:
                return
            with visitor:
                self.asked.append(visitor.recv(4096).decode("latin-1").partition("\r\n")[0])
                visitor.sendall(b"HTTP/1.1 503 Closed\r\nContent-Length: 0\r\n\r\n")


@dataclass
class Watched:
    """A server with a witness of all that leaves it."""

    address: str
    options: tuple[str, ...]
    proxy: Proxy
    notes: Path
    log: Path

    def left(self) -> list[str]:
        """Return what has left this computer, or tried to."""
        return self.proxy.asked + self.notes.read_text().splitlines()


@pytest.fixture(scope="module", params=[(), ("--server.address", "0.0.0.0")], ids=["as it is", "for a class"])
def watched(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """Start the page as the README does; nothing it asks for gets out."""
    folder = tmp_path_factory.mktemp("watched")
    (folder / "sitecustomize.py").write_text(WITNESS)
    notes, log, proxy = folder / "notes.txt", folder / "log.txt", Proxy()
    notes.touch()
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY"), proxy.url)
    kept = {name: value for name, value in os.environ.items() if name.lower() not in ("no_proxy", ENVIRONMENT.lower())}
    env = {**kept, **proxies, "PYTHONPATH": str(folder), "WITNESS": str(notes)}
    with started([*STREAMLIT, "app.py"], ROOT, log, request.param, env) as server:
        yield Watched(server.address, request.param, proxy, notes, log)
    proxy.door.close()


def knock(address: str, origin: str | None, name: str = "127.0.0.1") -> int:
    """Open a websocket as a page of that origin would, by a name for this computer; return the answer's status."""
    port = int(address.rpartition(":")[2])
    line = socket.create_connection(("127.0.0.1", port), timeout=30)
    headers = {"Origin": origin} if origin else {}
    try:
        with connect(f"ws://{name}:{port}/_stcore/stream", sock=line, additional_headers=headers) as opened:
            return opened.response.status_code if opened.response else 0
    except InvalidStatus as error:
        return error.response.status_code


def answers(host: str, address: str) -> bool:
    """Tell whether the server answers at another name of this computer."""
    try:
        socket.create_connection((host, int(address.rpartition(":")[2])), timeout=5).close()
    except OSError:
        return False
    return True


def test_nothing_leaves_at_a_start_a_visit_or_a_strangers_knock(watched: Watched) -> None:
    with open_url(watched.address) as answer:
        assert answer.status == 200
    assert knock(watched.address, watched.address) == 101
    assert knock(watched.address, None) == 101
    assert knock(watched.address, "http://evil.example") == 403
    assert knock(watched.address, "null") == 403
    assert watched.left() == []


def test_nothing_leaves_when_a_browser_visits(watched: Watched, context: BrowserContext) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{watched.address}/class")  # a fresh server's first visit may be to any page
    page.get_by_role("heading", name="Class room").wait_for()
    assert page.get_by_text("does not seem to exist").count() == 0
    page.goto(watched.address)
    page.locator(".lab[data-ready=yes]").wait_for()
    page.close()
    assert {url for url in asked if not url.startswith((watched.address, "data:", "blob:"))} == set()
    assert watched.left() == []


def test_the_witness_notes_what_would_leave(tmp_path: Path) -> None:
    """Else the tests above could not fail."""
    (tmp_path / "sitecustomize.py").write_text(WITNESS)
    code = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))"
    env = {**os.environ, "PYTHONPATH": str(tmp_path), "WITNESS": str(tmp_path / "notes.txt")}
    subprocess.run([sys.executable, "-c", code], env=env, capture_output=True)
    assert (tmp_path / "notes.txt").read_text() == "socket.sendto 192.0.2.1\n"


@pytest.mark.skipif(sys.platform != "linux", reason="Only Linux gives a computer more than one address of its own")
def test_it_listens_for_this_computer_only_unless_told_otherwise(watched: Watched) -> None:
    assert answers("127.0.0.1", watched.address)
    assert [answers(host, watched.address) for host in ("127.0.0.2", "::1")] == [bool(watched.options), False]


def test_a_name_of_a_strangers_choice_is_no_way_in_unless_a_class_is_served(watched: Watched) -> None:
    port = watched.address.rpartition(":")[2]
    status = knock(watched.address, f"http://evil.example:{port}", "evil.example")
    assert status == (101 if watched.options else 403)
    assert watched.left() == []


def test_the_terminal_says_where_the_page_is_and_no_more(watched: Watched) -> None:
    said = watched.log.read_text()
    port = watched.address.rpartition(":")[2]
    assert f"On this computer:  http://localhost:{port}\n" in said
    assert ("For the class:" in said) == bool(watched.options)
    assert "External" not in said and "Traceback" not in said
