// What tasks are written with: texts with **bold** words, groups with a legend, replies, sentences with numbers of runs.

import { add } from "../elements.js";
import { end } from "../quantities.js";
import { rounded, told } from "../words/numbers.js";

/** @import { Run } from "../run.js" */
/** @import { Reply } from "./kit.d.ts" */

/** @type {Record<string, "b" | "em">} */
const MARKS = { "**": "b", "*": "em" };

/** @type {(element: HTMLElement, text: string) => void} writes a line with its **bold** words and *such* */
export function mark(element, text) {
  const parts = text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/).map((part, i) => {
    if (i % 2 === 0) return part;
    const [sign] = /** @type {RegExpMatchArray} */ (part.match(/^\*+/));
    const marked = document.createElement(MARKS[sign]);
    marked.textContent = part.slice(sign.length, -sign.length);
    return marked;
  });
  element.replaceChildren(...parts);
}

/** @type {(place: HTMLElement, text: string, attributes?: Record<string, string>) => void} writes paragraphs: an empty line parts them */
export function paragraphs(place, text, attributes) {
  for (const part of text.trim().split(/\n\s*\n/)) mark(add(place, "p", attributes), part.replace(/\s+/g, " "));
}

/** @type {(place: HTMLElement, text: string, level?: "h2" | "h3") => HTMLElement} a heading that can be gone to */
export function heading(place, text, level = "h2") {
  const element = add(place, level, { tabindex: -1 });
  mark(element, text);
  return element;
}

/** @type {(place: HTMLElement, text: string) => HTMLFieldSetElement} a group of controls and what is asked */
export function group(place, text) {
  const set = add(place, "fieldset");
  mark(add(set, "legend", { tabindex: -1 }), text);
  return set;
}

/** @type {(place: HTMLElement, reply: Reply) => HTMLElement} what is said to an answer; the player goes there */
export function reply(place, { title, text, good }) {
  const box = add(place, "div", { class: good ? "reply good" : "reply", tabindex: -1, "data-reply": "" });
  if (title) mark(add(box, "b"), title);
  if (text) paragraphs(box, text);
  return box;
}

/** @type {(multiple: number) => string} an intake as a multiple: "×2", "×0.1" */
export const times = (multiple) => `×${Number(rounded(multiple, 2))}`;

/** Values that a text may name; see `filled`. @typedef {{run?: Run, drawn?: string, changed?: string, multiples?: Record<string, number>}} Values */

/**
 * Return a text with {run.bone_change} and the like, {run.vitamin_k2} as a multiple, {run.changed}, {drawn} filled in.
 *
 * @type {(text: string, values: Values) => string}
 * @throws {RangeError} if it names what is not given
 */
export function filled(text, { run, drawn, changed, multiples = {} }) {
  return text.replace(/\{([a-z_.0-9]+)\}/g, (whole, name) => {
    const quantity = name.replace(/^run\./, "");
    if (name === "drawn" && drawn !== undefined) return drawn;
    if (name === "run.changed" && changed !== undefined) return changed;
    if (name !== quantity && quantity in multiples) return times(multiples[quantity]);
    if (name !== quantity && run) return told(quantity, end(quantity, run));
    throw new RangeError(`Invalid ${whole} in a lesson's text. Nothing of that name is known here.`);
  });
}
