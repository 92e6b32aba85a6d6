// One step on the screen: its text, its picture, and the tasks that have come so far, each with its place.

import { add } from "../elements.js";
import { say } from "../words/messages.js";
import { paragraphs, reply } from "./parts.js";
import { PICTURES } from "./pictures/index.js";
import { isFixed, tasksShown } from "./steps.js";
import { TASKS } from "./tasks/index.js";

/** @import { Ground, Kit, Task, TaskView } from "./kit.d.ts" */
/** @import { Progress } from "./progress.js" */

/**
 * @typedef {object} Ways  what a step asks of the player
 * @property {Ground} ground
 * @property {Progress} progress
 * @property {() => void} changed  a draft was kept
 * @property {(text: string) => void} say
 * @property {(task: string) => void} lock
 * @property {() => void} reopened  a locked task can be changed again
 */

/** @typedef {{box: HTMLElement, after: HTMLElement, change: HTMLButtonElement, view: TaskView}} Mounted */

export class StepView {
  /** @type {Map<string, Mounted>} */
  #tasks = new Map();

  /**
   * @param {{text: HTMLElement, picture: HTMLElement}} place
   * @param {Ways} ways
   */
  constructor({ text, picture }, ways) {
    const { step } = ways.ground;
    this.ways = ways;
    this.picture = picture;
    if (step.text) paragraphs(text, step.text);
    this.list = add(text, "div");
    if (step.small) paragraphs(text, step.small, { class: "small" });
    this.shown = PICTURES[step.picture]?.(picture, ways.ground);
    this.#mount();
  }

  /** @type {(key: string) => TaskView | undefined} */
  task(key) { return this.#tasks.get(key)?.view; }

  refresh() {
    this.shown?.refresh?.();
    for (const { view } of this.#tasks.values()) view.refresh?.();
    this.#mount();
  }

  end() {
    this.shown?.end?.();
    for (const { view } of this.#tasks.values()) view.end?.();
  }

  /** @type {(key: string) => void} goes to what a task that was just locked has brought: what is said to it, or the next one */
  toNews(key) {
    const { step } = this.ways.ground;
    const next = step.tasks[step.tasks.findIndex((task) => task.key === key) + 1];
    const places = [this.#tasks.get(key)?.box.querySelector("[data-reply]"), next && this.#tasks.get(next.key)?.box.querySelector("[tabindex='-1']")];
    const place = /** @type {HTMLElement | undefined} */ (places.find(Boolean));
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: "nearest", behavior: this.ways.ground.still() ? "auto" : "smooth" });
    if (!place) this.ways.say(say("lesson-locked"));
  }

  #mount() {
    const { ground, progress } = this.ways;
    const isLocked = (/** @type {string} */ key) => progress.isLocked(key);
    for (const task of tasksShown(ground.step, isLocked)) if (!this.#tasks.has(task.key)) this.#tasks.set(task.key, this.#create(task));
    for (const task of ground.step.tasks) {
      const mounted = this.#tasks.get(task.key);
      if (!mounted) continue;
      mounted.box.dataset.locked = isLocked(task.key) ? "yes" : "no";
      this.#tellAfter(task, mounted.after, isLocked(task.key));
      mounted.change.hidden = !isLocked(task.key) || isFixed(ground.lesson, task, isLocked) || task.kind === "run";
    }
  }

  /** @type {(task: Task, place: HTMLElement, locked: boolean) => void} what is said to whatever was answered; a choice says it itself, with its reasons */
  #tellAfter({ kind, after = [] }, place, locked) {
    place.replaceChildren();
    if (locked && after.length && kind !== "choose") reply(place, after[0]).classList.add("me");
  }

  /** @type {(task: Task) => Mounted} */
  #create(task) {
    const box = add(this.list, "div", { class: "task", "data-task": task.key, "data-kind": task.kind });
    const place = add(box, "div");
    const after = add(box, "div");
    const change = add(box, "button", { type: "button", class: "quiet", hidden: "" });
    change.textContent = say("lesson-change");
    change.addEventListener("click", () => {
      this.ways.progress.lock(task.key, false);
      this.ways.reopened();
      /** @type {HTMLElement | null} */ (box.querySelector("[tabindex='-1'], input, textarea"))?.focus();
    });
    return { box, after, change, view: TASKS[task.kind]?.(place, this.#kit(task)) ?? { ready: () => true } };
  }

  /** @type {(task: Task) => Kit} */
  #kit(task) {
    const { ground, progress, changed, say, lock } = this.ways;
    const isLocked = (/** @type {string} */ key) => progress.isLocked(key);
    return {
      ...ground, task, say,
      picture: this.picture,
      get answer() { return progress.answer(task.key); },
      get locked() { return isLocked(task.key); },
      get fixed() { return isFixed(ground.lesson, task, isLocked); },
      set: (value) => {
        progress.keep(task.key, value);
        changed();
      },
      lock: () => lock(task.key),
      touch: changed,
    };
  }
}
