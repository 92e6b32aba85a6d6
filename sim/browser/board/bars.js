// Answers that are chosen, voted, sorted or ticked, as bars with their counts; settings that were found, as dots.

import { draw } from "../elements.js";
import { valueAt } from "../lesson/pictures/axes.js";
import { wrapped } from "../scene/save.js";
import { CONTROLS } from "../tables.js";
import { say } from "../words/messages.js";
import { HEIGHT, WIDTH, words } from "./lines.js";
import { counted, talliesOf } from "./tally.js";

/** @import { DragTask, FindTask, Task } from "../lesson/kit.d.ts" */
/** @import { Class } from "./types.d.ts" */
/** @import { Row, Tally } from "./tally.js" */

const [LEFT, BARS, LINE, LETTERS] = [20, 520, 27, 37];

/** @type {(svg: SVGElement, group: Class, task: Task, closed: number) => void} */
export function drawBars(svg, group, task, closed) {
  const [tally] = talliesOf(group, task);
  const rows = tally.rows.map((row) => ({ row, lines: wrapped(row.text, LETTERS) }));
  const heights = rows.map(({ lines }) => Math.max(lines.length, task.kind === "vote" ? 2 : 1) * LINE + 22);
  const gap = Math.min(26, Math.max(0, (HEIGHT - 50 - heights.reduce((a, b) => a + b, 0)) / rows.length));
  let top = task.kind === "sort" ? 50 : 18;
  if (task.kind === "sort") for (const [i, name] of tally.columns.entries()) words(svg, name, BARS + i * 125, 34, "tick");
  rows.forEach(({ row, lines }, i) => {
    if (row.right === true) drawRight(svg, top, heights[i]);
    for (const [k, line] of lines.entries()) words(svg, line, LEFT, top + 30 + k * LINE, "choice");
    if (task.kind === "sort") drawSorted(svg, tally, row, top + 22, closed);
    else drawCounts(svg, tally, row, top + (heights[i] - (task.kind === "vote" ? 60 : 30)) / 2, closed);
    top += heights[i] + gap;
  });
}

/** @type {(svg: SVGElement, top: number, height: number) => void} marks what the model has, not by colour alone */
function drawRight(svg, top, height) {
  draw(svg, "rect", { class: "right", x: 6, y: top, width: WIDTH - 12, height, rx: 10 });
  words(svg, say("board-fits"), WIDTH - 18, top + height / 2 + 7, "said right-ink", "end");
}

/** @type {(svg: SVGElement, tally: Tally, row: Row, top: number, closed: number) => void} */
function drawCounts(svg, { columns, rows }, { counts }, top, closed) {
  const most = Math.max(1, ...rows.flatMap((each) => each.counts));
  counts.slice(0, closed).forEach((count, i) => {
    const width = Math.max(count ? 4 : 0, (count / most) * 150);
    draw(svg, "rect", { class: counts.length > 1 && i === 0 ? "bar first" : "bar", x: BARS, y: top + i * 30, width, height: 24, rx: 5 });
    words(svg, counts.length > 1 ? `${count} ${columns[i]}` : String(count), BARS + width + 8, top + i * 30 + 19, "count");
  });
}

/** @type {(svg: SVGElement, tally: Tally, row: Row, middle: number, closed: number) => void} */
function drawSorted(svg, { columns, rows }, { counts, right }, middle, closed) {
  if (!closed) return;
  const most = Math.max(1, ...rows.flatMap((each) => each.counts));
  columns.forEach((_, i) => {
    const x = BARS + i * 125;
    if (right === i) draw(svg, "rect", { class: "right", x: x - 8, y: middle - 19, width: 120, height: 38, rx: 8 });
    draw(svg, "rect", { class: "bar", x, y: middle - 11, width: (counts[i] / most) * 42, height: 22, rx: 5 });
    words(svg, `${counts[i]}${right === i ? " ✓" : ""}`, x + (counts[i] / most) * 42 + 7, middle + 7, "count");
  });
}

