// "Start as someone new": the only button that takes answers away; it asks first.

import { add } from "../elements.js";
import { say } from "../words/messages.js";
import { forget } from "./progress.js";

/** @type {(place: HTMLElement, lesson: string, renewed: () => void) => void} */
export function renewal(place, lesson, renewed) {
  const ask = button(place, "renew", () => {
    place.append(question);
    ask.hidden = true;
    no.focus();
  });
  const question = document.createElement("span");
  question.append(`${say("lesson-renew-sure")} `);
  button(question, "renew-yes", () => {
    forget(lesson);
    renewed();
  });
  const no = button(question, "renew-no", () => {
    question.remove();
    ask.hidden = false;
    ask.focus();
  });
}

/** @type {(place: HTMLElement, name: string, press: () => void) => HTMLButtonElement} */
function button(place, name, press) {
  const made = add(place, "button", { type: "button", class: "quiet", "data-do": name });
  made.textContent = say(`lesson-${name}`);
  made.addEventListener("click", press);
  return made;
}
