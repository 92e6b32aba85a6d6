// Runs of the settings, with an error that readers understand.

import { simulate } from "../run.js";
import { say } from "../words/messages.js";

/** @import { Run, Scenario } from "../run.js" */

/** How many times a run has. */
const SAMPLES = 121;

/**
 * @type {(scenario: Scenario) => Run}
 * @throws {RangeError} one sentence, where the model has no run
 */
export function solved(scenario) {
  try {
    return simulate(scenario, SAMPLES);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(say("unsolvable")) : error;
  }
}

/** @type {(scenario: Scenario) => Run | null} */
export function runOf(scenario) {
  try {
    return solved(scenario);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
