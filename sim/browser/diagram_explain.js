// The card that explains one part of the diagram: what it is, its number now, how well it is known.

import { add } from "./elements.js";

/** @import { PartWords } from "./types.d.ts" */

/**
 * Create the explanation card.
 *
 * @param {HTMLElement} host
 * @param {(key: string) => void} onClose  called when the reader closes the card of that part
 */
export function createCard(host, onClose) {
  const card = add(host, "section", { class: "diagram-card", role: "dialog", hidden: "" });
  const heading = add(card, "h3", { class: "diagram-card-title" });
  const button = add(card, "button", {
    type: "button", class: "diagram-card-close", "aria-label": "Close the explanation",
  });
  button.textContent = "\u00d7";
  const [now, about, evidence] = ["now", "about", "evidence"].map((part) => add(card, "p", { class: `diagram-card-${part}` }));
  /** @type {string | null} */
  let key = null;

  const close = () => {
    card.hidden = true;
    key = null;
  };
  const dismiss = () => {
    if (key !== null) onClose(key);
    close();
  };
  const setNow = (/** @type {string} */ text) => { now.textContent = `Now: ${text}`; };
  button.addEventListener("click", dismiss);
  host.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || key === null) return;
    event.stopPropagation();
    dismiss();
  });

  return {
    /** @type {(part: string, words: PartWords, nowText: string, corner: string) => void} the corner in two words */
    open: (part, words, nowText, corner) => {
      key = part;
      card.hidden = false;
      card.dataset.corner = corner;
      card.setAttribute("aria-label", words.label);
      heading.textContent = words.label;
      setNow(nowText);
      about.textContent = words.about;
      evidence.hidden = !words.statement; // food, urine and faeces claim nothing
      evidence.textContent = `${words.grade}: ${words.statement}`;
      card.scrollTop = 0;
      button.focus({ preventScroll: true });
    },
    setNow,
    close,
    key: () => key,
  };
}
