// A run as data, in the very bytes of sim/export/data.py: a tidy table, or JSON that holds the scenario.

import { numberText } from "./lab/link.js";
import { COMPARTMENTS, FLUXES } from "./model.js";
import { filed } from "./quantities.js";
import { K_FORMS, LENSES, MODEL_VERSION, QUANTITIES, RUN_COLUMNS } from "./tables.js";
import { eatenIn, stores } from "./words/ledger.js";
import { say } from "./words/messages.js";
import { rounded as text } from "./words/numbers.js";
import { experimentOf, madeWith } from "./words/sentences.js";

/** @import { Run } from "./run.js" */
/** @typedef {string | number} Cell */

const FORMULA = /^[=+\-@]./;
const PROTEINS = ["osteocalcin", "mgp"];

/** @type {[string, string][]} name and unit of what files hold */
const FILED = Object.entries(/** @type {Record<string, { filed?: string }>} */ (QUANTITIES))
  .flatMap(([name, { filed: unit }]) => (unit ? [[name, unit]] : []));

/** @type {(value: number) => number} a computed number as files hold it, as `rounded` of sim/text/data_files.py */
function rounded(value) {
  const decimals = Math.min(9, Math.max(0, 7 - Number(value.toExponential(7).split("e")[1])));
  const finer = value.toFixed(decimals + 3);
  return Number(finer.endsWith("500") ? text(Number(finer), decimals) : Number(finer).toFixed(decimals));
}

/** @type {(name: string, run: Run) => number | number[]} */
function valuesOf(name, run) {
  const values = filed(name, run);
  return typeof values === "number" ? rounded(values) : Array.from(values, rounded);
}

/** @type {(run: Run) => number[]} */
const yearsOf = ({ scenario: { years }, amounts: { bone } }) =>
  Array.from(bone, (_, i) => rounded((i * years) / (bone.length - 1)));

/** @type {(runs: [string, Run][]) => string} runs by name as one table; what does not change stands at time 0 */
export function csv(runs) {
  const table = [lineOf(RUN_COLUMNS), ...runs.flatMap(([name, run]) => linesOf(name, run)), ""].join("\n");
  return /[\u0080-\uffff]/.test(table) ? `\ufeff${table}` : table;
}

/** @type {(name: string, run: Run) => string[]} */
function linesOf(name, run) {
  const { calcium, vitamin_d, vitamin_k2, years, lens, k_form, parameters } = run.scenario;
  const changed = Object.entries(parameters).map(([parameter, value]) => `${parameter} = ${numberText(value)}`).join("; ");
  const facts = lineOf([calcium, vitamin_d, vitamin_k2, years, LENSES[lens].label, K_FORMS[k_form].label, changed || "no",
    madeWith(run.scenario), say("notice")]);
  const times = yearsOf(run);
  const lines = FILED.map(([quantity, unit]) =>
    [valuesOf(quantity, run)].flat().map((value, i) => `${lineOf([name, times[i], quantity, value, unit])},${facts}`));
  return [...lines.filter(({ length }) => length === 1), ...lines.filter(({ length }) => length > 1)].flat();
}

/** @type {(cells: Cell[]) => string} */
const lineOf = (cells) => cells.map(written).join(",");

/** @type {(cell: Cell) => string} a text is never taken for a formula, and stands in quotes where it has to */
function written(cell) {
  if (typeof cell === "number") return numberText(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @type {(run: Run) => string} */
export function json(run) {
  const { scenario } = run;
  const { calcium, vitamin_d, vitamin_k2, years, parameters, lens, k_form } = scenario;
  const grouped = [...COMPARTMENTS, ...FLUXES, ...PROTEINS.map((protein) => `${protein}_activation`)];
  const single = FILED.filter(([name]) => !grouped.includes(name));
  const table = (/** @type {string[]} */ names, ending = "") =>
    Object.fromEntries(names.map((name) => [name, valuesOf(name + ending, run)]));
  const went = Object.entries(stores(run)).map(([part, amount]) => [part.replaceAll("-", " "), rounded(amount)]);
  return jsonText({
    notice: say("notice"),
    made_with: say("app-name"),
    model_version: MODEL_VERSION,
    account: LENSES[lens].phrase,
    experiment: experimentOf(scenario) || null,
    scenario: { calcium, vitamin_d, vitamin_k2, years, parameters, lens, k_form },
    units: { years: "years", amounts: "mg", fluxes: "mg/day", activation: "-", ledger: "mg", ...Object.fromEntries(single) },
    years: yearsOf(run),
    amounts: table(COMPARTMENTS),
    fluxes: table(FLUXES),
    activation: table(PROTEINS, "_activation"),
    ...table(single.map(([name]) => name)),
    ledger: { eaten: rounded(eatenIn(run)), ...Object.fromEntries(went) },
  });
}

/** @type {(content: object) => string} with numbers written as Python writes them */
function jsonText(content) {
  const marked = (/** @type {string} */ _, /** @type {unknown} */ value) => (typeof value === "number" ? `\0${numberText(value)}` : value);
  return `${JSON.stringify(content, marked, 1).replace(/"\\u0000([^"]*)"/g, "$1")}\n`;
}
