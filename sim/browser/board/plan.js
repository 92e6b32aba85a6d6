// Which step of a lesson comes next for a class, and which answers a board shows in it.

/** @import { Lesson, Step, Task } from "../lesson/kit.d.ts" */
/** @import { Class, Show } from "./types.d.ts" */

const SHOWN = ["choose", "draw", "find", "vote", "drag", "sort", "tick"];

/** @type {Show} of a new room */
export const NOTHING_SHOWN = { task: "", closed: {}, after: true, short: false, pick: -1, hidden: [] };

/** @type {(lesson: Lesson) => Task[]} */
export const tasksOf = (lesson) => lesson.steps.flatMap(({ tasks }) => tasks);

/** @type {(lesson: Lesson, key: string) => Task | undefined} */
export const taskOf = (lesson, key) => tasksOf(lesson).find((task) => task.key === key);

/** @type {(lesson: Lesson, task: string) => Step | undefined} */
export const stepOf = (lesson, task) => lesson.steps.find(({ tasks }) => tasks.some(({ key }) => key === task));

/** @type {(step: Step) => boolean} whether years pass in it for all at once */
export const hasRun = (step) => step.tasks.some(({ kind }) => kind === "run");

/** @type {(task: Task) => string} the step whose run tells what the model says to it; empty: it is told once it is closed */
export function toldBy(task) {
  const reveal = /** @type {{ reveal?: unknown }} */ (task).reveal;
  return typeof reveal === "string" && reveal !== "now" ? reveal : "";
}

/** @type {(lesson: Lesson, step: Step) => Task[]} the answers that a board shows in a step: of a run, those it tells of */
export function shownIn(lesson, step) {
  const told = hasRun(step) ? tasksOf(lesson).filter((task) => toldBy(task) === step.key) : [];
  // Lines first: they are what a run is compared with.
  const ordered = [...told.filter(({ kind }) => kind === "draw"), ...told.filter(({ kind }) => kind !== "draw")];
  return [...ordered, ...step.tasks].filter(({ kind }) => SHOWN.includes(kind));
}

/** @type {(lesson: Lesson, open: number, short: boolean) => number} the next step of a class, or -1 */
export const nextStep = (lesson, open, short) => lesson.steps.findIndex((step, i) => i > open && (!short || step.short > 0));

/** @type {(task: Task) => number} how often answers to it are closed */
export const closings = (task) => (task.kind === "vote" ? 2 : 1);

/** @type {(group: Class, task: Task) => boolean} whether the model's answer may stand on the board */
export const isTold = (group, task) =>
  toldBy(task) ? group.revealed.includes(toldBy(task)) : (group.show.closed[task.key] ?? 0) >= closings(task);

/** @type {(group: Class, task: Task) => boolean} whether answers may stand on the board */
export const isOpenToSee = (group, task) =>
  (group.show.closed[task.key] ?? 0) > 0 || isTold(group, task) || (task.kind === "draw" && !group.show.after);
