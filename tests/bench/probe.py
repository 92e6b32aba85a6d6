"""
What is measured inside the browser: one small probe that sees when a page's picture and its answer change.

The picture of our page is a live drawing if there is one, else its first image; that of the empty
page is its text. The answer is what only the server can say: our page's address (two settings may have
one sentence), the empty page's text. A live drawing stands in a shadow root, which is watched as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from playwright.sync_api import Browser, Page

Kind = Literal["empty", "lab"]
SLIDER = ".st-key-vitamin_k2 input[type=range]"  # one hidden dot, which has the focus
TRACK = ".st-key-vitamin_k2 [role=group]"
THUMB = f"{TRACK} [data-rac]:has(> div > input)"
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
PROBE = """
const text = selector => document.querySelector(selector)?.textContent;
const shadows = () => [...document.querySelectorAll('.st-key-live, .st-key-live *')].flatMap(e => e.shadowRoot ?? []);
const lines = () => shadows().flatMap(root => [...root.querySelectorAll('path[id=run], [id=run] path')]);
const image = () => document.querySelector('[data-testid=stImage] img');
const lab = () => ({
  picture: lines().map(path => path.getAttribute('d')).join() || image()?.src,
  answer: location.search,
  slider: text('.st-key-vitamin_k2'),
});
const empty = () => ({
  picture: text('[data-testid=stMarkdown]'),
  answer: text('[data-testid=stMarkdown]'),
  slider: text('.st-key-vitamin_k2'),
});
const look = KIND;
// From now on: when the next key came, when the picture changed first, when the answer came. [ms]
const arm = () => {
  const before = look(), seen = window.seen = {};
  addEventListener('keydown', () => { seen.key = performance.now(); }, {capture: true, once: true});
  const note = () => {
    const now = look(), time = performance.now();
    for (const what of ['picture', 'answer']) if (now[what] && now[what] !== before[what]) seen[what] ??= time;
    if (seen.picture && seen.answer) observer.disconnect();
  };
  const observer = new MutationObserver(note);
  requestAnimationFrame(function frame() {  // an address changes without a mutation
    note();
    if (!seen.answer) requestAnimationFrame(frame);
  });
  const every = {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['d', 'src']};
  for (const root of [document, ...shadows()]) observer.observe(root, every);
};
// Until `counted.stop` is set: frames, frames in which slider or picture were not as in the one before, and the time.
const count = () => {
  const counted = window.counted = {frames: 0, slider: 0, picture: 0};
  const start = performance.now();
  let last = look();
  requestAnimationFrame(function frame() {
    const now = look();
    counted.frames += 1;
    for (const what of ['slider', 'picture']) counted[what] += now[what] !== last[what];
    counted.seconds = (performance.now() - start) / 1e3;
    last = now;
    if (!counted.stop) requestAnimationFrame(frame);
  });
};
// When the first whole picture was there, after the start of the navigation. [ms]
requestAnimationFrame(function wait() {
  if (look().picture && image()?.complete !== false) window.firstPicture = performance.now();
  else requestAnimationFrame(wait);
});
Object.assign(window, {arm, count});
"""


class Visit:
    """A page, the empty one or the lab, in a profile of its own with an empty cache, and what it sends."""

    def __init__(self, browser: Browser, kind: Kind) -> None:
        self.page: Page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
        self.sent = 0
        self.page.on("websocket", lambda socket: socket.on("framesent", self._count))
        self.page.add_init_script(f"(() => {{ {PROBE.replace('KIND', kind)} }})()")

    def _count(self, _: Any) -> None:
        self.sent += 1

    def open(self, address: str) -> "Visit":
        """Open an address and wait until the first picture is there and no run is under way."""
        self.page.goto(address)
        self.page.wait_for_function("window.firstPicture", timeout=60_000)
        return self.settle()

    def settle(self, pause: float = 500) -> "Visit":
        """Wait until no run is under way, and a little longer. [ms]"""
        self.page.locator(READY).wait_for(timeout=60_000)
        self.page.wait_for_timeout(pause)
        return self


@contextmanager
def visiting(browser: Browser, kind: Kind, address: str) -> Iterator[Visit]:
    """Open an address in a new profile, and close it at the end of the block."""
    visit = Visit(browser, kind)
    try:
        yield visit.open(address)
    finally:
        visit.page.context.close()
