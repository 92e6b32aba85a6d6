// What is shown when: which tasks of a step, what can still be changed, and what has been given away.

/** @import { Lesson, Step, Task } from "./kit.d.ts" */

/** @typedef {(task: string) => boolean} IsLocked */

/** @type {(step: Step, isLocked: IsLocked) => Task | undefined} the task that is to be done next */
export const openTask = (step, isLocked) => step.tasks.find(({ key }) => !isLocked(key));

/** @type {(step: Step, isLocked: IsLocked) => Task[]} a task appears when the one before is locked */
export function tasksShown(step, isLocked) {
  const next = openTask(step, isLocked);
  return next ? step.tasks.slice(0, step.tasks.indexOf(next) + 1) : step.tasks;
}

/** @type {(lesson: Lesson, isLocked: IsLocked) => number} the first step that is not done; the last, where all are */
export function furthest({ steps }, isLocked) {
  const at = steps.findIndex((step) => openTask(step, isLocked));
  return at < 0 ? steps.length - 1 : at;
}

/**
 * How far somebody may go with a class: to where it is, but first say what is told by a run, and see that.
 *
 * @type {(lesson: Lesson, isLocked: IsLocked, open: number) => number}
 */
export function furthestWith({ steps }, isLocked, open) {
  const comesFirst = (/** @type {Task} */ task) =>
    task.kind === "run" || ((task.kind === "choose" || task.kind === "draw") && task.reveal !== "now");
  const at = steps.findIndex(({ tasks }, i) => i < open && tasks.some((task) => comesFirst(task) && !isLocked(task.key)));
  return at < 0 ? open : at;
}

/** @type {(lesson: Lesson, key: string, isLocked: IsLocked) => boolean} whether a step's run, or all of a step without one, was seen */
export function isRevealed({ steps }, key, isLocked) {
  const { tasks } = steps.find((step) => step.key === key) ?? { tasks: [] };
  const runs = tasks.filter(({ kind }) => kind === "run");
  return (runs.length ? runs : tasks).every((task) => isLocked(task.key));
}

/** @type {(lesson: Lesson, task: Task, isLocked: IsLocked) => boolean} whether its result has been told, so that it can no longer be changed */
export function isFixed(lesson, task, isLocked) {
  if (!isLocked(task.key) || task.kind === "write" || task.kind === "tick") return false;
  const { reveal = "now" } = /** @type {{reveal?: string}} */ (task);
  return reveal === "now" || isRevealed(lesson, reveal, isLocked);
}

/** @type {(lesson: Lesson, isLocked: IsLocked) => string} what the lesson is called by now: a title may give its run away */
export function titleOf(lesson, isLocked) {
  const { laterTitle, laterFrom = 0, title, steps } = lesson;
  return laterTitle && isRevealed(lesson, steps[laterFrom].key, isLocked) ? laterTitle : title;
}

/** @type {(lesson: Lesson, step: Step, isLocked: IsLocked) => string} */
export const headingOf = (lesson, step, isLocked) =>
  (step === lesson.steps[lesson.laterFrom ?? -1] && isRevealed(lesson, step.key, isLocked) && lesson.laterTitle) || step.title;
