// The years pass: bone, artery and the model's line beside the drawn ones; then what that says to each answer before.

import { add } from "../../elements.js";
import { say } from "../../words/messages.js";
import { told } from "../../words/numbers.js";
import { filled, heading, reply } from "../parts.js";
import { DRAWN, POINTS } from "../pictures/axes.js";
import { drawnValues, modelLine } from "../pictures/lines.js";
import { createYears, passYears } from "../pictures/years.js";

/** @import { CreateTask, DrawnReply, Kit, RunTask } from "../kit.d.ts" */
/** @import { Drawn, Line } from "../pictures/axes.js" */

/** @typedef {Map<string, {quantity: Drawn, values: number[]}>} DrawnLines */

/** @type {(kit: Kit<RunTask, true>) => DrawnLines} the lines that were drawn, by their task */
function drawnLines(kit) {
  const found = new Map();
  for (const task of kit.lesson.steps.flatMap((step) => step.tasks)) {
    const answer = /** @type {{line?: number[]} | undefined} */ (task.kind === "draw" ? kit.answerOf(task.key) : undefined);
    if (task.kind !== "draw" || answer?.line?.length !== POINTS) continue;
    found.set(task.key, { quantity: task.quantity, values: drawnValues(kit, task, answer.line) });
  }
  return found;
}

/** @type {(kit: Kit<RunTask, true>) => Drawn[]} what lines were asked for up to here: others are for a lesson of their own */
function askedOf({ lesson, step }) {
  const tasks = lesson.steps.slice(0, lesson.steps.indexOf(step) + 1).flatMap((each) => each.tasks);
  const asked = DRAWN.filter((quantity) => tasks.some((task) => task.kind === "draw" && task.quantity === quantity));
  return asked.length ? asked : DRAWN;
}

/** @type {(reply: DrawnReply, answer: unknown, end: number | undefined) => boolean} */
function fits({ when = {} }, answer, end = Number.NaN) {
  const { above, choice } = when;
  return (above === undefined || end > above) && (choice === undefined || choice === answer);
}

/** @type {(place: HTMLElement, kit: Kit<RunTask, true>, drawn: DrawnLines) => void} what the run says to each answer before */
function answerAll(place, { task, answerOf, run: runOf }, drawn) {
  const run = runOf(task.case);
  for (const key of new Set(task.replies.map((each) => each.task))) {
    const given = answerOf(key);
    const line = drawn.get(key);
    const found = given !== undefined && task.replies.find((each) => each.task === key && fits(each, given, line?.values.at(-1)));
    if (!found) continue;
    const values = { run, drawn: line && told(line.quantity, line.values[POINTS - 1]) };
    reply(place, { good: found.good, title: filled(found.title, values), text: filled(found.text, values) });
  }
  if (task.ledger) reply(place, { title: filled(task.ledger.title, { run }), text: filled(task.ledger.text, { run }) }).classList.add("me");
}

/** @type {CreateTask<RunTask, true>} */
export function createRun(place, kit) {
  const { task } = kit;
  const run = kit.run(task.case);
  const { years } = run.scenario;
  const ask = heading(place, task.ask);
  const said = add(place, "div");
  let drawn = drawnLines(kit);
  const picture = createYears(kit.picture, kit, {
    quantities: askedOf(kit), beside: task.beside, labels: [say("task-you"), say("task-model")],
  });
  let stop = () => {};
  /** @type {number | null} the year that is passing */
  let passing = null;

  const show = (/** @type {number} */ year) => picture.draw(run, year, (quantity) => {
    /** @type {Line[]} */
    const own = [...drawn.values()].filter((line) => line.quantity === quantity)
      .map(({ values }) => ({ values, style: "own", label: say("task-you") }));
    return year > 0 ? [...own, { ...modelLine(kit, task.case, quantity), upTo: year / years }] : own;
  });
  const pass = () => {
    passing = 0;
    kit.picture.scrollIntoView({ block: "nearest", behavior: "smooth" });
    stop = passYears(years, task.seconds, (year) => {
      show(year);
      if (year === years || passing === Math.floor(year)) return;
      passing = Math.floor(year);
      kit.touch();
    }, () => {
      passing = null;
      kit.lock();
    });
  };
  function refresh() {
    const before = kit.step.tasks.slice(0, kit.step.tasks.indexOf(task));
    if (before.every(({ key }) => kit.lockedAt(key))) picture.take();
    drawn = drawnLines(kit);
    said.replaceChildren();
    ask.hidden = kit.locked;
    if (passing === null) show(kit.locked ? years : 0);
    if (kit.locked) answerAll(said, kit, drawn);
  }
  refresh();
  return {
    ready: () => passing === null,
    label: () => (passing === null ? task.button : say("task-year", { year: passing })),
    press() {
      if (passing !== null) return false;
      kit.set(true);
      if (kit.still()) return true;
      pass();
      kit.touch();
      return false;
    },
    refresh,
    end() {
      stop();
      picture.end();
    },
  };
}
