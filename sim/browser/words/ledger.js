// Where the calcium eaten during a run went, as sim/text/sentences.py and tables.py print it: it adds up.

import { DAYS_PER_YEAR } from "../model.js";
import { say } from "./messages.js";
import { plain, rounded, signed } from "./numbers.js";
import { lasting } from "./sentences.js";
import { last } from "./verdict.js";

/** @import { Run } from "../run.js" */
/** @typedef {Record<string, number>} Parts */

/**
 * Return the ledger as a sentence and as rows; its last rows, the sum and what was eaten, are the same.
 *
 * @type {(run: Run) => { caption: string, sentence: string, columns: string[], rows: string[][] }}
 */
export function ledger(run) {
  const { calcium, years } = run.scenario;
  const [went, swallowed] = [stores(run), eatenIn(run)];
  const total = (calcium * years * DAYS_PER_YEAR) / 1000;
  const eaten = Number(rounded(100 * total)) / 100;
  const grams = printed(scaled(went, (amount) => amount / 1000), total);
  const shares = printed(scaled(went, (amount) => (100 * amount) / swallowed), 100);
  const name = (/** @type {string} */ part) => say("ledger-name", { part });
  const row = (/** @type {string} */ part, /** @type {number[]} */ ...numbers) =>
    [name(part), ...numbers.map((value) => plain(value, 2))];
  const parts = Object.keys(went).map((part) => say("ledger-part", { name: name(part), amount: signed(grams[part], 2) }));
  return {
    caption: say("ledger-caption", lasting(years)),
    sentence: say("ledger-sentence", { eaten: plain(eaten, 2), parts: parts.join(", "), ...lasting(years) }),
    columns: ["ledger-went", "ledger-grams", "ledger-share"].map((head) => say(head)),
    rows: [
      ...Object.keys(went).map((part) => row(part, grams[part], shares[part])),
      row("sum", sum(grams), sum(shares)),
      row("eaten", eaten, 100),
    ],
  };
}

const change = (/** @type {Run} */ run, /** @type {string} */ store) => last(run.amounts[store]) - run.amounts[store][0];
export const eatenIn = (/** @type {Run} */ run) => -change(run, "diet");

/** @type {(run: Run) => Parts} where it went [mg] */
export const stores = (run) => ({
  ...Object.fromEntries(["faeces", "urine", "bone", "arteries"].map((store) => [store, change(run, store)])),
  "blood-and-gut": change(run, "blood") + change(run, "gut"),
});

/** @type {(parts: Parts, scale: (value: number) => number) => Parts} */
const scaled = (parts, scale) => Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, scale(value)]));

const sum = (/** @type {Parts} */ parts) => Object.values(parts).reduce((total, part) => total + part, 0);

/**
 * Return parts as they are printed, with two decimals, so that they add up to their total as it is printed.
 *
 * All are rounded down, and as many as the total needs are then raised, those that lose most first.
 *
 * @type {(parts: Parts, total: number) => Parts}
 */
export function printed(parts, total) {
  const down = scaled(parts, (value) => Math.floor(100 * value));
  const missing = Number(rounded(100 * total)) - sum(down);
  const lost = (/** @type {string} */ name) => 100 * parts[name] - down[name];
  const raised = Object.keys(down).sort((a, b) => lost(b) - lost(a)).slice(0, missing);
  return Object.fromEntries(Object.keys(down).map((name) => [name, (down[name] + Number(raised.includes(name))) / 100]));
}
