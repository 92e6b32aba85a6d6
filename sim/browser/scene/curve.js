// A curve over the years, exactly through the points of a run, with the state before and the other account beside it.

import { draw } from "../elements.js";
import { say } from "../words/messages.js";
import { across, axisOf, down, pathOf, pointsOf, spread, valueIn } from "./axis.js";
import { withUnit } from "./labels.js";
import { clamp, put, short, show, write } from "./nodes.js";

/** @import { Run } from "../run.js" */
/** @import { Axis } from "./axis.js" */
/** @import { Shown } from "./scene.js" */
/** @typedef {{font: number, ticks: boolean, brief: boolean}} Style */

const APART = 1; // of the font: how far labels at the ends of lines stand apart
const BASE = { bone_change: 0, arteries_times: 1 }; // where nothing has changed

/** @typedef {ReturnType<typeof makeNodes>} Nodes */

/**
 * @param {SVGElement} group
 * @param {keyof typeof BASE} name
 * @param {{width: number, height: number}} place
 * @param {Style} style
 */
function makeNodes(group, name, { width, height }, { font, ticks }) {
  const foot = short(height + font * 1.25);
  const line = (/** @type {string} */ style) => draw(group, "path", { class: style });
  const text = (/** @type {string} */ style, anchor = "start", more = {}) =>
    draw(group, "text", { class: style, "text-anchor": anchor, "font-size": short(font), ...more });
  const dot = (/** @type {string} */ style) => draw(group, "circle", { class: style, r: short(font * 0.36) });
  draw(group, "rect", { class: "hit", x: -8, y: -8, width: width + 16, height: height + 16 + (ticks ? font * 1.4 : 0) });
  return {
    between: line("between"), axis: line("axis"), before: line("line before"), other: line("line other"),
    later: line("line later"), now: line("line"), rule: line("reading"),
    dotBefore: dot("end-dot before"), dotNow: dot("end-dot"),
    labelNow: text("end"), labelBefore: text("end before", "start", { "data-before": name }),
    labelOther: text("end other", "start", { "data-other": name }),
    start: text("tick", "start", { y: foot }), last: text("tick", "end", { x: width, y: foot }),
    told: text("told", "middle", { y: foot }),
  };
}

/** @type {(nodes: Nodes, axis: Axis, name: keyof typeof BASE, shown: Shown) => void} */
function drawLines(nodes, axis, name, { run, ghost, gap, year, playing }) {
  const { years, width } = axis;
  const base = short(down(axis, BASE[name]));
  put(nodes.axis, "d", `M0 ${base}H${width}`);
  put(nodes.now, "d", pathOf(pointsOf(axis, name, run, 0, year)));
  put(nodes.later, "d", year < years && !playing ? pathOf(pointsOf(axis, name, run, year, years)) : "");
  // A run of other years is drawn as far as these years reach.
  const upTo = (/** @type {Run | null} */ other, /** @type {number} */ to) =>
    (other ? pointsOf(axis, name, other, 0, Math.min(to, other.constants.years)) : []);
  put(nodes.before, "d", pathOf(upTo(ghost, years)));
  put(nodes.other, "d", pathOf(upTo(gap, years)));
  const beside = gap ?? ghost;
  const shared = Math.min(year, beside?.constants.years ?? 0);
  const round = [...pointsOf(axis, name, run, 0, shared), ...upTo(beside, shared).reverse()];
  put(nodes.between, "d", beside ? `${pathOf(round)}Z` : "");
  const place = (/** @type {SVGElement} */ dot, /** @type {Run | null} */ of, /** @type {number} */ when) => {
    show(dot, of !== null);
    if (!of) return;
    const last = Math.min(when, of.constants.years);
    put(dot, "cx", short(across(axis, last)));
    put(dot, "cy", short(down(axis, valueIn(name, of, last))));
  };
  place(nodes.dotNow, run, year);
  place(nodes.dotBefore, ghost, years);
}

