// The bar: three sliders and the notice that always stays in sight; in mode "bar" also presets, accounts and undo.

import { add } from "../elements.js";
import { NUTRIENTS } from "../tables.js";
import { say } from "../words/messages.js";
import { madeWith } from "../words/sentences.js";
import { Gestures } from "./gestures.js";
import { Slider } from "./slider.js";
import { write } from "./write.js";

/** @import { Store } from "./store.js" */
/** @import { Nutrient } from "./slider.js" */

/** What the drawing's signs stand for, beside the notice. */
const SIGNS = { dot: "40", speck: "10" };

/** @type {(parent: HTMLElement, store: Store) => Slider[]} */
export function createSliders(parent, store) {
  const box = add(parent, "div", { class: "sliders" });
  const gestures = new Gestures();
  return /** @type {Nutrient[]} */ (NUTRIENTS).map((name) => new Slider(box, name, store, gestures));
}

/** @type {(parent: HTMLElement, store: Store, withKey: boolean) => () => void} returns what syncs it */
export function createNotice(parent, store, withKey) {
  const line = add(parent, "div", { class: "notice" });
  write(add(line, "b"), say("notice"));
  const key = add(line, "span", { class: "key" });
  const refusal = add(line, "span", { class: "refusal", role: "alert" });
  if (withKey) write(key, say("lab-key", SIGNS));
  const made = add(line, "span", { class: "made" }); // on paper only
  return () => {
    write(made, madeWith(store.session.scenario));
    const said = store.refusal || store.told;
    write(refusal, said);
    line.classList.toggle("refused", said !== "");
  };
}

/** @type {(parent: HTMLElement, store: Store) => () => void} Undo and Redo; returns what syncs them */
export function createUndo(parent, store) {
  const undo = add(parent, "button", { type: "button", class: "pill", "data-do": "undo" });
  const redo = add(parent, "button", { type: "button", class: "pill", "data-do": "redo" });
  write(undo, say("menu-undo"));
  write(redo, say("menu-redo"));
  undo.addEventListener("click", () => store.canUndo && store.undo());
  redo.addEventListener("click", () => store.canRedo && store.redo());
  return () => {
    undo.setAttribute("aria-disabled", String(!store.canUndo));
    redo.setAttribute("aria-disabled", String(!store.canRedo));
  };
}
