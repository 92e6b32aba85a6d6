// The teacher's line to a live room: opens it, asks what is new, steers, and makes it again where the server forgot it.

import { NOTHING_SHOWN } from "./plan.js";

/** @import { Lesson } from "../lesson/kit.d.ts" */
/** @import { Given } from "./tally.js" */
/** @import { Class, Pupil, RoomState, Show } from "./types.d.ts" */

const KEPT = "calcium-lab.room"; // in the browser's store: a reloaded board is the same room's
const [EVERY, PATIENCE] = [1000, 8000]; // ms

/** What opens a room for its teacher. @typedef {{ lesson: string, letters: string, key: string }} Opened */

/** @type {() => Opened | null} */
export function keptRoom() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "null");
  } catch {
    return null;
  }
}

/** @type {(opened: Opened | null) => void} */
function keepRoom(opened) {
  try {
    if (opened) localStorage.setItem(KEPT, JSON.stringify(opened));
    else localStorage.removeItem(KEPT);
  } catch {
    // A browser that stores nothing: the room lasts as long as this page.
  }
}

/** @type {(address: URL, how?: RequestInit) => Promise<Response>} */
const ask = (address, how = {}) => fetch(address, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...how });

/** @type {(server: string, path: string, what: unknown) => Promise<Response>} */
const post = (server, path, what) => ask(new URL(path, server),
  { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(what) });

/**
 * Open a room for a lesson.
 *
 * @type {(server: string, lesson: string) => Promise<Opened>}
 * @throws {Error} in one sentence, if the server has none to give
 */
export async function openRoom(server, lesson) {
  const answer = await post(server, "rooms", { lesson });
  const made = await answer.json();
  if (!answer.ok) throw new Error(made.error ?? String(answer.status));
  const opened = { lesson, letters: made.letters, key: made.key };
  keepRoom(opened);
  return opened;
}

/** A room that is open, as its teacher's devices know it. */
export class Room {
  /** @type {RoomState} */
  state = { lesson: "", open: 0, follow: true, revealed: [], closed: false, version: -1 };
  /** @type {Pupil[]} */
  pupils = [];
  /** @type {Record<string, Given[]>} */
  answers = {};
  /** @type {Show} */
  show = NOTHING_SHOWN;
  /** Whether the server does not answer at present. */
  lost = false;
  #listeners = new Set();
  #ended = false;
  /** How many changes of `show` are on their way: what the server says of it meanwhile is older. */
  #saying = 0;

  /** @param {string} server  @param {Opened} opened  @param {Lesson} lesson */
  constructor(server, opened, lesson) {
    this.server = server;
    this.opened = opened;
    this.lesson = lesson;
    this.#follow();
  }

  /** @type {Class} as it is drawn */
  get group() {
    const { lesson, pupils, answers, show } = this;
    return { lesson, pupils, answers, revealed: this.state.revealed, show };
  }

  /** @type {(listener: () => void) => void} */
  on(listener) {
    this.#listeners.add(listener);
  }

  /** @type {(patch: Partial<Show>) => Promise<void>} changes what the board shows, here at once */
  async put(patch) {
    this.show = { ...this.show, ...patch };
    this.#tell();
    this.#saying += 1;
    await this.steer("show", { show: this.show });
    this.#saying -= 1;
  }

  /** @type {(what: string, more?: Record<string, unknown>) => Promise<void>} */
  async steer(what, more = {}) {
    try {
      await this.#send(`rooms/${this.opened.letters}/steer`, { key: this.opened.key, do: what, ...more });
      await this.#look();
    } catch {
      this.#set(true);
    }
  }

  /** Ask no longer. */
  end() {
    this.#ended = true;
    this.#listeners.clear();
  }

  async #follow() {
    while (!this.#ended) {
      try {
        await this.#look();
      } catch {
        this.#set(true);
      }
      await new Promise((done) => setTimeout(done, EVERY));
    }
  }

  async #look() {
    const address = new URL(`rooms/${this.opened.letters}/board?version=${this.state.version}`, this.server);
    const answer = await ask(address, { headers: { "x-room-key": this.opened.key } });
    if (answer.status === 404) return this.#make();
    if (answer.status === 204) return this.#set(false);
    if (!answer.ok) throw new Error(String(answer.status));
    const { state, seats, answers, show } = await answer.json();
    if (state.closed) this.#over();
    else [this.state, this.pupils, this.answers] = [state, seats, answers];
    if (!state.closed && !this.#saying) this.show = { ...NOTHING_SHOWN, ...show };
    this.lost = false;
    this.#tell();
  }

  /** The room has ended, here or on another device: what was on the board stays, so that it can be saved. */
  #over() {
    this.state = { ...this.state, closed: true };
    this.#ended = true;
    keepRoom(null);
  }

  /** Make the room again with its letters, at the step where it was; pupils' pages then join by themselves. */
  async #make() {
    const { lesson, letters, key } = this.opened;
    const { open, follow, revealed } = this.state;
    const before = this.state.version;
    const seats = this.pupils.map(({ late }) => late);
    if (!(await post(this.server, "rooms", { lesson, letters, key, seats })).ok) throw new Error("refused");
    if (before < 0) return;
    const path = `rooms/${letters}/steer`;
    await this.#send(path, { key, do: "open", step: open });
    for (const step of revealed) await this.#send(path, { key, do: "reveal", step });
    await this.#send(path, { key, do: "follow", follow });
    await this.#send(path, { key, do: "show", show: this.show });
    this.state = { ...this.state, version: -1 }; // all of it is new
  }

  /** @type {(path: string, what: unknown) => Promise<void>} */
  async #send(path, what) {
    const answer = await post(this.server, path, what);
    if (answer.status === 404) {
      await this.#make();
      await post(this.server, path, what);
    }
  }

  /** @type {(lost: boolean) => void} */
  #set(lost) {
    if (lost === this.lost) return;
    this.lost = lost;
    this.#tell();
  }

  #tell() {
    for (const listener of this.#listeners) listener();
  }
}
