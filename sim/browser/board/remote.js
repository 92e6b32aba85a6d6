// The teacher's view: every lesson with its notes; with a room open, its notes of the step, counts and the buttons, on
// the teacher's own phone or in a second window. What stands here never stands on the board.

import { add, draw } from "../elements.js";
import { LESSONS } from "../lesson_tables.js";
import { say } from "../words/messages.js";
import { button } from "./board.js";
import { controlsOf, drawControls, settingsOf } from "./controls.js";
import { drawFaces, pressed } from "./faces.js";
import { drawExpected, drawLessonNotes, drawStepNotes } from "./notes.js";
import { isOpenToSee, stepOf, taskOf } from "./plan.js";
import { keptRoom, Room } from "./room.js";
import { counted, talliesOf } from "./tally.js";

/** @import { Lesson, Task } from "../lesson/kit.d.ts" */
/** @import { Opened } from "./room.js" */
/** @import { Class } from "./types.d.ts" */

const lessons = /** @type {Record<string, Lesson>} */ (/** @type {unknown} */ (LESSONS));

/** @type {(hash: string) => Opened | null} the room that an address pairs with; see pairing.js */
export function pairedBy(hash) {
  const { room = "", key = "", lesson = "" } = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, "")));
  return room && key && lessons[lesson] ? { letters: room, key, lesson } : null;
}

/**
 * Create the teacher's view in an element; returns what ends it.
 *
 * @param {HTMLElement} root
 * @param {{ server: string, paired: Opened | null, go: (path: string) => void }} options
 */
export function createTeacher(root, { server, paired, go }) {
  const view = add(root, "div", { class: "lab teacher" });
  const opened = paired ?? (server ? keptRoom() : null);
  if (!opened || !lessons[opened.lesson]) {
    drawLessons(view, go);
    return () => view.remove();
  }
  const room = new Room(server, opened, lessons[opened.lesson]);
  createRemote(view, room, go);
  return () => {
    room.end();
    view.remove();
  };
}

/** @type {(view: HTMLElement, go: (path: string) => void) => void} */
function drawLessons(view, go) {
  add(view, "h1").textContent = say("board-for-teachers");
  const top = add(view, "p", { class: "controls" });
  button(top, say("board-title"), () => go("class")).className = "main";
  button(top, say("board-leave"), () => go("lessons"));
  for (const lesson of Object.values(lessons)) {
    const part = add(view, "details", { class: "whole", "data-lesson": lesson.key });
    part.open = lesson.number === 1;
    add(part, "summary").textContent = say("board-lesson", { number: String(lesson.number), title: lesson.laterTitle ?? lesson.title, minutes: String(lesson.minutes), level: lesson.level });
    drawLessonNotes(part, lesson);
  }
  add(view, "p", { class: "small" }).textContent = say("notice");
}

/** @type {(view: HTMLElement, room: Room, go: (path: string) => void) => void} */
function createRemote(view, room, go) {
  const top = add(view, "p", { class: "top" });
  const title = add(view, "h1");
  const line = add(view, "p", { class: "line", role: "status" });
  const notes = add(view, "div");
  const counts = add(view, "div");
  const expected = add(view, "div");
  const more = add(view, "details", { class: "more" });
  add(more, "summary").textContent = say("board-more");
  const settings = add(more, "div", { class: "controls" });
  add(view, "p", { class: "small" }).textContent = say("notice");
  const foot = add(view, "div", { class: "foot controls" });
  let before = "";
  const update = () => {
    const { lesson, state, show } = room;
    const step = lesson.steps[state.open];
    top.textContent = say("board-where", { step: String(state.open + 1), steps: String(lesson.steps.length), letters: room.opened.letters, minutes: String(show.short ? step.short : step.minutes) });
    title.textContent = show.task ? step.title : lesson.title;
    line.textContent = room.lost ? say("board-lost") : state.closed ? say("board-closed") : "";
    line.hidden = !line.textContent;
    drawCounts(counts, room);
    if (before !== step.key) {
      before = step.key;
      for (const place of [notes, expected]) place.replaceChildren();
      drawStepNotes(notes, lesson, step);
      drawExpected(expected, lesson, step);
    }
    drawControls(foot, state.closed ? [{ name: "leave", text: say("board-leave"), run: () => go("lessons") }] : controlsOf(room));
    drawControls(settings, settingsOf(room));
  };
  room.on(update);
  update();
}

/** @type {(place: HTMLElement, room: Room) => void} who has answered, and what: also what the board does not show yet */
function drawCounts(place, room) {
  const task = taskOf(room.lesson, room.show.task);
  const group = room.group;
  const now = JSON.stringify([room.answers, room.pupils, room.show, room.state.revealed]);
  if (place.dataset.now === now) return;
  place.dataset.now = now;
  place.replaceChildren();
  const card = add(place, "section", { class: "card" });
  const heading = add(card, "h2");
  const list = add(card, "ul", { class: "faces" });
  drawFaces(list, group, task?.key ?? "", task && isOpenToSee(group, task) ? (seat) => room.put(pressed(group, seat)) : null);
  const [here, late] = [room.pupils.length, room.pupils.filter((pupil) => pupil.late).length];
  const given = task ? (room.answers[task.key] ?? []).length : 0;
  heading.textContent = task ? say("board-remote-count", { given: String(given), here: String(here), late }) : say("board-here-short", { count: here });
  if (!task) return;
  const step = stepOf(room.lesson, task.key);
  for (const each of step?.tasks ?? []) {
    drawMini({ ...group, show: { ...group.show, closed: { ...group.show.closed, [each.key]: 2 } } }, each, card);
  }
}

/** @type {(group: Class, task: Task, card: HTMLElement) => void} counts as small bars with their numbers */
function drawMini(group, task, card) {
  for (const { part, columns, rows } of talliesOf(group, task)) {
    if (part) add(card, "p", { class: "asked" }).textContent = part;
    const all = Math.max(1, counted(group, task).length);
    const list = add(card, "ul", { class: "mini" });
    for (const { text, counts } of rows) {
      if (task.kind === "draw" && part === say("board-year-10") && !counts[0]) continue;
      const item = add(list, "li");
      const bars = draw(item, "svg", { viewBox: "0 0 100 10", "aria-hidden": "true", preserveAspectRatio: "none" });
      draw(bars, "rect", { class: "bar", width: (100 * counts[counts.length - 1]) / all, height: 10 });
      add(item, "span").textContent = `${counts.map((count, i) => (counts.length > 1 ? `${count} ${columns[i]}` : count)).join(", ")}: ${text}`;
    }
  }
}
