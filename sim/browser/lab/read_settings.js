// Address to settings of one run, as sim/session/link_settings.py reads them, and what in it was not taken as it stood.

import { simulate } from "../run.js";
import { CONTROLS, GONE, K_FORMS, LENSES, LESSON_KEY, LINK_VERSION, MODEL_VERSION, MOST_PINS, OLD_LESSON_KEYS, PARAMETERS, ROLE_KEY, UNSTEADY } from "../tables.js";
import { say } from "../words/messages.js";
import { general, number, rounded } from "../words/numbers.js";
import { USUAL, checked, rowOf, usualValue } from "./rules.js";

/** @import { Scenario } from "../run.js" */
/** @typedef {Map<string, string[]>} Query  all values of each key, in their order */

const NAMED = { lens: Object.keys(LENSES), k_form: Object.keys(K_FORMS) };
export const PIN_KEYS = Array.from({ length: MOST_PINS }, (_, i) => `pin${i + 1}`);
/** All keys that a link may hold. */
export const KNOWN = new Set([
  ...Object.keys(CONTROLS), ...Object.keys(NAMED), ...Object.keys(PARAMETERS), ...GONE, ...PIN_KEYS,
  LESSON_KEY, ...OLD_LESSON_KEYS, "link", "view", ROLE_KEY,
]);
const LONGEST_SHOWN = 40;
// The spaces of a browser are not quite those of Python's float.
const NUMBER = /^(?:(?!\ufeff)[\s\x85])*([+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?))(?:(?!\ufeff)[\s\x85])*$/i;

/** @type {(text: string) => string} short enough to be repeated in a sentence */
export function shortened(text) {
  const signs = [...text];
  return signs.length <= LONGEST_SHOWN ? text : `${signs.slice(0, LONGEST_SHOWN).join("")}...`;
}

/** @type {(query: Query, key: string) => string | undefined} of a key that stands twice the last counts */
export const lastOf = (query, key) => query.get(key)?.at(-1);

/** @type {(query: Query) => [Scenario, string[]]} settings, and a notice for each thing that was not taken as it stood */
export function fromQuery(query) {
  const notices = [...query].filter(([key, texts]) => texts.length > 1 && KNOWN.has(key)).map(([key, texts]) =>
    say("link-repeated", { key, times: String(texts.length), text: shortened(String(texts.at(-1))) }));
  /** @type {Record<string, number | string>} */
  const settings = {};
  for (const [name, row] of Object.entries(CONTROLS)) {
    if (query.has(name)) settings[name] = numberOf(name, row.default, query, notices);
  }
  for (const [name, table] of Object.entries(NAMED)) settings[name] = nameOf(name, table, query, notices);
  const scenario = /** @type {Scenario} */ ({ ...USUAL, ...settings });
  const read = Object.keys(PARAMETERS).filter((name) => query.has(name))
    .map((name) => /** @type {const} */ ([name, numberOf(name, usualValue(scenario, name), query, notices)]));
  notices.push(...goneNotices([...query.keys()]), ...versionNotices(lastOf(query, "link") ?? String(LINK_VERSION)));
  const changed = read.filter(([name, value]) => value !== usualValue(scenario, name));
  const kept = withParameters(scenario, Object.fromEntries(changed), notices);
  // Last, because there may be thousands of them.
  const unknown = [...query.keys()].filter((key) => !KNOWN.has(key));
  return [kept, [...notices, ...unknown.map((key) => say("link-unknown", { key: shortened(key) }))]];
}

/** @type {(names: string[]) => string[]} a notice for each of these names that was a parameter of an earlier model */
export const goneNotices = (names) => GONE.filter((name) => names.includes(name)).sort().map((key) => say("link-gone", { key }));

/** @type {(key: string, table: string[], query: Query, notices: string[]) => string} the first of the table is usual */
export function nameOf(key, table, query, notices) {
  const text = lastOf(query, key) ?? table[0];
  if (table.includes(text)) return text;
  notices.push(say("link-name", { key, text: shortened(text), names: table.join(", "), kept: table[0] }));
  return table[0];
}

/** @type {(text: string) => number} NaN where Python's `as_number` gives it */
function asNumber(text) {
  const digits = NUMBER.exec(text)?.[1] ?? "";
  if (!digits) return Number.NaN;
  return Number(digits.replace(/inf.*/i, "Infinity")) + 0; // a minus zero loses its sign
}

/** @type {(key: string, usual: number, query: Query, notices: string[]) => number} */
function numberOf(key, usual, query, notices) {
  const text = shortened(String(lastOf(query, key)));
  const value = asNumber(String(lastOf(query, key)));
  if (Number.isNaN(value)) {
    notices.push(say("link-no-number", { key, text, kept: number(usual) }));
    return usual;
  }
  const { low, high, unit } = rowOf(key);
  const kept = Math.min(Math.max(value, low), high);
  if (kept !== value) {
    const ends = `${number(low)} to ${number(high)} ${unit.replaceAll("-", "")}`.trim();
    notices.push(say("link-outside", { key, text, ends, kept: number(kept) }));
  } else if (key in CONTROLS && !Number.isInteger(kept)) {
    const whole = Number(rounded(kept));
    notices.push(say("link-fraction", { key, text, kept: number(whole) }));
    return whole;
  }
  return kept;
}

/** @type {(version: string) => string[]} */
function versionNotices(version) {
  if (version === String(LINK_VERSION)) return [];
  const older = Array.from({ length: LINK_VERSION - 1 }, (_, i) => String(i + 1)).includes(version);
  return [older ? say("link-older", { model: MODEL_VERSION }) : say("link-version", { text: shortened(version), version: String(LINK_VERSION) })];
}

/** @type {(scenario: Scenario, parameters: Record<string, number>, notices: string[]) => Scenario} without where they have no solution */
function withParameters(scenario, parameters, notices) {
  const changed = checked({ ...scenario, parameters });
  try {
    if (Object.keys(parameters).length) simulate(changed, 2);
    return changed;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const excretion = error.cause;
    notices.push(typeof excretion === "number"
      ? say("link-unsteady", { error: UNSTEADY.replace("{excretion}", general(excretion, 4)) })
      : say("link-unsolved", { names: Object.keys(changed.parameters).join(", ") }));
    return checked(scenario);
  }
}
