// Runs side by side: the one on the sliders and the pinned ones, each beside the balanced run of its own world.

import { OWN_NAMES } from "../tables.js";
import { pinName, pinScenario } from "./link.js";
import { balancedOf } from "./rules.js";
import { runOf } from "./runs.js";

/** @import { Run } from "../run.js" */
/** @import { Store } from "./store.js" */

/**
 * @typedef {object} Named
 * @property {string} name
 * @property {number} look  place in LOOKS: 0 of this run, then of the pins in their order
 * @property {Run} run
 * @property {Run} balanced
 */

/** @type {(store: Store) => Named[]} all over the years of this run; without a pin that has no solution over them */
export function sideBySide({ session: { scenario, pins }, run: own, balanced: usual }) {
  const pinned = pins.flatMap((pin, i) => {
    const settings = pinScenario(pin, scenario.years);
    const [run, balanced] = [settings, balancedOf(settings)].map(runOf);
    return run && balanced ? [{ name: pinName(pin), look: i + 1, run, balanced }] : [];
  });
  return [{ name: OWN_NAMES[0], look: 0, run: own, balanced: usual }, ...pinned];
}
