// The scene as it stands, as a picture that needs no style sheet and no page.

const LOOK = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap",
  "opacity", "paint-order", "font-family", "font-weight", "font-size", "text-anchor"];
const ONLY_LIVE = ["class", "tabindex", "role", "aria-label", "display"];
const NOTICE_HEIGHT = 28;

/** @type {(value: string) => string} `color(srgb r g b / a)`, which few programs know, as rgb() */
const plainColour = (value) => value.replace(/color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)[^)]*\)/g, (_, ...parts) =>
  `rgb(${parts.slice(0, 3).map((part) => Math.round(255 * Number(part))).join(", ")})`);

/** @type {(live: Element, copy: Element) => void} */
function inline(live, copy) {
  const style = getComputedStyle(live);
  const pieces = [...live.children].map((child, i) => /** @type {const} */ ([child, copy.children[i]]));
  for (const [child, twin] of pieces) {
    const hidden = getComputedStyle(child).display === "none" && !child.closest("defs, clipPath, pattern");
    if (hidden || child.classList.contains("hit")) twin.remove();
    else inline(child, twin);
  }
  if (live.matches("svg, g, defs, clipPath, pattern")) return;
  for (const name of LOOK) {
    const value = style.getPropertyValue(name);
    if (value) copy.setAttribute(name, plainColour(value));
  }
}

/**
 * Return a drawing as the text of an SVG file, with a notice below it.
 *
 * @param {SVGSVGElement} svg
 * @param {{width: number, height: number, font: number}} size  in the units of the drawing
 * @param {string} notice
 */
export function svgText(svg, { width, height, font }, notice) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  inline(svg, copy);
  for (const node of [copy, ...copy.querySelectorAll("*")]) for (const name of ONLY_LIVE) node.removeAttribute(name);
  const style = getComputedStyle(svg);
  const [paper, ink] = ["--paper", "--ink"].map((name) => plainColour(style.getPropertyValue(name).trim()));
  const all = height + NOTICE_HEIGHT;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("viewBox", `0 0 ${width} ${all}`);
  copy.setAttribute("width", String(Math.round(width)));
  copy.setAttribute("height", String(Math.round(all)));
  copy.removeAttribute("style");
  const make = (/** @type {string} */ tag, /** @type {Record<string, string | number>} */ attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
    return node;
  };
  copy.prepend(make("rect", { width: "100%", height: "100%", fill: paper }));
  const line = make("text", {
    x: 12, y: height + 18, fill: ink, "font-size": font, "font-weight": 700, "font-family": style.fontFamily,
  });
  line.textContent = notice;
  copy.append(line);
  return new XMLSerializer().serializeToString(copy);
}
