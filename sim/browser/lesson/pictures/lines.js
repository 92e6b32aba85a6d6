// Lines of runs over a lesson's axes, each with its own name: the same name and look wherever it stands.

import { read } from "../../quantities.js";
import { valueIn } from "../../scene/axis.js";
import { say } from "../../words/messages.js";
import { scaleFor, valueAt } from "./axes.js";

/** @import { DrawTask, Ground, Multiples } from "../kit.d.ts" */
/** @import { Scenario } from "../../run.js" */
/** @import { Drawn, Line } from "./axes.js" */

/** @type {(ground: Ground, name: string, quantity: Drawn, how?: {change?: Multiples, lens?: Scenario["lens"]}) => Float64Array} */
export const valuesOf = (ground, name, quantity, how) => /** @type {Float64Array} */ (read(quantity, ground.run(name, how)));

/** @type {(ground: Ground, name: string) => string} what a case's line is called: its label without an article */
export const nameOf = ({ lesson }, name) => lesson.cases[name].label.replace(/^the /, "");

/** @type {(ground: Ground, name: string, quantity: Drawn) => Line} */
export const besideLine = (ground, name, quantity) =>
  ({ values: valuesOf(ground, name, quantity), style: "beside", label: nameOf(ground, name) });

/** @type {(ground: Ground, name: string, quantity: Drawn) => Line} */
export const modelLine = (ground, name, quantity) =>
  ({ values: valuesOf(ground, name, quantity), style: "model", label: say("task-model") });

/** @type {(ground: Ground, task: DrawTask) => number} where all lines of a task begin */
export const startOf = (ground, { quantity, beside }) => valueIn(quantity, ground.run(beside), 0);

/** @type {(ground: Ground, task: DrawTask, line: number[]) => number[]} the values of a drawn line, of which shares of the axis are kept */
export const drawnValues = (ground, task, line) =>
  [startOf(ground, task), ...line.slice(1).map((share) => valueAt(scaleFor(ground.lesson, task), share))];
