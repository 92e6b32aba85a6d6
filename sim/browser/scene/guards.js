// Guards at a door: awake they stand and are filled, asleep they lie under a blanket and are hollow.

import { draw } from "../elements.js";
import { GUARDS } from "./look.js";
import { put, short, show } from "./nodes.js";

const BODY = "M-5.4 10V2.6a5.4 5.4 0 0 1 10.8 0V10Z";
const WIDTH = 24; // of one guard with its room, at size 1
const HEIGHT = 27;

/** @type {(parent: SVGElement) => {one: SVGGElement, up: SVGGElement, down: SVGGElement, ground: SVGPathElement}} */
function makeGuard(parent) {
  const one = draw(parent, "g");
  const up = draw(one, "g", { class: "awake" });
  draw(up, "path", { d: BODY });
  draw(up, "circle", { cy: -7, r: 4.6 });
  draw(up, "path", { d: "M-2 -7.6v1.4M2 -7.6v1.4", class: "eyes" });
  const down = draw(one, "g", { class: "asleep" });
  draw(down, "path", { d: "M-3.5 9V5.6a3.4 3.4 0 0 1 3.4-3.4H6a4.4 4.4 0 0 1 4.4 4.4V9Z" });
  draw(down, "circle", { cx: -6.4, cy: 4.4, r: 4.2 });
  draw(down, "path", { d: "M-8.6 4.2q1.2 1.4 2.4 0", class: "eyes" });
  draw(down, "path", { d: "M-3 -8.5h5l-5 6h5", class: "snore" }); // a drawn z: letters of this size are no label
  const ground = draw(one, "path", { d: "M-10.5 11.4H10.5" });
  return { one, up, down, ground };
}

/**
 * Draw the guards of a door. Those that only this much vitamin D makes needed stand on ground in the gut's colour.
 *
 * @param {SVGElement} parent
 * @param {{x: number, y: number, size: number, perRow: number, anchor?: "start" | "middle" | "end"}} place
 *   of the lowest row's ground
 * @param {string} style
 * @returns {(needed: number, awake: number) => void}
 */
export function makeGuards(parent, { x, y, size, perRow, anchor = "middle" }, style) {
  const group = draw(parent, "g", { class: `guards ${style}`, transform: `translate(${short(x)} ${short(y)})` });
  /** @type {ReturnType<typeof makeGuard>[]} */
  const all = [];
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor];
  return (needed, awake) => {
    while (all.length < needed) all.push(makeGuard(group));
    const rows = Math.max(1, Math.ceil(needed / perRow));
    all.forEach(({ one, up, down, ground }, i) => {
      show(one, i < needed);
      const row = Math.floor(i / perRow);
      const inRow = Math.min(perRow, needed - row * perRow);
      const left = ((i % perRow) + 0.5 - inRow * shift) * WIDTH * size;
      put(one, "transform", `translate(${short(left)} ${short((row - rows + 1) * HEIGHT * size - 11.4 * size)}) scale(${size.toFixed(2)})`);
      show(up, i < awake);
      show(down, i >= awake);
      put(ground, "class", i < GUARDS ? "ground" : "ground more");
    });
  };
}
