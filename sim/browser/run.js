// A run of the model in the browser, the same as Python's `simulate`.

import {
  COMPARTMENTS, DAYS_PER_YEAR, DEFAULTS, DOSES, FLUXES, K_FORMS, LENSES, NAMED, NAMES, SIZES, STARTS, fluxes, named, statics,
} from "./model.js";
import { integrate } from "./solver.js";

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
 * @property {Record<string, number>} constants  controls, parameters and quantities that do not change, by name
 * @property {number} halvings  how often every step had to be halved
 */

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
  const excretion = constants.reference_urinary_excretion;
  if (!(excretion > 0)) throw new RangeError("The balanced adult has nothing to excrete.", { cause: excretion });
  const known = statics(values, new Float64Array(SIZES.statics));
  const days = Float64Array.from({ length: samples }, (_, i) => (i * scenario.years * DAYS_PER_YEAR) / (samples - 1));
  // A compartment starts at something that has a name, or at a number.
  const start = STARTS.map((name) => constants[name] ?? Number(name));
  const { amounts, halvings } = integrate(known, start, days);
  return { scenario, amounts: byName(COMPARTMENTS, amounts), fluxes: fluxesOf(amounts, known), constants, halvings };
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

/**
 * Return how far each protein is switched on over the range of the K2 slider [-], whatever the scenario's own K2.
 *
 * @type {(scenario: Scenario) => Record<string, Float64Array>}
 */
export function doseResponse(scenario) {
  const state = new Float64Array(COMPARTMENTS.length).fill(1);
  const [at, quantities] = [valuesOf(scenario), new Float64Array(NAMED.length)];
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

/**
 * @template Value
 * @param {string[]} names
 * @param {ArrayLike<Value>} values
 * @returns {Record<string, Value>}
 */
function byName(names, values) {
  /** @type {Record<string, Value>} */
  const found = {};
  for (let i = 0; i < names.length; i++) found[names[i]] = values[i];
  return found;
}
