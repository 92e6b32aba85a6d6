// Colours: the palette of the page's theme, as CSS custom properties that paper and diagram are drawn with.

/** @import { Words } from "./types.d.ts" */

/** Matches while the page is printed; paper is white. */
export const PAPER = "print";

/**
 * Put the palette on an element that fits the page's background, or that of a page shown by a projector.
 *
 * @type {(element: HTMLElement, themes: Words["themes"], projected: boolean) => void}
 */
export function applyTheme(element, themes, projected) {
  const background = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const dark = isDark(background) && !matchMedia(PAPER).matches;
  const name = `${projected ? "projector " : ""}${dark ? "dark" : "light"}`;
  if (element.dataset.theme === name) return;
  element.dataset.theme = name;
  for (const [key, colour] of Object.entries(themes[name])) element.style.setProperty(`--${key}`, colour);
}

/** @type {(colour: string) => boolean} */
function isDark(colour) {
  const digits = /^#([0-9a-f]{6})/i.exec(colour)?.[1];
  if (!digits) return matchMedia("(prefers-color-scheme: dark)").matches;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
