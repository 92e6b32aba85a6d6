// Undo and redo: the moments of this tab, each with its settings and pinned runs. Kept until the tab is loaded anew.

import { sameSettings } from "../words/verdict.js";

/** @import { Scenario } from "../run.js" */

/** @typedef {{scenario: Scenario, pins: string[]}} Moment  what undo brings back */

/** How many moments can be undone. */
export const LONGEST = 200;

/** @type {(moment: Moment, other: Moment) => boolean} */
const same = (moment, other) => sameSettings(moment.scenario, other.scenario) && String(moment.pins) === String(other.pins);

/** Moments in their order and which of them is the present one; those after it were undone. */
export class History {
  /** @type {Moment[]} */
  #moments = [];
  #at = -1;
  #gesture = "";

  /**
   * Remember a moment if something has changed; what had been undone is then gone.
   *
   * Moments of one gesture are one: undo takes a burst of arrow keys back at once.
   *
   * @type {(moment: Moment, gesture?: string) => void}
   */
  record(moment, gesture = "") {
    if (this.#at >= 0 && same(this.#moments[this.#at], moment)) return;
    const goesOn = gesture !== "" && gesture === this.#gesture && this.#at > 0;
    const kept = this.#moments.slice(0, goesOn ? this.#at : this.#at + 1);
    // A gesture that ends where it began has changed nothing.
    const back = goesOn && same(kept[kept.length - 1], moment);
    this.#moments = (back ? kept : [...kept, structuredClone(moment)]).slice(-LONGEST - 1);
    this.#at = this.#moments.length - 1;
    this.#gesture = gesture;
  }

  /** @type {(now: Moment) => Moment} the moment before this one, which may hold a change that is not yet recorded */
  back(now) {
    this.record(now);
    return this.#step(-1);
  }

  /** @type {() => Moment} the moment that was last undone; the present one if there is none */
  forward() {
    return this.#step(1);
  }

  /** @type {(now: Moment) => boolean} whether there is something to undo */
  canGoBack(now) {
    return this.#at > 0 || (this.#at === 0 && !same(this.#moments[0], now));
  }

  get canGoForward() {
    return this.#at < this.#moments.length - 1;
  }

  /** @type {(by: number) => Moment} */
  #step(by) {
    this.#at = Math.min(Math.max(this.#at + by, 0), this.#moments.length - 1);
    this.#gesture = "";
    return structuredClone(this.#moments[this.#at]);
  }
}

/** One tab has one history, whichever page is open. */
export const HISTORY = new History();
