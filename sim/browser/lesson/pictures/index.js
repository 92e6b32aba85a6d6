// What stands in a step's picture while no task has drawn there, by the name that the step gives; it gives nothing away.

import { createAxes, DRAWN, scaleOf } from "./axes.js";
import { drawLedger } from "./ledger.js";
import { besideLine, nameOf } from "./lines.js";
import { createOrgans } from "./organs.js";
import { drawPerson } from "./places.js";
import { createProteins } from "./proteins.js";

/** @import { CreatePicture, Ground, RunTask } from "../kit.d.ts" */

/** @type {(ground: Ground) => RunTask | undefined} the last run of the lesson that has been seen, up to this step */
function lastRun({ lesson, step, lockedAt }) {
  const before = lesson.steps.slice(0, lesson.steps.indexOf(step) + 1).flatMap(({ tasks }) => tasks);
  return before.filter((task) => task.kind === "run").filter(({ key }) => lockedAt(key)).at(-1);
}

/** @type {(ground: Ground, name: string) => {label: string, run: ReturnType<Ground["run"]>}} */
const named = (ground, name) => ({ label: ground.lesson.cases[name].label, run: ground.run(name) });

/** @type {Record<string, CreatePicture>} */
export const PICTURES = {
  body: (place) => {
    drawPerson(place);
    return {};
  },
  axes: (place, ground) => {
    const { step, lesson } = ground;
    if (step.tasks.some(({ kind }) => kind === "draw" || kind === "drag")) return {};
    const all = DRAWN.map((quantity) => {
      const axes = createAxes(place, scaleOf(lesson, quantity), { tall: 215, labels: [nameOf(ground, lesson.base)] });
      axes.show([besideLine(ground, lesson.base, quantity)]);
      return axes;
    });
    return { end: () => { for (const axes of all) axes.end(); } };
  },
  organs: (place, ground) => {
    const seen = lastRun(ground);
    const { label, run } = named(ground, seen?.case ?? ground.lesson.base);
    createOrgans(place, DRAWN, seen && label)(run, seen ? run.scenario.years : 0);
    return {};
  },
  ledger: (place, ground) => {
    const seen = lastRun(ground);
    if (seen) drawLedger(place, [seen.case, seen.beside].map((name) => named(ground, name)));
    return {};
  },
  proteins: (place, ground) => {
    const { label, run } = named(ground, ground.lesson.base);
    createProteins(place)(run, label);
    return {};
  },
};
