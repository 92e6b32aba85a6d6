// Lines of equal value over a grid, by straight lines between its nodes.

/** @import { Point } from "../types.d.ts" */
/** @typedef {{ columns: number[], rows: number[], values: ArrayLike<number> }} Field  values row by row */

/**
 * Return the lines on which a field has a value; what is larger lies on their left, where rows rise.
 *
 * @type {(field: Field, level: number) => Point[][]}  a ring ends where it begins
 */
export function contours(field, level) {
  const next = new Map();
  for (let j = 0; j + 1 < field.rows.length; j++) {
    for (let i = 0; i + 1 < field.columns.length; i++) cross(field, level, i, j, next);
  }
  const ends = new Set(next.values());
  const lines = [];
  // Lines that begin at the rim first; what is left are rings.
  for (const start of [...[...next.keys()].filter((side) => !ends.has(side)), ...next.keys()]) {
    const sides = [];
    for (let side = start; side !== undefined;) {
      sides.push(side);
      const to = next.get(side);
      next.delete(side);
      side = to;
    }
    if (sides.length > 1) lines.push(sides.map((side) => placeOn(field, level, side)));
  }
  return lines;
}

/** @type {(field: Field, level: number) => Point[][]} rings around all that is at least of this value, along the rim too */
export function rings({ columns, rows, values }, level) {
  const [width, low] = [columns.length + 2, -1e9];
  const wide = (/** @type {number[]} */ nodes) => [nodes[0], ...nodes, nodes[nodes.length - 1]];
  const around = new Float64Array(width * (rows.length + 2)).fill(low);
  rows.forEach((_, j) => {
    columns.forEach((__, i) => { around[(j + 1) * width + i + 1] = values[j * columns.length + i]; });
  });
  return contours({ columns: wide(columns), rows: wide(rows), values: around }, level);
}

/**
 * Note by which sides of a cell a line comes in and goes out. A side is known by the node at its lower left end: twice
 * its number, one more if the side goes up.
 *
 * @type {(field: Field, level: number, i: number, j: number, next: Map<number, number>) => void}
 */
function cross({ columns, values }, level, i, j, next) {
  const wide = columns.length;
  const at = j * wide + i;
  const corners = [at, at + 1, at + wide + 1, at + wide];
  const inside = corners.map((corner) => values[corner] >= level);
  const sides = [2 * at, 2 * (at + 1) + 1, 2 * (at + wide), 2 * at + 1]; // from each corner to the next
  const crossed = [0, 1, 2, 3].filter((k) => inside[k] !== inside[(k + 1) % 4]);
  // Where opposite corners are alike, the middle says which of them are one.
  const high = corners.reduce((sum, corner) => sum + values[corner], 0) / 4 >= level;
  crossed.forEach((k, n) => {
    if (!inside[k]) return;
    const other = crossed[(n + (high || crossed.length === 2 ? 1 : 3)) % crossed.length];
    next.set(sides[k], sides[other]);
  });
}

/** @type {(field: Field, level: number, side: number) => Point} where on a side the value lies */
function placeOn({ columns, rows, values }, level, side) {
  const wide = columns.length;
  const from = side >> 1;
  const to = from + (side % 2 ? wide : 1);
  const share = (level - values[from]) / (values[to] - values[from]);
  const [[x, y], [right, up]] = [from, to].map((node) => [columns[node % wide], rows[Math.floor(node / wide)]]);
  return [x + share * (right - x), y + share * (up - y)];
}
