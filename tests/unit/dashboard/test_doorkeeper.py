"""Whom the doorkeeper lets in, what he hands on, and what the terminal says."""

import logging
from typing import Any

import pytest
from support.for_each import for_each

from sim.dashboard.doorkeeper import Doorkeeper, Message, Receive, Send, welcome
from sim.session.lab_address import ENVIRONMENT

OPTIONS = {
    "server.address": "localhost",
    "server.port": 8501,
    "server.enableCORS": True,
    "server.corsAllowedOrigins": [],
    "server.allowedHosts": [],
    "browser.serverAddress": "localhost",
}
SCHOOL = {"server.corsAllowedOrigins": [" https://Lab.school.example "]}


def visit(kind: str, options: dict[str, Any], **headers: str) -> tuple[list[Message], list[Message]]:
    """Send one request to a door; return what came through to the server and what was answered."""
    came: list[Message] = []
    answers: list[Message] = []

    async def server(scope: Message, receive: Receive, send: Send) -> None:
        came.append(scope)
        await send({"type": "http.response.start", "status": 200, "headers": [(b"etag", b"1")]})

    async def receive() -> Message:
        return {}

    async def send(message: Message) -> None:
        answers.append(message)

    scope = {"type": kind, "headers": [(name.encode(), value.encode()) for name, value in headers.items()]}
    door = Doorkeeper(server, {**OPTIONS, **options}.get)
    with pytest.raises(StopIteration):  # it waits for nothing, so one step is all
        door(scope, receive, send).__await__().send(None)
    return came, answers


def enters(options: dict[str, Any] | None = None, **headers: str) -> bool:
    """Tell whether a websocket gets through the door."""
    came, answers = visit("websocket", options or {}, **headers)
    assert came or answers == [{"type": "websocket.close", "code": 1008}]
    return bool(came)


