// Keys: undo and redo anywhere, and single keys for those who want them; none fires while somebody is typing.

import { add } from "../elements.js";
import { say } from "../words/messages.js";
import { write } from "./write.js";

/** @import { Sound } from "../listening/tone.js" */
/** @import { Store } from "./store.js" */

const REMEMBERED = "calcium-lab-keys";
/** Names of the keys, each with words for what it does. */
const LIST = ["p", "s", "help", "space", "undo", "redo", "arrows", "lines", "escape"];
/** Those of them that have to do with the picture. */
const OF_PICTURE = ["s", "lines"];

export class Keys {
  /**
   * @param {HTMLElement} root
   * @param {Store} store
   * @param {AbortSignal} end
   * @param {Sound | null} sound  of the picture, where there is one
   */
  constructor(root, store, end, sound) {
    this.root = root;
    this.store = store;
    this.sound = sound;
    this.on = remembered() !== "off";
    document.addEventListener("keydown", (event) => this.#pressed(event), { signal: end });
  }

  /** @type {(on: boolean) => void} turns the single keys on or off, here and at the next visit */
  turn(on) {
    this.on = on;
    try {
      localStorage.setItem(REMEMBERED, on ? "on" : "off");
    } catch {
      // a page that may store nothing: it holds as long as the page
    }
    this.store.touch();
  }

  /** Show what the keys do. */
  show() {
    const dialog = add(this.root, "dialog", { class: "panel panel-keys", "aria-label": say("menu-keys") });
    write(add(dialog, "h2"), say("menu-keys"));
    const list = add(dialog, "dl");
    for (const name of LIST) {
      if (!this.sound && OF_PICTURE.includes(name)) continue;
      write(add(add(list, "dt"), "kbd"), say(`key-${name}`));
      write(add(list, "dd"), say(`key-${name}-does`));
    }
    const close = add(dialog, "button", { type: "button", class: "pill", autofocus: "" });
    write(close, say("close"));
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (event.defaultPrevented || event.altKey || isTyping(target) || dialogIsOpen(this.root)) return;
    const command = event.ctrlKey || event.metaKey ? this.#command(event) : this.#single(event.key, target);
    if (!command) return;
    event.preventDefault();
    command();
  }

  /** @type {(event: KeyboardEvent) => (() => void) | null} */
  #command({ key, shiftKey }) {
    const letter = key.toLowerCase();
    if (letter === "z" && !shiftKey) return () => this.store.undo();
    if (letter === "y" || (letter === "z" && shiftKey)) return () => this.store.redo();
    return null;
  }

  /** @type {(key: string, target: HTMLElement) => (() => void) | null} */
  #single(key, target) {
    const { store } = this;
    if (!this.on) return null;
    if (key === "?") return () => this.show();
    if (key.toLowerCase() === "p") return () => store.setView(store.session.view === "projector" ? "page" : "projector");
    if (key.toLowerCase() === "s" && this.sound) return () => this.sound?.press();
    // Space presses what has the focus; on the page itself it lets the years pass.
    if (key === " " && !target.closest("a, button, input, select, summary, [role=button], [tabindex]")) {
      return () => (store.playing ? store.pause() : store.play());
    }
    return null;
  }
}

/** @type {(target: HTMLElement) => boolean} */
function isTyping(target) {
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target instanceof HTMLInputElement && !["range", "checkbox", "radio", "button"].includes(target.type);
}

/** @type {(root: HTMLElement) => boolean} */
const dialogIsOpen = (root) => root.querySelector("dialog:modal") !== null;

/** @type {() => string | null} */
function remembered() {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}
