// Calcium dots on their way: so many at once as the flux is large.

import { draw } from "../elements.js";
import { scatter, short, show } from "./nodes.js";

/** @typedef {[number, number]} Point */

/**
 * Draw dots along a line of points.
 *
 * @param {SVGElement} parent
 * @param {string} name  of the flux
 * @param {Point[]} points
 * @param {{radius: number, spread: number, speed: number, times?: number}} look  `times`: how much the stream is enlarged
 */
export function makeStream(parent, name, points, { radius, spread, speed, times = 1 }) {
  const group = draw(parent, "g", { class: "stream", "data-flow": name });
  const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i][0], y - points[i][1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const seed = name.length;
  /** @type {SVGCircleElement[]} */
  const dots = [];
  let [count, phase] = [0, 0];
  const place = () => {
    for (let i = 0; i < count; i++) {
      let along = (((i + 0.5 * scatter(i, seed)) / count + phase * speed) % 1) * total;
      let k = 0;
      while (k < lengths.length - 1 && along > lengths[k]) along -= lengths[k++];
      const [[px, py], [qx, qy]] = [points[k], points[k + 1]];
      const [share, aside] = [along / lengths[k], ((scatter(i, seed + 5) - 0.5) * spread) / lengths[k]];
      dots[i].setAttribute("cx", short(px + share * (qx - px) - (qy - py) * aside));
      dots[i].setAttribute("cy", short(py + share * (qy - py) + (qx - px) * aside));
    }
  };
  return {
    name, times,
    /** @type {(dots: number) => void} */
    draw(many) {
      if (many === count) return;
      count = many;
      while (dots.length < count) dots.push(draw(group, "circle", { r: radius, class: "dot-of-calcium" }));
      dots.forEach((dot, i) => { show(dot, i < count); });
      place();
    },
    /** @type {(phase: number) => void} */
    frame(now) {
      phase = now;
      place();
    },
  };
}
