// Paper: a picture drawn by matplotlib, put on the page, with handles on the ink that moves.

import { must } from "./elements.js";

/** @import { Axes, Curve, Laid, Paper, Scale } from "./types.d.ts" */

/**
 * Put a paper into an element.
 *
 * @param {HTMLElement} place
 * @param {Paper} paper
 * @returns {Laid}
 */
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

/**
 * @param {Axes} axes
 * @returns {Scale}
 */
function scales({ box: [left, top, right, bottom], x: [x0, x1], y: [y0, y1] }) {
  return {
    left, top, right, bottom,
    toX: (x) => left + ((x - x0) / (x1 - x0)) * (right - left),
    toY: (y) => bottom - ((y - y0) / (y1 - y0)) * (bottom - top),
    fromX: (place) => x0 + ((place - left) / (right - left)) * (x1 - x0),
    fromY: (place) => y0 + ((bottom - place) / (bottom - top)) * (y1 - y0),
  };
}

/**
 * Draw a line through points.
 *
 * @param {SVGGElement} group
 * @param {Scale} scale
 * @param {ArrayLike<number>} xs
 * @param {ArrayLike<number>} ys
 */
export function moveLine(group, scale, xs, ys) {
  let d = "";
  for (let i = 0; i < ys.length; i++) d += `${i ? "L" : "M"}${scale.toX(xs[i]).toFixed(2)} ${scale.toY(ys[i]).toFixed(3)}`;
  must(group.querySelector("path")).setAttribute("d", d);
}

/**
 * Put a marker at a point.
 *
 * @param {SVGGElement} group
 * @param {number} x
 * @param {number} y
 */
export function moveMarker(group, x, y) {
  const use = must(group.querySelector("use"));
  use.setAttribute("x", x.toFixed(2));
  use.setAttribute("y", y.toFixed(2));
}

/**
 * Write the lines of a text, keeping where each stands.
 *
 * @param {SVGGElement} group
 * @param {string[]} lines
 */
export function writeLines(group, lines) {
  const texts = group.querySelectorAll("text");
  lines.forEach((line, index) => {
    if (texts[index].textContent !== line) texts[index].textContent = line;
  });
}

/**
 * Return the numbers in the outline of a group's first path: x and y by turns.
 *
 * @param {SVGGElement} group
 */
export function outline(group) {
  return must(group.querySelector("path")?.getAttribute("d")?.match(/-?[\d.]+/g)).map(Number);
}

/**
 * Return a line of the paper, in data.
 *
 * @param {SVGGElement} group
 * @param {Scale} scale
 * @returns {Curve}
 */
function lineOf(group, scale) {
  const numbers = outline(group);
  return {
    xs: numbers.filter((_, index) => index % 2 === 0).map(scale.fromX),
    ys: numbers.filter((_, index) => index % 2 === 1).map(scale.fromY),
  };
}
