// What the picture says in words: of doors, guards, the struts of bone and the artery's wall.

import { say } from "./messages.js";
import { notableBoneChange } from "./verdict.js";

/**
 * Return the message whose limit is the first above a value.
 *
 * @param {[number, string][]} steps
 * @param {string} otherwise
 * @param {number} value
 */
const firstAbove = (steps, otherwise, value) => say(steps.find(([limit]) => value < limit)?.[1] ?? otherwise);

/** @type {(share: number) => string} how far a door stands open [-] */
export const openWord = (share) => firstAbove([
  [0.1, "door-shut"], [0.3, "door-quarter"], [0.42, "door-third"], [0.58, "door-half"], [0.7, "door-two-thirds"],
  [0.82, "door-three-quarters"],
], "door-wide", share);

/** @type {(share: number) => string} how many of the guards at a door are awake [-] */
export const guardWord = (share) => firstAbove([
  [0.03, "guards-asleep"], [0.38, "guards-most-asleep"], [0.62, "guards-half-awake"], [0.95, "guards-most-awake"],
], "guards-awake", share);

/** @type {(change: number, years: number) => string} the struts after a change of bone [%]; never against the headline */
export function boneWord(change, years) {
  const notable = notableBoneChange(years);
  const less = Math.min(0.3, notable);
  return firstAbove([
    [-1.8, "struts-break"], [-0.9, "struts-thinner"], [-less, "struts-little-thinner"], [less, "struts-strong"],
    [notable, "struts-little-thicker"],
  ], "struts-thicker", change);
}

/** @type {(times: number) => string} the wall of an artery with so many times its first calcium: an illustration */
export const wallWord = (times) => firstAbove([[1.45, "wall-springy"], [1.7, "wall-stiffening"]], "wall-stiff", times);
