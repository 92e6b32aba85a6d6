// Lines of runs over a lesson's axes, each with its own name: the same name and look wherever it stands.

import { read } from "../../quantities.js";
import { say } from "../../words/messages.js";

/** @import { Ground, Multiples } from "../kit.d.ts" */
/** @import { Scenario } from "../../run.js" */
/** @import { Drawn, Line } from "./axes.js" */

/** @type {(ground: Ground, name: string, quantity: Drawn, how?: {change?: Multiples, lens?: Scenario["lens"]}) => Float64Array} */
export const valuesOf = (ground, name, quantity, how) => /** @type {Float64Array} */ (read(quantity, ground.run(name, how)));

/** @type {(ground: Ground, name: string, quantity: Drawn) => Line} */
export const neighbourLine = (ground, name, quantity) =>
  ({ values: valuesOf(ground, name, quantity), style: "beside", label: say("task-beside") });

/** @type {(ground: Ground, name: string, quantity: Drawn) => Line} */
export const modelLine = (ground, name, quantity) =>
  ({ values: valuesOf(ground, name, quantity), style: "model", label: say("task-model") });
