// The card that answers a press on a part: what it is, its number now, how well it is known, one sentence.

import { add } from "../elements.js";
import { write } from "../lab/write.js";
import { say } from "../words/messages.js";
import { explanation } from "../words/sentences.js";
import { oncePerFrame } from "./frames.js";
import { place } from "./place.js";

/** @import { Store } from "../lab/store.js" */

/** What may be used while a card is open: its number follows. */
const SETTINGS = "input, button.minus, button.plus, button.play, .bar";

/** @type {WeakMap<Element, () => void>} closes the card of a root or of a dialog in it */
const open = new WeakMap();

/**
 * Show the card of a part beside it, never over it.
 *
 * @param {string} key  one of PARTS
 * @param {Element} element  what was pressed
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function showPart(key, element, root, store) {
  const home = element.closest("dialog") ?? root; // a modal dialog lies over everything else
  open.get(home)?.();
  const card = add(home, "dialog", { class: "card", "data-card": key, open: "" }); // show() would scroll to it
  const button = add(card, "button", { type: "button", class: "card-close", "aria-label": say("close") });
  button.textContent = "\u00d7";
  const update = fill(card, key, store);
  const off = store.on(oncePerFrame(update));

  const close = () => {
    off();
    stop.abort();
    open.delete(home);
    card.remove();
  };
  const pressed = () => (element.isConnected ? element : partOf(home, key, element));
  const dismiss = () => {
    close();
    const part = pressed();
    if (part instanceof SVGElement || part instanceof HTMLElement) part.focus({ preventScroll: true });
  };
  const stop = new AbortController();
  open.set(home, close);
  button.addEventListener("click", dismiss);
  closeWhen(home, card, { close, dismiss, signal: stop.signal });
  const arrange = () => place(card, pressed().getBoundingClientRect(), home.getBoundingClientRect());
  arrange();
  button.focus({ preventScroll: true });
  // For another window the drawing is made anew, in the frame after its room has changed.
  const sizes = new ResizeObserver(() => requestAnimationFrame(() => requestAnimationFrame(() => card.isConnected && arrange())));
  sizes.observe(home);
  stop.signal.addEventListener("abort", () => sizes.disconnect());
}

/** @type {(home: Element, key: string, otherwise: Element) => Element} a part that was drawn anew */
const partOf = (home, key, otherwise) => home.querySelector(`[data-part="${key}"]`) ?? otherwise;

/** @type {(card: HTMLElement, key: string, store: Store) => () => void} */
function fill(card, key, store) {
  const heading = add(card, card.closest(".panel") ? "h3" : "h2"); // below the heading of what it lies over
  const [now, sentence, evidence] = ["now", "sentence", "evidence"].map((part) => add(card, "p", { class: `card-${part}` }));
  const update = () => {
    const said = explanation(key, store);
    card.setAttribute("aria-label", said.title);
    write(heading, said.title);
    write(now, said.now);
    write(sentence, said.sentence);
    write(evidence, `${said.grade}: ${said.statement}`);
    evidence.hidden = !said.statement; // food, urine and faeces claim nothing
  };
  update();
  return update;
}

/**
 * @param {HTMLElement} home
 * @param {HTMLElement} card
 * @param {{close: () => void, dismiss: () => void, signal: AbortSignal}} how
 */
function closeWhen(home, card, { close, dismiss, signal }) {
  home.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Element && !card.contains(target) && !target.closest(SETTINGS)) close();
  }, { signal });
  home.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // or the dialog around it would close as well
    event.stopPropagation();
    dismiss();
  }, { signal, capture: true });
}
