// Where every gram went: a table with a column for each case; bone and artery walls stand out in their colours.

import { add } from "../../elements.js";
import { end } from "../../quantities.js";
import { eatenIn, stores } from "../../words/ledger.js";
import { say } from "../../words/messages.js";
import { plain, signed, told } from "../../words/numbers.js";

/** @import { Run } from "../../run.js" */

const ROWS = ["eaten", "faeces", "urine", "bone", "arteries", "blood"];

/** @type {(run: Run) => string[]} what each row says of a run */
function cellsOf(run) {
  const went = stores(run);
  const grams = (/** @type {number} */ milligrams) => say("task-grams", { grams: plain(milligrams / 1000) });
  const change = (/** @type {number} */ milligrams) => say("task-grams", { grams: signed(milligrams / 1000) });
  return [
    grams(eatenIn(run)), grams(went.faeces), grams(went.urine), change(went.bone), change(went.arteries),
    told("blood_calcium", end("blood_calcium", run)),
  ];
}

/** @type {(place: HTMLElement, runs: {label: string, run: Run}[]) => void} */
export function drawLedger(place, runs) {
  const cells = runs.map(({ run }) => cellsOf(run));
  drawEvidence(place, { columns: ["", ...runs.map(({ label }) => label)], rows: ROWS.map((row, i) => [say(`task-row-${row}`), ...cells.map((each) => each[i])]) });
}

/** @type {(place: HTMLElement, table: {columns: string[], rows: string[][]}) => void} a table as data gives it: its first column names rows */
export function drawEvidence(place, { columns, rows }) {
  place.replaceChildren();
  const table = add(add(place, "div", { class: "wide", tabindex: 0, role: "region", "aria-label": say("task-ledger") }), "table", { class: "evidence" });
  add(table, "caption").textContent = say("task-ledger");
  const head = add(add(table, "thead"), "tr");
  const body = add(table, "tbody");
  for (const column of columns) add(head, column ? "th" : "td", column ? { scope: "col" } : {}).textContent = column;
  for (const [name, ...values] of rows) {
    const row = add(body, "tr");
    add(row, "th", { scope: "row" }).textContent = name;
    for (const value of values) add(row, "td").textContent = value;
  }
}
