// Axes of a run's years: half-years along, a quantity up; lines over them with their names at their ends. It only draws.

import { add, draw, set } from "../../elements.js";
import { spread } from "../../scene/axis.js";
import { clamp, short } from "../../scene/nodes.js";
import { QUANTITIES } from "../../tables.js";
import { say } from "../../words/messages.js";
import { told } from "../../words/numbers.js";

/** @import { DragTask, DrawTask, Ground, Lesson } from "../kit.d.ts" */

/** A drawn line has a value for each half-year, the start included. */
export const POINTS = 21;
const LETTER = 0.54; // of the size of letters, as wide as one is on average

/** @typedef {"bone_change" | "arteries_times"} Drawn */
/** The quantities that lines are drawn of. @type {Drawn[]} */
export const DRAWN = ["bone_change", "arteries_times"];

/** @typedef {{quantity: Drawn, low: number, high: number, ticks: number[], years: number}} Scale */
/**
 * @typedef {object} Line  evenly spaced values; a line of fewer than `of` is not drawn to its end yet
 * @property {ArrayLike<number>} values
 * @property {string} style
 * @property {string} [label]
 * @property {number} [of]
 * @property {number} [upTo]  share of it that is seen
 */
/** @typedef {{along: number, value: number, style: string}} Mark  `along`: 0 to 1 */

/** @type {(lesson: Lesson, quantity: Drawn) => Scale} as the lesson's own tasks have it, or as wide as curves are anywhere */
export function scaleOf(lesson, quantity) {
  const { years } = lesson.cases[lesson.base].scenario;
  for (const task of lesson.steps.flatMap((step) => step.tasks)) {
    if ((task.kind === "draw" || task.kind === "drag") && task.quantity === quantity) {
      return { quantity, low: task.low, high: task.high, ticks: task.ticks, years };
    }
  }
  const [low, high] = QUANTITIES[quantity].range;
  const whole = Array.from({ length: Math.floor(high) - Math.ceil(low) + 1 }, (_, i) => Math.ceil(low) + i);
  return { quantity, low, high, ticks: whole.filter((tick) => tick % Math.ceil(whole.length / 5) === 0), years };
}

/** @type {(lesson: Lesson, task: DrawTask | DragTask) => Scale} as a task has it */
export const scaleFor = (lesson, { quantity, low, high, ticks }) => ({ ...scaleOf(lesson, quantity), low, high, ticks });

/** @type {(scale: Pick<Scale, "low" | "high">, share: number) => number} the value so far up the axis [0 to 100] */
export const valueAt = ({ low, high }, share) => low + (share / 100) * (high - low);

/** @type {(scale: Scale, value: number) => number} how far up the axis a value stands [whole, 0 to 100] */
export const shareOf = ({ low, high }, value) => clamp(Math.round((100 * (value - low)) / (high - low)), 0, 100);

/** @type {(ground: Ground) => number} so tall that a page can still be scrolled beside axes that take every touch [px] */
export const heightFor = (ground) => clamp(0.6 * innerHeight, 180, ground.narrow() ? 300 : 430);

/**
 * @param {HTMLElement} place
 * @param {Scale} scale
 * @param {{tall?: number, labels?: string[]}} [look]  height [px]; the labels that room is kept for
 */
