"""
Firefox and WebKit as a reader has them, driven by the commands of WebDriver; no network, a profile of their own.

Playwright drives builds of its own. Here are those of the system: Firefox answers by Marionette, plain JSON over TCP,
without geckodriver; WebKitGTK by its own driver, which needs a display: Xvfb makes one.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request

from support.served import open_url

START_SECONDS = 60
NOWHERE = "127.0.0.1:9"  # a proxy that is not there: the network is off
# What Firefox writes of a page's faults, those while it is loaded, too; it also writes what its own parts do.
FAULT = re.compile(r"JavaScript error: (?!resource:|chrome:)|console\.error: (?!\w+: *$)")
LISTEN = """if (window.complaints) return;
window.complaints = [];
const note = text => complaints.push(String(text)), said = console.error;
addEventListener('error', event => note(event.message));
addEventListener('unhandledrejection', event => note(event.reason));
addEventListener('securitypolicyviolation', event => note(`${event.violatedDirective}: ${event.blockedURI}`));
console.error = (...texts) => { note(texts.join(' ')); said(...texts); };"""
KEYS = {"End": "\ue010", "Home": "\ue011", "ArrowLeft": "\ue012", "ArrowRight": "\ue014", "Escape": "\ue00c",
        "Enter": "\ue007", "Tab": "\ue004"}  # fmt: skip
# Marionette's name of a command, and its path at a driver that is asked over HTTP.
PATHS = {"Navigate": "url", "ExecuteScript": "execute/sync", "ExecuteAsyncScript": "execute/async",
         "PerformActions": "actions", "SetWindowRect": "window/rect"}  # fmt: skip
Command = Callable[[str, dict[str, Any]], Any]


class Engine:
    """A browser with one window; what it has complained of stands in its log."""

    def __init__(self, command: Command, log: Path) -> None:
        self._command, self._log = command, log

    def go(self, url: str) -> None:
        """Open an address and wait until it has been loaded."""
        self._command("Navigate", {"url": url})
        self.run(LISTEN)

    def run(self, script: str, *args: Any) -> Any:
        """Run the body of a function and return what it returns."""
        return self._command("ExecuteScript", {"script": script, "args": list(args)})

    def run_async(self, script: str, *args: Any) -> Any:
        """Run a body that awaits, and return what it returns."""
        body = f"""const done = arguments[arguments.length - 1], run = async function () {{ {script} }};
            run.apply(null, arguments).then(value => done([value, null]), error => done([null, String(error)]));"""
        value, error = self._command("ExecuteAsyncScript", {"script": body, "args": list(args)})
        assert error is None, error
        return value

    def wait(self, script: str, *args: Any) -> None:
        """Wait until the body of a function returns what is true."""
        end = time.monotonic() + START_SECONDS
        while not self.run(script, *args):
            assert time.monotonic() < end, script
            time.sleep(0.05)

    def resize(self, width: int, height: int) -> None:
        """Give what is inside the window this size. [px]"""
        more = self.run("return [outerWidth - innerWidth, outerHeight - innerHeight]")
        self._command("SetWindowRect", {"width": width + more[0], "height": height + more[1]})
        self.wait("return innerWidth === arguments[0] && innerHeight === arguments[1]", width, height)

    def press(self, *keys: str) -> None:
        """Press keys, by their names or as letters, one after the other where the focus is."""
        pressed = [KEYS.get(key, key) for key in keys]
        self._act("key", [{"type": kind, "value": key} for key in pressed for kind in ("keyDown", "keyUp")])

    def drag(self, *places: tuple[float, float]) -> None:
        """Press the mouse at the first place, move to each other and let go at the last; one place is a click."""
        (first, *others) = [
            {"type": "pointerMove", "x": round(x), "y": round(y), "duration": 30, "origin": "viewport"}
            for x, y in places
        ]
        self._act("pointer", [first, {"type": "pointerDown", "button": 0}, *others, {"type": "pointerUp", "button": 0}])

    def errors(self) -> list[str]:
        """Return what scripts, the console and the rules of the page have complained of."""
        lines = self._log.read_text(errors="replace").splitlines()
        return [*self.run("return window.complaints"), *(line for line in lines if FAULT.search(line))]

    def _act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        self._command("PerformActions", {"actions": [{"type": kind, "id": kind, "actions": actions}]})


@contextmanager
def _program(command: Sequence[str], log: Path, **how: Any) -> Iterator[subprocess.Popen]:
    """Start a program that writes into a log, and end it."""
    with log.open("ab") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, **how)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _patiently(attempt: Callable[[], Any], log: Path) -> Any:
    """Try until it succeeds."""
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            return attempt()
        except (OSError, ValueError):  # nobody listens yet, or a file is not yet written
            assert time.monotonic() < end, log.read_text(errors="replace")
            time.sleep(0.1)


@contextmanager
def running_firefox(path: str, dark: bool = False) -> Iterator[Engine]:
    """Start the Firefox at a path and end it."""
    host, port = NOWHERE.split(":")
    settings = {
        "marionette.port": 0, "browser.shell.checkDefaultBrowser": False, "browser.dom.window.dump.enabled": True,
        "devtools.console.stdout.content": True, "layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
        "network.proxy.type": 1, "datareporting.policy.dataSubmissionEnabled": False,
        **{f"network.proxy.{kind}": host for kind in ("http", "ssl")},
        **{f"network.proxy.{kind}_port": int(port) for kind in ("http", "ssl")},
    }  # fmt: skip
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as stack:
        profile, log = Path(folder, "profile"), Path(folder, "log.txt")
        profile.mkdir()
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in settings.items())
        Path(profile, "user.js").write_text("".join(lines))
        command = [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        stack.enter_context(_program(command, log, env={**os.environ, "HOME": folder}))
        port_file = profile / "MarionetteActivePort"
        where = _patiently(lambda: ("127.0.0.1", int(port_file.read_text())), log)
        line = stack.enter_context(_patiently(lambda: socket.create_connection(where), log))
        answers, numbers = stack.enter_context(line.makefile("rb")), iter(range(1, 1_000_000))

        def hear() -> Any:
            length = b"".join(iter(lambda: answers.read(1), b":"))
            return json.loads(answers.read(int(length)))

        def command_of(name: str, body: dict[str, Any]) -> Any:
            text = json.dumps([0, next(numbers), f"WebDriver:{name}", body]).encode()
            line.sendall(b"%d:%s" % (len(text), text))
            _, _, error, answer = hear()
            assert not error, error
            return answer.get("value") if isinstance(answer, dict) else answer

        hear()  # who it is
        command_of("NewSession", {})
        yield Engine(command_of, log)


@contextmanager
def running_webkit(driver: str, browser: Path, dark: bool = False) -> Iterator[Engine]:
    """Start WebKitGTK's small browser by its driver, on a display that is not seen, and end them."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as stack:
        log, (reads, writes) = Path(folder, "log.txt"), os.pipe()
        screen = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
        stack.enter_context(_program(screen, log, pass_fds=[writes]))
        os.close(writes)
        with os.fdopen(reads) as told:
            display = f":{told.readline().strip()}"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        env = os.environ | {"DISPLAY": display, "HOME": folder, "GTK_THEME": "Adwaita:dark" if dark else "Adwaita",
                            "WEBKIT_DISABLE_DMABUF_RENDERER": "1", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
                            "LIBGL_ALWAYS_SOFTWARE": "1", "http_proxy": NOWHERE, "https_proxy": NOWHERE}  # fmt: skip
        stack.enter_context(_program([driver, f"--port={port}"], log, env=env))

        def ask(path: str, body: dict[str, Any], method: str = "POST") -> Any:
            data = json.dumps(body).encode() if method == "POST" else None
            request = Request(f"http://127.0.0.1:{port}/session{path}", data, method=method)
            try:
                with open_url(request, timeout=START_SECONDS) as answer:
                    return json.load(answer)["value"]
            except HTTPError as error:
                raise AssertionError(error.read().decode()) from error

        options = {"binary": str(browser), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        session = _patiently(lambda: ask("", wanted), log)["sessionId"]
        stack.callback(ask, f"/{session}", {}, "DELETE")
        yield Engine(lambda name, body: ask(f"/{session}/{PATHS[name]}", body), log)


def firefox_path() -> str | None:
    """Return where Firefox is, if it is there."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


def webkit_paths() -> tuple[str, Path] | None:
    """Return where WebKitGTK's driver and small browser are, if all it needs is there."""
    driver, browsers = shutil.which("WebKitWebDriver"), [*Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")]
    return (driver, browsers[-1]) if driver and browsers and shutil.which("Xvfb") else None
