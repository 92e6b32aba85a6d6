// Labels of the drawing: a line of text that leads with plain words and ends with strong ones, squeezed if it must.

import { draw } from "../elements.js";
import { put, short, write } from "./nodes.js";

/** @import { TextPlace } from "./layouts.js" */

/**
 * Write a label and return a setter of its words.
 *
 * @param {Element} parent
 * @param {TextPlace} place
 * @param {{font: number, style: string, number?: string}} look  `number`: the quantity whose number the strong words hold
 * @returns {(lead: string, strong?: string) => void}
 */
export function makeText(parent, { x, y, anchor = "start", size, width = 0 }, { font, style, number }) {
  const text = draw(parent, "text", {
    x: short(x), y: short(y), class: style, "text-anchor": anchor, "font-size": short(size ?? font),
  });
  const lead = draw(text, "tspan");
  const strong = draw(text, "tspan", { class: "strong" });
  if (number) put(strong, "data-number", number);
  /** @type {Map<string, number>} how long each text is: measuring takes as long as drawing everything else */
  const lengths = new Map();
  let last = "";
  return (before, behind = "") => {
    const words = before + behind;
    if (words === last && lead.textContent === before) return;
    last = words;
    write(lead, before);
    write(strong, behind);
    if (!width) return;
    text.removeAttribute("textLength");
    if (!lengths.has(words)) lengths.set(words, text.getComputedTextLength());
    if ((lengths.get(words) ?? 0) <= width) return;
    put(text, "textLength", short(width));
    put(text, "lengthAdjust", "spacingAndGlyphs");
  };
}