export function createAxes(place, scale, { tall = 300, labels = [] } = {}) {
  const { quantity, low, high, ticks, years } = scale;
  const box = add(place, "div", { class: `axes ${quantity}` });
  add(box, "p", { class: "axes-title" }).textContent = QUANTITIES[quantity].title;
  const svg = draw(box, "svg", { class: "scene", role: "img", height: tall });
  const [back, front] = [draw(svg, "g"), draw(svg, "g")];
  /** @type {{lines: Line[], marks: Mark[], hint: string}} */
  let shown = { lines: [], marks: [], hint: "" };
  let room = { width: 0, font: 15, left: 0, right: 0, top: 8, bottom: 8 };
  let moved = () => {};

  const x = (/** @type {number} */ along) => room.left + along * (room.right - room.left);
  const y = (/** @type {number} */ value) => room.top + ((high - value) / (high - low)) * (room.bottom - room.top);
  const text = (/** @type {string} */ words, /** @type {number} */ at, /** @type {number} */ down, /** @type {string} */ style, anchor = "start") => {
    draw(back, "text", { x: short(at), y: short(down), class: style, "text-anchor": anchor, "font-size": room.font }).textContent = words;
  };
  const measure = () => {
    const width = box.clientWidth;
    const font = width < 420 ? 13 : 15;
    const wide = (/** @type {string[]} */ words) => Math.max(0, ...words.map((each) => each.length)) * LETTER * font;
    const left = wide(ticks.map((tick) => told(quantity, tick, -1))) + 8;
    room = { width, font, left, right: width - Math.max(12, wide(labels) + 10), top: font * 0.7, bottom: tall - font * 1.6 };
    set(svg, { width, viewBox: `0 0 ${width} ${tall}` });
  };
  const drawGround = () => {
    for (const tick of ticks) {
      draw(back, "path", { d: `M${short(x(0))} ${short(y(tick))}H${short(x(1))}`, class: "axes-rule" });
      text(told(quantity, tick, -1), room.left - 6, y(tick) + room.font * 0.35, "tick", "end");
    }
    const foot = tall - room.font * 0.3;
    const year = (/** @type {number} */ of) => say("scene-year", { year: of });
    text(say("task-today"), x(0), foot, "tick");
    if (room.right - room.left > 220) text(year(years / 2), x(0.5), foot, "tick", "middle");
    text(year(years), x(1), foot, "tick", "end");
  };
  const render = () => {
    back.replaceChildren();
    if (!room.width) return;
    drawGround();
    const ends = [];
    for (const { values, style, label, of = values.length, upTo = 1 } of shown.lines) {
      const count = Math.min(values.length, 1 + Math.floor(upTo * (of - 1)));
      const points = Array.from({ length: count }, (_, i) => `${short(x(i / (of - 1)))} ${short(y(values[i]))}`);
      if (count > 1) draw(back, "path", { d: `M${points.join("L")}`, class: `axes-line ${style}` });
      if (label && count === of) ends.push({ label, style, y: y(values[count - 1]) });
    }
    spread(ends, room.font * 1.05, room.font * 0.3, room.bottom);
    for (const end of ends) text(end.label, x(1) + 8, end.y + room.font * 0.35, `axes-end ${end.style}`);
    for (const { along, value, style } of shown.marks) draw(back, "circle", { cx: short(x(along)), cy: short(y(value)), r: 9, class: `axes-mark ${style}` });
    const start = shown.lines.at(-1)?.values[0];
    if (shown.hint && start !== undefined) text(shown.hint, x(0) + 16, y(start) - 14, "axes-hint");
  };
  const watch = new ResizeObserver(() => {
    if (box.clientWidth === room.width) return;
    measure();
    render();
    moved();
  });
  watch.observe(box);
  measure();
  return {
    box, svg, front, x, y,
    /** @type {(lines: Line[], more?: {marks?: Mark[], hint?: string}) => void} */
    show(lines, { marks = [], hint = "" } = {}) {
      shown = { lines, marks, hint };
      render();
      const ends = lines.flatMap(({ label, values, of = values.length, upTo = 1 }) =>
        (label && upTo === 1 && values.length === of ? [say("task-line-end", { line: label, value: told(quantity, values[of - 1]) })] : []));
      set(svg, { "aria-label": [say("task-axes", { what: QUANTITIES[quantity].title, years }), ...ends].join(" ") });
    },
    /** @type {(place: {clientX: number, clientY: number}) => {along: number, value: number}} what lies at a place of the screen */
    at({ clientX, clientY }) {
      const { left, top } = svg.getBoundingClientRect();
      const up = (room.bottom - (clientY - top)) / (room.bottom - room.top);
      return { along: clamp((clientX - left - room.left) / (room.right - room.left), 0, 1), value: low + clamp(up, 0, 1) * (high - low) };
    },
    /** @type {(then: () => void) => void} what has to be drawn anew when there is other room */
    onMoved(then) { moved = then; },
    end: () => watch.disconnect(),
  };
}
