// Below a plate, folded: what is counted, what is not, and its foods in a table.

import { add } from "../elements.js";
import { HOW_SURE, SUN } from "../food_tables.js";
import { createTable } from "../panels/table.js";
import { CONTROLS } from "../tables.js";
import { say } from "../words/messages.js";
import { SUN_NAMES } from "./dial.js";
import { byForm, NO_SUN, NUTRIENTS, onPlate, rangeText, remarks, unitOf } from "./sums.js";

/** @import { Store } from "../lab/store.js" */
/** @import { Day, Span } from "./types.d.ts" */

/** @type {(root: Element, store: () => Store | undefined) => (day: Day) => void} folded: what is counted, and the foods of the plate in a table */
export function createNotes(root, store) {
  const notes = add(root, "details", { class: "plate-notes" });
  add(notes, "summary").textContent = say("plate-notes");
  add(notes, "p").textContent = say("plate-scale");
  const list = add(notes, "ul");
  const table = createTable(notes, say("plate-foods"));
  return (day) => {
    const here = store();
    list.replaceChildren();
    for (const line of [formsLine(day), ...(here ? remarks(day, here.session.scenario) : [])]) if (line) add(list, "li").textContent = line;
    table(foodTable(day));
  };
}

/** @type {(day: Day) => string} the K2 of the plate form by form */
function formsLine(day) {
  const forms = byForm(day).filter(([, [, high]]) => high).map(([form, span]) => `${form} ${rangeText(span)} µg`);
  return forms.length ? say("plate-forms", { forms: forms.join(", "), grade: HOW_SURE }) : "";
}

/** @type {(day: Day) => { columns: string[], rows: string[][] }} what each food of the plate adds, all its servings together */
function foodTable(day) {
  const heads = NUTRIENTS.map((name) => `${CONTROLS[name].short} [${unitOf(name)}]`);
  const rows = onPlate(day).map(([, { name, serving, spans }, count]) => [
    `${name}, ${serving}`, String(count),
    ...NUTRIENTS.map((nutrient) => rangeText(/** @type {Span | undefined} */ (spans[nutrient]?.map((value) => count * value)))),
  ]);
  if (day.sun !== NO_SUN) rows.push([`${say("plate-sunlight")}, ${SUN_NAMES[day.sun]}`, "", "", rangeText(SUN[day.sun]), ""]);
  return { columns: [say("plate-food"), say("plate-servings"), ...heads], rows };
}
