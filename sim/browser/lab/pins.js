// Runs kept by name, to be compared with others: added, named and removed as sim/session/pins.py does it.

import { LONGEST_NAME, MOST_PINS } from "../tables.js";
import { say } from "../words/messages.js";
import { pinName, pinScenario, pinText } from "./link.js";
import { newName } from "./names.js";
import { USUAL, presetWithNutrients } from "./rules.js";

/** @import { Scenario } from "../run.js" */

/**
 * Return the pins with one more at the end; without a name it is called by its preset or its settings.
 *
 * @type {(pins: string[], scenario: Scenario, name?: string) => string[]}
 * @throws {RangeError} one sentence, if there are as many as can be, or the name is taken or cannot be used
 */
export function withPin(pins, scenario, name = "") {
  if (pins.length >= MOST_PINS) throw new RangeError(say("pins-full", { number: String(MOST_PINS + 1), most: String(MOST_PINS) }));
  const given = name.trim() ? name : suggestedName(pins, scenario);
  return [...pins, pinText(newName(given, pins.map(pinName)), scenario)];
}

/**
 * Return the pins with another name for one of them.
 *
 * @type {(pins: string[], index: number, name: string) => string[]}
 * @throws {RangeError} one sentence, if the name is taken or cannot be used
 */
export function renamed(pins, index, name) {
  const kept = newName(name, withoutPin(pins, index).map(pinName));
  return pins.map((pin, i) => (i === index ? pinText(kept, pinScenario(pin)) : pin));
}

/** @type {(pins: string[], index: number) => string[]} */
export const withoutPin = (pins, index) => pins.filter((_, i) => i !== index);

/** @type {(pins: string[], scenario: Scenario) => string} the account stands in it if it is not the usual one */
export function suggestedName(pins, scenario) {
  const { calcium, vitamin_d, vitamin_k2, lens } = scenario;
  const base = presetWithNutrients(scenario) ?? [calcium, vitamin_d, vitamin_k2].join("/");
  const ending = lens === USUAL.lens ? "" : `, ${lens}`;
  const endings = [ending, ...Array.from({ length: MOST_PINS }, (_, i) => `${ending} ${i + 2}`)];
  const names = endings.map((each) => base.slice(0, LONGEST_NAME - each.length) + each);
  const taken = pins.map(pinName);
  return names.find((name) => !taken.includes(name)) ?? base;
}
