"""Which address is offered to a class, and its QR code."""

import socket
import xml.etree.ElementTree as xml
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.for_each import for_each

from sim import Scenario
from sim.export.images import image_bytes
from sim.figures.qr import QUIET, code, modules, svg
from sim.figures.qr_sheet import qr_figure
from sim.session.link import to_query
from sim.session.own_address import (
    HOW_TO_FIND,
    IN_A_CONTAINER,
    LONGEST,
    START_FOR_ALL,
    in_container,
    offer,
    own_address,
)

OWN = "192.168.1.20"
QUERY = "?calcium=2000&vitamin_k2=10"
LAB = f"http://{OWN}:8501/{QUERY}"


@for_each("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.8.8.8", "[::1]", "0.0.0.0"])
def test_instead_of_this_machine_alone_the_network_address_is_offered(host: str) -> None:
    shared = offer(f"http://{host}:8501/{QUERY}", OWN)
    assert shared.address == LAB
    assert len(shared.notices) == 1
    assert OWN in shared.notices[0]


@for_each("address", [LAB, "https://lab.school.example/lessons?lens=story", "http://[fd00::7]:8501/"])
def test_an_address_that_others_can_open_stays_as_it_is(address: str) -> None:
    assert offer(address, OWN, "127.0.0.1") == offer(address, None)
    assert offer(address, OWN).address == address
    assert offer(address, OWN).notices == ()


def test_without_a_network_it_is_said_where_to_find_the_address() -> None:
    shared = offer(f"http://localhost:8501/{QUERY}", None)
    assert shared.address == f"http://localhost:8501/{QUERY}"
    assert "Phones cannot open localhost" in shared.notices[0]
    assert shared.notices[1:] == (HOW_TO_FIND,)


@for_each("own", [None, "127.0.0.1", "169.254.7.7", "172.17.0.2"])
def test_an_own_address_that_no_phone_reaches_is_not_offered(own: str | None) -> None:
    shared = offer(f"http://localhost:8501/{QUERY}", own)
    assert not shared.reachable
    assert shared.address == f"http://localhost:8501/{QUERY}"
    assert shared.notices[1:] == (HOW_TO_FIND,)


@for_each("host", ["localhost", "172.17.0.2", "172.18.0.3"])
def test_a_server_in_a_container_claims_no_address_of_its_own(host: str) -> None:
    shared = offer(f"http://{host}:8501/{QUERY}", "172.18.0.3", contained=True)
    assert not shared.reachable
    assert f"Phones cannot open {host}: " in shared.notices[0]
    assert shared.notices[1:] == (IN_A_CONTAINER,)


@for_each("host", [OWN, "172.18.0.9", "lab.school.example"])
def test_an_address_by_which_others_came_is_good_in_a_container_too(host: str) -> None:
    shared = offer(f"http://{host}:8501/{QUERY}", "172.18.0.3", contained=True)
    assert (shared.address, shared.notices, shared.reachable) == (f"http://{host}:8501/{QUERY}", (), True)


@for_each("host", ["localhost:8501", "172.17.0.2:8501", "10.0.0.9", "lab.example/old"])
def test_an_address_that_was_given_wins(host: str) -> None:
    shared = offer(f"http://{host}/lessons{QUERY}", "10.0.0.9", given="https://school.example/lab", contained=True)
    assert (shared.address, shared.notices) == (f"https://school.example/lab/lessons{QUERY}", ())
    assert shared.reachable


def test_a_given_address_that_phones_cannot_open_is_said_to_be_one() -> None:
    shared = offer(f"http://{OWN}:8501/{QUERY}", OWN, given="http://localhost:8501")
    assert not shared.reachable
    assert "Phones cannot open localhost" in shared.notices[0]


@pytest.mark.parametrize(
    ("name", "text", "contained"),
    [
        (".dockerenv", "", True),
        ("run/.containerenv", "", True),
        ("proc/1/cgroup", "0::/kubepods/burstable/pod1", True),
        ("proc/1/cgroup", "12:cpu:/docker/0af3", True),
        ("proc/1/cgroup", "0::/init.scope", False),
        ("etc/hostname", "docker", False),
    ],
)
def test_a_container_is_known_by_its_files(name: str, text: str, contained: bool, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text)
    assert in_container(tmp_path) is contained


@for_each("listens_on", ["localhost", "127.0.0.1", "::1"])
def test_a_server_for_this_computer_only_must_be_started_anew(listens_on: str) -> None:
    assert START_FOR_ALL in offer("http://localhost:8501/", OWN, listens_on).notices


