// A curve walked by keys, pointer or finger: where each key leads, and what is said there.

import { sameSettings } from "../words/verdict.js";
import { QUANTITIES } from "../tables.js";
import { say } from "../words/messages.js";
import { told } from "../words/numbers.js";
import { valueIn } from "../scene/axis.js";
import { clamp } from "../scene/nodes.js";

/** @import { Run } from "../run.js" */
/** @import { Curve } from "../scene/curve.js" */
/** @import { Shown } from "../scene/scene.js" */
/** @typedef {{name: "now" | "before" | "story" | "trials", run: Run}} Line */
/** @typedef {{year: number, line: number}} Cursor  `line`: one of `linesOf` */

const MOST_STEPS = 5; // of the page keys, as on the sliders

/** @type {(years: number) => number} between two points [years] */
const stepOf = (years) => (years > 4 ? 1 : years > 1 ? 0.5 : 0.1);

/** @type {(shown: Shown) => Line[]} the lines of a picture, from this run on */
export const linesOf = ({ run, ghost, gap }) => [
  { name: "now", run },
  ...(ghost ? [{ name: /** @type {const} */ ("before"), run: ghost }] : []),
  ...(gap ? [{ name: gap.scenario.lens, run: gap }] : []),
];

/** @type {(cursor: Cursor, lines: Line[]) => Cursor} a place that there is: a line of fewer years ends before the others */
export function kept({ year, line }, lines) {
  const there = clamp(line, 0, lines.length - 1);
  const last = Math.min(lines[0].run.constants.years, lines[there].run.constants.years);
  return { line: there, year: clamp(Math.round(year * 10) / 10, 0, last) };
}

/** @type {(key: string, cursor: Cursor, lines: Line[]) => Cursor | null} where a key leads; null for one that leads nowhere */
export function after(key, { year, line }, lines) {
  const step = stepOf(lines[0].run.constants.years);
  const place = Math.round((1000 * year) / step) / 1000; // 0.7 / 0.1 is 6.999...
  const [before, next] = [Math.ceil(place) - 1, Math.floor(place) + 1];
  const goal = {
    ArrowLeft: before, ArrowRight: next, PageDown: before + 1 - MOST_STEPS, PageUp: next - 1 + MOST_STEPS, Home: 0, End: Infinity,
  }[key];
  const other = { ArrowUp: line - 1, ArrowDown: line + 1 }[key];
  if (goal === undefined && other === undefined) return null;
  return kept({ year: goal === undefined ? year : goal * step, line: other ?? line }, lines);
}

/** @type {(name: "bone_change" | "arteries_times", shown: Shown, cursor: Cursor) => string} */
export function wordsAt(name, shown, { year, line }) {
  const on = linesOf(shown)[line];
  const valueOn = (/** @type {Run} */ run) => told(name, valueIn(name, run, year));
  const words = { year: String(year), name: QUANTITIES[name].short, value: valueOn(on.run) };
  if (on.name !== "now") return say(`walk-${on.name}`, words);
  if (sameSettings(shown.run.scenario, shown.balanced.scenario)) return say("walk-balanced", words);
  return say("walk-now", { ...words, balanced: valueOn(shown.balanced) });
}

/**
 * Let keys, pointer and finger walk the curves of a picture.
 *
 * @param {SVGSVGElement} svg
 * @param {(part: Element) => Curve | null} curveOf
 * @param {(curve: Curve) => void} onStep  somebody goes along a curve, by keys or with a finger on it
 */
export function walkable(svg, curveOf, onStep) {
  const curveAt = (/** @type {Event} */ { target }) => {
    const part = target instanceof Element ? target.closest(".curve") : null;
    const curve = part && curveOf(part);
    return curve && { part, curve };
  };
  svg.addEventListener("keydown", (event) => {
    const at = event.altKey || event.ctrlKey || event.metaKey ? null : curveAt(event);
    if (!at) return;
    const stops = event.key === "Escape" && at.curve.read(null);
    if (!stops && !at.curve.walk(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!stops) onStep(at.curve);
  });
  const read = (/** @type {PointerEvent} */ event) => {
    const at = curveAt(event);
    if (at?.curve.read(at.curve.yearAt(event.clientX)) && event.buttons) onStep(at.curve);
  };
  svg.addEventListener("pointermove", read);
  svg.addEventListener("pointerdown", read);
  svg.addEventListener("pointerout", (event) => {
    const at = curveAt(event);
    const stays = at?.part.matches(":focus-visible") || (event.relatedTarget instanceof Node && at?.part.contains(event.relatedTarget));
    if (!stays) at?.curve.read(null);
  });
  keepFingers(svg);
  svg.addEventListener("focusin", (event) => {
    const at = curveAt(event);
    if (at?.part.matches(":focus-visible")) at.curve.read();
  });
  svg.addEventListener("focusout", (event) => { curveAt(event)?.curve.read(null); });
}

/**
 * A finger that goes along a curve does not scroll. Up and down it does, and anywhere where the page is magnified:
 * `touch-action` counts for a whole drawing only, and would keep who magnifies it from its other half.
 *
 * @type {(svg: SVGSVGElement) => void}
 */
function keepFingers(svg) {
  /** @type {Touch | null} */
  let start = null;
  let along = false;
  svg.addEventListener("touchstart", ({ target, touches }) => {
    const onCurve = target instanceof Element && target.closest(".curve") && touches.length === 1;
    [start, along] = [onCurve && (visualViewport?.scale ?? 1) < 1.05 ? touches[0] : null, false];
  }, { passive: true });
  svg.addEventListener("touchmove", (event) => {
    if (!start) return;
    const [{ clientX, clientY }] = event.touches;
    along ||= Math.abs(clientX - start.clientX) > Math.abs(clientY - start.clientY);
    if (along) event.preventDefault();
    else start = null;
  }, { passive: false });
}
