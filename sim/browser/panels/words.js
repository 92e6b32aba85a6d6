// Words and evidence for where no page can be opened: glossary, claims with their grades, notices, versions, licences.

import { add } from "../elements.js";
import { write } from "../lab/write.js";
import { CHANGES, CLAIMS, GLOSSARY, GRADES, SAFETY } from "../glossary_tables.js";
import { MODEL_VERSION } from "../tables.js";
import { say } from "../words/messages.js";
import { emphasised } from "./emphasised.js";

/** @import { Fill } from "./types.d.ts" */
/** @typedef {{item: HTMLElement, text: string}} Entry  `text`: where a word is looked for */

/** @type {(text: string) => string} without regard to capitals and to how many spaces there are */
const plain = (text) => text.split(/\s+/).filter(Boolean).join(" ").toLowerCase();

/** @type {Fill} */
export function fillWords(room) {
  emphasised(add(room, "p"), say("notice-long"));
  const label = add(room, "label", { class: "find" });
  add(label, "span").textContent = say("words-find");
  const box = add(label, "input", { type: "search", maxlength: 40, placeholder: say("words-example"), autocomplete: "off" });
  const told = add(room, "p", { class: "note", role: "status" });
  const sections = [fillGlossary(room), ...Object.entries(CLAIMS).map(([title, claims]) => fillClaims(room, title, claims))];
  fillRest(room);
  box.addEventListener("input", () => {
    const found = sections.map((show) => show(plain(box.value)));
    const count = found.reduce((sum, each) => sum + each);
    write(told, !plain(box.value) ? "" : count ? say("words-found", { count: String(count) }) : say("words-none", { typed: box.value }));
  });
  return { update: () => {} };
}

/** @type {(room: HTMLElement, title: string) => HTMLDetailsElement} */
function fold(room, title) {
  const details = add(room, "details", { class: "fold" });
  add(add(details, "summary"), "h3").textContent = title;
  return details;
}

/** @type {(host: HTMLElement, name: string) => void} a grade of GRADES */
function grade(host, name) {
  add(host, "span", { class: `grade grade-${name.replace(" ", "-")}` }).textContent = name;
}

/** @type {(details: HTMLDetailsElement, entries: Entry[], open: boolean) => (wanted: string) => number} shows those in which a text stands, says how many */
const finder = (details, entries, open) => (wanted) => {
  for (const { item, text } of entries) item.hidden = !text.includes(wanted);
  const count = entries.filter(({ item }) => !item.hidden).length;
  details.hidden = count === 0;
  details.open = wanted ? count > 0 : open;
  return count;
};

/** @type {(room: HTMLElement) => ReturnType<typeof finder>} */
function fillGlossary(room) {
  const rows = Object.entries(GLOSSARY);
  const details = fold(room, say("words-glossary", { count: String(rows.length) }));
  details.open = true;
  const list = add(details, "ul", { class: "words" });
  const entries = rows.map(([term, [aliases, meaning, graded, see]]) => {
    const item = add(list, "li");
    add(item, "b").textContent = term;
    item.append(`${aliases && ` (${aliases})`}: ${meaning} `);
    if (graded) grade(item, graded);
    if (see) item.append(` ${say("words-see", { see })}`);
    return { item, text: plain([term, aliases.replaceAll(", ", " "), meaning].join(" ")) };
  });
  return finder(details, entries, true);
}

/** @type {(room: HTMLElement, title: string, claims: string[][]) => ReturnType<typeof finder>} */
function fillClaims(room, title, claims) {
  const details = fold(room, say("words-claims", { title, count: String(claims.length) }));
  const list = add(details, "ul", { class: "words" });
  const entries = claims.map(([graded, statement, assumed, studies]) => {
    const item = add(list, "li");
    grade(item, graded);
    item.append(" ");
    add(item, "b").textContent = statement;
    add(item, "p").textContent = say("words-assumed", { assumed });
    add(item, "p", { class: "note" }).textContent = say("words-studies", { studies });
    return { item, text: plain([statement, assumed, studies].join(" ")) };
  });
  return finder(details, entries, false);
}

/** @type {(room: HTMLElement) => void} what grades mean, what to heed, how the model has changed, whose work is in it */
function fillRest(room) {
  const grades = add(fold(room, say("words-grades")), "ul", { class: "words" });
  for (const [name, meaning] of Object.entries(GRADES)) {
    const item = add(grades, "li");
    grade(item, name);
    item.append(` ${meaning}`);
  }
  const safety = add(fold(room, say("words-safety")), "ul", { class: "words" });
  for (const line of [...SAFETY, say("rats-only")]) add(safety, "li").textContent = line;
  const versions = add(fold(room, say("words-version", { version: MODEL_VERSION })), "ul", { class: "words" });
  for (const [version, [date, changed]] of Object.entries(CHANGES)) {
    const item = add(versions, "li");
    add(item, "b").textContent = version;
    item.append(`, ${date}: ${changed}`);
  }
  add(fold(room, say("words-licences")), "p").textContent = say("words-licence");
}
