// Address to session, as sim/session/link.py reads it: settings, view, pinned runs and lesson, and a notice for each
// thing that was not taken as it stood. The words of the notices are one; tests read thousands of addresses both ways.

import { GONE, LESSON_KEY, LESSON_NAME, NUTRIENTS, OLD_LESSON_KEYS, PARAMETERS, TRACKERS, VIEWS } from "../tables.js";
import { say } from "../words/messages.js";
import { SEPARATOR, pinName, pinText } from "./link.js";
import { newName } from "./names.js";
import { KNOWN, PIN_KEYS, fromQuery, goneNotices, lastOf, nameOf, shortened } from "./read_settings.js";

/** @import { Query } from "./read_settings.js" */
/** @import { Session } from "./store.js" */

/** @typedef {{session: Session, lesson: string, notices: string[]}} Link  `lesson`: the key of the one to open, if any */

const PIN_PARTS = [...NUTRIENTS, "lens", "k_form"];
const HALF_LETTER = /\p{Cs}/gu;
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Return what an address holds: what stands in it after "?" or "#".
 *
 * @type {(search: string) => Link}
 */
export function read(search) {
  return readQuery(gathered(search.replace(/^[?#]/, "").split("&").filter(Boolean).map((part) => {
    const [key, ...texts] = part.split("=");
    return pair(decoded(key), decoded(texts.join("=")));
  })));
}

/**
 * Return what can be read of a link as it was copied: one of the page, of the file, or only what stands after ? or #.
 *
 * @type {(text: string) => string}
 * @throws {RangeError} one sentence, if it is no link of the Lab
 */
export function queryIn(text) {
  const [before, ...hash] = text.trim().split("#");
  const [address, ...query] = before.split("?");
  const isOurs = (/** @type {string} */ part) => /=/.test(part) && KNOWN.has(knownKey(decoded(part.split("=")[0])));
  const found = [hash.join("#"), query.join("?"), address].find((each) => each.split("&").some(isOurs));
  if (found === undefined) throw new RangeError(say("link-refused", { text: shortened(text.trim()) }));
  return found;
}

/** @type {(given: Query) => Link} the same of all values of each key, as a saved file has them */
export function readQuery(given) {
  const { query, notices: broken } = inOrder(given);
  const [scenario, ofSettings] = fromQuery(query);
  /** @type {string[]} */
  const notices = [];
  const view = /** @type {Session["view"]} */ (nameOf("view", VIEWS, query, notices));
  const pins = pinsOf(query, notices);
  const lesson = lessonOf(query, notices);
  // What left the model is said once.
  return { session: { scenario, pins, view }, lesson, notices: [...new Set([...notices, ...broken, ...ofSettings])] };
}

/** @type {(text: string) => string} as Python does it; the browser's own way would turn half a letter into a sign */
function decoded(text) {
  return text.replaceAll("+", " ").replace(/(?:%[0-9a-f]{2})+/gi, (codes) =>
    UTF8.decode(Uint8Array.from(codes.slice(1).split("%"), (code) => Number.parseInt(code, 16))));
}

/** @type {(given: Query) => {query: Query, notices: string[]}} keys as we write them, without trackers */
function inOrder(given) {
  /** @type {[string, string][]} */
  const kept = [];
  const notices = [];
  for (const [asGiven, text] of [...given].flatMap(([key, texts]) => texts.map((each) => pair(key, each)))) {
    const key = knownKey(asGiven);
    if ([key, text].some((each) => each.search(HALF_LETTER) >= 0)) {
      const shown = shortened([key, text].map((each) => each.replace(HALF_LETTER, "\ufffd")).join("="));
      notices.push(say("link-half-letter", { text: shown }));
    } else if (!isTracker(key)) kept.push([key, text]);
  }
  return { query: gathered(kept), notices };
}

/** @type {(key: string) => string} a key of ours as we write it, and any other as it stands */
function knownKey(key) {
  const plain = key.replace(/^(amp;)+/, "");
  return KNOWN.has(plain.toLowerCase()) ? plain.toLowerCase() : plain;
}

/** @type {(key: string) => boolean} whether it is one that other programs hang on links */
const isTracker = (key) => /^(_|utm_)/i.test(key) || TRACKERS.includes(key.toLowerCase());

/** @type {(key: string, text: string) => [string, string]} */
const pair = (key, text) => [key, text];

/** @type {(pairs: [string, string][]) => Query} */
function gathered(pairs) {
  /** @type {Query} */
  const query = new Map();
  for (const [key, text] of pairs) {
    const texts = query.get(key);
    if (texts) texts.push(text);
    else query.set(key, [text]);
  }
  return query;
}

/** @type {(query: Query, notices: string[]) => string[]} a pin that cannot be read is named and left out */
function pinsOf(query, notices) {
  /** @type {string[]} */
  const pins = [];
  for (const key of PIN_KEYS.filter((each) => query.has(each))) {
    const text = String(lastOf(query, key));
    const [name, ...parts] = text.split(SEPARATOR);
    const texts = parts.splice(PIN_PARTS.length);
    const changed = texts.flatMap((each, i) => (i % 2 ? [pair(texts[i - 1], each)] : []));
    const parameters = changed.filter(([each]) => !GONE.includes(each));
    if (parts.length < PIN_PARTS.length || texts.length % 2 || !parameters.every(([each]) => Object.hasOwn(PARAMETERS, each))) {
      notices.push(say("link-pin-unread", { key, text: shortened(text) }));
      continue;
    }
    const [scenario, more] = fromQuery(gathered([...parts.map((each, i) => pair(PIN_PARTS[i], each)), ...parameters]));
    const gone = goneNotices(changed.map(([each]) => each));
    notices.push(...gone, ...more.map((notice) => `${key}: ${notice}`));
    try {
      pins.push(pinText(newName(name, pins.map(pinName)), scenario));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      notices.push(say("link-pin-refused", { key, error: error.message }));
    }
  }
  return pins;
}

/** @type {(query: Query, notices: string[]) => string} how far somebody was stands in links no more */
function lessonOf(query, notices) {
  const gone = OLD_LESSON_KEYS.filter((key) => query.has(key)).join(" and ");
  if (gone) notices.push(say("link-lesson-gone", { keys: gone }));
  const text = lastOf(query, LESSON_KEY) ?? "";
  if (!text || new RegExp(`^(?:${LESSON_NAME})$`).test(text)) return text;
  notices.push(say("link-lesson-unread", { key: LESSON_KEY, text: shortened(text) }));
  return "";
}
