// The axis of a curve: fixed by the table of quantities, so that all runs share it; wider only when a run leaves it.

import { at, read } from "../quantities.js";
import { QUANTITIES } from "../tables.js";

/** @import { Run } from "../run.js" */
/** @typedef {{low: number, high: number, width: number, height: number, years: number}} Axis */

/** @type {WeakMap<Run, Record<string, Float64Array>>} what was read from each run: every frame of a drag asks again */
const known = new WeakMap();

/** @type {(name: string, run: Run) => Float64Array} */
function valuesOf(name, run) {
  const found = known.get(run) ?? {};
  known.set(run, found);
  found[name] ??= /** @type {Float64Array} */ (read(name, run));
  return found[name];
}

/** @type {(name: string, run: Run, year: number) => number} */
export const valueIn = (name, run, year) => at(valuesOf(name, run), year, run.constants.years);

/** @type {(name: string, runs: Run[], width: number, height: number) => Axis} the first run's years are those shown */
export function axisOf(name, runs, width, height) {
  const { range } = /** @type {{range: number[]}} */ (/** @type {Record<string, unknown>} */ (QUANTITIES)[name]);
  const all = runs.map((run) => valuesOf(name, run));
  const low = Math.min(range[0], ...all.map((values) => Math.min(...values)));
  const high = Math.max(range[1], ...all.map((values) => Math.max(...values)));
  return { low, high, width, height, years: runs[0].constants.years };
}

/** @type {(axis: Axis, year: number) => number} */
export const across = ({ width, years }, year) => (year / years) * width;

/** @type {(axis: Axis, value: number) => number} how far up it is, 0 to 1 */
export const shareOf = ({ low, high }, value) => (value - low) / (high - low);

/** @type {(axis: Axis, value: number) => number} */
export const down = (axis, value) => axis.height - shareOf(axis, value) * axis.height;

/** @type {(axis: Axis, name: string, run: Run) => Float64Array} how far up a run is, over its years */
export const sharesOf = (axis, name, run) => valuesOf(name, run).map((value) => shareOf(axis, value));

const fine = (/** @type {number} */ value) => Math.round(value * 100) / 100;

/** @type {(axis: Axis, name: string, run: Run, from: number, to: number) => string[]} its points between two years */
export function pointsOf(axis, name, run, from, to) {
  const values = valuesOf(name, run);
  const { years } = run.constants;
  const point = (/** @type {number} */ year, /** @type {number} */ value) => `${fine(across(axis, year))} ${fine(down(axis, value))}`;
  const points = [point(from, at(values, from, years))];
  for (let i = 0; i < values.length; i++) {
    const year = (i * years) / (values.length - 1);
    if (year > from && year < to) points.push(point(year, values[i]));
  }
  points.push(point(to, at(values, to, years)));
  return points;
}

/** @type {(points: string[]) => string} */
export const pathOf = (points) => (points.length ? `M${points.join("L")}` : "");

/** @type {(ends: {y: number}[], least: number, low: number, high: number) => void} moves labels apart within their room */
export function spread(ends, least, low, high) {
  ends.sort((a, b) => a.y - b.y);
  ends.forEach((end, i) => { end.y = Math.max(end.y, i ? ends[i - 1].y + least : low); });
  for (let i = ends.length - 1; i >= 0; i--) {
    const roof = i === ends.length - 1 ? Math.max(high, low + i * least) : ends[i + 1].y - least;
    ends[i].y = Math.min(ends[i].y, roof);
  }
}
