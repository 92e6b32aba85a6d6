// The way into a live room: four letters, then who you are on the board, then the lesson.

import { add } from "../elements.js";
import { createLesson } from "../lesson/player.js";
import { mark } from "../lesson/parts.js";
import { forget, kept, Progress } from "../lesson/progress.js";
import { recordOf } from "../lesson/record.js";
import { LESSONS } from "../lesson_tables.js";
import { say } from "../words/messages.js";
import { ask, Refusal } from "./asking.js";
import { Line } from "./channel.js";
import { sitting } from "./seat.js";
import { seatPicture, seatWords } from "./seats.js";

/** @import { Lesson } from "../lesson/kit.d.ts" */

const lessons = /** @type {Record<string, Lesson>} */ (LESSONS);
const LETTERS = 4;

/**
 * @typedef {object} Ways
 * @property {() => void} alone  do a lesson on your own
 * @property {(letters: string) => void} entered  these letters are a room's
 * @property {(title: string) => void} title
 */

/** @type {(text: string) => string} letters as they are meant, however they were typed */
export const lettersIn = (text) => text.toUpperCase().replace(/[^A-Z]/g, "").slice(0, LETTERS);

/**
 * Create the way into a room in an element; returns what ends it.
 *
 * @param {HTMLElement} root
 * @param {string} letters  as the address has them; empty: they are typed
 * @param {Ways} ways
 */
export function createJoin(root, letters, ways) {
  let end = () => {};
  /** @type {(draw: (page: HTMLElement) => void) => void} */
  const page = (draw) => {
    end();
    const made = add(root, "div", { class: "lab lesson joining", "data-mode": "lesson" });
    draw(made);
    end = () => made.remove();
    /** @type {HTMLElement | null} */ (made.querySelector("[data-first]"))?.focus();
  };
  const typing = (said = "", typed = "") => page((place) => drawTyping(place, { said, typed, go, alone: ways.alone }));
  const play = (/** @type {Line} */ line, /** @type {string} */ key) => {
    end();
    const who = (/** @type {HTMLElement} */ place) => drawWho(place, line);
    const { end: ended } = createLesson(root, { key, host: { title: ways.title, who }, channel: line });
    line.follow();
    end = () => {
      line.end();
      ended();
    };
  };
  /** @type {(line: Line, key: string) => Promise<void>} */
  const enter = async (line, key) => {
    await line.join();
    if (line.state.closed) typing(say("room-ended"));
    else page((place) => drawSeat(place, line, () => play(line, key)));
  };
  const go = async (/** @type {string} */ typed) => {
    const before = sitting(typed);
    try {
      if (before && before.ticket === kept(before.told.lesson)?.ticket) {
        // Loaded anew: the seat is known, with or without a line.
        ways.entered(typed);
        return play(lineTo(typed, before.told.lesson), before.told.lesson);
      }
      const { closed, lesson: key } = await ask(`rooms/${typed}`);
      if (closed) return typing(say("room-ended"));
      ways.entered(typed);
      const begun = Object.keys(kept(key)?.answers ?? {}).length > 0;
      const on = () => enter(lineTo(typed, key), key).catch((error) => typing(wordsOf(error), typed));
      if (!begun) return await on();
      page((place) => drawBegun(place, { on, anew: () => { forget(key); on(); } }));
    } catch (error) {
      typing(wordsOf(error), typed);
    }
  };
  if (letters) go(letters);
  else typing();
  return () => end();
}

/** @type {(error: unknown) => string} */
const wordsOf = (error) => {
  if (!(error instanceof Refusal)) throw error;
  return error.status ? error.message : say("room-no-answer");
};

/** @type {(letters: string, key: string) => Line} a line that brings what this device has already */
function lineTo(letters, key) {
  const progress = new Progress(key);
  progress.stay();
  return new Line(letters, key, recordOf(lessons[key], progress.step, progress.answers, (task) => progress.isLocked(task)));
}

/** @type {(place: HTMLElement, how: {said: string, typed: string, go: (letters: string) => void, alone: () => void}) => void} */
function drawTyping(place, { said, typed, go, alone }) {
  const form = add(place, "form", { class: "card" });
  const label = add(form, "label");
  add(label, "h1").textContent = say("room-type");
  const box = add(label, "input", {
    type: "text", class: "letters", maxlength: 12, autocomplete: "off", autocapitalize: "characters", spellcheck: "false", "data-first": "",
  });
  box.value = typed;
  add(form, "p", { class: "small" }).textContent = say("room-scan");
  add(form, "p", { role: "status", class: "refusal" }).textContent = said;
  add(form, "button", { class: "go" }).textContent = say("room-join");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(lettersIn(box.value));
  });
  box.addEventListener("input", () => {
    const letters = lettersIn(box.value);
    if (box.value !== letters) box.value = letters;
    if (letters.length === LETTERS) go(letters);
  });
  drawSent(place);
  const other = add(place, "button", { type: "button", class: "quiet" });
  other.textContent = say("room-alone");
  other.addEventListener("click", alone);
  add(place, "p", { class: "small" }).textContent = say("notice");
}

/** @type {(place: HTMLElement) => void} */
function drawSent(place) {
  mark(add(place, "p"), say("room-sent"));
  mark(add(place, "p"), say("room-stays"));
  add(place, "p", { class: "small" }).textContent = say("room-gone");
}

/** @type {(place: HTMLElement, how: {on: () => void, anew: () => void}) => void} somebody has begun the lesson on this device */
function drawBegun(place, { on, anew }) {
  const card = add(place, "div", { class: "card" });
  add(card, "h1", { tabindex: -1, "data-first": "" }).textContent = say("room-begun");
  for (const [words, run] of /** @type {[string, () => void][]} */ ([[say("room-anew"), anew], [say("room-on"), on]])) {
    const button = add(card, "button", { type: "button", class: "go" });
    button.textContent = words;
    button.addEventListener("click", run);
  }
}

/** @type {(place: HTMLElement, line: Line) => void} */
function drawWho(place, { state: { seat } }) {
  const words = seat ? seatWords(seat) : "";
  if (!seat || place.textContent === words) return;
  place.className = "who";
  place.replaceChildren(seatPicture(seat), words);
}

/** @type {(place: HTMLElement, line: Line, go: () => void) => void} */
function drawSeat(place, { state: { seat } }, go) {
  const card = add(place, "div", { class: "card" });
  if (seat) {
    const words = add(card, "h1", { tabindex: -1, "data-first": "" });
    add(words, "span", { class: "small" }).textContent = say("room-you");
    words.append(seatPicture(seat), seatWords(seat));
  }
  add(card, "p", { class: "small" }).textContent = say("room-only-this");
  const button = add(card, "button", { type: "button", class: "go" });
  button.textContent = say("room-go-in");
  button.addEventListener("click", go);
  drawSent(place);
  add(place, "p", { class: "small" }).textContent = say("notice");
}
