// The lens on the artery wall: blood, door and wall, so much enlarged that the few milligrams can be seen.

import { draw } from "../elements.js";
import { SHAPES } from "./artery.js";
import { makeDoor } from "./door.js";
import { LENS } from "./look.js";
import { scatter, short, show } from "./nodes.js";
import { makeStream } from "./stream.js";

const SPECKS = 10; // that the lens can show: a hint of the wall, which is counted in the ring

/**
 * @param {SVGElement} parent
 * @param {{x: number, y: number, r: number}} place
 * @param {number} dot  radius of a dot
 */
export function makeLens(parent, { x, y, r }, dot) {
  draw(draw(parent, "clipPath", { id: "lens-glass" }), "circle", { cx: short(x), cy: short(y), r: short(r) });
  const grip = [0.72, r > 60 ? 1.05 : 1.02].map((share) => `${short(x + r * share)} ${short(y + r * share)}`);
  draw(parent, "path", { d: `M${grip.join("L")}`, class: "handle", "stroke-width": short(r * 0.17) });
  const view = draw(parent, "g", { "clip-path": "url(#lens-glass)" });
  const [top, height] = [short(y - r), short(2 * r)];
  draw(view, "rect", { x: short(x - r), y: top, width: short(r), height, class: "lens-blood" });
  draw(view, "rect", { x: short(x), y: top, width: short(r), height, class: "lens-wall" });
  for (const depth of [0.3, 0.55, 0.8]) draw(view, "path", { d: `M${short(x + depth * r)} ${top}v${height}`, class: "fibre" });
  draw(view, "path", { d: `M${short(x)} ${top}v${height}`, class: "lens-line" });
  const specks = Array.from({ length: SPECKS }, (_, i) => {
    const [aside, beside] = [(i % 2 ? 1 : -1) * (0.42 + 0.13 * Math.floor(i / 2)), 0.2 + 0.5 * scatter(i, 31)];
    return draw(view, "path", {
      d: SHAPES[i % SHAPES.length], class: "speck",
      transform: `translate(${short(x + beside * r)} ${short(y + Math.sign(aside) * (Math.abs(aside) % 0.5 + 0.35) * r)}) scale(${short(r / 75)})`,
    });
  });
  const stream = makeStream(view, "arterial_deposition", [[x - r * 0.95, y], [x + r * 0.85, y]],
    { radius: dot, spread: r * 0.2, speed: 0.9, times: LENS });
  const door = makeDoor(view, { x, y, length: r * 1.1, size: r > 60 ? 1 : r / 70 });
  draw(parent, "circle", { cx: short(x), cy: short(y), r: short(r), class: "lens-ring", "stroke-width": short(Math.max(3.5, r * 0.08)) });
  return {
    stream, door,
    /** @type {(times: number) => void} */
    draw(times) { specks.forEach((speck, i) => { show(speck, i < (times - 0.6) * 4.2); }); },
  };
}
