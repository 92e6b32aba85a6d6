// What a device tells a live room: choices and numbers, never what somebody has written.

/** @import { Lesson, LessonRecord, Task } from "./kit.d.ts" */

/** @type {(lesson: Lesson, at: number, answers: Record<string, unknown>, isLocked: (task: string) => boolean) => LessonRecord} */
export function recordOf({ steps }, at, answers, isLocked) {
  /** @type {LessonRecord["answers"]} */
  const told = {};
  for (const task of steps.flatMap((step) => step.tasks)) {
    const value = toldOf(task, answers[task.key], isLocked(task.key));
    if (value !== undefined) told[task.key] = value;
  }
  return { at, answers: told };
}

/** @type {(task: Task, answer: unknown, locked: boolean) => unknown} undefined for what is not told, or not yet */
function toldOf({ kind }, answer, locked) {
  if (kind === "write" || answer === undefined) return undefined;
  if (kind === "vote") {
    // The first vote counts when it is cast, while the second is still open.
    const votes = /** @type {(number | null)[]} */ (answer);
    return votes.length > 1 || locked ? votes.filter((vote) => vote !== null) : undefined;
  }
  if (kind === "find") {
    const { runs, settings, found } = /** @type {Record<string, unknown>} */ (answer);
    return { runs, settings, found };
  }
  return locked ? answer : undefined;
}
