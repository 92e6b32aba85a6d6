"""
What is measured inside the browser: one small probe that sees what a page's slider, picture and sentence show.

The picture of our page is its two curves with the numbers beside them; that of the empty page is its text. All of our
page stands in a shadow root, which is watched as well. What a frame shows is looked at after all that was to be drawn
in it, so a picture that is drawn in the frame of the hand counts in that frame.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from playwright.sync_api import Browser, Page

Kind = Literal["empty", "lab", "file"]
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
SLIDERS: dict[Kind, str] = {
    "empty": ".st-key-vitamin_k2 input[type=range]",
    "lab": "input[type=range][data-key=vitamin_k2]",
    "file": "input[type=range][data-key=vitamin_k2]",
}
"""What has the focus and the value."""
THUMBS: dict[Kind, str] = {**SLIDERS, "empty": ".st-key-vitamin_k2 [data-rac]:has(> div > input)"}
"""What the mouse takes hold of."""
TRACKS: dict[Kind, str] = {**SLIDERS, "empty": ".st-key-vitamin_k2 [role=group]"}
PROBE = """
const text = selector => document.querySelector(selector)?.textContent;
const find = () => window.foundLab?.isConnected ? window.foundLab : (window.foundLab =
  [...document.querySelectorAll('[class*=st-key-] *')].map(e => e.shadowRoot?.querySelector('.lab')).find(Boolean)
  ?? document.querySelector('.lab'));
const lab = () => {
  const root = find();
  if (root?.dataset.ready !== 'yes') return {};
  return {
    picture: [...root.querySelectorAll('.curve path[class=line]')].map(path => path.getAttribute('d')).join()
      + [...root.querySelectorAll('svg.scene [data-number]')].map(number => number.textContent).join(),
    sentence: root.querySelector('.sentence').textContent,
    slider: root.querySelector('input[type=range][data-key=vitamin_k2]').value,
  };
};
const empty = () => ({
  picture: text('[data-testid=stMarkdown]'),
  sentence: text('[data-testid=stMarkdown]'),
  slider: text('.st-key-vitamin_k2'),
});
const file = lab;
const look = KIND;
// From now on: when the next key came and when the picture changed first. [ms]
const arm = () => {
  const before = look(), seen = window.seen = {};
  addEventListener('keydown', () => { seen.key = performance.now(); }, {capture: true, once: true});
  const note = () => {
    const now = look();
    if (!now.picture || now.picture === before.picture) return;
    seen.picture ??= performance.now();
    observer.disconnect();
  };
  const observer = new MutationObserver(note);
  const every = {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['d']};
  for (const root of [document, find()].filter(Boolean)) observer.observe(root, every);
};
// Until `watched.stop` is set: what each frame has shown, and how long it took. [s]
const watch = () => {
  const watched = window.watched = {frames: []};
  const start = performance.now(), after = new MessageChannel();
  after.port1.onmessage = () => {
    watched.frames.push(look());
    watched.seconds = (performance.now() - start) / 1e3;
    if (!watched.stop) requestAnimationFrame(frame);
  };
  const frame = () => after.port2.postMessage(null);
  requestAnimationFrame(frame);
};
// What belongs to each of these places of our slider: put it there and wait until all has followed.
const truths = async values => {
  const slider = find().querySelector('input[type=range][data-key=vitamin_k2]'), found = {};
  for (const value of values) {
    slider.value = value;
    slider.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
    found[value] = look();
  }
  slider.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
  return found;
};
// When the first whole picture was there, after the start of the navigation. [ms]
window.firstPictureComes = new Promise(done => requestAnimationFrame(function wait() {
  if (!look().picture) return requestAnimationFrame(wait);
  window.firstPicture = performance.now();
  done();
}));
Object.assign(window, {arm, watch, truths});
"""


class Visit:
    """A page, the empty one or the lab, in a profile of its own with an empty cache, and what it sends."""

    def __init__(self, browser: Browser, kind: Kind) -> None:
        self.kind: Kind = kind
        self.page: Page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
        self.sent = 0
        self.page.on("websocket", lambda socket: socket.on("framesent", self._count))
        self.page.add_init_script(f"(() => {{ {PROBE.replace('KIND', kind)} }})()")

    def _count(self, _: Any) -> None:
        self.sent += 1

    def open(self, address: str) -> "Visit":
        """Open an address and wait until the first picture is there and no run is under way."""
        self.page.goto(address)
        self.page.evaluate("firstPictureComes")  # a function to wait for would be text, which the file does not run
        return self.settle()

    def settle(self, pause: float = 500) -> "Visit":
        """Wait until no run is under way, and a little longer. [ms]"""
        if self.kind != "file":
            self.page.locator(READY).wait_for(timeout=60_000)
        self.page.wait_for_timeout(pause)
        return self

    def slow_down(self, times: float) -> None:
        """Make the browser's processor so many times slower."""
        self.page.context.new_cdp_session(self.page).send("Emulation.setCPUThrottlingRate", {"rate": times})


@contextmanager
def visiting(browser: Browser, kind: Kind, address: str) -> Iterator[Visit]:
    """Open an address in a new profile, and close it at the end of the block."""
    visit = Visit(browser, kind)
    try:
        yield visit.open(address)
    finally:
        visit.page.context.close()
