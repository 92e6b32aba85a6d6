"""A server of the lab, started by a command on a port that nobody uses, and what its process has used."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import ProxyHandler, build_opener

START_SECONDS = 60  # a busy machine needs ten for the first start
HERE_ONLY = ("--server.address", "127.0.0.1")
STREAMLIT = (sys.executable, "-m", "streamlit", "run")
open_url = build_opener(ProxyHandler({})).open
"""Opens an address of this computer, whatever proxy the machine has."""


@dataclass(frozen=True)
class Server:
    """A running server: where it listens and which process it is. What it has used is read from /proc: Linux only."""

    address: str
    pid: int

    def cpu_seconds(self) -> float:
        """Return the processor time the server has used, in all its threads; it counts in steps of 10 ms."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        user, system = fields[11:13]  # the 14th and 15th of the line; what stands before ")" is cut off
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Return the memory the server holds. [MB]"""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        if not found:
            raise RuntimeError(f"No VmRSS in the status of process {self.pid}: {status}")
        return int(found[1]) / 1024


@contextmanager
def started(
    command: Sequence[str],
    folder: Path,
    log: Path,
    options: Sequence[str] = HERE_ONLY,
    env: Mapping[str, str] | None = None,
    port: int = 0,
) -> Iterator[Server]:
    """Start a server in a folder, yield it and end it; if the block fails, tell what the server has said."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = port or free.getsockname()[1]
    with log.open("w") as out:
        process = subprocess.Popen(
            [*command, "--server.port", str(port), *options], cwd=folder, env=env, stdout=out, stderr=subprocess.STDOUT
        )
    server = Server(f"http://127.0.0.1:{port}", process.pid)
    try:
        _wait_for_health(server, process)
        yield server
    except BaseException:
        print(f"The server said:\n{log.read_text()[-4000:]}", file=sys.stderr)
        raise
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def serving(script: Path, root: Path) -> Iterator[Server]:
    """Serve a script from the root of a project, whose settings every page gets, until the block ends."""
    with TemporaryDirectory() as folder, started([*STREAMLIT, str(script)], root, Path(folder) / "log.txt") as server:
        yield server


def _wait_for_health(server: Server, process: subprocess.Popen) -> None:
    """Wait until the server says that it is well; unknown paths answer 200 as well, so read the body."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with open_url(f"{server.address}/_stcore/health", timeout=5) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"The server did not start within {START_SECONDS} s.")
