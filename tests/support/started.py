"""A server of the lab, started by a command, on a port that nobody uses."""

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

START_SECONDS = 60  # a busy machine needs ten for the first start
HERE_ONLY = ("--server.address", "127.0.0.1")
open_url = build_opener(ProxyHandler({})).open
"""Opens an address of this computer, whatever proxy the machine has."""


@contextmanager
def started(
    command: Sequence[str],
    folder: Path,
    log: Path,
    options: Sequence[str] = HERE_ONLY,
    env: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Start a server in a folder, yield its address and end it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with log.open("w") as out:
        process = subprocess.Popen(
            [*command, "--server.port", str(port), *options], cwd=folder, env=env, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        wait_for_health(address, process, log)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for_health(address: str, process: subprocess.Popen, log: Path) -> None:
    """Wait until the server says that it is well; unknown paths answer 200 as well, so read the body."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with open_url(f"{address}/_stcore/health", timeout=5) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            pass
        time.sleep(0.2)
    pytest.fail(f"The server did not start within {START_SECONDS} s:\n{log.read_text()}", pytrace=False)
