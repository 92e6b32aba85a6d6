// The picture of the paradox map: bands of bone, the outlined region of the paradox, axes and the scale of bone.

import { draw } from "../elements.js";
import { short } from "../scene/nodes.js";
import { CONTROLS, MAP } from "../tables.js";
import { say } from "../words/messages.js";
import { number, rounded, signed } from "../words/numbers.js";
import { label, yearsText } from "../words/sentences.js";
import { notableBoneChange } from "../words/verdict.js";
import { contours, rings } from "./contours.js";
import { FRAME, drawText, pathOf, placeOf } from "./frame.js";
import { drawNames, lineLevels } from "./names.js";
import { linesText } from "./words.js";

/** @import { Point } from "../types.d.ts" */
/** @import { Grid } from "./grid.js" */

const { left, right, top, bottom } = FRAME;
const TICK = 3;
const BAR = { high: 257, low: 267, start: left + 11, end: right - 11 }; // between its tips

/** @type {(group: SVGElement, grid: Grid) => void} draws a map anew */
export function drawPicture(group, grid) {
  group.replaceChildren();
  drawText(group, [say("map-title", { years: yearsText(grid.world.years) })], [left, top - 14], { class: "title", "text-anchor": "start" });
  const [columns, rows] = grid.nodes;
  const field = (/** @type {Float64Array} */ values) => ({ columns, rows, values });
  const places = (/** @type {Point[][]} */ lines) => lines.map((line) => line.map((at) => placeOf(grid.names, at)));
  const path = (/** @type {Point[][]} */ lines) => places(lines).map(pathOf).join("");
  drawBands(group, grid, (level) => path(rings(field(grid.bone), level)));
  draw(group, "path", { class: "region", d: path(rings(field(grid.margin), 0)), fill: "url(#map-hatch)" });
  draw(group, "path", { class: "edge", d: path(contours(field(grid.margin), 0)) });
  const lines = lineLevels(grid).map((level) => ({ level, points: places(contours(field(grid.times), level)) }));
  for (const { points } of lines) draw(group, "path", { class: "times", d: points.map(pathOf).join("") });
  drawAxes(group, grid);
  drawNames(group, grid, lines.map(({ level, points }) => ({ level, points: points.flat() })));
}

/** @type {(years: number) => number[]} where the bands of bone end [%] */
function levelsOf(years) {
  const notable = Number(rounded(notableBoneChange(years), 1));
  const ends = MAP.bands.map((times) => times * notable);
  return [...ends.map((end) => -end).reverse(), ...ends];
}

/** @type {() => string[]} the bands' colours, from the largest loss to the largest gain; between them is paper */
function coloursOfBands() {
  const [least, most] = MAP.shares;
  const side = (/** @type {string} */ colour) => MAP.bands.map((_, i) => {
    const share = least + (i * (most - least)) / (MAP.bands.length - 1);
    return `color-mix(in srgb, ${colour} ${100 * share}%, var(--paper))`;
  });
  return [...side(MAP.loss).reverse(), "var(--paper)", ...side("var(--bone)")];
}

/** @type {(group: SVGElement, grid: Grid, above: (level: number) => string) => void} each over those of less; and their scale */
function drawBands(group, grid, above) {
  const levels = levelsOf(grid.world.years);
  const { high, low, start, end } = BAR;
  const ends = levels.map((_, k) => start + (k * (end - start)) / (levels.length - 1));
  const tip = (/** @type {number} */ x, /** @type {number} */ to) => `M${x} ${high}L${to} ${(high + low) / 2}L${x} ${low}Z`;
  const pieces = [tip(start, left), ...ends.slice(1).map((x, k) => `M${short(ends[k])} ${high}H${short(x)}V${low}H${short(ends[k])}Z`), tip(end, right)];
  coloursOfBands().forEach((colour, k) => {
    const band = k ? above(levels[k - 1]) : `M${left} ${top}H${right}V${bottom}H${left}Z`;
    for (const d of [band, pieces[k]]) draw(group, "path", { class: "band", d, "fill-rule": "evenodd" }).style.fill = colour;
  });
  const outline = `M${start} ${high}H${end}L${right} ${(high + low) / 2}L${end} ${low}H${start}L${left} ${(high + low) / 2}Z`;
  draw(group, "path", { class: "axis", d: outline + ends.map((x) => `M${short(x)} ${low}v${TICK}`).join("") });
  for (const k of [0, 2, levels.length - 3, levels.length - 1]) { // as many numbers as fit
    drawText(group, [signed(levels[k], 2).replace(/\.?0+$/, "")], [ends[k], low + 12]);
  }
  drawText(group, [say("map-bone"), linesText(grid)], [(left + right) / 2, low + 37]);
}

/** @type {(group: SVGElement, grid: Grid) => void} */
function drawAxes(group, { names, world }) {
  const [across, up] = names;
  const [low, first] = [CONTROLS[up].low, CONTROLS[across].low];
  const along = MAP.ticks[across].map((value) => ({ value, at: placeOf(names, [value, low]) }));
  const upwards = MAP.ticks[up].map((value) => ({ value, at: placeOf(names, [first, value]) }));
  const ticks = [...along.map(({ at }) => `${pathOf([at])}v${TICK}`), ...upwards.map(({ at }) => `${pathOf([at])}h-${TICK}`)];
  draw(group, "path", { class: "axis", d: `M${left} ${top}V${bottom}H${right}${ticks.join("")}` });
  for (const { value, at: [x] } of along) drawText(group, [number(value)], [x, bottom + 12]);
  for (const { value, at: [, y] } of upwards) drawText(group, [number(value)], [left - 6, y], { "text-anchor": "end" });
  const [title, upTitle] = names.map((name) => `${label(name, world)} [${CONTROLS[name].unit}]`);
  drawText(group, [title], [(left + right) / 2, bottom + 30]);
  drawText(group, [upTitle], [15, (top + bottom) / 2], {}, true);
}
