"""What a page asks of the browser's sound, written down instead of played."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

RECORDER = """() => {
window.heard = {contexts: [], voices: []};
class Param {
  set(kind, ...values) { this.calls = [...this.calls ?? [], [kind, ...values]]; return this; }
  setValueAtTime(value, at) { return this.set('value', value, at); }
  linearRampToValueAtTime(value, at) { return this.set('ramp', value, at); }
  setValueCurveAtTime(values, at, lasts) { return this.set('curve', Array.from(values), at, lasts); }
}
class Node { connect(next) { this.next = next; return next; } }
class Voice extends Node {
  frequency = new Param(); stopped = false;
  constructor() { super(); heard.voices.push(this); }
  addEventListener() {}
  start(at) { this.from = at; }
  stop(at) { if (at === undefined) this.stopped = true; else this.to = at; }
}
window.AudioContext = class {
  state = 'suspended'; currentTime = 0; destination = new Node();
  constructor() { heard.contexts.push(this); }
  async resume() { if (!window.noSound) this.state = 'running'; }
  async close() { this.state = 'closed'; }
  createOscillator() { return new Voice(); }
  createGain() { return Object.assign(new Node(), {gain: new Param()}); }
  createStereoPanner() { return Object.assign(new Node(), {pan: new Param()}); }
};
}"""
TOLD = """() => heard.voices.map(voice => ({
  wave: voice.type, stopped: voice.stopped, start: voice.from, end: voice.to, curve: voice.frequency.calls[0],
  loudness: voice.next.gain.calls, side: voice.next.next.pan.calls,
}))"""


@dataclass(frozen=True)
class Tone:
    """One tone that the page has scheduled."""

    wave: str
    stopped: bool
    start: float
    end: float
    pitches: list[float] = field(repr=False)
    loudness: float
    sides: list[float]


def record_sound(page: Page) -> None:
    """Put the recorder in the place of the browser's sound; call before the page uses it."""
    page.evaluate(RECORDER)


def contexts(page: Page) -> list[str]:
    """Return the states of all that was opened to make sound."""
    return page.evaluate("() => heard.contexts.map(context => context.state)")


def tones(page: Page) -> list[Tone]:
    """Return every tone scheduled so far."""
    return [_tone(**told) for told in page.evaluate(TOLD)]


def _tone(*, curve: list[Any], loudness: list[list[Any]], side: list[list[Any]], **told: Any) -> Tone:
    kind, pitches, start, lasts = curve
    assert (kind, start) == ("curve", told["start"]) and abs(start + lasts - told["end"]) < 1e-9
    assert loudness[0][1] == loudness[-1][1] == 0  # no crack at its ends
    return Tone(**told, pitches=pitches, loudness=max(call[1] for call in loudness), sides=[call[1] for call in side])
