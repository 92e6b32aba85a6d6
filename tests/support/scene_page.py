"""The scene by itself in a page, served from this process: the browser's modules, a font, no Streamlit."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import streamlit
from playwright.sync_api import Browser, Page

import sim.browser

MODULES = Path(sim.browser.__file__).parent
PAGE = Path(__file__).parent / "scene/index.html"
FONT = next((Path(streamlit.__file__).parent / "static/static/media").glob("SourceSansVF-Upright*"))
BALANCED = {"calcium": 1000, "vitamin_d": 800, "vitamin_k2": 100}
PARADOX = {"calcium": 2000, "vitamin_d": 4000, "vitamin_k2": 10}
RESOLVED = {"calcium": 2000, "vitamin_d": 4000, "vitamin_k2": 200}
SIZES = {
    "laptop": ("wide", 1280, 440),
    "low laptop": ("wide", 1366, 400),
    "large": ("wide", 1920, 850),
    "zoomed": ("wide", 910, 250),
    "phone": ("tall", 390, 450),
    "small phone": ("tall", 320, 255),
    "tablet": ("tall", 768, 640),
    "projector": ("board", 1280, 470),
}  # layout, and the room it has there [px]


class _Files(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012 - as the base

    def translate_path(self, path: str) -> str:
        """Return the file behind an address."""
        plain = path.partition("?")[0]
        if plain == "/font.woff2":
            return str(FONT)
        return str(MODULES / plain.removeprefix("/browser/")) if plain.startswith("/browser/") else str(PAGE)

    def log_message(self, *_: object) -> None:
        """Say nothing: tests have enough to say."""


@contextmanager
def serving_scene() -> Iterator[str]:
    """Serve the page until the block ends and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def scenario(lens: str = "story", years: int = 10, **settings: float) -> dict[str, object]:
    """Return a scenario as the browser writes it; balanced where nothing is given."""
    return {**BALANCED, "years": years, "lens": lens, "k_form": "mk7", "parameters": {}, **settings}


def open_scene(browser: Browser, address: str, size: str = "laptop", **context: object) -> Page:
    """Open the page in one of SIZES; `show` draws."""
    name, width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, **context)  # pyright: ignore
    page.goto(address)
    page.wait_for_function("window.ready")
    page.evaluate("([name, width, height]) => scene.resize(name, width, height)", [name, width, height])
    return page


def show(page: Page, of: dict[str, object], **more: object) -> None:
    """Draw a run: its scenario, and as the scene calls them `ghost`, `gap`, `year`, `playing`."""
    page.evaluate("(state) => { scene.draw(shown(state)); scene.frame(0); }", {"scenario": of, **more})
