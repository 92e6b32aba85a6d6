// Bone: a cut thigh bone full of struts, which thin and break as it loses calcium.

import { draw } from "../elements.js";
import { holes, OUTLINE, wearOf } from "./foam.js";
import { put, short, show } from "./nodes.js";

const SHELL = 11; // width of its rim at the start
const SEEN = 0.05; // a change that the drawing can show [%]

/**
 * Draw the bone; what was there before shows as hatching where it is lost, as dashed holes where it is new.
 *
 * @param {SVGElement} parent
 * @param {{x: number, y: number, scale: number}} place  of the upper left corner
 * @returns {(change: number, before: number) => void}
 */
export function makeBone(parent, { x, y, scale }) {
  const group = draw(parent, "g", { transform: `translate(${short(x)} ${short(y)}) scale(${scale.toFixed(3)})` });
  const defs = draw(group, "defs");
  const hatch = draw(defs, "pattern", {
    id: "bone-hatch", width: 4.5, height: 4.5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
  });
  draw(hatch, "rect", { width: 4.5, height: 4.5, class: "hatch-ground" });
  draw(hatch, "path", { d: "M0 0V4.5", class: "hatch" });
  draw(draw(defs, "clipPath", { id: "bone-outline" }), "path", { d: OUTLINE });
  draw(group, "path", { d: OUTLINE, class: "bone-body" });
  const inside = draw(group, "g", { "clip-path": "url(#bone-outline)" });
  const open = draw(inside, "path", { class: "hole" });
  const lost = draw(inside, "g", { class: "lost" });
  const hatched = draw(lost, "path", { fill: "url(#bone-hatch)" });
  const old = draw(lost, "path", { class: "hole" }); // none of them reaches beyond those of a bone that has less
  const edge = draw(inside, "path", { class: "hole-before" });
  const shell = draw(group, "path", { d: OUTLINE, class: "shell" });
  /** @type {number | undefined} */
  let then;
  let holesThen = "";
  return (change, before) => {
    const path = holes(change);
    put(open, "d", path);
    put(shell, "stroke-width", short(SHELL * wearOf(change).thickness));
    const [less, more] = [before - change > SEEN, change - before > SEEN];
    show(lost, less);
    show(edge, more);
    if (!less && !more) return;
    if (less) put(hatched, "d", path);
    if (before !== then) [then, holesThen] = [before, holes(before)]; // it stays through a whole gesture
    put(less ? old : edge, "d", holesThen);
  };
}
