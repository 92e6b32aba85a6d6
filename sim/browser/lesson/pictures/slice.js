// A slice of bone to count in: so many struts for all its calcium, each the same share of it.

import { draw } from "../../elements.js";
import { put, scatter, short, show } from "../../scene/nodes.js";

/** The struts of a bone that has lost and gained nothing. */
export const STRUTS = 200;
const RADIUS = 100;
const SIDE = 12.2; // of the foam's cells, which are six-sided

/** @typedef {{from: [number, number], to: [number, number], middle: number, rank: number}} Strut */

/** @type {(column: number, row: number) => [number, number]} a corner where three struts meet, a little out of place */
function corner(column, row) {
  const id = (row + 20) * 60 + column + 30;
  const zigzag = (column + row) % 2 ? 0.25 : -0.25;
  const off = (/** @type {number} */ k) => 0.5 * (scatter(id, k) - 0.5);
  return [(column * 0.866 + off(1)) * SIDE, (row * 1.5 + zigzag + off(2)) * SIDE];
}

/** @type {() => Strut[]} all that have room, those of a bone at the start first */
function makeStruts() {
  /** @type {Strut[]} */
  const all = [];
  const join = (/** @type {[number, number]} */ from, /** @type {[number, number]} */ to) => {
    const middle = Math.hypot((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
    if (middle < RADIUS - 9) all.push({ from, to, middle, rank: scatter(all.length, 7) });
  };
  for (let row = -7; row <= 7; row++) {
    for (let column = -11; column <= 11; column++) {
      join(corner(column, row), corner(column + 1, row));
      if ((column + row) % 2) join(corner(column, row), corner(column, row + 1));
    }
  }
  return all.sort((a, b) => a.rank - b.rank);
}

/** @type {Strut[] | undefined} */
let struts;

/**
 * Draw a slice; returns what shows it with so many struts: those that are lost are dotted, those that are new are double.
 *
 * @param {SVGElement} parent
 * @returns {(count: number) => void}
 */
export function makeSlice(parent) {
  struts ??= makeStruts();
  const all = struts;
  draw(parent, "circle", { r: RADIUS, class: "slice-shell" });
  const nodes = all.map(({ from, to }) =>
    draw(parent, "path", { d: `M${from.map(short).join(" ")}L${to.map(short).join(" ")}` }));
  // Well inside the slice, and not side by side, a strut is seen to go.
  const first = all.slice(0, STRUTS).map((strut, i) => ({ i, late: strut.middle > 68 ? 1 : 0 }));
  const going = first.sort((a, b) => a.late - b.late || all[a.i].rank - all[b.i].rank).map(({ i }) => i);
  return (count) => {
    const lost = new Set(going.slice(0, Math.max(0, STRUTS - count)));
    nodes.forEach((node, i) => {
      put(node, "class", lost.has(i) ? "strut lost" : i < STRUTS ? "strut" : "strut new");
      show(node, i < Math.max(STRUTS, count));
    });
  };
}
