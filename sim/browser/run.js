// A run of the model in the browser, the same as Python's `simulate`, and what the pictures show of it.

import {
  COMPARTMENTS, DAYS_PER_YEAR, DEFAULTS, DOSES, FLUXES, K_FORMS, LENSES, NAMED, NAMES, SIZES, STARTS, fluxes, named, statics,
} from "./model.js";
import { integrate } from "./solver.js";

/** @import { Ink } from "./types.d.ts" */

/**
 * @typedef {object} Scenario  settings, named as in Python
 * @property {number} calcium  [mg/day]
 * @property {number} vitamin_d  [IU/day]
 * @property {number} vitamin_k2  [ug/day]
 * @property {number} years
 * @property {keyof typeof LENSES} lens
 * @property {keyof typeof K_FORMS} k_form
 * @property {Record<string, number>} parameters  that differ from the lens's
 *
 * @typedef {object} Run
 * @property {Scenario} scenario  what it was made from
 * @property {Record<string, Float64Array>} amounts  by compartment, over the years [mg]
 * @property {Record<string, Float64Array>} fluxes  by name, over the years [mg/day]
 * @property {Record<string, Float64Array>} response  activation of each protein over the K2 slider's range [-]
 * @property {Record<string, number>} constants  controls, parameters and quantities that do not change, by name
 * @property {number} halvings  how often every step had to be halved
 */

/**
 * How each quantity of the pictures is read from a run: over the years, or one number.
 *
 * @type {Record<string, (run: Run) => Float64Array | number>}
 */
const QUANTITIES = {
  bone_change: ({ amounts: { bone } }) => bone.map((amount) => 100 * (amount / bone[0] - 1)),
  arteries: ({ amounts }) => amounts.arteries,
  blood_calcium: ({ amounts, constants }) => amounts.blood.map((amount) => amount / constants.blood_volume),
  ...Object.fromEntries(FLUXES.map((name) => [name, (/** @type {Run} */ run) => run.fluxes[name]])),
  day_eaten: (run) => lastDay(run, "intake"),
  day_absorbed: (run) => lastDay(run, "absorption"),
  day_faeces: (run) => lastDay(run, "unabsorbed_loss") + lastDay(run, "endogenous_faecal_loss"),
  day_urine: (run) => lastDay(run, "urinary_excretion"),
  day_bone: (run) => lastDay(run, "bone_formation") - lastDay(run, "bone_resorption"),
  day_arteries: (run) => lastDay(run, "arterial_deposition") - lastDay(run, "arterial_clearance"),
  osteocalcin: ({ constants }) => constants.osteocalcin_activation,
  mgp: ({ constants }) => constants.mgp_activation,
  dose_osteocalcin: ({ response }) => response.osteocalcin,
  dose_mgp: ({ response }) => response.mgp,
  vitamin_d: ({ constants }) => constants.vitamin_d_gate,
  formation: ({ constants }) => constants.osteocalcin_effect,
  shield: ({ constants }) => constants.mgp_strength * constants.mgp_activation,
};

/**
 * Return what the pictures show of a scenario, in single precision as the server's answer; null without a run.
 *
 * @type {(scenario: Scenario, samples: number) => Ink | null}
 */
export function exactInk(scenario, samples) {
  try {
    const quantities = Object.entries(quantitiesOf(simulate(scenario, samples)));
    return Object.fromEntries(quantities.map(([name, values]) => [name, Float32Array.from(values)]));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** @type {(run: Run) => Record<string, Float64Array>} every quantity of the pictures: over the years, or of one number */
export function quantitiesOf(run) {
  const read = Object.entries(QUANTITIES).map(([name, of]) => [name, of(run)]);
  return Object.fromEntries(read.map(([name, values]) => [name, typeof values === "number" ? Float64Array.of(values) : values]));
}

/**
 * Return what happens in the years after the balanced adult changes to these settings.
 *
 * @param {Scenario} scenario
 * @param {number} samples  how many evenly spaced times, the start included; at least 2
 * @returns {Run}
 * @throws {RangeError} where the model has no run: no steady adult to start from, or no accurate solution
 */
export function simulate(scenario, samples) {
  const values = valuesOf(scenario);
  const constants = constantsOf(values);
  if (!(constants.reference_urinary_excretion > 0)) throw new RangeError("The balanced adult has nothing to excrete.");
  const known = statics(values, new Float64Array(SIZES.statics));
  const days = Float64Array.from({ length: samples }, (_, i) => (i * scenario.years * DAYS_PER_YEAR) / (samples - 1));
  // A compartment starts at something that has a name, or at a number.
  const start = STARTS.map((name) => constants[name] ?? Number(name));
  const { amounts, halvings } = integrate(known, start, days);
  const response = responseOf(values);
  return { scenario, amounts: byName(COMPARTMENTS, amounts), fluxes: fluxesOf(amounts, known), response, constants, halvings };
}

/** @type {(scenario: Scenario) => Float64Array} in the order of NAMES, those of lens and form of vitamin K filled in */
function valuesOf({ lens, k_form, parameters, ...settings }) {
  /** @type {Record<string, number | undefined>} */
  const given = { ...LENSES[lens], k_potency: K_FORMS[k_form], ...parameters, ...settings };
  return Float64Array.from(NAMES, (name, i) => given[name] ?? DEFAULTS[i]);
}

/** @type {(values: Float64Array) => Run["constants"]} those that change during a run are of no particular state */
function constantsOf(values) {
  const quantities = named(new Float64Array(COMPARTMENTS.length).fill(1), values, new Float64Array(NAMED.length));
  return { ...byName(NAMES, values), ...byName(NAMED, quantities) };
}

/** @type {(values: Float64Array) => Run["response"]} the same for every K2 intake of the slider, as `dose_response` */
function responseOf(values) {
  const state = new Float64Array(COMPARTMENTS.length).fill(1);
  const [at, quantities] = [values.slice(), new Float64Array(NAMED.length)];
  const proteins = ["osteocalcin", "mgp"];
  const places = proteins.map((protein) => NAMED.indexOf(`${protein}_activation`));
  const shares = proteins.map(() => new Float64Array(DOSES.count));
  for (let i = 0; i < DOSES.count; i++) {
    at[NAMES.indexOf("vitamin_k2")] = DOSES.low + (i * (DOSES.high - DOSES.low)) / (DOSES.count - 1);
    named(state, at, quantities);
    shares.forEach((share, protein) => { share[i] = quantities[places[protein]]; });
  }
  return byName(proteins, shares);
}

/** @type {(amounts: Float64Array[], known: Float64Array) => Run["fluxes"]} */
function fluxesOf(amounts, known) {
  const found = FLUXES.map(() => new Float64Array(amounts[0].length));
  const [state, now] = [new Float64Array(amounts.length), new Float64Array(FLUXES.length)];
  for (let i = 0; i < amounts[0].length; i++) {
    amounts.forEach((amount, k) => { state[k] = amount[i]; });
    fluxes(state, known, now);
    found.forEach((flux, f) => { flux[i] = now[f]; });
  }
  return byName(FLUXES, found);
}

/** @type {(run: Run, flux: string) => number} */
function lastDay(run, flux) {
  const values = run.fluxes[flux];
  return values[values.length - 1];
}

/**
 * @template Value
 * @param {string[]} names
 * @param {ArrayLike<Value>} values
 * @returns {Record<string, Value>}
 */
function byName(names, values) {
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
}
