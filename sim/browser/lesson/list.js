// The lessons to choose from, each with how far this device has come in it.

import { add } from "../elements.js";
import { LESSONS } from "../lesson_tables.js";
import { say } from "../words/messages.js";
import { kept } from "./progress.js";
import { renewal } from "./renewal.js";
import { furthest, titleOf } from "./steps.js";

/** @import { Lesson } from "./kit.d.ts" */

/** What the list leads teachers to. @typedef {{ text: string, open: () => void }} Teachers */

/**
 * Draw the list; returns what takes it away.
 *
 * @param {HTMLElement} root
 * @param {{open: (key: string) => void, close?: () => void, teachers?: Teachers, refused?: string}} ways  `refused`: what was asked for and is none
 */
export function createList(root, { open, close, teachers, refused = "" }) {
  const list = add(root, "div", { class: "lab lesson list", "data-mode": "lesson" });
  const top = add(list, "header", { class: "top" });
  if (close) {
    const back = add(top, "button", { type: "button", class: "quiet", "data-do": "close" });
    back.textContent = say("lesson-close-list");
    back.addEventListener("click", close);
  }
  const heading = add(list, "h1", { tabindex: -1 });
  heading.textContent = say("lesson-list");
  if (refused) add(list, "p", { class: "reply", role: "status" }).textContent = say("lesson-unknown", { lesson: refused, lessons: Object.keys(LESSONS).join(", ") });
  add(list, "p").textContent = say("lesson-list-about");
  for (const lesson of /** @type {Lesson[]} */ (Object.values(LESSONS))) drawCard(add(list, "article"), lesson, open);
  if (teachers) {
    const way = add(add(list, "p"), "button", { type: "button", class: "quiet", "data-do": "teachers" });
    way.textContent = teachers.text;
    way.addEventListener("click", teachers.open);
  }
  add(list, "p", { class: "small" }).textContent = say("notice");
  heading.focus({ preventScroll: true });
  return () => list.remove();
}

/** @type {(card: HTMLElement, lesson: Lesson, open: (key: string) => void) => void} */
function drawCard(card, lesson, open) {
  const { key, number, about, minutes, level, steps } = lesson;
  const begun = Object.keys(kept(key)?.answers ?? {}).length ? kept(key) : null;
  const isLocked = (/** @type {string} */ task) => begun?.locked.includes(task) ?? false;
  card.dataset.lesson = key;
  add(card, "h2").textContent = `${number}. ${titleOf(lesson, isLocked)}`;
  add(card, "p").textContent = about;
  add(card, "p", { class: "small" }).textContent = say("lesson-length", { minutes, level });
  const step = Math.min(begun?.step ?? 0, furthest(lesson, isLocked)) + 1;
  const start = add(card, "button", { type: "button", class: "go" });
  start.textContent = begun ? say("lesson-continue", { step, of: steps.length }) : say("lesson-start", { number });
  start.addEventListener("click", () => open(key));
  if (begun) renewal(add(card, "p"), key, () => open(key));
}
