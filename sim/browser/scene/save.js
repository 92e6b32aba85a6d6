// The scene as it stands, as a picture that needs no style sheet and no page.

const LOOK = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap",
  "opacity", "paint-order", "font-family", "font-weight", "font-size", "text-anchor"];
const ONLY_LIVE = /^(class|tabindex|role|display|aria-.*)$/;
const LETTER = 0.5; // of the size of a font: how wide its letters run, with room to spare
const LINE = 1.3;

/** @type {(text: string, most: number) => string[]} lines of so many letters at most */
export function wrapped(text, most) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = `${lines[lines.length - 1]} ${word}`.trim();
    if (longer.length > most) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

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
 * Return a drawing as the text of an SVG file, with words below it, the first of them bold.
 *
 * @param {SVGSVGElement} svg
 * @param {{width: number, height: number, font: number}} size  in the units of the drawing
 * @param {string[]} words
 */
export function svgText(svg, { width, height, font }, words) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  inline(svg, copy);
  for (const node of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of node.getAttributeNames()) if (ONLY_LIVE.test(name)) node.removeAttribute(name);
  }
  const style = getComputedStyle(svg);
  const [paper, ink] = ["--paper", "--ink"].map((name) => plainColour(style.getPropertyValue(name).trim()));
  const lines = words.flatMap((text, i) =>
    wrapped(text, (width - 24) / (LETTER * font)).map((line) => ({ line, weight: i ? 400 : 700 })));
  const all = height + (lines.length + 0.5) * LINE * font;
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
  lines.forEach(({ line, weight }, i) => {
    const look = { fill: ink, "font-size": font, "font-weight": weight, "font-family": style.fontFamily };
    const text = make("text", { x: 12, y: height + (i + 1) * LINE * font, ...look });
    text.textContent = line;
    copy.append(text);
  });
  return new XMLSerializer().serializeToString(copy);
}