@for_each("listens_on", [None, "", "0.0.0.0", "::", OWN])
def test_a_server_for_all_needs_no_such_advice(listens_on: str | None) -> None:
    assert START_FOR_ALL not in offer("http://localhost:8501/", OWN, listens_on).notices


def test_a_long_link_is_said_to_be_long() -> None:
    short, long = LAB + "x" * (LONGEST - len(LAB)), LAB + "x" * (LONGEST - len(LAB) + 1)
    assert offer(short, OWN).notices == ()
    assert "2,001 letters" in offer(long, OWN).notices[0]


def test_the_own_address_is_read_without_sending_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    class Probe:
        def __init__(self, family: int, kind: int) -> None:
            assert kind == socket.SOCK_DGRAM  # a stream would send a packet to connect

        def __enter__(self) -> "Probe":
            return self

        def __exit__(self, *_: object) -> None:
            calls.append("closed")

        def connect(self, target: tuple[str, int]) -> None:
            assert target[0].startswith("192.0.2.")
            calls.append("connect")

        def getsockname(self) -> tuple[str, int]:
            return OWN, 50_000

    monkeypatch.setattr(socket, "socket", Probe)
    assert own_address() == OWN
    assert calls == ["connect", "closed"]


@pytest.mark.parametrize("answer", [OSError("Network is unreachable"), ("127.0.0.1", 1), ("0.0.0.0", 1)])
def test_without_a_network_there_is_no_own_address(answer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def name(_: socket.socket) -> Any:
        if isinstance(answer, OSError):
            raise answer
        return answer

    monkeypatch.setattr(socket.socket, "connect", lambda *_: None)
    monkeypatch.setattr(socket.socket, "getsockname", name)
    assert own_address() is None


def test_the_code_is_black_on_white_with_a_quiet_zone() -> None:
    black = modules(LAB)
    ring = np.ones_like(black)
    ring[QUIET:-QUIET, QUIET:-QUIET] = False
    assert not black[ring].any()
    # The finder in the corner: a ring of seven black modules.
    assert black[QUIET, QUIET : QUIET + 7].all()
    root = xml.fromstring(svg(LAB))
    assert root.get("viewBox") == f"0 0 {len(black)} {len(black)}"
    looks = [(path.get("fill"), path.get("stroke")) for path in root]
    assert looks == [("#ffffff", None), (None, "#000000")] or looks == [("#fff", None), (None, "#000")]


def test_another_address_gives_another_code() -> None:
    assert svg(LAB) == svg(LAB) != svg(LAB + "0")


def test_a_link_with_every_parameter_changed_still_fits() -> None:
    everything = {name: 0.123456 for name in Scenario().values()}
    names = to_query(Scenario()) | {name: str(value) for name, value in everything.items()}
    assert svg("http://192.168.100.200:8501/lessons?" + "&".join(f"{key}={value}" for key, value in names.items()))


def test_an_address_beyond_every_code_gets_one_sentence() -> None:
    with pytest.raises(ValueError, match=r"Invalid address of 5,000 letters\. This link is too long"):
        svg("x" * 5000)


def test_the_sheet_has_the_address_as_text_and_the_same_bytes_each_time() -> None:
    figure = qr_figure(LAB, Scenario())
    assert LAB in "".join(text.get_text() for text in figure.texts).replace("\n", "")
    first, second = (image_bytes(qr_figure(LAB, Scenario()), "svg", Scenario(), title="QR") for _ in range(2))
    assert first == second


def test_the_sheet_draws_the_modules_of_the_code() -> None:
    black = modules(LAB)
    (ax,) = qr_figure(LAB, Scenario()).axes
    drawn = np.zeros_like(black)
    for y, row in enumerate(ax.collections):
        for path in row.get_paths():
            (left, top), (right, bottom) = path.get_extents().min, path.get_extents().max
            assert (top, bottom) == (y, y + 1)
            drawn[y, int(left) : int(right)] = True
    assert (drawn == black).all()


def test_a_qr_code_can_be_read_with_15_percent_of_it_hidden() -> None:
    assert code(LAB).error in ("M", "Q", "H")
    assert code("x" * 2331).error == "M"  # the most letters of this level: no lower one is taken
    with pytest.raises(ValueError, match="Invalid address of 2,332 letters"):
        code("x" * 2332)
