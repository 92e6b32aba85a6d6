// How the settings are looked at: which year, whether it plays, whether calcium moves. No link keeps this.

const WHOLE_RUN = 5; // s

/** Tells its listeners of every change; the Lab then draws once a frame. */
export class Showing {
  /** How many years there are to show. */
  years = 1;
  year = 1;
  playing = false;
  /** Whether calcium moves; and whether the reader asked that nothing glides by itself. */
  moving = false;
  still = false;
  /** Whether the gap to the other account is shaded. */
  shading = false;

  /** @type {Set<() => void>} */
  #listeners = new Set();
  #clock = 0;

  /** @type {(listener: () => void) => () => void} calls back after each change; returns how to stop that */
  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something has changed, be it only the size: draw again. */
  touch() {
    for (const listener of this.#listeners) listener();
  }

  /** @type {(years: number) => void} shows the last year of a run */
  showEnd(years) {
    [this.years, this.year, this.playing] = [years, years, false];
  }

  /** @param {number} year */
  setYear(year) {
    this.playing = false;
    this.year = Math.min(Math.max(year, 0), this.years);
    this.touch();
  }

  /** Let the years pass, from the start if they have come to their end. */
  play() {
    if (this.year >= this.years) this.year = 0;
    this.#clock = this.year;
    this.playing = true;
    this.touch();
  }

  pause() {
    this.playing = false;
    this.touch();
  }

  /** @type {(seconds: number) => void} lets years pass while playing; whole ones where nothing shall glide */
  advance(seconds) {
    this.#clock = Math.min(this.#clock + (seconds * this.years) / WHOLE_RUN, this.years);
    this.year = this.still ? Math.floor(this.#clock) : this.#clock;
    this.playing = this.#clock < this.years;
    this.touch();
  }

  /** @type {(moving: boolean) => void} */
  setMoving(moving) {
    this.moving = moving;
    this.touch();
  }

  /** @type {(shading: boolean) => void} */
  shade(shading) {
    this.shading = shading;
    this.touch();
  }
}
