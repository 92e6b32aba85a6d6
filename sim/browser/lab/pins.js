// A run kept by name, to be compared with others: named as sim/session/pins.py names it.

import { LONGEST_NAME, MOST_PINS } from "../tables.js";
import { say } from "../words/messages.js";
import { pinName, pinText } from "./link.js";
import { USUAL, presetWithNutrients } from "./rules.js";

/** @import { Scenario } from "../run.js" */

/**
 * Return the pins with one more at the end, named by its preset or its settings.
 *
 * @type {(pins: string[], scenario: Scenario) => string[]}
 * @throws {RangeError} one sentence, if there are as many as can be
 */
export function withPin(pins, scenario) {
  if (pins.length >= MOST_PINS) throw new RangeError(say("pins-full", { number: String(MOST_PINS + 1), most: String(MOST_PINS) }));
  return [...pins, pinText(suggestedName(pins.map(pinName), scenario), scenario)];
}

/** @type {(taken: string[], scenario: Scenario) => string} the account stands in it if it is not the usual one */
function suggestedName(taken, scenario) {
  const { calcium, vitamin_d, vitamin_k2, lens } = scenario;
  const base = presetWithNutrients(scenario) ?? [calcium, vitamin_d, vitamin_k2].join("/");
  const ending = lens === USUAL.lens ? "" : `, ${lens}`;
  const endings = [ending, ...Array.from({ length: MOST_PINS }, (_, i) => `${ending} ${i + 2}`)];
  const names = endings.map((each) => base.slice(0, LONGEST_NAME - each.length) + each);
  return names.find((name) => !taken.includes(name)) ?? base;
}
