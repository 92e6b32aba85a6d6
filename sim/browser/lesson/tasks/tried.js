// The table of what was tried: her own settings first, then each run; what was changed stands out.

import { add } from "../../elements.js";
import { end } from "../../quantities.js";
import { CONTROLS, QUANTITIES } from "../../tables.js";
import { say } from "../../words/messages.js";
import { told } from "../../words/numbers.js";
import { changed, NUTRIENTS } from "../conditions.js";
import { times } from "../parts.js";

/** @import { FindTask, Kit } from "../kit.d.ts" */
/** @import { Tried } from "../conditions.js" */
/** @import { Row } from "./find.js" */

/** @type {(name: string) => string} */
function shortOf(name) {
  const { short, title } = /** @type {Record<string, {short?: string, title: string}>} */ (QUANTITIES)[name];
  return short ?? title;
}

/** @type {(place: HTMLElement, kit: Kit<FindTask>, her: Tried, rows: Row[]) => void} */
export function drawTried(place, { task, lesson, run }, her, rows) {
  place.replaceChildren();
  if (!rows.length) return;
  const nutrients = NUTRIENTS.filter((nutrient) => task.sliders[nutrient]);
  const scroll = add(place, "div", { class: "wide", tabindex: 0, role: "region", "aria-label": say("task-tried") });
  const table = add(scroll, "table", { class: "tried" });
  const head = add(add(table, "thead"), "tr");
  const body = add(table, "tbody");
  const quantities = task.goal.map(({ quantity }) => quantity);
  const names = [say("task-run"), ...nutrients.map((nutrient) => CONTROLS[nutrient].short), ...quantities.map(shortOf)];
  for (const name of task.guesses ? [...names, say("task-guess")] : names) add(head, "th", { scope: "col" }).textContent = name;
  const tell = (/** @type {string} */ name, /** @type {Tried} */ { settings, run: made }, /** @type {string} */ guess) => {
    const row = add(body, "tr");
    const different = changed(settings, her.settings);
    add(row, "th", { scope: "row" }).textContent = name;
    for (const nutrient of nutrients) add(row, "td", different.includes(nutrient) ? { class: "changed" } : {}).textContent = times(settings[nutrient]);
    for (const quantity of quantities) add(row, "td").textContent = told(quantity, end(quantity, made));
    if (task.guesses) add(row, "td").textContent = guess;
  };
  tell(lesson.cases[task.case].label, her, "");
  for (const [i, { settings, hits }] of rows.entries()) {
    tell(String(i + 1), { settings, run: run(task.case, { change: settings }) }, say("task-hits", { hits, of: task.goal.length }));
  }
}
