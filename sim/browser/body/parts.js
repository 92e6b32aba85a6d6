// What every part of the body has: a group that answers a press, and two lines of text.

import { draw, set } from "../elements.js";
import { part, put } from "../scene/nodes.js";
import { PARTS } from "../tables.js";

/** @import { Label } from "./layouts.js" */

/** @type {(key: string) => {label: string, organ?: string}} */
export const told = (key) => PARTS[/** @type {keyof typeof PARTS} */ (key)];

/** @type {(parent: Element, key: string, kind: string) => SVGGElement} the group of a part, in the colour of its organ */
export const target = (parent, key, kind) => part(parent, key, `${kind} own-${told(key).organ ?? key}`);

/**
 * Write a name and a number.
 *
 * @param {Element} node
 * @param {Label} label
 * @param {number} size  of the text
 * @param {string} [style]
 * @returns {(name: string, number: string) => void}
 */
export function makeLabel(node, { at: [x, y], side, anchor, width, joined }, size, style = "") {
  const first = side === "below" ? y + size : y - (joined ? 0.3 : 1.5) * size;
  const look = (/** @type {number} */ line) => ({ class: `${line ? "amount" : "what"} ${style}` });
  const row = (/** @type {number} */ line) => draw(node, "text", { x, y: first + line * 1.2 * size, "text-anchor": anchor, ...look(line) });
  const whole = joined && row(0);
  const lines = [0, 1].map((line) => {
    node.append(" "); // so that the words of a part do not run together where they are read out
    return whole ? draw(whole, "tspan", look(line)) : row(line);
  });
  return (name, number) => {
    [name, joined ? ` ${number}` : number].forEach((words, line) => {
      const span = lines[line];
      if (span.textContent === words) return;
      span.textContent = words;
      span.removeAttribute("textLength");
      // So that it never runs into its neighbour, whatever the font.
      if (width && span.getComputedTextLength() > width) set(span, { textLength: width, lengthAdjust: "spacingAndGlyphs" });
    });
  };
}

/** @type {(node: SVGGElement, name: string, number: string) => void} what is read out */
export const call = (node, name, number) => put(node, "aria-label", `${name} ${number}`);
