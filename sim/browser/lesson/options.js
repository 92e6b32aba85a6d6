// Answers to choose one from: radio buttons as cards, which arrows and screen readers know.

import { add } from "../elements.js";
import { mark } from "./parts.js";

let groups = 0;

/** @typedef {{chosen: number | undefined, fixed: boolean, right?: number}} Shown */

/**
 * Draw them into a group; returns what shows which one is chosen.
 *
 * @param {HTMLElement} place  a fieldset
 * @param {string[]} texts
 * @param {(index: number) => void} onChoose
 * @param {{letters?: boolean, chips?: boolean}} [look]  with A, B, C before them; side by side
 */
export function options(place, texts, onChoose, { letters = false, chips = false } = {}) {
  const list = add(place, "div", { class: chips ? "options chips" : "options" });
  const name = `option-${++groups}`;
  const inputs = texts.map((text, index) => {
    const label = add(list, "label", { class: "option" });
    const input = add(label, "input", { type: "radio", name, value: index });
    if (letters) add(label, "i").textContent = "ABCDEFGH"[index];
    mark(add(label, "span"), text);
    input.addEventListener("change", () => { if (input.checked) onChoose(index); });
    return { input, label };
  });
  return {
    labels: inputs.map(({ label }) => label),
    /** @type {(shown: Shown) => void} */
    show: ({ chosen, fixed, right }) => {
      for (const [index, { input, label }] of inputs.entries()) {
        input.checked = index === chosen;
        input.disabled = fixed;
        label.classList.toggle("chosen", index === chosen);
        label.classList.toggle("right", index === right);
      }
    },
  };
}
