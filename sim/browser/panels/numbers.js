// Tables and where the calcium went: the ledger, and what each curve shows in words, in a drawing and in numbers.

import { add } from "../elements.js";
import { write } from "../lab/write.js";
import { describe } from "../words/descriptions.js";
import { ledger } from "../words/ledger.js";
import { say } from "../words/messages.js";
import { activation, dailyCalcium, overTime } from "./run_tables.js";
import { drawActivation, drawBlood, drawDay } from "./sketches.js";
import { createTable } from "./table.js";

/** @import { Store } from "../lab/store.js" */
/** @import { Run } from "../run.js" */
/** @import { Table } from "./table.js" */
/** @import { Fill } from "./types.d.ts" */

/**
 * @typedef {object} Picture
 * @property {(run: Run, balanced: Run) => Table} table
 * @property {(host: HTMLElement) => (run: Run, balanced: Run) => void} [sketch]  bone and arteries stand in the scene
 */

/** @type {Record<string, Picture>} by the names of `describe` */
const PICTURES = {
  bone: { table: (run, balanced) => overTime("bone_change", run, balanced) },
  arteries: { table: (run, balanced) => overTime("arteries_times", run, balanced) },
  blood: { table: (run, balanced) => overTime("blood_calcium", run, balanced), sketch: drawBlood },
  daily_calcium: { table: dailyCalcium, sketch: drawDay },
  activation: { table: activation, sketch: drawActivation },
};

/** @type {Fill} */
export function fillNumbers(room, store) {
  const updates = [fillLedger(room, store), ...Object.entries(PICTURES).map(([name, picture]) => fillPicture(room, name, picture, store))];
  /** @type {Run | null} */
  let last = null;
  return {
    update: () => {
      if (store.run === last) return; // the year shown changes nothing here
      last = store.run;
      for (const update of updates) update();
    },
  };
}

/** @type {(room: HTMLElement, store: Store) => () => void} */
function fillLedger(room, store) {
  const section = add(room, "section", { "data-table": "ledger" });
  add(section, "h3").textContent = say("panel-ledger");
  const sentence = add(section, "p");
  const table = createTable(section, say("panel-ledger"));
  return () => {
    const told = ledger(store.run);
    write(sentence, told.sentence);
    table(told);
  };
}

/** @type {(room: HTMLElement, name: string, picture: Picture, store: Store) => () => void} */
function fillPicture(room, name, { table, sketch }, store) {
  const section = add(room, "section", { "data-table": name });
  const heading = add(section, "h3");
  const drawSketch = sketch?.(section);
  const words = add(section, "p");
  const details = add(section, "details");
  add(details, "summary").textContent = say("panel-show-numbers");
  const show = createTable(details, say("panel-show-numbers"));
  return () => {
    const { run, balanced } = store;
    const told = table(run, balanced);
    write(heading, told.caption ?? "");
    write(words, describe[name](run, balanced));
    drawSketch?.(run, balanced);
    show(told);
  };
}
