// What the labels of the drawing say: the words that stay, and those that follow a look.

import { say } from "../words/messages.js";
import { digits, plain, told } from "../words/numbers.js";
import { boneWord, guardWord, openWord, wallWord } from "../words/picture.js";
import { BONE_SCALE, GUARDS, LENS } from "./look.js";

/** @import { Look } from "./look.js" */
/** @import { Layout } from "./layouts.js" */

const LENS_TEXT = plain(LENS);

/** @type {(name: string, value: number) => string} what a curve shows, as the drawing writes it */
export const withUnit = (name, value) =>
  name === "arteries_times" ? told(name, value) : say("scene-percent", { value: digits(name, value) });

/** @type {Record<string, string>} the short words of doors, where there is little room */
const BRIEF = Object.fromEntries(["quarter", "third", "half", "two-thirds", "three-quarters"]
  .map((name) => [say(`door-${name}`), say(`door-${name}-short`)]));

/** @type {(layout: Layout) => Record<string, string>} the words that stay, by the place they have in a layout */
export function wordsFor({ name, brief }) {
  const size = brief ? "-short" : "";
  const drawn = say(`scene-bone-drawn${name === "board" ? "-short" : ""}`, { times: BONE_SCALE });
  return {
    bone_name: say("scene-bone-name"), artery_name: say("scene-artery-name"),
    gut: say("scene-gut"), blood: say("scene-blood"), food: say("scene-food"), not_taken_up: say("scene-not-taken-up"),
    bone_scale: drawn, bone_lost: say("scene-lost"), artery_illustration: say("scene-illustration"),
    gate: say(`scene-vitamin-d${size}`), urine: say("scene-urine"), resorption: say("scene-old-bone"),
    openers: say(`scene-openers${name === "board" ? size : ""}`), openers_name: say("scene-osteocalcin"),
    closers: say(`scene-closers${name === "board" ? size : ""}`), closers_name: say("scene-mgp"),
    lens: say("scene-lens", { times: LENS_TEXT }), lens_more: say("scene-lens-less"),
    a_day: say("a-day"),
    note: say("scene-note", { bone: BONE_SCALE, lens: LENS_TEXT }),
  };
}

/** @type {(needed: number) => string} vitamin D makes work for the guards at both doors */
const workWord = (needed) => say(`scene-work-${needed > GUARDS ? "more" : needed < GUARDS ? "less" : "usual"}`);

/**
 * Return what the labels that follow a look say: what leads, and what is written strongly.
 *
 * @type {(look: Look, years: number, layout: Layout) => Record<string, [string, string]>}
 */
export function moving({ doors, awake, needed, bone, times, net }, years, { name, brief, low }) {
  const open = (/** @type {keyof Look["doors"]} */ door) => {
    const word = openWord(doors[door]);
    return brief ? BRIEF[word] ?? word : word;
  };
  const [openers, closers] = [guardWord(awake.osteocalcin / needed), guardWord(awake.mgp / needed)];
  const [wide, tall] = [name === "wide", name === "tall"];
  const guards = (/** @type {"openers" | "closers"} */ who, /** @type {string} */ word) => {
    if (low) return `${say(`scene-${who}-short`)}, `;
    return name === "board" ? "" : `${say(wide ? "scene-door-of" : "scene-guards-of", { guards: word })} `;
  };
  return {
    bone_change: [tall ? "" : `${say("scene-bone-calcium-name")} `, withUnit("bone_change", bone)],
    arteries_times: [tall ? "" : `${say("scene-artery-calcium-name")} `, withUnit("arteries_times", times)],
    bone_state: [boneWord(bone, years), ""],
    artery_state: [wallWord(times), ""],
    gate_state: [tall ? `${say("scene-vitamin-d-short")} ` : "", open("vitamin_d")],
    gate_work: [workWord(needed), ""],
    openers_state: [guards("openers", openers), open("osteocalcin")],
    closers_awake: [say("scene-guards-of", { guards: closers }), ""],
    closers_state: [wide ? "" : guards("closers", closers), open("mgp")],
    day_bone: [`${say("scene-net-name")} `, say(`scene-mg${tall ? "" : "-a-day"}`, { value: digits("day_bone", net) })],
  };
}
