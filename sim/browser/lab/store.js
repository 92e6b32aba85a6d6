// What the Lab shows: settings, their exact run, the run before, and the year. Everybody reads it, everybody changes it here.

import { simulate } from "../run.js";
import { LENSES } from "../tables.js";
import { say } from "../words/messages.js";
import { HISTORY } from "./history.js";
import { withPin } from "./pins.js";
import {
  USUAL, balancedOf, checked, throughLens, withExperiment, withParameter, withPreset, withoutExperiment,
} from "./rules.js";

/** @import { Run, Scenario } from "../run.js" */
/** @import { Moment } from "./history.js" */

/**
 * @typedef {object} Session  what a link restores, but for lessons
 * @property {Scenario} scenario
 * @property {string[]} pins  as in a link
 * @property {"page" | "projector"} view
 *
 * @typedef {{scenario: Scenario, run: Run}} Shown
 *
 * @typedef {Partial<Scenario> & {pins?: string[], view?: Session["view"]}} Changed  what the host has not heard of
 *
 * @typedef {object} Host  what the page around the Lab may offer; all of it may be missing
 * @property {(session: Session, changed: Changed) => void} [said]  the reader has changed something
 * @property {(path: string) => void} [go]
 * @property {(name: string) => void} [open]
 * @property {(name: string) => boolean} [canOpen]
 */

/** How many times a run has. */
const SAMPLES = 121;
const WHOLE_RUN = 5; // s

const text = JSON.stringify;

export class Store {
  /** @type {Session} */
  session = { scenario: USUAL, pins: [], view: "page" };
  /** @type {Run} */
  run;
  /** @type {Run} the balanced adult in the same world */
  balanced;
  /** @type {Shown | null} as it was before the last gesture */
  ghost = null;
  /** Why the last change was refused, in one sentence; empty if it was taken. */
  refusal = "";
  year = USUAL.years;
  playing = false;
  /** Whether calcium moves; and whether it may do so by itself. */
  moving = false;
  still = false;
  /** Whether the gap to the other account is shaded. */
  shading = false;

  /** @type {Host} */
  #host;
  /** @type {Session} */
  #heard;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  #gesture = "";
  #begun = false;
  #clock = 0;
  /** @type {{of: Run, run: Run | null} | null} */
  #other = null;

  /** @param {Host} host */
  constructor(host = {}) {
    this.#host = host;
    this.#heard = this.session;
    this.run = this.balanced = simulate(USUAL, SAMPLES);
  }

