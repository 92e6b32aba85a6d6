// Small helpers of the scene: nodes that are written only where something changed, and numbers that scatter.

import { draw } from "../elements.js";

export const clamp = (/** @type {number} */ value, /** @type {number} */ low, /** @type {number} */ high) =>
  Math.min(high, Math.max(low, value));

/** @type {(node: Element, name: string, value: string | number) => void} sets an attribute if it is another */
export function put(node, name, value) {
  const text = String(value);
  if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}

/** @type {(node: SVGElement, visible: boolean) => void} */
export function show(node, visible) {
  put(node, "display", visible ? "inline" : "none");
}

/** @type {(node: Element, words: string) => void} a page translator may have put elements there: all of it is written */
export function write(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

/** @type {(value: number) => string} a coordinate: a tenth of a unit is finer than any screen */
export const short = (value) => String(Math.round(value * 10) / 10);

/** @type {(a: number, b?: number) => number} evenly scattered, 0 to 1, the same in every drawing */
export function scatter(a, b = 0) {
  const value = Math.sin(a * 127.1 + b * 311.7 + 17.3) * 43758.5453;
  return value - Math.floor(value);
}

/**
 * Create the group of one thing that can be focused and pressed.
 *
 * @type {(parent: Element, key: string, style?: string) => SVGGElement}
 */
export const part = (parent, key, style = "") =>
  draw(parent, "g", { class: `part ${style}`.trim(), "data-part": key, role: "button", tabindex: 0 });
