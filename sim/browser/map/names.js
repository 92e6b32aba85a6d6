// Words on the map, where no other words stand: the region's name, and how much arteries gain along their lines.

import { draw } from "../elements.js";
import { PRESETS, QUANTITIES } from "../tables.js";
import { say } from "../words/messages.js";
import { number } from "../words/numbers.js";
import { FRAME, TEXT, drawText, pathOf, placeOf, settingAt } from "./frame.js";
import { marginAt } from "./grid.js";
import { Room, sizeOf } from "./room.js";
import { isFlat } from "./words.js";

/** @import { Point } from "../types.d.ts" */
/** @import { Grid } from "./grid.js" */
/** @import { Cells } from "./room.js" */

const RING = 20; // across: kept free where a class will put it, at the presets
const MOST_LINES = 6;
const STEPS = [1, 2, 2.5, 5, 10];
const MARGIN = 2;
const EDGE = 4; // no paper over the edge of the region

/** @type {(group: SVGElement, grid: Grid, lines: { level: number, points: Point[] }[]) => void} */
export function drawNames(group, grid, lines) {
  const room = new Room(FRAME);
  for (const { vitamin_k2, ...others } of Object.values(PRESETS)) {
    room.take(placeOf(grid.names, [vitamin_k2, others[/** @type {"calcium"} */ (grid.names[1])]]), [RING, RING]);
  }
  const columns = room.centres.slice(0, room.columns).map((centre) => settingAt(grid.names, centre)[0]);
  const rows = room.centres.filter((_, cell) => cell % room.columns === 0).map((centre) => settingAt(grid.names, centre)[1]);
  const margins = marginAt(grid, columns, rows);
  /** @type {Cells} */
  const inside = (cell) => margins[cell] >= 0;
  nameRegion(group, room, inside);
  for (const { level, points } of lines) nameLine(group, level, points, room, inside);
}

/** @type {(group: SVGElement, room: Room, inside: Cells) => void} */
function nameRegion(group, room, inside) {
  const name = say("map-paradox");
  const free = (/** @type {number} */ cell) => !room.taken[cell];
  const within = room.centres.filter((_, cell) => inside(cell));
  const write = (/** @type {string[]} */ lines, /** @type {Point} */ at, turned = false) => {
    const [width, height] = sizeOf(lines, TEXT);
    room.take(at, turned ? [height, width] : [width, height]);
    drawWords(group, "region", lines, at, turned);
  };
  if (!within.length) {
    const corner = /** @type {Point} */ ([FRAME.right, FRAME.top]);
    const none = [say("map-none")];
    return write(none, room.nearest(free, sizeOf(none, TEXT), corner) ?? corner);
  }
  const sum = within.reduce(([x, y], place) => [x + place[0], y + place[1]]);
  const middle = /** @type {Point} */ (sum.map((length) => length / within.length));
  const inTwo = name.replace(" ", "\n").split("\n");
  for (const [lines, turned] of /** @type {[string[], boolean][]} */ ([[inTwo, false], [[name], false], [[name], true]])) {
    const [width, height] = sizeOf(lines, TEXT);
    const at = room.nearest((cell) => inside(cell) && free(cell), turned ? [height, width] : [width, height], middle);
    if (at) return write(lines, at, turned);
  }
  // Too small for its name: beside it, with a line to the part of it that is nearest to its middle.
  const size = sizeOf(inTwo, TEXT);
  const far = (/** @type {Point} */ [x, y]) => Math.hypot(x - middle[0], y - middle[1]);
  const tip = within.reduce((best, place) => (far(place) < far(best) ? place : best));
  const at = room.nearest((cell) => !inside(cell) && free(cell), size, [tip[0] + size[0], tip[1]]) ?? room.nearest(free, size, tip) ?? tip;
  draw(group, "path", { class: "pointer", d: pathOf([at, tip]) });
  write(inTwo, at);
}

/** @type {(group: SVGElement, level: number, points: Point[], room: Room, inside: Cells) => void} at its highest free place */
function nameLine(group, level, points, room, inside) {
  const text = `${QUANTITIES.arteries_times.prefix}${number(Math.round(level * 1e6) / 1e6)}`;
  const size = sizeOf([text], TEXT);
  const upwards = [...points].sort(([, one], [, other]) => one - other);
  const places = [0, 6, -6].flatMap((aside) => upwards.map(([x, y]) => /** @type {Point} */ ([x + aside, y])));
  const around = /** @type {Point} */ ([size[0] + EDGE, size[1] + EDGE]);
  const at = [false, true].map((within) => places.find((point) =>
    room.holds(point, size) && room.cellsOf(point, around).every((cell) => inside(cell) === within && !room.taken[cell]))).find(Boolean);
  if (!at) return;
  room.take(at, size);
  drawWords(group, "times", [text], at);
}

/** @type {(group: SVGElement, name: string, lines: string[], at: Point, turned?: boolean) => void} on a piece of paper */
function drawWords(group, name, lines, at, turned) {
  const text = drawText(group, lines, at, { "data-word": name }, turned);
  const { x, y, width, height } = text.getBBox();
  const paper = draw(group, "rect", { class: "paper", x: x - MARGIN, y, width: width + 2 * MARGIN, height });
  paper.setAttribute("transform", text.getAttribute("transform") ?? "");
  text.before(paper);
}

/** @type {(grid: Grid) => number[]} for which gains of arteries there is a line: round numbers, a few of them */
export function lineLevels(grid) {
  if (isFlat(grid)) return [];
  const [low, high] = [Math.min(...grid.times), Math.max(...grid.times)];
  const raw = (high - low) / MOST_LINES;
  const scale = 10 ** Math.floor(Math.log10(raw));
  const step = scale * (STEPS.find((each) => each * scale >= raw) ?? 10);
  const first = Math.floor(low / step) + 1;
  return Array.from({ length: MOST_LINES + 1 }, (_, i) => (first + i) * step).filter((level) => level < high);
}
