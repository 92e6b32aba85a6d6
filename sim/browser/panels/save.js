// What the file taken home can save: the picture as it stands, and the numbers of the run.

import { add } from "../elements.js";
import { csv, json } from "../run_files.js";
import { pictureButtons, saveButton } from "../saving.js";
import { OWN_NAMES } from "../tables.js";
import { say } from "../words/messages.js";

/** @import { Fill } from "./types.d.ts" */

/** @type {(picture: () => string) => Fill} */
export const savePanel = (picture) => (room, store) => {
  const scenario = () => store.session.scenario;
  const part = (/** @type {string} */ title) => {
    add(room, "h3").textContent = say(title);
    return add(room, "div", { class: "buttons" });
  };
  const pictures = part("save-picture");
  pictureButtons(pictures, scenario, picture, fontsOfPage);
  const paper = add(pictures, "button", { type: "button", "data-do": "print" });
  paper.textContent = say("save-print");
  paper.addEventListener("click", () => {
    room.closest("dialog")?.close(); // or it would be what is printed
    print();
  });
  const numbers = part("save-numbers");
  const file = (/** @type {string} */ text, /** @type {string} */ type) => new Blob([text], { type });
  saveButton(numbers, "csv", "run", scenario, () => file(csv([[OWN_NAMES[0], store.run]]), "text/csv"));
  saveButton(numbers, "json", "run", scenario, () => file(json(store.run), "application/json"));
  add(room, "p", { class: "note" }).textContent = say("save-elsewhere");
  return { update: () => {} };
};

/** @type {() => string} the page holds them as data: it may fetch nothing */
export function fontsOfPage() {
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  return rules.filter((rule) => rule instanceof CSSFontFaceRule).map(({ cssText }) => cssText).join("");
}
