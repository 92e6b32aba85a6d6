// What a plate adds up to and what the sliders make of it: lowest and highest values of sources, as in plate.py.

import { FOODS, K2_FORMS, MORE_THAN_LISTED, MOST, SUN } from "../food_tables.js";
import { CONTROLS, INTAKES, K_FORMS } from "../tables.js";
import { say } from "../words/messages.js";
import { number, rounded } from "../words/numbers.js";

/** @import { Scenario } from "../run.js" */
/** @import { Day, Food, Nutrient, Span, Total } from "./types.d.ts" */

export const NUTRIENTS = /** @type {Nutrient[]} */ (["calcium", "vitamin_d", "vitamin_k2"]);
export const NO_SUN = "none";
const TEENAGER = /^(teenager|any age)/;

/** @type {(one: Span, other: Span) => Span} */
const plus = ([low, high], [more, most]) => [low + more, high + most];
/** @type {(span: Span, count: number) => Span} */
const times = ([low, high], count) => [count * low, count * high];
/** @type {(span: Span) => number} the middle, a rule and not a measurement */
export const typical = ([low, high]) => (low + high) / 2;
/** @type {(value: number) => string} an amount as readers see it: whole, with one decimal where it is small */
export const shown = (value) => number(Number(rounded(value, value >= 10 ? 0 : 1)));
/** @type {(nutrient: Nutrient) => string} */
export const unitOf = (nutrient) => CONTROLS[nutrient].unit.replace("/day", "");
/** @type {(nutrient: Nutrient) => { recommended: number | null, upper: number | null, group: string }} for a teenager */
export const reference = (nutrient) => /** @type {any} */ (INTAKES.find((row) => row.nutrient === nutrient && TEENAGER.test(row.group)));

/** @type {(day: Day) => [string, Food, number][]} what is on the plate, in the order of the food table */
export const onPlate = ({ servings }) => Object.entries(FOODS).flatMap(([key, food]) =>
  /** @type {[string, Food, number][]} */ (servings[key] ? [[key, food, servings[key]]] : []));

/** @type {(day: Day, key: string, change: number) => Day} @throws {RangeError} if it would be too much of one food */
export function withServings(day, key, change) {
  const count = (day.servings[key] ?? 0) + change;
  if (count > MOST) throw new RangeError(say("plate-full", { food: FOODS[key].name, count, most: MOST }));
  return { ...day, servings: { ...day.servings, [key]: Math.max(count, 0) } };
}

/** @type {(day: Day) => Record<Nutrient, Total>} */
export function totals(day) {
  const found = /** @type {Record<Nutrient, Total>} */ (Object.fromEntries(NUTRIENTS.map((name) => [name, total(day, name)])));
  if (day.sun === NO_SUN) return found;
  const { vitamin_d: without } = found;
  return { ...found, vitamin_d: { ...without, span: plus(without.span, SUN[day.sun]), known: true } };
}

/** @type {(day: Day, nutrient: Nutrient) => Total} of the foods alone; what is not known is named, not counted as zero */
function total(day, nutrient) {
  /** @type {Total} */
  const sum = { span: [0, 0], known: false, missing: [], memory: [] };
  for (const [, { name, spans, labels, memory }, count] of onPlate(day)) {
    const span = spans[nutrient];
    if (!span) sum.missing.push(name);
    else {
      sum.span = plus(sum.span, times(span, count));
      // A label that names none of it says nothing about the rest of the plate.
      sum.known ||= span[1] > 0 || !labels?.includes(nutrient);
    }
    if (memory?.includes(nutrient)) sum.memory.push(name);
  }
  return sum;
}

/** @type {(day: Day) => [string, Span][]} the K2 of a plate form by form; together they are the total */
export const byForm = (day) => K2_FORMS.map((form) => [form, onPlate(day).reduce((sum, [, { forms }, count]) =>
  (forms[form] ? plus(sum, times(forms[form], count)) : sum), /** @type {Span} */ ([0, 0]))]);

/** @type {(value: number, nutrient: Nutrient) => number} */
const inside = (value, nutrient) => Math.min(Math.max(value, CONTROLS[nutrient].low), CONTROLS[nutrient].high);

/** @type {(day: Day) => Partial<Record<Nutrient, number>>} where a plate puts the sliders of which it knows something */
export const settings = (day) => Object.fromEntries(Object.entries(totals(day)).flatMap(([name, { known, span }]) =>
  (known ? [[name, inside(Number(rounded(typical(span))), /** @type {Nutrient} */ (name))]] : [])));

/** @type {(scenario: Scenario, day: Day) => Scenario} the sliders at a plate, whose K2 is no K1 */
export function toSliders(scenario, day) {
  const values = settings(day);
  const turned = scenario.k_form === "k1" && "vitamin_k2" in values;
  return { ...scenario, ...values, k_form: turned ? "mk7" : scenario.k_form };
}

/** @type {(span: Span | undefined) => string} a range in words */
export function rangeText(span) {
  if (!span) return say("plate-not-known");
  const [low, high] = span.map(shown);
  return low === high ? low : `${low} to ${high}`;
}

/** @type {(nutrient: Nutrient, total: Total) => string} what is on the plate of a nutrient */
export function amount(nutrient, { known, missing, span }) {
  if (!known) return say(missing.length ? "plate-not-known" : "plate-nothing");
  const [low, high] = span.map(shown);
  return say(low === high ? "plate-exact" : "plate-range", { typical: shown(typical(span)), unit: unitOf(nutrient), low, high });
}

/** @type {(day: Day, scenario: Scenario) => string[]} what the sliders cannot show, what is left out or not checked */
export function remarks(day, scenario) {
  const foods = onPlate(day);
  const sums = Object.entries(totals(day));
  if (!foods.length && day.sun === NO_SUN) return [];
  const lines = sums.flatMap(([name, sum]) => remarksOn(/** @type {Nutrient} */ (name), sum, total(day, /** @type {Nutrient} */ (name))));
  const forms = byForm(day).filter(([, span]) => span[1]);
  const leaves = foods.filter(([, { k1 }]) => k1).map(([, { name }]) => name);
  if (leaves.length) lines.push(say("plate-k1", { foods: leaves.join(", ") }));
  if (forms.length && scenario.k_form === "k1") lines.push(say("plate-turns", { form: K_FORMS.mk7.label }));
  return foods.length ? [...lines, MORE_THAN_LISTED] : lines;
}

/** @type {(nutrient: Nutrient, total: Total, eaten: Total) => string[]} `eaten` counts no sun, as upper limits do not */
function remarksOn(name, { span, known, missing, memory }, eaten) {
  const { short, unit, low, high } = CONTROLS[name];
  const [nutrient, foods, value] = [short, missing.join(", "), Number(rounded(typical(span)))];
  const { upper, group } = reference(name);
  const lines = [];
  if (!known) lines.push(foods ? say("plate-stays", { nutrient, foods }) : say("plate-stays-empty", { nutrient }));
  else if (value !== inside(value, name)) {
    const [from, to, end] = [low, high, inside(value, name)].map(number);
    lines.push(say("plate-outside", { nutrient, value: number(value), unit, low: from, high: to, end }));
  }
  if (upper !== null && typical(eaten.span) > upper) {
    lines.push(say("plate-above", { nutrient, value: shown(typical(eaten.span)), unit, limit: number(upper), group }));
  }
  if (known && foods) lines.push(say("plate-missing", { nutrient, foods }));
  if (memory.length) lines.push(say("plate-memory", { nutrient, foods: memory.join(", ") }));
  return lines;
}
