// The settings, and what readers do with them: change, undo, keep. Everybody reads them, everybody changes them here.

import { say } from "../words/messages.js";
import { sameSettings } from "../words/verdict.js";
import { HISTORY } from "./history.js";
import { pinName, pinScenario } from "./link.js";
import { renamed, withPin, withoutPin } from "./pins.js";
import { USUAL, checked, throughLens, withExperiment, withParameter, withPreset, withoutExperiment } from "./rules.js";
import { Runs } from "./runs.js";

/** @import { Scenario } from "../run.js" */
/** @import { History, Moment } from "./history.js" */
/** @import { Fill } from "../panels/types.d.ts" */

/**
 * @typedef {object} Session  what a link restores, but for lessons
 * @property {Scenario} scenario
 * @property {string[]} pins  as in a link
 * @property {"page" | "projector"} view
 *
 * @typedef {Partial<Scenario> & {pins?: string[], view?: Session["view"]}} Changed  what the host has not heard of
 *
 * @typedef {object} Host  what the page around the Lab may offer; all of it may be missing
 * @property {(session: Session, changed: Changed) => void} [said]  the reader has changed something
 * @property {(path: string) => void} [go]
 * @property {(name: string) => void} [open]
 * @property {(name: string) => boolean} [canOpen]
 * @property {(session: Session) => void} [home]  saves the Lab as one file that opens at these settings
 * @property {() => void} [lessons]  opens the lessons in the Lab's place
 * @property {Record<string, Fill>} [panels]  what it lays over the Lab beside the panels that every Lab has, by name
 */

export class Store extends Runs {
  /** @type {Session} */
  session = { scenario: USUAL, pins: [], view: "page" };
  /** Why the last change was refused, in one sentence; empty if it was taken. */
  refusal = "";
  /** What the last change has done where nothing in sight shows it; empty otherwise. */
  told = "";

  /** @type {Host} */
  #host;
  /** @type {History} */
  #history;
  /** @type {Session} */
  #heard;
  #gesture = "";
  /** Whether there is a state that a change can leave behind. */
  #begun = false;

  /**
   * @param {Host} host
   * @param {History} history  that of the tab, where the reader is who changes the settings
   */
  constructor(host = {}, history = HISTORY) {
    super();
    this.#host = host;
    this.#history = history;
    this.#heard = this.session;
  }

  /**
   * Change settings as the reader does; all changes of one gesture leave the state before it in sight.
   *
   * @type {(changes: Partial<Scenario>, gesture?: string) => boolean} whether they were taken
   */
  change(changes, gesture = "") {
    return this.#try(() => {
      const scenario = checked({ ...this.session.scenario, ...changes });
      if (!sameSettings(scenario, this.session.scenario)) this.#show(scenario, gesture);
    });
  }

  /** The gesture has come to its end: undo can take it back, and the host hears of it. */
  release() {
    this.#history.record(this.#moment(), this.#gesture);
    const changed = /** @type {Changed} */ (differences(this.session, this.#heard));
    if (Object.keys(changed).length === 0) return;
    this.#heard = structuredClone(this.session);
    this.#host.said?.(this.#heard, changed);
    this.touch(); // there is something to undo now
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

  /** @type {(name?: string) => boolean} keeps this run by name; says whether it could */
  pin(name = "") {
    const { pins, scenario } = this.session;
    return this.#putPins(() => {
      const more = withPin(pins, scenario, name);
      this.told = say("pinned", { name: pinName(more[pins.length]) });
      return more;
    });
  }

  /** @type {(index: number, name: string) => boolean} whether a pinned run could be called so */
  renamePin(index, name) {
    return this.#putPins(() => renamed(this.session.pins, index, name));
  }

  /** @param {number} index */
  removePin(index) {
    this.#putPins(() => withoutPin(this.session.pins, index));
  }

  /** @type {(index: number) => void} puts the settings of a pinned run on the sliders; the years stay */
  showPin(index) {
    this.#put(pinScenario(this.session.pins[index], this.session.scenario.years));
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
      this.#show(scenario);
      this.#keep({ pins: session.pins, view: session.view });
      this.#heard = structuredClone(this.session);
      this.#begun = true;
      if (ghost !== undefined) this.showBefore(ghost);
      this.#history.record(this.#moment());
    });
  }

  undo() {
    this.#goTo(this.#history.back(this.#moment()));
  }

  redo() {
    this.#goTo(this.#history.forward());
  }

  get canUndo() {
    return this.#history.canGoBack(this.#moment());
  }

  get canRedo() {
    return this.#history.canGoForward;
  }

  /** @param {string} sentence why something that a reader typed is not taken */
  refuse(sentence) {
    this.refusal = sentence;
    this.touch();
  }

  /** @type {(scenario: Scenario) => void} a gesture by itself */
  #put(scenario) {
    this.#gesture = "";
    if (this.change(scenario)) this.release();
  }

  /** @type {(change: () => string[]) => boolean} a gesture by itself */
  #putPins(change) {
    this.#gesture = "";
    const taken = this.#try(() => this.#keep({ pins: change() }));
    if (taken) this.release();
    return taken;
  }

  /** @type {(change: () => void) => boolean} leaves everything as it is where a change has no run or is not allowed */
  #try(change) {
    this.told = "";
    try {
      change();
      this.refusal = "";
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.refusal = error.message;
    }
    this.touch();
    return this.refusal === "";
  }

  /** @type {(scenario: Scenario, gesture?: string) => void} */
  #show(scenario, gesture = "") {
    this.showRun(scenario, this.#begun && (gesture === "" || gesture !== this.#gesture));
    this.#gesture = gesture;
    this.#keep({ scenario });
  }

  /** @param {Moment} moment */
  #goTo({ scenario, pins }) {
    this.#gesture = "";
    const taken = this.#try(() => {
      if (!sameSettings(scenario, this.session.scenario)) this.#show(scenario);
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
    this.touch();
  }
}

/** @type {(session: Session, heard: Session) => object} */
function differences(session, heard) {
  const text = JSON.stringify;
  const flat = (/** @type {Session} */ { scenario, pins, view }) => ({ ...scenario, pins, view });
  const before = /** @type {Record<string, unknown>} */ (flat(heard));
  return Object.fromEntries(Object.entries(flat(session)).filter(([key, value]) => text(value) !== text(before[key])));
}
