// The end of a lesson: the own page as a file or on paper, the class code, and room for whoever comes next.

import { add } from "../elements.js";
import { save } from "../hosts/home.js";
import { say } from "../words/messages.js";
import { encode } from "./code.js";
import { asText, pageOf } from "./page_of.js";
import { heading, mark, paragraphs } from "./parts.js";
import { recordOf } from "./record.js";
import { renewal } from "./renewal.js";

/** @import { Ground, Lesson, Step } from "./kit.d.ts" */
/** @import { Progress } from "./progress.js" */

/** @typedef {{lesson: Lesson, progress: Progress, groundOf: (step: Step) => Ground, inRoom: boolean}} Done */

/** @type {(done: Done) => string} what a class without a live room collects; none in a room, which has the answers */
function codeOf({ lesson, progress, inRoom }) {
  if (inRoom) return "";
  const { answers } = recordOf(lesson, 0, progress.answers, (task) => progress.isLocked(task));
  return encode(lesson, answers, progress.ticket);
}

/** @type {(done: Done) => void} saves the own page as text */
export function savePage(done) {
  const text = asText(pageOf(done.lesson, done.groundOf), codeOf(done));
  save(new Blob(["\ufeff", text], { type: "text/plain;charset=utf-8" }), `${done.lesson.key}.txt`);
}

/** @type {(place: HTMLElement, done: Done, renewed: () => void) => void} draws what stands below the last step */
export function drawEnd(place, done, renewed) {
  place.replaceChildren();
  heading(place, say("lesson-end"));
  const code = codeOf(done);
  if (code) {
    mark(add(place, "p"), say("lesson-code-is"));
    add(place, "code", { class: "class-code" }).textContent = code;
  }
  const print = add(add(place, "p"), "button", { type: "button", class: "quiet", "data-do": "print" });
  print.textContent = say("lesson-print");
  print.addEventListener("click", () => window.print());
  if (done.lesson.extension) paragraphs(place, done.lesson.extension);
  renewal(add(place, "p"), done.lesson.key, renewed);
}

/** @type {(root: HTMLElement, done: Done, end: AbortSignal) => void} on paper stands the own page, in place of the screen */
export function printPage(root, done, end) {
  /** @type {HTMLElement | null} */
  let page = null;
  addEventListener("beforeprint", () => {
    page?.remove();
    const { title, parts } = pageOf(done.lesson, done.groundOf);
    page = add(root, "article", { class: "on-paper" });
    add(page, "h1").textContent = title;
    add(page, "p").textContent = say("notice");
    const code = codeOf(done);
    if (code) add(page, "p").textContent = say("lesson-code-line", { code });
    for (const { heading: words, lines } of parts) {
      const section = add(page, "section");
      add(section, "h2").textContent = words;
      for (const line of lines) mark(add(section, "p"), line);
    }
  }, { signal: end });
  addEventListener("afterprint", () => page?.remove(), { signal: end });
}
