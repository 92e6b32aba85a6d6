// Reading values off a picture: by pointer or arrow keys, a line across the axes and what it meets, in words.

import { draw } from "./diagram_svg.js";
import { add, must } from "./elements.js";

/** @import { Laid } from "./types.d.ts" */
/** @typedef {{laid: Laid | null, line: SVGLineElement | null, x: number | null, low: number, high: number}} State */

const STEPS = 20;

/**
 * Put a reader over a picture's axes. It is a slider to the keyboard and to screen readers.
 *
 * @param {HTMLElement} place  the element that holds the paper
 * @param {string} name  what is read, for screen readers
 * @param {{tell: (x: number) => string, onRead: (x: number | null) => void}} use  words for a place on
 *   the axis, and what to do when another place (or none any more) is read
 */
export function createReader(place, name, { tell, onRead }) {
  const board = must(place.parentElement);
  const area = add(board, "div", { class: "reader", tabindex: 0, role: "slider", "aria-label": name });
  const words = add(board, "div", { class: "reading" });
  /** @type {State} */
  const state = { laid: null, line: null, x: null, low: 0, high: 1 };

  const show = (/** @type {number | null} */ x) => {
    state.x = x;
    const { laid, line } = state;
    if (!laid || !line) return;
    line.style.display = x === null ? "none" : "";
    words.textContent = x === null ? "" : tell(x);
    area.setAttribute("aria-valuenow", (x ?? state.high).toFixed(1));
    area.setAttribute("aria-valuetext", tell(x ?? state.high));
    if (x === null) return;
    const at = laid.axes[0].toX(x).toFixed(2);
    for (const end of ["x1", "x2"]) line.setAttribute(end, at);
  };
  const read = (/** @type {number | null} */ x) => onRead(x === null ? null : Math.min(Math.max(x, state.low), state.high));
  const byPointer = (/** @type {PointerEvent} */ event) => {
    const box = area.getBoundingClientRect();
    read(state.low + ((event.clientX - box.left) / box.width) * (state.high - state.low));
  };
  const byKey = (/** @type {KeyboardEvent} */ event) => {
    const step = (state.high - state.low) / STEPS;
    const x = state.x ?? state.high;
    /** @type {Record<string, number | null>} */
    const places = {
      ArrowLeft: x - step, ArrowDown: x - step, ArrowRight: x + step, ArrowUp: x + step,
      Home: state.low, End: state.high, Escape: null,
    };
    const to = places[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    read(to);
  };
  area.addEventListener("pointermove", byPointer);
  area.addEventListener("pointerdown", byPointer);
  area.addEventListener("pointerleave", () => read(null));
  area.addEventListener("keydown", byKey);
  area.addEventListener("blur", () => read(null));
  return { show, lay: (/** @type {Laid} */ laid) => layReader(laid, state, area, () => show(state.x)) };
}

/**
 * Fit the reader to new paper.
 *
 * @param {Laid} laid
 * @param {State} state
 * @param {HTMLElement} area
 * @param {() => void} redraw
 */
function layReader(laid, state, area, redraw) {
  const [scale] = laid.axes;
  const { width, height } = laid.paper;
  [state.low, state.high] = laid.paper.axes[0].x;
  area.setAttribute("aria-valuemin", String(state.low));
  area.setAttribute("aria-valuemax", String(state.high));
  Object.assign(area.style, {
    left: `${(100 * scale.left) / width}%`, width: `${(100 * (scale.right - scale.left)) / width}%`,
    top: `${(100 * scale.top) / height}%`, height: `${(100 * (scale.bottom - scale.top)) / height}%`,
  });
  state.line = draw(laid.svg, "line", { class: "cursor", y1: scale.top, y2: scale.bottom });
  state.laid = laid;
  redraw();
}
