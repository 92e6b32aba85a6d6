// Small helpers for elements of HTML.

/**
 * Create an element inside a parent.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {ParentNode} parent
 * @param {Tag} tag
 * @param {Record<string, string | number>} [attributes]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function add(parent, tag, attributes = {}) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  parent.append(node);
  return node;
}

/**
 * Return what must be there.
 *
 * @template Thing
 * @param {Thing | null | undefined} thing  such as an element that was looked for
 * @returns {Thing}
 * @throws {Error} if it is missing
 */
export function must(thing) {
  if (thing === null || thing === undefined) throw new Error("A part of the live picture is missing.");
  return thing;
}
