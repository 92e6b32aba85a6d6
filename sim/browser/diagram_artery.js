// An artery cut across: flecks fill the wall and its rims grow stiff as calcium collects; the opening stays.

import { attribute, scatter, write } from "./diagram_svg.js";
import { draw } from "./elements.js";
import { plain, signed } from "./numbers.js";

/** @import { Circle, Layout, Update } from "./types.d.ts" */

const FLECKS = 46;
const FIRST_FLECKS = 3;
const MOST = 6;
const OPEN = 0.6;
const RIM = [2.5, 7];
// Where the middles of flecks lie in the wall, as shares of the radius.
const [INNER, OUTER] = [0.71, 0.89];
const GOLDEN_ANGLE = 2.399963;

/**
 * Draw the artery.
 *
 * @type {(node: Element, place: Layout["organs"]["arteries"], label: string) => Update}
 */
export function drawArteries(node, place, label) {
  const { x, y, radius } = place;
  const circles = [{ r: radius, class: "diagram-wall" }, { r: radius * OPEN, class: "diagram-opening" }];
  const rims = circles.map((circle) => attribute(draw(node, "circle", { cx: x, cy: y, ...circle }), "stroke-width"));
  const flecks = drawFlecks(node, place);
  write(node, place.title, "diagram-title", label);
  const value = write(node, place.value, "diagram-value", "");
  const net = write(node, place.net, "diagram-net", "", "mg/day");
  let shown = 0;

  return (moment) => {
    const filled = Math.min(Math.max((moment.arteries_times - 1) / (MOST - 1), 0), 1);
    const count = FIRST_FLECKS + Math.round((FLECKS - FIRST_FLECKS) * filled);
    // Only the flecks that appear or vanish are touched.
    while (shown < count) flecks[shown++].setAttribute("visibility", "visible");
    while (shown > count) flecks[--shown].setAttribute("visibility", "hidden");
    for (const rim of rims) rim((RIM[0] + (RIM[1] - RIM[0]) * filled).toFixed(1));
    const amount = `${plain(moment.arteries, 0)} mg, \u00d7${plain(moment.arteries_times, 1)}`;
    const netNow = `net ${signed(moment.arterial_deposition - moment.arterial_clearance, 3)}`;
    value(amount);
    net(netNow);
    return `${amount} (of the start), ${netNow} mg/day`;
  };
}

/** @type {(node: Element, place: Circle) => SVGElement[]} */
function drawFlecks(node, { x, y, radius }) {
  return Array.from({ length: FLECKS }, (_, i) => {
    const distance = radius * (INNER + (OUTER - INNER) * scatter(i, 9));
    const angle = i * GOLDEN_ANGLE;
    const size = 0.8 + 0.5 * scatter(i, 10);
    const place = `translate(${(x + distance * Math.cos(angle)).toFixed(1)} ${(y + distance * Math.sin(angle)).toFixed(1)})`;
    return draw(node, "path", {
      d: "M-5 1L-3 -4L1 -3L5 -4L4 1L1 4L-2 3Z", class: "diagram-fleck", visibility: "hidden",
      transform: `${place} rotate(${Math.round(scatter(i, 11) * 180)}) scale(${size.toFixed(2)})`,
    });
  });
}
