// The tornado: which uncertain number moves bone and arteries most, drawn, in words and as a table.

import { add, set } from "../elements.js";
import { CURVES } from "../ensemble.js";
import { end } from "../quantities.js";
import { PARAMETERS, QUANTITIES, UNCERTAIN } from "../tables.js";
import { say } from "../words/messages.js";
import { digits, number, told } from "../words/numbers.js";

/** @import { Curve, Ends, Swing } from "../ensemble.js" */
/** @import { Run } from "../run.js" */
/** @import { Table } from "./table.js" */

const SHOWN = 6; // the table has them all
const LEAST = { bone_change: 1, arteries_times: 0.2 }; // of a scale: a bar of nothing must look like nothing

/** @type {(name: string) => {name: string, meaning: string}} */
const rowOf = (name) => UNCERTAIN[/** @type {keyof typeof UNCERTAIN} */ (name)];

/**
 * Create the drawing: a bar a number, its two ends told apart by an open and a filled dot.
 *
 * @type {(host: HTMLElement) => (swings: Swing[], run: Run) => void}
 */
export function createTornado(host) {
  const list = add(host, "div", { class: "tornado", "aria-hidden": "true" });
  return (swings, run) => {
    list.replaceChildren();
    const scales = CURVES.map((name) => scaleOf(name, swings.slice(0, SHOWN), end(name, run)));
    add(list, "span");
    for (const name of CURVES) add(list, "b").textContent = `${QUANTITIES[name].title}, ${QUANTITIES[name].axis}`;
    for (const swing of swings.slice(0, SHOWN)) {
      add(list, "span").textContent = rowOf(swing.parameter).name;
      for (const { name, at, usual } of scales) addTrack(list, name, swing[name].map(at), at(usual));
    }
    add(list, "span");
    for (const { name, ends } of scales) {
      const axis = add(list, "span", { class: "tornado-axis" });
      for (const value of ends) add(axis, "span").textContent = told(name, value);
    }
  };
}

/** @type {(name: Curve, swings: Swing[], usual: number) => {name: Curve, usual: number, ends: Ends, at: (value: number) => number}} */
function scaleOf(name, swings, usual) {
  const all = [usual, ...swings.flatMap((swing) => swing[name])];
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  const room = Math.max(0.08 * (highest - lowest), (LEAST[name] - (highest - lowest)) / 2);
  const [low, high] = [lowest - room, highest + room];
  return { name, usual, ends: [low, high], at: (value) => (100 * (value - low)) / (high - low) };
}

/** @type {(list: HTMLElement, name: Curve, ends: number[], usual: number) => void} places are in % of the track */
function addTrack(list, name, [low, high], usual) {
  const track = add(list, "span", { class: `tornado-track own-${QUANTITIES[name].colour}` });
  set(add(track, "i", { class: "tornado-usual" }), { style: `left: ${usual}%` });
  set(add(track, "i", { class: "tornado-bar" }), { style: `left: ${Math.min(low, high)}%; width: ${Math.abs(high - low)}%` });
  set(add(track, "i", { class: "tornado-dot" }), { style: `left: ${low}%` });
  set(add(track, "i", { class: "tornado-dot highest" }), { style: `left: ${high}%` });
}

/** @type {(swings: Swing[]) => string} what stands for the drawing */
export function describeTornado(swings) {
  if (!swings.length) return say("describe-no-tornado");
  const width = (/** @type {Ends} */ [one, other]) => Math.abs(other - one);
  const [bone, arteries] = CURVES.map((name) => swings.reduce((most, each) => (width(each[name]) > width(most[name]) ? each : most)));
  return say("describe-tornado", {
    bone: rowOf(bone.parameter).name, arteries: rowOf(arteries.parameter).name,
    bone_low: digits("bone_change", Math.min(...bone.bone_change)), bone_high: told("bone_change", Math.max(...bone.bone_change)),
    arteries_low: told("arteries_times", Math.min(...arteries.arteries_times)),
    arteries_high: told("arteries_times", Math.max(...arteries.arteries_times)),
  });
}

/** @type {(swings: Swing[]) => Table} what each uncertain number does alone, at both ends of its plausible range */
export function tornadoTable(swings) {
  const heads = CURVES.map((name) => `${QUANTITIES[name].short} [${QUANTITIES[name].unit}]`);
  const to = (/** @type {Ends} */ ends, /** @type {(value: number) => string} */ written) => ends.map(written).join(" to ");
  const rows = swings.map(({ parameter, values, ...ends }) => {
    const unit = PARAMETERS[/** @type {keyof typeof PARAMETERS} */ (parameter)][2];
    const { name, meaning } = rowOf(parameter);
    const plausible = to(values, number) + (unit === "-" ? "" : ` ${unit}`);
    return [`${name}: ${meaning}`, plausible, ...CURVES.map((curve) => to(ends[curve], (value) => digits(curve, value, 1)))];
  });
  return { caption: say("table-tornado"), columns: [say("table-assumption"), say("table-plausible"), ...heads], rows };
}
