// What a part of the picture says when it is pressed: its name, its number now, how well it is known, one sentence.

import { at, read } from "../quantities.js";
import { PARTS } from "../tables.js";
import { say } from "./messages.js";
import { digits, flowNumber, plain, signed, told } from "./numbers.js";
import { guardWord, wallWord } from "./picture.js";

/** @import { Run } from "../run.js" */
/** @typedef {(name: string) => number} Value  of a quantity in the year that is shown */
/** @typedef {{ title: string, now: string, grade: string, statement: string, sentence: string }} Explanation */

/** @type {Record<string, { label: string, about: string, grade: string, statement: string }>} */
const ROWS = PARTS;

/**
 * Return what a part says of itself in the year that is shown.
 *
 * @param {string} part  one of PARTS
 * @param {{ run: Run, year: number }} shown
 * @returns {Explanation}
 */
export function explanation(part, { run, year }) {
  const value = (/** @type {string} */ name) => at(read(name, run), year, run.scenario.years);
  const { label, about, grade, statement } = ROWS[part];
  return { title: label, now: NOW[part]?.(value, run) ?? flow(value, part), grade, statement, sentence: about };
}

const percent = (/** @type {number} */ share) => `${plain(100 * share)} %`;

/** @type {(value: Value, name: string) => string} */
const flow = (value, name) => say("now-flow", { flow: flowNumber(value(name)) });

/** @type {(value: Value, ...names: string[]) => string} */
const lost = (value, ...names) =>
  say("now-lost", { flow: flowNumber(names.reduce((sum, name) => sum + value(name), 0)) });

/** @type {(value: Value, name: string) => string} */
const active = (value, name) =>
  say("now-active", { share: told(name, value(name)), guards: guardWord(value(name) / 100) });

/** @type {Record<string, (value: Value, run: Run) => string>} the number of each part but the fluxes */
const NOW = {
  diet: (value) => say("now-eaten", { flow: flowNumber(value("intake")) }),
  gut: (value) => say("now-absorbed", { absorbed: flowNumber(value("absorption")), eaten: flowNumber(value("intake")) }),
  blood: (value) => told("blood_calcium", value("blood_calcium")),
  bone: (value) => say("now-net", {
    change: told("bone_change", value("bone_change")),
    net: signed(value("bone_formation") - value("bone_resorption"), 1),
  }),
  arteries: (value) => say("now-amount", {
    amount: told("arteries", value("arteries")), times: told("arteries_times", value("arteries_times")),
  }),
  urine: (value) => lost(value, "urinary_excretion"),
  faeces: (value) => lost(value, "unabsorbed_loss", "endogenous_faecal_loss"),
  vitamin_d: (value) => say("now-open", { share: percent(value("vitamin_d_gate")) }),
  osteocalcin: (_, { constants }) => say("now-formation", { share: percent(constants.osteocalcin_effect) }),
  mgp: (_, { constants }) => say("now-deposition", { share: percent(constants.mgp_effect) }),
  osteocalcin_activation: (value) => active(value, "osteocalcin_activation"),
  mgp_activation: (value) => active(value, "mgp_activation"),
  bone_change: (value) => say("now-start", { value: told("bone_change", value("bone_change")) }),
  arteries_times: (value) => say("now-times", { times: told("arteries_times", value("arteries_times")) }),
  day_bone: (value) => say("now-flow", {
    flow: digits("day_bone", value("bone_formation") - value("bone_resorption")),
  }),
  stiffness: (value) => wallWord(value("arteries_times")),
};
