// Recommended intakes and upper limits, for comparison and not as advice.

import { add } from "../elements.js";
import { CONTROLS, INTAKE_NOTES, INTAKES } from "../tables.js";
import { say } from "../words/messages.js";
import { number } from "../words/numbers.js";
import { createTable } from "./table.js";

/** @type {(host: HTMLElement) => void} */
export function fillIntakes(host) {
  const rows = INTAKES.map(({ nutrient, group, recommended, upper }) => {
    const { short, unit } = CONTROLS[/** @type {keyof typeof CONTROLS} */ (nutrient)];
    const ends = [recommended, upper].map((value) => (value === null ? say("panel-none-set") : `${number(value)} ${unit}`));
    return [short, group, ...ends];
  });
  createTable(host, say("panel-intakes"))({ columns: ["nutrient", "group", "recommended", "upper"].map((name) => say(`panel-intake-${name}`)), rows });
  const [all, source] = INTAKE_NOTES;
  add(host, "p", { class: "note" }).textContent = `${all} ${say("panel-intake-source", { source })}`;
  add(host, "p").textContent = say("blood-thinner");
}
