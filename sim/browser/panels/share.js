// Links of what the file shows: to open in the file and in the class's page; and the field that opens either.

import { add } from "../elements.js";
import { FILE } from "../hosts/home.js";
import { queryOf } from "../lab/link.js";
import { queryIn } from "../lab/read_link.js";
import { say } from "../words/messages.js";
import { createCopy } from "./copy.js";
import { labAddress } from "./lab_address.js";

/** @import { Fill } from "./types.d.ts" */
/** @typedef {(query: string) => void} TakeQuery */

const REMEMBERED = "calcium-lab-address";
const FOR_INSTANCE = "http://192.168.1.20:8501";

/** @type {(open: TakeQuery) => Fill} `open` shows what a link holds */
export const shareWith = (open) => (room, store) => {
  const links = [linkOfFile(section(room, "file")), linkOfPage(section(room, "class"))];
  fieldForLinks(section(room, "open"), (query) => {
    open(query);
    room.closest("dialog")?.close();
  });
  return { update: () => { for (const show of links) show(queryOf(store.session)); } };
};

/** @type {(host: HTMLElement) => TakeQuery} */
function linkOfFile(host) {
  const { show } = createLink(host);
  const isServed = location.protocol.startsWith("http");
  note(host, say("share-file-holds", { where: isServed ? "anywhere" : "here" }));
  // A frame that was filled in has no address of its own.
  const address = isServed || location.protocol === "file:" ? location.href.replace(/[?#].*$/, "") : FILE;
  return (query) => show(`${address}#${query}`);
}

/** @type {(host: HTMLElement) => TakeQuery} */
function linkOfPage(host) {
  note(host, say("share-class-holds"));
  const { box, tried } = createField(host, say("share-address"), { inputmode: "url", placeholder: FOR_INSTANCE });
  const { show, line } = createLink(host);
  const link = add(line, "a", { class: "copy", target: "_blank", rel: "noopener" });
  link.textContent = say("share-there");
  let query = "";
  box.value = remembered();
  const update = () => {
    const base = tried(() => box.value.trim() && labAddress(box.value));
    line.hidden = !base;
    link.href = `${base}/?${query}`;
    show(link.href);
    return base;
  };
  box.addEventListener("change", () => {
    const base = update();
    if (base !== undefined) remember(base);
  });
  return (now) => {
    query = now;
    update();
  };
}

/** @type {(host: HTMLElement, open: TakeQuery) => void} */
function fieldForLinks(host, open) {
  const { box, tried } = createField(host, say("share-paste"));
  const button = add(host, "button", { type: "button", class: "copy" });
  button.textContent = say("share-open-do");
  note(host, say("share-open-holds"));
  const take = () => {
    const query = tried(() => queryIn(box.value));
    if (query) open(query);
  };
  button.addEventListener("click", take);
  box.addEventListener("keydown", ({ key }) => { if (key === "Enter") take(); }); // a frame may forbid forms
}

/** @type {(host: HTMLElement, name: string) => HTMLElement} */
function section(host, name) {
  const made = add(host, "section", { class: `share-${name}` });
  add(made, "h3").textContent = say(`share-${name}`);
  return made;
}

/** @type {(host: HTMLElement, text: string) => void} */
function note(host, text) {
  add(host, "p", { class: "note" }).textContent = text;
}

/** @type {(host: HTMLElement) => {line: HTMLElement, show: (link: string) => void}} a link that can be copied, also by hand */
function createLink(host) {
  const line = add(host, "div", { class: "link" });
  const box = add(line, "textarea", { readonly: "", rows: 4, spellcheck: "false", "aria-label": say("share-link") });
  createCopy(line, say("share-copy"), () => box.value, () => {
    box.focus();
    box.select();
  });
  return { line, show: (link) => { if (box.value !== link) box.value = link; } };
}

/**
 * A field of text with what is wrong with it.
 *
 * @param {HTMLElement} host
 * @param {string} name
 * @param {Record<string, string>} [attributes]
 */
function createField(host, name, attributes = {}) {
  const frame = add(host, "label", { class: "field" });
  add(frame, "span").textContent = name;
  const box = add(frame, "input", { type: "text", autocomplete: "off", spellcheck: "false", ...attributes });
  const told = add(host, "p", { class: "told", role: "alert" });
  /** @type {(read: () => string) => string | undefined} what it holds; tells why it cannot be used */
  const tried = (read) => {
    let found;
    told.textContent = "";
    try {
      found = read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      told.textContent = error.message;
    }
    box.setAttribute("aria-invalid", String(found === undefined));
    return found;
  };
  return { box, tried };
}

/** @type {() => string} the address that was typed last, where the browser keeps any */
function remembered() {
  try {
    return localStorage.getItem(REMEMBERED) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} address */
function remember(address) {
  try {
    localStorage.setItem(REMEMBERED, address);
  } catch {
    // A frame or a browser that keeps nothing: it is typed again next time.
  }
}
