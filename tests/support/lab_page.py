"""A page that holds the Lab as its hosts do, in a shadow root, without a server; and what its host hears."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import streamlit
from playwright.sync_api import Browser, Locator, Page, Route

from sim import Scenario
from sim.browser import FOLDER

HOST = "http://lab.test"
FONT = next((Path(str(streamlit.__file__)).parent / "static/static/media").glob("SourceSansVF-Upright*.woff2"))
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Lab</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>@font-face { font-family: "Source Sans"; font-weight: 200 900; src: url(/font.woff2); }
html, body { height: 100%; margin: 0; }
@media print { html, body, #place { height: auto !important; } }
</style><body><main id="place" style="height: 100%"></main>
<script type="module">
import { createLab } from "/lab/lab.js";
const place = document.querySelector("#place");
const shadow = place.attachShadow({mode: "open"});
shadow.innerHTML = `<link rel="stylesheet" href="/hosts/streamlit.css">
  <style>:host { display: block } .host { height: 100% } @media print { .host { height: auto } }</style>
  <div class="host"></div>`;
window.said = []; window.gone = []; window.opened = []; window.refused = [];
const host = {
  said: (session, changed) => said.push({session: structuredClone(session), changed: structuredClone(changed)}),
  go: path => gone.push(path), open: name => opened.push(name), canOpen: name => !refused.includes(name),
};
window.start = (session, {mode, hosted = true, ...options}) => {
  window.lab?.end();
  window.lab = createLab(shadow.querySelector(".host"), hosted ? host : undefined, {mode});
  lab.put(session, options);
};
window.loaded = true;
</script>"""


class LabPage:
    """The Lab on a page of its own."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.root = page.locator(".lab")
        self.sentence = page.locator("p.sentence")
        self.spoken = page.locator(".spoken")
        self.refusal = page.locator(".refusal")
        self.errors: list[str] = []
        self.stopped = False
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def start(self, scenario: Scenario | None = None, **options: Any) -> "LabPage":
        """Show a scenario, the balanced one by itself, in a new Lab with the options of `createLab` and `put`."""
        session = {"scenario": plain(scenario or Scenario()), "pins": [], "view": "page"}
        session |= {key: options.pop(key) for key in ("pins", "view") if key in options}
        self.page.evaluate("([session, options]) => start(session, options)", [session, {"mode": "lab", **options}])
        if self.stopped:
            self.page.clock.run_for(100)
        self.page.locator(".lab[data-ready=yes]").wait_for()
        return self

    def stop_clock(self) -> None:
        """Let time pass only where a test says so, whatever else the machine does; call before `start`."""
        self.page.clock.install(time=0)
        self.page.clock.pause_at(1000)
        self.stopped = True

    def slider(self, name: str) -> Locator:
        """Return the slider of a nutrient."""
        return self.page.locator(f"input[type=range][data-key={name}]")

    def number(self, name: str) -> Locator:
        """Return the box in which a nutrient's number is typed."""
        return self.page.locator(f"input.number[data-key={name}]")

    def preset(self, name: str) -> Locator:
        """Return the button of a preset on the first screen."""
        return self.page.locator(f".head button[data-preset='{name}']")

    def do(self, name: str) -> None:
        """Choose something in the menu."""
        self.open_menu().locator(f"[data-do={name}]").click()

    def open_menu(self) -> Locator:
        """Open the menu and return its sheet."""
        if self.page.locator("details.menu").get_attribute("open") is None:
            self.page.locator(".menu > summary").click()
        return self.page.locator(".menu .sheet")

    def store(self, expression: str) -> Any:
        """Return what an expression says of the store, called ``store``."""
        return self.page.evaluate(f"() => {{ const store = lab.store; return {expression}; }}")

    def settings(self) -> dict[str, Any]:
        """Return the settings that the store holds."""
        return self.store("store.session.scenario")

    def said(self) -> list[dict[str, Any]]:
        """Return what the host was told, since it was last asked."""
        return self.page.evaluate("() => said.splice(0)")

    def drag(self, name: str, *positions: float) -> None:
        """Drag a slider's thumb to one position after the other, each a share of its track, and let go."""
        box = self.slider(name).bounding_box()
        assert box
        thumb = float(self.slider(name).input_value())
        places = [box["x"] + 13 + share * (box["width"] - 26) for share in (thumb, *positions)]
        self.page.mouse.move(places[0], box["y"] + box["height"] / 2)
        self.page.mouse.down()
        for place in places[1:]:
            self.page.mouse.move(place, box["y"] + box["height"] / 2)
        self.page.mouse.up()

    def frame(self) -> None:
        """Wait until what has changed is drawn."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def plain(scenario: Scenario) -> dict[str, Any]:
    """Return a scenario as it is sent to a browser."""
    return scenario.to_dict()


@contextmanager
def lab_page(browser: Browser, *, width: int = 1280, height: int = 720, **how: Any) -> Iterator[LabPage]:
    """Open an empty page on which the Lab can be started; it must not complain until the end of the block."""
    context = browser.new_context(viewport={"width": width, "height": height}, **how)
    page = context.new_page()
    page.route(f"{HOST}/**", _answer)
    lab = LabPage(page)
    page.goto(f"{HOST}/")
    page.wait_for_function("window.loaded")
    page.evaluate("""() => document.fonts.load('16px "Source Sans"')""")
    yield lab
    context.close()
    assert lab.errors == []


def _answer(route: Route) -> None:
    name = route.request.url.removeprefix(f"{HOST}/").partition("?")[0]
    if name == "font.woff2":
        route.fulfill(path=FONT)
    elif (FOLDER / name).is_file():
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        route.fulfill(path=FOLDER / name, content_type=kind)
    else:
        route.fulfill(body=PAGE if not name else "", content_type="text/html" if not name else "text/css")
