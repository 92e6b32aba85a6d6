// What a teacher knows of a lesson and pupils do not: minutes, notes, expected answers, what the standards say of it.

import { add } from "../elements.js";
import { mark, paragraphs } from "../lesson/parts.js";
import { LESSON_NOTES } from "../lesson_notes.js";
import { say } from "../words/messages.js";
import { shownIn } from "./plan.js";

/** @import { Lesson, Step } from "../lesson/kit.d.ts" */
/** @typedef {{ idea?: string, careful?: string, standards?: string[], extension?: string, steps?: Record<string, string>, tasks?: Record<string, string> }} Notes */

/** @type {(lesson: Lesson) => Notes} */
const notesOf = ({ key }) => /** @type {Record<string, Notes>} */ (LESSON_NOTES)[key] ?? {};

/** @type {(place: HTMLElement, title: string, text: string | undefined) => void} */
function card(place, title, text) {
  if (!text) return;
  const box = add(place, "section", { class: "card" });
  add(box, "h2").textContent = title;
  paragraphs(box, text);
}

/** @type {(place: HTMLElement, lesson: Lesson, step: Step) => void} what to say and listen for in a step */
export const drawStepNotes = (place, lesson, step) => card(place, say("board-notes"), notesOf(lesson).steps?.[step.key]);

/** @type {(place: HTMLElement, lesson: Lesson, step: Step) => void} what to expect of pupils in a step */
export function drawExpected(place, lesson, step) {
  const { tasks = {} } = notesOf(lesson);
  const expected = [...new Set([...shownIn(lesson, step), ...step.tasks])].filter(({ key }) => tasks[key]);
  if (!expected.length) return;
  const box = add(place, "section", { class: "card" });
  add(box, "h2").textContent = say("board-expected");
  for (const task of expected) {
    const asked = lesson.steps.findIndex((each) => each.tasks.includes(task)) + 1;
    mark(add(box, "p", { class: "asked" }), `${asked} ${task.ask}`);
    paragraphs(box, tasks[task.key]);
    if (task.kind === "write" && task.several) paragraphs(box, `**${say("board-model-answer")}** ${task.several.model}`);
  }
}

/** @type {(place: HTMLElement, lesson: Lesson) => void} the whole lesson, before class */
export function drawLessonNotes(place, lesson) {
  const { idea, careful, standards = [], extension } = notesOf(lesson);
  if (idea) paragraphs(place, idea);
  drawPace(place, lesson);
  card(place, say("board-careful"), careful);
  lesson.steps.forEach((step, i) => {
    const part = add(place, "details", { class: "step" });
    add(part, "summary").textContent = `${i + 1} ${step.title}`;
    drawStepNotes(part, lesson, step);
    drawExpected(part, lesson, step);
  });
  if (lesson.extension) card(place, say("board-extension"), [lesson.extension, extension].filter(Boolean).join("\n\n"));
  if (!standards.length) return;
  const box = add(place, "section", { class: "card" });
  add(box, "h2").textContent = say("board-standards");
  const list = add(box, "ul");
  for (const standard of standards) add(list, "li").textContent = standard;
}

/** @type {(place: HTMLElement, lesson: Lesson) => void} */
function drawPace(place, { steps }) {
  const table = add(add(place, "div", { class: "wide" }), "table");
  const head = add(add(table, "thead"), "tr");
  const total = (/** @type {"minutes" | "short"} */ name) => String(steps.reduce((sum, step) => sum + step[name], 0));
  for (const text of [say("board-step"), say("board-minutes", { all: total("minutes") }), say("board-minutes-short", { all: total("short") })]) {
    add(head, "th", { scope: "col" }).textContent = text;
  }
  const body = add(table, "tbody");
  steps.forEach(({ title, minutes, short }, i) => {
    const row = add(body, "tr");
    add(row, "th", { scope: "row" }).textContent = `${i + 1} ${title}`;
    for (const each of [minutes, short]) add(row, "td").textContent = each ? String(each) : "–";
  });
}
