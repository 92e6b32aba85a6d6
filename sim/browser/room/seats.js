// Seats of a live room: a colour and an animal instead of a name, drawn and said in words.

import { draw } from "../elements.js";
import { say } from "../words/messages.js";

/** @import { Seat } from "../board/types.d.ts" */

export const COLOURS = /** @type {Record<string, string>} */ ({
  red: "#d64545", orange: "#e2871c", green: "#3c9a55", blue: "#3579c9", violet: "#8350c4", pink: "#d85a9c", teal: "#169a9a", brown: "#8c6239",
});
const EARS = /** @type {Record<string, string>} */ ({
  cat: "M-13-4L-14-19L-3-12ZM13-4L14-19L3-12Z", bear: "M-16-11a6 6 0 1 1 9-2ZM16-11a6 6 0 1 0-9-2Z",
  rabbit: "M-9-9C-15-26-3-26-3-11ZM9-9C15-26 3-26 3-11Z", owl: "M-14-6L-12-18L0-11L12-18L14-6Z",
  frog: "M-12-8a6 6 0 1 1 8-5ZM12-8a6 6 0 1 0-8-5Z", duck: "M0-12q6-8 2-10q-4 2-2 10Z",
  mouse: "M-19-11a8 8 0 1 1 13-2ZM19-11a8 8 0 1 0-13-2Z", deer: "M-7-11L-10-22M-9-17L-15-21M7-11L10-22M9-17L15-21",
});
export const ANIMALS = Object.keys(EARS);
const FACES = /** @type {Record<string, [string, string]>} */ ({
  duck: ["M-7 5q7-3 14 0q-7 6-14 0Z", "#ffd25a"], owl: ["M-2 4h4L0 9Z", "#ffd25a"], frog: ["M-9 6q9 7 18 0q-9 3-18 0Z", "#fff"],
});

/** @type {(seat: Seat) => string} as "Red cat" or, in the second round, "Red cat 2" */
export const seatWords = ({ colour, animal, number = 1 }) => say("room-seat", { colour, animal, number });

/** @type {(seat: Seat) => SVGSVGElement} */
export function seatPicture({ colour, animal, number }) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "-24 -27 48 48");
  svg.setAttribute("aria-hidden", "true");
  const paint = COLOURS[colour];
  draw(svg, "path", { d: EARS[animal], fill: paint, stroke: paint, "stroke-width": 2.6, "stroke-linejoin": "round", "stroke-linecap": "round" });
  draw(svg, "ellipse", { cy: 1, rx: 15, ry: 13.5, fill: paint });
  for (const x of [-5.5, 5.5]) {
    draw(svg, "circle", { cx: x, cy: -1, r: animal === "owl" ? 4.4 : 2.7, fill: "#fff" });
    draw(svg, "circle", { cx: x, cy: -1, r: 1.4, fill: "#222" });
  }
  const [mouth, light] = FACES[animal] ?? ["M-3 6h6L0 9Z", "#fff"];
  draw(svg, "path", { d: mouth, fill: light });
  if (number && number > 1) draw(svg, "text", { x: 22, y: 19, "font-size": 15, "font-weight": 700, "text-anchor": "end", fill: "currentColor" }).textContent = String(number);
  return svg;
}
