// Curves as tones: pitch follows the value over the axis, time and side follow the years. Silent until asked for.

import { say } from "../words/messages.js";

/** @import { Curve } from "../scene/curve.js" */
/** @import { Store } from "../lab/store.js" */

const [LOWEST, OCTAVES] = [220, 2]; // Hz at the foot of the axis; from there to its top
const [WHOLE, REFERENCE, REST, STEP, EDGE] = [3, 0.4, 0.2, 0.15, 0.02]; // s
const [LOUD, QUIET] = [0.2, 0.05];
const WAVES = { bone_change: /** @type {const} */ ("sine"), arteries_times: /** @type {const} */ ("triangle") };
const PATIENCE = 1000; // ms until a browser that gives no sound is taken at its word

/** @typedef {{wave: "sine" | "triangle", shares: ArrayLike<number>, start: number, lasts: number, gain: number, pans?: boolean}} Tone */

/** @type {(shares: ArrayLike<number>) => Float32Array<ArrayBuffer>} [Hz] */
const pitches = (shares) => Float32Array.from(shares, (share) => LOWEST * 2 ** (OCTAVES * share));

export class Sound {
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {Set<OscillatorNode>} */
  #voices = new Set();
  /** When the curves that are heard come to their end, in the time of the context. [s] */
  #until = 0;

  /**
   * @param {Store} store  is told when sound goes on or off
   * @param {() => Curve[]} toHear
   * @param {AbortSignal} end
   */
  constructor(store, toHear, end) {
    this.store = store;
    this.toHear = toHear;
    end.addEventListener("abort", () => this.#close());
  }

  /** Whether somebody has asked for it. */
  get on() {
    return this.#context !== null;
  }

  /** The menu's entry: turns sound on, and plays; or off. */
  turn() {
    if (this.on) this.#close();
    else this.#play();
    this.store.touch();
  }

  /** The key: plays, or stops what plays. */
  press() {
    if (this.#context && this.#context.currentTime < this.#until) this.#stop();
    else this.#play();
    this.store.touch();
  }

  /** @type {(curve: Curve) => void} somebody goes along a curve: the place is heard for a moment */
  step(curve) {
    const heard = curve.heard();
    if (!this.#context || !heard) return;
    this.#stop();
    const start = this.#context.currentTime;
    this.#sound(this.#context, { wave: WAVES[heard.name], shares: [heard.here, heard.here], start, lasts: STEP, gain: LOUD });
  }

  /** One curve after the other, each behind a quiet tone of where it began. */
  #play() {
    const context = this.#open();
    if (!context) return;
    this.#stop();
    let start = context.currentTime + EDGE;
    for (const curve of this.toHear()) {
      const heard = curve.heard();
      if (!heard) continue;
      const wave = WAVES[heard.name];
      this.#sound(context, { wave, shares: [heard.base, heard.base], start, lasts: REFERENCE, gain: QUIET });
      start += REFERENCE + REST;
      this.#sound(context, { wave, shares: heard.shares, start, lasts: WHOLE, gain: LOUD, pans: true });
      this.#until = start + WHOLE;
      start = this.#until + 2 * REST;
    }
  }

  /** @type {() => AudioContext | null} */
  #open() {
    try {
      this.#context ??= new AudioContext();
    } catch {
      this.#refuse();
      return null;
    }
    const context = this.#context;
    context.resume().catch(() => {}); // what has not begun by then was refused
    setTimeout(() => { if (context === this.#context && context.state !== "running") this.#refuse(); }, PATIENCE);
    return context;
  }

  /** @type {(context: AudioContext, tone: Tone) => void} */
  #sound(context, { wave, shares, start, lasts, gain, pans = false }) {
    const [voice, loudness, side] = [context.createOscillator(), context.createGain(), context.createStereoPanner()];
    voice.type = wave;
    voice.frequency.setValueCurveAtTime(pitches(shares), start, lasts);
    loudness.gain.setValueAtTime(0, start);
    loudness.gain.linearRampToValueAtTime(gain, start + EDGE);
    loudness.gain.setValueAtTime(gain, start + lasts - EDGE);
    loudness.gain.linearRampToValueAtTime(0, start + lasts);
    side.pan.setValueAtTime(pans ? -1 : 0, start);
    side.pan.linearRampToValueAtTime(pans ? 1 : 0, start + lasts);
    voice.connect(loudness).connect(side).connect(context.destination);
    voice.addEventListener("ended", () => this.#voices.delete(voice));
    voice.start(start);
    voice.stop(start + lasts);
    this.#voices.add(voice);
  }

  #stop() {
    for (const voice of this.#voices) voice.stop();
    this.#voices.clear();
    this.#until = 0;
  }

  #close() {
    this.#stop();
    this.#context?.close();
    this.#context = null;
  }

  #refuse() {
    this.#close();
    this.store.refuse(say("no-sound"));
  }
}
