// The numbers of the paradox map: a run at each node of two sliders' steps, as sim/runs/paradox_map.py has them.

import { inSlices } from "../in_slices.js";
import { balancedOf } from "../lab/rules.js";
import { end as endOf } from "../quantities.js";
import { simulate } from "../run.js";
import { CONTROLS, MAP } from "../tables.js";
import { paradoxMargin } from "../words/verdict.js";

/** @import { Scenario } from "../run.js" */
/** @typedef {"vitamin_k2" | "vitamin_d" | "calcium"} Nutrient */

/**
 * @typedef {object} Grid
 * @property {Scenario} world  what all runs share; its values of the two nutrients do not matter
 * @property {[across: Nutrient, up: Nutrient]} names
 * @property {[across: number[], up: number[]]} nodes
 * @property {Float64Array} bone  for every node, row by row from the lowest [%]
 * @property {Float64Array} times  of artery calcium [times the start]
 * @property {Float64Array} margin  by how much it shows the paradox: below 0 where it does not [-]
 * @property {number} share  of the settings of both sliders that shows it [-]
 */

/**
 * Solve the map of a world, a few milliseconds at a time.
 *
 * @type {(world: Scenario, up: Nutrient, end: AbortSignal) => Promise<Grid | null>} null if it was ended before
 * @throws {RangeError} where a node has no run
 */
export async function solveGrid(world, up, end) {
  const across = /** @type {Nutrient} */ (MAP.across);
  const nodes = /** @type {Grid["nodes"]} */ ([MAP.nodes[across], MAP.nodes[up]]);
  const count = nodes[0].length * nodes[1].length;
  const [bone, times, margin] = Array.from({ length: 3 }, () => new Float64Array(count));
  const balanced = simulate(balancedOf(world), 2);
  const whole = await inSlices(count, (i) => {
    const [column, row] = [i % nodes[0].length, Math.floor(i / nodes[0].length)];
    const run = simulate({ ...world, [across]: nodes[0][column], [up]: nodes[1][row] }, 2);
    [bone[i], times[i]] = [endOf("bone_change", run), endOf("arteries_times", run)];
    margin[i] = paradoxMargin(run, balanced);
  }, end);
  if (!whole) return null;
  /** @type {Grid} */
  const grid = { world, names: [across, up], nodes, bone, times, margin, share: 0 };
  const all = marginAt(grid, stepsOf(across), stepsOf(up));
  grid.share = all.filter((value) => value >= 0).length / all.length;
  return grid;
}

/** @type {(name: Nutrient) => number[]} every step of a slider */
function stepsOf(name) {
  const { low, high, step } = CONTROLS[name];
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);
}

/**
 * Return the margin where columns and rows of other places meet, row by row, by straight lines between nodes.
 *
 * @type {(grid: Grid, across: number[], up: number[]) => Float64Array}
 */
export function marginAt({ nodes, margin }, across, up) {
  const [columns, rows] = [across, up].map((values, axis) => values.map((value) => between(nodes[axis], value)));
  const along = (/** @type {number} */ row, /** @type {number} */ i, /** @type {number} */ share) => {
    const at = row * nodes[0].length + i;
    return margin[at] + share * (margin[at + 1] - margin[at]);
  };
  return Float64Array.from({ length: columns.length * rows.length }, (_, k) => {
    const [[i, right], [j, above]] = [columns[k % columns.length], rows[Math.floor(k / columns.length)]];
    const [low, high] = [along(j, i, right), along(j + 1, i, right)];
    return low + above * (high - low);
  });
}

/** @type {(nodes: number[], value: number) => [number, number]} the node before a value, and the share of the way to the next */
function between(nodes, value) {
  const after = nodes.findIndex((node) => node > value);
  const i = after < 0 ? nodes.length - 2 : after - 1;
  return [i, (value - nodes[i]) / (nodes[i + 1] - nodes[i])];
}

/** @type {(grid: Grid, height: number) => [number, number] | null} lowest and highest setting across with the paradox */
export function spanOf(grid, height) {
  const steps = stepsOf(grid.names[0]);
  const margins = marginAt(grid, steps, [height]);
  const inside = steps.filter((_, i) => margins[i] >= 0);
  return inside.length ? [inside[0], inside[inside.length - 1]] : null;
}
