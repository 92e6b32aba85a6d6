// Groups of buttons of which one is chosen: settings by name, and the two accounts.

import { add } from "../elements.js";
import { FIRST_PRESETS, LENSES, PRESETS } from "../tables.js";
import { say } from "../words/messages.js";
import { presetOf } from "./rules.js";
import { press, write } from "./write.js";

/** @import { Store } from "./store.js" */

/** @typedef {keyof typeof PRESETS} Preset */
/** @typedef {keyof typeof LENSES} Lens */

/**
 * Create buttons of presets: three pills on the first screen, all of them in the menu. Returns what syncs them.
 *
 * @type {(parent: HTMLElement, store: Store, how?: {pill: boolean}) => () => void}
 */
export function createPresets(parent, store, { pill } = { pill: false }) {
  const group = add(parent, "div", { class: "presets", role: "group", "aria-label": say("lab-try") });
  const named = pill ? FIRST_PRESETS : Object.keys(PRESETS).map((name) => [name, capital(name)]);
  const buttons = named.map(([name, label]) => {
    const button = add(group, "button", { type: "button", class: pill ? "pill" : "", "data-preset": name });
    write(button, label);
    button.addEventListener("click", () => store.choosePreset(/** @type {Preset} */ (name)));
    return button;
  });
  return () => {
    const chosen = presetOf(store.session.scenario);
    for (const button of buttons) press(button, button.dataset.preset === chosen);
  };
}

/** @type {(parent: HTMLElement, store: Store, how?: {pill: boolean}) => () => void} the same of the two accounts */
export function createAccounts(parent, store, { pill } = { pill: false }) {
  const group = add(parent, "div", { class: "accounts", role: "group", "aria-label": say("lab-account") });
  const buttons = /** @type {Lens[]} */ (Object.keys(LENSES)).map((name) => {
    const button = add(group, "button", { type: "button", class: pill ? "pill" : "", "data-lens": name });
    write(button, say(pill ? `account-${name}` : `menu-${name}`));
    button.addEventListener("click", () => store.chooseLens(name));
    return button;
  });
  return () => { for (const button of buttons) press(button, button.dataset.lens === store.session.scenario.lens); };
}

const capital = (/** @type {string} */ name) => name[0].toUpperCase() + name.slice(1);
