"""
A page served as the README serves it, and what its process has used: read from /proc, so Linux only.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

START_SECONDS = 60  # a busy machine needs ten for the first start


@dataclass(frozen=True)
class Server:
    """A running server: where it listens and which process it is."""

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
def serving(script: Path, root: Path) -> Iterator[Server]:
    """Serve a script from the root of the project, whose settings every page gets, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command, cwd=root, stdout=log, stderr=subprocess.STDOUT)
        try:
            server = Server(f"127.0.0.1:{port}", process.pid)
            _wait_for_health(server, process)
            yield server
        except BaseException:
            log.seek(0)
            print(f"The server of {script.name} said:\n{log.read()[-4000:]}", file=sys.stderr)
            raise
        finally:
            _end(process)


def _wait_for_health(server: Server, process: subprocess.Popen) -> None:
    """Wait until the server says that it is well; unknown paths answer 200 as well, so read the body."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            with urlopen(f"http://{server.address}/_stcore/health", timeout=5) as answer:
                if answer.read() == b"ok":
                    return
        except OSError:
            pass
        time.sleep(0.2)
    raise RuntimeError(f"The server did not start within {START_SECONDS} s.")


def _end(process: subprocess.Popen) -> None:
    """End a server, by force if it does not listen."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
