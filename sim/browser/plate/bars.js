// What a plate holds, as three lines: where the Lab's sliders would stand, and how far sources disagree.

import { add, set } from "../elements.js";
import { toPosition } from "../lab/scale.js";
import { write } from "../lab/write.js";
import { CONTROLS } from "../tables.js";
import { say } from "../words/messages.js";
import { number } from "../words/numbers.js";
import { amount, NUTRIENTS, reference, typical } from "./sums.js";

/** @import { Nutrient, Total } from "./types.d.ts" */

/** @type {(place: Element) => (totals: Record<Nutrient, Total>) => void} returns what shows totals */
export function createBars(place) {
  const rows = NUTRIENTS.map((name) => createBar(place, name));
  return (totals) => {
    for (const show of rows) show(totals);
  };
}

/** @type {(place: Element, name: Nutrient) => (totals: Record<Nutrient, Total>) => void} */
function createBar(place, name) {
  const row = add(place, "div", { class: "plate-bar", "data-nutrient": name });
  const head = add(row, "p");
  add(head, "b").textContent = CONTROLS[name].short;
  const told = add(head, "span", { "data-total": name });
  const track = add(row, "div", { class: "track", "aria-hidden": "true" });
  const [band, dot] = [add(track, "span", { class: "band" }), add(track, "span", { class: "dot" })];
  const { recommended, upper } = reference(name);
  for (const value of [recommended, upper]) {
    if (value !== null && value <= CONTROLS[name].high) add(track, "span", { class: "tick", style: `left: ${at(name, value)}%` });
  }
  add(row, "p", { class: "note" }).textContent = recommended === null || upper === null
    ? say("plate-none-set") : say("plate-advised", { advised: number(recommended), upper: number(upper) });
  return ({ [name]: total }) => {
    const [low, high] = total.span.map((value) => at(name, value));
    set(band, { style: `left: ${low}%; width: ${high - low}%` });
    set(dot, { style: `left: ${at(name, typical(total.span))}%` });
    row.toggleAttribute("data-known", total.known);
    write(told, amount(name, total));
  };
}

/** @type {(name: Nutrient, value: number) => number} where a value stands on the slider's track, within it [%] */
function at(name, value) {
  const { low, high } = CONTROLS[name];
  return 100 * toPosition(CONTROLS[name], Math.min(Math.max(value, low), high));
}
