// The mesh of struts inside the cut thigh bone: where its holes are, and which strut breaks when.

import { BONE_SCALE } from "./look.js";
import { clamp, scatter, short } from "./nodes.js";

/** @typedef {[number, number]} Point */
/** @typedef {{j: number, nx: number, ny: number, c: number, thick: number, rank: number, mid: Point, length: number}} Strut */
/** @typedef {{p: Point, i: number, outline: Point[], struts: Strut[]}} Cell */

/** Of the bone, in the units of its own drawing: 300 wide, 320 high. */
export const OUTLINE =
  "M56 312C62 258 52 214 40 174C26 128 38 84 78 76C106 71 122 90 140 78C152 64 152 18 214 15C262 13 292 50 289 94" +
  "C286 140 250 166 208 162C184 160 176 182 168 206C158 236 156 272 160 312Z";
const GAP = 25; // between the middles of two holes
const THICKNESS = 9.4; // of a strut at the start
// What is left of the drawn bone follows from all three together; these powers make it exactly what look.js promises.
const [THINNING, BREAKING, THICKENING] = [0.6, 0.7, 1.45];
const BREAK = 0.03; // share of the struts that are breaking at the same time

/** @type {(change: number) => {thickness: number, broken: number}} a loss breaks struts and thins the others */
export function wearOf(change) {
  const left = Math.max(0.05, 1 + (BONE_SCALE * change) / 100);
  if (left >= 1) return { thickness: left ** THICKENING, broken: 0 };
  return { thickness: left ** THINNING, broken: 1 - left ** BREAKING };
}

/** @type {(polygon: Point[], nx: number, ny: number, c: number) => Point[]} the part of a polygon where n.p <= c */
function cut(polygon, nx, ny, c) {
  /** @type {Point[]} */
  const kept = [];
  for (let i = 0; i < polygon.length; i++) {
    const [p, q] = [polygon[i], polygon[(i + 1) % polygon.length]];
    const [a, b] = [nx * p[0] + ny * p[1] - c, nx * q[0] + ny * q[1] - c];
    if (a <= 0) kept.push(p);
    if ((a < 0 && b > 0) || (a > 0 && b < 0)) {
      const share = a / (a - b);
      kept.push([p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])]);
    }
  }
  return kept;
}

/** @type {() => Point[]} points along the outline, whose curves are cubic */
function outlinePoints() {
  const numbers = (OUTLINE.match(/[\d.]+/g) ?? []).map(Number);
  /** @type {Point[]} */
  const points = [[numbers[0], numbers[1]]];
  for (let k = 2; k < numbers.length; k += 6) {
    const [[x0, y0], [x1, y1, x2, y2, x3, y3]] = [points[points.length - 1], numbers.slice(k, k + 6)];
    for (let s = 1; s <= 8; s++) {
      const [t, u] = [s / 8, 1 - s / 8];
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      points.push([a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3]);
    }
  }
  return points;
}

