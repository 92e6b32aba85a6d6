"""The browser's modules and the page's font at an address of their own, without Streamlit and without a server."""

from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urlsplit

import streamlit
from playwright.sync_api import Page, Route

from sim.browser import FOLDER

ADDRESS = "http://lab.test/"
FONT = next((Path(streamlit.__path__[0]) / "static/static/media").glob("SourceSansVF-Upright*.woff2"))


def open_modules(page: Page, html: str = "<!doctype html>") -> None:
    """Open a page of this text that finds the modules beside it."""

    def answer(route: Route) -> None:
        name = urlsplit(route.request.url).path.lstrip("/")
        if not name:
            route.fulfill(body=html, content_type="text/html")
            return
        file = FONT if name == "font.woff2" else FOLDER / name
        route.fulfill(path=file, content_type=guess_type(file.name)[0] or "text/plain")

    page.route(f"{ADDRESS}**", answer)
    page.goto(ADDRESS)
