// What the menu opens inside the page: dialogs over the Lab, in its colours and fonts.

import { add } from "../elements.js";
import { say } from "../words/messages.js";
import { fillAssumptions } from "./assumptions.js";
import { fillBody } from "./body.js";
import { fillCertainty } from "./certainty.js";
import { oncePerFrame } from "./frames.js";
import { fillNumbers } from "./numbers.js";

/** @import { Host, Store } from "../lab/store.js" */
/** @import { Fill } from "./types.d.ts" */

export { showPart } from "./explain.js";

/** @type {Record<string, Fill>} */
const PANELS = { body: fillBody, numbers: fillNumbers, assumptions: fillAssumptions, certainty: fillCertainty };

/**
 * Open a panel over the Lab; it closes by Escape, its button or a press beside it, and gives the focus back.
 *
 * @param {string} name  one of PANELS or of the host's
 * @param {HTMLElement} root  the element that holds the Lab and its colours
 * @param {Store} store
 * @param {Host["panels"]} [more]  those of the host
 */
export function openPanel(name, root, store, more = {}) {
  const opener = focused(root);
  const dialog = add(root, "dialog", { class: `panel panel-${name}`, "data-panel": name, "aria-label": say(`menu-${name}`) });
  const head = add(dialog, "div", { class: "panel-head" });
  add(head, "h2", { tabindex: -1, autofocus: "" }).textContent = say(`menu-${name}`);
  const button = add(head, "button", { type: "button", class: "panel-close", "aria-label": say("close") });
  button.textContent = "\u00d7";
  const { update, end } = { ...PANELS, ...more }[name](add(dialog, "div", { class: "panel-room" }), store, root);
  const off = store.on(oncePerFrame(update));
  dialog.addEventListener("close", () => {
    off();
    end?.();
    dialog.remove();
    store.touch(); // what it covered may not have been drawn
    giveBack(opener, root);
  });
  button.addEventListener("click", () => dialog.close());
  closeOutside(dialog);
  dialog.showModal();
  update();
}

/** @type {(root: HTMLElement) => HTMLElement | null} what has the focus inside the Lab */
function focused(root) {
  const { activeElement } = /** @type {Document | ShadowRoot} */ (root.getRootNode());
  return activeElement instanceof HTMLElement ? activeElement : null;
}

/** @type {(opener: HTMLElement | null, root: HTMLElement) => void} to the menu, where its entry is folded away again */
function giveBack(opener, root) {
  if (opener?.checkVisibility()) opener.focus({ preventScroll: true });
  else root.querySelector(/** @type {"summary"} */ (".menu > summary"))?.focus({ preventScroll: true });
}

/** @type {(dialog: HTMLDialogElement) => void} */
function closeOutside(dialog) {
  dialog.addEventListener("pointerdown", ({ target, clientX, clientY }) => {
    if (target !== dialog) return;
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) dialog.close();
  });
  // The Lab's own keys stay out of it: Escape closes this and nothing behind it.
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") event.stopPropagation();
  });
}
