// What tasks and pictures of a lesson stand on: its runs, and what has been answered so far.

import { must } from "../elements.js";
import { simulate } from "../run.js";
import { isRevealed } from "./steps.js";

/** @import { Run } from "../run.js" */
/** @import { Ground, Lesson, Nutrient, Step } from "./kit.d.ts" */
/** @import { Progress } from "./progress.js" */

const SAMPLES = 121; // one a month

/**
 * @param {Lesson} lesson
 * @param {Progress} progress
 * @param {() => boolean} narrow
 * @returns {(step: Step) => Ground}
 */
export function createGround(lesson, progress, narrow) {
  /** @type {Map<string, Run>} */
  const runs = new Map();
  const motion = matchMedia("(prefers-reduced-motion: reduce)");
  const { scenario: base } = lesson.cases[lesson.base];
  /** @type {Ground["scenario"]} */
  const scenario = (name, { change = {}, lens } = {}) => {
    const { scenario: settings } = must(lesson.cases[name]);
    const changed = Object.entries(change).map(([nutrient, times]) => [nutrient, times * base[/** @type {Nutrient} */ (nutrient)]]);
    return { ...settings, ...Object.fromEntries(changed), ...(lens && { lens }) };
  };
  /** @type {Ground["run"]} */
  const run = (name, how) => {
    const settings = scenario(name, how);
    const key = JSON.stringify(settings);
    const found = runs.get(key) ?? simulate(settings, SAMPLES);
    runs.set(key, found);
    return found;
  };
  const isLocked = (/** @type {string} */ task) => progress.isLocked(task);
  return (step) => ({
    lesson, step, scenario, run, narrow,
    still: () => motion.matches,
    answerOf: (task) => progress.answer(task),
    lockedAt: isLocked,
    revealed: (key) => isRevealed(lesson, key, isLocked),
  });
}
