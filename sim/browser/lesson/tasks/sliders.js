// Sliders of a lesson: each nutrient as a multiple of the base's day, with a way back to where it began.

import { add, set } from "../../elements.js";
import { CONTROLS } from "../../tables.js";
import { say } from "../../words/messages.js";
import { times } from "../parts.js";
import { changed, NUTRIENTS } from "../conditions.js";

/** @import { FindTask, Nutrient } from "../kit.d.ts" */
/** @import { Settings } from "../conditions.js" */

/** @type {(settings: Settings, which: Nutrient[]) => string} such as "Calcium ×1, Vitamin D ×1" */
export const settingsText = (settings, which) =>
  which.map((nutrient) => say("task-setting", { nutrient: CONTROLS[nutrient].short, times: times(settings[nutrient]) })).join(", ");

/**
 * @param {HTMLElement} place
 * @param {FindTask["sliders"]} ranges
 * @param {Settings} start
 * @param {{moved: (settings: Settings) => void, released: () => void, told: () => string}} reader
 *   `told`: what a setting does, to be heard with it
 */
export function createSliders(place, ranges, start, { moved, released, told }) {
  let settings = start;
  let fixed = false;
  const list = add(place, "div", { class: "sliders" });
  const rows = NUTRIENTS.flatMap((nutrient) => {
    const range = ranges[nutrient];
    if (!range) return [];
    const name = CONTROLS[nutrient].short;
    const row = add(list, "div", { class: "multiple" });
    const label = add(row, "label");
    add(label, "span").textContent = name;
    const input = add(label, "input", { type: "range", min: range.low, max: range.high, step: range.step, "data-key": nutrient });
    const value = add(row, "output");
    const back = add(row, "button", { type: "button", class: "quiet" });
    back.textContent = say("task-back", { times: times(start[nutrient]) });
    back.setAttribute("aria-label", say("task-back-name", { nutrient: name, times: times(start[nutrient]) }));
    const to = (/** @type {number} */ multiple) => {
      settings = { ...settings, [nutrient]: multiple };
      moved(settings);
    };
    input.addEventListener("input", () => to(Number(input.value)));
    input.addEventListener("change", released);
    back.addEventListener("click", () => {
      to(start[nutrient]);
      released();
      input.focus();
    });
    return [{ nutrient, row, input, value, back }];
  });
  return {
    /** @type {(now: Settings, isFixed: boolean) => void} */
    show(now, isFixed) {
      [settings, fixed] = [now, isFixed];
      const different = changed(now, start);
      for (const { nutrient, row, input, value, back } of rows) {
        const multiple = times(now[nutrient]);
        if (Number(input.value) !== now[nutrient]) input.value = String(now[nutrient]);
        input.disabled = fixed;
        value.textContent = multiple;
        set(input, { "aria-valuetext": [multiple, told()].filter(Boolean).join(". ") });
        row.classList.toggle("changed", different.includes(nutrient));
        back.classList.toggle("none", fixed || !different.includes(nutrient));
      }
    },
  };
}
