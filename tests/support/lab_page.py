"""A page that holds the Lab as its hosts do, in a shadow root, without a server; and what its host hears."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self

from playwright.sync_api import Browser, Page

from sim import Scenario
from support.lab import Lab
from support.modules import open_modules

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


class LabPage(Lab):
    """The Lab on a page of its own."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.refusal = self.root.locator(".refusal")
        self.stopped = False

    def start(self, scenario: Scenario | None = None, **options: Any) -> Self:
        """Show a scenario, the balanced one by itself, in a new Lab with the options of `createLab` and `put`."""
        session = {"scenario": (scenario or Scenario()).to_dict(), "pins": [], "view": "page"}
        session |= {key: options.pop(key) for key in ("pins", "view") if key in options}
        self.page.evaluate("([session, options]) => start(session, options)", [session, {"mode": "lab", **options}])
        if self.stopped:
            self.page.clock.run_for(100)
        self.ready()
        return self

    def stop_clock(self) -> None:
        """Let time pass only where a test says so, whatever else the machine does; call before `start`."""
        self.page.clock.install(time=0)
        self.page.clock.pause_at(1000)
        self.stopped = True

    def store(self, expression: str) -> Any:
        """Return what an expression says of the store, called ``store``."""
        return self.page.evaluate(f"() => {{ const store = lab.store; return {expression}; }}")

    def settings(self) -> dict[str, Any]:
        """Return the settings that the store holds."""
        return self.store("store.session.scenario")

    def said(self) -> list[dict[str, Any]]:
        """Return what the host was told, since it was last asked."""
        return self.page.evaluate("() => said.splice(0)")


@contextmanager
def lab_page(browser: Browser, *, width: int = 1280, height: int = 720, **how: Any) -> Iterator[LabPage]:
    """Open an empty page on which the Lab can be started; it must not complain until the end of the block."""
    context = browser.new_context(viewport={"width": width, "height": height}, **how)
    lab = LabPage(context.new_page())
    open_modules(lab.page, PAGE)
    lab.page.wait_for_function("window.loaded")
    lab.page.evaluate("""() => document.fonts.load('16px "Source Sans"')""")
    yield lab
    context.close()
    assert lab.errors == []
