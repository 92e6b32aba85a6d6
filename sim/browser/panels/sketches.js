// Small drawings of what the scene leaves out: blood calcium, each day's calcium, what vitamin K switches on.

import { add, draw, set } from "../elements.js";
import { DOSES } from "../model.js";
import { end as endOf, read } from "../quantities.js";
import { doseResponse } from "../run.js";
import { QUANTITIES as ROWS } from "../tables.js";
import { say } from "../words/messages.js";
import { digits, number, told } from "../words/numbers.js";

/** @import { Run } from "../run.js" */
/** @import { Quantity } from "./types.d.ts" */
/** @typedef {(run: Run, balanced: Run) => void} Show */

const QUANTITIES = /** @type {Record<string, Quantity>} */ (ROWS);
const WIDTH = 440;
const ROOM = { left: 4, right: 160, top: 10, bottom: 22 }; // for the ends' labels, and what the axis says

/** @typedef {{values: ArrayLike<number>, style: string, end: string}} Line */
/** @typedef {{low: ArrayLike<number>, high: ArrayLike<number>, style: string}} Area  between two lines */

/**
 * Create a drawing of lines; returns what shows them, and areas behind them.
 *
 * @param {HTMLElement} host
 * @param {string} colour  of a quantity
 * @param {number} [tall]
 */
export function createSketch(host, colour, tall = 120) {
  const svg = draw(host, "svg", { viewBox: `0 0 ${WIDTH} ${tall}`, class: `sketch own-${colour}`, "aria-hidden": "true" });
  const right = WIDTH - ROOM.right;
  const bottom = tall - ROOM.bottom;
  /** @type {(lines: Line[], range: [number, number], areas: Area[], axis: [string, string], base?: number) => void} */
  return (lines, [low, high], areas, axis, base = low) => {
    svg.replaceChildren();
    const toX = (/** @type {number} */ share) => ROOM.left + share * (right - ROOM.left);
    const toY = (/** @type {number} */ value) => bottom - ((value - low) / (high - low)) * (bottom - ROOM.top);
    const pointsOf = (/** @type {ArrayLike<number>} */ values) =>
      Array.from(values, (value, i) => `${toX(i / (values.length - 1)).toFixed(1)} ${toY(value).toFixed(1)}`);
    for (const { low: below, high: above, style } of areas) {
      draw(svg, "path", { d: `M${[...pointsOf(below), ...pointsOf(above).reverse()].join("L")}Z`, class: style });
    }
    draw(svg, "path", { d: `M${ROOM.left} ${toY(base)}H${right}`, class: "axis" });
    axis.forEach((text, i) => {
      draw(svg, "text", { x: i ? right : ROOM.left, y: tall - 4, "text-anchor": i ? "end" : "start", class: "tick" }).textContent = text;
    });
    const places = apart(lines.map(({ values }) => toY(values[values.length - 1])));
    lines.forEach(({ values, style, end }, k) => {
      draw(svg, "path", { d: `M${pointsOf(values).join("L")}`, class: `line ${style}` });
      draw(svg, "text", { x: right + 8, y: places[k] + 5, class: `end ${style}` }).textContent = end;
    });
  };
}

/** @type {(places: number[]) => number[]} at least a line of text apart */
function apart([first, second]) {
  const missing = 18 - Math.abs(first - second);
  if (missing <= 0) return [first, second];
  const up = first <= second ? -1 : 1;
  return [first + (up * missing) / 2, second - (up * missing) / 2];
}

/** @type {(run: Run) => [string, string]} */
export const yearsAxis = ({ scenario: { years } }) => [say("start"), say("years", { count: years, years: number(years) })];

/** @type {(host: HTMLElement) => Show} */
export function drawBlood(host) {
  const { usual: [low, high] = [], colour } = QUANTITIES.blood_calcium;
  const show = createSketch(host, colour);
  return (run, balanced) => {
    const [now, reference] = [run, balanced].map((of) => /** @type {Float64Array} */ (read("blood_calcium", of)));
    const all = [...now, ...reference, low, high];
    const end = (/** @type {Run} */ of) => told("blood_calcium", endOf("blood_calcium", of));
    show([
      { values: now, style: "now", end: say("panel-now", { value: end(run) }) },
      { values: reference, style: "before", end: say("panel-balanced", { value: end(balanced) }) },
    ], [Math.min(...all) - 0.2, Math.max(...all) + 0.2], [{ low: [low, low], high: [high, high], style: "usual" }], yearsAxis(run));
  };
}

/** @type {(host: HTMLElement) => Show} */
export function drawActivation(host) {
  const show = createSketch(host, "activation");
  return (run) => {
    const lines = Object.entries(doseResponse(run.scenario)).map(([name, shares]) => {
      const row = `${name}_activation`;
      const values = shares.map((share) => 100 * share);
      return { values, style: name, end: `${QUANTITIES[row].short} ${told(row, endOf(row, run))}` };
    });
    show(lines, [0, 100], [], [String(DOSES.low), `${DOSES.high} \u00b5g/day`]);
  };
}

const LEAST = 50; // last digits that a track holds
const GROUPS = [["absorbed", "faeces", "urine"], ["bone"], ["arteries"]];

/** @type {(host: HTMLElement) => Show} bars; bone and arteries have scales of their own */
export function drawDay(host) {
  const list = add(host, "div", { class: "day", "aria-hidden": "true" });
  const bars = GROUPS.flat().map((name) => {
    add(list, "span").textContent = QUANTITIES[`day_${name}`].short ?? name;
    const track = add(list, "span", { class: `day-track own-${QUANTITIES[`day_${name}`].colour}` });
    return { name, bar: add(track, "i", { class: "day-bar" }), mark: add(track, "i", { class: "day-mark" }), value: add(list, "b") };
  });
  return (run, balanced) => {
    for (const { name, bar, mark, value } of bars) {
      const row = `day_${name}`;
      const group = GROUPS.find((each) => each.includes(name)) ?? [];
      const least = LEAST * 10 ** -(QUANTITIES[row].decimals ?? 0); // lest next to nothing fills the track
      const most = Math.max(least, ...group.flatMap((each) => [run, balanced].map((of) => Math.abs(endOf(`day_${each}`, of)))));
      const [now, usual] = [run, balanced].map((of) => endOf(row, of));
      const centred = group.length === 1; // net values go either way
      const place = (/** @type {number} */ amount) => (centred ? 50 + (50 * amount) / most : (100 * amount) / most);
      const zero = place(0);
      set(bar, { style: `left: ${Math.min(zero, place(now))}%; width: ${Math.abs(place(now) - zero)}%` });
      set(mark, { style: `left: ${place(usual)}%` });
      value.textContent = `${digits(row, now)} mg`;
    }
  };
}
