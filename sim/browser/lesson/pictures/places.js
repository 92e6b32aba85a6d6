// Her body and the four places where calcium may be. Answers beside it are for keys and screen readers, this for fingers.

import { draw, set } from "../../elements.js";
import { put, write } from "../../scene/nodes.js";

/** @import { CreatePlaces, Place } from "../kit.d.ts" */

const OUTLINE = "M182 14a27 27 0 0 1 8 53v10c34 4 50 14 54 44l6 66c1 10-14 12-16 2l-10-56-2 62 6 120h-92l6-120-2-62-10 56c-2 10-17 8-16-2l6-66" +
  "c4-30 20-40 54-44v-10a27 27 0 0 1 8-53z";
const BONE = "M148 226q-9-8 0-12 8-3 11 3 3-6 11-3 8 4 0 12l-3 56q9 8 0 12-6 3-9-3-3 6-9 3-8-4 1-12z";
const ARTERY = "M182 92c-4 50 2 70-14 90-8 14-10 60-10 124M180 148c12 20 20 30 22 62v96";
const GUT = "M182 58v40M166 128q18-14 34 0t-8 16-20 12 8 16 26 4-2 18-16 24";

/** Where each place has its name, and the line from it to what it names. @type {Record<Place, {x: number, y: number, to: string}>} */
const NAMES = {
  blood: { x: 70, y: 140, to: "M126 142L170 182" },
  bone: { x: 70, y: 250, to: "M126 250L150 254" },
  artery: { x: 296, y: 112, to: "M234 112L184 118" },
  out: { x: 296, y: 262, to: "" },
};
const WIDE = 118;
const TALL = 46;

/** @type {(place: HTMLElement) => SVGSVGElement} a body, with a pill that goes in and an arrow that goes out */
export function drawPerson(place) {
  place.replaceChildren();
  const svg = draw(place, "svg", { class: "scene person", viewBox: "0 0 364 316", "aria-hidden": "true" });
  draw(svg, "path", { d: OUTLINE, class: "person-skin" });
  draw(svg, "path", { d: ARTERY, class: "person-artery", "data-place": "artery" });
  draw(svg, "path", { d: ARTERY, class: "person-blood", "data-place": "blood" });
  draw(svg, "path", { d: GUT, class: "person-gut" });
  draw(svg, "path", { d: BONE, class: "person-bone", "data-place": "bone" });
  const pill = draw(svg, "g", { class: "person-pill", transform: "translate(62 40)" });
  draw(pill, "rect", { x: -26, y: -15, width: 52, height: 30, rx: 15 });
  draw(pill, "path", { d: "M0 -15v30M36 -4q34 -12 58 6m-11 -1l11 1 -3 -11" });
  draw(svg, "path", { d: "M190 224q30 42 44 40m-12 -9l12 9 -13 6", class: "person-way", "data-place": "out" });
  return svg;
}

/** @type {CreatePlaces} */
export function createPlaces(place, choices, onTap) {
  const svg = drawPerson(place);
  const names = choices.map((choice, index) => {
    if (!choice.place) return null;
    const { x, y, to } = NAMES[choice.place];
    const group = draw(svg, "g", { class: "person-place", "data-place": choice.place });
    if (to) draw(group, "path", { d: to });
    draw(group, "rect", { x: x - WIDE / 2, y: y - TALL / 2, width: WIDE, height: TALL, rx: TALL / 2 });
    write(draw(group, "text", { x, y: y + 6, "text-anchor": "middle", "font-size": 17 }), choice.text);
    group.addEventListener("click", () => onTap(index));
    return group;
  });
  svg.addEventListener("click", ({ target }) => {
    const organ = target instanceof Element && !target.closest(".person-place") && target.getAttribute("data-place");
    const index = choices.findIndex((choice) => choice.place === organ);
    if (organ && index >= 0) onTap(index);
  });
  return {
    choose(chosen, { fixed, right }) {
      set(svg, { class: `scene person ${fixed ? "fixed" : ""}` });
      const where = chosen === undefined ? undefined : choices[chosen].place;
      for (const organ of svg.querySelectorAll(":scope > [data-place]")) organ.classList.toggle("chosen", organ.getAttribute("data-place") === where);
      names.forEach((group, index) => {
        if (group) put(group, "class", `person-place ${index === chosen ? "chosen" : ""} ${index === right ? "right" : ""}`);
      });
    },
  };
}
