// A button that copies a text; where the browser refuses, the text is left selected and the reader told which keys copy it.

import { add } from "../elements.js";
import { say } from "../words/messages.js";

/**
 * Create the button, and beside it what it has done.
 *
 * @type {(host: Element, name: string, text: () => string, select: () => void) => void} `select` marks what to copy by hand
 */
export function createCopy(host, name, text, select) {
  const button = add(host, "button", { type: "button", class: "copy", "data-copy": "" });
  const told = add(host, "span", { class: "copy-told", role: "status" });
  button.textContent = name;
  button.addEventListener("click", async () => {
    const copied = await copy(text(), host);
    told.textContent = say(copied ? "panel-copied" : "panel-copy-refused");
    if (!copied) select();
  });
}

/** @type {(text: string, host: Element) => Promise<boolean>} whether the browser let it: over plain http only the old way works */
async function copy(text, host) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = /** @type {Document | ShadowRoot} */ (host.getRootNode()).activeElement;
    const box = add(host, "textarea", { readonly: "", class: "copy-box", "aria-hidden": "true" });
    box.value = text;
    box.select();
    const copied = document.execCommand("copy");
    box.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    return copied;
  }
}
