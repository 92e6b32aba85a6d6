// MGP one by one: how many are built, and which of them are switched on.

import { add, draw, set } from "../../elements.js";
import { end } from "../../quantities.js";
import { say } from "../../words/messages.js";
import { told } from "../../words/numbers.js";
import { mark } from "../parts.js";

/** @import { Run } from "../../run.js" */

/** So many are drawn where there is work for the balanced adult's number of them; as in the texts of lessons. */
export const PROTEINS = 20;
const ROW = 10;
const SIZE = 34;

/** @type {(run: Run) => {built: number, on: number}} */
function proteinsOf(run) {
  const built = Math.round(PROTEINS * run.constants.k2_need);
  return { built, on: Math.round((built * end("mgp_activation", run)) / 100) };
}

/**
 * @param {HTMLElement} place
 * @returns {(run: Run, settings: string) => void}
 */
export function createProteins(place) {
  place.replaceChildren();
  const box = add(place, "div", { class: "proteins" });
  const head = add(box, "p", { class: "proteins-head" });
  const count = add(box, "p", { class: "proteins-count" });
  const svg = draw(box, "svg", { class: "scene", role: "img" });
  return (run, settings) => {
    const { built, on } = proteinsOf(run);
    const words = say("task-proteins", { built, on, share: told("mgp_activation", end("mgp_activation", run)) });
    mark(head, say("task-proteins-title", { settings }));
    mark(count, words);
    const rows = Math.ceil(built / ROW);
    set(svg, { viewBox: `0 0 ${ROW * SIZE} ${rows * SIZE}`, "aria-label": words.replaceAll("*", "") });
    svg.replaceChildren();
    for (let i = 0; i < built; i++) {
      const [x, y] = [((i % ROW) + 0.5) * SIZE, (Math.floor(i / ROW) + 0.5) * SIZE];
      const one = draw(svg, "g", { class: i < on ? "protein on" : "protein", transform: `translate(${x} ${y})` });
      draw(one, "rect", { x: -14, y: -14, width: 28, height: 28, rx: 8, class: "protein-square" });
      draw(one, "path", { d: i < on ? "M-6 0L-1 6L7 -6" : "M-5 0h10", class: "protein-sign" });
    }
  };
}
