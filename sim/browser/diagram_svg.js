// Small helpers for building and updating SVG; every update is skipped when nothing changed.

import { draw, set } from "./elements.js";

/** @import { TextPlace } from "./types.d.ts" */

/**
 * Return a setter that passes on real changes only.
 *
 * @template Value
 * @param {(value: Value) => void} apply
 */
function changesOnly(apply) {
  /** @type {Value | undefined} */
  let last;
  return (/** @type {Value} */ value) => {
    if (value !== last) apply(value);
    last = value;
  };
}

/** @type {(node: Element, name: string) => (value: string | number) => void} a setter for one attribute */
export const attribute = (node, name) => changesOnly((value) => node.setAttribute(name, String(value)));

/**
 * Write a line of text and return a setter for its content.
 *
 * @param {Element} parent
 * @param {TextPlace} place
 * @param {string} style  class of the text
 * @param {string} content
 * @param {string} [unit]  smaller text after the content
 * @returns {(content: string) => void}
 */
export function write(parent, place, style, content, unit = "") {
  const text = draw(parent, "text", {
    x: place.x, y: place.y, class: `diagram-text ${style}`, "text-anchor": place.anchor ?? "middle",
  });
  const words = draw(text, "tspan");
  words.textContent = content;
  parent.append(" "); // so that the words of a part do not run together where they are read out
  if (unit) draw(text, "tspan", { class: "diagram-unit" }).textContent = ` ${unit}`;
  if (place.width && text.getComputedTextLength() > place.width) {
    set(text, { textLength: place.width, lengthAdjust: "spacingAndGlyphs" }); // so that it never runs into its neighbour
  }
  // All of it: a page translator may have put an element there.
  return changesOnly((next) => { words.textContent = next; });
}

/**
 * Write a sentence on as few lines as it needs, about equally long.
 *
 * @param {Element} parent
 * @param {TextPlace & {width: number, line: number}} place
 * @param {string} style
 * @param {string} sentence
 */
export function writeWrapped(parent, place, style, sentence) {
  const text = draw(parent, "text", { class: `diagram-text ${style}`, "text-anchor": place.anchor ?? "start" });
  let line = draw(text, "tspan", { x: place.x, y: place.y });
  line.textContent = sentence;
  const full = line.getComputedTextLength();
  const width = Math.min(place.width, (full / Math.ceil(full / place.width)) * 1.15);
  line.textContent = "";
  let lines = 1;
  // Split at plain spaces only: a no-break space keeps a number and its sign together.
  for (const word of sentence.split(" ")) {
    const before = line.textContent;
    line.textContent = before ? `${before} ${word}` : word;
    if (!before || line.getComputedTextLength() <= width) continue;
    line.textContent = `${before} `;
    line = draw(text, "tspan", { x: place.x, y: place.y + place.line * lines });
    line.textContent = word;
    lines += 1;
  }
}

/**
 * Create the group of one thing that can be focused and asked about, such as "flux:absorption".
 *
 * @type {(parent: Element, key: string, style: string) => SVGGElement}
 */
export function target(parent, key, style) {
  return draw(parent, "g", {
    role: "button", tabindex: 0, "data-key": key, "aria-haspopup": "dialog", class: `diagram-target ${style}`,
  });
}

/**
 * Return evenly scattered numbers that are the same in every drawing.
 *
 * @param {number} index
 * @param {number} [stream]  another series
 * @returns {number} 0 <= value < 1
 */
export function scatter(index, stream = 0) {
  const value = Math.sin((index + 1) * 12.9898 + stream * 78.233) * 43758.5453;
  return value - Math.floor(value);
}
