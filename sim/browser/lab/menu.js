// The one menu: everything that is not on the first screen, in words.

import { add } from "../elements.js";
import { PAGES } from "../tables.js";
import { contrast } from "../words/sentences.js";
import { say } from "../words/messages.js";
import { createAccounts, createPresets } from "./choices.js";
import { queryOf } from "./link.js";
import { gapItem, keepItems, lookItems, pageItems, settingItems, viewItems } from "./menu_items.js";
import { press, write } from "./write.js";

/** @import { Keys } from "./keys.js" */
/** @import { Actions, Item } from "./menu_items.js" */
/** @import { Host, Store } from "./store.js" */

export class Menu {
  /** @type {(() => void)[]} */
  #syncs = [];

  /**
   * @param {HTMLElement} parent
   * @param {{store: Store, host: Host, keys: Keys, actions: Actions, mode: "lab" | "bar", end: AbortSignal}} parts
   */
  constructor(parent, { store, host, keys, actions, mode, end }) {
    this.box = add(parent, "details", { class: "menu" });
    this.summary = add(this.box, "summary", { class: "pill" });
    this.sheet = add(this.box, "div", { class: "sheet" });
    this.store = store;
    this.how = { host, keys, actions, inLab: mode === "lab" };
    write(this.summary, say("menu"));
    this.#listen(end);
  }

  /** Bring what is seen to the store's state. */
  sync() {
    for (const sync of this.#syncs) sync();
  }

  close() {
    this.box.open = false;
    this.#syncs = [];
    this.sheet.replaceChildren();
  }

  /** What the menu holds is there only while it is open. */
  #fill() {
    if (this.sheet.hasChildNodes()) return;
    const { store, how: { host, keys, actions, inLab } } = this;
    this.parts = add(this.sheet, "div", { class: "parts" });
    const settings = this.#addPart("settings");
    this.#syncs.push(createPresets(settings, store));
    this.#addItems(settings, settingItems(store, inLab));
    const account = this.#addPart("account");
    this.#syncs.push(createAccounts(account, store));
    this.#addContrast(account);
    this.#addItems(account, inLab ? [gapItem(store)] : []);
    this.#addItems(this.#addPart("look"), lookItems(actions));
    this.#addItems(this.#addPart("keep"), keepItems(host, store, actions));
    this.#addItems(this.#addPart("view"), viewItems(store, keys, actions, inLab));
    const pages = pageItems(host, store, actions);
    if (host.go) this.#addPages(this.#addPart("pages"), host.go);
    else if (pages.length) this.#addItems(this.#addPart("pages"), pages);
    this.#place();
    this.sync();
  }

  /** Unfold to where there is room: up where the bar lies at the foot of its page. */
  #place() {
    const { top, bottom } = this.summary.getBoundingClientRect();
    const up = top > innerHeight - bottom;
    this.box.dataset.up = up ? "yes" : "no";
    this.sheet.style.setProperty("--room", `${up ? top : innerHeight - bottom}px`);
  }

  /** @type {(name: string) => HTMLElement} */
  #addPart(name) {
    const part = add(/** @type {HTMLElement} */ (this.parts), "section", { class: `part-${name}` });
    write(add(part, "h2"), say(`menu-part-${name}`));
    return part;
  }

  /** @type {(part: HTMLElement, items: Item[]) => void} */
  #addItems(part, items) {
    for (const { name, run, pressed, able = () => true, shown = true, stays = false } of items) {
      if (!shown) continue;
      const button = add(part, "button", { type: "button", "data-do": name });
      write(button, say(`menu-${name}`));
      if (stays) button.dataset.stays = "yes";
      // What cannot be done now keeps its place for the keyboard.
      button.addEventListener("click", () => { if (able()) run(); });
      this.#syncs.push(() => {
        if (pressed) press(button, pressed());
        button.setAttribute("aria-disabled", String(!able()));
      });
    }
  }

  /** @type {(part: HTMLElement) => void} the other account's sentence unfolds in its place: it is no second headline */
  #addContrast(part) {
    const button = add(part, "button", { type: "button", "data-do": "contrast", "data-stays": "yes", "aria-expanded": "false" });
    const line = add(part, "p", { class: "contrast", hidden: "" });
    write(button, say("menu-contrast"));
    button.addEventListener("click", () => {
      line.hidden = !line.hidden;
      button.setAttribute("aria-expanded", String(!line.hidden));
      this.sync();
    });
    this.#syncs.push(() => {
      const { run, other } = this.store;
      if (!line.hidden) write(line, other ? contrast(run, other) : say("unsolvable"));
    });
  }

  /** @type {(part: HTMLElement, go: (path: string) => void) => void} links that a new tab can open too */
  #addPages(part, go) {
    for (const [i, { path, title }] of PAGES.entries()) {
      if (i === 0 && this.how.inLab) continue;
      const link = add(part, "a", { "data-page": path });
      write(link, title);
      this.#syncs.push(() => { link.href = `${i ? path : "./"}?${queryOf(this.store.session)}`; });
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.store.release();
        go(path);
      });
    }
  }

  /** @param {AbortSignal} end */
  #listen(end) {
    this.box.addEventListener("toggle", () => (this.box.open ? this.#fill() : this.close()));
    this.sheet.addEventListener("click", (event) => {
      const chosen = /** @type {Element} */ (event.target).closest("button, a");
      if (chosen && !(/** @type {HTMLElement} */ (chosen).dataset.stays)) this.close();
    });
    this.box.addEventListener("keydown", (event) => this.#pressed(event));
    document.addEventListener("pointerdown", (event) => {
      if (!event.composedPath().includes(this.box)) this.close();
    }, { signal: end });
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key === "Escape" && this.box.open) {
      event.stopPropagation();
      this.close();
      this.summary.focus();
      return;
    }
    const items = [...this.sheet.querySelectorAll("button, a")].filter((item) => item.checkVisibility());
    const at = items.indexOf(/** @type {Element} */ (event.target));
    /** @type {Record<string, number>} */
    const goals = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    const goal = goals[event.key];
    if (goal === undefined || (at < 0 && event.key !== "ArrowDown")) return;
    event.preventDefault();
    if (at < 0) {
      this.box.open = true;
      this.#fill();
    }
    const next = at < 0 ? this.sheet.querySelector("button, a") : items[(goal + items.length) % items.length];
    /** @type {HTMLElement} */ (next).focus();
  }
}
