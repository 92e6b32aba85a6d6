// What a host has to say over its page: what a link held that was not taken, and that the server has gone.

import { add } from "../elements.js";
import { say } from "../words/messages.js";

/**
 * Create the place for it.
 *
 * @param {HTMLElement} root
 */
export function createNotes(root) {
  const place = add(root, "div", { class: "host-notes", role: "status" });
  /** @type {Map<string, string[]>} */
  const said = new Map();
  const show = () => {
    place.replaceChildren();
    for (const [about, texts] of said) {
      if (!texts.length) continue;
      const note = add(place, "div", { class: "host-note" });
      const words = add(note, "div");
      for (const text of texts) add(words, "p").textContent = text;
      const close = add(note, "button", { type: "button", "aria-label": say("close-note") });
      close.textContent = "\u00d7";
      close.addEventListener("click", () => place.removeChild(note));
      note.dataset.about = about;
    }
  };
  return {
    /** @type {(about: string, texts: string[]) => void} says something about one matter, or nothing more */
    say: (about, texts) => {
      if (String(said.get(about) ?? []) === String(texts)) return;
      said.set(about, texts);
      show();
    },
  };
}
