// Paper: a picture drawn by matplotlib, put on the page, with handles on the ink that moves.

import { must, set } from "./elements.js";

/** @import { Axes, Curve, Laid, Paper, Scale } from "./types.d.ts" */

/** @type {(place: HTMLElement, paper: Paper) => Laid} puts a paper into an element */
export function layPaper(place, paper) {
  place.innerHTML = paper.svg;
  const svg = must(place.querySelector("svg"));
  svg.setAttribute("aria-hidden", "true"); // the place around it has role, name and description
  const axes = paper.axes.map(scales);
  const part = (/** @type {string} */ id) => must(/** @type {SVGGElement | null} */ (svg.querySelector(`[id="${id}"]`)));
  /** @type {Map<string, Curve>} */
  const lines = new Map();
  const line = (/** @type {string} */ id) => {
    const known = lines.get(id) ?? lineOf(part(id), axes[0]);
    lines.set(id, known);
    return known;
  };
  return { svg, paper, part, axes, line };
}

/** @type {(axes: Axes) => Scale} */
function scales({ box: [left, top, right, bottom], x: [x0, x1], y: [y0, y1] }) {
  return {
    left, top, right, bottom,
    toX: (x) => left + ((x - x0) / (x1 - x0)) * (right - left),
    toY: (y) => bottom - ((y - y0) / (y1 - y0)) * (bottom - top),
    fromX: (place) => x0 + ((place - left) / (right - left)) * (x1 - x0),
    fromY: (place) => y0 + ((bottom - place) / (bottom - top)) * (y1 - y0),
  };
}

/** @type {(group: SVGGElement, scale: Scale, curve: Curve) => void} draws a line through points */
export function moveLine(group, scale, { xs, ys }) {
  const points = Array.from(ys, (y, i) => `${scale.toX(xs[i]).toFixed(2)} ${scale.toY(y).toFixed(3)}`);
  must(group.querySelector("path")).setAttribute("d", `M${points.join("L")}`);
}

/** @type {(group: SVGGElement, x: number, y: number) => void} puts a marker at a point */
export function moveMarker(group, x, y) {
  set(must(group.querySelector("use")), { x: x.toFixed(2), y: y.toFixed(2) });
}

/** @type {(group: SVGGElement, lines: string[]) => void} writes the lines of a text, keeping where each stands */
export function writeLines(group, lines) {
  const texts = group.querySelectorAll("text");
  lines.forEach((line, index) => {
    if (texts[index].textContent !== line) texts[index].textContent = line;
  });
}

/** @type {(group: SVGGElement) => {xs: number[], ys: number[]}} the points in the outline of a group's first path */
export function outline(group) {
  const numbers = must(group.querySelector("path")?.getAttribute("d")?.match(/-?[\d.]+/g)).map(Number);
  return { xs: numbers.filter((_, index) => index % 2 === 0), ys: numbers.filter((_, index) => index % 2 === 1) };
}

/** @type {(group: SVGGElement, scale: Scale) => Curve} a line of the paper, in data */
function lineOf(group, scale) {
  const { xs, ys } = outline(group);
  return { xs: xs.map(scale.fromX), ys: ys.map(scale.fromY) };
}
