// One sign for open and shut: two leaves in a frame.

import { draw } from "../elements.js";
import { clamp, put, short, show } from "./nodes.js";

/**
 * Draw a door; dashed lines show where its leaves stood before.
 *
 * @param {SVGElement} parent
 * @param {{x: number, y: number, length: number, flat?: boolean, size: number}} place  of its middle
 * @returns {(open: number, before: number | undefined) => void} shares, 0 to 1
 */
export function makeDoor(parent, { x, y, length, flat = false, size }) {
  const turn = flat ? "" : " rotate(90)";
  const group = draw(parent, "g", { class: "door", transform: `translate(${short(x)} ${short(y)})${turn}` });
  const [half, thick, post] = [length / 2, 15 * size, 11 * size];
  draw(group, "rect", { x: -half, y: -thick * 0.62, width: length, height: thick * 1.24, class: "doorway" });
  const ghost = draw(group, "path", { class: "ghost-leaf" });
  const leaves = [0, 1].map(() => draw(group, "rect", { y: -thick / 2, height: thick, rx: 2, class: "leaf" }));
  const knobs = [0, 1].map(() => draw(group, "circle", { r: 2.3 * size, class: "knob" }));
  for (const side of [-1, 1]) {
    const left = side * half - post / 2;
    draw(group, "rect", { x: left, y: -thick * 0.95, width: post, height: thick * 1.9, rx: 3, class: "post" });
  }
  return (open, before) => {
    const leaf = half * (1 - clamp(open, 0, 1));
    [-1, 1].forEach((side, i) => {
      put(leaves[i], "x", short(side < 0 ? -half : half - leaf));
      put(leaves[i], "width", short(leaf));
      put(knobs[i], "cx", short(side * (half - leaf + 5 * size)));
      show(knobs[i], leaf > post * 1.4);
    });
    const was = half * (1 - clamp(before ?? open, 0, 1));
    const edges = [-half + was, half - was].map((edge) => `M${short(edge)} ${short(-thick * 0.9)}V${short(thick * 0.9)}`);
    put(ghost, "d", Math.abs(was - leaf) < 1.5 ? "" : edges.join(""));
  };
}
