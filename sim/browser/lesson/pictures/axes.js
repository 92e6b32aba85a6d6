// Axes of a run's years: half-years along, a quantity up; lines over them with their names at their ends. It only draws.

import { add, draw, set } from "../../elements.js";
import { spread } from "../../scene/axis.js";
import { clamp, short } from "../../scene/nodes.js";
import { QUANTITIES } from "../../tables.js";
import { say } from "../../words/messages.js";
import { told } from "../../words/numbers.js";

/** @import { Ground, Lesson } from "../kit.d.ts" */

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

/** @type {(scale: Pick<Scale, "low" | "high">, share: number) => number} the value so far up the axis [0 to 100] */
export const valueAt = ({ low, high }, share) => low + (share / 100) * (high - low);

/** @type {(scale: Scale, value: number) => number} how far up the axis a value stands [whole, 0 to 100] */
export const shareOf = ({ low, high }, value) => clamp(Math.round((100 * (value - low)) / (high - low)), 0, 100);

/** @type {(ground: Ground) => number} so tall that a page can still be scrolled beside axes that take every touch [px] */
export const heightFor = (ground) => clamp(0.6 * innerHeight, 180, ground.narrow() ? 300 : 430);

class Axes {
  /** @type {{lines: Line[], marks: Mark[], hint: string}} */
  #shown = { lines: [], marks: [], hint: "" };
  #room = { width: 0, font: 15, left: 0, right: 0, top: 8, bottom: 8 };
  #range = { low: 0, high: 1 };
  #moved = () => {};
  #watch = new ResizeObserver(() => this.#follow());

  /**
   * @param {HTMLElement} place
   * @param {Scale} scale
   * @param {{tall?: number, labels?: string[]}} look
   */
  constructor(place, scale, { tall = 300, labels = [] }) {
    this.scale = scale;
    this.#range = scale;
    this.look = { tall, labels };
    this.box = add(place, "div", { class: `axes ${scale.quantity}` });
    add(this.box, "p", { class: "axes-title" }).textContent = QUANTITIES[scale.quantity].title;
    this.svg = draw(this.box, "svg", { class: "scene", role: "img", height: tall });
    this.back = draw(this.svg, "g");
    /** For what lies over the lines and stays. */
    this.front = draw(this.svg, "g");
    this.#watch.observe(this.box);
    this.#measure();
  }

