// What a preset, an account, an experiment or an assumption does to the settings; and which values they may have.

import { DEFAULTS, K_FORMS, LENSES, NAMES } from "../model.js";
import { CONTROLS, EXPERIMENTS, INTERVENTIONS, LENS_PARAMETERS, NUTRIENTS, PARAMETERS, PRESETS } from "../tables.js";
import { say } from "../words/messages.js";
import { number } from "../words/numbers.js";

/** @import { Scenario } from "../run.js" */

/** @typedef {{label: string, unit: string, low: number, high: number}} Row  of a control or parameter */

const CONTROL_NAMES = /** @type {(keyof typeof CONTROLS)[]} */ (Object.keys(CONTROLS));

/** @type {Scenario} the balanced adult */
export const USUAL = Object.freeze({
  ...PRESETS.balanced, years: CONTROLS.years.default, lens: "story", k_form: "mk7", parameters: Object.freeze({}),
});

/** @type {(scenario: Scenario, name: keyof typeof PRESETS) => Scenario} years, account and assumptions stay */
export const withPreset = (now, name) => (
  { ...USUAL, ...PRESETS[name], years: now.years, lens: now.lens, parameters: assumptionsOf(now) });

/** @type {(scenario: Scenario) => Record<string, number>} the changed parameters that are not of an experiment */
const assumptionsOf = ({ parameters }) => kept(parameters, (name) => !INTERVENTIONS.includes(name));

/** @type {(scenario: Scenario) => string | null} the preset whose nutrients these are, while no experiment is run */
export function presetOf(now) {
  if (now.k_form !== USUAL.k_form || Object.keys(now.parameters).some((name) => INTERVENTIONS.includes(name))) return null;
  return presetWithNutrients(now);
}

/** @type {(scenario: Scenario) => string | null} */
export function presetWithNutrients(now) {
  const nutrients = /** @type {("calcium" | "vitamin_d" | "vitamin_k2")[]} */ (NUTRIENTS);
  const found = Object.entries(PRESETS).find(([, preset]) => nutrients.every((name) => preset[name] === now[name]));
  return found ? found[0] : null;
}

/** @type {(scenario: Scenario, lens: Scenario["lens"]) => Scenario} what an account sets goes to its own value */
export const throughLens = (now, lens) => (
  { ...now, lens, parameters: kept(now.parameters, (name) => !LENS_PARAMETERS.includes(name)) });

/** @type {(scenario: Scenario, name: keyof typeof EXPERIMENTS) => Scenario} done to the balanced adult */
export function withExperiment(now, name) {
  return { ...withPreset(now, "balanced"), parameters: { ...assumptionsOf(now), ...EXPERIMENTS[name].parameters } };
}

/** @type {(scenario: Scenario) => Scenario} */
export const withoutExperiment = (now) => ({ ...now, parameters: assumptionsOf(now) });

/** @type {(scenario: Scenario, name: string, value: number) => Scenario} at its usual value it is not a change */
export function withParameter(now, name, value) {
  const rounded = Math.round(value * 1e6) / 1e6; // the browser counts 0.15000000000000002
  const parameters = kept(now.parameters, (other) => other !== name);
  return { ...now, parameters: rounded === usualValue(now, name) ? parameters : { ...parameters, [name]: rounded } };
}

/** @type {(scenario: Scenario) => Scenario} the balanced adult in the same world; experiments are not done to it */
export const balancedOf = ({ years, lens, parameters }) => (
  { ...USUAL, years, lens, parameters: assumptionsOf({ ...USUAL, parameters }) });

/** @type {(scenario: Scenario, name: string) => number} a parameter's value under an account and form of vitamin K */
export function usualValue({ lens, k_form }, name) {
  /** @type {Record<string, number | undefined>} */
  const set = { ...LENSES[lens], k_potency: K_FORMS[k_form] };
  return set[name] ?? DEFAULTS[NAMES.indexOf(name)];
}

/**
 * Return settings in the one order in which links, files and comparisons have them.
 *
 * @type {(scenario: Scenario) => Scenario}
 * @throws {RangeError} one sentence that names a value that is out of range
 */
export function checked({ calcium, vitamin_d, vitamin_k2, years, lens, k_form, parameters }) {
  const controls = { calcium, vitamin_d, vitamin_k2, years };
  for (const name of CONTROL_NAMES) check(rowOf(name), controls[name]);
  const names = Object.keys(parameters).sort();
  for (const name of names) check(rowOf(name), parameters[name]);
  return { ...controls, lens, k_form, parameters: Object.fromEntries(names.map((name) => [name, parameters[name]])) };
}

/** @type {(name: string) => Row} */
export function rowOf(name) {
  if (name in CONTROLS) return CONTROLS[/** @type {keyof typeof CONTROLS} */ (name)];
  const [low, high, unit] = PARAMETERS[/** @type {keyof typeof PARAMETERS} */ (name)];
  return { label: name, unit: String(unit), low: Number(low), high: Number(high) };
}

/** @type {(row: Row, value: number) => void} */
function check(row, value) {
  if (!(row.low <= value && value <= row.high)) throw refused(row, String(value), "refused");
}

/**
 * Return the whole number that a reader typed for a control.
 *
 * @type {(row: Row, text: string) => number}
 * @throws {RangeError} one sentence that names the text and what it may be
 */
export function typedNumber(row, text) {
  const typed = text.trim();
  const digits = typed.replace(/^(\d{1,3})((?:[,\s\u202f]\d{3})+)$/, (_, first, rest) => first + rest.replace(/\D/g, ""));
  const value = /^[+-]?\d+(\.0*)?$/.test(digits) ? Number(digits) : Number.NaN;
  if (Number.isNaN(value)) throw refused(row, typed, "refused-text");
  if (value < row.low || value > row.high) throw refused(row, typed, "refused");
  return value;
}

/** @type {(row: Row, value: string, message: string) => RangeError} */
function refused({ label, unit, low, high }, value, message) {
  const shown = value.length > 40 ? `${value.slice(0, 40)}...` : value;
  return new RangeError(say(message, { label, value: shown, unit, low: number(low), high: number(high) }));
}

/** @type {(parameters: Record<string, number>, keeps: (name: string) => boolean) => Record<string, number>} */
const kept = (parameters, keeps) => Object.fromEntries(Object.entries(parameters).filter(([name]) => keeps(name)));