/** @type {(outline: Point[], x: number, y: number, margin: number) => boolean} inside an outline, or so near to it */
function near(outline, x, y, margin) {
  let inside = false;
  for (let i = 0, k = outline.length - 1; i < outline.length; k = i++) {
    const [[ax, ay], [bx, by]] = [outline[i], outline[k]];
    if (Math.hypot(ax - x, ay - y) < margin) return true;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** @type {(points: Point[]) => Cell[]} the part of the plane that is nearest to each point */
function cellsOf(points) {
  return points.map((p, i) => {
    /** @type {Point[]} */
    let outline = [[-30, -30], [330, -30], [330, 350], [-30, 350]];
    const sides = [];
    for (let j = 0; j < points.length; j++) {
      const [dx, dy] = [points[j][0] - p[0], points[j][1] - p[1]];
      const d = Math.hypot(dx, dy);
      if (i === j || d > 85) continue;
      const [nx, ny] = [dx / d, dy / d];
      const c = (nx * (p[0] + points[j][0]) + ny * (p[1] + points[j][1])) / 2;
      outline = cut(outline, nx, ny, c);
      sides.push({ j, nx, ny, c });
    }
    return { p, i, outline, struts: sides.flatMap((side) => strutOf(i, outline, side)) };
  });
}

/** @type {(i: number, outline: Point[], side: {j: number, nx: number, ny: number, c: number}) => Strut[]} */
function strutOf(i, outline, side) {
  const ends = outline.filter(([x, y]) => Math.abs(side.nx * x + side.ny * y - side.c) < 0.01);
  if (ends.length < 2) return [];
  const [[ax, ay], [bx, by]] = ends;
  const [low, high] = [Math.min(i, side.j), Math.max(i, side.j)]; // the same strut seen from its other cell
  return [{
    ...side, thick: 0.6 + 0.8 * scatter(low, high), rank: scatter(high, low + 3),
    mid: [(ax + bx) / 2, (ay + by) / 2], length: Math.hypot(ax - bx, ay - by),
  }];
}

/** @type {() => Cell[]} */
function makeCells() {
  const outline = outlinePoints();
  /** @type {Point[]} */
  let points = [];
  for (let row = 0; row * GAP * 0.9 < 345; row++) {
    for (let column = 0; column * GAP < 330; column++) {
      const [a, b] = [scatter(row * 40 + column, 1) - 0.5, scatter(row * 40 + column, 2) - 0.5];
      points.push([(column + (row % 2) / 2 + 0.75 * a) * GAP - 8, (row + 0.75 * b) * GAP * 0.9 - 8]);
    }
  }
  points = points.filter(([x, y]) => near(outline, x, y, 30));
  // Half a step towards the middle of its cell makes each hole rounder.
  points = cellsOf(points).map(({ p, outline: corners }) => {
    const middle = (/** @type {0 | 1} */ k) => corners.reduce((sum, corner) => sum + corner[k], 0) / corners.length;
    return [(p[0] + middle(0)) / 2, (p[1] + middle(1)) / 2];
  });
  return cellsOf(points).filter(({ p }) => near(outline, p[0], p[1], 12));
}

/** @type {Cell[] | undefined} */
let cells;

/** @type {(change: number) => string} the holes of a bone that has changed so much [%], as path data */
export function holes(change) {
  cells ??= makeCells();
  const { thickness, broken } = wearOf(change);
  const width = THICKNESS * thickness;
  const parts = [];
  for (const { i, outline, struts } of cells) {
    let hole = outline;
    for (const { nx, ny, c, thick } of struts) hole = cut(hole, nx, ny, c - (width * thick) / 2);
    if (hole.length > 2) parts.push(rounded(hole));
    for (const strut of struts) {
      const open = clamp((broken * (1 + BREAK) - strut.rank) / BREAK, 0, 1);
      if (i < strut.j && open > 0) parts.push(gapIn(strut, open, width));
    }
  }
  return parts.join("");
}

/** @type {(polygon: Point[]) => string} a hole has no corners */
function rounded(polygon) {
  const middle = (/** @type {number} */ k) => {
    const [p, q] = [polygon[k % polygon.length], polygon[(k + 1) % polygon.length]];
    return `${short((p[0] + q[0]) / 2)} ${short((p[1] + q[1]) / 2)}`;
  };
  const sides = polygon.map(([x, y], k) => `Q${short(x)} ${short(y)} ${middle(k)}`);
  return `M${middle(polygon.length - 1)}${sides.join("")}Z`;
}

/** @type {(strut: Strut, open: number, width: number) => string} its two ends draw apart */
function gapIn({ nx, ny, thick, mid, length }, open, width) {
  const [along, across] = [length * 0.5 * open, (width * thick) / 2 + 4];
  const [ax, ay, bx, by] = [-ny * along, nx * along, nx * across, ny * across];
  /** @type {Point[]} */
  const corners = [[-ax - bx, -ay - by], [-ax + bx, -ay + by], [ax + bx, ay + by], [ax - bx, ay - by]]; // the same way round as holes
  return `M${corners.map(([x, y]) => `${short(mid[0] + x)} ${short(mid[1] + y)}`).join("L")}Z`;
}
