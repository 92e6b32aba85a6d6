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
  const { card, close, ...texts } = buildCard(host);
  /** @type {string | null} */
  let key = null;

  const hide = () => {
    card.hidden = true;
    key = null;
  };
  const dismiss = () => {
    if (key === null) return;
    onClose(key);
    hide();
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || key === null) return;
    event.stopPropagation();
    dismiss();
  };
  close.addEventListener("click", dismiss);
  host.addEventListener("keydown", onKey);

  return {
    /**
     * Open the card.
     *
     * @param {string} nextKey  of the part that it explains
     * @param {PartWords} words
     * @param {string} nowText
     * @param {string} corner  where it stands, as two words
     */
    open: (nextKey, words, nowText, corner) => {
      key = nextKey;
      card.hidden = false;
      card.dataset.corner = corner;
      card.setAttribute("aria-label", words.label);
      fill(texts, words, nowText);
      card.scrollTop = 0;
      close.focus({ preventScroll: true });
    },
    setNow: (/** @type {string} */ text) => writeNow(texts.now, text),
    close: hide,
    key: () => key,
    destroy: () => {
      close.removeEventListener("click", dismiss);
      host.removeEventListener("keydown", onKey);
    },
  };
}

/** @param {HTMLElement} host */
function buildCard(host) {
  const card = add(host, "section", { class: "diagram-card" });
  card.hidden = true;
  card.setAttribute("role", "dialog");
  const heading = add(card, "h3", { class: "diagram-card-title" });
  const close = add(card, "button", {
    type: "button", class: "diagram-card-close", "aria-label": "Close the explanation",
  });
  close.textContent = "\u00d7";
  const [now, about, evidence] = ["now", "about", "evidence"].map((part) => add(card, "p", { class: `diagram-card-${part}` }));
  return { card, close, heading, now, about, evidence };
}

/**
 * @param {Record<"heading" | "now" | "about" | "evidence", HTMLElement>} texts
 * @param {PartWords} words
 * @param {string} nowText
 */
function fill({ heading, now, about, evidence }, words, nowText) {
  heading.textContent = words.label;
  writeNow(now, nowText);
  about.textContent = words.about;
  // Food, urine and faeces claim nothing.
  evidence.hidden = !words.statement;
  evidence.textContent = words.statement ? `${words.grade}: ${words.statement}` : "";
}

/**
 * @param {HTMLElement} node
 * @param {string} text
 */
function writeNow(node, text) {
  const full = `Now: ${text}`;
  if (node.textContent !== full) node.textContent = full;
}
