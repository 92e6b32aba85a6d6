// A table with a button that copies it, as a spreadsheet takes it.

import { add } from "../elements.js";
import { say } from "../words/messages.js";
import { createCopy } from "./copy.js";

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
  let text = "";
  createCopy(host, say("panel-copy"), () => text, () => getSelection()?.selectAllChildren(table));
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
