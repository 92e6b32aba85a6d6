// What the Lab needs of a browser; one that lacks it gets a sentence instead of half a page.

import { say } from "../words/messages.js";
import { write } from "./write.js";

/** @type {() => boolean} */
const enough = () =>
  typeof ResizeObserver === "function" && typeof DecompressionStream === "function" && typeof structuredClone === "function" && typeof HTMLDialogElement === "function"
  && CSS.supports("container-type", "size") && CSS.supports("color", "color-mix(in srgb, red, blue)");

/** @type {(lab: HTMLElement) => boolean} */
export function tooOld(lab) {
  if (enough()) return false;
  lab.dataset.ready = "old";
  write(lab, say("lab-old-browser"));
  return true;
}
