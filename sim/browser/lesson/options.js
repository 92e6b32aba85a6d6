// Answers to choose one from: radio buttons as cards, which arrows and screen readers know.

import { add } from "../elements.js";
import { mark } from "./parts.js";

/** What choices of a vote are called by. */
export const LETTERS = "ABCDEFGH";
let groups = 0;

/** @typedef {{chosen: number | undefined, fixed: boolean, right?: number, reasons?: string[]}} Shown  `reasons`: what is said of each in the end */

/**
 * Draw them into a group; returns what shows which one is chosen.
 *
 * @param {HTMLElement} place  a fieldset
 * @param {string[]} texts
 * @param {(index: number) => void} onChoose
 * @param {{letters?: boolean, chips?: boolean, short?: boolean}} [look]  with A, B, C before them; side by side; of a word or two
 */
export function options(place, texts, onChoose, { letters = false, chips = false, short = false } = {}) {
  const list = add(place, "div", { class: ["options", ...(chips ? ["chips"] : []), ...(short ? ["short"] : [])].join(" ") });
  const name = `option-${++groups}`;
  const inputs = texts.map((text, index) => {
    const label = add(list, "label", { class: "option" });
    const input = add(label, "input", { type: "radio", name, value: index });
    if (letters) add(label, "i").textContent = LETTERS[index];
    const words = add(label, "span");
    mark(add(words, "span"), text);
    const reason = add(words, "span", { class: "reason", hidden: "" });
    input.addEventListener("change", () => { if (input.checked) onChoose(index); });
    return { input, label, reason };
  });
  return {
    /** @type {(shown: Shown) => void} */
    show: ({ chosen, fixed, right, reasons = [] }) => {
      for (const [index, { input, label, reason }] of inputs.entries()) {
        input.checked = index === chosen;
        input.disabled = fixed;
        label.classList.toggle("chosen", index === chosen);
        label.classList.toggle("right", index === right);
        reason.textContent = reasons[index] ?? "";
        reason.hidden = !reasons[index];
      }
    },
  };
}
