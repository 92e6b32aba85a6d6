// Many runs at once of what is uncertain, as sim/runs/many.py: the same settings in a thousand plausible models, and
// what each uncertain number does alone.

import { balancedOf } from "./lab/rules.js";
import { end, read } from "./quantities.js";
import { simulate } from "./run.js";
import { ENSEMBLE, INTERVENTIONS, K_FORMS, LENSES, UNCERTAIN } from "./tables.js";
import { showsParadox } from "./words/verdict.js";

/** @import { Scenario } from "./run.js" */
/** @typedef {[low: number, high: number]} Ends */
/** @typedef {"bone_change" | "arteries_times"} Curve */
/** @typedef {{parameter: string, values: Ends} & Record<Curve, Ends>} Swing  what one number does alone, at both its ends */

const SAMPLES = 41;
export const CURVES = /** @type {Curve[]} */ (["bone_change", "arteries_times"]);

/** @type {(scenario: Scenario) => [name: string, ends: Ends][]} of what the scenario does not set itself, as Python's */
export function plausibleRanges({ lens, k_form, parameters }) {
  const every = Object.entries(UNCERTAIN).map(([name, { plausible }]) => [name, plausible]);
  const ranges = { ...Object.fromEntries(every), ...LENSES[lens].plausible, k_potency: K_FORMS[k_form].plausible };
  return Object.entries(ranges).filter(([name, [low, high]]) => low < high && !(name in parameters));
}

/** @type {(ranges: [string, Ends][]) => Map<string, Float64Array>} the values of each parameter, in all the models */
export function lattice(ranges) {
  const { members, multiplier } = ENSEMBLE;
  let power = 1;
  return new Map(ranges.map(([name, [low, high]], j) => {
    power = j ? (power * multiplier) % members : 1;
    return [name, Float64Array.from({ length: members }, (_, i) => low + (high - low) * ((((i * power) % members) + 0.5) / members))];
  }));
}

/** The same settings in many plausible models, and the balanced adult in each of them; the models come one by one. */
export class Ensemble {
  /** How many of the models so far show the calcium paradox. */
  #paradoxes = 0;
  /** By curve, every model's values at each sample. */
  #values = Object.fromEntries(CURVES.map((name) => [name, Array.from({ length: SAMPLES }, () => new Float64Array(ENSEMBLE.members))]));

  /** @param {Scenario} scenario */
  constructor(scenario) {
    this.scenario = scenario;
    this.drawn = lattice(plausibleRanges(scenario));
  }

  /**
   * Run one model.
   *
   * @type {(member: number) => void}
   * @throws {RangeError} where it has no run
   */
  add(member) {
    const drawn = [...this.drawn].map(([name, values]) => /** @type {const} */ ([name, values[member]]));
    const within = (/** @type {Scenario} */ scenario, /** @type {typeof drawn} */ some) =>
      ({ ...scenario, parameters: { ...scenario.parameters, ...Object.fromEntries(some) } });
    const run = simulate(within(this.scenario, drawn), SAMPLES);
    const kept = drawn.filter(([name]) => !INTERVENTIONS.includes(name));
    const balanced = simulate(within(balancedOf(this.scenario), kept), 2); // only its end is looked at
    this.#paradoxes += Number(showsParadox(run, balanced));
    for (const name of CURVES) {
      /** @type {Float64Array} */ (read(name, run)).forEach((value, i) => { this.#values[name][i][member] = value; });
    }
  }

  /** The share of the models that show the calcium paradox. */
  get paradoxShare() {
    return this.#paradoxes / ENSEMBLE.members;
  }

  /** @type {(name: Curve, share: number) => [low: number[], high: number[]]} between which curves this share of them lies */
  band(name, share) {
    const sorted = this.#values[name].map((values) => values.slice().sort());
    const at = (/** @type {number} */ part) => sorted.map((values) => quantile(values, part));
    return [at((1 - share) / 2), at((1 + share) / 2)];
  }
}

/** @type {(sorted: Float64Array, part: number) => number} in proportion between neighbours */
function quantile(sorted, part) {
  const place = part * (sorted.length - 1);
  const before = Math.floor(place);
  return sorted[before] + (place - before) * (sorted[Math.min(before + 1, sorted.length - 1)] - sorted[before]);
}

/**
 * Return what one uncertain number alone does to bone and arteries at the end of a run.
 *
 * @type {(scenario: Scenario, range: [name: string, ends: Ends]) => Swing}
 * @throws {RangeError} where an end has no run
 */
export function swingOf(scenario, [parameter, values]) {
  const runs = values.map((value) => simulate({ ...scenario, parameters: { ...scenario.parameters, [parameter]: value } }, 2));
  const [bone_change, arteries_times] = CURVES.map((name) => /** @type {Ends} */ (runs.map((run) => end(name, run))));
  return { parameter, values, bone_change, arteries_times };
}

/** @type {(swings: Swing[]) => Swing[]} in the order of a tornado */
export function widestFirst(swings) {
  const width = (/** @type {Ends} */ [one, other]) => Math.abs(one - other);
  // Bone is compared with bone and arteries with arteries: their units have nothing in common.
  const widest = CURVES.map((name) => Math.max(1e-9, ...swings.map((swing) => width(swing[name]))));
  const share = (/** @type {Swing} */ swing) => Math.round(1e6 * Math.max(...CURVES.map((name, i) => width(swing[name]) / widest[i])));
  return [...swings].sort((a, b) => share(b) - share(a));
}
