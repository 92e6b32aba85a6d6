// A pen on axes: a finger or mouse draws the line on, arrow keys go along it and move it up and down.

import { set } from "../../elements.js";
import { clamp } from "../../scene/nodes.js";
import { say } from "../../words/messages.js";

const STEP = 2; // of the axis, for an arrow key [%]
const LEAP = 10;
/** @type {Record<string, number>} */
const UP = { ArrowUp: STEP, ArrowDown: -STEP, PageUp: LEAP, PageDown: -LEAP };
/** @type {Record<string, number>} */
const ALONG = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

/**
 * @typedef {object} Paper  what is drawn on
 * @property {number} count  of the points of a whole line
 * @property {() => number[]} line  shares of the axis, as far as it is drawn; its first point stays
 * @property {(line: number[]) => void} keep
 * @property {(event: PointerEvent) => {index: number, share: number}} at
 * @property {(index: number) => string} tell  what stands at a point
 * @property {() => void} moved  the keys stand at another point
 */

/** @type {(line: number[], from: number, to: number, share: number) => number[]} draws from one of its points to another */
function drawnOn(line, from, to, share) {
  const next = [...line];
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const before = line[from];
  for (let i = first; i <= last; i++) {
    const part = first === last ? 1 : Math.abs(i - from) / (last - first);
    if (i > 0) next[i] = Math.round(before + part * (share - before));
  }
  return next;
}

/** @type {(svg: SVGSVGElement, paper: Paper) => {use: (on: boolean) => void, index: () => number | undefined, toStart: () => void}} */
export function createPen(svg, { count, line, keep, at, tell, moved }) {
  let on = false;
  let index = 0;
  /** @type {number | null} */
  let last = null;
  const speak = () => {
    const here = Math.min(index, line().length - 1);
    if (on) set(svg, { "aria-valuenow": line()[here], "aria-valuetext": tell(here) });
  };
  const draw = (/** @type {PointerEvent} */ event) => {
    const goal = at(event);
    const from = last ?? Math.min(line().length - 1, goal.index);
    keep(drawnOn(line(), from, goal.index, goal.share));
    [last, index] = [goal.index, goal.index];
    speak();
  };
  svg.addEventListener("pointerdown", (event) => {
    if (!on || event.button !== 0) return;
    svg.setPointerCapture(event.pointerId);
    last = null;
    draw(event);
  });
  svg.addEventListener("pointermove", (event) => {
    if (on && svg.hasPointerCapture(event.pointerId)) draw(event);
  });
  svg.addEventListener("keydown", (event) => {
    if (!on || event.ctrlKey || event.metaKey || event.altKey) return;
    const now = line();
    if (event.key in ALONG) {
      index = clamp(index + ALONG[event.key], 1, count - 1);
      // Where nothing is drawn yet, the line goes on level.
      if (index >= now.length) keep([...now, ...Array(index + 1 - now.length).fill(now[now.length - 1])]);
      else moved();
    } else if (event.key in UP) {
      index = Math.max(index, 1);
      const before = now[index] ?? now[now.length - 1];
      keep(drawnOn(now, Math.min(index, now.length - 1), index, clamp(before + UP[event.key], 0, 100)));
    } else return;
    event.preventDefault();
    speak();
  });
  for (const name of ["focus", "blur"]) svg.addEventListener(name, () => moved());
  return {
    /** Hands it to a reader, or makes a picture of it. */
    use(now) {
      on = now;
      if (!now) {
        set(svg, { role: "img" });
        for (const name of ["tabindex", "aria-valuemin", "aria-valuemax", "aria-valuenow", "aria-valuetext", "aria-description"]) svg.removeAttribute(name);
        return;
      }
      set(svg, { role: "slider", tabindex: 0, "aria-valuemin": 0, "aria-valuemax": 100, "aria-description": say("task-pen-keys") });
      speak();
    },
    /** Where the keys are, while they are there. */
    index: () => (svg.matches(":focus-visible") ? index : undefined),
    toStart: () => {
      index = 0;
      speak();
      moved();
    },
  };
}
