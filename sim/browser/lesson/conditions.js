// What holds of a setting that was tried: conditions of replies and goals, as sim/lessons/conditions.py checks them.

import { end } from "../quantities.js";

/** @import { Run } from "../run.js" */
/** @import { FindTask, Lesson, Nutrient } from "./kit.d.ts" */

/** @typedef {Record<Nutrient, number>} Settings  as multiples of the lesson's base */
/** @typedef {{settings: Settings, run: Run}} Tried */

/** @type {Nutrient[]} */
export const NUTRIENTS = ["calcium", "vitamin_d", "vitamin_k2"];
const COMPARED = /^(\w+)(>=|<|>)(her|goal|-?\d+(?:\.\d+)?)$/;
const NEAR = 1e-6; // two settings that differ less are the same

/** @type {(lesson: Lesson, name: string) => Settings} a case's settings */
export function settingsOf({ cases, base }, name) {
  const [own, one] = [cases[name].scenario, cases[base].scenario];
  const [calcium, vitamin_d, vitamin_k2] = NUTRIENTS.map((nutrient) => own[nutrient] / one[nutrient]);
  return { calcium, vitamin_d, vitamin_k2 };
}

/** @type {(a: Settings, b: Settings) => Nutrient[]} in which they differ */
export const changed = (a, b) => NUTRIENTS.filter((nutrient) => Math.abs(a[nutrient] - b[nutrient]) > NEAR);

/** @type {(task: Pick<FindTask, "goal" | "one_change">, tried: Tried, her: Tried) => boolean} */
export function meets({ goal, one_change: one }, { settings, run }, her) {
  if (one && changed(settings, her.settings).length !== 1) return false;
  return goal.every(({ quantity, at_least: least = -Infinity, at_most: most = Infinity }) => {
    const value = end(quantity, run);
    return value >= least && value <= most;
  });
}

/**
 * Return whether all conditions of a reply hold.
 *
 * @param {string} when  conditions with blanks between; none always holds
 * @param {Pick<FindTask, "goal" | "one_change">} task
 * @param {Tried} tried
 * @param {Tried} her  what the sliders began with
 * @throws {RangeError} naming a condition that cannot be read
 */
export function holds(when, task, tried, her) {
  return when.split(" ").filter(Boolean).every((condition) => {
    const [name, value] = condition.split("=");
    if (condition === "goal") return meets(task, tried, her);
    if (name === "changed") {
      const different = changed(tried.settings, her.settings);
      return value === "many" ? different.length > 1 : different.length === 1 && different[0] === value;
    }
    return compares(condition, task, tried, her);
  });
}

/** @type {(condition: string, task: Pick<FindTask, "goal">, tried: Tried, her: Tried) => boolean} */
function compares(condition, { goal }, tried, her) {
  const [, name, sign, other] = condition.match(COMPARED) ?? [];
  if (!name) throw new RangeError(`Invalid condition '${condition}' in a lesson. Must be like changed=calcium, goal or bone_change<0.`);
  const of = (/** @type {Tried} */ { settings, run }) => /** @type {Record<string, number>} */ (settings)[name] ?? end(name, run);
  const value = of(tried);
  const limit = limitOf(other, { her: of(her), goal: goal.find(({ quantity }) => quantity === name), sign });
  if (sign === ">=") return value >= limit;
  return sign === "<" ? value < limit : value > limit;
}

/** @type {(other: string, to: {her: number, goal: FindTask["goal"][number] | undefined, sign: string}) => number} */
function limitOf(other, { her, goal, sign }) {
  if (other === "her") return her;
  if (other === "goal") return (sign === "<" ? goal?.at_least : goal?.at_most) ?? Number.NaN;
  return Number(other);
}
