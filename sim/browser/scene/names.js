// What each part is called for those who hear it: its name, and its number or state now.

import { PARTS, QUANTITIES } from "../tables.js";
import { say } from "../words/messages.js";
import { digits } from "../words/numbers.js";
import { openWord } from "../words/picture.js";
import { withUnit } from "./labels.js";
import { put } from "./nodes.js";

/** @import { Look } from "./look.js" */

/** @type {(key: string) => string} */
const titleOf = (key) => /** @type {Record<string, {label?: string, title?: string}>} */ ({ ...QUANTITIES, ...PARTS })[key].label
  ?? /** @type {Record<string, {title: string}>} */ (QUANTITIES)[key].title;

/** @type {(key: string, look: Look) => string} */
function stateOf(key, { doors, awake, needed, bone, times, net, flows }) {
  if (key in doors) return openWord(doors[/** @type {keyof typeof doors} */ (key)]);
  if (key === "bone" || key === "bone_change") return withUnit("bone_change", bone);
  if (key === "arteries" || key === "arteries_times") return withUnit("arteries_times", times);
  if (key === "day_bone") return say("scene-mg-a-day", { value: digits(key, net) });
  if (key.endsWith("_activation")) {
    return say("scene-awake", { awake: awake[key === "mgp_activation" ? "mgp" : "osteocalcin"], needed });
  }
  return key in flows ? say("scene-mg-a-day", { value: digits(key, flows[key]) }) : "";
}

/** @type {(svg: SVGSVGElement, look: Look) => void} */
export function nameParts(svg, look) {
  for (const part of svg.querySelectorAll(".part")) {
    const key = part.getAttribute("data-part") ?? "";
    const title = titleOf(key);
    const state = stateOf(key, look);
    if (part.hasAttribute("data-quantity")) put(part, "aria-label", title); // a curve says itself where it is walked
    else put(part, "aria-label", withWordsSeen(part, state ? say("scene-part", { part: title, now: state }) : title));
  }
}

/** @type {(part: Element, name: string) => string} who speaks to a computer presses a part by the words seen in it */
function withWordsSeen(part, name) {
  const seen = [];
  for (const text of part.querySelectorAll("text")) {
    if (text.getAttribute("display") === "none" || !text.textContent) continue;
    if (!(text.nextSibling instanceof Text)) text.after(" "); // keeps the words of two lines apart
    seen.push(text.textContent.trim());
  }
  const words = seen.join(" ");
  return name.includes(words) ? name : `${name}. ${words}`;
}
