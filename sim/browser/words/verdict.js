// What the words about a run mean, as sim/runs/verdict.py: when bone falls, arteries harden, and both are the paradox.

import { NOTABLE } from "../tables.js";

/** @import { Run, Scenario } from "../run.js" */

/** @type {(values: ArrayLike<number>) => number} */
export const last = (values) => values[values.length - 1];

/** @type {(years: number) => number} the change of bone from which on words speak of one [%] */
export const notableBoneChange = (years) => 1 - Math.exp(-years / NOTABLE.yearsToNewLevel);
/** @type {(run: Run) => number} bone at the end, relative to its start [%] */
export const boneChange = ({ amounts: { bone } }) => 100 * (last(bone) / bone[0] - 1);
/** @type {(run: Run) => number} artery calcium at the end beyond its start [mg] */
export const arteriesGain = ({ amounts: { arteries } }) => last(arteries) - arteries[0];

/** @type {(run: Run, balanced: Run) => boolean} */
export const showsBoth = (run, balanced) =>
  boneChange(run) <= -notableBoneChange(run.scenario.years) && hardens(run, balanced);

/** @type {(run: Run, balanced: Run) => boolean} arteries that gain nothing never harden */
export function hardens(run, balanced) {
  const gain = arteriesGain(run);
  return gain > 0 && gain >= NOTABLE.artery * arteriesGain(balanced);
}

/** @type {(run: Run, balanced: Run) => number} calcium absorbed at the end, as a multiple of the balanced adult's */
export const absorptionRatio = (run, balanced) => last(run.fluxes.absorption) / last(balanced.fluxes.absorption);

/** @type {(run: Run, balanced: Run) => boolean} both, although more calcium is absorbed than in the balanced run */
export const showsParadox = (run, balanced) =>
  showsBoth(run, balanced) && absorptionRatio(run, balanced) >= NOTABLE.absorption;

/**
 * Return how far a run is inside `showsParadox`: the smallest of three distances, each in units of its limit.
 *
 * @type {(run: Run, balanced: Run) => number}
 */
export function paradoxMargin(run, balanced) {
  const limit = notableBoneChange(run.scenario.years);
  const [gain, least] = [arteriesGain(run), NOTABLE.artery * arteriesGain(balanced)];
  const beyond = gain - Math.max(least, 0);
  const ofArteries = gain > 0 ? beyond : Math.min(beyond, -Number.EPSILON); // those that gain nothing never harden
  return Math.min(
    (-limit - boneChange(run)) / limit,
    ofArteries / (least > 0 ? least : run.amounts.arteries[0]),
    absorptionRatio(run, balanced) / NOTABLE.absorption - 1,
  );
}

/** @type {(run: Run, balanced: Run) => "less" | "enough"} whether less calcium is absorbed than in the balanced run */
export const absorbed = (run, balanced) => (absorptionRatio(run, balanced) * NOTABLE.absorption <= 1 ? "less" : "enough");

/**
 * Return where bone and arteries of a run go, the latter beside the balanced adult's, as messages choose by it.
 *
 * @type {(run: Run, balanced: Run) => [bone: "falls" | "grows" | "keeps-steady",
 *   arteries: "harden" | "gain-as-usual" | "gain-less" | "lose-calcium"]}
 */
export function verdict(run, balanced) {
  const [change, notable] = [boneChange(run), notableBoneChange(run.scenario.years)];
  const [gain, usual] = [arteriesGain(run), arteriesGain(balanced)];
  const bone = change <= -notable ? "falls" : change >= notable ? "grows" : "keeps-steady";
  if (gain < 0) return [bone, "lose-calcium"];
  if (hardens(run, balanced)) return [bone, "harden"];
  return [bone, gain * NOTABLE.artery < usual ? "gain-less" : "gain-as-usual"];
}

/** @type {(one: Scenario, other: Scenario) => boolean} */
export function sameSettings({ parameters, ...one }, { parameters: changed, ...other }) {
  const same = (/** @type {Record<string, unknown>} */ a, /** @type {Record<string, unknown>} */ b) =>
    Object.keys({ ...a, ...b }).every((name) => a[name] === b[name]);
  return same(one, other) && same(parameters, changed);
}

/** @type {(parameters: Record<string, number>) => [string, number][]} those that block a protein, by name */
export const blocked = (parameters) =>
  Object.entries(parameters).filter(([name, value]) => name.endsWith("_block") && value).sort();

/** @type {(scenario: Scenario) => boolean} whether an experiment blocks a protein */
export const isBlocked = ({ parameters }) => blocked(parameters).length > 0;

/**
 * Return a run as if it ended at its first sample that is not before a year.
 *
 * @type {(run: Run, year: number) => Run}
 */
export function until(run, year) {
  const { years } = run.scenario;
  const samples = run.amounts.bone.length - 1;
  const count = Math.ceil((year / years) * samples) + 1;
  const cut = (/** @type {Record<string, Float64Array>} */ table) =>
    Object.fromEntries(Object.entries(table).map(([name, values]) => [name, values.subarray(0, count)]));
  const scenario = { ...run.scenario, years: (years * (count - 1)) / samples };
  return { ...run, scenario, amounts: cut(run.amounts), fluxes: cut(run.fluxes) };
}
