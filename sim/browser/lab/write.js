// Texts and states of the elements that the Lab owns.

/** @type {WeakMap<Element, string>} */
const WRITTEN = new WeakMap();

/**
 * Give an element its text, if it has changed.
 *
 * What was written last counts, not what stands there: page translators put other words into the element, and the new
 * text takes them away again.
 *
 * @type {(element: Element, text: string) => void}
 */
export function write(element, text) {
  if (WRITTEN.get(element) === text) return;
  WRITTEN.set(element, text);
  element.textContent = text;
}

/** @type {(button: Element, pressed: boolean) => void} */
export const press = (button, pressed) => button.setAttribute("aria-pressed", String(pressed));

/** @type {(element: HTMLElement) => boolean} whether focus stands in it, also inside a shadow root */
export function holdsFocus(element) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  return element.contains(root.activeElement);
}
