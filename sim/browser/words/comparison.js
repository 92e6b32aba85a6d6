// Several runs in words and numbers, as sim/text/comparison.py and sim/figures/overlay.py tell them.

import { end } from "../quantities.js";
import { CALLED, COMPARED, OWN_NAMES, QUANTITIES } from "../tables.js";
import { say } from "./messages.js";
import { signed, told } from "./numbers.js";

/** @import { Named } from "../lab/compared.js" */

const HEADS = ["quantity", "run", "value", "balanced-run", "difference", "difference-percent"];
const ROWS = /** @type {Record<string, { unit: string, decimals?: number }>} */ (QUANTITIES);

/** @type {(runs: Named[]) => { caption: string, columns: string[], rows: string[][] }} from the balanced run of each */
export const differences = (runs) => ({
  caption: say("compared"),
  columns: HEADS.map((head) => say(`compared-${head}`)),
  rows: COMPARED.flatMap((name) => runs.map((named) => rowOf(name, named))),
});

/** @type {(name: string, named: Named) => string[]} */
function rowOf(name, { name: who, run, balanced }) {
  const [value, usual] = [run, balanced].map((each) => end(name, each));
  const { unit, decimals = 0 } = ROWS[name];
  // Beside the next column, which has the difference in percent.
  const difference = `${signed(value - usual, decimals + 1)} ${unit.replace("%", say("percentage-points"))}`;
  return [calledBy(name), who, told(name, value, 1), told(name, usual, 1), difference, signed((100 * (value - usual)) / usual)];
}

/** @type {(name: string, runs: Named[]) => string} the text alternative of a picture with the curves of several runs */
export function describeOverlay(name, runs) {
  const all = [{ name: OWN_NAMES[1], run: runs[0].balanced }, ...runs];
  const ends = all.map((each) => `${each.name}: ${told(name, end(name, each.run))}`).join("; ");
  return say("describe-overlay", { quantity: calledBy(name), ends });
}

/** @type {(name: string) => string} what a quantity is called inside a sentence or a row of a table */
const calledBy = (name) => /** @type {Record<string, string>} */ (CALLED)[name];
