// The theme that a reader has chosen for Streamlit's pages, for the Lab inside them.

/** @type {(root: HTMLElement) => void} gives the Lab in an element the light or the dark look */
export function colour(root) {
  const lab = root.querySelector(".lab");
  if (!lab) return;
  const background = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  const digits = /^#([0-9a-f]{6})/i.exec(background)?.[1];
  if (!digits) return;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16));
  lab.setAttribute("data-theme", 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? "dark" : "light");
}
