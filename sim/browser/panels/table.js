// A table with a button that copies it, as a spreadsheet takes it.

import { add } from "../elements.js";
import { say } from "../words/messages.js";

/** @typedef {{caption?: string, columns: string[], rows: string[][]}} Table */

/**
 * Create a table whose rows can be changed.
 *
 * @param {Element} host
 * @param {string} name  what it is called where it is read out
 * @returns {(table: Table) => void} writes its columns and rows
 */
export function createTable(host, name) {
  const box = add(host, "div", { class: "table-box", tabindex: 0, role: "region", "aria-label": name });
  const table = add(box, "table");
  const [head, body] = [add(add(table, "thead"), "tr"), add(table, "tbody")];
  const button = add(host, "button", { type: "button", class: "copy", "data-copy": "" });
  const told = add(host, "span", { class: "copy-told", role: "status" });
  button.textContent = say("panel-copy");
  let text = "";
  button.addEventListener("click", async () => {
    const copied = await copy(text, host);
    told.textContent = say(copied ? "panel-copied" : "panel-copy-refused");
    if (!copied) getSelection()?.selectAllChildren(table);
  });
  return ({ columns, rows }) => {
    text = [columns, ...rows].map((row) => row.map(forSpreadsheet).join("\t")).join("\n");
    head.replaceChildren(...columns.map((column) => cell("th", column, "col")));
    body.replaceChildren(...rows.map(([first, ...others]) => {
      const row = document.createElement("tr");
      row.append(cell("th", first, "row"), ...others.map((value) => cell("td", value)));
      return row;
    }));
  };
}

/** @type {(tag: "th" | "td", content: string, scope?: string) => HTMLElement} */
function cell(tag, content, scope) {
  const node = document.createElement(tag);
  node.textContent = content;
  if (scope) node.setAttribute("scope", scope);
  return node;
}

/** @type {(cell: string) => string} with a minus that programs read, and no commas between thousands */
const forSpreadsheet = (cell) => cell.replaceAll("\u2212", "-").replace(/(\d),(?=\d{3})/g, "$1");

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
