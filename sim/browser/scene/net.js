// What bone gains or loses on a day, after all that goes in and out: one arrow, towards bone or towards blood.

import { draw } from "../elements.js";
import { put, short, show } from "./nodes.js";

const STILL = 0.05; // less is no gain and no loss [mg/day]
const LENGTH = { least: 30, most: 96, each: 5 }; // of the arrow; `each`: longer by so much for a milligram

/**
 * @param {SVGElement} parent
 * @param {{x: number, y: number}} place  of its middle
 * @param {number} size
 * @returns {(net: number) => void} [mg/day]
 */
export function makeNet(parent, { x, y }, size) {
  const arrow = draw(parent, "path", { class: "net-arrow", transform: `translate(${short(x)} ${short(y)})` });
  const still = draw(parent, "path", { class: "net-still", d: `M${short(x - 16 * size)} ${short(y)}h${short(32 * size)}` });
  return (net) => {
    show(arrow, Math.abs(net) >= STILL);
    show(still, Math.abs(net) < STILL);
    const half = (Math.min(LENGTH.most, LENGTH.least + LENGTH.each * Math.abs(net)) / 2) * size;
    const side = net > 0 ? -1 : 1; // bone stands on the left
    const [tip, neck, thick, wide] = [side * half, side * (half - 15 * size), 5 * size, 12 * size].map(short);
    const tail = short(-side * half);
    put(arrow, "d", `M${tail} -${thick}H${neck}V-${wide}L${tip} 0L${neck} ${wide}V${thick}H${tail}Z`);
  };
}
