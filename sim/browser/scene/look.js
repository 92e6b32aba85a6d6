// What the drawing shows of a run in one year. All scales of the drawing stand here; the biology is only read.

import { at, read } from "../quantities.js";
import { clamp } from "./nodes.js";

/** @import { Run } from "../run.js" */

/** One moving dot is so much calcium. [mg/day] */
export const DOT = 40;
/** Through the lens the same dot is so many times less. */
export const LENS = 5000;
/** One speck in the artery wall. [mg] */
export const SPECK = 10;
/** The drawn bone gains and loses so many times the bone's own share: at -20 % two fifths of it are left. */
export const BONE_SCALE = 3;
/** The door of bone is shut at this share of the balanced adult's formation, and wide open at all of it. */
export const DOOR_SHUT = 0.9;
/** The door of the artery is wide open when so much passes. [mg/day] */
export const DOOR_WIDE = 0.1;
/** Guards at a door of the balanced adult: as many as its vitamin D makes work for. */
export const GUARDS = 5;

/**
 * @typedef {object} Look
 * @property {number} bone  bone_change [%]
 * @property {number} times  arteries_times
 * @property {number} milligrams  in the artery wall [mg]
 * @property {number} net  what bone gains on a day of the year [mg/day]
 * @property {Record<"vitamin_d" | "osteocalcin" | "mgp", number>} doors  how far each is drawn open, 0 to 1
 * @property {number} needed  guards that have work at each door
 * @property {{osteocalcin: number, mgp: number}} awake  how many of them are awake
 * @property {Record<string, number>} flows  by flux [mg/day]
 */

const FLOWS = ["intake", "absorption", "bone_formation", "bone_resorption", "arterial_deposition"];

/** @type {(run: Run, year: number) => Look} */
export function lookOf(run, year) {
  const of = (/** @type {string} */ name) => at(read(name, run), year, run.constants.years);
  const flows = Object.fromEntries(FLOWS.map((name) => [name, of(name)]));
  const needed = Math.round(GUARDS * run.constants.k2_need);
  const awake = (/** @type {string} */ name) => Math.round((needed * of(`${name}_activation`)) / 100);
  return {
    bone: of("bone_change"),
    times: of("arteries_times"),
    milligrams: of("arteries"),
    net: flows.bone_formation - flows.bone_resorption,
    doors: {
      vitamin_d: of("vitamin_d_gate"),
      osteocalcin: clamp((of("formation") - DOOR_SHUT) / (1 - DOOR_SHUT), 0, 1),
      mgp: clamp(flows.arterial_deposition / DOOR_WIDE, 0, 1),
    },
    needed,
    awake: { osteocalcin: awake("osteocalcin"), mgp: awake("mgp") },
    flows,
  };
}
