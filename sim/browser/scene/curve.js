// A curve over the years, exactly through the points of a run, with the state before and the other account beside it.

import { draw, set } from "../elements.js";
import { after, kept, linesOf, wordsAt } from "../listening/walk.js";
import { say } from "../words/messages.js";
import { across, axisOf, down, pathOf, pointsOf, shareOf, sharesOf, spread, valueIn } from "./axis.js";
import { withUnit } from "./labels.js";
import { clamp, put, short, show, write } from "./nodes.js";

/** @import { Run } from "../run.js" */
/** @import { Axis } from "./axis.js" */
/** @import { Cursor } from "../listening/walk.js" */
/** @import { Shown } from "./scene.js" */
/** @typedef {{width: number, font: number, ticks: boolean, brief: boolean}} Style  `width`: of the drawing */
/** @typedef {ReturnType<typeof makeCurve>} Curve */

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
    draw(group, "text", { class: style, "aria-hidden": "true", "text-anchor": anchor, "font-size": short(font), ...more });
  const dot = (/** @type {string} */ style) => draw(group, "circle", { class: style, r: short(font * 0.36) });
  draw(group, "rect", { class: "hit", x: -8, y: -8, width: width + 16, height: height + 16 + (ticks ? font * 1.4 : 0) });
  return {
    between: line("between"), axis: line("axis"), before: line("line before"), other: line("line other"),
    later: line("line later"), now: line("line"), rule: line("reading"),
    dotBefore: dot("end-dot before"), dotNow: dot("end-dot"),
    labelNow: text("end"), labelBefore: text("end before", "start", { "data-before": name }),
    labelOther: text("end other", "start", { "data-other": name }),
    start: text("tick", "start", { y: foot }), last: text("tick", "end", { x: width, y: foot }),
    cursor: dot("cursor"),
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

/** @type {(part: SVGElement, place: {x: number, height: number}, style: Style) => {group: SVGGElement, say: (x: number, words: string) => void}} */
function makeTold(part, place, { width, font, ticks }) {
  const group = draw(part, "g", { class: "told", "aria-hidden": "true", display: "none", transform: part.getAttribute("transform") ?? "" });
  const y = ticks ? place.height + font * 1.25 : -font * 0.6;
  const paper = draw(group, "rect", { y: short(y - font * 1.05), height: short(font * 1.4), rx: 3 });
  const text = draw(group, "text", { y: short(y), "text-anchor": "middle", "font-size": short(font) });
  return {
    group,
    say(x, words) {
      write(text, words);
      const half = text.getComputedTextLength() / 2 + 6;
      const middle = clamp(x, half + 2 - place.x, width - half - 2 - place.x);
      put(text, "x", short(middle));
      put(paper, "x", short(middle - half));
      put(paper, "width", short(2 * half));
    },
  };
}

/**
 * Draw a curve into its part. It is a slider along the years: what a screen reader hands its arrow keys to, and speaks
 * the place on by itself.
 *
 * @param {SVGElement} group
 * @param {keyof typeof BASE} name  of its quantity
 * @param {{x: number, y: number, width: number, height: number}} place
 * @param {Style} style
 */
export function makeCurve(group, name, place, style) {
  set(group, { "data-quantity": name, role: "slider", "aria-valuemin": 0, "aria-description": say("walk-keys") });
  put(group, "transform", `translate(${short(place.x)} ${short(place.y)})`);
  const nodes = makeNodes(group, name, place, style);
  const told = makeTold(group, place, style);
  /** @type {Shown | null} */
  let shown = null;
  /** @type {Axis | null} */
  let axis = null;
  /** @type {Cursor | null} */
  let cursor = null;

  const point = () => {
    if (!shown || !axis) return;
    for (const node of [told.group, nodes.rule, nodes.cursor]) show(node, cursor !== null);
    if (cursor) cursor = kept(cursor, linesOf(shown));
    const { year, line } = cursor ?? { year: shown.year, line: 0 };
    const words = wordsAt(name, shown, { year, line });
    // Of what passes by itself nothing is spoken, but for where it began.
    const passes = shown.playing && !cursor && group.hasAttribute("aria-valuenow");
    const spoken = passes ? {} : { "aria-valuemax": axis.years, "aria-valuenow": short(year), "aria-valuetext": words };
    for (const [key, value] of Object.entries(spoken)) put(group, key, value);
    if (!cursor) return;
    const x = short(across(axis, year));
    put(nodes.rule, "d", `M${x} 0V${axis.height}`);
    put(nodes.cursor, "cx", x);
    put(nodes.cursor, "cy", short(down(axis, valueIn(name, linesOf(shown)[line].run, year))));
    told.say(Number(x), words);
  };
  return {
    name,
    /** What lies over everything else that is drawn. */
    front: told.group,
    /** @type {(next: Shown) => void} */
    draw(next) {
      shown = next;
      const runs = [next.run, next.ghost, next.gap].filter((run) => run !== null);
      axis = axisOf(name, runs, place.width, place.height);
      for (const [key, value] of Object.entries(axis)) put(group, `data-${key}`, value);
      drawLines(nodes, axis, name, next);
      drawLabels(nodes, axis, name, next, style);
      point();
    },
    /** @type {(year?: number | null) => boolean} shows what is in a year, by itself the one of the picture; whether that is new */
    read(year = shown?.year ?? null) {
      const before = JSON.stringify(cursor);
      cursor = year === null || !shown ? null : kept({ year, line: cursor?.line ?? 0 }, linesOf(shown));
      if (before === JSON.stringify(cursor)) return false;
      point();
      return true;
    },
    /** @type {(key: string) => boolean} goes where a key leads; whether it leads anywhere */
    walk(key) {
      const goal = shown && after(key, cursor ?? { year: shown.year, line: 0 }, linesOf(shown));
      if (!goal) return false;
      cursor = goal;
      point();
      return true;
    },
    /** @type {(x: number) => number} the year at a place of the screen [px] */
    yearAt(x) {
      const box = nodes.axis.getBoundingClientRect();
      return clamp((x - box.left) / box.width, 0, 1) * (axis?.years ?? 0);
    },
    /** What is to be heard of it: shares of the height of its axis, over the years of a line, at its start, at the cursor. */
    heard() {
      if (!shown || !axis) return null;
      const { run } = linesOf(shown)[cursor?.line ?? 0];
      const here = shareOf(axis, valueIn(name, run, cursor?.year ?? shown.year));
      return { name, shares: sharesOf(axis, name, run), base: shareOf(axis, BASE[name]), here };
    },
  };
}
