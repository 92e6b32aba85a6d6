// What ten years do: bone and artery in one year, and both lines up to it.

import { add } from "../../elements.js";
import { valueIn } from "../../scene/axis.js";
import { createAxes, scaleOf } from "./axes.js";
import { neighbourLine } from "./lines.js";
import { createOrgans } from "./organs.js";

/** @import { Run } from "../../run.js" */
/** @import { Ground } from "../kit.d.ts" */
/** @import { Drawn, Line } from "./axes.js" */

/** @type {Drawn[]} */
export const DRAWN = ["bone_change", "arteries_times"];

/**
 * @param {HTMLElement} place
 * @param {Ground} ground
 * @param {string} beside  the case whose line stands there for comparison
 * @param {string[]} labels  that lines will have
 */
export function createYears(place, ground, beside, labels) {
  place.replaceChildren();
  const organs = createOrgans(place);
  const pair = add(place, "div", { class: "pair charts" });
  const tall = ground.narrow() ? 130 : 215;
  const charts = DRAWN.map((quantity) => {
    const axes = createAxes(pair, scaleOf(ground.lesson, quantity), { tall, labels });
    return { quantity, axes, reference: neighbourLine(ground, beside, quantity) };
  });
  return {
    /** @type {(run: Run, year: number, lines: (quantity: Drawn) => Line[]) => void} */
    draw(run, year, lines) {
      organs.draw(run, year);
      for (const { quantity, axes, reference } of charts) axes.show([reference, ...lines(quantity)]);
    },
    end: () => { for (const { axes } of charts) axes.end(); },
  };
}

/** @type {(name: Drawn, run: Run) => number} */
export const endOf = (name, run) => valueIn(name, run, run.constants.years);
