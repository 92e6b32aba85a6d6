// How far somebody is in a lesson, kept on the device at every stroke; nothing of it leaves the device from here.

const PREFIX = "calcium-lab.lesson.";
const VERSION = 1;
const LONGEST = 7 * 24 * 3600 * 1000; // ms that an entry which nobody touches stays

/**
 * @typedef {object} Kept
 * @property {number} version
 * @property {number} step
 * @property {Record<string, unknown>} answers  by task, drafts too
 * @property {string[]} locked  keys of tasks
 * @property {string} ticket  drawn by chance: tells two devices of a class apart, and says nothing about who it is
 * @property {number} at  when it was last changed [ms]
 */

/** What a device that keeps nothing (a frame, a private window) is told until the page is closed. @type {Map<string, string>} */
const memory = new Map();
let refused = false;

/** Whether the device refuses to keep anything: then all lasts as long as the page is open. */
export const isRefused = () => refused;

/** @type {(lesson: string) => Kept | null} what is kept of a lesson, if somebody has begun it here */
export function kept(lesson) {
  try {
    const found = JSON.parse(readText(PREFIX + lesson) ?? "null");
    const ours = found?.version === VERSION && Number.isInteger(found.step) && Array.isArray(found.locked);
    return ours && typeof found.answers === "object" && found.answers ? found : null;
  } catch {
    return null; // nothing of ours
  }
}

/** @type {(lesson: string) => void} forgets it, because somebody else begins */
export function forget(lesson) {
  memory.delete(PREFIX + lesson);
  inStorage((storage) => storage.removeItem(PREFIX + lesson));
}

/** Take away what nobody has touched for a week. */
export function sweep() {
  inStorage((storage) => {
    for (const name of Object.keys(storage).filter((each) => each.startsWith(PREFIX))) {
      const entry = kept(name.slice(PREFIX.length));
      if (entry && Date.now() - entry.at > LONGEST) storage.removeItem(name);
    }
  });
}

/** @type {() => Kept} */
const anew = () => ({ version: VERSION, step: 0, answers: {}, locked: [], ticket: newTicket(), at: 0 });

const newTicket = () => Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join("");

/** What is kept of one lesson, as the player changes it; every change is stored at once. */
export class Progress {
  /** @type {Kept} */
  #kept;

  /** @param {string} lesson */
  constructor(lesson) {
    this.lesson = lesson;
    this.#kept = kept(lesson) ?? anew();
    this.resumed = Object.keys(this.#kept.answers).length > 0;
  }

  /** Begin anew, as after `forget`. */
  begin() { this.#kept = anew(); }

  /** Keep it from now on as it is, with its ticket. */
  stay() { this.#store({}); }

  get step() { return this.#kept.step; }

  set step(step) { this.#store({ step }); }

  get ticket() { return this.#kept.ticket; }

  get answers() { return this.#kept.answers; }

  /** @type {(task: string) => unknown} */
  answer(task) { return this.#kept.answers[task]; }

  /** @type {(task: string, value: unknown) => void} */
  keep(task, value) { this.#store({ answers: { ...this.#kept.answers, [task]: value } }); }

  /** @type {(task: string) => boolean} */
  isLocked(task) { return this.#kept.locked.includes(task); }

  /** @type {(task: string, locked: boolean) => void} */
  lock(task, locked) {
    const others = this.#kept.locked.filter((each) => each !== task);
    this.#store({ locked: locked ? [...others, task] : others });
  }

  /** @type {(change: Partial<Kept>) => void} */
  #store(change) {
    this.#kept = { ...this.#kept, ...change, at: Date.now() };
    const text = JSON.stringify(this.#kept);
    memory.set(PREFIX + this.lesson, text);
    inStorage((storage) => storage.setItem(PREFIX + this.lesson, text));
  }
}

/** @type {(name: string) => string | null} */
function readText(name) {
  const stored = inStorage((storage) => storage.getItem(name));
  return (refused ? memory.get(name) : stored) ?? null;
}

/** @type {<Found>(use: (storage: Storage) => Found) => Found | undefined} */
function inStorage(use) {
  try {
    return use(localStorage);
  } catch {
    refused = true;
    return undefined;
  }
}
