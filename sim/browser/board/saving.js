// What a teacher may keep of a class: the picture on the board, and the counts as a table. No seat is in either.

import { add, draw } from "../elements.js";
import { save } from "../hosts/home.js";
import { picturePng } from "../saving.js";
import { svgText } from "../scene/save.js";
import { say } from "../words/messages.js";
import { HEIGHT, WIDTH } from "./lines.js";
import { isOpenToSee, tasksOf } from "./plan.js";
import { drawTask, titleOf } from "./stage.js";
import { talliesOf } from "./tally.js";

/** @import { Task } from "../lesson/kit.d.ts" */
/** @import { Control } from "./controls.js" */
/** @import { Class } from "./types.d.ts" */

const COLUMNS = ["lesson", "step", "asked", "part", "answer", "column", "pupils", "as_the_model", "notice"];

/** @type {(text: string | number) => string} a cell that no program takes for a formula */
function cell(text) {
  const plain = String(text).replaceAll("**", "");
  const safe = /^[=+\-@\u2212]/.test(plain) && !/^[+\-\u2212]?[\d.]/.test(plain) ? `'${plain}` : plain;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @type {(group: Class) => string} one row for each answer that could be given: how many gave it. CODAP reads it as it is */
function countsCsv(group) {
  const rows = group.lesson.steps.flatMap((step, number) => step.tasks.flatMap((task) =>
    (isOpenToSee(group, task) ? talliesOf(group, task) : []).flatMap(({ part, columns, rows: each }) =>
      each.flatMap(({ text, counts, right }) => columns.map((column, i) =>
        [group.lesson.title, number + 1, task.ask, part, text, column, counts[i], right === true || right === i ? "yes" : "", say("notice")])))));
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(cell).join(",")).join("\n")}\n`;
}

/** @type {(board: HTMLElement, group: Class, task: Task | undefined, letters: () => Promise<string>) => Control[]} */
export function saveControls(board, group, task, letters) {
  const name = `class_${group.lesson.key}`;
  const table = { name: "csv", text: say("board-save-csv"), run: () => save(new Blob([countsCsv(group)], { type: "text/csv" }), `${name}.csv`) };
  const tables = tasksOf(group.lesson).some((each) => isOpenToSee(group, each)) ? [table] : [];
  if (!task || !isOpenToSee(group, task)) return tables;
  const picture = async () => save(await picturePng(pictureText(board, group, task), await letters()), `${name}_${task.key}.png`);
  return [{ name: "png", text: say("board-save-png"), run: picture }, ...tables];
}

/** @type {(board: HTMLElement, group: Class, task: Task) => string} the picture as text of SVG, without animals; title and notice below */
function pictureText(board, group, task) {
  const place = add(board, "div", { class: "plot" }); // there it has the board's look
  const svg = draw(place, "svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT });
  drawTask(svg, { ...group, show: { ...group.show, pick: -1 } }, task, { playing: false, faces: false });
  const text = svgText(svg, { width: WIDTH, height: HEIGHT, font: 18 }, [titleOf(group, task), say("notice")]);
  place.remove();
  return text;
}
