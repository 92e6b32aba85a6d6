// What ten years do: bone and artery in one year, and both lines up to it.

import { add } from "../../elements.js";
import { clamp } from "../../scene/nodes.js";
import { createAxes, scaleOf } from "./axes.js";
import { besideLine, nameOf } from "./lines.js";
import { createOrgans } from "./organs.js";

/** @import { Run } from "../../run.js" */
/** @import { Ground } from "../kit.d.ts" */
/** @import { Drawn, Line } from "./axes.js" */

/**
 * @param {HTMLElement} place
 * @param {Ground} ground
 * @param {{quantities: Drawn[], beside: string, labels: string[]}} what  `beside`: the case whose line stands there for
 *   comparison; `labels`: that the other lines will have
 */
export function createYears(place, ground, { quantities, beside, labels }) {
  place.replaceChildren();
  const organs = createOrgans(place, quantities);
  const pair = add(place, "div", { class: quantities.length > 1 ? "pair charts" : "charts" });
  const tall = ground.narrow() ? 130 : clamp(0.28 * innerHeight, 150, 215); // organs and lines at once on a laptop
  const charts = quantities.map((quantity) => {
    const axes = createAxes(pair, scaleOf(ground.lesson, quantity), { tall, labels: [...labels, nameOf(ground, beside)] });
    return { quantity, axes, reference: besideLine(ground, beside, quantity) };
  });
  const parts = [...place.children];
  return {
    /** Takes the place back, where another task has drawn there since. */
    take() {
      if (!pair.isConnected) place.replaceChildren(...parts);
    },
    /** @type {(run: Run, year: number, lines: (quantity: Drawn) => Line[]) => void} */
    draw(run, year, lines) {
      organs(run, year);
      for (const { quantity, axes, reference } of charts) axes.show([reference, ...lines(quantity)]);
    },
    end: () => { for (const { axes } of charts) axes.end(); },
  };
}

/**
 * Let years pass on the screen; returns what stops them.
 *
 * @type {(years: number, seconds: number, show: (year: number) => void, then: () => void) => () => void}
 */
export function passYears(years, seconds, show, then) {
  const began = performance.now();
  const step = (/** @type {number} */ now) => {
    const year = clamp(((now - began) / (1000 * seconds)) * years, 0, years);
    show(year);
    if (year < years) frame = requestAnimationFrame(step);
    else then();
  };
  let frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
