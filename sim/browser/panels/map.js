// The paradox map as a panel: what goes up on it can be chosen, and its numbers are a table.

import { add } from "../elements.js";
import { createMap } from "../map/map.js";
import { CONTROLS, MAP, QUANTITIES } from "../tables.js";
import { say } from "../words/messages.js";
import { digits, number } from "../words/numbers.js";
import { label } from "../words/sentences.js";
import { createTable } from "./table.js";

/** @import { Grid, Nutrient } from "../map/grid.js" */
/** @import { Table } from "./table.js" */
/** @import { Fill } from "./types.d.ts" */

const EVERY = 5; // columns and rows of the table, and the last

/** @type {Fill} */
export function fillMap(room, store) {
  const choice = add(room, "div", { class: "map-up", role: "radiogroup", "aria-label": say("map-up") });
  add(choice, "span").textContent = say("map-up");
  let up = /** @type {Nutrient} */ (MAP.upwards[0]);
  const inputs = MAP.upwards.map((name) => {
    const frame = add(choice, "label");
    const input = add(frame, "input", { type: "radio", name: "map-up", value: name });
    frame.append(CONTROLS[/** @type {Nutrient} */ (name)].label);
    input.addEventListener("change", () => {
      up = /** @type {Nutrient} */ (name);
      map.show(store, up);
    });
    return input;
  });
  inputs[0].checked = true;
  const place = add(room, "div");
  const details = add(room, "details");
  add(details, "summary").textContent = say("panel-show-numbers");
  const table = createTable(details, say("panel-show-numbers"));
  const map = createMap(place, { open: true, solved: (grid) => table(mapTable(grid)) });
  return { update: () => map.show(store, up), end: map.end };
}

/** @type {(grid: Grid) => Table} every fifth column and row of the map, one setting a line */
export function mapTable({ world, names, nodes, bone, times, margin }) {
  const [columns, rows] = nodes.map((values) => values.map((_, i) => i).filter((i) => i % EVERY === 0 || i === values.length - 1));
  const heads = [names[1], names[0]].map((name) => `${label(name, world)} [${CONTROLS[name].unit}]`);
  const ends = [QUANTITIES.bone_change, QUANTITIES.arteries_times].map(({ short, unit }) => `${short} [${unit}]`);
  return {
    columns: [...heads, ...ends, say("table-paradox")],
    rows: rows.flatMap((row) => columns.map((column) => {
      const node = row * nodes[0].length + column;
      return [number(nodes[1][row]), number(nodes[0][column]), digits("bone_change", bone[node], 1),
        digits("arteries_times", times[node], 1), say(margin[node] >= 0 ? "yes" : "no")];
    })),
  };
}
