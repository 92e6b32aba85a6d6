// Settings to address: what sim/session/link.py writes, said the same.

import { CONTROLS, LINK_VERSION } from "../tables.js";

/** @import { Scenario } from "../run.js" */
/** @import { Session } from "./store.js" */

export const SEPARATOR = "~"; // stands between the parts of a pin

/**
 * Return the address parameters of a session; pins, view and lesson only where there are any.
 *
 * @type {(session: Session, lesson?: string) => Record<string, string>}
 */
export function written({ scenario, pins, view }, lesson = "") {
  return {
    ...settingsOf(scenario), years: numberText(scenario.years), lens: scenario.lens, k_form: scenario.k_form,
    ...textsOf(scenario.parameters),
    ...(view === "page" ? {} : { view }),
    ...Object.fromEntries(pins.map((pin, i) => [`pin${i + 1}`, pin])),
    ...(lesson && { lesson }),
    link: String(LINK_VERSION),
  };
}

/**
 * The same as it stands in an address, after "?" or "#". Python leaves ~ and writes *, the browser the other way round.
 *
 * @type {(session: Session, lesson?: string) => string}
 */
export const queryOf = (session, lesson) =>
  new URLSearchParams(written(session, lesson)).toString().replaceAll("%7E", "~").replaceAll("*", "%2A");

/** @type {(name: string, scenario: Scenario) => string} a pin as a link writes it; years do not belong to it */
export function pinText(name, scenario) {
  const changed = Object.entries(textsOf(scenario.parameters)).flat();
  return [name, ...Object.values(settingsOf(scenario)), scenario.lens, scenario.k_form, ...changed].join(SEPARATOR);
}

/** @type {(pin: string) => string} */
export const pinName = (pin) => pin.split(SEPARATOR)[0];

/** @type {(pin: string, years?: number) => Scenario} its settings, over this many years */
export function pinScenario(pin, years = CONTROLS.years.default) {
  const [, calcium, vitamin_d, vitamin_k2, lens, k_form, ...changed] = pin.split(SEPARATOR);
  const named = changed.flatMap((name, i) => (i % 2 ? [] : [[name, Number(changed[i + 1])]]));
  const settings = { calcium: Number(calcium), vitamin_d: Number(vitamin_d), vitamin_k2: Number(vitamin_k2), years };
  return /** @type {Scenario} */ ({ ...settings, lens, k_form, parameters: Object.fromEntries(named) });
}

/** @type {(scenario: Scenario) => Record<string, string>} */
const settingsOf = ({ calcium, vitamin_d, vitamin_k2 }) => textsOf({ calcium, vitamin_d, vitamin_k2 });

/** @type {(numbers: Record<string, number>) => Record<string, string>} */
const textsOf = (numbers) => Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, numberText(value)]));

/** @type {(value: number) => string} as Python writes it, which turns to powers of ten earlier than the browser */
export function numberText(value) {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e16)) return String(value);
  return value.toExponential().replace(/e([+-])(\d)$/, "e$10$2");
}
