// What a run gives, by the name of its row in the table of quantities: in the unit that readers see.

import { FLUXES } from "./model.js";
import { QUANTITIES } from "./tables.js";

/** @import { Run } from "./run.js" */

const last = (/** @type {Float64Array} */ values) => values[values.length - 1];

/** @type {(run: Run, name: string) => number} a flux on the last day [mg/day] */
const lastDay = (run, name) => last(run.fluxes[name]);

/**
 * How each row is read from a run, as sim/runs/quantities.py reads it, before its scale.
 *
 * @type {Record<string, (run: Run) => Float64Array | number>}
 */
const READERS = {
  ...Object.fromEntries(FLUXES.map((name) => [name, (/** @type {Run} */ run) => run.fluxes[name]])),
  bone_change: ({ amounts: { bone } }) => bone.map((amount) => 100 * (amount / bone[0] - 1)),
  arteries_times: ({ amounts: { arteries } }) => arteries.map((amount) => amount / arteries[0]),
  blood_calcium: ({ amounts, constants }) => amounts.blood.map((amount) => amount / constants.blood_volume),
  serum_25ohd: ({ constants }) => constants.serum_25ohd,
  vitamin_d_gate: ({ constants }) => constants.vitamin_d_gate,
  osteocalcin_activation: ({ constants }) => constants.osteocalcin_activation,
  mgp_activation: ({ constants }) => constants.mgp_activation,
  formation: ({ constants }) => constants.osteocalcin_effect,
  shield: ({ constants }) => constants.mgp_strength * constants.mgp_activation,
  absorbed_share: (run) => lastDay(run, "absorption") / lastDay(run, "intake"),
  day_eaten: (run) => lastDay(run, "intake"),
  day_absorbed: (run) => lastDay(run, "absorption"),
  day_faeces: (run) => lastDay(run, "unabsorbed_loss") + lastDay(run, "endogenous_faecal_loss"),
  day_urine: (run) => lastDay(run, "urinary_excretion"),
  day_bone: (run) => lastDay(run, "bone_formation") - lastDay(run, "bone_resorption"),
  day_arteries: (run) => lastDay(run, "arterial_deposition") - lastDay(run, "arterial_clearance"),
};

/** @type {(name: string, run: Run) => Float64Array | number} a quantity of a run in the unit of files */
export const filed = (name, run) => (READERS[name] ? READERS[name](run) : run.amounts[name]);

/**
 * Return a quantity of a run in its reader's unit: over the years, or one number.
 *
 * @param {string} name  of a row of QUANTITIES
 * @param {Run} run
 */
export function read(name, run) {
  const { scale = 1 } = /** @type {Record<string, { scale?: number }>} */ (QUANTITIES)[name];
  const values = filed(name, run);
  if (typeof values === "number") return scale * values;
  return scale === 1 ? values : values.map((value) => scale * value);
}

/** @type {(name: string, run: Run) => number} a quantity at the end of a run, in its reader's unit */
export function end(name, run) {
  const values = read(name, run);
  return typeof values === "number" ? values : last(values);
}

/**
 * Return a quantity in a year between the samples, which are evenly spaced.
 *
 * @param {ArrayLike<number> | number} values  as `read` returns them
 * @param {number} year
 * @param {number} years  of the run
 */
export function at(values, year, years) {
  if (typeof values === "number") return values;
  const place = (Math.min(Math.max(year / years, 0), 1)) * (values.length - 1);
  const before = Math.min(Math.floor(place), values.length - 2);
  return values[before] + (place - before) * (values[before + 1] - values[before]);
}
