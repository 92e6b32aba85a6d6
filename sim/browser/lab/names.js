// What a pinned run may be called: the rules of sim/session/pins.py, which have the reasons.

import { LONGEST_NAME, OWN_NAMES } from "../tables.js";
import { say } from "../words/messages.js";

const FORMULA = /(^|;)\s*[=+\-@\u2212]/;
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f|\u2800|\u3164|\uffa0/u;
const LONGEST_SHOWN = 40;

/**
 * Return a name without the spaces around it, if it can be used.
 *
 * @type {(name: string) => string}
 * @throws {RangeError} one sentence that says why it cannot
 */
export function checkedName(name) {
  const kept = name.split(/\s+/).filter(Boolean).join(" ");
  const rule = brokenRule(name, kept);
  if (!rule) return kept;
  const shown = [...name.replace(/^ +| +$/g, "")].map((sign) => (/[^ ]/.test(sign) && /[\p{C}\p{Z}]/u.test(sign) ? "\ufffd" : sign));
  const short = shown.slice(0, LONGEST_SHOWN).join("") + (shown.length > LONGEST_SHOWN ? "..." : "");
  const [own, balanced] = OWN_NAMES;
  throw new RangeError(say("name-refused", { name: short, rule, most: String(LONGEST_NAME), own, balanced }));
}

/**
 * Return a name that can be used and that no other pinned run has.
 *
 * @type {(name: string, others: string[]) => string}
 * @throws {RangeError} one sentence that says why it cannot be used
 */
export function newName(name, others) {
  const kept = checkedName(name);
  if (others.includes(kept)) throw new RangeError(say("name-taken", { name: kept }));
  return kept;
}

/** @type {(name: string, kept: string) => "signs" | "formula" | "own" | ""} */
function brokenRule(name, kept) {
  const plain = kept.normalize("NFKC");
  const letters = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  if (!kept || [...kept].length > LONGEST_NAME || kept.includes("~") || HIDDEN.test(name) || /^\p{M}/u.test(name.trim())) return "signs";
  if (FORMULA.test(plain)) return "formula";
  return OWN_NAMES.map(letters).includes(letters(plain)) ? "own" : "";
}