/** @type {(svg: SVGElement, group: Class, task: FindTask) => void} the last setting of each pupil on each slider */
export function drawSettings(svg, group, task) {
  const given = counted(group, task).filter(([, { settings }]) => settings);
  const sliders = Object.entries(task.sliders);
  const [from, to] = [LEFT + 190, WIDTH - 60];
  if (!given.length) return drawBars(svg, group, task, 1);
  sliders.forEach(([name, { low, high }], i) => {
    const y = 120 + i * ((HEIGHT - 150) / Math.max(1, sliders.length - 0.4));
    const x = (/** @type {number} */ value) => from + ((value - low) / (high - low)) * (to - from);
    words(svg, CONTROLS[/** @type {keyof typeof CONTROLS} */ (name)].label, LEFT, y + 7, "choice");
    draw(svg, "line", { class: "rule", x1: from, x2: to, y1: y, y2: y });
    for (const value of new Set([low, 1, high])) words(svg, `×${value}`, x(value), y + 32, "tick", "middle");
    stack(svg, given.map(([seat, { settings, found }]) => ({ x: x(settings[name]), found, picked: group.show.pick === seat })), y);
  });
  words(svg, say("board-dots"), LEFT, HEIGHT - 14, "tick");
}

/** @type {(svg: SVGElement, dots: { x: number, found: boolean, picked: boolean }[], y: number) => void} dots above each other where they meet */
function stack(svg, dots, y) {
  /** @type {Map<number, typeof dots>} */
  const stacks = new Map();
  for (const dot of [...dots].sort((a, b) => Number(b.found) - Number(a.found))) {
    const place = Math.round(dot.x / 14) * 14;
    stacks.set(place, [...(stacks.get(place) ?? []), dot]);
  }
  const step = Math.min(13, 100 / Math.max(...[...stacks.values()].map(({ length }) => length)));
  for (const [place, ones] of stacks) {
    ones.forEach(({ found, picked }, level) => {
      draw(svg, "circle", { class: `dot ${found ? "found" : ""} ${picked ? "picked" : ""}`, cx: place, cy: y - 9 - level * step, r: 6 });
    });
  }
}

/** @type {(svg: SVGElement, group: Class, task: DragTask, marks: { label: string, value: number, look: string, dot: number, told: string }[]) => void} */
export function drawDots(svg, group, task, marks) {
  const given = counted(group, task);
  const y = (/** @type {number} */ value) => 28 + ((task.high - value) / (task.high - task.low)) * (HEIGHT - 100);
  const wide = (WIDTH - 120) / task.dots.length;
  const middle = (/** @type {number} */ dot) => 100 + wide * (dot + 0.5);
  for (const at of task.ticks) {
    draw(svg, "line", { class: "rule", x1: 92, x2: WIDTH - 20, y1: y(at), y2: y(at) });
    words(svg, `×${at}`, 82, y(at) + 7, "tick", "end");
  }
  task.dots.forEach(({ label }, dot) => {
    given.forEach(([seat, ends], i) => {
      const value = valueAt(task, ends[dot]);
      const x = middle(dot) + (((i * 37) % 21) - 10) * 9; // spread, the same each time
      draw(svg, "circle", { class: `dot found ${group.show.pick === seat ? "picked" : ""}`, cx: x, cy: y(value), r: group.show.pick === seat ? 11 : 7 });
    });
    words(svg, label, middle(dot), HEIGHT - 26, "choice", "middle");
  });
  for (const { label, value, look, dot, told } of marks) {
    draw(svg, "line", { class: look, x1: middle(dot) - 120, x2: middle(dot) + 120, y1: y(value), y2: y(value) });
    words(svg, `${label} ${told}`, middle(dot) + 124, y(value) + 7, `said ${look}-ink`);
  }
}
