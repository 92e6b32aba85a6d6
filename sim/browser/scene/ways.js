// What stays behind everything that moves: the gut's tube, the blood's vessel and the ways to and from bone.

import { draw } from "../elements.js";
import { short } from "./nodes.js";

/** @import { Layout } from "./layouts.js" */

/** @type {(layout: Layout) => {pipe: number, out: number}} heights of the way into the artery and of that out of bone */
export const widthsOf = ({ artery, boneDoor }) => ({ pipe: artery.r * 0.42, out: boneDoor.length * 0.6 });

/** @type {(parent: SVGElement, layout: Layout) => void} */
export function drawWays(parent, layout) {
  const { gut, gutDoor, blood, bone, boneDoor, ways, artery } = layout;
  const { pipe, out } = widthsOf(layout);
  const rect = (/** @type {string} */ style, /** @type {number[]} */ [x, y, width, height], rx = 0) =>
    draw(parent, "rect", {
      class: style, x: short(x), y: short(y), width: short(width), height: short(height), rx: short(rx),
    });
  const behind = 40 * bone.scale; // the ways begin behind the bone
  const left = (/** @type {number} */ x) => [x - behind, boneDoor.x - x + behind + 4];
  const [inX, inWidth] = left(ways.inX);
  const [outX, outWidth] = left(ways.outX);
  rect("bone-way", [inX, boneDoor.y - boneDoor.length * 0.4, inWidth, boneDoor.length * 0.8]);
  rect("bone-way", [outX, ways.outY - out / 2, outWidth, out]);
  const [below, doorway] = [gut.y + gut.height - 4, gutDoor.length * 0.8];
  rect("gut-way", [gutDoor.x - doorway / 2, below, doorway, blood.y - below + blood.width * 0.3]);
  // One vessel, cut open at the artery, so that the same blood is in its channel.
  const side = blood.x + blood.width;
  rect("blood-body", [side - 12, artery.y - pipe / 2, artery.x - side, pipe]);
  rect("blood-body", [blood.x, blood.y, blood.width, blood.height], blood.width / 2.6);
  rect("blood-join", [side - 14, artery.y - pipe / 2 + 1.3, 18, pipe - 2.6]);
  rect("bone-way", [blood.x - 3, ways.outY - out / 2, 6, out]);
  rect("gut-way", [gutDoor.x - doorway * 0.43, blood.y - 3, doorway * 0.86, 7]);
  rect("gut-body", [gut.x, gut.y, gut.width, gut.height], gut.height / 2.4);
  drawVilli(parent, layout);
}

/** @type {(parent: SVGElement, layout: Layout) => void} the folds of the gut's lower wall, none of them in the door */
function drawVilli(parent, { gut, gutDoor }) {
  const step = gut.height * 0.31;
  const folds = [];
  for (let x = gut.x + step * 1.5; x < gut.x + gut.width - step * 1.8; x += step) {
    if (Math.abs(x + step * 0.4 - gutDoor.x) < gutDoor.length / 2 + 6) continue;
    folds.push(`M${short(x)} ${short(gut.y + gut.height)}q${short(step * 0.43)} ${short(-step)} ${short(step * 0.86)} 0`);
  }
  draw(parent, "path", { d: folds.join(""), class: "villi" });
}