@for_each("host", ["localhost:8501", "LOCALHOST", "127.0.0.1:8501", "[::1]:8501", "lab.localhost"])
def test_a_page_of_the_server_itself_enters(host: str) -> None:
    assert enters(host=host, origin=f"http://{host}")


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "http://192.168.1.20:8501", "null", "", "http://[", "http://localhost.evil.example"],
)
@pytest.mark.parametrize("address", ["localhost", "0.0.0.0"])
def test_a_page_of_a_stranger_does_not(origin: str, address: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert not enters({"server.address": address}, host="localhost:8501", origin=origin)
    expected = f"Invalid origin {origin!r}. Must be this server, or named with --server.corsAllowedOrigins."
    assert caplog.messages == [expected]


def test_a_page_that_is_named_enters_and_one_that_is_not_does_not() -> None:
    assert enters(SCHOOL, host="127.0.0.1:8501", origin="https://lab.school.example")
    assert enters({"browser.serverAddress": "Lab.example"}, host="127.0.0.1:8501", origin="https://lab.example")
    assert not enters(SCHOOL, host="127.0.0.1:8501", origin="https://evil.example")
    assert enters({"server.enableCORS": False}, host="127.0.0.1:8501", origin="https://evil.example")


def test_streamlit_never_sees_an_origin_because_it_would_ask_outside_about_a_strange_one() -> None:
    came, _ = visit("websocket", SCHOOL, host="127.0.0.1:8501", origin="https://lab.school.example", cookie="a=b")
    assert came[0]["headers"] == [(b"host", b"127.0.0.1:8501"), (b"cookie", b"a=b")]


@for_each("host", ["evil.example:8501", "192.168.1.20:8501", "[", "localhost.evil.example"])
@for_each("address", ["localhost", "127.0.0.1", "::1"])
def test_a_server_for_this_computer_answers_to_its_own_names_only(host: str, address: str) -> None:
    assert not enters({"server.address": address}, host=host, origin=f"http://{host}")
    came, answers = visit("http", {"server.address": address}, host=host)
    assert came == []
    assert answers[0]["status"] == 403
    assert answers[1]["body"].decode().startswith(f"Invalid host {host!r}. Must be localhost")
    assert (b"x-content-type-options", b"nosniff") in answers[0]["headers"]


@for_each("address", ["0.0.0.0", "::", "192.168.1.20", None])
def test_a_server_for_a_class_answers_to_any_name(address: str | None) -> None:
    assert enters({"server.address": address}, host="lab.school.example", origin="https://lab.school.example")


def test_names_in_allowed_hosts_are_left_to_streamlit() -> None:
    assert enters({"server.allowedHosts": ["lab.example"]}, host="lab.example", origin="https://lab.example")


def test_every_answer_is_handed_on_with_the_headers_that_guard_a_visitor() -> None:
    _, answers = visit("http", {}, host="localhost:8501", origin="http://evil.example")
    assert answers[0]["status"] == 200
    guards = [(b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"same-origin")]
    assert answers[0]["headers"] == [(b"etag", b"1"), *guards]


def test_starting_and_stopping_pass_the_door() -> None:
    came, _ = visit("lifespan", {})
    assert came == [{"type": "lifespan", "headers": []}]


@pytest.mark.parametrize(
    ("options", "own", "lines"),
    [
        ({}, "192.168.1.20", ["http://localhost:8501", "stop it and start it with calcium-paradox-lab --class"]),
        ({"server.address": "0.0.0.0"}, "192.168.1.20", ["http://localhost:8501", "http://192.168.1.20:8501"]),
        ({"server.address": "::"}, None, ["http://localhost:8501", "was not found; is it connected?"]),
        ({"server.address": "10.0.0.7"}, "192.168.1.20", ["http://10.0.0.7:8501", "http://10.0.0.7:8501"]),
        ({"server.address": "fd00::7"}, None, ["http://[fd00::7]:8501", "http://[fd00::7]:8501"]),
        (
            {"server.address": "0.0.0.0", "server.sslCertFile": "x", "server.baseUrlPath": "/lab/", "server.port": 443},
            "192.168.1.20",
            ["https://localhost:443/lab", "https://192.168.1.20:443/lab"],
        ),
    ],
)
def test_the_terminal_says_where_the_page_is_for_whom(
    options: dict[str, Any], own: str | None, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    said = welcome({**OPTIONS, **options}.get, own).splitlines()
    assert said[1] == "  Calcium Paradox Lab"
    assert said[2].startswith("  On this computer:") and said[2].endswith(" " + lines[0])
    assert said[3].startswith("  For ") and said[3].endswith(" " + lines[1])


FOR_ALL = {"server.address": "0.0.0.0"}
UNKNOWN = f"not known in a container; set the environment variable {ENVIRONMENT}"


@pytest.mark.parametrize(
    ("options", "given", "contained", "line"),
    [
        (FOR_ALL, "", True, UNKNOWN),
        (FOR_ALL, "http://10.0.0.9:80/lessons", True, "http://10.0.0.9:80"),
        (FOR_ALL, "https://lab.example", False, "https://lab.example"),
        (FOR_ALL, "", False, "http://172.18.0.3:8501"),
        ({"server.address": "10.0.0.7"}, "", True, "http://10.0.0.7:8501"),
        ({}, "https://lab.example", False, "https://lab.example"),  # behind a proxy on this computer
        ({**FOR_ALL, "browser.serverAddress": "lab.example", "browser.serverPort": 80, "server.baseUrlPath": ""}, "",
         True, "http://lab.example:80"),
    ],
)  # fmt: skip
def test_a_class_is_told_the_address_that_was_given_and_never_that_of_a_container(
    options: dict[str, Any], given: str, contained: bool, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, given)
    said = welcome({**OPTIONS, **options}.get, "172.18.0.3", contained=contained).splitlines()
    assert said[3] == f"  For the class:     {line}"
    assert said[4:] == ["  To stop it:        Ctrl+C"]


def test_a_given_address_that_is_none_is_said_in_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, "lab")
    said = welcome({**OPTIONS, **FOR_ALL}.get, "192.168.1.20").splitlines()
    assert said[3].endswith(" http://192.168.1.20:8501")
    assert said[5] == f"  Invalid {ENVIRONMENT} 'lab'. Must begin with http:// or https://."
