// The pupils of a room as their animals: who is here, whose answer is in; pressed, an answer is shown alone, then hidden.

import { add } from "../elements.js";
import { seatPicture, seatWords } from "../room/seats.js";
import { say } from "../words/messages.js";

/** @import { Class, Pupil } from "./types.d.ts" */

/**
 * Draw the pupils of a class.
 *
 * @param {HTMLElement} place
 * @param {Class} group
 * @param {string} task  whose answers are in; empty: none is asked
 * @param {((seat: number) => void) | null} press
 */
export function drawFaces(place, { pupils, answers, show }, task, press) {
  const focused = place.contains(place.ownerDocument.activeElement) || place.querySelector(":focus") ? place.querySelector(":focus") : null;
  const at = focused ? [...place.children].indexOf(focused.parentElement ?? focused) : -1;
  const given = new Set((answers[task] ?? []).map(([seat]) => seat));
  place.replaceChildren();
  pupils.forEach((pupil, seat) => {
    const item = add(place, "li");
    const states = statesOf(pupil, { given: given.has(seat), asked: Boolean(task), hidden: show.hidden.includes(seat), picked: show.pick === seat });
    const face = add(item, press ? "button" : "span", { class: `face ${states.join(" ")}`, ...(press ? { type: "button" } : { role: "img" }) });
    const words = [seatWords(pupil.seat), ...states.map((state) => say(`board-${state}`))].join(", ");
    face.setAttribute("aria-label", words);
    face.title = words;
    face.append(seatPicture(pupil.seat));
    if (press) face.addEventListener("click", () => press(seat));
  });
  if (at >= 0) place.children[at]?.querySelector("button")?.focus();
}

/** @type {(pupil: Pupil, now: { given: boolean, asked: boolean, hidden: boolean, picked: boolean }) => string[]} */
function statesOf({ late, lost }, { given, asked, hidden, picked }) {
  const all = { "is-in": asked && given, "is-missing": asked && !given, "is-late": late, "is-lost": lost, "is-hidden": hidden, "is-picked": picked };
  return Object.entries(all).filter(([, is]) => is).map(([name]) => name);
}

/** @type {(group: Class, seat: number) => Pick<Class["show"], "pick" | "hidden">} what a press makes of it: alone, hidden, as before */
export function pressed({ show: { pick, hidden } }, seat) {
  if (hidden.includes(seat)) return { pick: -1, hidden: hidden.filter((each) => each !== seat) };
  if (pick === seat) return { pick: -1, hidden: [...hidden, seat] };
  return { pick: seat, hidden };
}
