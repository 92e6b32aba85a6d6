// Colours: the palette of the page's theme, as CSS custom properties that paper and diagram are drawn with.

/** Matches while the page is printed; paper is white. */
export const PAPER = "print";

/**
 * Put the palette on an element that fits the page's background.
 *
 * @param {HTMLElement} element
 * @param {Record<string, Record<string, string>>} themes  palettes by name
 * @param {boolean} projected  whether the page is shown by a projector
 */
export function applyTheme(element, themes, projected) {
  const background = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const dark = isDark(background) && !matchMedia(PAPER).matches;
  const name = `${projected ? "projector " : ""}${dark ? "dark" : "light"}`;
  if (element.dataset.theme === name) return;
  element.dataset.theme = name;
  for (const [key, colour] of Object.entries(themes[name])) element.style.setProperty(`--${key}`, colour);
}

/** @param {string} colour */
function isDark(colour) {
  const digits = /^#([0-9a-f]{6})/i.exec(colour)?.[1];
  if (!digits) return matchMedia("(prefers-color-scheme: dark)").matches;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
