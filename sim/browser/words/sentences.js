// The sentences about a run, chosen as sim/text/sentences.py chooses them.

import { end } from "../quantities.js";
import {
  BLOOD_NORMAL, CONTROLS, EXPERIMENTS, HIGH_VITAMIN_D, K_FORMS, LENSES, MODEL_VERSION, NOTABLE, NUTRIENTS, QUANTITIES,
} from "../tables.js";
import { say } from "./messages.js";
import { number, plain, told } from "./numbers.js";
import {
  absorbed, arteriesGain, blocked, boneChange, isBlocked, notableBoneChange, sameSettings, showsBoth, showsParadox, verdict,
} from "./verdict.js";

export { explanation } from "./explanations.js";
export { liveSentence } from "./live_sentence.js";

/** @import { Run, Scenario } from "../run.js" */

/** @type {(years: number) => { count: number, years: string }} what a message needs that names a duration */
export const lasting = (years) => ({ count: years, years: number(years) });
export const yearsText = (/** @type {number} */ years) => say("years", lasting(years));

/** @type {(name: keyof typeof CONTROLS, scenario: Scenario) => string} what a slider is called: K after its form */
export const label = (name, scenario) => (name === "vitamin_k2" ? K_FORMS[scenario.k_form].nutrient : CONTROLS[name].label);

/** @type {(name: keyof typeof CONTROLS, scenario: Scenario) => string} a setting with its unit */
export const withUnit = (name, scenario) => `${number(scenario[name])} ${CONTROLS[name].unit}`;

/** @type {(scenario: Scenario) => string} */
export function settingsLine(scenario) {
  const names = /** @type {(keyof typeof CONTROLS)[]} */ (NUTRIENTS);
  const nutrients = names.map((name) => `${label(name, scenario)} ${withUnit(name, scenario)}`).join(", ");
  return say("settings-line", { nutrients, ...lasting(scenario.years) });
}

/** @type {(scenario: Pick<Scenario, "parameters">) => string} the experiments that a scenario repeats, or nothing */
export function experimentOf({ parameters }) {
  const done = JSON.stringify(blocked(parameters));
  const experiments = Object.entries(EXPERIMENTS).filter(([, each]) => JSON.stringify(blocked(each.parameters)) === done);
  return experiments.map(([name]) => name).join(" or ");
}

/** @type {(scenario: Scenario) => string} the parameters that differ and what experiment that repeats, or nothing */
export function changedLine({ parameters }) {
  const changed = Object.keys(parameters).sort().map((name) => `${name} = ${number(parameters[name])}`).join(", ");
  const experiment = experimentOf({ parameters });
  return changed && say("changed-line", { changed, experiment, experiments: experiment ? "some" : "none" });
}

/** @type {(scenario: Scenario) => string} what made a file: program, model version, and whose account it gives */
export const madeWith = ({ lens }) => say("made-with", { version: MODEL_VERSION, account: LENSES[lens].phrase });

/** @type {(scenario: Scenario) => string} the line that every file carries: what made it, from which settings */
export function provenance(scenario) {
  return [madeWith(scenario), settingsLine(scenario), changedLine(scenario)].filter(Boolean).join(" ");
}

/** @type {(run: Run, balanced: Run) => string} what a run shows, for a class, and what has to be said beside it */
export function headline(run, balanced) {
  const { opening } = LENSES[run.scenario.lens];
  const meaning = meaningOf(run, balanced);
  return [say("headline", { opening, meaning, ...ends(run), ...lasting(run.scenario.years) }), ...remarks(run)].join(" ");
}

/** @type {(run: Run) => string[]} of blood, of much vitamin D, of arteries that lose calcium, where it holds */
function remarks(run) {
  const said = [];
  const limit = number(HIGH_VITAMIN_D);
  const { vitamin_d: vitaminD, lens } = run.scenario;
  const [low, high] = BLOOD_NORMAL;
  const blood = end("blood_calcium", run);
  if (blood < low || blood > high) said.push(say("blood-outside", { blood: told("blood_calcium", blood), ...usualBlood() }));
  if (vitaminD > HIGH_VITAMIN_D) said.push(say("harms-of-vitamin-d", { limit }));
  if (lens === "trials" && vitaminD >= HIGH_VITAMIN_D) said.push(say("lower-density", { limit }));
  if (arteriesGain(run) < 0) said.push(say("rats-only"));
  return said;
}

/** @type {() => Record<string, string>} what a message needs that names the usual range of calcium in blood */
export function usualBlood() {
  const [low, high] = BLOOD_NORMAL.map(number);
  return { low, high, unit: QUANTITIES.blood_calcium.unit };
}

/** @type {(run: Run, other: Run) => string} what the other account says of the same settings */
export function contrast(run, other) {
  const gains = [arteriesGain(run), arteriesGain(other)];
  const notable = Math.abs(boneChange(run) - boneChange(other)) >= notableBoneChange(run.scenario.years)
    || Math.abs(gains[0] - gains[1]) > (NOTABLE.artery - 1) * Math.min(...gains.map(Math.abs));
  return say("contrast", { speaks: LENSES[other.scenario.lens].speaks, manner: notable ? "other" : "same", ...ends(other) });
}

/** @type {(members: number, share: number) => string} how often the paradox survives in an ensemble of plausible models */
export function certainty(members, share) {
  const percent = 100 * share;
  const shown = percent > 0 && percent < 1 ? "least" : percent > 99 && percent < 100 ? "most" : "some";
  return say("certainty", { share: shown, percent: plain(percent), members: number(members) });
}

/** @type {(run: Run) => Record<string, string>} what a message needs that tells the ends of a run */
export const ends = (run) => endsOf(end("bone_change", run), end("arteries_times", run));

/** @type {(bone: number, times: number) => Record<string, string>} the same of ends that are known */
export const endsOf = (bone, times) => ({
  bone: QUANTITIES.bone_change.short,
  bone_end: told("bone_change", bone),
  arteries: QUANTITIES.arteries_times.short,
  arteries_end: told("arteries_times", times),
});

/** @type {(run: Run, balanced: Run) => string} how the two ends compare with the start and the balanced run */
function meaningOf(run, balanced) {
  if (sameSettings(run.scenario, balanced.scenario)) return say("meaning-balanced");
  if (showsParadox(run, balanced)) return say("meaning-paradox");
  if (showsBoth(run, balanced)) {
    return say("meaning-both", { why: isBlocked(run.scenario) ? "blocked" : "k2", absorbed: absorbed(run, balanced) });
  }
  const [bone, arteries] = verdict(run, balanced);
  const joined = (bone === "falls") !== (arteries === "harden") ? "but" : "and";
  return say("meaning-other", { bone, arteries, joined });
}
