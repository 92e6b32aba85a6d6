// What a setting does: organs and lines beside those of the start, or the proteins; by the picture of the step.

import { DRAWN } from "./axes.js";
import { createProteins } from "./proteins.js";
import { createYears, passYears } from "./years.js";
import { modelLine, nameOf } from "./lines.js";
import { read } from "../../quantities.js";
import { say } from "../../words/messages.js";
import { settingsText } from "../tasks/sliders.js";

/** @import { FindTask, Ground, Step } from "../kit.d.ts" */
/** @import { Tried } from "../conditions.js" */
/** @import { Drawn, Line } from "./axes.js" */

/** @typedef {{draw: (tried: Tried) => void, play: (tried: Tried, seconds: number, then: () => void) => void, playing: () => boolean, end: () => void}} Result */

/** @type {(goal: FindTask["goal"]) => Drawn[]} */
const quantitiesOf = (goal) => DRAWN.filter((drawn) => goal.some(({ quantity }) => quantity === drawn));

/** @type {(step: Step, task: FindTask) => boolean} whether there is anything to be drawn of it */
export const shows = ({ picture }, { goal }) =>
  (picture === "proteins" || (picture !== "none" && quantitiesOf(goal).length > 0));

/** @type {(place: HTMLElement, ground: Ground, task: FindTask, her: Tried) => Result} */
export function createResult(place, ground, task, her) {
  const still = { play: (/** @type {Tried} */ _, /** @type {number} */ __, /** @type {() => void} */ then) => then(), playing: () => false, end: () => {} };
  const quantities = quantitiesOf(task.goal);
  if (!shows(ground.step, task)) return { ...still, draw: () => {} };
  if (ground.step.picture === "proteins") {
    const show = createProteins(place);
    return { ...still, draw: ({ run, settings }) => show(run, settingsText(settings, ["vitamin_d", "vitamin_k2"])) };
  }
  const label = nameOf(ground, task.case);
  const years = createYears(place, ground, { quantities, beside: ground.lesson.base, labels: [say("task-your-run"), label] });
  /** @type {(() => void) | null} */
  let stop = null;
  const draw = (/** @type {Tried} */ { run }, year = run.scenario.years) => {
    const own = run === her.run;
    const isBase = task.case === ground.lesson.base; // its line stands there already
    years.draw(run, year, (quantity) => {
      /** @type {Line} */
      const before = { ...modelLine(ground, task.case, quantity), label: isBase ? undefined : label, style: own ? "model" : "before" };
      const values = /** @type {Float64Array} */ (read(quantity, run));
      return own ? [before] : [before, { values, style: "model", label: say("task-your-run"), upTo: year / run.scenario.years }];
    });
  };
  return {
    draw: (tried) => {
      if (!stop) draw(tried);
    },
    play(tried, seconds, then) {
      const done = () => {
        stop = null;
        then();
      };
      if (seconds) stop = passYears(tried.run.scenario.years, seconds, (year) => draw(tried, year), done);
      else done();
    },
    playing: () => stop !== null,
    end: () => {
      stop?.();
      years.end();
    },
  };
}
