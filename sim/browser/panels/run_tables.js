// The numbers behind the curves, as Python's tables have them: one decimal more than on the curve.

import { DOSES } from "../model.js";
import { read } from "../quantities.js";
import { doseResponse } from "../run.js";
import { K_FORMS, QUANTITIES as ROWS } from "../tables.js";
import { say } from "../words/messages.js";
import { digits, number, plain } from "../words/numbers.js";

/** @import { Run } from "../run.js" */
/** @import { Table } from "./table.js" */
/** @import { Quantity } from "./types.d.ts" */

const STEPS = 10; // from the first row to the last
const QUANTITIES = /** @type {Record<string, Quantity>} */ (ROWS);

/** @type {(run: Run, name: string) => ArrayLike<number>} */
const curve = (run, name) => /** @type {Float64Array} */ (read(name, run));

/**
 * Return a curve at about ten years, with what is told beside it and the balanced run.
 *
 * @type {(name: string, run: Run, balanced: Run) => Table}
 */
export function overTime(name, run, balanced) {
  const { title, also } = QUANTITIES[name];
  const beside = name === "bone_change" ? "bone" : also; // bone in grams as well
  /** @type {[string, string, Run][]} */
  const shown = [["table-this-run", name, run], ["table-balanced", name, balanced]];
  if (beside) shown.splice(beside === also ? 1 : 0, 0, ["table-this-run", beside, run]);
  const curves = shown.map(([, each, of]) => {
    const values = curve(of, each);
    return (/** @type {number} */ at) => digits(each, values[at], 1);
  });
  const last = curve(run, name).length - 1;
  const rows = Array.from({ length: STEPS + 1 }, (_, i) => {
    const at = Math.round((last * i) / STEPS);
    const year = Math.round((100 * run.scenario.years * at) / last) / 100;
    return [number(year), ...curves.map((value) => value(at))];
  });
  const columns = shown.map(([who, each]) => say(who, { unit: QUANTITIES[each].axis ?? QUANTITIES[each].unit }));
  return { caption: title, columns: [say("table-years"), ...columns], rows };
}

const DAY = ["eaten", "absorbed", "faeces", "urine", "bone", "arteries"];

/** @type {(run: Run, balanced: Run) => Table} where the last day's calcium goes */
export function dailyCalcium(run, balanced) {
  const value = (/** @type {Run} */ of, /** @type {string} */ name) => plain(Number(read(`day_${name}`, of)), 3);
  return {
    caption: say("table-daily-calcium"),
    columns: [say("table-last-day"), ...["table-this-run", "table-balanced"].map((who) => say(who, { unit: "mg/day" }))],
    rows: DAY.map((name) => [name, value(run, name), value(balanced, name)]),
  };
}

/** @type {(run: Run) => Table} what each intake of vitamin K switches on, the current one first */
export function activation(run) {
  const { scenario } = run;
  const response = doseResponse(scenario);
  const names = Object.keys(response);
  const line = (/** @type {string} */ dose, /** @type {(name: string) => number} */ percent) =>
    [dose, ...names.map((name) => digits(`${name}_activation`, percent(name), 1))];
  const rows = Array.from({ length: STEPS + 1 }, (_, i) => {
    const at = (i * (DOSES.count - 1)) / STEPS;
    return line(number(DOSES.low + (i * (DOSES.high - DOSES.low)) / STEPS), (name) => 100 * response[name][at]);
  });
  const now = line(say("table-now", { dose: number(scenario.vitamin_k2) }), (name) => Number(read(`${name}_activation`, run)));
  const nutrient = K_FORMS[scenario.k_form].nutrient.replace("Vitamin", "vitamin");
  const heads = names.map((name) => `${QUANTITIES[`${name}_activation`].short} [%]`);
  return { caption: say("table-activation"), columns: [`${nutrient} [\u00b5g/day]`, ...heads], rows: [now, ...rows] };
}
