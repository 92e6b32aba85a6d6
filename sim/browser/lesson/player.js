// One lesson, step by step: what is asked at the right, what is seen of it at the left, one button at the foot.

import { must } from "../elements.js";
import { LESSONS } from "../lesson_tables.js";
import { say } from "../words/messages.js";
import { createFrame } from "./frame.js";
import { createGround } from "./ground.js";
import { Pace } from "./pace.js";
import { Progress, isRefused } from "./progress.js";
import { recordOf } from "./record.js";
import { StepView } from "./step_view.js";
import { furthest, furthestWith, headingOf, openTask, titleOf } from "./steps.js";
import { drawEnd, printPage, savePage } from "./take_home.js";

/** @import { Channel, Lesson } from "./kit.d.ts" */

/**
 * @typedef {object} LessonHost  what the page around a lesson may offer; all of it may be missing
 * @property {() => void} [close]  goes to the list of lessons
 * @property {(title: string) => void} [title]  gives the tab its title
 * @property {(place: HTMLElement) => void} [who]  says who the reader is, in a room
 */

class Player {
  /** @type {StepView | null} */
  #view = null;
  #stop = new AbortController();

  /**
   * @param {HTMLElement} root
   * @param {Lesson} lesson
   * @param {LessonHost} host
   * @param {Channel} [channel]
   */
  constructor(root, lesson, host, channel) {
    this.lesson = lesson;
    this.host = host;
    this.channel = channel;
    this.progress = new Progress(lesson.key);
    this.pace = new Pace(channel, () => recordOf(lesson, this.at, this.progress.answers, this.isLocked));
    this.frame = createFrame(root, lesson, {
      back: () => this.#go(this.at - 1), onward: () => this.#onward(), leave: host.close, renew: () => this.#renew(),
    });
    this.#ground = createGround(lesson, this.progress, () => this.frame.narrow());
    addEventListener("popstate", ({ state }) => this.#wentBack(state), { signal: this.#stop.signal });
    const off = channel?.on(() => this.#heard());
    this.#stop.signal.addEventListener("abort", () => off?.());
    printPage(this.frame.element, this.#done(), this.#stop.signal);
    const { lesson: was, step } = history.state ?? {};
    if (was === lesson.key && Number.isInteger(step)) this.progress.step = step; // gone forward to
    history.replaceState({ ...history.state, ...this.#place() }, "");
    this.#show();
    if (this.progress.resumed && !channel) this.frame.resumed();
  }

  #ground;

  /** @type {(task: string) => boolean} */
  isLocked = (task) => this.progress.isLocked(task);

  /** Where the reader is: never beyond what is done, and in a room not beyond what is open. */
  get at() { return Math.max(0, Math.min(this.progress.step, this.furthest)); }

  get furthest() {
    const { together } = this.pace;
    return together ? furthestWith(this.lesson, this.isLocked, together.open) : furthest(this.lesson, this.isLocked);
  }

  get step() { return this.lesson.steps[this.at]; }

  end() {
    this.#stop.abort();
    this.pace.end();
    this.#view?.end();
    this.frame.end();
  }

  #atEnd() { return this.step === this.lesson.steps.at(-1) && !openTask(this.step, this.isLocked); }

  /** What of the lesson is taken home. */
  #done() { return { lesson: this.lesson, progress: this.progress, groundOf: this.#ground, inRoom: this.channel !== undefined }; }

  #place() { return { lesson: this.lesson.key, step: this.at }; }

  /** @type {(at: number, how?: {push?: boolean}) => void} */
  #go(at, { push = true } = {}) {
    this.progress.step = Math.max(0, Math.min(at, this.furthest));
    if (push) history.pushState({ ...history.state, ...this.#place() }, "");
    this.frame.note("resumed", "");
    this.#show();
    this.frame.toBeginning();
    this.pace.tell();
  }

  /** @type {(state: {lesson?: string, step?: number} | null) => void} the browser's own Back and Forward */
  #wentBack(state) {
    if (state?.lesson === this.lesson.key && state.step !== undefined) this.#go(state.step, { push: false });
  }

  #show() {
    this.#view?.end();
    const { step, frame, lesson } = this;
    frame.show(this.at, headingOf(lesson, step, this.isLocked));
    this.#view = new StepView(frame.place(), {
      ground: this.#ground(step), progress: this.progress, changed: () => this.#changed(), say: frame.say, lock: (task) => this.#lock(task),
      reopened: () => this.#reopened(),
    });
    this.#changed();
  }

  /** What is at the foot and at the top, after anything that was answered. */
  #changed() {
    const { lesson, step, frame, channel } = this;
    this.host.title?.(titleOf(lesson, this.isLocked));
    frame.note("storage", isRefused() ? say("lesson-not-kept") : "");
    frame.note("line", channel?.state.lost ? say("lesson-lost-line") : "");
    frame.note("room", channel?.state.closed ? say("room-over") : "");
    const task = openTask(step, this.isLocked);
    this.pace.note(frame, { at: this.at, furthest: this.furthest, isDone: !task, go: () => this.#go(this.furthest) });
    if (channel) this.host.who?.(frame.who);
    this.pace.tellLater();
    const view = task && this.#view?.task(task.key);
    if (task && view) {
      const waits = this.#waits();
      frame.foot({ label: waits ? say("lesson-wait") : view.label?.() ?? task.button, able: !waits && view.ready() });
    } else if (this.#atEnd()) {
      frame.foot({ label: step.next, able: true });
      if (!frame.ending().hasChildNodes()) drawEnd(frame.ending(), this.#done(), () => this.#renew());
    } else frame.foot({ label: this.at < this.furthest ? step.next : say("lesson-wait"), able: this.at < this.furthest });
  }

  /** In a room ten years pass for all at once. */
  #waits() {
    const task = openTask(this.step, this.isLocked);
    return task?.kind === "run" && this.pace.waits(this.step);
  }

  #onward() {
    const task = openTask(this.step, this.isLocked);
    if (this.#atEnd()) return savePage(this.#done());
    if (!task) return this.#go(this.at + 1);
    if (this.#view?.task(task.key)?.press?.() !== false) this.#lock(task.key);
    else this.pace.tell();
  }

  /** @type {(task: string) => void} */
  #lock(task) {
    this.progress.lock(task, true);
    this.frame.heading(headingOf(this.lesson, this.step, this.isLocked));
    this.#view?.refresh();
    this.#changed();
    this.#view?.toNews(task);
    this.pace.tell();
  }

  #reopened() {
    this.#view?.refresh();
    this.#changed();
  }

  /** The room has said something: a step was opened, or its run. */
  #heard() {
    const task = openTask(this.step, this.isLocked);
    const hasGoneOn = this.pace.hasGoneOn();
    if (task?.kind === "run" && !this.#waits() && this.#view?.task(task.key)?.press?.() !== false) this.#lock(task.key);
    else if (hasGoneOn && this.at < this.furthest) this.#go(this.furthest);
    else this.#changed();
  }

  /** Somebody else begins on this device: all was forgotten. */
  #renew() {
    this.progress.begin();
    this.#go(0);
  }
}

/**
 * Play a lesson in an element; `end` takes it away.
 *
 * @param {HTMLElement} root
 * @param {{key: string, host?: LessonHost, channel?: Channel}} what
 */
export function createLesson(root, { key, host = {}, channel }) {
  const lesson = must(/** @type {Record<string, Lesson>} */ (LESSONS)[key]);
  const player = new Player(root, lesson, host, channel);
  return { end: () => player.end() };
}