  /** @type {(listener: () => void) => () => void} calls back after each change; returns how to stop that */
  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Change settings as the reader does; all changes of one gesture leave the state before it in sight.
   *
   * @type {(changes: Partial<Scenario>, gesture?: string) => boolean} whether they were taken
   */
  change(changes, gesture = "") {
    return this.#try(() => {
      const scenario = checked({ ...this.session.scenario, ...changes });
      if (text(scenario) !== text(this.session.scenario)) this.#show(scenario, gesture);
    });
  }

  /** The gesture has come to its end: undo can take it back, and the host hears of it. */
  release() {
    HISTORY.record(this.#moment(), this.#gesture);
    const changed = /** @type {Changed} */ (differences(this.session, this.#heard));
    if (Object.keys(changed).length === 0) return;
    this.#heard = structuredClone(this.session);
    this.#host.said?.(this.#heard, changed);
    this.#tell(); // there is something to undo now
  }

  /** @param {Parameters<typeof withPreset>[1]} name */
  choosePreset(name) {
    this.#put(withPreset(this.session.scenario, name));
  }

  /** @param {Scenario["lens"]} name */
  chooseLens(name) {
    this.#put(throughLens(this.session.scenario, name));
  }

  /** @param {Parameters<typeof withExperiment>[1]} name */
  chooseExperiment(name) {
    this.#put(withExperiment(this.session.scenario, name));
  }

  endExperiment() {
    this.#put(withoutExperiment(this.session.scenario));
  }

  /** @type {(name: string, value: number, gesture?: string) => boolean} */
  setParameter(name, value, gesture = "") {
    return this.change({ parameters: withParameter(this.session.scenario, name, value).parameters }, gesture);
  }

  /** @param {Scenario["k_form"]} form */
  setForm(form) {
    this.#put({ ...this.session.scenario, k_form: form });
  }

  reset() {
    this.#put(USUAL);
  }

  /** Keep this run by name. */
  pin() {
    if (this.#try(() => this.#keep({ pins: withPin(this.session.pins, this.session.scenario) }))) this.release();
  }

  /** @param {Session["view"]} view */
  setView(view) {
    this.#keep({ view });
    this.release();
  }

  /**
   * Take over what a link, the server or a lesson has put.
   *
   * @param {Session} session
   * @param {{first?: boolean, ghost?: Scenario | null}} [options]
   *   `first`: a first visit, which shows the paradox happen; `ghost`: what stands as "before", by itself the state before
   */
  put(session, { first = false, ghost } = {}) {
    this.#try(() => {
      const scenario = checked(first ? withPreset(session.scenario, "calcium paradox") : session.scenario);
      this.#show(scenario, "");
      this.#keep({ pins: session.pins, view: session.view });
      this.#heard = structuredClone(session);
      if (!this.#begun) this.ghost = null;
      this.#begun = true;
      if (ghost !== undefined) this.ghost = ghost && this.#over(ghost);
      HISTORY.record(this.#moment());
    });
  }

  undo() {
    this.#goTo(HISTORY.back(this.#moment()));
  }

  redo() {
    this.#goTo(HISTORY.forward());
  }

  get canUndo() {
    return HISTORY.canGoBack(this.#moment());
  }

  get canRedo() {
    return HISTORY.canGoForward;
  }

  /** Let the state before the last gesture go. */
  forget() {
    this.ghost = null;
    this.#tell();
  }

  /** @type {Run | null} the same settings in the other account, where that has a run */
  get other() {
    if (this.#other?.of !== this.run) {
      const { scenario } = this.session;
      const lens = /** @type {Scenario["lens"]} */ (Object.keys(LENSES).find((name) => name !== scenario.lens));
      this.#other = { of: this.run, run: null };
      this.#other.run = runOf(throughLens(scenario, lens));
    }
    return this.#other.run;
  }

  /** @type {(shading: boolean) => void} */
  shade(shading) {
    this.shading = shading;
    this.#tell();
  }

  /** @param {number} year */
  setYear(year) {
    this.playing = false;
    this.year = Math.min(Math.max(year, 0), this.session.scenario.years);
    this.#tell();
  }

  /** Let the years pass, from the start if they have come to their end. */
  play() {
    if (this.year >= this.session.scenario.years) this.year = 0;
    this.#clock = this.year;
    this.playing = true;
    this.#tell();
  }

  pause() {
    this.playing = false;
    this.#tell();
  }

  /** @type {(seconds: number) => void} lets years pass while playing; whole ones where nothing shall glide */
  advance(seconds) {
    const { years } = this.session.scenario;
    this.#clock = Math.min(this.#clock + (seconds * years) / WHOLE_RUN, years);
    this.year = this.still ? Math.floor(this.#clock) : this.#clock;
    this.playing = this.year < years;
    this.#tell();
  }

  /** @type {(moving: boolean) => void} */
  setMoving(moving) {
    this.moving = moving;
    this.#tell();
  }

  /** @param {string} sentence why something that a reader typed is not taken */
  refuse(sentence) {
    this.refusal = sentence;
    this.#tell();
  }

  /** Something around the settings has changed, such as the size: draw again. */
  touch() {
    this.#tell();
  }

  /** @type {(scenario: Scenario) => void} a gesture by itself */
  #put(scenario) {
    this.#gesture = "";
    if (this.change(scenario)) this.release();
  }

  /** @type {(change: () => void) => boolean} leaves everything as it is where a change has no run or is not allowed */
  #try(change) {
    try {
      change();
      this.refusal = "";
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.refusal = error.message;
    }
    this.#tell();
    return this.refusal === "";
  }

  /** @type {(scenario: Scenario, gesture: string) => void} */
  #show(scenario, gesture) {
    const run = solved(scenario);
    const balanced = this.#balancedRun(scenario);
    const before = { scenario: this.session.scenario, run: this.run };
    const sameBut = text({ ...scenario, years: 0 }) === text({ ...before.scenario, years: 0 });
    const opens = gesture === "" || gesture !== this.#gesture;
    this.#gesture = gesture;
    this.#keep({ scenario });
    [this.run, this.balanced, this.year, this.playing] = [run, balanced, scenario.years, false];
    // More or fewer years of the same are no other state: what was before stays so.
    const kept = opens && !sameBut ? before : this.ghost;
    this.ghost = kept && this.#over(kept.scenario);
  }

  /** @type {(scenario: Scenario) => Shown | null} over the years that are shown, so that both lines end together */
  #over(scenario) {
    const shown = { ...scenario, years: this.session.scenario.years };
    if (this.ghost && text(this.ghost.scenario) === text(shown)) return this.ghost;
    const run = runOf(shown);
    return run && { scenario: shown, run };
  }

  /** @type {(scenario: Scenario) => Run} */
  #balancedRun(now) {
    const scenario = balancedOf(now);
    return text(this.balanced.scenario) === text(scenario) ? this.balanced : solved(scenario);
  }

  /** @param {Moment} moment */
  #goTo({ scenario, pins }) {
    this.#gesture = "";
    const taken = this.#try(() => {
      if (text(scenario) !== text(this.session.scenario)) this.#show(scenario, "");
      this.#keep({ pins });
    });
    if (taken) this.release();
  }

  /** @type {() => Moment} */
  #moment() {
    const { scenario, pins } = this.session;
    return { scenario, pins };
  }

  /** @param {Partial<Session>} parts */
  #keep(parts) {
    this.session = { ...this.session, ...parts };
    this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}

/** @type {(scenario: Scenario) => Run} RangeError with a sentence for readers, where the model has no run */
function solved(scenario) {
  try {
    return simulate(scenario, SAMPLES);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(say("unsolvable")) : error;
  }
}

/** @type {(scenario: Scenario) => Run | null} */
function runOf(scenario) {
  try {
    return solved(scenario);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** @type {(session: Session, heard: Session) => object} */
function differences(session, heard) {
  const flat = (/** @type {Session} */ { scenario, pins, view }) => ({ ...scenario, pins, view });
  const before = /** @type {Record<string, unknown>} */ (flat(heard));
  return Object.fromEntries(Object.entries(flat(session)).filter(([key, value]) => text(value) !== text(before[key])));
}
