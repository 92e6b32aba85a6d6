// A pupil's line to a live room: asks what is open, sends what was answered, and sits down again by itself where the
// server has forgotten the room. Without a line all goes on; what was answered waits here.

import { kept } from "../lesson/progress.js";
import { ask } from "./asking.js";
import { sit, sitting } from "./seat.js";

/** @import { Channel, LessonRecord } from "../lesson/kit.d.ts" */
/** @import { Refusal } from "./asking.js" */
/** @import { Sitting, Told } from "./seat.js" */

const [EVERY, AGAIN] = [1500, 2500]; // ms; while there is no line, more seldom
const [UNKNOWN, REFUSED] = [404, 400];
const NOTHING = { at: 0, answers: {} };

/** @implements {Channel} */
export class Line {
  /** @type {Channel["state"]} */
  state = { open: 0, follow: true, revealed: [], closed: false, lost: true };
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {LessonRecord} */
  #record;
  #unsent = true;
  /** The ticket that sits in the room. */
  #seated = "";
  #ended = false;
  #wake = () => {};

  /**
   * @param {string} letters
   * @param {string} lesson
   * @param {LessonRecord} record  what there is already
   */
  constructor(letters, lesson, record) {
    this.letters = letters;
    this.lesson = lesson;
    this.#record = record;
    const before = this.#before();
    if (before) this.state = { ...before.told, seat: before.seat, lost: true };
    for (const [target, event] of /** @type {const} */ ([[window, "online"], [document, "visibilitychange"]])) target.addEventListener(event, () => this.#wake());
  }

  /** @type {Channel["send"]} */
  send(record) {
    this.#record = record;
    this.#unsent = true;
    this.#wake();
  }

  /** @type {Channel["on"]} */
  on(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Sit down, once.
   *
   * @throws {Refusal} if there is no room, no place in it, or no answer
   */
  async join() {
    const [record, ticket] = [this.#record, this.#ticket()];
    const place = this.#before()?.place;
    const send = { ticket, ...(place !== undefined && { place }) };
    const path = `rooms/${this.letters}/join`;
    const told = await ask(path, { send: { ...send, record } }).catch((error) => {
      if (error.status !== REFUSED) throw error;
      return ask(path, { send: { ...send, record: NOTHING } }); // what another version of the lesson kept, for instance
    });
    this.#seated = ticket;
    this.#sent(record);
    this.#hear(told, ticket);
  }

  /** Ask from now on, until the room or this page ends. */
  async follow() {
    while (!this.#ended && !this.state.closed) {
      try {
        await this.#turn();
      } catch (error) {
        const { status } = /** @type {Refusal} */ (error);
        if (status === UNKNOWN) this.#seated = "";
        if (status === REFUSED) this.#unsent = false; // said again it would be refused again
        else this.#put({ ...this.state, lost: true });
      }
      await this.#pause(this.state.lost ? AGAIN : EVERY);
    }
  }

  end() {
    this.#ended = true;
    this.#listeners.clear();
    this.#wake();
  }

  async #turn() {
    const ticket = this.#ticket();
    if (ticket !== this.#seated) return this.join();
    if (!this.#unsent) return this.#hear(await ask(`rooms/${this.letters}`, { ticket }), ticket);
    const record = this.#record;
    const told = await ask(`rooms/${this.letters}/record`, { send: { ticket, record } });
    this.#sent(record);
    this.#hear(told, ticket);
  }

  /** Whoever works here now: another one after "Start as someone new". */
  #ticket() { return kept(this.lesson)?.ticket ?? ""; }

  /** Where this device sat before, if the same one works here still. @returns {Sitting | null} */
  #before() {
    const before = sitting(this.letters);
    return before?.ticket === this.#ticket() ? before : null;
  }

  /** @type {(record: LessonRecord) => void} */
  #sent(record) {
    if (record === this.#record) this.#unsent = false;
  }

  /** @type {(told: Told & {seat: Sitting["seat"], place: number}, ticket: string) => void} */
  #hear({ lesson, open, follow, revealed, closed, seat, place }, ticket) {
    if (closed) {
      sit(null);
      return this.#put({ ...this.state, closed, lost: false });
    }
    sit({ letters: this.letters, ticket, place, seat, told: { lesson, open, follow, revealed, closed } });
    this.#put({ open, follow, revealed, closed, seat, lost: false });
  }

  /** @type {(state: Channel["state"]) => void} */
  #put(state) {
    const same = JSON.stringify(state) === JSON.stringify(this.state);
    this.state = state;
    if (!same) for (const listener of this.#listeners) listener();
  }

  /** @type {(time: number) => Promise<void>} waits, or until there is something to do [ms] */
  #pause(time) {
    return new Promise((done) => {
      // Not all devices of a class at the same moment.
      const timer = setTimeout(done, time * (0.8 + 0.4 * Math.random()));
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}
