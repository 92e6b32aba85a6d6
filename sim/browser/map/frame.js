// Where things lie in the picture of the map, and how its words are written.

import { draw } from "../elements.js";
import { toPosition } from "../lab/scale.js";
import { short } from "../scene/nodes.js";
import { CONTROLS } from "../tables.js";

/** @import { Attributes } from "../elements.js" */
/** @import { Point } from "../types.d.ts" */
/** @import { Grid } from "./grid.js" */

// Near a square, so that on a phone its words are as large as the page's.
export const SIZE = { width: 331, height: 324 };
/** The map itself, inside its axes. */
export const FRAME = { left: 72, right: 314, top: 31, bottom: 210 };
/** The size of words. */
export const TEXT = 14;
const LINE = 1.1;

/** @type {(names: Grid["names"], setting: Point) => Point} where a setting lies */
export function placeOf([across, up], [x, y]) {
  const { left, right, top, bottom } = FRAME;
  return [left + toPosition(CONTROLS[across], x) * (right - left), bottom - toPosition(CONTROLS[up], y) * (bottom - top)];
}

/** @type {(names: Grid["names"], place: Point) => Point} which setting lies at a place of the map */
export function settingAt(names, [x, y]) {
  const { left, right, top, bottom } = FRAME;
  const shares = [(x - left) / (right - left), (bottom - y) / (bottom - top)];
  const [across, up] = names.map((name, axis) => {
    const { low, high, power } = CONTROLS[name];
    return low + (high - low) * shares[axis] ** power;
  });
  return [across, up];
}

/** @type {(points: Point[]) => string} */
export const pathOf = (points) => `M${points.map((point) => point.map(short).join(" ")).join("L")}`;

/** @type {(group: Element, lines: string[], middle: Point, look?: Attributes, turned?: boolean) => SVGTextElement} around a point */
export function drawText(group, lines, [x, y], look = {}, turned = false) {
  const text = draw(group, "text", { x: short(x), "font-size": TEXT, "text-anchor": "middle", ...look });
  if (turned) text.setAttribute("transform", `rotate(-90 ${short(x)} ${short(y)})`);
  lines.forEach((line, i) => {
    const middle = y + (i - (lines.length - 1) / 2) * LINE * TEXT;
    draw(text, "tspan", { x: short(x), y: short(middle + 0.34 * TEXT) }).textContent = line;
  });
  return text;
}
