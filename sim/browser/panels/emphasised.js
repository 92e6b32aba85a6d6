// A text of ours with **strong words**, as Markdown marks them.

import { add } from "../elements.js";

/** @type {(element: Element, text: string) => void} writes it; whatever else is in it stays text */
export function emphasised(element, text) {
  element.textContent = "";
  text.split("**").forEach((part, i) => {
    if (i % 2) add(element, "strong").textContent = part;
    else element.append(part);
  });
}
