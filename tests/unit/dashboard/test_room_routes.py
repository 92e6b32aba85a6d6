"""Rooms over HTTP: what is taken, what is refused in a sentence, and the page of pupils."""

import asyncio
import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.applications import Starlette

from sim.browser import offline
from sim.dashboard.room_routes import MOST_BYTES, room_routes
from sim.lessons.open_rooms import Rooms

JSON = {"content-type": "application/json"}


class Client:
    """Asks an application without a network."""

    def __init__(self, base: str = "") -> None:
        self.app = Starlette(routes=room_routes(base, Rooms()))

    def ask(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and body; with a body it is a POST."""
        told: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body or b"", "more_body": False}

        async def send(message: Any) -> None:
            told.append(message)

        path, _, query = path.partition("?")
        scope = {
            "type": "http", "method": "GET" if body is None else "POST", "path": path, "raw_path": path.encode(),
            "query_string": query.encode(), "root_path": "", "scheme": "http", "http_version": "1.1",
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
            "client": ("10.0.0.1", 1), "server": ("testserver", 80),
        }  # fmt: skip
        with ThreadPoolExecutor(1) as apart:  # of a browser's loop, where such tests ran before
            apart.submit(asyncio.run, self.app(scope, receive, send)).result()
        headers = {name.decode(): value.decode() for name, value in told[0]["headers"]}
        return told[0]["status"], headers, b"".join(message.get("body", b"") for message in told[1:])

    def post(self, path: str, what: Any) -> tuple[int, Any]:
        status, _, body = self.ask(path, json.dumps(what).encode(), **JSON)
        return status, json.loads(body)


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.fixture
def room(client: Client) -> dict[str, str]:
    return client.post("/rooms", {"lesson": "tablets"})[1]


def test_a_class_goes_through_a_room(client: Client, room: dict[str, str]) -> None:
    at = f"/rooms/{room['letters'].lower()}"
    seat = {"ticket": "00000001", "record": {"at": 0, "answers": {}}}
    assert client.post(f"{at}/join", seat)[1]["seat"] == {"colour": "red", "animal": "cat"}
    told = client.post(f"{at}/record", {**seat, "record": {"at": 1, "answers": {"place": 2}}})
    assert (told[0], told[1]["open"]) == (200, 0)
    assert client.post(f"{at}/steer", {"key": room["key"], "do": "open", "step": 2})[1]["open"] == 2
    status, headers, body = client.ask(at, x_room_ticket="00000001")
    assert (status, headers["cache-control"], json.loads(body)["open"]) == (200, "no-store", 2)
    _, _, body = client.ask(f"{at}/board", x_room_key=room["key"])
    board = json.loads(body)
    assert board["answers"] == {"place": [[0, 2]]}
    same = f"{at}/board?version={board['state']['version']}"
    assert client.ask(same, x_room_key=room["key"])[0::2] == (204, b"")
    assert client.ask(f"{at}/board?version=x", x_room_key=room["key"])[0] == 200


@pytest.mark.parametrize(("path", "what", "status"), [
    ("/rooms", {"lesson": "none"}, 400), ("/rooms/ZZZZ/join", {"ticket": "00000001"}, 404),
    ("/rooms/LETTERS/steer", {"key": "wrong", "do": "end"}, 403),
    ("/rooms/LETTERS/record", {"ticket": "00000001"}, 404),
    ("/rooms/LETTERS/join", {"ticket": "00000001", "record": 1}, 400), ("/rooms/qr", {"address": "ftp://x"}, 400),
    ("/rooms/qr", {"address": "http://x/" + "a" * 500}, 400), ("/rooms/qr", {}, 400),
])  # fmt: skip
def test_what_cannot_be_is_said_in_one_sentence(
    client: Client, room: dict[str, str], path: str, what: dict, status: int
) -> None:
    found, told = client.post(path.replace("LETTERS", room["letters"]), what)
    assert (found, told.get("unknown", False)) == (status, status == 404)
    assert told["error"].endswith(".")


@pytest.mark.parametrize("body", [
    b"", b"[]", b"1", b"{", b"\xff", b'{"lesson": "\\ud800"}', b'{"lesson": NaN}', b'{"lesson": 1e999}',
    b"[" * 4000, b'{"lesson": "' + b"x" * MOST_BYTES + b'"}',
])  # fmt: skip
def test_a_body_that_is_no_small_json_object_is_refused(client: Client, body: bytes) -> None:
    status, _, told = client.ask("/rooms", body, **JSON)
    assert status == 400
    assert json.loads(told)["error"].startswith("Invalid body")


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_strangers_page_can_send_without_asking_is_refused(client: Client, kind: str) -> None:
    status, headers, told = client.ask("/rooms", b'{"lesson": "tablets"}', content_type=kind)
    assert (status, json.loads(told)["error"]) == (400, f"Invalid content-type '{kind}'. Must be application/json.")
    assert "access-control-allow-origin" not in headers


def test_a_flood_is_refused_as_one(client: Client, room: dict[str, str]) -> None:
    statuses = {client.ask(f"/rooms/{room['letters']}", x_room_ticket="00000009")[0] for _ in range(400)}
    assert statuses == {404, 429}


def test_an_address_becomes_a_qr_code(client: Client) -> None:
    status, headers, body = client.ask("/rooms/qr", b'{"address": "http://192.168.1.20:8501/join#room=HTRM"}', **JSON)
    assert (status, headers["content-type"], body[:4]) == (200, "image/svg+xml", b"<svg")


def test_pupils_get_their_page_packed_and_only_once(client: Client) -> None:
    page = offline.join_html().encode()
    status, headers, body = client.ask("/join", accept_encoding="gzip, br")
    assert (status, gzip.decompress(body), headers["content-encoding"]) == (200, page, "gzip")
    assert client.ask("/join")[2] == page
    again = client.ask("/join", accept_encoding="gzip", if_none_match=f"W/{headers['etag']}")
    assert again[0::2] == (304, b"")


def test_below_a_base_path_all_of_it_is_there() -> None:
    client = Client("/school/lab/")
    assert client.ask("/school/lab/join")[0] == 200
    assert client.post("/school/lab/rooms", {"lesson": "tablets"})[0] == 200
    assert client.ask("/join")[0] == 404


def test_the_pupils_page_may_ask_its_own_server_and_nobody_else_and_holds_no_notes_for_teachers() -> None:
    page = offline.join_html()
    policy = page.split('Content-Security-Policy" content="')[1].split('"')[0]
    assert policy.endswith("form-action 'none'; connect-src 'self'")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "LESSON_NOTES" not in page
    assert len(gzip.compress(page.encode())) < 140_000
