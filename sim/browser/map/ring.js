// The ring of this run on the map, its name beside it, and the crosshair.

import { draw, set } from "../elements.js";
import { say } from "../words/messages.js";
import { FRAME } from "./frame.js";

/** @import { Box, Point } from "../types.d.ts" */

const { left, right, top, bottom } = FRAME;

/** @param {SVGSVGElement} svg */
export function createRing(svg) {
  const marks = draw(svg, "g", { class: "marks", visibility: "hidden" });
  const crosshair = draw(marks, "path", { class: "crosshair" });
  const circles = [["under", 6.5], ["now", 6.5], ["grip", 24]].map(([style, r]) => draw(marks, "circle", { class: style, r }));
  const text = draw(marks, "text", { class: "name", "font-size": 13 });
  text.textContent = say("map-this-run");
  return {
    /** @type {(at: Point) => void} puts the ring there */
    put([x, y]) {
      set(marks, { visibility: "visible" });
      for (const circle of circles) set(circle, { cx: x, cy: y });
      const words = [...svg.querySelectorAll("[data-word]")].map((word) => /** @type {SVGGraphicsElement} */ (word).getBBox());
      name(text, [x, y], words);
    },
    /** @type {(at: Point) => void} */
    aim([x, y]) {
      set(crosshair, { d: `M${left} ${y}H${right}M${x} ${bottom}V${top}` });
    },
  };
}

/** @type {(text: SVGTextElement, ring: Point, words: Box[]) => void} towards the middle, or where else no words stand */
function name(text, [x, y], words) {
  text.style.display = "";
  const inwards = x > (left + right) / 2 ? -12 : 12;
  const sides = [inwards, -inwards].flatMap((across) => [-9, 18, -18, 27, -27, 36, -36, 45, -45, 54].map((up) => ({ across, up })));
  const free = sides.find(({ across, up }) => {
    set(text, { x: x + across, y: Math.max(y + up, top + 17), "text-anchor": across < 0 ? "end" : "start" });
    const box = text.getBBox();
    return box.x >= left && box.x + box.width <= right && box.y + box.height <= bottom && !words.some((word) => meet(box, word));
  });
  text.style.display = free ? "" : "none"; // rather no words than words over words
}

/** @type {(a: Box, b: Box) => boolean} */
const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
