// This run and the pinned runs side by side: their curves over each other, a sentence of each, how they differ.

import { add, draw } from "../elements.js";
import { sideBySide } from "../lab/compared.js";
import { pinName } from "../lab/link.js";
import { suggestedName } from "../lab/pins.js";
import { write } from "../lab/write.js";
import { LONGEST_NAME, LOOKS, MOST_PINS, OWN_NAMES, QUANTITIES } from "../tables.js";
import { differences } from "../words/comparison.js";
import { say } from "../words/messages.js";
import { headline, yearsText } from "../words/sentences.js";
import { emphasised } from "./emphasised.js";
import { createOverlay, stroke } from "./overlay.js";
import { createTable } from "./table.js";

/** @import { Named } from "../lab/compared.js" */
/** @import { Store } from "../lab/store.js" */
/** @import { Fill } from "./types.d.ts" */

const DRAWN = /** @type {const} */ (["bone_change", "arteries_times"]);

/** @type {Fill} */
export function fillCompare(room, store) {
  const told = fillForm(room, store);
  const intro = add(room, "p", { class: "note" });
  const pictures = add(room, "div", { class: "overlays" });
  const overlays = DRAWN.map((name) => {
    const section = add(pictures, "section");
    add(section, "h3").textContent = QUANTITIES[name].title;
    return createOverlay(section, name);
  });
  const list = add(room, "ol", { class: "compared" });
  const rows = LOOKS.map((_, look) => fillRow(list, look, store));
  const table = fillTable(room);
  let last = "";
  return {
    update: () => {
      told();
      const { scenario, pins } = store.session;
      const now = JSON.stringify([scenario, pins]);
      if (now === last) return; // the year shown changes nothing here
      last = now;
      intro.hidden = pins.length > 0;
      write(intro, say("compare-intro", { most: String(MOST_PINS), years: yearsText(scenario.years) }));
      const runs = sideBySide(store);
      for (const draws of overlays) draws(runs);
      for (const [look, row] of rows.entries()) row(runs.find((named) => named.look === look));
      table(differences(runs));
    },
  };
}

/** @type {(room: HTMLElement, store: Store) => () => void} the box for a name, what pins this run, what undoes, what was refused */
function fillForm(room, store) {
  const form = add(room, "form", { class: "pin-form buttons" });
  const name = add(form, "input", { "aria-label": say("compare-name"), maxlength: LONGEST_NAME, autocomplete: "off" });
  const pin = add(form, "button", { class: "pin-run" });
  const undo = add(form, "button", { type: "button" });
  write(pin, say("compare-pin"));
  write(undo, say("menu-undo"));
  const full = add(room, "p", { class: "note" });
  const told = add(room, "p", { class: "told", role: "status" });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (store.pin(name.value)) name.value = "";
  });
  undo.addEventListener("click", () => store.undo());
  return () => {
    const { pins, scenario } = store.session;
    name.placeholder = suggestedName(pins, scenario);
    name.hidden = pin.hidden = pins.length === MOST_PINS;
    undo.setAttribute("aria-disabled", String(!store.canUndo));
    write(full, pins.length === MOST_PINS ? say("compare-full", { most: String(MOST_PINS) }) : "");
    write(told, store.refusal || store.told);
  };
}

/** @type {(list: HTMLElement, look: number, store: Store) => (named?: Named) => void} a run: its look, its name, what it shows */
function fillRow(list, look, store) {
  const item = add(list, "li", { class: `own-${LOOKS[look].colour}` });
  const head = add(item, "div", { class: "compared-head" });
  const sample = draw(head, "svg", { viewBox: "0 0 44 12", class: "sample", "aria-hidden": "true" });
  draw(sample, "path", { d: "M1 6H43", class: "line", ...stroke(LOOKS[look], look ? 2.4 : 3.4) });
  add(head, "span", { class: "sign", "aria-hidden": "true" }).textContent = LOOKS[look].sign;
  const named = look ? pinParts(head, look - 1, store) : ownPart(head);
  const sentence = add(item, "p");
  return (run) => {
    item.hidden = look > store.session.pins.length;
    if (item.hidden) return;
    named();
    emphasised(sentence, run ? headline(run.run, run.balanced) : say("unsolvable"));
  };
}

/** @type {(head: HTMLElement) => () => void} */
function ownPart(head) {
  write(add(head, "b"), OWN_NAMES[0]);
  return () => {};
}

/** @type {(head: HTMLElement, index: number, store: Store) => () => void} the name, which can be changed, and what can be done */
function pinParts(head, index, store) {
  const box = add(head, "input", { "aria-label": say("compare-pin-name", { number: String(index + 1) }), maxlength: LONGEST_NAME, autocomplete: "off" });
  const buttons = add(head, "span", { class: "buttons" });
  box.addEventListener("change", () => {
    // What was typed and refused stays, to be mended.
    box.setAttribute("aria-invalid", String(!store.renamePin(index, box.value)));
  });
  const actions = { use: () => store.showPin(index), remove: () => removed(index, store, head) };
  for (const [name, act] of Object.entries(actions)) {
    const button = add(buttons, "button", { type: "button", "data-do": name });
    write(button, say(`compare-${name}`));
    button.addEventListener("click", act);
  }
  return () => {
    box.value = pinName(store.session.pins[index]);
    box.setAttribute("aria-invalid", "false");
  };
}

/** @type {(index: number, store: Store, head: HTMLElement) => void} removes a pin; the focus goes to a part that stays */
function removed(index, store, head) {
  store.removePin(index);
  if (index === store.session.pins.length) /** @type {HTMLElement | null} */ (head.closest(".panel-room")?.querySelector("input"))?.focus();
}

/** @type {(room: HTMLElement) => ReturnType<typeof createTable>} */
function fillTable(room) {
  const details = add(room, "details");
  add(details, "summary").textContent = say("compared");
  const table = createTable(details, say("compared"));
  add(details, "p", { class: "note" }).textContent = say("compared-note");
  return table;
}
