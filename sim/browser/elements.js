// Small helpers for elements of HTML and SVG.

/** @typedef {Record<string, string | number>} Attributes */

/** @type {(node: Element, attributes: Attributes) => void} gives an element attributes */
export function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    // The policy of a page may forbid the attribute `style`, but not this.
    if (name === "style") /** @type {HTMLElement} */ (node).style.cssText = String(value);
    else node.setAttribute(name, String(value));
  }
}

/**
 * Create an element inside a parent.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {ParentNode} parent
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 */
export function add(parent, tag, attributes = {}) {
  const node = document.createElement(tag);
  set(node, attributes);
  parent.append(node);
  return node;
}

/**
 * Create an SVG element inside a parent.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Element} parent
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 */
export function draw(parent, tag, attributes = {}) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  set(node, attributes);
  parent.append(node);
  return node;
}

/**
 * Return what must be there, such as an element that was looked for.
 *
 * @template Thing
 * @param {Thing | null | undefined} thing
 * @returns {Thing}
 * @throws {Error} if it is missing
 */
export function must(thing) {
  if (thing === null || thing === undefined) throw new Error("A part of the live picture is missing.");
  return thing;
}