/** @type {(nodes: Nodes, axis: Axis, name: keyof typeof BASE, shown: Shown, style: Style) => void} labels at the ends */
function drawLabels(nodes, axis, name, { run, ghost, gap, year }, { font, brief, ticks }) {
  const told = (/** @type {Run} */ of) => withUnit(name, valueIn(name, of, Math.min(axis.years, of.constants.years)));
  const ends = [];
  ends.push({ label: nodes.labelNow, x: year, y: valueIn(name, run, year), words: say("now") });
  if (ghost) {
    const words = brief ? told(ghost) : say("before-value", { value: told(ghost) });
    ends.push({ label: nodes.labelBefore, x: axis.years, y: valueIn(name, ghost, axis.years), words });
  }
  if (gap) {
    const words = say(`scene-other-${gap.scenario.lens}`, { value: told(gap) });
    ends.push({ label: nodes.labelOther, x: axis.years, y: valueIn(name, gap, axis.years), words });
  }
  show(nodes.labelBefore, ghost !== null);
  show(nodes.labelOther, gap !== null);
  for (const end of ends) end.y = down(axis, end.y);
  spread(ends, font * APART, font * 0.13, axis.height - (ticks ? 0 : font * 0.35));
  for (const { label, x, y, words } of ends) {
    write(label, words);
    put(label, "x", short(across(axis, x) + font * 0.7));
    put(label, "y", short(y + font * 0.35));
  }
  show(nodes.start, ticks);
  show(nodes.last, ticks);
  write(nodes.start, say("start"));
  write(nodes.last, brief ? say("years", { count: axis.years, years: axis.years }) : say("scene-year", { year: axis.years }));
}

/**
 * Draw a curve into its part, whose arrow keys, pointer or press read the value of a year.
 *
 * @param {SVGElement} group
 * @param {keyof typeof BASE} name  of its quantity
 * @param {{x: number, y: number, width: number, height: number}} place
 * @param {Style} style
 */
export function makeCurve(group, name, place, style) {
  put(group, "data-quantity", name);
  put(group, "transform", `translate(${short(place.x)} ${short(place.y)})`);
  const nodes = makeNodes(group, name, place, style);
  const half = style.font * 3.7; // of what a reading says
  /** @type {Shown | null} */
  let shown = null;
  /** @type {Axis | null} */
  let axis = null;
  /** @type {number | null} */
  let reading = null;

  const tell = () => {
    const told = reading !== null && shown !== null && axis !== null;
    show(nodes.told, told);
    show(nodes.rule, told);
    if (style.ticks) for (const node of [nodes.start, nodes.last]) show(node, !told);
    if (reading === null || shown === null || axis === null) return "";
    const [x, value] = [across(axis, reading), valueIn(name, shown.run, reading)];
    const words = say("scene-year-reading", { year: short(reading), value: withUnit(name, value) });
    write(nodes.told, words);
    put(nodes.told, "x", short(clamp(x, half, Math.max(half, place.width - half))));
    put(nodes.rule, "d", `M${short(x)} ${short(down(axis, value))}V${axis.height}`);
    return words;
  };
  return {
    /** @type {(next: Shown) => void} */
    draw(next) {
      shown = next;
      const runs = [next.run, next.ghost, next.gap].filter((run) => run !== null);
      axis = axisOf(name, runs, place.width, place.height);
      for (const [key, value] of Object.entries(axis)) put(group, `data-${key}`, value);
      drawLines(nodes, axis, name, next);
      drawLabels(nodes, axis, name, next, style);
      tell();
    },
    /** @type {(year: number | null) => string} shows the value in a year, or none, and returns what it says */
    read(year) {
      reading = year === null || axis === null ? null : clamp(Math.round(year * 10) / 10, 0, axis.years);
      return tell();
    },
    /** @type {(x: number) => number} the year at a place of the screen [px] */
    yearAt(x) {
      const box = nodes.axis.getBoundingClientRect();
      return clamp((x - box.left) / box.width, 0, 1) * (axis?.years ?? 0);
    },
    /** @type {(step: number) => string} */
    step(by) { return this.read((reading ?? shown?.year ?? 0) + by * Math.max(0.1, (axis?.years ?? 0) / 10)); },
  };
}
