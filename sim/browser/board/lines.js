// Lines that a class drew, over them the model's once it is told, and bars of where they end in year 10.

import { draw } from "../elements.js";
import { POINTS, valueAt } from "../lesson/pictures/axes.js";
import { read } from "../quantities.js";
import { simulate } from "../run.js";
import { say } from "../words/messages.js";
import { told } from "../words/numbers.js";
import { isTold } from "./plan.js";
import { counted, endOf, talliesOf } from "./tally.js";

/** @import { DrawTask } from "../lesson/kit.d.ts" */
/** @import { Class } from "./types.d.ts" */

export const WIDTH = 900;
export const HEIGHT = 560;
const EDGES = { left: 92, top: 28, bottom: 46 };
const [BARS_WIDTH, NEWEST] = [190, 3];

/** @type {Map<string, number[]>} */
const kept = new Map();

/** @type {(group: Class, name: string, task: DrawTask) => number[]} what the model says of a case, one value a half-year */
export function lineOf({ lesson }, name, { quantity }) {
  const scenario = lesson.cases[name].scenario;
  const key = `${quantity} ${JSON.stringify(scenario)}`;
  const known = kept.get(key) ?? [.../** @type {Float64Array} */ (read(quantity, simulate(scenario, POINTS)))];
  kept.set(key, known);
  return known;
}

/** @type {(text: string) => string} a round number of an axis */
const tick = (text) => text.replace(/\.0(?=\D|$)/, "");

/**
 * @param {SVGElement} svg
 * @param {Class} group
 * @param {DrawTask} task
 * @param {{ seen: boolean, playing: boolean, draw: (place: Element, seat: number, x: number, y: number) => void }} how
 */
export function drawLines(svg, group, task, { seen, playing, draw: face }) {
  const model = isTold(group, task);
  const right = WIDTH - (seen ? BARS_WIDTH : 26);
  const x = (/** @type {number} */ i) => EDGES.left + (i / (POINTS - 1)) * (right - EDGES.left);
  const y = (/** @type {number} */ value) =>
    EDGES.top + ((task.high - value) / (task.high - task.low)) * (HEIGHT - EDGES.top - EDGES.bottom);
  const path = (/** @type {number[]} */ values) => values.map((value, i) => `${i ? "L" : "M"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  frame(svg, task, { x, y, right });
  const neighbour = lineOf(group, task.beside, task);
  const given = counted(group, task).filter(([, { line }]) => line);
  if (seen) {
    given.forEach(([seat, { line }], i) => {
      const picked = group.show.pick === seat;
      const look = picked ? "picked" : group.show.pick >= 0 ? "faint" : i >= given.length - NEWEST && !model ? "new" : "";
      draw(svg, "path", { class: `drawn ${look} ${model ? "old" : ""}`, d: path(line.map((/** @type {number} */ share) => valueAt(task, share))) });
      if (look === "new" || picked) face(svg, seat, x(POINTS - 1) - 18, y(valueAt(task, endOf({ line }))));
    });
  }
  draw(svg, "path", { class: "neighbour", d: path(neighbour) });
  words(svg, say("board-neighbour"), x(POINTS - 1) - 6, y(neighbour[POINTS - 1]) + 26, "note", "end");
  if (model) drawModel(svg, group, task, { x, y, path, playing });
  if (seen) drawBars(svg, group, task, { left: right + 14, y, model });
}

/** @type {(svg: Element, text: string, x: number, y: number, look: string, anchor?: string) => SVGTextElement} */
export function words(svg, text, x, y, look, anchor = "start") {
  const element = draw(svg, "text", { class: look, x, y, "text-anchor": anchor });
  element.textContent = text;
  return element;
}

/** @typedef {(at: number) => number} Scale */

/** @type {(svg: SVGElement, task: DrawTask, scales: { x: Scale, y: Scale, right: number }) => void} */
function frame(svg, { ticks, quantity }, { x, y, right }) {
  for (const at of ticks) {
    draw(svg, "line", { class: "rule", x1: EDGES.left, x2: right, y1: y(at), y2: y(at) });
    words(svg, tick(told(quantity, at).replace("times start", "")), EDGES.left - 10, y(at) + 7, "tick", "end");
  }
  words(svg, say("board-today"), x(0), HEIGHT - 14, "tick");
  words(svg, say("board-year", { year: "5" }), x(10), HEIGHT - 14, "tick", "middle");
  words(svg, say("board-year", { year: "10" }), x(20), HEIGHT - 14, "tick", "end");
}

/** @type {(svg: SVGElement, group: Class, task: DrawTask, how: { x: Scale, y: Scale, path: (values: number[]) => string, playing: boolean }) => void} */
function drawModel(svg, group, task, { x, y, path, playing }) {
  const values = lineOf(group, task.case, task);
  for (const look of ["halo", `model ${task.quantity}`]) {
    draw(svg, "path", { class: `${look} ${playing ? "playing" : ""}`, d: path(values), pathLength: 1 });
  }
  const end = values[POINTS - 1];
  const falls = end < values[0];
  const label = say("board-model", { value: told(task.quantity, end) });
  words(svg, label, x(13), y(values[13]) + (falls ? 46 : -24), `said ${task.quantity} ${playing ? "after" : ""}`, "middle");
}

/** @type {(svg: SVGElement, group: Class, task: DrawTask, how: { left: number, y: Scale, model: boolean }) => void} */
function drawBars(svg, group, task, { left, y, model }) {
  const { rows } = talliesOf(group, task)[0];
  const most = Math.max(1, ...rows.map(({ counts }) => counts[0]));
  const height = (y(task.low) - y(task.high)) / rows.length;
  const end = lineOf(group, task.case, task)[POINTS - 1];
  rows.forEach(({ counts: [count] }, i) => {
    const top = y(task.high) + i * height;
    if (count) {
      draw(svg, "rect", { class: "bar", x: left + 12, y: top + 2, width: (count / most) * 110, height: height - 4, rx: 4 });
      words(svg, String(count), left + 18 + (count / most) * 110, top + height / 2 + 7, "count");
    }
    if (model && y(end) >= top && y(end) < top + height) {
      draw(svg, "path", { class: `mark ${task.quantity}`, d: `M${left + 8} ${top + height / 2}l-14-9v18z` });
    }
  });
  words(svg, say("board-ends"), left + 8, HEIGHT - 14, "tick");
}