  /** @type {(along: number) => number} */
  x(along) { return this.#room.left + along * (this.#room.right - this.#room.left); }

  /** @type {(value: number) => number} */
  y(value) {
    const { low, high } = this.#range;
    return this.#room.top + ((high - value) / (high - low)) * (this.#room.bottom - this.#room.top);
  }

  /** @type {(lines: Line[], more?: {marks?: Mark[], hint?: string}) => void} */
  show(lines, { marks = [], hint = "" } = {}) {
    this.#shown = { lines, marks, hint };
    // Wider only while a line leaves them.
    const all = lines.flatMap(({ values }) => Array.from(values));
    this.#range = { low: Math.min(this.scale.low, ...all), high: Math.max(this.scale.high, ...all) };
    this.#render();
    const { quantity, years } = this.scale;
    const ends = lines.flatMap(({ label, values, of = values.length, upTo = 1 }) =>
      (label && upTo === 1 && values.length === of ? [say("task-line-end", { line: label, value: told(quantity, values[of - 1]) })] : []));
    set(this.svg, { "aria-label": [say("task-axes", { what: QUANTITIES[quantity].title, years }), ...ends].join(" ") });
  }

  /** @type {(place: {clientX: number, clientY: number}) => {along: number, value: number}} what lies at a place of the screen */
  at({ clientX, clientY }) {
    const { left, right, top, bottom } = this.#room;
    const box = this.svg.getBoundingClientRect();
    const up = clamp((bottom - (clientY - box.top)) / (bottom - top), 0, 1);
    return { along: clamp((clientX - box.left - left) / (right - left), 0, 1), value: valueAt(this.#range, 100 * up) };
  }

  /** @type {(then: () => void) => void} what has to be drawn anew when there is other room */
  onMoved(then) { this.#moved = then; }

  end() { this.#watch.disconnect(); }

  #follow() {
    if (this.box.clientWidth === this.#room.width) return;
    this.#measure();
    this.#render();
    this.#moved();
  }

  #measure() {
    const { scale: { quantity, ticks }, look: { tall, labels }, box: { clientWidth: width } } = this;
    const font = width < 420 ? 13 : 15;
    const wide = (/** @type {string[]} */ words) => Math.max(0, ...words.map((each) => each.length)) * LETTER * font;
    const left = wide(ticks.map((tick) => told(quantity, tick, -1))) + 8;
    this.#room = { width, font, left, right: width - Math.max(12, wide(labels) + 10), top: font * 0.7, bottom: tall - font * 1.6 };
    set(this.svg, { width, viewBox: `0 0 ${width} ${tall}` });
  }

  #render() {
    this.back.replaceChildren();
    if (!this.#room.width) return;
    this.#drawGround();
    this.#drawLines();
    const { lines, marks, hint } = this.#shown;
    for (const { along, value, style } of marks) {
      draw(this.back, "circle", { cx: short(this.x(along)), cy: short(this.y(value)), r: 9, class: `axes-mark ${style}` });
    }
    const start = lines.at(-1)?.values[0];
    if (hint && start !== undefined) this.#write(hint, this.x(0) + 16, this.y(start) - 14, "axes-hint");
  }

  #drawGround() {
    const { scale: { quantity, ticks, years }, look: { tall } } = this;
    const { font, left, right } = this.#room;
    for (const tick of ticks) {
      draw(this.back, "path", { d: `M${short(this.x(0))} ${short(this.y(tick))}H${short(this.x(1))}`, class: "axes-rule" });
      this.#write(told(quantity, tick, -1), left - 6, this.y(tick) + font * 0.35, "tick", "end");
    }
    const foot = tall - font * 0.3;
    const year = (/** @type {number} */ of) => say("scene-year", { year: of });
    this.#write(say("task-today"), this.x(0), foot, "tick");
    if (right - left > 220) this.#write(year(years / 2), this.x(0.5), foot, "tick", "middle");
    this.#write(year(years), this.x(1), foot, "tick", "end");
  }

  #drawLines() {
    const { font, bottom } = this.#room;
    const ends = [];
    for (const { values, style, label, of = values.length, upTo = 1 } of this.#shown.lines) {
      const count = Math.min(values.length, 1 + Math.floor(upTo * (of - 1)));
      const points = Array.from({ length: count }, (_, i) => `${short(this.x(i / (of - 1)))} ${short(this.y(values[i]))}`);
      if (count > 1) draw(this.back, "path", { d: `M${points.join("L")}`, class: `axes-line ${style}` });
      if (label && count === of) ends.push({ label, style, y: this.y(values[count - 1]) });
    }
    spread(ends, font * 1.05, font * 0.3, bottom);
    for (const end of ends) this.#write(end.label, this.x(1) + 8, end.y + font * 0.35, `axes-end ${end.style}`);
  }

  /** @type {(words: string, at: number, down: number, style: string, anchor?: string) => void} */
  #write(words, at, down, style, anchor = "start") {
    const look = { class: style, "text-anchor": anchor, "font-size": this.#room.font };
    draw(this.back, "text", { x: short(at), y: short(down), ...look }).textContent = words;
  }
}

/**
 * Draw axes into an element.
 *
 * @param {HTMLElement} place
 * @param {Scale} scale
 * @param {{tall?: number, labels?: string[]}} [look]  height [px]; the labels that room is kept for
 */
export const createAxes = (place, scale, look = {}) => new Axes(place, scale, look);
