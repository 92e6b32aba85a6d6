// The nine flows: a shaft as wide as its flux, a head for its direction, its name and its number.

import { HEAD_LENGTH } from "./diagram_layout.js";
import { attribute, target, write } from "./diagram_svg.js";
import { draw } from "./elements.js";
import { flowNumber, flowSize } from "./numbers.js";

/** @import { Arrow, ArrowPlace, Layout, Moment, FluxWords, Words } from "./types.d.ts" */

const UNIT = "mg/day";
const WIDTHS = [3, 27];

/** @type {(name: string, flux: number) => number} the width of an arrow's shaft; flux in mg/day */
export const shaftWidth = (name, flux) => WIDTHS[0] + (WIDTHS[1] - WIDTHS[0]) * flowSize(name, flux);

/**
 * Draw all arrows.
 *
 * @type {(parent: Element, layout: Layout, words: Words) => Arrow[]}
 */
export function drawArrows(parent, layout, words) {
  return Object.entries(layout.arrows).map(([name, place]) => drawArrow(parent, name, place, words.fluxes[name]));
}

/** @type {(parent: Element, name: string, place: ArrowPlace, words: FluxWords) => Arrow} */
function drawArrow(parent, name, place, words) {
  const key = `flux:${name}`;
  const node = target(parent, key, `diagram-arrow diagram-${words.organ}`);
  const [x, y] = place.tip;
  draw(node, "path", { d: `${place.d}L${x} ${y}`, class: "diagram-reach" });
  const shaft = draw(node, "path", { d: place.d, class: "diagram-shaft" });
  const head = draw(node, "path", { class: "diagram-head", transform: `translate(${x} ${y}) rotate(${place.degrees})` });
  write(node, place.lines[0], "diagram-name", words.label);
  const number = write(node, place.lines[1], "diagram-number", "0", UNIT);
  const width = attribute(shaft, "stroke-width");
  const shape = attribute(head, "d");
  const empty = attribute(node, "data-empty");

  const update = (/** @type {Moment} */ moment) => {
    const flux = moment[name];
    const wide = Math.round(shaftWidth(name, flux) * 10) / 10;
    const text = flowNumber(flux);
    width(wide);
    shape(`M0 0L${-HEAD_LENGTH - 1} ${wide / 2 + 6}V${-wide / 2 - 6}Z`);
    empty(flux > 0 ? "no" : "yes");
    number(text);
    return `${text} ${UNIT}`;
  };
  return { key, name, node, words, shaft, tip: place.tip, update };
}
