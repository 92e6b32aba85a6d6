// What stands around each step: how far it is, the picture's and the text's place, Back and the one button onward.

import { add } from "../elements.js";
import { say } from "../words/messages.js";
import { mark } from "./parts.js";
import { renewal } from "./renewal.js";

/** @import { Lesson } from "./kit.d.ts" */

const WIDE = 800; // CSS px from which picture and text stand side by side

/**
 * @param {HTMLElement} root
 * @param {Lesson} lesson
 * @param {{back: () => void, onward: () => void, leave?: () => void, renew: () => void}} ways
 */
export function createFrame(root, { key, steps }, ways) {
  const frame = add(root, "div", { class: "lab lesson", "data-mode": "lesson" });
  const top = add(frame, "header", { class: "top" });
  const leave = add(top, "button", { type: "button", class: "quiet", "data-do": "leave" });
  leave.textContent = say("lesson-all");
  leave.hidden = !ways.leave;
  leave.addEventListener("click", () => ways.leave?.());
  const dots = add(top, "span", { class: "dots", "aria-hidden": "true" });
  for (const _ of steps) add(dots, "i");
  const where = add(top, "p", { class: "where" });
  const time = add(top, "p", { class: "minutes" });
  const who = add(top, "p", { class: "who alone" });
  who.textContent = say("lesson-alone");
  const notes = add(frame, "div", { class: "lesson-notes", role: "status" });
  const body = add(frame, "div", { class: "step" });
  const picture = add(body, "section", { class: "picture", "aria-label": say("lesson-picture") });
  const text = add(body, "section", { class: "text" });
  const title = add(text, "h1", { tabindex: -1 });
  const rest = add(text, "div");
  const ending = add(text, "div", { class: "ending" });
  const foot = createFoot(frame, ways);
  const spoken = add(frame, "p", { class: "unseen", role: "status" });
  return {
    element: frame,
    narrow: () => frame.clientWidth < WIDE,
    who,
    place: () => ({ text: rest, picture }),
    heading: (/** @type {string} */ words) => mark(title, words),
    say: (/** @type {string} */ words) => { spoken.textContent = words; },
    foot: foot.show,
    /** @type {(about: string, words: string) => HTMLElement | null} says something at the top, or nothing more about it */
    note(about, words) {
      const old = notes.querySelector(`[data-about="${about}"]`);
      if (old && words) return /** @type {HTMLElement} */ (old);
      old?.remove();
      if (!words) return null;
      const note = add(notes, "p", { "data-about": about });
      note.textContent = words;
      return note;
    },
    /** @type {(at: number, words: string) => void} makes room for a step */
    show(at, words) {
      this.heading(words);
      [...dots.children].forEach((dot, i) => { dot.className = i === at ? "now" : i < at ? "done" : ""; });
      where.textContent = say("lesson-where", { step: at + 1, of: steps.length });
      time.textContent = say("lesson-minutes", { minutes: steps[at].minutes });
      rest.replaceChildren();
      ending.replaceChildren();
      picture.replaceChildren();
      foot.first(at === 0);
    },
    toBeginning() {
      title.focus({ preventScroll: true });
      frame.scrollIntoView({ block: "start" });
    },
    /** Somebody has begun here before: it may be another one. */
    resumed() {
      const note = this.note("resumed", say("lesson-resumed"));
      if (note) renewal(note, key, ways.renew);
    },
    /** Room for what stands below the last step. */
    ending: () => ending,
    end: () => frame.remove(),
  };
}

/** @type {(frame: HTMLElement, ways: {back: () => void, onward: () => void}) => {show: (now: {label: string, able: boolean}) => void, first: (is: boolean) => void}} */
function createFoot(frame, { back, onward }) {
  const foot = add(frame, "footer", { class: "foot" });
  add(foot, "p", { class: "notice" }).textContent = say("notice");
  const backward = add(foot, "button", { type: "button", class: "back" });
  backward.textContent = say("lesson-back");
  backward.addEventListener("click", back);
  const go = add(foot, "button", { type: "button", class: "go" });
  // What cannot be done now keeps its place for the keyboard.
  go.addEventListener("click", () => { if (go.getAttribute("aria-disabled") !== "true") onward(); });
  return {
    show({ label, able }) {
      go.hidden = !label;
      if (go.textContent !== label) go.textContent = label;
      go.setAttribute("aria-disabled", String(!able));
    },
    first: (is) => { backward.hidden = is; },
  };
}
