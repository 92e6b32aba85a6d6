// Reading values off a picture: by pointer or arrow keys, a line across the axes and what it meets, in words.

import { add, draw, set } from "./elements.js";

/** @import { Laid } from "./types.d.ts" */

const STEPS = 20;

/**
 * Put a reader over a picture's axes. It is a slider to the keyboard and to screen readers.
 *
 * @param {HTMLElement} board  around the paper
 * @param {string} name  what is read, for screen readers
 * @param {(x: number) => string} tell  words for a place on the axis
 * @param {(x: number | null) => void} onRead  another place is read, or none any more
 */
export function createReader(board, name, tell, onRead) {
  const area = add(board, "div", { class: "reader", tabindex: 0, role: "slider", "aria-label": name });
  const words = add(board, "div", { class: "reading" });
  /** @type {Laid | null} */
  let laid = null;
  /** @type {SVGLineElement | null} */
  let line = null;
  /** @type {number | null} */
  let shown = null;
  let [low, high] = [0, 1];

  const show = (/** @type {number | null} */ x) => {
    shown = x;
    if (!laid || !line) return;
    line.style.display = x === null ? "none" : "";
    words.textContent = x === null ? "" : tell(x);
    set(area, { "aria-valuenow": (x ?? high).toFixed(1), "aria-valuetext": tell(x ?? high) });
    if (x === null) return;
    const at = laid.axes[0].toX(x).toFixed(2);
    set(line, { x1: at, x2: at });
  };
  const read = (/** @type {number} */ x) => onRead(Math.min(Math.max(x, low), high));
  const byPointer = (/** @type {PointerEvent} */ event) => {
    const box = area.getBoundingClientRect();
    read(low + ((event.clientX - box.left) / box.width) * (high - low));
  };
  const leave = () => onRead(null);
  area.addEventListener("pointermove", byPointer);
  area.addEventListener("pointerdown", byPointer);
  area.addEventListener("pointerleave", leave);
  area.addEventListener("blur", leave);
  area.addEventListener("keydown", (event) => {
    const step = (high - low) / STEPS;
    const [back, forward] = [(shown ?? high) - step, (shown ?? high) + step];
    /** @type {Record<string, number>} */
    const places = { ArrowLeft: back, ArrowDown: back, ArrowRight: forward, ArrowUp: forward, Home: low, End: high };
    if (event.key === "Escape") leave();
    else if (event.key in places) read(places[event.key]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return {
    show,
    lay: (/** @type {Laid} */ next) => {
      laid = next;
      const { axes: [scale], paper: { width, height, axes } } = next;
      [low, high] = axes[0].x;
      set(area, { "aria-valuemin": low, "aria-valuemax": high });
      Object.assign(area.style, {
        left: `${(100 * scale.left) / width}%`, width: `${(100 * (scale.right - scale.left)) / width}%`,
        top: `${(100 * scale.top) / height}%`, height: `${(100 * (scale.bottom - scale.top)) / height}%`,
      });
      line = draw(next.svg, "line", { class: "cursor", y1: scale.top, y2: scale.bottom });
      show(shown);
    },
  };
}
