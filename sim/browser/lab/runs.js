// The runs that are shown: of the settings, of the balanced adult, of the state before, of the other account.

import { simulate } from "../run.js";
import { LENSES } from "../tables.js";
import { say } from "../words/messages.js";
import { sameSettings } from "../words/verdict.js";
import { USUAL, balancedOf, throughLens } from "./rules.js";
import { Showing } from "./showing.js";

/** @import { Run, Scenario } from "../run.js" */

/** How many times a run has. */
const SAMPLES = 121;

export class Runs extends Showing {
  run = solved(USUAL);
  /** The balanced adult in the same world. */
  balanced = this.run;
  /** @type {Run | null} as it was before the last gesture */
  ghost = null;
  /** @type {{of: Run, run: Run | null} | null} */
  #other = null;

  /** @type {Run | null} the same settings in the other account, where that has a run */
  get other() {
    if (this.#other?.of !== this.run) {
      const { scenario } = this.run;
      const lens = /** @type {Scenario["lens"]} */ (Object.keys(LENSES).find((name) => name !== scenario.lens));
      this.#other = { of: this.run, run: runOf(throughLens(scenario, lens)) };
    }
    return this.#other.run;
  }

  /** Let the state before the last gesture go. */
  forget() {
    this.ghost = null;
    this.touch();
  }

  /**
   * Show the run of other settings.
   *
   * @type {(scenario: Scenario, opens: boolean) => void} `opens`: whether what was shown is now what was before
   * @throws {RangeError} one sentence, where the model has no run; what is shown stays
   */
  showRun(scenario, opens) {
    const before = this.run;
    const run = solved(scenario);
    const usual = balancedOf(scenario);
    this.balanced = sameSettings(this.balanced.scenario, usual) ? this.balanced : solved(usual);
    this.run = run;
    this.showEnd(scenario.years);
    // More or fewer years of the same are no other state: what was before stays so.
    const same = sameSettings({ ...scenario, years: 0 }, { ...before.scenario, years: 0 });
    this.ghost = opens && !same ? before : this.ghost;
    if (this.ghost && this.ghost.scenario.years !== this.years) this.showBefore(this.ghost.scenario);
  }

  /** @type {(scenario: Scenario | null) => void} over the years that are shown, so that both lines end together */
  showBefore(scenario) {
    this.ghost = scenario && runOf({ ...scenario, years: this.years });
  }
}

/**
 * @type {(scenario: Scenario) => Run}
 * @throws {RangeError} one sentence, where the model has no run
 */
function solved(scenario) {
  try {
    return simulate(scenario, SAMPLES);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(say("unsolvable")) : error;
  }
}

/** @type {(scenario: Scenario) => Run | null} nothing where the model has no run */
export function runOf(scenario) {
  try {
    return solved(scenario);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
