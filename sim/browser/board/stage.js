// One task on the board: its question, the class's answers as a picture, counts, the pupils, and all of it as a table.

import { add, draw } from "../elements.js";
import { mark } from "../lesson/parts.js";
import { end } from "../quantities.js";
import { simulate } from "../run.js";
import { say } from "../words/messages.js";
import { told } from "../words/numbers.js";
import { drawBars, drawDots, drawSettings } from "./bars.js";
import { drawFaces, pressed } from "./faces.js";
import { drawLines, HEIGHT, WIDTH } from "./lines.js";
import { closings, isOpenToSee, isTold, stepOf } from "./plan.js";
import { seatPicture } from "../room/seats.js";
import { sentenceOf } from "./sentence.js";
import { counted, talliesOf } from "./tally.js";

/** @import { DragTask, Task } from "../lesson/kit.d.ts" */
/** @import { Class, Show } from "./types.d.ts" */

const PLAYING = 6500; // ms: a bit more than the model's line takes, see plot.css
const QUESTIONS = ["choose", "vote", "drag", "sort"]; // what these ask can be read without the pupil's page

/** @type {(group: Class, task: Task) => string} */
export function titleOf(group, task) {
  if (task.kind === "draw" && isTold(group, task)) return say("board-you-and-model", { quantity: task.quantity });
  return (!QUESTIONS.includes(task.kind) && stepOf(group.lesson, task.key)?.title) || task.ask.replaceAll("**", "");
}

/**
 * Create what shows a task in an element; call what it returns whenever something has changed.
 *
 * @param {HTMLElement} place
 * @param {(patch: Partial<Show>) => void} put  changes what is shown
 */
export function createStage(place, put) {
  const picture = add(place, "div", { class: "plot" });
  const side = add(place, "div", { class: "side" });
  const count = add(side, "p", { class: "count", role: "status" });
  const faces = add(side, "ul", { class: "faces" });
  const sentence = add(side, "p", { class: "sentence-of-counts" });
  const legend = add(side, "p", { class: "legend" });
  const table = add(add(side, "details", { class: "as-table" }), "div");
  add(/** @type {HTMLElement} */ (table.parentElement), "summary").textContent = say("board-table");
  let [before, toldBefore, toldSince] = ["", false, Number.NEGATIVE_INFINITY];
  return (/** @type {Class} */ group, /** @type {Task} */ task) => {
    // Of other tasks nothing is drawn, and how far pupils are is not either.
    const now = JSON.stringify([task.key, group.answers[task.key], group.pupils.map(({ seat, late, lost }) => [seat, late, lost]), group.revealed, group.show]);
    if (now === before) return;
    const isNew = !before.startsWith(`["${task.key}"`);
    before = now;
    const isNowTold = isTold(group, task);
    if (isNowTold && !toldBefore && !isNew) toldSince = performance.now();
    if (isNew) toldSince = Number.NEGATIVE_INFINITY;
    toldBefore = isNowTold;
    const since = performance.now() - toldSince;
    const svg = draw(picture, "svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": describe(group, task) });
    svg.style.setProperty("--since", `${-Math.min(since, PLAYING)}ms`); // drawn anew meanwhile, the line goes on where it was
    drawTask(svg, group, task, { playing: since < PLAYING, faces: true });
    picture.replaceChildren(svg);
    const given = counted({ ...group, show: { ...group.show, hidden: [] } }, task).length;
    mark(count, group.pupils.length ? say("board-count", { given: String(given), here: String(group.pupils.length), kind: task.kind }) : say("board-codes-in", { count: given }));
    drawFaces(faces, group, task.key, isOpenToSee(group, task) ? (seat) => put(pressed(group, seat)) : null);
    mark(sentence, isOpenToSee(group, task) ? sentenceOf(group, task) : say(task.kind === "draw" ? "board-lines-later" : "board-bars-later"));
    legend.textContent = legendOf(group);
    drawTable(table, group, task);
  };
}

/** @type {(svg: SVGSVGElement, group: Class, task: Task, how: { playing: boolean, faces: boolean }) => void} */
export function drawTask(svg, group, task, { playing, faces }) {
  const closed = Math.max(group.show.closed[task.key] ?? 0, isTold(group, task) ? closings(task) : 0);
  const seen = isOpenToSee(group, task);
  if (task.kind === "draw") return drawLines(svg, group, task, { seen, playing, draw: (place, seat, x, y) => { if (faces) seatAt(place, group, seat, x, y); } });
  if (!seen) return drawBars(svg, { ...group, answers: {} }, task, 0);
  if (task.kind === "find") return drawSettings(svg, group, task);
  if (task.kind === "drag") return drawDots(svg, group, task, marksOf(group, task));
  return drawBars(svg, group, task, closed);
}

/** @type {(place: Element, group: Class, seat: number, x: number, y: number) => void} */
function seatAt(place, { pupils }, seat, x, y) {
  if (!pupils[seat]) return;
  const face = seatPicture(pupils[seat].seat);
  for (const [name, value] of Object.entries({ x: x - 20, y: y - 20, width: 40, height: 40 })) face.setAttribute(name, String(value));
  place.append(face);
}

/** @type {(group: Class, task: DragTask) => { label: string, value: number, look: string, dot: number, told: string }[]} */
function marksOf({ lesson, show }, task) {
  if (!show.closed[task.key]) return [];
  const of = (/** @type {DragTask["dots"][number]} */ { case: name }, /** @type {object} */ how) => {
    const value = end(task.quantity, simulate({ ...lesson.cases[name].scenario, ...how }, 2));
    return { value, told: told(task.quantity, value) };
  };
  return task.dots.flatMap((dot, i) => [
    { ...of(dot, {}), label: say("board-story"), look: "story", dot: i },
    { ...of(dot, task.reveal), label: say("board-trials"), look: "trials", dot: i },
  ]);
}

/** @type {(group: Class) => string} what rings around animals mean, where there are any */
const legendOf = ({ pupils }) =>
  [pupils.some(({ lost }) => lost) && say("board-legend-lost"), pupils.some(({ late }) => late) && say("board-legend-late")].filter(Boolean).join(" ");

/** @type {(group: Class, task: Task) => string} the picture in words; counts only once they may be seen */
function describe(group, task) {
  const asked = say("board-answers-to", { ask: task.ask.replaceAll("**", "") });
  return isOpenToSee(group, task) ? `${asked} ${say("board-in-table")}` : `${asked} ${say("board-bars-later")}`;
}

/** @type {(place: HTMLElement, group: Class, task: Task) => void} */
function drawTable(place, group, task) {
  place.replaceChildren();
  if (!isOpenToSee(group, task)) {
    add(place, "p").textContent = say("board-bars-later");
    return;
  }
  for (const { part, columns, rows } of talliesOf(group, task)) {
    const table = add(place, "table");
    add(table, "caption").textContent = `${task.ask.replaceAll("**", "")} ${part} (${counted(group, task).length})`;
    const head = add(add(table, "thead"), "tr");
    for (const name of ["", ...columns]) add(head, "th", { scope: "col" }).textContent = name;
    const body = add(table, "tbody");
    for (const { text, counts, right } of rows) {
      const row = add(body, "tr");
      add(row, "th", { scope: "row" }).textContent = right === true ? `${text} (${say("board-fits")})` : text;
      counts.forEach((each, i) => { add(row, "td").textContent = `${each}${right === i ? " ✓" : ""}`; });
    }
  }
}
